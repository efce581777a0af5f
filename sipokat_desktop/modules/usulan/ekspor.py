"""The list of proposals as .xlsx and as .csv: everything that is recorded, one row per proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.exporting import separated, workbook
from sipokat_desktop.exporting.workbook import Cell, Kind, Table
from sipokat_desktop.kernel import tanggal, volume, wilayah
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage.sqlite import Connection

from . import queries
from . import text_perintah as kata
from .model import Usulan


class _Kolom(NamedTuple):
    """A column: its title, what it holds, and how a cell is read from a proposal and the name of its kelurahan."""

    judul: str
    jenis: Kind
    isi: Callable[[int, Usulan, str], Cell]


def tabel(con: Connection, kantor: str, tahun: int, *, hari: date, saring: str = "") -> Table:
    """Return the proposals of a year of a kelurahan, a kecamatan or the city as a sheet, by kelurahan and priority."""
    semua = queries.saring(queries.daftar(con, lingkup=wilayah.kelurahan_dari(kantor), tahun=tahun), saring)
    nama = {satu: rt.nama_kelurahan(con, satu) for satu in {u.lingkup for u in semua}}
    rows = [[satu.isi(ke, u, nama[u.lingkup]) for satu in _KOLOM] for ke, u in enumerate(semua, 1)]
    lebar = workbook.widths((satu.judul, (row[n] for row in rows)) for n, satu in enumerate(_KOLOM))
    kolom = tuple(workbook.Column(s.judul, s.jenis, w) for s, w in zip(_KOLOM, lebar, strict=True))
    tempat = wilayah.nama_kantor(kantor)
    judul = (*(satu.format(tempat=tempat.upper(), tahun=tahun) for satu in kata.JUDUL),)
    titles = (*judul, kata.KEADAAN_TANGGAL.format(tanggal=tanggal.panjang(hari)))
    return Table(kata.LEMBAR, titles, kolom, rows, " ".join(judul))


def simpan(keluaran: Path, isi: Table, kemajuan: Progress | None = None) -> int:
    """Write a sheet as .csv where the name ends so, else as .xlsx; returns the number of rows.

    The file is replaced only when the new one is whole. Raises Gangguan when it cannot be written.
    """
    if keluaran.suffix.lower() == ".csv":
        return tulis_utuh(keluaran, lambda berkas: separated.write(berkas, isi))
    return tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, isi, kemajuan))


def _hari(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _teks(nama: str) -> Callable[[int, Usulan, str], Cell]:
    return lambda _ke, u, _tempat: str(getattr(u, nama))


def _baris(semua: Sequence[str]) -> str:
    return ", ".join(semua)


_KOLOM: tuple[_Kolom, ...] = (
    _Kolom("No", "angka", lambda ke, _u, _t: ke),
    _Kolom("Kecamatan", "teks", lambda _ke, u, _t: wilayah.nama_kecamatan(u.lingkup)),
    _Kolom("Kelurahan", "teks", lambda _ke, _u, tempat: tempat),
    _Kolom("Tahun", "teks", lambda _ke, u, _t: str(u.tahun)),
    _Kolom("Prioritas", "angka", lambda _ke, u, _t: u.prioritas),
    _Kolom("Kategori", "teks", _teks("kata_kategori")),
    _Kolom("Usulan", "teks", _teks("judul")),
    _Kolom("Uraian", "teks", _teks("uraian")),
    _Kolom("Lokasi", "teks", _teks("lokasi")),
    _Kolom("Volume", "teks", lambda _ke, u, _t: volume.tulis(u.volume) if u.volume is not None else ""),
    _Kolom("Satuan", "teks", _teks("satuan")),
    _Kolom("Perkiraan biaya", "angka", lambda _ke, u, _t: u.biaya),
    _Kolom("Manfaat", "teks", _teks("manfaat")),
    _Kolom("Jumlah KK", "angka", lambda _ke, u, _t: u.kk_semua),
    _Kolom("RT", "teks", _teks("kata_rt")),
    _Kolom("Pengusul", "teks", lambda _ke, u, _t: _baris(u.nama)),
    _Kolom("OPD tujuan", "teks", _teks("opd")),
    _Kolom("Status", "teks", _teks("kata_status")),
    _Kolom("Tanggal status", "tanggal", lambda _ke, u, _t: _hari(u.status_tanggal)),
    _Kolom("Alasan", "teks", _teks("status_alasan")),
    _Kolom("Nomor dokumen", "teks", _teks("status_dokumen")),
    _Kolom("Usulan digabung", "angka", lambda _ke, u, _t: len(u.anggota) or None),
    _Kolom("Perlu diperiksa", "teks", lambda _ke, u, _t: " ".join(u.ragu)),
    _Kolom("Catatan", "teks", _teks("catatan")),
)
