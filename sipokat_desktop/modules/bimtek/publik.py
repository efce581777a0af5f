"""What of the Bimtek everybody may see: the events of some days, and how many were invited and came."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.storage.briefing import Asked
from sipokat_desktop.storage.public import PublicColumn, PublicRow, PublicTable
from sipokat_desktop.storage.sqlite import Connection

from . import kegiatan, statistik
from .model import BATAL


def _kegiatan(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    hasil: list[PublicRow] = []
    for k in kegiatan.kegiatan(con, lingkup=asked.scope):
        if k.mulai and k.keadaan != BATAL and k.mulai <= asked.last and k.sampai >= asked.first:
            angka = statistik.angka_kegiatan(con, k.kegiatan_id, lingkup=asked.scope)
            datang = angka.datang_undangan if angka.belum < angka.diundang else None
            hasil.append((k.nama, k.mulai, k.sampai, angka.diundang, datang))
    return hasil


TABEL = (
    PublicTable(
        "bimtek",
        "Bimtek ketua RT",
        "Kegiatan yang tidak dibatalkan, berapa ketua RT yang diundang, dan berapa di antaranya yang datang.",
        (
            PublicColumn("kegiatan", "Kegiatan", "Nama kegiatan.", number=False),
            PublicColumn("tanggal_mulai", "Mulai", "Hari pertama kegiatan.", number=False),
            PublicColumn("tanggal_selesai", "Sampai", "Hari terakhir kegiatan.", number=False),
            PublicColumn("ketua_rt_diundang", "Diundang", "Ketua RT yang diundang."),
            PublicColumn(
                "ketua_rt_datang",
                "Datang",
                "Yang datang atau diwakili di antara yang diundang; kosong sebelum dicatat.",
            ),
        ),
        _kegiatan,
    ),
)
