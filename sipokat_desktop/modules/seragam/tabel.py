"""The synced tables of module seragam, with a merge rule per column (DOMAIN §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.manifest import HANDOVER_WORDS, Column, Doubt, Kind, Ledger, Merge, Table, WayOut, deleted

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields, Value
    from sipokat_desktop.storage.sqlite import Connection

HARD = Merge.HARD


def _keadaan(nilai: Value) -> str:
    from .text import KEADAAN

    return KEADAAN.get(str(nilai), str(nilai))


def _jenis(nilai: Value) -> str:
    from .text import JENIS

    return JENIS.get(str(nilai), str(nilai))


def _cara(nilai: Value) -> str:
    from .text import CARA

    return CARA.get(str(nilai), str(nilai))


def _tempat(nilai: Value) -> str:
    from .tempat import sebut_tempat

    return sebut_tempat(str(nilai))


def _daftar_kata(nilai: Value) -> str:
    return str(nilai).replace("|", ", ")


def _sebut_pengadaan(con: Connection, id: str) -> str:
    from .sebutan import sebut_pengadaan

    return sebut_pengadaan(con, id)


def _sebut_isi(con: Connection, id: str) -> str:
    from .sebutan import sebut_isi

    return sebut_isi(con, id)


def _sebut_pilihan(con: Connection, id: str) -> str:
    from .sebutan import sebut_pilihan

    return sebut_pilihan(con, id)


def _sebut_gerak(con: Connection, id: str) -> str:
    from .sebutan import sebut_gerak

    return sebut_gerak(con, id)


def _sebut_slot(con: Connection, slot: str) -> str:
    from .sebutan import sebut_slot

    return sebut_slot(con, slot)


def _keterangan(balik: Fields) -> str:
    from .ganda import keterangan

    return keterangan(balik)


def _keraguan() -> tuple[Doubt, ...]:
    from .terhapus import KERAGUAN

    return KERAGUAN


def _jalan_keluar() -> tuple[WayOut, ...]:
    from .ganda import JALAN_KELUAR

    return JALAN_KELUAR


def balik(entri: Fields, alasan: str) -> Fields:
    """Return the movement that takes ``entri`` back: the same places and sizes, the pieces negative."""
    return entri | {
        "jenis": "balik",
        "jumlah": -int(entri["jumlah"] or 0),
        "membalik": entri["id"],
        "alasan": alasan,
    }


PENGADAAN = Table(
    "seragam_pengadaan",
    "Pengadaan seragam",
    (
        Column("nama", "Nama pengadaan", merge=HARD, required=True),
        Column("tahun", "Tahun", "INTEGER", HARD, required=True),
        Column("barang", "Barang", required=True),
        Column("model", "Model", words=_daftar_kata),
        Column("ukuran", "Ukuran", words=_daftar_kata),
        Column("per_orang", "Jumlah per orang", "INTEGER", HARD),
        Column("satuan", "Satuan"),
        Column("sumber_dana", "Sumber dana"),
        Column("penyedia", "Penyedia"),
        Column("kontrak_nomor", "Nomor kontrak", merge=HARD),
        Column("kontrak_tanggal", "Tanggal kontrak"),
        Column("keadaan", "Keadaan", merge=HARD, words=_keadaan),
        Column("catatan", "Catatan"),
    ),
    describe=_sebut_pengadaan,
    kecamatan=True,
    doubts=_keraguan,
    doubtful=deleted("seragam_pengadaan"),
)

ISI = Table(
    "seragam_isi",
    "Isi pengadaan",
    (
        Column("pengadaan_id", "Pengadaan", merge=HARD, required=True, refers="seragam_pengadaan"),
        Column("model", "Model", merge=HARD),
        Column("ukuran", "Ukuran", merge=HARD, required=True),
        Column("jumlah", "Jumlah", "INTEGER", HARD, required=True),
    ),
    describe=_sebut_isi,
    kecamatan=True,
)

PILIHAN = Table(
    "seragam_pilihan",
    "Ukuran orang",
    (
        Column("pengadaan_id", "Pengadaan", merge=HARD, required=True, refers="seragam_pengadaan"),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("orang_id", "Orang", merge=HARD, refers="rt_orang"),
        Column("model", "Model", merge=HARD),
        Column("cm", "Ukuran badan (cm)"),
        Column("catatan", "Catatan"),
    ),
    describe=_sebut_pilihan,
    kecamatan=True,
)

GERAK = Table(
    "seragam_gerak",
    "Gerak seragam",
    (
        Column("pengadaan_id", "Pengadaan", merge=HARD, required=True, refers="seragam_pengadaan"),
        Column("jenis", "Jenis", merge=HARD, required=True, words=_jenis),
        Column("dari", "Dari", merge=HARD, required=True, words=_tempat),
        Column("ke", "Ke", merge=HARD, required=True, words=_tempat),
        Column("model", "Model", merge=HARD),
        Column("ukuran", "Ukuran", merge=HARD, required=True),
        Column("jumlah", "Jumlah", "INTEGER", HARD, required=True),
        Column("model_kembali", "Model yang kembali", merge=HARD),
        Column("ukuran_kembali", "Ukuran yang kembali", merge=HARD),
        Column("jabatan_id", "RT", merge=HARD, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, refers="rt_masa"),
        Column("nama", "Nama", merge=HARD),
        Column("penerima", "Yang mengambil", merge=HARD),
        Column("surat_kuasa", "Surat kuasa", merge=HARD),
        Column("cara", "Cara", merge=HARD, words=_cara),
        Column("acara", "Acara", merge=HARD),
        Column("nomor", "Nomor surat jalan", merge=HARD),
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("slot", "Slot", merge=HARD, required=True),
        Column("membalik", "Membalik", merge=HARD),
        Column("alasan", "Alasan", merge=HARD),
    ),
    kind=Kind.LEDGER,
    ledger=Ledger(
        "slot", "membalik", balik, _sebut_slot, _sebut_gerak, _jalan_keluar, said=_keterangan, words=HANDOVER_WORDS
    ),
    describe=_sebut_gerak,
    kecamatan=True,
)

TABEL = (PENGADAAN, ISI, PILIHAN, GERAK)
