"""The sums kept beside the reports: their tables and the triggers that keep them, as migration m001 lays them; frozen
once released (keputusan/0039).

A row per RT and month with all that an evaluation counts, and one per kelurahan, month and kind of activity. Triggers
add and take off in the transaction that writes a report or a photo, whoever writes: an act, a sync, a restored backup.
"""

from __future__ import annotations

BIDANG = tuple(f"b{ke}" for ke in range(1, 6))
ANGKA = (
    "jumlah", *BIDANG, "kinerja", "lurah_ya", "lurah_tidak", "camat_ya", "camat_tidak", "nilai", "berfoto",
)  # fmt: skip
_KUNCI = ("lingkup", "bulan", "jabatan_id")
_KUNCI_JENIS = ("lingkup", "bidang", "jenis", "bulan")
"""The month last: an evaluation adds up one kind of a kelurahan after the other, as they lie."""
_DIUBAH = ("lingkup", "jabatan_id", "tanggal", "bidang", "jenis", "kategori", "lurah", "camat")


def kunci(baris: str) -> tuple[str, ...]:
    """Return the expressions of the key of a report called ``baris``."""
    return f"{baris}.lingkup", f"substr(coalesce({baris}.tanggal, ''), 1, 7)", f"coalesce({baris}.jabatan_id, '')"


def kunci_jenis(baris: str) -> tuple[str, ...]:
    """Return the expressions of the key by kind of activity."""
    lingkup, bulan, _ = kunci(baris)
    return lingkup, f"coalesce({baris}.bidang, '')", f"coalesce({baris}.jenis, '')", bulan


def angka(baris: str) -> tuple[str, ...]:
    """Return the expression of each of ANGKA: 0 or 1 of one report."""
    ya = {kolom: f"coalesce({baris}.{kolom}, '') = '{{}}'" for kolom in ("bidang", "kategori", "lurah", "camat")}
    kinerja, lurah, camat = ya["kategori"].format("kinerja"), ya["lurah"], ya["camat"]
    return (
        "1", *(ya["bidang"].format(kolom[1]) for kolom in BIDANG), kinerja, lurah.format("ya"), lurah.format("tidak"),
        camat.format("ya"), camat.format("tidak"),
        f"({kinerja} AND {lurah.format('ya')} AND coalesce({baris}.camat, 'ya') = 'ya')",
        f"EXISTS (SELECT 1 FROM laporan_foto f WHERE f.laporan_id = {baris}.id)",
    )  # fmt: skip


def _tambah(baris: str, tanda: str) -> str:
    """Return the statements that add (``+``) or take off (``-``) a report called ``new`` or ``old``."""
    nilai = ", ".join((*kunci(baris), *(f"{tanda}({satu})" for satu in angka(baris))))
    return f"""INSERT INTO laporan_ringkas VALUES ({nilai})
        ON CONFLICT DO UPDATE SET {", ".join(f"{kolom} = {kolom} + excluded.{kolom}" for kolom in ANGKA)};
    INSERT INTO laporan_ringkas_jenis VALUES ({", ".join(kunci_jenis(baris))}, {tanda}1)
        ON CONFLICT DO UPDATE SET jumlah = jumlah + excluded.jumlah;"""


def _foto(baris: str, tanda: str) -> str:
    """Return what counts the first photo of a report, or takes off the last, called ``new`` or ``old``."""
    return f"""UPDATE laporan_ringkas SET berfoto = berfoto {tanda} 1
        WHERE ({", ".join(_KUNCI)}) = (SELECT {", ".join(kunci("l"))} FROM laporan_kegiatan l
            WHERE l.id = {baris}.laporan_id)
        AND NOT EXISTS (SELECT 1 FROM laporan_foto f WHERE f.laporan_id = {baris}.laporan_id AND f.id <> {baris}.id);"""


_BEDA = " OR ".join(f"old.{kolom} IS NOT new.{kolom}" for kolom in _DIUBAH)
TABEL = (
    f"""CREATE TABLE laporan_ringkas (
        lingkup TEXT NOT NULL, bulan TEXT NOT NULL, jabatan_id TEXT NOT NULL,
        {", ".join(f"{kolom} INTEGER NOT NULL" for kolom in ANGKA)}, PRIMARY KEY ({", ".join(_KUNCI)})
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE laporan_ringkas_jenis (
        lingkup TEXT NOT NULL, bidang TEXT NOT NULL, jenis TEXT NOT NULL, bulan TEXT NOT NULL, jumlah INTEGER NOT NULL,
        PRIMARY KEY ({", ".join(_KUNCI_JENIS)})
    ) STRICT, WITHOUT ROWID""",
)
PEMICU = (
    f"CREATE TRIGGER laporan_ringkas_baru AFTER INSERT ON laporan_kegiatan BEGIN {_tambah('new', '+')} END",
    f"CREATE TRIGGER laporan_ringkas_hapus AFTER DELETE ON laporan_kegiatan BEGIN {_tambah('old', '-')} END",
    f"""CREATE TRIGGER laporan_ringkas_ubah AFTER UPDATE OF {", ".join(_DIUBAH)} ON laporan_kegiatan WHEN {_BEDA}
        BEGIN {_tambah("old", "-")} {_tambah("new", "+")} END""",
    f"CREATE TRIGGER laporan_ringkas_foto_baru AFTER INSERT ON laporan_foto BEGIN {_foto('new', '+')} END",
    f"CREATE TRIGGER laporan_ringkas_foto_hapus AFTER DELETE ON laporan_foto BEGIN {_foto('old', '-')} END",
    f"""CREATE TRIGGER laporan_ringkas_foto_ubah AFTER UPDATE OF laporan_id ON laporan_foto
        WHEN old.laporan_id IS NOT new.laporan_id BEGIN {_foto("old", "-")} {_foto("new", "+")} END""",
)
DARI_LAPORAN = f"""SELECT {", ".join(kunci("l"))}, {", ".join(f"sum({satu})" for satu in angka("l"))}
FROM laporan_kegiatan l {{syarat}} GROUP BY 1, 2, 3"""
JENIS_DARI_LAPORAN = f"""SELECT {", ".join(kunci_jenis("l"))}, count(*) FROM laporan_kegiatan l {{syarat}}
GROUP BY 1, 2, 3, 4"""
"""The sums from the reports themselves: to compare, to rebuild, and for days that are no whole months."""
