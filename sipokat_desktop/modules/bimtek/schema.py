"""Migrations of module bimtek; each is frozen once released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("bimtek")


@MIGRATIONS()
def m001_awal(db: Database) -> None:
    """Events, sessions, minutes, the design of certificates, invitations, attendance and certificates.

    A trigger notes who was ever recorded more than once in a session: those few may contradict each other.
    """
    kunci = {"id": str, "lingkup": str}
    for tabel, kolom in _TABEL.items():
        db.table(tabel).create(kunci | kolom, pk="id", not_null={"lingkup"}, strict=True)
    for tabel, indeks in _INDEKS.items():
        for satu in indeks:
            db.table(tabel).create_index(list(satu))
    db.execute(
        """CREATE TABLE bimtek_rangkap (sesi_id TEXT NOT NULL, jabatan_id TEXT NOT NULL,
           PRIMARY KEY (sesi_id, jabatan_id)) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """CREATE TRIGGER bimtek_rangkap_catat AFTER INSERT ON bimtek_hadir BEGIN
           INSERT INTO bimtek_rangkap SELECT new.sesi_id, new.jabatan_id WHERE EXISTS
               (SELECT 1 FROM bimtek_hadir h WHERE h.sesi_id = new.sesi_id AND h.jabatan_id = new.jabatan_id
                AND h.id <> new.id) ON CONFLICT DO NOTHING; END"""
    )


@MIGRATIONS()
def m002_rangkap(db: Database) -> None:
    """Who was recorded more than once, also in stores that are older than the trigger; from here on every migration of
    every module is frozen (storage/align.py)."""
    db.execute(
        """INSERT INTO bimtek_rangkap SELECT sesi_id, jabatan_id FROM bimtek_hadir
           WHERE sesi_id IS NOT NULL AND jabatan_id IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1
           ON CONFLICT DO NOTHING"""
    )


_TABEL: dict[str, dict[str, type]] = {
    "bimtek_kegiatan": {
        "nama": str, "tema": str, "dasar_hukum": str, "penyelenggara": str, "tempat": str, "narasumber": str,
        "surat_nomor": str, "surat_tanggal": str, "surat_isi": str, "latar_belakang": str, "tujuan": str, "hasil": str,
        "saran": str, "keadaan": str, "catatan": str,
    },
    "bimtek_sesi": {
        "kegiatan_id": str, "judul": str, "tanggal": str, "mulai": str, "selesai": str, "tempat": str,
        "narasumber": str, "sasaran": str, "catatan": str,
    },
    "bimtek_notulen": {
        "sesi_id": str, "pimpinan": str, "notulis": str, "pembukaan": str, "pembahasan": str, "tanya_jawab": str,
        "kesimpulan": str, "penutup": str,
    },
    "bimtek_sertifikat": {
        "judul": str, "kalimat": str, "nomor": str, "warna": str, "logo": str, "latar": str, "kiri_jabatan": str,
        "kiri_nama": str, "kiri_nip": str, "kanan_jabatan": str, "kanan_nama": str, "kanan_nip": str, "balik": int,
    },
    "bimtek_undangan": {
        "kegiatan_id": str, "jabatan_id": str, "masa_id": str, "orang_id": str, "nama": str, "token": str,
        "catatan": str, "keadaan": str,
    },
    "bimtek_hadir": {
        "kegiatan_id": str, "sesi_id": str, "jabatan_id": str, "masa_id": str, "orang_id": str, "nama": str,
        "tanda": str, "wakil": str, "pukul": int, "pintu": str, "cara": str, "catatan": str,
    },
    "bimtek_terbit": {
        "kegiatan_id": str, "jabatan_id": str, "masa_id": str, "orang_id": str, "nama": str, "nomor": str,
        "tanggal": str,
    },
}  # fmt: skip
_INDEKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "bimtek_sesi": (("kegiatan_id", "tanggal"),),
    "bimtek_notulen": (("sesi_id",),),
    "bimtek_undangan": (
        ("kegiatan_id", "lingkup", "keadaan"),
        ("token",),
        ("jabatan_id", "kegiatan_id", "lingkup", "keadaan"),
    ),
    "bimtek_hadir": (
        ("sesi_id", "jabatan_id", "tanda", "cara", "masa_id"),
        ("kegiatan_id", "lingkup", "jabatan_id"),
        ("jabatan_id",),
    ),
    "bimtek_terbit": (("kegiatan_id", "lingkup"), ("nomor",), ("jabatan_id",)),
}
