"""How people name a row of module ponsel."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage.sqlite import Connection

from . import text
from .model import pengenal, sebutan


def sebut_unit(con: Connection, id: str) -> str:
    """Name a registered good: ``HP Samsung J2 Prime · IMEI …1481``."""
    row = con.execute(
        "SELECT barang, merek, tipe, coalesce(imei1, imei2), seri, nup, sim FROM ponsel_unit WHERE id = ?", (id,)
    ).fetchone()
    if row is None:
        return ""
    return " · ".join(filter(None, (sebutan(*row[:3]), pengenal(imei=row[3], seri=row[4], nup=row[5], sim=row[6]))))


def sebut_serah(con: Connection, id: str) -> str:
    """Name a hand-over: ``dialihkan kepada Budi Santoso (RT 03) · 14 Maret 2026 · BAST-2026-7QD-01``."""
    row = con.execute(
        """SELECT s.jenis, coalesce(s.nama, ''), coalesce(j.nomor, ''), s.tanggal, coalesce(s.nomor, ''), s.membalik
           FROM ponsel_serah s LEFT JOIN rt_jabatan j ON j.id = s.jabatan_id WHERE s.id = ?""",
        (id,),
    ).fetchone()
    if row is None:
        return ""
    jenis, nama, rt, hari, nomor, membalik = row
    siapa = text.DI_RT.format(nama=nama, rt=rt) if rt and nama else nama
    kata = text.SEBUT_BALIK if membalik else text.SEBUT.get(jenis, jenis)
    if not siapa:
        kata = text.KODE["serah"].get(jenis, jenis)
    hari = tanggal.panjang(date.fromisoformat(hari)) if hari else ""
    return " · ".join(filter(None, (kata.format(nama=siapa), hari, nomor)))


def sebut_kejadian(con: Connection, id: str) -> str:
    """Name an incident: ``hilang · HP Samsung J2 Prime · IMEI …1481 · 3 Juni 2026``."""
    row = con.execute("SELECT jenis, unit_id, tanggal FROM ponsel_kejadian WHERE id = ?", (id,)).fetchone()
    return _tentang(con, row, "kejadian") if row else ""


def sebut_bantuan(con: Connection, id: str) -> str:
    """Name a request for help: ``lupa sandi · HP Samsung J2 Prime · IMEI …1481 · 3 Juni 2026``."""
    row = con.execute("SELECT jenis, unit_id, diminta FROM ponsel_bantuan WHERE id = ?", (id,)).fetchone()
    return _tentang(con, row, "bantuan") if row else ""


def sebut_slot(con: Connection, slot: str) -> str:
    """Name what only one hand-over may claim: the unit."""
    return sebut_unit(con, slot.split("|")[1])


def _tentang(con: Connection, row: tuple[str, str, str], isi: str) -> str:
    jenis, unit_id, hari = row
    kata = text.KODE[isi].get(jenis, jenis)
    return " · ".join(filter(None, (kata, sebut_unit(con, unit_id), tanggal.panjang(date.fromisoformat(hari)))))
