"""An evaluation in words: a share with its counts, and who is at an end, every tie named or counted."""

from __future__ import annotations

from sipokat_desktop.kernel import rupiah

from . import text_evaluasi as text
from .evaluasi_model import Bagian, Evaluasi, Ujung, Ujungnya

_DISEBUT = 3
"""So many of those at an end are named, the others counted."""


def bagian(b: Bagian) -> str:
    """Return ``64 % · 40.550 dari 63.360``."""
    if not b.dari:
        return text.BAGIAN_KOSONG
    return text.BAGIAN.format(persen=b.kata, jumlah=rupiah.titik(b.jumlah), dari=rupiah.titik(b.dari))


def ujung(u: Ujung) -> str:
    """Return ``Pelita Jaya (1.204 laporan)``; of several each is named, of many the first and how many more."""
    pola = text.UJUNG if len(u.nama) == 1 else text.UJUNG_BANYAK
    return pola.format(nama=_nama(u.nama), jumlah=rupiah.titik(u.jumlah))


def ujungnya(u: Ujungnya, evaluasi: Evaluasi) -> tuple[str, str]:
    """Return busiest and quietest in words; why there is none where there is none."""
    if u.tersibuk is None or u.tersepi is None:
        sebab = _sebab(u, evaluasi)
        return sebab, sebab
    return ujung(u.tersibuk), ujung(u.tersepi)


def _sebab(u: Ujungnya, evaluasi: Evaluasi) -> str:
    lines = evaluasi.kelurahan if u is evaluasi.ujung_kelurahan else evaluasi.per_rt
    if not evaluasi.angka.jumlah:
        return text.BELUM_ADA
    return text.SAMA if len(lines) > 1 else text.SATU_SAJA


def _nama(nama: tuple[str, ...]) -> str:
    if len(nama) > _DISEBUT + 1:
        return text.DAN_LAIN.format(awal=", ".join(nama[:_DISEBUT]), n=rupiah.titik(len(nama) - _DISEBUT))
    if len(nama) == 1:
        return nama[0]
    return text.DAN.format(awal=", ".join(nama[:-1]), akhir=nama[-1])
