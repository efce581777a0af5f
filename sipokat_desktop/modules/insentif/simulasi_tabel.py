"""A simulation as a sheet: one row per head, the sum under them."""

from __future__ import annotations

from sipokat_desktop.exporting.workbook import Cell, Column, Table, widths
from sipokat_desktop.kernel import periode

from . import text_simulasi as text
from .simulasi_hasil import Dampak, Simulasi

_TEKS = (0, 1, 2, 10)


def tabel(simulasi: Simulasi) -> Table:
    """Return the heads of a simulation with what they get now and then."""
    rows: list[tuple[Cell, ...]] = [(b.kelurahan, b.nomor_rt, b.nama, *_uang(b), b.sebab) for b in simulasi.baris]
    jumlah = [sum(uang) for uang in zip(*map(_uang, simulasi.baris), strict=True)] or [0] * 7
    rows.append((text.JUMLAH, "", "", *jumlah, ""))
    lebar = widths((judul, (row[ke] for row in rows)) for ke, judul in enumerate(text.KOLOM))
    kolom = tuple(Column(judul, "teks" if ke in _TEKS else "angka", lebar[ke]) for ke, judul in enumerate(text.KOLOM))
    a = simulasi.andaian
    bulan = periode.rentang_tahun(periode.gabung(a.dari, a.sampai).bulan)
    judul = (text.JUDUL, f"{simulasi.komponen} · {bulan}", simulasi.kalimat, *simulasi.catatan)
    return Table(text.LEMBAR, judul, kolom, rows, text.KAKI)


def _uang(b: Dampak) -> tuple[int, ...]:
    return (*b.sebulan, b.kini, b.nanti, b.selisih, b.bersih_kini, b.bersih_nanti)
