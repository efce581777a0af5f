"""The summary kept with the ledger: its tables and the triggers that keep it, as migration m002 lays them; frozen
once released.

A row per post, component and year with the rupiah of each month, and one per kelurahan, component, month and month of
payment. Triggers add and subtract, so that it is right in the same transaction whoever writes: an act, a sync, a
restored backup.
"""

from __future__ import annotations

BULAN = tuple(f"b{ke:02d}" for ke in range(1, 13))
UANG = ("dibayar", "dibalik", "dikembalikan", "hidup")
_DIUBAH = ("lingkup", "jabatan_id", "komponen_id", "bulan", "jumlah", "tanggal", "jenis", "membalik")


def _rt(baris: str, tanda: str) -> str:
    """Return the statement that adds (``+``) or takes off (``-``) an entry, called ``new`` or ``old``."""
    nilai = ", ".join(
        f"CASE substr({baris}.bulan, 6, 2) WHEN '{b[1:]}' THEN {tanda}coalesce({baris}.jumlah, 0) ELSE 0 END"
        for b in BULAN
    )
    return f"""INSERT INTO insentif_ringkas_rt VALUES (
        CAST(substr(coalesce({baris}.bulan, ''), 1, 4) AS INTEGER), {baris}.lingkup, coalesce({baris}.jabatan_id, ''),
        coalesce({baris}.komponen_id, ''), {nilai})
    ON CONFLICT DO UPDATE SET {", ".join(f"{b} = {b} + excluded.{b}" for b in BULAN)};"""


def _bulan(baris: str, tanda: str) -> str:
    jumlah = f"{tanda}coalesce({baris}.jumlah, 0)"
    kembali = f"{baris}.membalik IS NOT NULL AND coalesce({baris}.jenis, '') = 'dikembalikan'"
    return f"""INSERT INTO insentif_ringkas_bulan VALUES (
        {baris}.lingkup, coalesce({baris}.komponen_id, ''), coalesce({baris}.bulan, ''),
        substr(coalesce({baris}.tanggal, ''), 1, 7),
        CASE WHEN {baris}.membalik IS NULL THEN {jumlah} ELSE 0 END,
        CASE WHEN {baris}.membalik IS NULL OR {kembali} THEN 0 ELSE {jumlah} END,
        CASE WHEN {kembali} THEN {jumlah} ELSE 0 END,
        CASE WHEN {baris}.membalik IS NULL THEN {tanda}1 ELSE -({tanda}1) END)
    ON CONFLICT DO UPDATE SET {", ".join(f"{kolom} = {kolom} + excluded.{kolom}" for kolom in UANG)};"""


def _keduanya(baris: str, tanda: str) -> str:
    return _rt(baris, tanda) + _bulan(baris, tanda)


_BEDA = " OR ".join(f"old.{kolom} IS NOT new.{kolom}" for kolom in _DIUBAH)
TABEL = (
    f"""CREATE TABLE insentif_ringkas_rt (
        tahun INTEGER NOT NULL, lingkup TEXT NOT NULL, jabatan_id TEXT NOT NULL, komponen_id TEXT NOT NULL,
        {", ".join(f"{b} INTEGER NOT NULL" for b in BULAN)},
        PRIMARY KEY (tahun, lingkup, jabatan_id, komponen_id)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE insentif_ringkas_bulan (
        lingkup TEXT NOT NULL, komponen_id TEXT NOT NULL, bulan TEXT NOT NULL, kas TEXT NOT NULL,
        {", ".join(f"{kolom} INTEGER NOT NULL" for kolom in UANG)},
        PRIMARY KEY (lingkup, komponen_id, bulan, kas)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX insentif_ringkas_kas ON insentif_ringkas_bulan (kas, komponen_id)",
    "CREATE INDEX insentif_mutasi_daftar ON insentif_mutasi (daftar_id, baris_id, bulan, jumlah)",
    "CREATE INDEX insentif_daftar_periode ON insentif_daftar (periode)",
)
PEMICU = (
    f"CREATE TRIGGER insentif_ringkas_baru AFTER INSERT ON insentif_mutasi BEGIN {_keduanya('new', '+')} END",
    f"CREATE TRIGGER insentif_ringkas_hapus AFTER DELETE ON insentif_mutasi BEGIN {_keduanya('old', '-')} END",
    f"""CREATE TRIGGER insentif_ringkas_ubah AFTER UPDATE OF {", ".join(_DIUBAH)} ON insentif_mutasi WHEN {_BEDA}
        BEGIN {_keduanya("old", "-")}{_keduanya("new", "+")} END""",
)
ISI = (
    f"""INSERT INTO insentif_ringkas_rt
        SELECT CAST(substr(coalesce(bulan, ''), 1, 4) AS INTEGER), lingkup, coalesce(jabatan_id, ''),
            coalesce(komponen_id, ''),
            {", ".join(f"sum(iif(substr(bulan, 6, 2) = '{b[1:]}', coalesce(jumlah, 0), 0))" for b in BULAN)}
        FROM insentif_mutasi GROUP BY 1, 2, 3, 4""",
    """INSERT INTO insentif_ringkas_bulan
        SELECT lingkup, coalesce(komponen_id, ''), coalesce(bulan, ''), substr(coalesce(tanggal, ''), 1, 7),
            sum(CASE WHEN membalik IS NULL THEN coalesce(jumlah, 0) ELSE 0 END),
            sum(CASE WHEN membalik IS NULL OR coalesce(jenis, '') = 'dikembalikan' THEN 0 ELSE coalesce(jumlah, 0) END),
            sum(CASE WHEN membalik IS NOT NULL AND coalesce(jenis, '') = 'dikembalikan' THEN coalesce(jumlah, 0)
                ELSE 0 END),
            sum(CASE WHEN membalik IS NULL THEN 1 ELSE -1 END)
        FROM insentif_mutasi GROUP BY 1, 2, 3, 4""",
)
"""The whole summary from the ledger: for what was there before, and to rebuild it."""
