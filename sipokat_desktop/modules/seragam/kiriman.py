"""The ledger as people read it: deliveries by surat jalan, and every movement with what took it back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite

from . import rules, text
from .model import Barang, Gerak, Kiriman
from .pemakai import HIDUP

_KIRIM = f"""SELECT m.id, coalesce(m.nomor, ''), m.tanggal, m.dari, m.ke, m.lingkup, coalesce(m.model, ''), m.ukuran,
    m.jumlah, coalesce(m.alasan, ''), m.pengadaan_id
FROM seragam_gerak m WHERE m.jenis = 'kirim' AND {HIDUP} {{lagi}} ORDER BY m.tanggal DESC, m.nomor DESC, m.id"""
_GERAK = """SELECT m.id, m.jenis, m.tanggal, m.dari, m.ke, coalesce(m.model, ''), m.ukuran, m.jumlah,
    m.model_kembali, m.ukuran_kembali, coalesce(j.nomor, ''), coalesce(m.nama, ''), coalesce(m.nomor, ''),
    coalesce(m.alasan, ''), CASE WHEN b.id IS NULL THEN '' ELSE coalesce(b.alasan, '—') END
FROM seragam_gerak m LEFT JOIN seragam_gerak b ON b.membalik = m.id LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
WHERE m.pengadaan_id = :pengadaan AND (:jabatan = '' OR m.jabatan_id = :jabatan)
      AND (:tempat = '' OR :tempat IN (m.dari, m.ke))
ORDER BY m.tanggal DESC, m.rowid DESC"""

_LETAK = """SELECT id, '' FROM seragam_pengadaan WHERE id = :id
UNION ALL SELECT pengadaan_id, '' FROM seragam_isi WHERE id = :id
UNION ALL SELECT pengadaan_id, jabatan_id FROM seragam_pilihan WHERE id = :id
UNION ALL SELECT pengadaan_id, jabatan_id FROM seragam_gerak WHERE id = :id"""


def kiriman(con: sqlite.Connection, pengadaan_id: str, *, lingkup: str = "") -> list[Kiriman]:
    """Return the deliveries from or to the places of ``lingkup`` (empty: all that are here), the newest first."""
    rows = con.execute(_KIRIM.format(lagi="AND m.pengadaan_id = ?"), (pengadaan_id,)).fetchall()
    return [satu for satu in _kelompok(rows) if _ikut(lingkup, satu.dari, satu.ke)]


def kiriman_nomor(con: sqlite.Connection, nomor: str, *, lingkup: str = "") -> Kiriman:
    """Return the delivery of a surat jalan; raise InputSalah when there is none here or several places have it."""
    rows = con.execute(_KIRIM.format(lagi="AND m.nomor IS NOT NULL")).fetchall()
    dicari = kunci_cari(nomor)
    cocok = [k for k in _kelompok(rows) if kunci_cari(k.nomor) == dicari and _ikut(lingkup, k.dari, k.ke)]
    if not cocok:
        raise InputSalah("nomor", text.KIRIMAN_TIDAK_ADA.format(nomor=nomor))
    if len(cocok) > 1:
        raise InputSalah("nomor", text.KIRIMAN_BEBERAPA.format(nomor=nomor))
    return cocok[0]


def gerak(
    con: sqlite.Connection, pengadaan_id: str, *, jabatan_id: str = "", tempat: str = "", lingkup: str = ""
) -> list[Gerak]:
    """Return the movements of a purchase, reversals included, the newest first: of a post, of a place, or those from
    or to the places of ``lingkup``."""
    rows = con.execute(_GERAK, {"pengadaan": pengadaan_id, "jabatan": jabatan_id, "tempat": tempat})
    return [satu for satu in map(_gerak, rows) if _ikut(lingkup, satu.dari, satu.ke)]


def letak(con: sqlite.Connection, row_id: str) -> tuple[str, str]:
    """Return the purchase and the post that a row of this module is about; empty where it is not here or has none."""
    row = con.execute(_LETAK, {"id": row_id}).fetchone()
    return (str(row[0]), str(row[1] or "")) if row else ("", "")


def _ikut(lingkup: str, *tempat: str) -> bool:
    return lingkup in ("", wilayah.KOTA) or any(wilayah.milik(lingkup, satu) for satu in tempat)


def _kelompok(rows: Iterable[tuple[object, ...]]) -> list[Kiriman]:
    per: dict[tuple[str, ...], list[tuple[object, ...]]] = defaultdict(list)
    for row in rows:
        _, nomor, tanggal, dari, ke, lingkup, *_ = map(str, row)
        per[tanggal, nomor or str(row[0]), dari, ke, lingkup, str(row[10])].append(row)
    return [_kiriman(semua) for semua in per.values()]


def _kiriman(rows: list[tuple[object, ...]]) -> Kiriman:
    _, nomor, tanggal, dari, ke, lingkup, *_ = map(str, rows[0])
    isi: dict[Barang, int] = defaultdict(int)
    for row in rows:
        isi[Barang(str(row[6]), str(row[7]))] += int(str(row[8]))
    urut = tuple(sorted(isi.items(), key=lambda satu: rules.urut(satu[0])))
    alasan = next(filter(None, (str(row[9]) for row in rows)), "")
    return Kiriman(nomor, tanggal, dari, ke, lingkup, urut, tuple(str(row[0]) for row in rows), alasan)


def _gerak(row: tuple[object, ...]) -> Gerak:
    id, jenis, tanggal, dari, ke, model, ukuran = map(str, row[:7])
    kembali = Barang(str(row[8] or ""), str(row[9])) if row[9] is not None else None
    rt, nama, nomor, alasan, dibatalkan = map(str, row[10:])
    return Gerak(
        id, jenis, tanggal, dari, ke, Barang(model, ukuran), int(str(row[7])), kembali, rt, nama, nomor, alasan,
        dibatalkan,
    )  # fmt: skip
