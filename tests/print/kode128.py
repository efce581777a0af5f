"""Reads a Code 128 bar code off a picture of a page: written for the tests, it shares nothing with the program."""

from __future__ import annotations

from itertools import groupby

from PIL import Image

_SEMUA = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 "
    "123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 "
    "232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 "
    "111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
    "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232"
)
_POLA = _SEMUA.split(" ")
_AKHIR = "2331112"
_MODUL_HURUF, _MODUL_AKHIR = 11, 13
_GANTI = {99: "C", 100: "B", 101: "A"}
_MULAI = {103: "A", 104: "B", 105: "C"}
HITAM = 128


def baca(gambar: Image.Image, y: int, kiri: int, kanan: int) -> str:
    """Return what the bars between ``kiri`` and ``kanan`` say on the line of pixels ``y``.

    Raises ValueError when it is no Code 128, when its check digit is wrong or when no quiet zone follows.
    """
    titik = [gambar.getpixel((x, y)) for x in range(kiri, kanan)]
    lari = [(hitam, len([*isi])) for hitam, isi in groupby(isinstance(t, int) and t < HITAM for t in titik)]
    if lari and not lari[0][0]:
        lari = lari[1:]
    if not lari or lari[-1][0]:
        raise ValueError("no quiet zone")
    *garis, (_, tenang) = lari
    return _huruf(_nilai([banyak for _, banyak in garis], tenang))


def _nilai(lebar: list[int], tenang: int) -> list[int]:
    """Widths of bars and gaps in pixels → code values without the check digit."""
    banyak = (len(lebar) - 7) // 6
    modul = sum(lebar) / (banyak * _MODUL_HURUF + _MODUL_AKHIR)
    if tenang < 10 * modul:
        raise ValueError("quiet zone too small")
    pola = "".join(str(round(n / modul)) for n in lebar)
    if pola[banyak * 6 :] != _AKHIR:
        raise ValueError(f"no stop: {pola}")
    nilai = [_POLA.index(pola[n * 6 : n * 6 + 6]) for n in range(banyak)]
    *isi, periksa = nilai
    if sum(n * max(ke, 1) for ke, n in enumerate(isi)) % 103 != periksa:
        raise ValueError("check digit")
    return isi


def _huruf(nilai: list[int]) -> str:
    himpunan, teks = _MULAI[nilai[0]], ""
    for n in nilai[1:]:
        if n in _GANTI and _GANTI[n] != himpunan:
            himpunan = _GANTI[n]
        elif himpunan == "C":
            teks += f"{n:02d}"
        else:
            teks += chr(n + 32 if himpunan == "B" or n < 64 else n - 64)
    return teks
