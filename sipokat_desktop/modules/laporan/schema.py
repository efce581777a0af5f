"""Migrations of module laporan; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("laporan")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Reports with their verification, and their photos."""
    kunci = {"id": str, "lingkup": str}
    for tabel, kolom in _TABEL.items():
        db.table(tabel).create(kunci | kolom, pk="id", not_null={"lingkup"}, strict=True)
    for tabel, indeks in _INDEKS.items():
        for satu in indeks:
            db.table(tabel).create_index(list(satu))


_TABEL: dict[str, dict[str, type]] = {
    "laporan_kegiatan": {
        "jabatan_id": str, "masa_id": str, "tanggal": str, "bidang": str, "jenis": str, "uraian": str, "lokasi": str,
        "peserta": int, "kategori": str, "asal": str, "pelapor": str, "lurah": str, "lurah_catatan": str,
        "lurah_hari": str, "camat": str, "camat_catatan": str, "camat_hari": str,
    },
    "laporan_foto": {
        "laporan_id": str, "kunci": str, "sidik": str, "ukuran": int, "lebar": int, "tinggi": int, "urutan": int,
    },
}  # fmt: skip
_INDEKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "laporan_kegiatan": (
        ("lingkup", "tanggal"),
        ("jabatan_id", "tanggal"),
    ),
    "laporan_foto": (("laporan_id",), ("kunci",)),
}
