"""The index of the search over reports: its tables and the triggers that keep it, as migration m001 lays them; frozen
once released (keputusan/0039).

A report has a number that orders it by day: the days since 1970 times a million, and its place in the day. The word
index holds the words of its text in the shared spelling, and a word for each of its codes, so that a filter costs as
little as a word. The codes begin with a letter that the shared spelling never leaves.
"""

from __future__ import annotations

EJAAN = (
    ("tj", "c"), ("dj", "j"), ("j", "y"), ("ch", "kh"), ("kh", "h"), ("sy", "s"), ("oe", "u"), ("v", "f"), ("q", "k"),
    ("x", "ks"), ("moh", "muh"), ("y", "i"), *((f"{huruf}{huruf}", huruf) for huruf in "abcdefghiklmnoprstuwz"),
)  # fmt: skip
"""What is written one way, in this order; the rule of kernel/pencarian.py as plain replacements."""
_SEKALI = 16
"""So many replacements SQLite's parser takes in one another."""
SEHARI = 1_000_000
"""So many numbers a day has."""
KODE = {
    "lingkup": ("ql", "''"), "jabatan_id": ("qr", "''"), "bidang": ("qb", "''"), "jenis": ("qj", "''"),
    "kategori": ("qg", "''"),
    "asal": ("qa", "''"), "lurah": ("qv", "'belum'"), "camat": ("qc", "'belum'"),
}  # fmt: skip
"""The codes of a report that are words of the index: what each begins with, and what stands for none."""
_TEKS = ("uraian", "lokasi", "pelapor")
_DIUBAH = (*KODE, *_TEKS)


def _eja(teks: str, aturan: tuple[tuple[str, str], ...]) -> str:
    for lama, baru in aturan:
        teks = f"replace({teks}, '{lama}', '{baru}')"
    return teks


def _polos(kolom: str, kosong: str = "''") -> str:
    """Return the expression of a code without what would part it into words."""
    return f"replace(replace(replace(coalesce({kolom}, {kosong}), '.', ''), '-', ''), '_', '')"


def pertama(baris: str) -> str:
    """Return the expression of the first number of the day of a report called ``baris``."""
    return f"coalesce(CAST(strftime('%s', {baris}.tanggal) AS INTEGER) / 86400, 0) * {SEHARI} + 1"


def nomor(baris: str) -> str:
    """Return the SELECT of the number of a report called ``baris``."""
    awal = pertama(baris)
    return f"SELECT no FROM laporan_cari WHERE no >= {awal} AND no < {awal} + {SEHARI} AND id = {baris}.id"


def kata(baris: str, no: str, dari: str = "") -> str:
    """Return the SELECT of a number (an expression) and the words of a report called ``baris`` (in the FROM)."""
    kode = [f"' {awal}' || {_polos(f'{baris}.{kolom}', kosong)}" for kolom, (awal, kosong) in KODE.items()]
    semua = " || ' ' || ".join(f"coalesce({baris}.{kolom}, '')" for kolom in _TEKS)
    return f"""SELECT no, {_eja("teks", EJAAN[_SEKALI:])} || kode FROM (
        SELECT {no} AS no, {_eja(f"lower({semua})", EJAAN[:_SEKALI])} AS teks, {" || ".join(kode)} AS kode {dari})
        WHERE no IS NOT NULL"""


_HAPUS = "INSERT INTO laporan_cari_fts (laporan_cari_fts, rowid, kata) SELECT 'delete', * FROM ({});"
_TULIS = "INSERT INTO laporan_cari_fts (rowid, kata) {};"
_BARU = f"""INSERT INTO laporan_cari (no, id) VALUES (coalesce((SELECT no + 1 FROM laporan_cari
    WHERE no >= {pertama("new")} AND no < {pertama("new")} + {SEHARI} ORDER BY no DESC LIMIT 1), {pertama("new")}),
    new.id);
{_TULIS.format(kata("new", "last_insert_rowid()"))}"""
_LEPAS = f"""{_HAPUS.format(kata("old", f"({nomor('old')})"))} DELETE FROM laporan_cari WHERE no = ({nomor("old")});"""
_BEDA = " OR ".join(f"old.{kolom} IS NOT new.{kolom}" for kolom in _DIUBAH)
TABEL = (
    "CREATE TABLE laporan_cari (no INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT",
    """CREATE VIRTUAL TABLE laporan_cari_fts USING fts5 (
        kata, content = '', tokenize = 'unicode61 remove_diacritics 2', detail = none, prefix = '2'
    )""",
    "CREATE VIRTUAL TABLE laporan_cari_vokab USING fts5vocab (laporan_cari_fts, 'row')",
)
PEMICU = (
    f"CREATE TRIGGER laporan_cari_baru AFTER INSERT ON laporan_kegiatan BEGIN {_BARU} END",
    f"CREATE TRIGGER laporan_cari_hapus AFTER DELETE ON laporan_kegiatan BEGIN {_LEPAS} END",
    f"""CREATE TRIGGER laporan_cari_hari AFTER UPDATE OF tanggal ON laporan_kegiatan
        WHEN old.tanggal IS NOT new.tanggal BEGIN {_LEPAS} {_BARU} END""",
    f"""CREATE TRIGGER laporan_cari_ubah AFTER UPDATE OF {", ".join(_DIUBAH)} ON laporan_kegiatan
        WHEN old.tanggal IS new.tanggal AND ({_BEDA}) BEGIN
        {_HAPUS.format(kata("old", f"({nomor('old')})"))} {_TULIS.format(kata("new", f"({nomor('new')})"))} END""",
)
ISI = (
    "DELETE FROM laporan_cari",
    f"""INSERT INTO laporan_cari
        SELECT {pertama("l")} + row_number() OVER (PARTITION BY {pertama("l")} ORDER BY l.id) - 1, l.id
        FROM laporan_kegiatan l""",
    "INSERT INTO laporan_cari_fts (laporan_cari_fts) VALUES ('delete-all')",
    _TULIS.format(kata("l", "c.no", "FROM laporan_cari c JOIN laporan_kegiatan l ON l.id = c.id")),
)
"""What writes the whole index anew from the reports."""
