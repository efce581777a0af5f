"""What of the proposals everybody may see: how many of each kelurahan stand where on their way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from sqlite3 import Connection

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage.briefing import Asked
from sipokat_desktop.storage.public import PLACE, PublicColumn, PublicRow, PublicTable, place

from . import ringkas, text


def _status(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    kode = wilayah.kelurahan_dari(asked.scope)
    n = ringkas.per_status(con, lingkup=kode, dari=int(asked.first[:4] or 0), sampai=int(asked.last[:4]))
    return [(*place(satu), *(n[satu, status] for status in text.STATUS)) for satu in kode]


def _kategori(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    r = ringkas.ringkasan(con, lingkup=wilayah.kelurahan_dari(asked.scope))
    terbuka = Counter({a.kode: a.n for a in r.per_kategori})
    return [(kata, terbuka[kode]) for kode, kata in text.KATEGORI.items()]


TABEL = (
    PublicTable(
        "usulan",
        "Usulan warga per kelurahan dan status",
        "Usulan yang dicatat kelurahan untuk tahun-tahun itu menurut statusnya sekarang. "
        "Usulan yang digabung dihitung satu.",
        (*PLACE, *(PublicColumn(f"status_{kode}", kata) for kode, kata in text.STATUS.items())),
        _status,
    ),
    PublicTable(
        "usulan_per_kategori",
        "Usulan yang masih terbuka per kategori",
        "Usulan segala tahun yang belum terlaksana, ditolak, atau diusulkan lagi.",
        (PublicColumn("kategori", "Kategori", number=False), PublicColumn("terbuka", "Masih terbuka")),
        _kategori,
    ),
)
