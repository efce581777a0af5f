"""The vaccination figures as .xlsx: every record of a programme, sums only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Kind, Table
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage.sqlite import Connection

from . import queries
from . import text_cetak as kata

_KOLOM: tuple[tuple[str, Kind], ...] = (
    ("No", "angka"), ("Kecamatan", "teks"), ("Kelurahan", "teks"), ("RT", "teks"), ("Program", "teks"),
    ("Tanggal", "tanggal"), ("Sasaran", "angka"), ("Dosis 1", "angka"), ("Dosis 2", "angka"), ("Booster", "angka"),
    ("Alasan angka turun", "teks"), ("Perlu diperiksa", "teks"), ("Catatan", "teks"),
)  # fmt: skip


def tabel(con: Connection, *, kantor: str, program: str, hari: date) -> Table:
    """Return the records of a programme of a kelurahan, a kecamatan or the city as a sheet, the newest day first."""
    semua = queries.catatan(con, lingkup=wilayah.kelurahan_dari(kantor), program=program)
    nama = {satu: rt.nama_kelurahan(con, satu) for satu in {c.lingkup for c in semua}}
    rows: list[list[Cell]] = [
        [
            ke, wilayah.nama_kecamatan(c.lingkup), nama[c.lingkup], c.nomor_rt, c.program,
            date.fromisoformat(c.tanggal) if c.tanggal else None, *c.angka, c.alasan, " ".join(c.ragu), c.catatan,
        ]
        for ke, c in enumerate(semua, 1)
    ]  # fmt: skip
    lebar = workbook.widths((judul, (row[n] for row in rows)) for n, (judul, _) in enumerate(_KOLOM))
    kolom = tuple(workbook.Column(*satu, w) for satu, w in zip(_KOLOM, lebar, strict=True))
    judul = (kata.JUDUL.format(program=program.upper()), wilayah.nama_kantor(kantor).upper())
    titles = (*judul, kata.KEADAAN_TANGGAL.format(tanggal=tanggal.panjang(hari)))
    return Table(kata.LEMBAR, titles, kolom, rows, " ".join(judul))


def simpan(keluaran: Path, isi: Table, kemajuan: Progress | None = None) -> int:
    """Write a sheet; the file is replaced only when the new one is whole. Returns the number of rows.

    Raises Gangguan when it cannot be written.
    """
    return tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, isi, kemajuan))
