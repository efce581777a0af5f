"""What is laid down before any list: components, tariffs, funding, performance rules and figures, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.storage.manifest import Column, Merge, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from sipokat_desktop.kernel.canonical import Value
    from sipokat_desktop.storage.sqlite import Connection

HARD = Merge.HARD


def uang(nilai: Value) -> str:
    """Say an amount."""
    return rupiah.uang(int(nilai or 0))


def bulan(nilai: Value) -> str:
    """Say a month."""
    return periode.nama_bulan(str(nilai))


def kata(apa: str) -> Callable[[Value], str]:
    """Return what says a stored value of ``apa`` in words."""

    def ucap(nilai: Value) -> str:
        from .sebutan import KATA

        return KATA[apa](str(nilai))

    return ucap


def sebut(tabel: str) -> Callable[[Connection, str], str]:
    """Return what names a row of ``tabel`` for people."""

    def nama(con: Connection, id: str) -> str:
        from .sebutan import SEBUTAN

        return SEBUTAN[tabel](con, id)

    return nama


BULAT: Column = Column("jumlah", "Jumlah", "INTEGER", HARD, required=True, words=uang)


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
        Column("skema", "Skema pajak", merge=HARD, words=kata("skema")),
        Column("terbuka", "Kantor boleh menetapkan tarif", "INTEGER", HARD),
        Column("sumber", "Sumber kehadiran", merge=HARD),
        Column("asal", "Kegiatan yang dibayar", merge=HARD),
        Column("per", "Dibayar per", merge=HARD, words=kata("per")),
    ),
    describe=sebut("insentif_komponen"),
)

TARIF = Table(
    "insentif_tarif",
    "Tarif",
    (
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("mulai", "Berlaku mulai", merge=HARD, required=True, words=bulan),
        Column("sampai", "Sampai", merge=HARD, words=bulan),
        BULAT,
        Column("dasar_hukum", "Dasar hukum", merge=HARD),
    ),
    describe=sebut("insentif_tarif"),
)

ANGGARAN = Table(
    "insentif_anggaran",
    "Data pendanaan",
    (
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("tahun", "Tahun anggaran", "INTEGER", HARD, required=True),
        Column("sumber_dana", "Sumber dana / SKPD"),
        Column("program", "Program"),
        Column("kegiatan", "Kegiatan / sub kegiatan"),
        Column("kode_rekening", "Kode rekening"),
        Column("pagu", "Pagu", "INTEGER", HARD, words=uang),
        Column("dasar", "Dasar pengangkatan"),
    ),
    describe=sebut("insentif_anggaran"),
)

ATURAN = Table(
    "insentif_aturan",
    "Aturan kinerja",
    (
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("versi", "Versi", "INTEGER", HARD, required=True),
        Column("mulai", "Berlaku mulai", merge=HARD, required=True, words=bulan),
        Column("sampai", "Sampai", merge=HARD, words=bulan),
        Column("ukuran", "Diukur dengan", merge=HARD, required=True, words=kata("ukuran")),
        Column("pita", "Persen menurut ukuran", merge=HARD, required=True, words=kata("pita")),
        Column("dasar_hukum", "Dasar hukum", merge=HARD),
    ),
    describe=sebut("insentif_aturan"),
)

KINERJA = Table(
    "insentif_kinerja",
    "Kinerja bulanan",
    (
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, required=True, refers="rt_masa"),
        Column("bulan", "Bulan", merge=HARD, required=True, words=bulan),
        Column("laporan", "Laporan kinerja terverifikasi", "INTEGER", HARD),
        Column("skor", "Skor", "INTEGER", HARD),
        Column("sumber", "Sumber"),
    ),
    describe=sebut("insentif_kinerja"),
)

SETELAN = Table(
    "insentif_setelan",
    "Setelan insentif",
    (
        Column("kunci", "Setelan", merge=HARD, required=True),
        Column("nilai", "Nilai", merge=HARD),
    ),
)
