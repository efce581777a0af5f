"""What a counter is reminded of when the head of a post stands before it: his size, and whether it was collected."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.storage import sqlite

from . import text
from .model import Pemakai, Pengadaan
from .pemakai import per_jabatan
from .pengadaan import pengadaan
from .rules import sebut_isi

KINI = date.max
"""On this day only those head a post whose term was not ended."""


def pengingat(con: sqlite.Connection, jabatan_id: str) -> tuple[str, ...]:
    """Return a line for each purchase under way that the post takes part in, the newest first."""
    row = con.execute("SELECT lingkup FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
    berjalan = [p for p in pengadaan(con, lingkup=str(row[0])) if not p.selesai] if row else []
    ada = ((p, per_jabatan(con, p, [jabatan_id], KINI).get(jabatan_id)) for p in berjalan)
    return tuple(_kata(p, satu) for p, satu in ada if satu)


def _kata(p: Pengadaan, satu: Pemakai) -> str:
    nama = p.nama if str(p.tahun) in p.nama else f"{p.nama} {p.tahun}"
    barang = sebut_isi(satu.memegang) if satu.sudah else satu.barang.kata
    kata = text.SUDAH_DIAMBIL if satu.sudah else text.BELUM_DIAMBIL
    return kata.format(nama=nama, barang=barang or text.TANPA_UKURAN)
