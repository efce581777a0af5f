"""What was decided of money: seen again with who, when, the way out and the sum, and taken back as it was decided."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from starlette.responses import Response

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import nama_kantor
from sipokat_desktop.storage import decided, decided_text
from sipokat_desktop.storage.answers import Meja
from sipokat_desktop.storage.decided import Decided, Said
from sipokat_desktop.storage.manifest import Ledger, WayOut
from sipokat_desktop.storage.store import Store
from sync.web.akun.peran import Peran
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.lembar import lembar

from . import text_urung as text

HALAMAN = "/putusan/diputuskan"
SELEMBAR = 50


class Satu(NamedTuple):
    """One of the decisions of a row: its entry, whose it is, its name (a month), the sum in rupiah where it is known,
    and why it is not taken back any more ("": it may be)."""

    d: Decided
    siapa: str
    nama: str
    jumlah: int | None
    sebab: str


class Baris(NamedTuple):
    """What was decided in one act: the office, what about, the way out with its note, who, when, and who undid it.

    ``orang`` are those of one list that it is about, where they are several; ``n`` counts its months.
    """

    kunci: str
    kantor: str
    judul: str
    rinci: str
    orang: tuple[str, ...]
    n: int
    bulan: tuple[str, ...]
    jalan: str
    catatan: str
    jumlah: int | None
    diputus: Said
    diurungkan: Said | None
    dapat: tuple[str, ...]
    sebab: tuple[str, ...]

    @property
    def sidik(self) -> str:
        """Name what an undo takes back: other entries, another name."""
        return hashlib.sha256(" ".join(self.dapat).encode()).hexdigest()[:16]


def halaman(k: Kunjungan) -> Response:
    """Show what was decided, the latest first."""
    kurun = k.tanya("kurun") if k.tanya("kurun") in text.KURUN else ""
    kantor, semua = k.tanya("kantor"), _semua(k)
    pilih = [grup for grup in semua if kantor in ("", grup[0].lingkup) and _sejak(k, kurun, grup[0])]
    hal = lembar(k, pilih, SELEMBAR)
    asal = sorted({grup[0].lingkup for grup in semua})
    baris = [_baris(k, grup) for grup in hal.isi]
    return k.tampil(
        "putusan/diputuskan.html", baris=baris, hal=hal, kurun=kurun,
        saran=decided_text.SARAN if any(b.sebab for b in baris) else "",
        kantor=kantor, per_kurun=[*text.KURUN.items()], ada=bool(semua),
        per_kantor=[("", "Semua kantor"), *((satu, nama_kantor(satu)) for satu in asal)],
        kapan=Meja(k.store).kapan, boleh=k.siapa.peran is Peran.BAGIAN,
    )  # fmt: skip


def urungkan(k: Kunjungan) -> Response:
    """Take back what one act decided, as the city itself; all that can be, or nothing."""
    grup = next((grup for grup in _semua(k) if _kunci(grup) == k.isian("putusan")), None)
    if grup is None:
        return k.pindah(HALAMAN, text.BERUBAH)
    b = _baris(k, grup)
    if not b.dapat and b.diurungkan:
        return k.pindah(HALAMAN, text.SUDAH)
    if not b.dapat:
        raise InputSalah("", f"{b.sebab[0]} {decided_text.SARAN}")
    if b.sidik != k.isian("sidik"):
        return k.pindah(HALAMAN, text.BERUBAH)
    tabel = grup[0].tabel

    def kerja(store: Store) -> None:
        for entri in b.dapat:
            decided.undo(store, tabel, entri)

    k.kantor.sebagai_kota(k.siapa.nama, kerja)
    apa = text.BERSAMA.format(judul=b.judul, n=len(b.dapat) - 1) if len(b.dapat) > 1 and not b.orang else b.judul
    return k.pindah(HALAMAN, text.DIURUNGKAN.format(jalan=b.jalan, apa=apa))


def _semua(k: Kunjungan) -> list[list[Decided]]:
    """Return what was decided, in groups: what somebody settled in one act stands together."""
    grup: dict[str, list[Decided]] = {}
    for d in decided.of_city(k.baca(), k.store.tables):
        bersama = _ledger(k, d).together(k.baca(), d.entri)
        milik = (bersama.book,) if bersama and bersama.book else bersama.marks if bersama else (d.entri,)
        tanda = "|".join((d.tabel, d.jalan, d.diputus.oleh, str(d.diputus.waktu), *milik))
        grup.setdefault(tanda, []).append(d)
    return [sorted(satu, key=lambda d: d.slot) for satu in grup.values()]


def _kunci(grup: Iterable[Decided]) -> str:
    return hashlib.sha256(" ".join(f"{d.tabel} {d.entri} {d.jalan}" for d in grup).encode()).hexdigest()[:16]


def _sejak(k: Kunjungan, kurun: str, d: Decided) -> bool:
    hari, kini = tanggal.wib(d.diputus.waktu).date(), tanggal.wib(k.now).date()
    return not kurun or (hari.year == kini.year and (kurun == "tahun" or hari.month == kini.month))


def _baris(k: Kunjungan, grup: Sequence[Decided]) -> Baris:
    satu = [_satu(k, d) for d in grup]
    d, ledger = grup[0], _ledger(k, grup[0])
    jumlah = [s.jumlah for s in satu if s.jumlah is not None]
    orang = tuple(sorted({s.siapa for s in satu if s.siapa}))
    bulan = tuple(dict.fromkeys(s.nama for s in sorted(satu, key=lambda s: s.d.slot)))
    return Baris(
        _kunci(grup), nama_kantor(d.lingkup),
        text.SEDAFTAR.format(n=len(orang)) if len(orang) > 1 else ledger.describe(k.baca(), d.slot),
        "" if len(grup) > 1 else ledger.entry(k.baca(), d.entri),
        orang if len(orang) > 1 else (), len(satu), bulan if len(satu) > 1 else (),
        _jalan(ledger, d), _catatan(ledger, d), sum(jumlah) if len(jumlah) == len(satu) else None, d.diputus,
        next((s.d.diurungkan for s in satu if s.d.diurungkan), None),
        tuple(s.d.entri for s in satu if not s.sebab),
        tuple(s.sebab for s in satu if s.sebab and not s.d.diurungkan),
    )  # fmt: skip


def _satu(k: Kunjungan, d: Decided) -> Satu:
    con, ledger = k.baca(), _ledger(k, d)
    bersama = ledger.together(con, d.entri)
    sebab = decided.why_not(con, k.store.tables, d)
    if bersama is None:
        return Satu(d, "", ledger.describe(con, d.slot), None, sebab)
    return Satu(d, bersama.whose, bersama.label, bersama.amount, sebab)


def _ledger(k: Kunjungan, d: Decided) -> Ledger:
    ledger = k.store.tables[d.tabel].ledger
    assert ledger is not None
    return ledger


def _way(ledger: Ledger, d: Decided) -> WayOut | None:
    return next((way for way in ledger.ways() if way.key == d.jalan), None)


def _jalan(ledger: Ledger, d: Decided) -> str:
    way = _way(ledger, d)
    return way.verb if way else text.CATAT_LAGI


def _catatan(ledger: Ledger, d: Decided) -> str:
    """Return what the person wrote: the day that the way out asks for, and why."""
    way = _way(ledger, d)
    asks = [ask.name for ask in (way.asks if way else ()) if ask.kind == "tanggal"]
    hari = [tanggal.panjang(date.fromisoformat(str(d.isian[name]))) for name in asks if d.isian.get(name)]
    return " · ".join(filter(None, (*hari, str(d.isian.get("alasan") or ""))))
