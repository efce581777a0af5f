"""The cells of one row of a receipt list: numbers, names, amounts, and where to sign."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from ..kernel.rupiah import titik
from .columns import Letak
from .fitting import SPASI, Muat, bungkus, muat
from .fonts import huruf
from .model import BarisTerima
from .paper import MM
from .pen import Pena, alas

UKURAN = 9.0
TEPI = 1.5 * MM
_KETERANGAN, _KETERANGAN_TERKECIL = 7.0, 6.3
"""Sizes of the small lines: usual, and the least that rows grow for."""
_BAGIAN_NAMA = 0.6
"""Share of the row that the name may take when small lines stand under it; they get what it leaves."""
_SELA = 1.0
TITIK = ". " + "." * 22
_ALAS_TANDA_TANGAN = 3 * MM
_INGATAN = 1024

_Sel = Callable[[float, int, BarisTerima], None]


def tinggi_perlu(letak: tuple[Letak, ...], baris: Iterable[BarisTerima], tinggi: float) -> float:
    """Return the height of row that all small lines need to stay legible, at least ``tinggi`` (points)."""
    nama = next((sel for sel in letak if sel.kolom.jenis == "nama"), None)
    if nama is None:
        return tinggi
    biasa, miring, lebar = huruf("biasa"), huruf("miring"), nama.kanan - nama.kiri - 2 * TEPI
    for b in baris:
        if b.keterangan:
            pas = muat(biasa.bersih(b.nama), lebar, tinggi * _BAGIAN_NAMA, biasa.lebar, ukuran=UKURAN)
            kecil = bungkus(miring.bersih(b.keterangan), lebar / _KETERANGAN_TERKECIL, miring.lebar)
            tinggi = max(tinggi, _tinggi_blok(pas) + _SELA + len(kecil) * _KETERANGAN_TERKECIL * SPASI)
    return tinggi


class PenulisBaris:
    """Writes rows of ``tinggi`` points into placed columns; repeated texts are measured once."""

    def __init__(self, pena: Pena, letak: tuple[Letak, ...], tinggi: float) -> None:
        self._pena = pena
        self._tinggi = tinggi
        self._sel = tuple(self._penulis(sel) for sel in letak)

    def tulis(self, atas: float, nomor: int, baris: BarisTerima) -> None:
        """Write one row whose upper edge is at ``atas``; ``nomor`` counts from 1."""
        for sel in self._sel:
            sel(atas, nomor, baris)

    def _penulis(self, letak: Letak) -> _Sel:
        match letak.kolom.jenis:
            case "nomor":
                return self._nomor(letak)
            case "nama":
                return self._nama(letak)
            case "teks" | "kode":
                return self._teks(letak, tengah=letak.kolom.jenis == "kode")
            case "uang":
                return self._uang(letak)
            case "tanda_tangan":
                return self._tanda_tangan(letak)

    def _nomor(self, letak: Letak) -> _Sel:
        pena, x, turun = self._pena, letak.tengah, alas(self._tinggi / 2, UKURAN, 1, 0)
        return lambda atas, nomor, _: pena.tengah(x, atas + turun, str(nomor), UKURAN)

    def _teks(self, letak: Letak, *, tengah: bool) -> _Sel:
        isi = letak.kolom.isi
        assert isi is not None
        pena, ukur = self._pena, self._pengukur(letak, self._tinggi)
        tulis, x = (pena.tengah, letak.tengah) if tengah else (pena.kiri, letak.kiri + TEPI)

        def sel(atas: float, _: int, baris: BarisTerima) -> None:
            pas = ukur(isi(baris))
            banyak = len(pas.baris)
            for ke, teks in enumerate(pas.baris):
                tulis(x, atas + alas(self._tinggi / 2, pas.ukuran, banyak, ke), teks, pas.ukuran)

        return sel

    def _nama(self, letak: Letak) -> _Sel:
        """A name, with the small second line under it when there is one."""
        tanpa = self._teks(letak, tengah=False)
        bagian = self._tinggi * _BAGIAN_NAMA
        ukur = self._pengukur(letak, bagian)
        pena, x, lebar = self._pena, letak.kiri + TEPI, letak.kanan - letak.kiri - 2 * TEPI

        @lru_cache(_INGATAN)
        def ukur_kecil(teks: str, di_atas: float) -> Muat:
            return pena.muat(teks, (lebar, self._tinggi - di_atas - _SELA), _KETERANGAN, "miring")

        def sel(atas: float, nomor: int, baris: BarisTerima) -> None:
            if not baris.keterangan:
                tanpa(atas, nomor, baris)
                return
            nama = ukur(baris.nama)
            kecil = ukur_kecil(baris.keterangan, _tinggi_blok(nama))
            y = atas + (self._tinggi - _tinggi_blok(nama) - _tinggi_blok(kecil)) / 2
            for pas, gaya in ((nama, "biasa"), (kecil, "miring")):
                pusat = y + _tinggi_blok(pas) / 2
                for ke, teks in enumerate(pas.baris):
                    pena.kiri(x, alas(pusat, pas.ukuran, len(pas.baris), ke), teks, pas.ukuran, gaya)
                y += _tinggi_blok(pas)

        return sel

    def _uang(self, letak: Letak) -> _Sel:
        nilai = letak.kolom.nilai
        assert nilai is not None
        pena, x = self._pena, letak.kanan - TEPI
        turun = alas(self._tinggi / 2, UKURAN, 1, 0)
        ukur = lru_cache(_INGATAN)(lambda n: pena.sebaris(titik(n), letak.kanan - letak.kiri - 2 * TEPI, UKURAN))

        kosong = not letak.kolom.dijumlah

        def sel(atas: float, _: int, baris: BarisTerima) -> None:
            jumlah = nilai(baris)
            if kosong and not jumlah:
                return
            teks, ukuran = ukur(jumlah)
            pena.kanan(x, atas + turun, teks, ukuran)

        return sel

    def _tanda_tangan(self, letak: Letak) -> _Sel:
        """Odd numbers sign in the left half of the box, even ones in the right."""
        pena, turun = self._pena, self._tinggi - _ALAS_TANDA_TANGAN
        halaf = (letak.tengah + TEPI, letak.kiri + TEPI)

        def sel(atas: float, nomor: int, _: BarisTerima) -> None:
            pena.kiri(halaf[nomor % 2], atas + turun, f"{nomor}{TITIK}", UKURAN)

        return sel

    def _pengukur(
        self, letak: Letak, tinggi: float, ukuran: float = UKURAN, gaya: str = "biasa"
    ) -> Callable[[str], Muat]:
        lebar = letak.kanan - letak.kiri - 2 * TEPI
        return lru_cache(_INGATAN)(lambda teks: self._pena.muat(teks, (lebar, tinggi), ukuran, gaya))


def _tinggi_blok(pas: Muat) -> float:
    return len(pas.baris) * pas.ukuran * SPASI
