"""Module insentif: components with dated tariffs, payment lists, and the ledger of what was paid (DOMAIN §3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.storage.manifest import Column, Kind, Ledger, LockedBy, Merge, Table, WayOut
from sipokat_desktop.storage.module import Document, Module

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.kernel.canonical import Fields, Value
    from sipokat_desktop.storage.command import CityCommand, Command
    from sipokat_desktop.storage.module import PostChange

HARD = Merge.HARD


def _uang(nilai: Value) -> str:
    return rupiah.uang(int(nilai or 0))


def _bulan(nilai: Value) -> str:
    return periode.nama_bulan(str(nilai))


def _rincian(nilai: Value) -> str:
    return ", ".join(f"{_bulan(bagian[:7])} {_uang(bagian[8:])}" for bagian in str(nilai).split())


def _keadaan(nilai: Value) -> str:
    from .text import KEADAAN

    return KEADAAN.get(str(nilai), str(nilai))


BULAT: Column = Column("jumlah", "Jumlah", "INTEGER", HARD, required=True, words=_uang)


def _sebut_komponen(con: Connection, id: str) -> str:
    from .sebutan import sebut_komponen

    return sebut_komponen(con, id)


def _sebut_tarif(con: Connection, id: str) -> str:
    from .sebutan import sebut_tarif

    return sebut_tarif(con, id)


def _sebut_daftar(con: Connection, id: str) -> str:
    from .sebutan import sebut_daftar

    return sebut_daftar(con, id)


def _sebut_baris(con: Connection, id: str) -> str:
    from .sebutan import sebut_baris

    return sebut_baris(con, id)


def _sebut_entri(con: Connection, id: str) -> str:
    from .sebutan import sebut_entri

    return sebut_entri(con, id)


KOMPONEN = Table(
    "insentif_komponen",
    "Komponen",
    (
        Column("nama", "Nama komponen", merge=HARD, required=True),
        Column("sumber_dana", "Sumber dana"),
        Column("program", "Program"),
        Column("kegiatan", "Kegiatan / sub kegiatan"),
        Column("kode_rekening", "Kode rekening"),
        Column("pajak", "PPh 21 (per sepuluh ribu)", "INTEGER", HARD, required=True),
        Column("cara", "Cara bayar", merge=HARD),
        Column("hari_acuan", "Hari acuan", "INTEGER", HARD, required=True),
    ),
    describe=_sebut_komponen,
)

TARIF = Table(
    "insentif_tarif",
    "Tarif",
    (
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("mulai", "Berlaku mulai", merge=HARD, required=True, words=_bulan),
        Column("sampai", "Sampai", merge=HARD, words=_bulan),
        BULAT,
        Column("dasar_hukum", "Dasar hukum", merge=HARD),
    ),
    describe=_sebut_tarif,
)

DAFTAR = Table(
    "insentif_daftar",
    "Daftar",
    (
        Column("nomor", "Nomor", merge=HARD, required=True),
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("periode", "Periode", merge=HARD, required=True),
        Column("keadaan", "Keadaan", merge=HARD, required=True, words=_keadaan),
        Column("dikunci_oleh", "Dikunci oleh"),
        Column("dikunci_pada", "Dikunci pada"),
        Column("alasan", "Alasan"),
        Column("dasar", "Dasar pembayaran"),
        Column("cetak_ke", "Cetakan ke", "INTEGER"),
    ),
    state="keadaan",
    describe=_sebut_daftar,
)

BARIS = Table(
    "insentif_baris",
    "Baris daftar",
    (
        Column("daftar_id", "Daftar", merge=HARD, required=True),
        Column("no", "No", "INTEGER", HARD, required=True),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, required=True, refers="rt_masa"),
        Column("orang_id", "Orang", merge=HARD, required=True, refers="rt_orang"),
        Column("nomor_rt", "RT", merge=HARD, required=True),
        Column("nama", "Nama", merge=HARD, required=True),
        Column("rincian", "Rincian per bulan", merge=HARD, required=True, words=_rincian),
        Column("bruto", "Bruto", "INTEGER", HARD, required=True, words=_uang),
        Column("pph", "PPh 21", "INTEGER", HARD, required=True, words=_uang),
        Column("diterima", "Diterima", "INTEGER", HARD, required=True, words=_uang),
    ),
    locked_by=LockedBy("daftar_id", "insentif_daftar", "keadaan", "draf"),
    describe=_sebut_baris,
)

TANDA = Table(
    "insentif_tanda",
    "Tanda tangan",
    (
        Column("tanggal", "Tanggal", required=True),
        Column("penerima", "Penerima", required=True),
        Column("surat_kuasa", "Surat kuasa"),
    ),
    describe=_sebut_baris,
)


def balik(entri: Fields, alasan: str) -> Fields:
    """Return the entry that takes ``entri`` back: same post, component and month, the amount negative."""
    return entri | {
        "jenis": "balik",
        "jumlah": -int(entri["jumlah"] or 0),
        "membalik": entri["id"],
        "alasan": alasan,
    }


def sebut_slot(con: Connection, slot: str) -> str:
    """Name a ledger slot: ``RT 03 · Januari 2026 · Insentif Ketua RT``."""
    from .sebutan import sebut_slot as sebut

    return sebut(con, slot)


def _sebut_bayar(con: Connection, id: str) -> str:
    from .sebutan import sebut_bayar

    return sebut_bayar(con, id)


def _keterangan(balik: Fields) -> str:
    from .ganda import keterangan

    return keterangan(balik)


def _jalan_keluar() -> tuple[WayOut, ...]:
    from .ganda import JALAN_KELUAR

    return JALAN_KELUAR


MUTASI = Table(
    "insentif_mutasi",
    "Pembayaran",
    (
        Column("daftar_id", "Daftar", merge=HARD),
        Column("baris_id", "Baris daftar", merge=HARD),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, required=True, refers="rt_masa"),
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("bulan", "Bulan", merge=HARD, required=True, words=_bulan),
        Column("slot", "Slot", merge=HARD, required=True),
        Column("jenis", "Jenis", merge=HARD, required=True),
        BULAT,
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("cara", "Cara", merge=HARD),
        Column("membalik", "Membalik", merge=HARD),
        Column("alasan", "Alasan", merge=HARD),
    ),
    kind=Kind.LEDGER,
    ledger=Ledger("slot", "membalik", balik, sebut_slot, _sebut_entri, _jalan_keluar, _keterangan),
    describe=_sebut_bayar,
)


def _migrations() -> Migrations:
    from .schema import MIGRATIONS

    return MIGRATIONS


def _documents() -> tuple[Document, ...]:
    from .prints import DOCUMENTS

    return DOCUMENTS


def _commands() -> tuple[Command, ...]:
    from .commands import COMMANDS

    return COMMANDS


def _city_commands() -> tuple[CityCommand, ...]:
    from .commands import CITY_COMMANDS

    return CITY_COMMANDS


def _acts() -> Mapping[str, str]:
    from .text import TINDAKAN

    return TINDAKAN


def _on_change(con: Connection, change: PostChange) -> tuple[str, ...]:
    from .pergantian import kata

    return kata(con, change)


MODULE = Module(
    "insentif",
    "Insentif",
    (KOMPONEN, TARIF, DAFTAR, BARIS, TANDA, MUTASI),
    version=1,
    migrations=_migrations,
    documents=_documents,
    commands=_commands,
    city_commands=_city_commands,
    acts=_acts,
    on_change=_on_change,
)
