"""The cash of a list on paper and as a sheet: what to withdraw from the bank, and what goes into each envelope."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Column, Table
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.printing import grid
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.storage.sqlite import Connection

from . import cetakan, kas, queries
from . import text_cetak as text
from .kas import Kas

_LEBAR_AMPLOP = (9, 12, 50, 26)
_LEBAR_LEMBAR = 15


def pratinjau(con: Connection, nomor: str, *, kertas: str, sekarang: int) -> bytes:
    """Return the cash of a list as a PDF as of ``sekarang`` (UTC ms); errors as :func:`kas.dari_daftar`."""
    return grid.gambar(lembar(con, nomor, sekarang=sekarang), Kertas[kertas])


def lembar(con: Connection, nomor: str, *, sekarang: int) -> list[Lembar]:
    """Gather the two sheets: the withdrawal, signed by the treasurer, and the envelopes."""
    k, d, hari = kas.dari_daftar(con, nomor), queries.cari_daftar(con, nomor), cetakan.hari_ini(sekarang)
    kepala = (
        (text.KOMPONEN, d.komponen), (text.PERIODE, d.nama_periode),
        (text.UANG_AMPLOP, text.UANG_AMPLOP_ISI.format(n=len(k.baris), jumlah=rupiah.uang(k.total))),
        (text.UANG_LEWAT, text.UANG_LEWAT_ISI),
    )  # fmt: skip
    tanda = (cetakan.penanda(con, d.lingkup, "bendahara", hari),)
    kaki = cetakan.kaki(text.KAKI_DAFTAR.format(nomor=nomor), sekarang)
    tempat, saat = cetakan.tempat(con, d.lingkup), cetakan.tempat_tanggal(hari)
    ambil = Lembar(
        (text.UANG_JUDUL, tempat), _lajur_ambil(), _baris_ambil(k), tanda, saat, kaki,
        kepala=(*kepala, (text.UANG_TERBILANG, terbilang(k.total))), tebal=1, mendatar=False,
    )  # fmt: skip
    amplop = Lembar(
        (text.AMPLOP_JUDUL, tempat), _lajur_amplop(k), _baris_amplop(k), tanda, saat, kaki, kepala=kepala, tebal=1,
        mendatar=False,
    )  # fmt: skip
    return [ambil, amplop]


def tulis(con: Connection, nomor: str, path: Path) -> int:
    """Write the envelopes as .xlsx and return the rows; errors as :func:`kas.dari_daftar`, Gangguan when it fails."""
    isi = tabel(con, nomor)
    return tulis_utuh(path, lambda berkas: workbook.write(berkas, isi))


def tabel(con: Connection, nomor: str) -> Table:
    """Return the envelopes as a sheet, the notes to withdraw in its last row."""
    k = kas.dari_daftar(con, nomor)
    nominal = tuple(n for n, _ in k.ambil)
    kolom = (
        Column(text.NO, "angka", 6), Column(text.RT, "teks", 7), Column(text.NAMA, "teks", 30),
        Column(text.ISI_AMPLOP, "angka", 16), *(Column(rupiah.titik(n), "angka", 10) for n in nominal),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (b.no, b.nomor_rt, b.nama, b.jumlah, *(dict(isi).get(n) for n in nominal))
        for b, isi in zip(k.baris, k.per_amplop, strict=True)
    ]
    rows.append((None, "", text.JUMLAH, k.total, *(banyak for _, banyak in k.ambil)))
    kaki = text.KAKI_DAFTAR.format(nomor=nomor)
    return Table(text.UANG_LEMBAR, (text.AMPLOP_JUDUL, kaki), kolom, rows, kaki)


def contoh() -> bytes:
    """Return the withdrawal as it looks before any list exists."""
    kosong = kas.pecahan([])
    kaki = cetakan.kaki(text.UANG_JUDUL, 0)
    lembar = Lembar(
        (text.UANG_JUDUL,), _lajur_ambil(), _baris_ambil(kosong), (), "", kaki, tebal=1, mendatar=False
    )  # fmt: skip
    return grid.gambar([lembar], Kertas.F4)


def _lajur_ambil() -> tuple[Lajur, ...]:
    return tuple(Lajur(judul, lebar, "kanan") for judul, lebar in zip(text.KOLOM_AMBIL, (60, 50, 75), strict=True))


def _baris_ambil(k: Kas) -> list[tuple[str, ...]]:
    isi = [(rupiah.titik(n), rupiah.titik(banyak), rupiah.titik(n * banyak)) for n, banyak in k.ambil]
    return [*isi, (text.JUMLAH, rupiah.titik(sum(banyak for _, banyak in k.ambil)), rupiah.titik(k.total))]


def _lajur_amplop(k: Kas) -> tuple[Lajur, ...]:
    no, rt, nama, isi = _LEBAR_AMPLOP
    return (
        Lajur(text.NO, no, "tengah"), Lajur(text.RT, rt, "tengah"), Lajur(text.NAMA, nama),
        Lajur(text.ISI_AMPLOP, isi, "kanan"),
        *(Lajur(rupiah.titik(n), _LEBAR_LEMBAR, "tengah") for n, _ in k.ambil),
    )  # fmt: skip


def _baris_amplop(k: Kas) -> list[tuple[str, ...]]:
    isi = [
        (
            str(b.no), b.nomor_rt, b.nama, rupiah.titik(b.jumlah),
            *(str(dict(satu).get(n, "")) for n, _ in k.ambil),
        )
        for b, satu in zip(k.baris, k.per_amplop, strict=True)
    ]  # fmt: skip
    return [*isi, ("", "", text.JUMLAH, rupiah.titik(k.total), *(str(banyak) for _, banyak in k.ambil))]
