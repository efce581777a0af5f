"""Migrations of module seragam; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("seragam")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Purchases with what they hold, what a person wears, and the ledger of movements."""
    kunci = {"id": str, "lingkup": str}
    for tabel, kolom in _TABEL.items():
        db.table(tabel).create(kunci | kolom, pk="id", not_null={"lingkup"}, strict=True)
    db.table("seragam_isi").create_index(["pengadaan_id"])
    db.table("seragam_pilihan").create_index(["pengadaan_id", "jabatan_id"])
    db.table("seragam_gerak").create_index(["pengadaan_id", "jabatan_id"])
    db.table("seragam_gerak").create_index(["slot"])
    db.table("seragam_gerak").create_index(["membalik"])


_TABEL: dict[str, dict[str, type]] = {
    "seragam_pengadaan": {
        "nama": str, "tahun": int, "barang": str, "model": str, "ukuran": str, "per_orang": int, "satuan": str,
        "sumber_dana": str, "penyedia": str, "kontrak_nomor": str, "kontrak_tanggal": str, "keadaan": str,
        "catatan": str,
    },
    "seragam_isi": {"pengadaan_id": str, "model": str, "ukuran": str, "jumlah": int},
    "seragam_pilihan": {
        "pengadaan_id": str, "jabatan_id": str, "orang_id": str, "model": str, "cm": str, "catatan": str,
    },
    "seragam_gerak": {
        "pengadaan_id": str, "jenis": str, "dari": str, "ke": str, "model": str, "ukuran": str, "jumlah": int,
        "model_kembali": str, "ukuran_kembali": str, "jabatan_id": str, "masa_id": str, "nama": str, "penerima": str,
        "surat_kuasa": str, "cara": str, "acara": str, "nomor": str, "tanggal": str, "slot": str, "membalik": str,
        "alasan": str,
    },
}  # fmt: skip
