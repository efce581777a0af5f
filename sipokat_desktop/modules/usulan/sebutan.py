"""How people name a row of module usulan, and its stored codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sipokat_desktop.kernel import rupiah, tanggal, volume
from sipokat_desktop.storage.sqlite import Connection

from . import text

KATA: Mapping[str, Callable[[str], str]] = {
    "kategori": lambda kode: text.KATEGORI.get(kode, kode),
    "status": lambda kode: text.STATUS.get(kode, kode),
    "volume": lambda ribuan: volume.tulis(int(ribuan)),
    "biaya": lambda nilai: rupiah.uang(int(nilai)),
}
"""What says a stored code or number in words."""


def usulan(con: Connection, id: str) -> str:
    """Name a proposal: ``Perbaikan siring Jalan Kenanga · RT 03 · 2026``."""
    row = con.execute(
        """SELECT b.judul, CASE WHEN b.jabatan_id IS NULL THEN ? ELSE 'RT ' || coalesce(j.nomor, '?') END, b.tahun
           FROM usulan_butir b LEFT JOIN rt_jabatan j ON j.id = b.jabatan_id WHERE b.id = ?""",
        (text.KELURAHAN, id),
    ).fetchone()
    return " · ".join(str(bagian) for bagian in row if bagian) if row else ""


def status(con: Connection, id: str) -> str:
    """Name a step of a history: ``Ditunda · 3 Februari 2026 · Perbaikan siring Jalan Kenanga · RT 03 · 2026``."""
    row = con.execute("SELECT status, tanggal, usulan_id FROM usulan_status WHERE id = ?", (id,)).fetchone()
    if row is None:
        return ""
    hari = tanggal.panjang(date.fromisoformat(row[1])) if row[1] else ""
    return " · ".join(filter(None, (KATA["status"](str(row[0])), hari, usulan(con, str(row[2])))))


def dasar(con: Connection, id: str) -> str:
    """Name an activity that a proposal is based on: ``Rapat warga · Perbaikan siring … · RT 03 · 2026``."""
    row = con.execute("SELECT coalesce(judul, ''), usulan_id FROM usulan_dasar WHERE id = ?", (id,)).fetchone()
    return " · ".join(filter(None, (str(row[0]), usulan(con, str(row[1]))))) if row else ""


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {
    "usulan_butir": usulan,
    "usulan_status": status,
    "usulan_dasar": dasar,
}
"""What names a row of each table."""
