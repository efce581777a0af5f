"""Migrations of module insentif; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("insentif")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Components, tariffs, lists, lines, signatures and the ledger of the first release."""
    wajib = {"lingkup"}
    kunci = {"id": str, "lingkup": str}
    db.table("insentif_komponen").create(
        kunci | {
            "nama": str, "sumber_dana": str, "program": str, "kegiatan": str, "kode_rekening": str,
            "pajak": int, "cara": str, "hari_acuan": int,
        },
        pk="id", not_null=wajib, strict=True,
    )  # fmt: skip
    db.table("insentif_tarif").create(
        kunci | {"komponen_id": str, "mulai": str, "sampai": str, "jumlah": int, "dasar_hukum": str},
        pk="id", not_null=wajib, strict=True,
    )  # fmt: skip
    db.table("insentif_daftar").create(
        kunci | {
            "nomor": str, "komponen_id": str, "periode": str, "keadaan": str, "dikunci_oleh": str,
            "dikunci_pada": str, "alasan": str, "dasar": str, "cetak_ke": int,
        },
        pk="id", not_null=wajib, strict=True,
    )  # fmt: skip
    db.table("insentif_daftar").create_index(["nomor"])
    db.table("insentif_baris").create(
        kunci | {
            "daftar_id": str, "no": int, "jabatan_id": str, "masa_id": str, "orang_id": str,
            "nomor_rt": str, "nama": str, "rincian": str, "bruto": int, "pph": int, "diterima": int,
        },
        pk="id", not_null=wajib, strict=True,
    )  # fmt: skip
    db.table("insentif_baris").create_index(["daftar_id", "no"])
    db.table("insentif_tanda").create(
        kunci | {"tanggal": str, "penerima": str, "surat_kuasa": str}, pk="id", not_null=wajib, strict=True
    )
    db.table("insentif_mutasi").create(
        kunci | {
            "daftar_id": str, "baris_id": str, "jabatan_id": str, "masa_id": str, "komponen_id": str,
            "bulan": str, "slot": str, "jenis": str, "jumlah": int, "tanggal": str, "cara": str,
            "membalik": str, "alasan": str,
        },
        pk="id", not_null=wajib, strict=True,
    )  # fmt: skip
    db.table("insentif_mutasi").create_index(["slot"])
    db.table("insentif_mutasi").create_index(["baris_id"])
    db.table("insentif_mutasi").create_index(["membalik"])
