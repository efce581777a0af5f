"""The table of a receipt list on one page: headings, rules, zigzag signature boxes, sums."""

from __future__ import annotations

from collections.abc import Sequence

from ..kernel.rupiah import titik
from . import text
from .columns import Letak
from .layout import Halaman
from .model import BarisTerima
from .paper import MM
from .pen import Pena, alas
from .rows import TEPI, UKURAN, PenulisBaris

TINGGI_KEPALA, TINGGI_NOMOR, TINGGI_JUMLAH = 9.0, 5.0, 7.0
"""Heights in mm: column headings, the row of column numbers, a sum row."""

_NOMOR_KOLOM = 8.0

Jumlah = tuple[int, ...]
"""Running sums of the summed columns in column order."""


class Tabel:
    """Draws the table of one list page by page; all measures in points."""

    def __init__(self, pena: Pena, letak: tuple[Letak, ...], tinggi_baris: float) -> None:
        self._pena = pena
        self._letak = letak
        self._tinggi = tinggi_baris
        self._kiri, self._kanan = letak[0].kiri, letak[-1].kanan
        self._uang = tuple(sel for sel in letak if sel.kolom.dijumlah)
        self._penulis = PenulisBaris(pena, letak, tinggi_baris)
        self.nol: Jumlah = (0,) * len(self._uang)

    def gambar(self, atas: float, halaman: Halaman, isi: Sequence[BarisTerima], jumlah: Jumlah) -> tuple[float, Jumlah]:
        """Draw the rows ``isi`` of one page from ``atas`` on; return the y below and the sums so far."""
        y = gambar_kepala(self._pena, self._letak, atas)
        if not halaman.pertama:
            y = self._baris_jumlah(y, text.PINDAHAN, jumlah, "miring")
        y = self._badan(y, halaman.awal, isi)
        jumlah = self._tambah(jumlah, isi)
        label, gaya = (text.JUMLAH, "tebal") if halaman.terakhir else (text.DIPINDAHKAN, "miring")
        y = self._baris_jumlah(y, label, jumlah, gaya)
        for x in (self._kiri, self._kanan):
            self._pena.garis(x, atas, x, y)
        return y, jumlah

    def _badan(self, atas: float, awal: int, isi: Sequence[BarisTerima]) -> float:
        """The rows; a signature box spans an odd row and the even one below it."""
        for ke, baris in enumerate(isi):
            self._penulis.tulis(atas + ke * self._tinggi, awal + ke + 1, baris)
        for ke in range(1, len(isi)):
            self._batas_baris(atas + ke * self._tinggi, kotak=(awal + ke) % 2 == 0, lanjutan=isi[ke].lanjutan)
        bawah = atas + len(isi) * self._tinggi
        if isi:
            self._mendatar(bawah)
            self._tegak(atas, bawah)
        return bawah

    def _batas_baris(self, y: float, *, kotak: bool, lanjutan: bool) -> None:
        """Rule between two rows: open in Jabatan for the same post, open where a signature box goes on."""
        kanan = self._kanan if kotak else self._letak[-1].kiri
        jabatan = next((sel for sel in self._letak if sel.kolom.jenis == "teks"), None)
        if not lanjutan or jabatan is None:
            self._pena.garis(self._kiri, y, kanan, y)
            return
        self._pena.garis(self._kiri, y, jabatan.kiri, y)
        self._pena.garis(jabatan.kanan, y, kanan, y)

    def _baris_jumlah(self, atas: float, label: str, jumlah: Jumlah, gaya: str) -> float:
        """A sum row: the label over the columns before the first sum, then the sums."""
        bawah = atas + TINGGI_JUMLAH * MM
        y = alas((atas + bawah) / 2, UKURAN, 1, 0)
        batas = self._uang[0].kiri
        self._pena.tengah((self._kiri + batas) / 2, y, label, UKURAN, gaya)
        for sel, nilai in zip(self._uang, jumlah, strict=True):
            teks, ukuran = self._pena.sebaris(titik(nilai), sel.kanan - sel.kiri - 2 * TEPI, UKURAN, gaya)
            self._pena.kanan(sel.kanan - TEPI, y, teks, ukuran, gaya)
            self._pena.garis(sel.kiri, atas, sel.kiri, bawah)
        self._pena.garis(self._letak[-1].kiri, atas, self._letak[-1].kiri, bawah)
        self._mendatar(bawah)
        return bawah

    def _tambah(self, jumlah: Jumlah, isi: Sequence[BarisTerima]) -> Jumlah:
        return tuple(
            lama + sum(map(sel.kolom.nilai, isi)) if sel.kolom.nilai else lama
            for lama, sel in zip(jumlah, self._uang, strict=True)
        )

    def _mendatar(self, y: float) -> None:
        self._pena.garis(self._kiri, y, self._kanan, y)

    def _tegak(self, atas: float, bawah: float) -> None:
        for sel in self._letak[1:]:
            self._pena.garis(sel.kiri, atas, sel.kiri, bawah)


def gambar_kepala(pena: Pena, letak: tuple[Letak, ...], atas: float) -> float:
    """Draw column headings and the row of column numbers from ``atas`` (points) on; return the y below."""
    bawah = atas + TINGGI_KEPALA * MM
    nomor = bawah + TINGGI_NOMOR * MM
    for ke, sel in enumerate(letak, 1):
        kotak = (sel.kanan - sel.kiri - 2 * TEPI, bawah - atas)
        pas = pena.muat(sel.kolom.judul, kotak, UKURAN, "tebal", terkecil=UKURAN)
        for n, teks in enumerate(pas.baris):
            y = alas((atas + bawah) / 2, pas.ukuran, len(pas.baris), n)
            pena.tengah(sel.tengah, y, teks, pas.ukuran, "tebal")
        pena.tengah(sel.tengah, alas((bawah + nomor) / 2, _NOMOR_KOLOM, 1, 0), str(ke), _NOMOR_KOLOM)
    for y in (atas, bawah, nomor):
        pena.garis(letak[0].kiri, y, letak[-1].kanan, y)
    for sel in letak[1:]:
        pena.garis(sel.kiri, atas, sel.kiri, nomor)
    return nomor
