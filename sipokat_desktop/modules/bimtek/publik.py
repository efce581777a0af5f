"""What of the Bimtek everybody may see: the events of some days, and how many were invited and came."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from sipokat_desktop.storage.briefing import Asked
from sipokat_desktop.storage.public import PublicColumn, PublicRow, PublicTable

from . import kegiatan, statistik
from .model import BATAL


def _kegiatan(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    hasil: list[PublicRow] = []
    for k in kegiatan.kegiatan(con, lingkup=asked.scope):
        if k.mulai and k.keadaan != BATAL and k.mulai <= asked.last and k.sampai >= asked.first:
            angka = statistik.angka_kegiatan(con, k.kegiatan_id, lingkup=asked.scope)
            hasil.append((k.nama, k.mulai, k.sampai, angka.diundang, angka.datang_undangan))
    return hasil


TABEL = (
    PublicTable(
        "bimtek",
        "Bimtek ketua RT",
        "Kegiatan yang tidak dibatalkan, berapa ketua RT yang diundang, dan berapa di antaranya yang datang.",
        (
            PublicColumn("kegiatan", "Kegiatan", number=False), PublicColumn("mulai", "Mulai", number=False),
            PublicColumn("sampai", "Sampai", number=False), PublicColumn("diundang", "Diundang"),
            PublicColumn("datang", "Datang"),
        ),
        _kegiatan,
    ),
)  # fmt: skip
