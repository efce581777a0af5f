"""What is kept beside the reports, compared with them in *Periksa data* and written anew where it differs."""

from __future__ import annotations

from sipokat_desktop.storage import sums
from sipokat_desktop.storage.module import Derived
from sipokat_desktop.storage.sqlite import Connection

from . import schema_cari, schema_ringkas
from . import text_evaluasi as text
from .cari_kata import kode

_RINGKAS = {
    "laporan_ringkas": (3, schema_ringkas.DARI_LAPORAN),
    "laporan_ringkas_jenis": (4, schema_ringkas.JENIS_DARI_LAPORAN),
}  # fmt: skip
"""Per table: how many columns are its key, and what it ought to hold."""
_TEMPAT = f"""SELECT count(*) FROM laporan_cari c LEFT JOIN laporan_kegiatan l ON l.id = c.id
    WHERE l.id IS NULL OR c.no - ({schema_cari.pertama("l")}) NOT BETWEEN 0 AND {schema_cari.SEHARI} - 1"""
_BANYAK = "SELECT (SELECT count(*) FROM laporan_kegiatan) - (SELECT count(DISTINCT id) FROM laporan_cari)"
_KODE = ("lingkup", "bidang", "kategori", "lurah", "camat")


def beda_ringkas(con: Connection) -> int:
    """Return in how many rows the sums differ from what the reports add up to; reads only."""
    return sum(sums.differing(con, tabel, sql.format(syarat=""), kunci) for tabel, (kunci, sql) in _RINGKAS.items())


def hitung_ulang(con: Connection) -> None:
    """Write the sums anew, inside the caller's transaction."""
    for tabel, (_, sql) in _RINGKAS.items():
        con.execute(f"DELETE FROM {tabel}")
        con.execute(f"INSERT INTO {tabel} {sql.format(syarat='')}")


def beda_cari(con: Connection) -> int:
    """Return in how many places the search index differs from the reports: reports without a number or with that of
    another day, and codes that another number of reports have. Reads only; a report's words are written with its
    codes, so they are not compared one by one."""
    salah_tempat, kurang = (int(con.execute(sql).fetchone()[0]) for sql in (_TEMPAT, _BANYAK))
    return salah_tempat + abs(kurang) + sum(_beda_kode(con, kolom) for kolom in _KODE)


def _beda_kode(con: Connection, kolom: str) -> int:
    kosong = schema_cari.KODE[kolom][1]
    rows = con.execute(f"SELECT coalesce({kolom}, {kosong}), count(*) FROM laporan_kegiatan GROUP BY 1").fetchall()
    ada = {str(nilai): int(n) for nilai, n in rows}
    cari = "SELECT count(*) FROM laporan_cari_fts WHERE laporan_cari_fts MATCH ?"
    dicari = {nilai: int(con.execute(cari, (f'"{kode(kolom, nilai)}"',)).fetchone()[0]) for nilai in ada}
    return sum(dicari[nilai] != n for nilai, n in ada.items())


def tulis_ulang(con: Connection) -> None:
    """Write the search index anew, inside the caller's transaction."""
    for perintah in schema_cari.ISI:
        con.execute(perintah)


TURUNAN = (
    Derived("ringkasan laporan", beda_ringkas, hitung_ulang, text.RINGKASAN_COCOK, text.RINGKASAN_DIHITUNG),
    Derived("pencarian laporan", beda_cari, tulis_ulang, text.CARI_COCOK, text.CARI_DITULIS),
)
"""For *Periksa data*."""
