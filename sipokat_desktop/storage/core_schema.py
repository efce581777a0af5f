"""Tables of the store itself: op log, history, shadow of the city's rows, receipts. Not synced."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("inti")


@MIGRATIONS()
def m001_inti(db: Database) -> None:
    """The op log with its hash chain, the record history, and the sync state of the first release."""
    db.execute(
        """CREATE TABLE sync_op (
            op_id TEXT PRIMARY KEY, act_id TEXT NOT NULL, inc TEXT NOT NULL, n INTEGER NOT NULL,
            hash TEXT NOT NULL, hlc INTEGER NOT NULL, lingkup TEXT NOT NULL, tabel TEXT NOT NULL,
            row_id TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'pending'
                CHECK (state IN ('pending', 'sent', 'acked', 'held', 'refused')),
            hasil TEXT NOT NULL DEFAULT '', alasan TEXT NOT NULL DEFAULT '', UNIQUE (inc, n)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX sync_op_belum ON sync_op (row_id, hlc) WHERE state IN ('pending', 'sent')")
    db.execute("CREATE INDEX sync_op_ditahan ON sync_op (state) WHERE state IN ('held', 'refused')")
    db.execute(
        """CREATE TABLE riwayat (
            no INTEGER PRIMARY KEY, act_id TEXT NOT NULL, act TEXT NOT NULL, waktu INTEGER NOT NULL,
            oleh TEXT NOT NULL, asal TEXT NOT NULL, tabel TEXT NOT NULL, row_id TEXT NOT NULL,
            sebelum TEXT NOT NULL, sesudah TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX riwayat_baris ON riwayat (row_id)")
    db.execute(
        """CREATE TABLE sync_shadow (
            tabel TEXT NOT NULL, id TEXT NOT NULL, lingkup TEXT NOT NULL, seq INTEGER NOT NULL,
            deleted INTEGER NOT NULL, doc TEXT NOT NULL, writers TEXT NOT NULL, hash TEXT NOT NULL,
            PRIMARY KEY (tabel, id)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX sync_shadow_lingkup ON sync_shadow (lingkup, tabel)")
    db.execute(
        """CREATE TABLE sync_inbox (
            lingkup TEXT NOT NULL, seq INTEGER NOT NULL, tabel TEXT NOT NULL, id TEXT NOT NULL,
            deleted INTEGER NOT NULL, doc TEXT NOT NULL, writers TEXT NOT NULL, hash TEXT NOT NULL,
            PRIMARY KEY (tabel, id)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """CREATE TABLE sync_cursor (
            lingkup TEXT PRIMARY KEY, cursor TEXT NOT NULL, staged TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE sync_digest (
            lingkup TEXT NOT NULL, tabel TEXT NOT NULL, jumlah INTEGER NOT NULL, sum TEXT NOT NULL,
            PRIMARY KEY (lingkup, tabel)
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE sync_bukti (
            no INTEGER PRIMARY KEY, waktu INTEGER NOT NULL, cocok INTEGER NOT NULL, isi TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE TABLE setelan (kunci TEXT PRIMARY KEY, nilai TEXT NOT NULL) STRICT, WITHOUT ROWID")
    db.execute(
        """CREATE TABLE rantai (
            satu INTEGER PRIMARY KEY CHECK (satu = 1), inc TEXT NOT NULL, n INTEGER NOT NULL,
            hash TEXT NOT NULL, hlc INTEGER NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE pengguna (
            id TEXT PRIMARY KEY, nama TEXT NOT NULL, peran TEXT NOT NULL, pin TEXT NOT NULL
        ) STRICT"""
    )
    db.execute(
        """CREATE TABLE konflik (
            id TEXT PRIMARY KEY, lingkup TEXT NOT NULL, jenis TEXT, tabel TEXT, row_id TEXT, field TEXT,
            slot TEXT, isi TEXT, keadaan TEXT
        ) STRICT"""
    )


@MIGRATIONS()
def m002_penulis(db: Database) -> None:
    """Who wrote the city's last state of a row, on which PC, and when."""
    for table in ("sync_inbox", "sync_shadow"):
        for column in (
            "oleh TEXT NOT NULL DEFAULT ''",
            "asal TEXT NOT NULL DEFAULT ''",
            "waktu INTEGER NOT NULL DEFAULT 0",
        ):
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


@MIGRATIONS()
def m003_putusan(db: Database) -> None:
    """What was decided, why, and by whom."""
    for name in ("putusan", "alasan", "diputus_oleh"):
        db.execute(f"ALTER TABLE konflik ADD COLUMN {name} TEXT")


@MIGRATIONS()
def m004_tindakan(db: Database) -> None:
    """Everything that one act changed is found without reading the whole history."""
    db.execute("CREATE INDEX riwayat_tindakan ON riwayat (act_id)")


@MIGRATIONS()
def m005_catatan(db: Database) -> None:
    """The op log as an ordinary table: it grows at its end, and its long rows lie in no index.

    An op is found by its number; by its id only where the city held or refused it.
    """
    db.execute("ALTER TABLE sync_op RENAME TO sync_op_lama")
    db.execute(
        """CREATE TABLE sync_op (
            op_id TEXT NOT NULL, act_id TEXT NOT NULL, inc TEXT NOT NULL, n INTEGER NOT NULL,
            hash TEXT NOT NULL, hlc INTEGER NOT NULL, lingkup TEXT NOT NULL, tabel TEXT NOT NULL,
            row_id TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'pending'
                CHECK (state IN ('pending', 'sent', 'acked', 'held', 'refused')),
            hasil TEXT NOT NULL DEFAULT '', alasan TEXT NOT NULL DEFAULT '', UNIQUE (inc, n)
        ) STRICT"""
    )
    db.execute("INSERT INTO sync_op SELECT * FROM sync_op_lama ORDER BY hlc, n")
    db.execute("DROP TABLE sync_op_lama")
    db.execute("CREATE INDEX sync_op_belum ON sync_op (row_id, hlc) WHERE state IN ('pending', 'sent')")
    db.execute("CREATE INDEX sync_op_terjawab ON sync_op (lingkup) WHERE state = 'sent'")
    db.execute("CREATE INDEX sync_op_ditahan ON sync_op (state) WHERE state IN ('held', 'refused')")
    db.execute("CREATE INDEX sync_op_terhenti ON sync_op (op_id) WHERE hasil IN ('held', 'refused')")


@MIGRATIONS()
def m006_foto(db: Database) -> None:
    """What is known of each photo that a row names: whether it waits to be sent, or the city holds it.

    ``inc``: the incarnation that was told so; under another one it is asked again. ``diperiksa``, ``waktu`` (when it
    was recorded) and ``lagi`` (not to be tried before) in UTC ms.
    """
    db.execute(
        """CREATE TABLE foto_lokal (
            kunci TEXT PRIMARY KEY, keadaan TEXT NOT NULL, waktu INTEGER NOT NULL, inc TEXT NOT NULL DEFAULT '',
            diperiksa INTEGER NOT NULL DEFAULT 0, coba INTEGER NOT NULL DEFAULT 0, lagi INTEGER NOT NULL DEFAULT 0,
            CHECK (keadaan IN ('kirim', 'kota', 'ambil', 'hilang', 'lama'))
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX foto_lokal_belum ON foto_lokal (keadaan, waktu) WHERE keadaan <> 'kota'")


@MIGRATIONS()
def m007_pengguna(db: Database) -> None:
    """People who may be switched off; their former names; wrong PINs in a row and until when (UTC ms) nobody asks."""
    for column in (
        "nonaktif INTEGER NOT NULL DEFAULT 0",
        "nama_lama TEXT NOT NULL DEFAULT '[]'",
        "salah INTEGER NOT NULL DEFAULT 0",
        "tunggu INTEGER NOT NULL DEFAULT 0",
    ):
        db.execute(f"ALTER TABLE pengguna ADD COLUMN {column}")
