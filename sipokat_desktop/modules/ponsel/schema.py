"""Migrations of module ponsel; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("ponsel")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Registered goods, who held them when, what happened to them, and help asked of the city."""
    kunci = {"id": str, "lingkup": str}
    for tabel, kolom in _TABEL.items():
        db.table(tabel).create(kunci | kolom, pk="id", not_null={"lingkup"}, strict=True)
    db.table("ponsel_serah").create_index(["unit_id"])
    db.table("ponsel_serah").create_index(["masa_id"])
    db.table("ponsel_serah").create_index(["slot"])
    db.table("ponsel_serah").create_index(["membalik"])
    db.table("ponsel_kejadian").create_index(["unit_id"])
    db.table("ponsel_bantuan").create_index(["unit_id"])


_TABEL: dict[str, dict[str, type]] = {
    "ponsel_unit": {
        "barang": str, "merek": str, "tipe": str, "imei1": str, "imei2": str, "seri": str, "sim": str,
        "kode_barang": str, "nup": str, "kelengkapan": str, "kondisi": str, "garansi_sampai": str, "tahun": int,
        "sumber": str, "harga": int, "catatan": str,
    },
    "ponsel_serah": {
        "unit_id": str, "jenis": str, "jabatan_id": str, "masa_id": str, "nama": str, "dari_masa_id": str,
        "dari_nama": str, "penerima": str, "surat_kuasa": str, "tanggal": str, "nomor": str, "kondisi": str,
        "kelengkapan": str, "slot": str, "membalik": str, "alasan": str,
    },
    "ponsel_kejadian": {
        "unit_id": str, "masa_id": str, "nama": str, "tanggal": str, "jenis": str, "uraian": str, "kondisi": str,
        "polisi_nomor": str, "polisi_tanggal": str, "tindak_lanjut": str, "pengganti_id": str, "selesai": str,
    },
    "ponsel_bantuan": {
        "unit_id": str, "jabatan_id": str, "nama": str, "jenis": str, "uraian": str, "kontak": str, "diminta": str,
        "keadaan": str, "jawaban": str, "dijawab": str,
    },
}  # fmt: skip
