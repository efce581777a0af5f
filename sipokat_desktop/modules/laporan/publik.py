"""What of the reports everybody may see: activity per kelurahan, and reports the camat said yes to per field."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from sqlite3 import Connection

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage.briefing import Asked
from sipokat_desktop.storage.public import PLACE, PublicColumn, PublicRow, PublicTable, place

from . import evaluasi, rentang, text
from .evaluasi_model import BIDANG

_DIVERIFIKASI = """SELECT lingkup, bidang, count(*) FROM laporan_kegiatan
WHERE lingkup IN (SELECT value FROM json_each(?)) AND tanggal >= ? AND tanggal <= ? AND camat = 'ya' GROUP BY 1, 2"""


def _kegiatan(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    e = evaluasi.hitung(con, asked.scope, rentang.hari(asked.first, asked.last))
    return [
        (*place(b.kode), b.rt, b.aktif, b.angka.jumlah, b.angka.lurah_ya, b.angka.camat_ya, b.angka.nilai)
        for b in e.kelurahan
    ]


def _bidang(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    kode = wilayah.kelurahan_dari(asked.scope)
    rows = con.execute(_DIVERIFIKASI, (json.dumps([*kode]), asked.first, asked.last))
    n: Counter[tuple[str, str]] = Counter()
    for lingkup, bidang, jumlah in rows:
        n[lingkup, bidang if bidang in BIDANG else ""] += jumlah
    return [(*place(satu), *(n[satu, b] for b in (*BIDANG, ""))) for satu in kode]


TABEL = (
    PublicTable(
        "kegiatan",
        "Kegiatan RT per kelurahan",
        "RT yang punya ketua pada masa itu, RT dengan laporan, jumlah laporan, dan berapa yang dinyatakan ya oleh "
        "lurah dan camat. Kinerja: berkategori kinerja, lurah ya, dan camat tidak menolak.",
        (
            *PLACE, PublicColumn("rt", "RT"), PublicColumn("rt_dengan_laporan", "RT dengan laporan"),
            PublicColumn("laporan", "Laporan"), PublicColumn("lurah_ya", "Lurah ya"),
            PublicColumn("camat_ya", "Camat ya"), PublicColumn("kinerja", "Kinerja"),
        ),
        _kegiatan,
    ),
    PublicTable(
        "laporan_per_bidang",
        "Laporan terverifikasi per bidang",
        "Laporan kegiatan yang dinyatakan ya oleh camat, per bidang. Laporan yang belum diputus camat tidak dihitung.",
        (*PLACE, *(PublicColumn(f"bidang_{b}", text.BIDANG[b]) for b in BIDANG), PublicColumn("bidang_lain", "Lain")),
        _bidang,
    ),
)  # fmt: skip
