"""A payment list as a sheet for Excel: every line with what it pays, what was paid and what is left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Column, Table
from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage.sqlite import Connection

from . import queries
from . import text_cetak as text
from .baris import Baris

_ANGKA = (0, 4, 5, 6, 7, 8)
_TANGGAL = 9


def tulis(con: Connection, nomor: str, path: Path) -> int:
    """Write a list as .xlsx and return its rows; raises InputSalah for an unknown number, Gangguan when it fails."""
    isi = tabel(con, nomor)
    return tulis_utuh(path, lambda berkas: workbook.write(berkas, isi))


def tabel(con: Connection, nomor: str) -> Table:
    """Return the lines of a list and their sums as a sheet."""
    d = queries.cari_daftar(con, nomor)
    baris = queries.baris(con, daftar_id=d.daftar_id)
    kolom = tuple(
        Column(judul, "angka" if ke in _ANGKA else "tanggal" if ke == _TANGGAL else "teks", lebar)
        for ke, (judul, lebar) in enumerate(zip(text.KOLOM_DAFTAR, text.LEBAR_DAFTAR, strict=True))
    )
    jumlah: tuple[Cell, ...] = (
        None, "", text.JUMLAH, "", d.total, d.pph, d.diterima, sum(b.dibayar for b in baris), d.sisa, None,
        "", "", "", "", "",
    )  # fmt: skip
    judul = (f"{d.komponen} · {d.nama_periode}", text.DAFTAR_JUDUL.format(nomor=nomor))
    tanda = {"draf": (text.DRAF,), "batal": (text.BATAL,)}.get(d.keadaan, ())
    return Table(text.DAFTAR_LEMBAR, (*judul, *tanda), kolom, [*map(_baris, baris), jumlah], " ".join(judul))


def _baris(b: Baris) -> tuple[Cell, ...]:
    tanda = date.fromisoformat(b.tanda) if b.tanda else None
    return (
        b.no, b.nomor_rt, b.nama, periode.rentang_tahun(b.bulan) if b.bulan else "", b.bruto, b.pph, b.diterima,
        b.dibayar, b.sisa, tanda, b.bank, b.rekening, b.atas_nama, b.sk, _keterangan(b),
    )  # fmt: skip


def _keterangan(b: Baris) -> str:
    bagian = (
        text.DITUNDA.format(alasan=b.tunda) if b.ditunda else "",
        text.DIKOREKSI.format(n=b.koreksi) if b.dikoreksi else "",
        text.DIKEMBALIKAN.format(jumlah=rupiah.uang(b.dikembalikan)) if b.dikembalikan else "",
    )
    return "; ".join(filter(None, bagian))
