"""How people name a row of module bimtek, and its stored codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection

from . import text

KATA: Mapping[str, Callable[[str], str]] = {
    "keadaan": lambda nilai: text.KEADAAN.get(nilai, nilai),
    "tanda": lambda nilai: text.TANDA.get(nilai, nilai),
    "cara": lambda nilai: text.CARA.get(nilai, nilai),
    "sasaran": str,
    "pukul": str,
    "gambar": lambda _nilai: "terpasang",
}
"""What says a stored value of a kind in words."""


def _nama(con: Connection, id: str) -> str:
    row = con.execute("SELECT nama FROM bimtek_kegiatan WHERE id = ?", (id,)).fetchone()
    return str(row[0] or "") if row else ""


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {
    "bimtek_kegiatan": _nama,
    "bimtek_sesi": lambda _con, _id: "",
    "bimtek_notulen": lambda _con, _id: "",
    "bimtek_sertifikat": lambda _con, _id: "",
    "bimtek_undangan": lambda _con, _id: "",
    "bimtek_hadir": lambda _con, _id: "",
    "bimtek_terbit": lambda _con, _id: "",
}
"""What names a row of each table."""
