"""Migrations of module usulan; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("usulan")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Proposals, the history of their statuses, and what they are based on."""
    kunci = {"id": str, "lingkup": str}
    for tabel, kolom in _TABEL.items():
        db.table(tabel).create(kunci | kolom, pk="id", not_null={"lingkup"}, strict=True)
    for tabel, indeks in _INDEKS.items():
        for satu in indeks:
            db.table(tabel).create_index(list(satu))


_TABEL: dict[str, dict[str, type]] = {
    "usulan_butir": {
        "jabatan_id": str, "tahun": int, "kategori": str, "judul": str, "uraian": str, "lokasi": str, "volume": int,
        "satuan": str, "biaya": int, "manfaat": str, "kk": int, "prioritas": int, "opd": str, "gabung_id": str,
        "pengusul": str, "catatan": str, "dari_id": str,
    },
    "usulan_status": {
        "usulan_id": str, "status": str, "tanggal": str, "alasan": str, "dokumen": str, "dicatat": int,
    },
    "usulan_dasar": {"usulan_id": str, "sumber": str, "asal": str, "judul": str, "hari": str},
}  # fmt: skip
_INDEKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "usulan_butir": (("lingkup", "tahun"), ("jabatan_id",), ("gabung_id",), ("dari_id",)),
    "usulan_status": (("usulan_id", "tanggal"),),
    "usulan_dasar": (("usulan_id",), ("sumber", "asal")),
}
