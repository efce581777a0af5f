"""What of the proposals everybody may see: those that the lurah has let go on their way, by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.briefing import Asked, Section
from sipokat_desktop.storage.public import PLACE, PublicColumn, PublicRow, PublicTable, column_name, place, unsent
from sipokat_desktop.storage.sqlite import Connection

from . import rakor, ringkas, text, text_publik
from .status import DRAF

_STATUS = {kode: kata for kode, kata in text.STATUS.items() if kode != DRAF}


def bagian(con: Connection, asked: Asked) -> tuple[Section, ...]:
    """Return the section of this module: the proposals that were made formally and are still open."""
    r = ringkas.ringkasan(con, lingkup=wilayah.kelurahan_dari(asked.scope), draf=False)
    return (rakor.susun(r, text_publik.BAGIAN),)


def _status(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    kode, ada = wilayah.kelurahan_dari(asked.scope), {*rt.kelurahan(con)}
    n = ringkas.per_status(con, lingkup=kode, dari=int(asked.first[:4] or 0), sampai=int(asked.last[:4]))
    return [
        (*place(satu), *(n[satu, status] for status in _STATUS)) if satu in ada else unsent(satu, _KOLOM)
        for satu in kode
    ]


def _kategori(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    r = ringkas.ringkasan(con, lingkup=wilayah.kelurahan_dari(asked.scope), draf=False)
    terbuka = Counter({a.kode: a.n for a in r.per_kategori})
    return [(kata, terbuka[kode]) for kode, kata in text.KATEGORI.items()]


_KOLOM = (
    *PLACE,
    *(PublicColumn(column_name(kata), kata, text_publik.STATUS_ARTI.format(status=kata)) for kata in _STATUS.values()),
)
TABEL = (
    PublicTable("usulan", text_publik.STATUS_JUDUL, text_publik.STATUS_KETERANGAN, _KOLOM, _status),
    PublicTable(
        "usulan_per_kategori", text_publik.KATEGORI_JUDUL, text_publik.KATEGORI_KETERANGAN,
        (
            PublicColumn("kategori", "Kategori", text_publik.KATEGORI_ARTI, number=False),
            PublicColumn("usulan_terbuka", "Masih terbuka", text_publik.TERBUKA_ARTI),
        ),
        _kategori,
    ),
)  # fmt: skip
