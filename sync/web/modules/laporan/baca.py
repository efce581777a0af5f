"""What the verification pages show: the list of the camat with its filters, and one report large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import periode, rupiah, tanggal, wilayah
from sipokat_desktop.modules.laporan import periksa, queries, sebutan
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import CAMAT, LURAH, Laporan, Rinci, Saring
from sipokat_desktop.modules.laporan.periksa import Diperiksa
from sipokat_desktop.modules.laporan.text_periksa import JENIS
from sipokat_desktop.storage import sqlite
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.lembar import lembar

from . import text

SELEMBAR = 50
"""So many reports stand on a page of the list: half of them with something odd, half without, as far as there are."""
_BULAN = 24
"""So many months back can be chosen."""
_CATATAN = 12
"""So many notes used before are offered."""


class Saringan(NamedTuple):
    """What narrows the list; empty does not."""

    kelurahan: str = ""
    bidang: str = ""
    bulan: str = ""

    def cocok(self, b: Laporan) -> bool:
        """Tell whether a report is of this kelurahan, field and month."""
        return self.kelurahan in ("", b.lingkup) and self.bidang in ("", b.bidang) and self.bulan in ("", b.tanggal[:7])


@dataclass(frozen=True, slots=True)
class Baris:
    """A line of the list; ``perlu`` says in a few words what is odd, empty where nothing is."""

    laporan_id: str
    kelurahan: str
    rt: str
    tanggal: str
    perlu: str


@dataclass(frozen=True, slots=True)
class Daftar:
    """A page of the list: its lines, which page of how many it is, and how many reports wait in all, of which ``perlu``
    are to be looked at."""

    baris: tuple[Baris, ...]
    ke: int
    banyak: int
    n: int
    perlu: int

    @property
    def bersih(self) -> tuple[str, ...]:
        """The ids of the reports shown in which nothing is odd."""
        return tuple(b.laporan_id for b in self.baris if not b.perlu)

    def tetangga(self, laporan_id: str) -> tuple[str, str]:
        """Return the ids of the reports before and after one, empty at the ends."""
        ids = [b.laporan_id for b in self.baris]
        ke = ids.index(laporan_id) if laporan_id in ids else -1
        if ke < 0:
            return "", ids[0] if ids else ""
        return (ids[ke - 1] if ke else ""), (ids[ke + 1] if ke + 1 < len(ids) else "")


@dataclass(frozen=True, slots=True)
class Satu:
    """A report as it stands on the page."""

    laporan_id: str
    judul: str
    sub: str
    uraian: str
    fakta: tuple[str, ...]
    foto: tuple[str, ...]
    putusan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kartu:
    """The report that is being verified: why it is to be looked at, and the one that it resembles beside it.

    ``ke`` of ``banyak`` tells which of several similar ones stands there; ``sudah`` what the camat has said.
    """

    satu: Satu
    alasan: tuple[str, ...]
    lain: Satu | None
    ke: int
    banyak: int
    sudah: str
    catatan: str


def hari(k: Kunjungan) -> date:
    """Return today."""
    return tanggal.wib(k.now).date()


def saringan(k: Kunjungan) -> Saringan:
    """Return the filters of a request, of its query or its form; what is unknown does not narrow."""
    isi = {nama: k.isian(nama) or k.tanya(nama) for nama in Saringan._fields}
    return Saringan(
        isi["kelurahan"] if isi["kelurahan"] in k.wilayah else "",
        isi["bidang"] if isi["bidang"] in laporan.BIDANG else "",
        isi["bulan"] if isi["bulan"] in bulan_bulan(hari(k)) else "",
    )


def bulan_bulan(hari: date) -> list[str]:
    """Return the months that can be chosen, the latest first."""
    return [periode.geser(f"{hari:%Y-%m}", -ke) for ke in range(_BULAN)]


def pilihan(k: Kunjungan) -> dict[str, list[tuple[str, str]]]:
    """Return what each filter offers."""
    return {
        "kelurahan": [("", text.SEMUA_KELURAHAN), *((kode, wilayah.nama(kode)) for kode in k.wilayah)],
        "bidang": [("", text.SEMUA_BIDANG), *laporan.BIDANG.items()],
        "bulan": [("", text.SEMUA_BULAN), *((b, periode.nama_bulan(b)) for b in bulan_bulan(hari(k)))],
    }


def menunggu(k: Kunjungan, saring: Saringan, *, segera: bool = False) -> list[Diperiksa]:
    """Return what waits for the camat's word, in the order of the desktop; what an office has just sent may follow a
    moment later, unless ``segera``."""
    return [satu for satu in _semua(k, segera=segera) if saring.cocok(satu.laporan)]


def _semua(k: Kunjungan, *, segera: bool) -> tuple[Diperiksa, ...]:
    """Return all that waits, compared once for every state of the data: at once after what was done here."""
    kini, lingkup = hari(k), k.siapa.lingkup

    def tetap(con: sqlite.Connection) -> tuple[date, int]:
        (tindakan,) = con.execute("SELECT coalesce(max(hlc), 0) FROM sync_op").fetchone()
        return kini, int(tindakan)

    def hitung(con: sqlite.Connection) -> tuple[Diperiksa, ...]:
        return tuple(periksa.periksa(con, lingkup, hari=kini, siapa=CAMAT))

    return k.kantor.ingat_lalu(tetap, hitung, segera=segera)


def daftar(k: Kunjungan, semua: Sequence[Diperiksa]) -> Daftar:
    """Return the page of the list that is asked for."""
    hal = lembar(k, _berbagi(semua), SELEMBAR)
    perlu = sum(not satu.bersih for satu in semua)
    return Daftar(tuple(_baris(satu) for satu in hal.isi), hal.ke, hal.banyak, hal.n, perlu)


def _berbagi(semua: Sequence[Diperiksa]) -> list[Diperiksa]:
    """Return the reports page by page: on each those with something odd first, and room for those without."""
    perlu, bersih = [s for s in semua if not s.bersih], [s for s in semua if s.bersih]
    hasil: list[Diperiksa] = []
    while perlu or bersih:
        n = SELEMBAR - min(len(bersih), SELEMBAR // 2)
        hasil += perlu[:n]
        sisa = SELEMBAR - len(perlu[:n])
        hasil += bersih[:sisa]
        perlu, bersih = perlu[n:], bersih[sisa:]
    return hasil


def _baris(satu: Diperiksa) -> Baris:
    b = satu.laporan
    perlu = ", ".join(dict.fromkeys(JENIS[t.jenis] for t in satu.temuan))
    return Baris(b.laporan_id, wilayah.nama(b.lingkup), b.rt, tanggal.pendek(date.fromisoformat(b.tanggal)), perlu)


def kartu(k: Kunjungan, laporan_id: str, ke: int = 0, terbaca: Diperiksa | None = None) -> Kartu | None:
    """Return one report with its findings; ``ke`` chooses among the similar ones, ``terbaca`` is what the list says of
    it. None where it is not here."""
    con = k.baca()
    rinci = queries.satu(con, laporan_id)
    if rinci is None:
        return None
    b = rinci.laporan
    diperiksa = terbaca or _diperiksa(k, con, b)
    lain = diperiksa.lain
    tampil = queries.satu(con, lain[ke % len(lain)]) if lain else None
    sudah = b.kata_camat if b.camat and not b.berubah_camat else ""
    return Kartu(
        _satu(rinci), tuple(t.kata for t in diperiksa.temuan), _satu(tampil) if tampil else None,
        ke % len(lain) if lain else 0, len(lain), sudah, b.camat_catatan,
    )  # fmt: skip


def _diperiksa(k: Kunjungan, con: sqlite.Connection, b: Laporan) -> Diperiksa:
    """Return a report with what is odd about it, compared with the whole kecamatan as in the list."""
    semua = periksa.periksa(con, k.siapa.lingkup, hari=hari(k), siapa=CAMAT, hanya=b.laporan_id)
    return semua[0] if semua else Diperiksa(b, ())


def _satu(rinci: Rinci) -> Satu:
    b = rinci.laporan
    sub = text.SUB.format(hari=sebutan.hari(b.tanggal), bidang=b.kata_bidang, kelurahan=wilayah.nama(b.lingkup))
    kata = tuple(filter(None, (_putusan(b, LURAH), _putusan(b, CAMAT))))
    foto = tuple(f.kunci for f in rinci.foto)
    return Satu(b.laporan_id, f"{b.rt} · {b.kata_jenis}", sub, b.uraian, tuple(_fakta(b)), foto, kata)


def _fakta(b: Laporan) -> list[str]:
    isi = (
        (text.LOKASI, b.lokasi),
        (text.PESERTA, text.PESERTA_ISI.format(n=rupiah.titik(b.peserta)) if b.peserta is not None else ""),
        (text.KATEGORI, b.kata_kategori),
        (text.KETUA, b.pelapor),
        (text.ASAL, b.kata_asal if b.asal == "rt" or b.diubah_oleh else ""),
    )
    return [text.BUTIR.format(label=label, nilai=nilai) for label, nilai in isi if nilai]


def _putusan(b: Laporan, siapa: str) -> str:
    kata, saat, catatan, berubah = (
        (b.lurah, b.lurah_hari, b.lurah_catatan, b.berubah_lurah)
        if siapa == LURAH
        else (b.camat, b.camat_hari, b.camat_catatan, b.berubah_camat)
    )
    if not kata:
        return ""
    kalimat = text.PUTUSAN_PADA.format(
        siapa=text.SIAPA[siapa], kata=laporan.PUTUSAN[kata].lower(), hari=sebutan.hari(saat)
    )
    kalimat = text.CATATAN.format(kata=f"{kalimat}.", catatan=catatan) if catatan else f"{kalimat}."
    return text.BERUBAH.format(kata=kalimat) if berubah else kalimat


def catatan_dulu(k: Kunjungan) -> list[str]:
    """Return the notes of the camat's latest *tidak*, each once."""
    semua = queries.daftar(k.baca(), Saring(lingkup=k.siapa.lingkup, camat="tidak"), batas=_CATATAN * 5)
    return [*dict.fromkeys(b.camat_catatan for b in semua if b.camat_catatan)][:_CATATAN]
