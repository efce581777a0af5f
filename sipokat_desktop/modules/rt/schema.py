"""Migrations of module rt; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("rt")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Posts, people, terms and signers of the first release."""
    db.table("rt_jabatan").create(
        {
            "id": str, "lingkup": str, "nomor": str, "rw": str, "jumlah_kk": int, "jiwa_l": int,
            "jiwa_p": int, "batas": str,
        },
        pk="id", not_null={"lingkup"}, strict=True,
    )  # fmt: skip
    db.table("rt_orang").create(
        {
            "id": str, "lingkup": str, "nama": str, "nik": str, "kelamin": str, "tempat_lahir": str,
            "tanggal_lahir": str, "alamat": str, "hp": str, "npwp": str, "bank": str, "rekening": str,
            "atas_nama": str, "ukuran": str, "golongan": str, "rangkap": str, "catatan": str,
        },
        pk="id", not_null={"lingkup"}, strict=True,
    )  # fmt: skip
    db.table("rt_orang").create_index(["nik"])
    db.table("rt_masa").create(
        {
            "id": str, "lingkup": str, "jabatan_id": str, "orang_id": str, "jenis": str, "cara": str,
            "ba_nomor": str, "sk_nomor": str, "sk_tanggal": str, "sk_penerbit": str, "tmt": str,
            "akhir_sk": str, "akhir_nyata": str, "alasan_akhir": str,
        },
        pk="id", not_null={"lingkup"}, strict=True,
    )  # fmt: skip
    db.table("rt_masa").create_index(["jabatan_id"])
    db.table("rt_masa").create_index(["orang_id"])
    db.table("rt_pejabat").create(
        {
            "id": str, "lingkup": str, "peran": str, "sebutan": str, "nama": str, "pangkat": str,
            "nip": str, "mulai": str, "sampai": str,
        },
        pk="id", not_null={"lingkup"}, strict=True,
    )  # fmt: skip
