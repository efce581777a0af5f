"""Migrations of module laporan; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from . import schema_cari, schema_ringkas

MIGRATIONS = Migrations("laporan")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Reports with their verification, their photos, and settings; the sums and the search index beside them."""
    kunci = {"id": str, "lingkup": str}
    for tabel, kolom in _TABEL.items():
        db.table(tabel).create(kunci | kolom, pk="id", not_null={"lingkup"}, strict=True)
    for tabel, indeks in _INDEKS.items():
        for satu in indeks:
            db.table(tabel).create_index(list(satu))
    for perintah in (*schema_ringkas.TABEL, *schema_ringkas.PEMICU, *schema_cari.TABEL, *schema_cari.PEMICU):
        db.execute(perintah)


_TABEL: dict[str, dict[str, type]] = {
    "laporan_kegiatan": {
        "jabatan_id": str, "masa_id": str, "tanggal": str, "bidang": str, "jenis": str, "uraian": str, "lokasi": str,
        "peserta": int, "kategori": str, "asal": str, "pelapor": str, "diubah_oleh": str,
        "lurah": str, "lurah_catatan": str, "lurah_hari": str, "lurah_isi": str,
        "camat": str, "camat_catatan": str, "camat_hari": str, "camat_isi": str,
    },
    "laporan_foto": {
        "laporan_id": str, "kunci": str, "sidik": str, "ukuran": int, "lebar": int, "tinggi": int, "urutan": int,
    },
    "laporan_setelan": {"kunci": str, "nilai": str},
}  # fmt: skip
_INDEKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "laporan_kegiatan": (
        ("lingkup", "tanggal"),
        ("jabatan_id", "tanggal"),
        ("lurah", "camat", "lingkup"),
    ),
    "laporan_foto": (("laporan_id",), ("kunci",)),
    "laporan_setelan": (("lingkup",),),
}
