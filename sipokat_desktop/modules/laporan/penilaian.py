"""F6, how RT (of a kelurahan) or kelurahan (of a kecamatan or the city) are doing: its columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import persen, rupiah, wilayah

from . import text_penilaian as text
from .evaluasi_baca import jumlahkan
from .evaluasi_model import Baris, Evaluasi

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its title on paper and in full, its share of the width, its number (what it counts of a line), and its
    text where it is none."""

    judul: str
    lengkap: str
    lebar: float
    nilai: Callable[[Baris], int] | None = None
    teks: Callable[[Baris], str] | None = None


@dataclass(frozen=True, slots=True)
class Penilaian:
    """The rekap of an evaluation: columns, lines, and the line of the sums."""

    evaluasi: Evaluasi
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    jumlah: Baris


def susun(e: Evaluasi) -> Penilaian:
    """Return the rekap of an evaluation: by RT for a kelurahan, else by kelurahan."""
    per_kelurahan = wilayah.beberapa(e.lingkup)
    baris = e.kelurahan if per_kelurahan else e.per_rt
    jumlah = Baris(
        "", text.JUMLAH if per_kelurahan else "", "", text.JUMLAH, sum(b.rt for b in baris),
        sum(b.aktif for b in baris),
        sum(b.jumlah > 0 for b in e.bulan), jumlahkan([b.angka for b in baris]), sum(b.persen for b in baris), 0,
    )  # fmt: skip
    depan = _KELURAHAN if per_kelurahan else _RT
    bidang = tuple(_bidang(ke) for ke in range(5) if ke < 4 or jumlah.angka.bidang[ke])
    return Penilaian(e, (*depan, *_LAPORAN, *bidang, *_NILAI), baris, jumlah)


def _bidang(ke: int) -> Kolom:
    kode = str(ke + 1)
    return Kolom(text.BIDANG[kode], text.BIDANG_LENGKAP[kode], 14 if ke else 18, lambda b: b.angka.bidang[ke])


def _bagian(b: Baris) -> str:
    """The share of a line; of few among very many it says so, of none nothing."""
    if not b.angka.jumlah:
        return ""
    return persen.KURANG if not b.persen else text.PERSEN.format(n=b.persen)


_RT = (
    Kolom(text.RT, text.RT, 14, teks=lambda b: b.nama),
    Kolom(text.KETUA, text.KETUA, 46, teks=lambda b: b.ketua),
)
_TEMPAT = (
    Kolom(text.KODE, text.KODE, 28, teks=lambda b: b.kode),
    Kolom(text.KECAMATAN, text.KECAMATAN, 42, teks=lambda b: wilayah.nama_kecamatan(b.kode) if b.kode else ""),
)
"""In front of the lines of a sheet: where each kelurahan is."""
_KELURAHAN = (
    Kolom(text.KELURAHAN, text.KELURAHAN, 42, teks=lambda b: b.nama),
    Kolom(text.RT_AKTIF, text.RT_AKTIF, 18, teks=lambda b: text.AKTIF.format(aktif=b.aktif, rt=b.rt)),
)
_LAPORAN = (
    Kolom(text.LAPORAN, text.LAPORAN, 15, lambda b: b.angka.jumlah),
    Kolom(text.BAGIAN, text.BAGIAN, 13, teks=_bagian),
)
_NILAI = (
    Kolom(text.KINERJA, text.KINERJA, 14, lambda b: b.angka.kinerja),
    Kolom(text.BIASA, text.BIASA, 13, lambda b: b.angka.biasa),
    Kolom(text.LURAH_YA, text.LURAH_YA, 14, lambda b: b.angka.lurah_ya),
    Kolom(text.LURAH_TIDAK, text.LURAH_TIDAK, 14, lambda b: b.angka.lurah_tidak),
    Kolom(text.LURAH_BELUM, text.LURAH_BELUM, 14, lambda b: b.angka.lurah_belum),
    Kolom(text.CAMAT_YA, text.CAMAT_YA, 14, lambda b: b.angka.camat_ya),
    Kolom(text.CAMAT_TIDAK, text.CAMAT_TIDAK, 14, lambda b: b.angka.camat_tidak),
    Kolom(text.NILAI, text.NILAI, 15, lambda b: b.angka.nilai),
    Kolom(text.BULAN, text.BULAN, 13, lambda b: b.bulan),
    Kolom(text.URUTAN, text.URUTAN, 14, teks=lambda b: str(b.urutan or "")),
)


def isi(kolom: Sequence[Kolom], b: Baris) -> tuple[str, ...]:
    """Return a line as paper shows it: numbers with dots, a dash for nought."""
    return tuple(
        k.teks(b) if k.teks else (rupiah.titik(n) if (n := k.nilai(b) if k.nilai else 0) else text.KOSONG)
        for k in kolom
    )


def judul(e: Evaluasi) -> tuple[str, str, str]:
    """Return the title: whose rekap, of which place, of which days."""
    beberapa = wilayah.beberapa(e.lingkup)
    siapa = text.SIAPA["kelurahan" if beberapa else "rt"]
    kecamatan = wilayah.nama_kecamatan(e.lingkup).upper()
    tempat = e.tempat.upper() if beberapa else text.TEMPAT.format(tempat=e.tempat.upper(), kecamatan=kecamatan)
    return text.JUDUL.format(siapa=siapa), tempat, e.rentang.nama.upper().replace(" S.D. ", " s.d. ")


def tabel(e: Evaluasi) -> Table:
    """Return the rekap as a sheet, the sums last."""
    from sipokat_desktop.exporting.workbook import Column, Table

    p = susun(e)
    semua = (*(_TEMPAT if wilayah.beberapa(e.lingkup) else ()), *p.kolom)
    kolom = tuple(Column(k.lengkap, "angka" if k.nilai else "teks", max(9.0, k.lebar * 0.55)) for k in semua)
    rows = [tuple(k.nilai(b) if k.nilai else k.teks(b) if k.teks else "" for k in semua) for b in (*p.baris, p.jumlah)]
    kaki = text.KAKI.format(tempat=e.tempat, rentang=e.rentang.nama)
    return Table(text.LEMBAR, (*judul(e), *e.definisi, *text.DEFINISI), kolom, rows, kaki)
