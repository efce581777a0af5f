"""Migrations of module insentif; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from . import schema_buku

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


@MIGRATIONS()
def m002_siklus(db: Database) -> None:
    """Tax schemes, funding by year, performance rules, the life of a list after its locking, corrections."""
    kunci = {"id": str, "lingkup": str}
    for tabel, kolom in _KOLOM_BARU.items():
        for nama, jenis in kolom.items():
            db.execute(f"ALTER TABLE {tabel} ADD COLUMN {nama} {jenis}")
    for tabel, isi in _TABEL_BARU.items():
        db.table(tabel).create(kunci | isi, pk="id", not_null={"lingkup"}, strict=True)
    for tabel in ("insentif_koreksi", "insentif_terkoreksi"):
        db.table(tabel).create_index(["baris_id"])
        db.table(tabel).create_index(["daftar_id"])
    db.table("insentif_kinerja").create_index(["masa_id", "bulan"])
    for perintah in (*schema_buku.TABEL, *schema_buku.ISI, *schema_buku.PEMICU):
        db.execute(perintah)


@MIGRATIONS()
def m003_acara(db: Database) -> None:
    """Components that pay for having attended an event: whose it is, its id, once or per session."""
    for nama in ("sumber", "asal", "per"):
        db.execute(f"ALTER TABLE insentif_komponen ADD COLUMN {nama} TEXT")


_KOLOM_BARU: dict[str, dict[str, str]] = {
    "insentif_komponen": {"skema": "TEXT", "terbuka": "INTEGER"},
    "insentif_daftar": {
        "diperiksa_oleh": "TEXT", "diperiksa_pada": "TEXT", "spp_nomor": "TEXT", "spp_tanggal": "TEXT",
        "sp2d_nomor": "TEXT", "sp2d_tanggal": "TEXT", "lewati": "TEXT",
    },
    "insentif_baris": dict.fromkeys(
        ("hitungan", "khusus", "alasan", "oleh", "skema", "sk", "bank", "rekening", "atas_nama", "sambung"), "TEXT"
    ),
    "insentif_mutasi": {"sts": "TEXT"},
}  # fmt: skip
_TABEL_BARU: dict[str, dict[str, type]] = {
    "insentif_anggaran": {
        "komponen_id": str, "tahun": int, "sumber_dana": str, "program": str, "kegiatan": str, "kode_rekening": str,
        "pagu": int, "dasar": str,
    },
    "insentif_aturan": {
        "komponen_id": str, "versi": int, "mulai": str, "sampai": str, "ukuran": str, "pita": str, "dasar_hukum": str,
    },
    "insentif_kinerja": {
        "jabatan_id": str, "masa_id": str, "bulan": str, "laporan": int, "skor": int, "sumber": str,
    },
    "insentif_terkoreksi": {"daftar_id": str, "baris_id": str, "bulan": str, "menjadi": str},
    "insentif_koreksi": {
        "daftar_id": str, "baris_id": str, "bulan": str, "revisi": int, "dari": str, "menjadi": str, "tanggal": str,
        "alasan": str, "oleh": str,
    },
    "insentif_tunda": {"daftar_id": str, "alasan": str, "sejak": str},
    "insentif_setelan": {"kunci": str, "nilai": str},
}  # fmt: skip
