"""The cells of one row of a receipt list: numbers, names, amounts, and where to sign."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..kernel.rupiah import titik
from .columns import Letak
from .fitting import SPASI, Muat
from .model import BarisTerima
from .paper import MM
from .pen import Pena, alas

UKURAN = 9.0
TEPI = 1.5 * MM
_KETERANGAN = 7.0
_BAGIAN_NAMA = 0.6
"""Share of the row that the name keeps when a small second line stands under it."""
_TITIK = ". " + "." * 22
_ALAS_TANDA_TANGAN = 3 * MM
_INGATAN = 1024

_Sel = Callable[[float, int, BarisTerima], None]


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
        ukur_kecil = self._pengukur(letak, self._tinggi - bagian, _KETERANGAN, "miring")
        pena, x = self._pena, letak.kiri + TEPI

        def sel(atas: float, nomor: int, baris: BarisTerima) -> None:
            if not baris.keterangan:
                tanpa(atas, nomor, baris)
                return
            nama, kecil = ukur(baris.nama), ukur_kecil(baris.keterangan)
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

        def sel(atas: float, _: int, baris: BarisTerima) -> None:
            teks, ukuran = ukur(nilai(baris))
            pena.kanan(x, atas + turun, teks, ukuran)

        return sel

    def _tanda_tangan(self, letak: Letak) -> _Sel:
        """Odd numbers sign in the left half of the box, even ones in the right."""
        pena, turun = self._pena, self._tinggi - _ALAS_TANDA_TANGAN
        halaf = (letak.tengah + TEPI, letak.kiri + TEPI)

        def sel(atas: float, nomor: int, _: BarisTerima) -> None:
            pena.kiri(halaf[nomor % 2], atas + turun, f"{nomor}{_TITIK}", UKURAN)

        return sel

    def _pengukur(
        self, letak: Letak, tinggi: float, ukuran: float = UKURAN, gaya: str = "biasa"
    ) -> Callable[[str], Muat]:
        lebar = letak.kanan - letak.kiri - 2 * TEPI
        return lru_cache(_INGATAN)(lambda teks: self._pena.muat(teks, (lebar, tinggi), ukuran, gaya))


def _tinggi_blok(pas: Muat) -> float:
    return len(pas.baris) * pas.ukuran * SPASI
