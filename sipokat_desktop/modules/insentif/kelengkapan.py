"""Checklist of an SPJ (F4): what has to lie in the bundle of a list, ticked where the program knows it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.printing import grid
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.storage.sqlite import Connection

from . import cetakan, queries, text_acara
from . import text_kelengkapan as text
from .acara import seacara
from .baris import Baris
from .daftar import Daftar
from .komponen import setelan

_SEBUT = 10
"""So many RT are named, the others are counted."""
SETELAN = "kelengkapan"
"""Setting: one item per line; ``kunci|words`` for one that the program ticks, else the words alone."""


class Butir(NamedTuple):
    """An item: what the program asks itself (a key of :data:`TAHU`, "" for nothing) and its words."""

    kunci: str
    kata: str


BAWAAN = tuple(Butir(*satu) for satu in text.BUTIR)
"""The items where an office lays down none."""


class Jawab(NamedTuple):
    """What the program knows of an item: there, not there, or not needed (None); and a remark."""

    ada: bool | None
    keterangan: str = ""


class Periksa(NamedTuple):
    """A line of the checklist."""

    kata: str
    jawab: Jawab


class _Bahan(NamedTuple):
    con: Connection
    daftar: Daftar
    baris: Sequence[Baris]


def pratinjau(con: Connection, nomor: str, *, kertas: str, sekarang: int) -> bytes:
    """Return the checklist of a list as a PDF as of ``sekarang`` (UTC ms)."""
    return grid.gambar([lembar(con, nomor, sekarang=sekarang)], Kertas[kertas])


def lembar(con: Connection, nomor: str, *, sekarang: int) -> Lembar:
    """Gather the checklist for paper; raise InputSalah for an unknown number."""
    d, hari = queries.cari_daftar(con, nomor), cetakan.hari_ini(sekarang)
    return Lembar(
        judul=(text_acara.JUDUL_SPJ if seacara(con, d.komponen_id) else text.JUDUL, cetakan.tempat(con, d.lingkup)),
        lajur=_lajur(),
        baris=[_sel(ke, satu) for ke, satu in enumerate(periksa(con, nomor), 1)],
        penanda=tuple(cetakan.penanda(con, d.lingkup, peran, hari) for peran in ("pptk", "bendahara")),
        tempat_tanggal=cetakan.tempat_tanggal(hari),
        kaki=cetakan.kaki(text.KAKI.format(nomor=nomor), sekarang),
        kepala=tuple(zip(text.KEPALA, (nomor, d.komponen, d.nama_periode, _ringkas(d)), strict=True)),
        mendatar=False,
    )


def periksa(con: Connection, nomor: str) -> list[Periksa]:
    """Return the items of this office with what the program knows of each; raise InputSalah for an unknown number."""
    d = queries.cari_daftar(con, nomor)
    bahan = _Bahan(con, d, queries.baris(con, daftar_id=d.daftar_id))
    semua = butir(con, lingkup=d.lingkup)
    if seacara(con, d.komponen_id) and semua == BAWAAN:
        semua = tuple(map(_butir_acara, semua))
    return [Periksa(b.kata, TAHU[b.kunci](bahan) if b.kunci else Jawab(False)) for b in semua]


def _butir_acara(b: Butir) -> Butir:
    """Return a usual item as a bundle for an event has it: attendance in place of the appointment."""
    if b.kata == text.LAPORAN_KINERJA:
        return Butir("", text_acara.BUTIR_SPJ["kinerja"])
    if b.kunci in text_acara.BUTIR_SPJ:
        return Butir("" if b.kunci == "sk" else b.kunci, text_acara.BUTIR_SPJ[b.kunci])
    return b


def butir(con: Connection, *, lingkup: str) -> tuple[Butir, ...]:
    """Return the items of this office (setting ``kelengkapan``), the usual ones where nothing is set."""
    isi = setelan(con, lingkup=lingkup, kunci=SETELAN)
    baris = [satu.strip() for satu in isi.splitlines() if satu.strip()]
    return tuple(map(_butir, baris)) if baris else BAWAAN


def _butir(baris: str) -> Butir:
    kunci, garis, kata = (satu.strip() for satu in baris.partition("|"))
    return Butir(kunci, kata) if garis and kunci in TAHU else Butir("", baris)


def contoh() -> Lembar:
    """Return the checklist as it looks before any list exists."""
    return Lembar(
        (text.JUDUL,), _lajur(), [_sel(ke, Periksa(kata, Jawab(False))) for ke, (_, kata) in enumerate(text.BUTIR, 1)],
        (), "", cetakan.kaki(text.JUDUL, 0), mendatar=False,
    )  # fmt: skip


def _lajur() -> tuple[Lajur, ...]:
    return tuple(
        Lajur(judul, lebar, "tengah" if ke in (0, 2) else "kiri")
        for ke, (judul, lebar) in enumerate(zip(text.KOLOM, text.LEBAR, strict=True))
    )


def _sel(ke: int, p: Periksa) -> tuple[str, ...]:
    kotak = text.TIDAK_PERLU if p.jawab.ada is None else grid.ADA if p.jawab.ada else grid.KOSONG
    return str(ke), p.kata, kotak, p.jawab.keterangan


def _ringkas(d: Daftar) -> str:
    return text.RINGKAS.format(n=d.jumlah_penerima, jumlah=rupiah.uang(d.diterima))


def _hari(iso: str) -> str:
    return tanggal.pendek(date.fromisoformat(iso[:10])) if iso else ""


def _kunci(b: _Bahan) -> Jawab:
    d = b.daftar
    if d.keadaan != "dikunci":
        return Jawab(False, text.BATAL if d.keadaan == "batal" else text.BELUM_DIKUNCI)
    return Jawab(True, text.DIKUNCI.format(nama=d.dikunci_oleh))


def _sk(b: _Bahan) -> Jawab:
    return _semua((satu for satu in b.baris if not satu.sk), len(b.baris), text.SK_BELUM)


def _tanda(b: _Bahan) -> Jawab:
    return _semua((satu for satu in b.baris if not satu.tanda and satu.bruto), len(b.baris), text.TANDA_BELUM)


def _semua(kurang: Iterable[Baris], banyak: int, kata: str) -> Jawab:
    """There when nobody is missing; else says who."""
    rt = [satu.nomor_rt for satu in kurang]
    if not rt:
        return Jawab(bool(banyak), text.SEMUA.format(n=banyak) if banyak else "")
    lain = text.LAINNYA.format(n=len(rt) - _SEBUT) if len(rt) > _SEBUT else ""
    return Jawab(False, kata.format(n=len(rt), rt=", ".join(rt[:_SEBUT])) + lain)


def _kuasa(b: _Bahan) -> Jawab:
    kuasa = [satu for satu in b.baris if satu.penerima == "kuasa"]
    if not kuasa:
        return Jawab(None, text.TANPA_KUASA)
    nomor = ", ".join(dict.fromkeys(satu.surat_kuasa for satu in kuasa if satu.surat_kuasa))
    return Jawab(all(satu.surat_kuasa for satu in kuasa), nomor)


def _dasar(b: _Bahan) -> Jawab:
    return Jawab(bool(b.daftar.dasar), b.daftar.dasar)


def _spp(b: _Bahan) -> Jawab:
    return _nomor(b.daftar.spp_nomor, b.daftar.spp_tanggal)


def _sp2d(b: _Bahan) -> Jawab:
    return _nomor(b.daftar.sp2d_nomor, b.daftar.sp2d_tanggal)


def _nomor(nomor: str, iso: str) -> Jawab:
    return Jawab(True, text.BERTANGGAL.format(nomor=nomor, hari=_hari(iso))) if nomor else Jawab(False)


def _pajak(b: _Bahan) -> Jawab:
    if b.daftar.pph:
        return Jawab(False, text.PPH.format(jumlah=rupiah.uang(b.daftar.pph)))
    return Jawab(None, text.TANPA_PPH)


def _sts(b: _Bahan) -> Jawab:
    rows = b.con.execute(
        """SELECT DISTINCT coalesce(sts, '') FROM insentif_mutasi
           WHERE daftar_id = ? AND jenis = 'dikembalikan' ORDER BY 1""",
        (b.daftar.daftar_id,),
    ).fetchall()
    if not rows:
        return Jawab(None, text.TANPA_STS)
    return Jawab(all(row[0] for row in rows), ", ".join(row[0] for row in rows if row[0]))


def _rekening(b: _Bahan) -> Jawab:
    if queries.cara_bayar(b.con, b.daftar.komponen_id) != "transfer":
        return Jawab(None, text.TUNAI)
    return Jawab(False)


TAHU: dict[str, Callable[[_Bahan], Jawab]] = {
    "dikunci": _kunci,
    "sk": _sk,
    "dasar": _dasar,
    "tanda": _tanda,
    "kuasa": _kuasa,
    "spp": _spp,
    "sp2d": _sp2d,
    "pph": _pajak,
    "sts": _sts,
    "rekening": _rekening,
}
"""The questions that the program can answer by itself."""
