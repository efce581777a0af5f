"""The tables of an event as .xlsx: who is invited, and the sessions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Column, Kind, Table
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store

from . import text_ekspor
from .kegiatan import satu_kegiatan, sesi
from .model import Lingkup, Undangan
from .undangan import undangan

Isi = tuple[list[tuple[str, Kind]], list[list[Cell]]]
Pembuat = Callable[[sqlite.Connection, str, Lingkup, date], Isi]


def tabel(con: sqlite.Connection, kegiatan_id: str, apa: str, *, lingkup: Lingkup, hari: date) -> Table:
    """Return a table of an event, ``apa`` one of :data:`JENIS`; raises KeyError for another."""
    k = satu_kegiatan(con, kegiatan_id)
    kolom, baris = _PEMBUAT[apa](con, kegiatan_id, lingkup, hari)
    lebar = workbook.widths((judul, (b[ke] for b in baris)) for ke, (judul, _) in enumerate(kolom))
    kolom_ = tuple(Column(nama, jenis, satu) for (nama, jenis), satu in zip(kolom, lebar, strict=True))
    awal = (f"{text_ekspor.JUDUL[apa]} {k.nama}", " · ".join(filter(None, (k.waktu, k.tempat))))
    judul = (*awal, *_tempat(con, lingkup), text_ekspor.KEADAAN.format(hari=tanggal.panjang(hari)))
    return Table(text_ekspor.LEMBAR[apa], judul, kolom_, baris, " ".join(awal))


def simpan(store: Store, kegiatan_id: str, apa: str, keluaran: Path, *, lingkup: Lingkup = wilayah.KOTA) -> int:
    """Write a table of today as .xlsx and return its rows; the old file stays until the new one is whole."""
    isi = tabel(store.reader(), kegiatan_id, apa, lingkup=lingkup, hari=hari_ini(store))
    return tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, isi))


def _tempat(con: sqlite.Connection, lingkup: Lingkup) -> tuple[str, ...]:
    if not isinstance(lingkup, str):
        return _tempat(con, lingkup[0]) if len(lingkup) == 1 else ()
    if lingkup == wilayah.KOTA:
        return ()
    if wilayah.adalah_kecamatan(lingkup):
        return (wilayah.nama_kantor(lingkup),)
    nama, kecamatan = rt.nama_kelurahan(con, lingkup), wilayah.nama_kecamatan(lingkup)
    return (text_ekspor.TEMPAT.format(nama=nama, kecamatan=kecamatan),)


def _undangan(con: sqlite.Connection, id: str, lingkup: Lingkup, hari: date) -> Isi:
    kolom: list[tuple[str, Kind]] = [
        ("No", "angka"), ("Kecamatan", "teks"), ("Kelurahan", "teks"), ("RT", "teks"), ("RW", "teks"), ("Nama", "teks"),
        ("No. HP", "teks"), ("Kode undangan", "teks"), ("Keterangan", "teks"),
    ]  # fmt: skip
    semua = undangan(con, id, lingkup=lingkup, hari=hari)
    return kolom, [
        [ke, u.kecamatan, u.kelurahan, u.nomor, u.rw, u.nama or text_ekspor.KOSONG, u.hp, u.kode, _keterangan(u)]
        for ke, u in enumerate(semua, 1)
    ]


def _keterangan(u: Undangan) -> str:
    if u.kosong:
        return text_ekspor.TANPA_KETUA
    surat = text_ekspor.ATAS_NAMA.format(nama=u.nama_surat) if u.berganti and u.nama_surat != u.nama else ""
    return ". ".join(filter(None, (surat, u.catatan)))


def _sesi(con: sqlite.Connection, id: str, _lingkup: Lingkup, _hari: date) -> Isi:
    kolom: list[tuple[str, Kind]] = [
        ("No", "angka"), ("Tanggal", "tanggal"), ("Waktu", "teks"), ("Materi", "teks"), ("Tempat", "teks"),
        ("Narasumber", "teks"), ("Peserta", "teks"),
    ]  # fmt: skip
    semua = sesi(con, id)
    return kolom, [[ke, s.hari, s.waktu, s.judul, s.di, s.pembicara, s.sasaran_kata] for ke, s in enumerate(semua, 1)]


_PEMBUAT: Mapping[str, Pembuat] = {"undangan": _undangan, "sesi": _sesi}
JENIS = text_ekspor.LEMBAR
"""The tables that can be written: key and name."""
