"""A list of reports as .xlsx, row by row as the list shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Column, Kind, Table
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.progress import quiet
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Store

from . import queries
from . import text_cetak as kata
from .model import Laporan, Saring

PALING_BANYAK = 1_000_000
"""Rows that a sheet can hold."""


class _Kolom(NamedTuple):
    """A column: heading, kind, and what is read from a report."""

    judul: str
    jenis: Kind
    isi: Callable[[Laporan], Cell]


def tabel(con: Connection, laporan: Sequence[Laporan], *, lingkup: str, hari: date) -> Table:
    """Return reports, in this order, as a sheet of the office of ``lingkup``."""
    nama = {kode: rt.nama_kelurahan(con, kode) for kode in {satu.lingkup for satu in laporan}}
    kolom = _kolom(nama) if wilayah.beberapa(lingkup) else _KOLOM
    rows = [[ke, *(satu.isi(isi) for satu in kolom)] for ke, isi in enumerate(laporan, 1)]
    kepala: list[tuple[str, Kind]] = [("No", "angka"), *((satu.judul, satu.jenis) for satu in kolom)]
    lebar = workbook.widths((judul, (row[n] for row in rows)) for n, (judul, _) in enumerate(kepala))
    columns = tuple(Column(judul, jenis, w) for (judul, jenis), w in zip(kepala, lebar, strict=True))
    titles = (kata.XLSX_JUDUL, _tempat(con, lingkup), kata.XLSX_KEADAAN.format(hari=tanggal.panjang(hari)))
    return Table(kata.LEMBAR, titles, columns, rows, " ".join(titles[:2]))


def simpan(store: Store, saring: Saring, keluaran: Path, *, maju: workbook.Progress = quiet) -> int:
    """Write the reports of a filter as .xlsx and return how many; the old file stays until the new one is whole.

    Raises Gangguan when it cannot be written, and what ``maju`` raises to stop it.
    """
    con = store.reader()
    laporan = queries.daftar(con, saring, batas=PALING_BANYAK)
    maju(0, len(laporan))
    isi = tabel(con, laporan, lingkup=saring.lingkup, hari=hari_ini(store))
    return tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, isi, maju))


def _tempat(con: Connection, lingkup: str) -> str:
    if wilayah.beberapa(lingkup):
        return wilayah.nama_kantor(lingkup).upper()
    nama, kecamatan = rt.nama_kelurahan(con, lingkup), wilayah.nama_kecamatan(lingkup)
    return kata.XLSX_TEMPAT.format(nama=nama.upper(), kecamatan=kecamatan.upper())


def _hari(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _kolom(nama: dict[str, str]) -> tuple[_Kolom, ...]:
    """Return the columns of an office above several, with where a report is from."""
    return (
        _Kolom("Kecamatan", "teks", lambda satu: wilayah.nama_kecamatan(satu.lingkup)),
        _Kolom("Kelurahan", "teks", lambda satu: nama[satu.lingkup]),
        *_KOLOM,
    )


_KOLOM = (
    _Kolom("RT", "teks", lambda satu: satu.nomor),
    _Kolom("Tanggal", "tanggal", lambda satu: _hari(satu.tanggal)),
    _Kolom("Bidang", "teks", lambda satu: satu.kata_bidang),
    _Kolom("Jenis kegiatan", "teks", lambda satu: satu.kata_jenis),
    _Kolom("Uraian", "teks", lambda satu: satu.uraian),
    _Kolom("Lokasi", "teks", lambda satu: satu.lokasi),
    _Kolom("Peserta", "angka", lambda satu: satu.peserta),
    _Kolom("Foto", "angka", lambda satu: satu.foto),
    _Kolom("Kategori", "teks", lambda satu: satu.kata_kategori),
    _Kolom("Verifikasi lurah", "teks", lambda satu: satu.kata_lurah),
    _Kolom("Catatan lurah", "teks", lambda satu: satu.lurah_catatan),
    _Kolom("Hari verifikasi lurah", "tanggal", lambda satu: _hari(satu.lurah_hari)),
    _Kolom("Verifikasi camat", "teks", lambda satu: satu.kata_camat),
    _Kolom("Catatan camat", "teks", lambda satu: satu.camat_catatan),
    _Kolom("Hari verifikasi camat", "tanggal", lambda satu: _hari(satu.camat_hari)),
    _Kolom("Ketua RT", "teks", lambda satu: satu.pelapor),
    _Kolom("Asal", "teks", lambda satu: satu.kata_asal),
)
