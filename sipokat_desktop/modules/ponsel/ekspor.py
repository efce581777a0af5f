"""The register, the requests for help and the history of a unit as .xlsx."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Kind, Table
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.printing.output import tulis_utuh

from . import text_ekspor as kata
from .model import Bantuan, Langkah, Unit
from .text import KODE

T = TypeVar("T")


class _Kolom(NamedTuple):
    """A column of a table of ``T``: its title, what it holds, and how a cell is read from a row."""

    judul: str
    jenis: Kind
    isi: Callable[..., Cell]


def tabel(units: Sequence[Unit], *, judul: Sequence[str], hari: date) -> Table:
    """Return the register (these units, in this order) as a sheet."""
    return _tabel(kata.LEMBAR, _REGISTER, units, judul, hari)


def tabel_bantuan(semua: Sequence[Bantuan], *, judul: Sequence[str], hari: date) -> Table:
    """Return requests for help as a sheet."""
    return _tabel(kata.LEMBAR_BANTUAN, _BANTUAN, semua, judul, hari)


def tabel_riwayat(semua: Sequence[Langkah], *, judul: Sequence[str], hari: date) -> Table:
    """Return the history of a unit or of a person as a sheet."""
    return _tabel(kata.LEMBAR_RIWAYAT, _RIWAYAT, semua, judul, hari)


def simpan(keluaran: Path, isi: Table, kemajuan: Progress | None = None) -> int:
    """Write a sheet; the file is replaced only when the new one is whole. Returns the number of rows.

    Raises Gangguan when it cannot be written.
    """
    tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, isi, kemajuan))
    return len(isi.rows)


def _tabel(lembar: str, kolom: Sequence[_Kolom], semua: Sequence[T], judul: Sequence[str], hari: date) -> Table:
    rows = [[satu.isi(ke, isi) for satu in kolom] for ke, isi in enumerate(semua, 1)]
    lebar = workbook.widths((satu.judul, (row[n] for row in rows)) for n, satu in enumerate(kolom))
    columns = tuple(workbook.Column(s.judul, s.jenis, w) for s, w in zip(kolom, lebar, strict=True))
    titles = (*judul, kata.KEADAAN_TANGGAL.format(tanggal=tanggal.panjang(hari)))
    return Table(lembar, titles, columns, rows, " ".join(titles[:2]))


def _hari(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _kode(isi: str, kode: str) -> str:
    return KODE[isi].get(kode, kode)


_REGISTER = (
    _Kolom("No", "angka", lambda ke, _u: ke),
    _Kolom("Nama barang", "teks", lambda _ke, u: u.barang),
    _Kolom("Merek", "teks", lambda _ke, u: u.merek),
    _Kolom("Tipe", "teks", lambda _ke, u: u.tipe),
    _Kolom("IMEI 1", "teks", lambda _ke, u: u.imei1),
    _Kolom("IMEI 2", "teks", lambda _ke, u: u.imei2),
    _Kolom("Nomor seri", "teks", lambda _ke, u: u.seri),
    _Kolom("Nomor SIM", "teks", lambda _ke, u: u.sim),
    _Kolom("Kode barang", "teks", lambda _ke, u: u.kode_barang),
    _Kolom("NUP", "teks", lambda _ke, u: u.nup),
    _Kolom("Kelengkapan", "teks", lambda _ke, u: u.kelengkapan),
    _Kolom("Kondisi", "teks", lambda _ke, u: u.kata_kondisi),
    _Kolom("Garansi sampai", "tanggal", lambda _ke, u: _hari(u.garansi_sampai)),
    _Kolom("Tahun perolehan", "teks", lambda _ke, u: str(u.tahun or "")),
    _Kolom("Sumber", "teks", lambda _ke, u: u.sumber),
    _Kolom("Harga", "angka", lambda _ke, u: u.harga),
    _Kolom("Keadaan", "teks", lambda _ke, u: u.kata_keadaan),
    _Kolom("RT", "teks", lambda _ke, u: u.nomor_rt),
    _Kolom("Pemegang", "teks", lambda _ke, u: u.nama),
    _Kolom("Sejak", "tanggal", lambda _ke, u: _hari(u.sejak)),
    _Kolom("Nomor BAST", "teks", lambda _ke, u: u.nomor),
    _Kolom("Terlambat (hari)", "angka", lambda _ke, u: u.terlambat or None),
    _Kolom("Perlu diperiksa", "teks", lambda _ke, u: " ".join(u.ragu)),
    _Kolom("Catatan", "teks", lambda _ke, u: u.catatan),
)
_BANTUAN = (
    _Kolom("No", "angka", lambda ke, _b: ke),
    _Kolom("Diminta", "tanggal", lambda _ke, b: _hari(b.diminta)),
    _Kolom("RT", "teks", lambda _ke, b: b.nomor_rt),
    _Kolom("Pemegang", "teks", lambda _ke, b: b.nama),
    _Kolom("Barang", "teks", lambda _ke, b: b.sebutan),
    _Kolom("Pengenal", "teks", lambda _ke, b: b.pengenal),
    _Kolom("Masalah", "teks", lambda _ke, b: _kode("bantuan", b.jenis)),
    _Kolom("Uraian", "teks", lambda _ke, b: b.uraian),
    _Kolom("Kontak", "teks", lambda _ke, b: b.kontak),
    _Kolom("Keadaan", "teks", lambda _ke, b: _kode("keadaan_bantuan", b.keadaan)),
    _Kolom("Jawaban kota", "teks", lambda _ke, b: b.jawaban),
    _Kolom("Dijawab", "tanggal", lambda _ke, b: _hari(b.dijawab)),
)
_RIWAYAT = (
    _Kolom("No", "angka", lambda ke, _s: ke),
    _Kolom("Tanggal", "tanggal", lambda _ke, s: _hari(s.tanggal)),
    _Kolom("Barang", "teks", lambda _ke, s: s.sebutan),
    _Kolom("Kejadian", "teks", lambda _ke, s: s.judul),
    _Kolom("Keterangan", "teks", lambda _ke, s: s.keterangan),
    _Kolom("Dibatalkan", "teks", lambda _ke, s: s.alasan_batal if s.dibatalkan else ""),
)
