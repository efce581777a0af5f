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


_ISI = """SELECT j.id AS id, j.id AS jabatan_id, 1 AS pos, j.lingkup AS lingkup, CAST(j.nomor AS INTEGER) AS rt,
    coalesce(j.rw, '') AS rw, '' AS mulai,
    coalesce((SELECT min(coalesce(m.tmt, '')) FROM rt_masa m WHERE m.jabatan_id = j.id AND m.akhir_nyata IS NULL),
             '9999-12-31') AS sampai,
    NULL AS nama, NULL AS nik, NULL AS hp, NULL AS alamat, NULL AS akhir_sk, NULL AS sk_nomor, NULL AS jenis,
    NULL AS rekening, j.nomor AS nomor
FROM rt_jabatan j
UNION ALL
SELECT m.id, m.jabatan_id, 0, m.lingkup, coalesce(CAST(j.nomor AS INTEGER), 9999), coalesce(j.rw, ''),
    coalesce(m.tmt, ''), coalesce(m.akhir_nyata, '9999-12-31'), o.nama, o.nik, o.hp, o.alamat, m.akhir_sk, m.sk_nomor,
    m.jenis, o.rekening, j.nomor
FROM rt_masa m LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id LEFT JOIN rt_orang o ON o.id = m.orang_id"""
_DIURUT = ("lingkup, rt, rw, mulai, sampai, pos", "nama", "nik", "hp", "mulai", "akhir_sk")
_BASI, _SEKALI = "INSERT INTO rt_cari_basi", "ON CONFLICT DO NOTHING"
"""Not OR IGNORE: in a trigger the policy of the outer statement takes its place, and a sync writes by upsert."""
_JABATAN = f"{_BASI} VALUES ({{0}}.id) {_SEKALI}; {_BASI} SELECT id FROM rt_masa WHERE jabatan_id = {{0}}.id {_SEKALI};"
_ORANG = f"{_BASI} SELECT id FROM rt_masa WHERE orang_id = {{0}}.id {_SEKALI};"
_MASA = f"""{_BASI} VALUES ({{0}}.id) {_SEKALI};
{_BASI} SELECT {{0}}.jabatan_id WHERE {{0}}.jabatan_id IS NOT NULL {_SEKALI};"""
_HAPUS_KUNCI = "INSERT INTO rt_cari_fts (rt_cari_fts, rowid, kunci) VALUES ('delete', old.no, old.kunci);"
_TULIS_KUNCI = "INSERT INTO rt_cari_fts (rowid, kunci) VALUES (new.no, new.kunci);"
_PEMICU = {
    "jabatan_baru": ("INSERT ON rt_jabatan", _JABATAN.format("new")),
    "jabatan_ubah": ("UPDATE OF lingkup, nomor, rw ON rt_jabatan", _JABATAN.format("new")),
    "jabatan_hapus": ("DELETE ON rt_jabatan", _JABATAN.format("old")),
    "orang_baru": ("INSERT ON rt_orang", _ORANG.format("new")),
    "orang_ubah": ("UPDATE OF nama, nik, hp, alamat, rekening ON rt_orang", _ORANG.format("new")),
    "orang_hapus": ("DELETE ON rt_orang", _ORANG.format("old")),
    "masa_baru": ("INSERT ON rt_masa", _MASA.format("new")),
    "masa_ubah": (
        "UPDATE OF lingkup, jabatan_id, orang_id, jenis, sk_nomor, tmt, akhir_sk, akhir_nyata ON rt_masa",
        _MASA.format("old") + _MASA.format("new"),
    ),
    "masa_hapus": ("DELETE ON rt_masa", _MASA.format("old")),
    "kunci_baru": ("INSERT ON rt_cari", _TULIS_KUNCI),
    "kunci_ubah": ("UPDATE OF kunci ON rt_cari WHEN old.kunci IS NOT new.kunci", _HAPUS_KUNCI + _TULIS_KUNCI),
    "kunci_hapus": ("DELETE ON rt_cari", _HAPUS_KUNCI),
}


@MIGRATIONS()
def m002_cari(db: Database) -> None:
    """The photo of a person; and the index of the search: an entry per term and per vacant post.

    Triggers note which entries are stale (a save must stay cheap); ``indeks.segarkan`` writes those anew.
    """
    db.execute("ALTER TABLE rt_orang ADD COLUMN foto TEXT")
    db.execute("CREATE TABLE rt_cari_basi (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    db.execute(
        """CREATE TABLE rt_cari (
            no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, jabatan_id TEXT, pos INTEGER NOT NULL,
            lingkup TEXT NOT NULL, rt INTEGER, rw TEXT NOT NULL, mulai TEXT NOT NULL, sampai TEXT NOT NULL,
            nama TEXT NOT NULL, nik TEXT NOT NULL, hp TEXT NOT NULL, akhir_sk TEXT NOT NULL, jenis TEXT NOT NULL,
            rekening INTEGER NOT NULL, kunci TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX rt_cari_jabatan ON rt_cari (jabatan_id, pos, mulai, sampai)")
    for ke, kolom in enumerate(_DIURUT):
        db.execute(f"CREATE INDEX rt_cari_urut_{ke} ON rt_cari ({kolom})")
    db.execute(
        """CREATE VIRTUAL TABLE rt_cari_fts USING fts5 (
            kunci, content = 'rt_cari', content_rowid = 'no', tokenize = 'trigram case_sensitive 1',
            columnsize = 0
        )"""
    )
    db.execute(f"CREATE VIEW rt_cari_isi AS {_ISI}")
    for nama, (kapan, isi) in _PEMICU.items():
        db.execute(f"CREATE TRIGGER rt_cari_{nama} AFTER {kapan} BEGIN {isi} END")
    db.execute(f"{_BASI} SELECT id FROM rt_cari_isi")


@MIGRATIONS()
def m003_serah_terima(db: Database) -> None:
    """What a new head was handed over, and the office's own name of its kelurahan."""
    db.execute("ALTER TABLE rt_masa ADD COLUMN serah_terima TEXT")
    db.table("rt_kelurahan").create(
        {"id": str, "lingkup": str, "nama": str, "alamat": str}, pk="id", not_null={"lingkup"}, strict=True
    )


@MIGRATIONS()
def m004_logo(db: Database) -> None:
    """The logo of the office's letterhead (base64)."""
    db.execute("ALTER TABLE rt_kelurahan ADD COLUMN logo TEXT")
