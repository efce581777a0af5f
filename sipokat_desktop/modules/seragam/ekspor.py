"""The tables of a purchase as .xlsx: sizes, stock, hand-overs, who has not collected, size × kelurahan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Column, Kind, Table
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.progress import quiet
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store

from . import lembar, text, text_ekspor
from .model import Pemakai
from .pemakai import Lingkup, belum, kelurahan, pemakai
from .pengadaan import satu_pengadaan
from .tempat import sebut_tempat

Pembuat = Callable[[sqlite.Connection, str, Lingkup, date], tuple[list[tuple[str, Kind]], list[list[Cell]]]]


def tabel(con: sqlite.Connection, pengadaan_id: str, apa: str, *, lingkup: Lingkup, hari: date) -> Table:
    """Return a table of a purchase, ``apa`` one of :data:`JENIS`; raises KeyError for another."""
    p = satu_pengadaan(con, pengadaan_id)
    kolom, baris = _PEMBUAT[apa](con, pengadaan_id, lingkup, hari)
    lebar = workbook.widths((judul, (b[ke] for b in baris)) for ke, (judul, _) in enumerate(kolom))
    judul = (
        f"{text_ekspor.JUDUL[apa]} {p.nama}",
        _tempat(con, lingkup),
        text_ekspor.KEADAAN.format(hari=_panjang(hari)),
    )
    kolom_ = tuple(Column(nama, jenis, satu) for (nama, jenis), satu in zip(kolom, lebar, strict=True))
    return Table(text_ekspor.LEMBAR[apa], judul, kolom_, baris, " ".join(judul[:2]))


def simpan(
    store: Store, pengadaan_id: str, apa: str, keluaran: Path, *, lingkup: Lingkup, maju: workbook.Progress = quiet
) -> int:
    """Write a table of today as .xlsx and return its rows; the old file stays until the new one is whole."""
    isi = tabel(store.reader(), pengadaan_id, apa, lingkup=lingkup, hari=hari_ini(store))
    return tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, isi, maju))


def _tempat(con: sqlite.Connection, lingkup: Lingkup) -> str:
    if isinstance(lingkup, str) and lingkup and lingkup != wilayah.KOTA and wilayah.adalah_kecamatan(lingkup):
        return wilayah.nama_kantor(lingkup)
    kode = kelurahan(con, lingkup)
    if len(kode) == 1:
        return text_ekspor.TEMPAT.format(
            nama=rt.nama_kelurahan(con, kode[0]), kecamatan=wilayah.nama_kecamatan(kode[0])
        )
    return text_ekspor.BANYAK.format(n=len(kode))


def _panjang(hari: date) -> str:
    return tanggal.panjang(hari)


_ORANG: list[tuple[str, Kind]] = [("Kelurahan", "teks"), ("RT", "teks"), ("RW", "teks"), ("Nama", "teks")]


def _orang(con: sqlite.Connection, semua: Iterable[Pemakai]) -> list[tuple[Pemakai, list[Cell]]]:
    """Return posts with the cells that say who it is."""
    nama: dict[str, str] = {}
    return [
        (
            s,
            [
                nama.setdefault(s.lingkup, rt.nama_kelurahan(con, s.lingkup)),
                s.nomor,
                s.rw,
                s.nama or text_ekspor.KOSONG,
            ],
        )
        for s in semua
    ]


def _ukuran(
    con: sqlite.Connection, id: str, lingkup: Lingkup, hari: date
) -> tuple[list[tuple[str, Kind]], list[list[Cell]]]:
    kolom: list[tuple[str, Kind]] = [
        *_ORANG, ("L/P", "teks"), ("Ukuran", "teks"), ("Model", "teks"), ("Ukuran badan (cm)", "teks"),
        ("Jumlah", "angka"), ("Keadaan", "teks"),
    ]  # fmt: skip
    semua = _orang(con, pemakai(con, id, lingkup=lingkup, hari=hari))
    return kolom, [
        [*siapa, s.kelamin, s.ukuran or s.ukuran_asli, s.model, s.cm, 0 if s.kosong else s.per_orang, s.kata]
        for s, siapa in semua
    ]


def _belum(
    con: sqlite.Connection, id: str, lingkup: Lingkup, hari: date
) -> tuple[list[tuple[str, Kind]], list[list[Cell]]]:
    kolom: list[tuple[str, Kind]] = [*_ORANG, ("Ukuran", "teks"), ("Model", "teks"), ("Keterangan", "teks")]
    semua = _orang(con, belum(con, id, lingkup=lingkup, hari=hari))
    return kolom, [[*siapa, s.ukuran or s.ukuran_asli, s.model, s.kurang] for s, siapa in semua]


def _serah(
    con: sqlite.Connection, id: str, lingkup: Lingkup, hari: date
) -> tuple[list[tuple[str, Kind]], list[list[Cell]]]:
    kolom: list[tuple[str, Kind]] = [
        *_ORANG, ("Tanggal", "tanggal"), ("Jenis", "teks"), ("Ukuran", "teks"), ("Model", "teks"), ("Jumlah", "angka"),
        ("Yang kembali", "teks"), ("Dari", "teks"), ("Cara", "teks"), ("Acara", "teks"), ("Yang mengambil", "teks"),
        ("Surat kuasa", "teks"), ("Alasan", "teks"),
    ]  # fmt: skip
    baris: list[list[Cell]] = []
    for s, siapa in _orang(con, pemakai(con, id, lingkup=lingkup, hari=hari)):
        for p in s.pegang:
            baris.append([
                *siapa[:3], p.nama, date.fromisoformat(p.tanggal), text.JENIS.get(p.jenis, p.jenis), p.barang.ukuran,
                p.barang.model, p.jumlah, p.kembali.kata if p.kembali else "", sebut_tempat(p.dari),
                text.CARA.get(p.cara, p.cara), p.acara, p.penerima, p.surat_kuasa, p.alasan,
            ])  # fmt: skip
    return kolom, baris


def _stok(
    con: sqlite.Connection, id: str, lingkup: Lingkup, _hari: date
) -> tuple[list[tuple[str, Kind]], list[list[Cell]]]:
    kolom: list[tuple[str, Kind]] = [
        ("Tempat", "teks"), ("Model", "teks"), ("Ukuran", "teks"), ("Masuk", "angka"), ("Keluar", "angka"),
        ("Ada", "angka"),
    ]  # fmt: skip
    ada = lembar.stok_tempat(con, id, lingkup=lingkup)
    return kolom, [[s.nama, s.barang.model, s.barang.ukuran, s.masuk, s.keluar, s.ada] for s in ada]


def _matriks(
    con: sqlite.Connection, id: str, lingkup: Lingkup, hari: date
) -> tuple[list[tuple[str, Kind]], list[list[Cell]]]:
    isi = lembar.matriks(con, id, lingkup=lingkup, hari=hari)
    kolom: list[tuple[str, Kind]] = [
        ("Kecamatan", "teks"), ("Kelurahan", "teks"), *((barang.kata, "angka") for barang in isi.kolom),
        ("Jumlah", "angka"), ("Diserahkan", "angka"), ("Ukuran belum lengkap", "angka"), ("RT kosong", "angka"),
    ]  # fmt: skip
    baris: list[list[Cell]] = [
        [b.kecamatan, b.nama, *b.perlu, sum(b.perlu), sum(b.diserahkan), b.tanpa_ukuran, b.kosong] for b in isi.baris
    ]
    perlu = isi.jumlah("perlu")
    jumlah: Sequence[int] = (
        *perlu, sum(perlu), sum(isi.jumlah("diserahkan")), sum(b.tanpa_ukuran for b in isi.baris),
        sum(b.kosong for b in isi.baris),
    )  # fmt: skip
    kosong: list[Cell] = [None] * (len(jumlah) - len(perlu) - 1)
    baris.append([text_ekspor.JUMLAH, "", *jumlah])
    ada = text_ekspor.DIBELI if isi.seluruh else text_ekspor.SAMPAI
    baris.append([ada, "", *isi.tersedia, sum(isi.tersedia), *kosong])
    baris.append([text_ekspor.KURANG, "", *isi.kurang, sum(isi.kurang), *kosong])
    return kolom, baris


_PEMBUAT: Mapping[str, Pembuat] = {
    "ukuran": _ukuran, "stok": _stok, "serah": _serah, "belum": _belum, "matriks": _matriks,
}  # fmt: skip
JENIS = text_ekspor.LEMBAR
"""The tables that can be written: key and name."""
