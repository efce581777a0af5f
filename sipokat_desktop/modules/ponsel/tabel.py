"""The synced tables of module ponsel, with a merge rule per column (DOMAIN §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.storage.manifest import HANDOVER_WORDS, Column, Doubt, Kind, Ledger, Merge, Table, WayOut, deleted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sipokat_desktop.kernel.canonical import Fields, Value
    from sipokat_desktop.storage.sqlite import Connection

HARD = Merge.HARD


def _kata(isian: str) -> Callable[[Value], str]:
    """Return what says a stored code of ``isian`` in words."""

    def kata(nilai: Value) -> str:
        from .text import KODE

        return KODE[isian].get(str(nilai), str(nilai))

    return kata


def _uang(nilai: Value) -> str:
    return rupiah.uang(int(nilai or 0))


def _sebut_unit(con: Connection, id: str) -> str:
    from .sebutan import sebut_unit

    return sebut_unit(con, id)


def _sebut_serah(con: Connection, id: str) -> str:
    from .sebutan import sebut_serah

    return sebut_serah(con, id)


def _sebut_kejadian(con: Connection, id: str) -> str:
    from .sebutan import sebut_kejadian

    return sebut_kejadian(con, id)


def _sebut_bantuan(con: Connection, id: str) -> str:
    from .sebutan import sebut_bantuan

    return sebut_bantuan(con, id)


def _sebut_slot(con: Connection, slot: str) -> str:
    from .sebutan import sebut_slot

    return sebut_slot(con, slot)


def _keraguan() -> tuple[Doubt, ...]:
    from .terhapus import KERAGUAN

    return KERAGUAN


def _jalan_keluar() -> tuple[WayOut, ...]:
    from .ganda import JALAN_KELUAR

    return JALAN_KELUAR


def balik(entri: Fields, alasan: str) -> Fields:
    """Return the entry that takes the hand-over ``entri`` back."""
    return entri | {"jenis": "balik", "membalik": entri["id"], "alasan": alasan}


UNIT = Table(
    "ponsel_unit",
    "Barang",
    (
        Column("barang", "Nama barang", merge=HARD, required=True),
        Column("merek", "Merek", merge=HARD),
        Column("tipe", "Tipe", merge=HARD),
        Column("imei1", "IMEI 1", merge=HARD),
        Column("imei2", "IMEI 2", merge=HARD),
        Column("seri", "Nomor seri", merge=HARD),
        Column("sim", "Nomor SIM", merge=HARD),
        Column("kode_barang", "Kode barang", merge=HARD),
        Column("nup", "NUP", merge=HARD),
        Column("kelengkapan", "Kelengkapan"),
        Column("kondisi", "Kondisi", merge=HARD, words=_kata("kondisi")),
        Column("garansi_sampai", "Garansi sampai"),
        Column("tahun", "Tahun perolehan", "INTEGER"),
        Column("sumber", "Sumber"),
        Column("harga", "Harga", "INTEGER", words=_uang),
        Column("catatan", "Catatan"),
    ),
    describe=_sebut_unit,
    kecamatan=True,
    doubts=_keraguan,
    doubtful=deleted("ponsel_unit"),
)

SERAH = Table(
    "ponsel_serah",
    "Serah terima barang",
    (
        Column("unit_id", "Barang", merge=HARD, required=True, refers="ponsel_unit"),
        Column("jenis", "Jenis", merge=HARD, required=True, words=_kata("serah")),
        Column("jabatan_id", "RT", merge=HARD, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, refers="rt_masa"),
        Column("nama", "Pemegang", merge=HARD),
        Column("dari_masa_id", "Masa jabatan pemegang lama", merge=HARD, refers="rt_masa"),
        Column("dari_nama", "Pemegang lama", merge=HARD),
        Column("penerima", "Yang mengambil", merge=HARD),
        Column("surat_kuasa", "Surat kuasa", merge=HARD),
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("nomor", "Nomor BAST", merge=HARD),
        Column("kondisi", "Kondisi", merge=HARD, words=_kata("kondisi")),
        Column("kelengkapan", "Kelengkapan", merge=HARD),
        Column("slot", "Slot", merge=HARD, required=True),
        Column("membalik", "Membalik", merge=HARD),
        Column("alasan", "Alasan", merge=HARD),
    ),
    kind=Kind.LEDGER,
    ledger=Ledger("slot", "membalik", balik, _sebut_slot, _sebut_serah, _jalan_keluar, words=HANDOVER_WORDS),
    describe=_sebut_serah,
    kecamatan=True,
)

KEJADIAN = Table(
    "ponsel_kejadian",
    "Kejadian",
    (
        Column("unit_id", "Barang", merge=HARD, required=True, refers="ponsel_unit"),
        Column("masa_id", "Masa jabatan", merge=HARD, refers="rt_masa"),
        Column("nama", "Pemegang", merge=HARD),
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("jenis", "Jenis", merge=HARD, required=True, words=_kata("kejadian")),
        Column("uraian", "Uraian", required=True),
        Column("kondisi", "Kondisi sesudahnya", merge=HARD, words=_kata("kondisi")),
        Column("polisi_nomor", "Nomor surat polisi", merge=HARD),
        Column("polisi_tanggal", "Tanggal surat polisi", merge=HARD),
        Column("tindak_lanjut", "Tindak lanjut"),
        Column("pengganti_id", "Barang pengganti", merge=HARD, refers="ponsel_unit"),
        Column("selesai", "Selesai tanggal", merge=HARD),
    ),
    describe=_sebut_kejadian,
    kecamatan=True,
)

BANTUAN = Table(
    "ponsel_bantuan",
    "Minta bantuan",
    (
        Column("unit_id", "Barang", merge=HARD, required=True, refers="ponsel_unit"),
        Column("jabatan_id", "RT", merge=HARD, refers="rt_jabatan"),
        Column("nama", "Pemegang", merge=HARD),
        Column("jenis", "Masalah", merge=HARD, required=True, words=_kata("bantuan")),
        Column("uraian", "Uraian"),
        Column("kontak", "Nomor yang dapat dihubungi"),
        Column("diminta", "Diminta", merge=HARD, required=True),
        Column("keadaan", "Keadaan", merge=HARD, required=True, words=_kata("keadaan_bantuan")),
        Column("jawaban", "Jawaban kota"),
        Column("dijawab", "Dijawab"),
    ),
    state="keadaan",
    describe=_sebut_bantuan,
    kecamatan=True,
)

TABEL = (UNIT, SERAH, KEJADIAN, BANTUAN)
