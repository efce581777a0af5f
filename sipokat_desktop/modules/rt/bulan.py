"""The months of a change of head: who holds the post on which days, in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from sipokat_desktop.kernel import periode
from sipokat_desktop.storage.module import Holder

from . import text

PALING_BANYAK = 4
"""Months shown of a long vacancy: its first ones and its last."""


class BagianBulan(NamedTuple):
    """One month (``YYYY-MM``): who holds the post from which day to which, and the sentence that says so."""

    bulan: str
    siapa: tuple[tuple[str, int, int], ...]
    kalimat: str


def pembagian(pemegang: tuple[Holder, ...], dari: date, sampai: date) -> tuple[BagianBulan, ...]:
    """Return the months from ``dari`` to ``sampai``, each with its holders; days without one are named vacant."""
    return tuple(_satu(bulan, pemegang) for bulan in bulan_antara(dari, sampai))


def bulan_antara(dari: date, sampai: date) -> tuple[str, ...]:
    """Return the months (``YYYY-MM``) from one day to another, of a long time the first ones and the last."""
    awal, akhir = min(dari, sampai), max(dari, sampai)
    jumlah = (akhir.year - awal.year) * 12 + akhir.month - awal.month + 1
    semua = [_bulan(awal, ke) for ke in range(min(jumlah, PALING_BANYAK - 1))]
    return tuple(dict.fromkeys([*semua, _bulan(akhir, 0)]))


def _bulan(hari: date, maju: int) -> str:
    tahun, bulan = divmod(hari.year * 12 + hari.month - 1 + maju, 12)
    return f"{tahun:04}-{bulan + 1:02}"


def _satu(bulan: str, pemegang: tuple[Holder, ...]) -> BagianBulan:
    awal, akhir = periode.hari_pertama(bulan), periode.hari_terakhir(bulan)
    potongan = []
    for satu in pemegang:
        mulai = max(awal, date.fromisoformat(satu.first)) if satu.first else awal
        selesai = min(akhir, date.fromisoformat(satu.last)) if satu.last else akhir
        if mulai <= selesai:
            potongan.append((satu.name, mulai.day, selesai.day))
    siapa = tuple(_dengan_kosong(sorted(potongan, key=lambda p: p[1]), akhir))
    if len(siapa) == 1:
        isi = text.BULAN_PENUH.format(nama=siapa[0][0])
    else:
        isi = ", ".join(text.BULAN_SEBAGIAN.format(hari=_rentang(a, b), nama=nama) for nama, a, b in siapa)
    return BagianBulan(bulan, siapa, f"{periode.nama_bulan(bulan)}: {isi}")


def _dengan_kosong(potongan: list[tuple[str, int, int]], akhir: date) -> list[tuple[str, int, int]]:
    hasil, besok = [], 1
    for nama, a, b in potongan:
        if a > besok:
            hasil.append((text.KOSONG, besok, a - 1))
        hasil.append((nama, a, b))
        besok = b + 1
    if besok <= akhir.day:
        hasil.append((text.KOSONG, besok, akhir.day))
    return hasil


def _rentang(a: int, b: int) -> str:
    return str(a) if a == b else f"{a}–{b}"


def sehari_sesudah(hari: date) -> date:
    """Return the next day."""
    return hari + timedelta(days=1)
