"""What of the reports everybody may see: those that the camat said yes to, by kelurahan and field."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import persen, rupiah, wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.briefing import Asked, Bar, Figure, Section
from sipokat_desktop.storage.public import PLACE, PublicColumn, PublicRow, PublicTable, column_name, place, unsent
from sipokat_desktop.storage.sqlite import Connection

from . import evaluasi, evaluasi_kata, rentang, text
from . import text_publik as kata
from .evaluasi_model import BIDANG, Angka, Bagian, Baris

_LAPORAN = """SELECT lingkup, jabatan_id, bidang, kategori = 'kinerja', count(*), max(tanggal)
FROM laporan_kegiatan
WHERE lingkup IN (SELECT value FROM json_each(?)) AND tanggal >= ? AND tanggal <= ? AND camat = 'ya'
GROUP BY 1, 2, 3, 4"""
_URUTAN = 10


class _Verifikasi(NamedTuple):
    """The reports that the camat said yes to, counted; ``rt`` are the RT that made one, ``terbaru`` their newest day
    (ISO, empty: none)."""

    laporan: Counter[str]
    rt: Mapping[str, set[str]]
    kinerja: Counter[str]
    bidang: Counter[tuple[str, str]]
    terbaru: str


def _hitung(con: Connection, asked: Asked) -> _Verifikasi:
    """Return the reports that count for everybody: what is verified by nobody is scored nowhere (DOMAIN §1)."""
    n = _Verifikasi(Counter(), defaultdict(set), Counter(), Counter(), "")
    kode = json.dumps([*wilayah.kelurahan_dari(asked.scope)])
    for tempat, post, bidang, kinerja, jumlah, hari in con.execute(_LAPORAN, (kode, asked.first, asked.last)):
        n.laporan[tempat] += jumlah
        n.rt[tempat].add(post)
        n.kinerja[tempat] += jumlah if kinerja else 0
        n.bidang[tempat, bidang if bidang in BIDANG else ""] += jumlah
        n = n._replace(terbaru=max(n.terbaru, hari))
    return n


def _semua(con: Connection, asked: Asked) -> Mapping[str, Baris]:
    """Return what was recorded, whatever its verification, by kelurahan."""
    e = evaluasi.hitung(con, asked.scope, rentang.hari(asked.first, asked.last))
    return {b.kode: b for b in e.kelurahan}


def bagian(con: Connection, asked: Asked) -> tuple[Section, ...]:
    """Return the section of this module: verified reports, and how many more there are that do not count."""
    n, semua = _hitung(con, asked), _semua(con, asked)
    jumlah, masuk = n.laporan.total(), sum(b.angka.jumlah for b in semua.values())
    selebihnya = (kata.SELEBIHNYA.format(n=rupiah.titik(masuk - jumlah)),) if masuk > jumlah else ()
    kosong = Section("laporan", kata.JUDUL, definitions=kata.DEFINISI, newest=n.terbaru, rank=_URUTAN)
    if not jumlah:
        return (kosong._replace(said=(kata.BELUM, *selebihnya)),)
    aktif, dari = sum(map(len, n.rt.values())), sum(b.rt for b in semua.values())
    aktif_kata = persen.kata(persen.dari(aktif, dari), aktif, dari)
    return (
        kosong._replace(
            figures=(
                Figure(rupiah.titik(jumlah), kata.LAPORAN, kata.DARI_MASUK.format(n=rupiah.titik(masuk))),
                Figure(aktif_kata, kata.AKTIF, kata.DARI_RT.format(n=rupiah.titik(aktif), dari=rupiah.titik(dari))),
            ),
            bars=tuple(Bar(b.nama, b.jumlah, b.dari, evaluasi_kata.bagian(b)) for b in _per_bidang(n)),
            bars_title=kata.PER_BIDANG, framed=True, said=selebihnya,
        ),
    )  # fmt: skip


def _per_bidang(n: _Verifikasi) -> tuple[Bagian, ...]:
    bidang: Counter[str] = Counter()
    for (_, kode), jumlah in n.bidang.items():
        bidang[kode] += jumlah
    return evaluasi.per_bidang(Angka(n.laporan.total(), tuple(bidang[kode] for kode in BIDANG)))


def _kegiatan(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    n, semua, ada = _hitung(con, asked), _semua(con, asked), {*rt.kelurahan(con)}
    hasil = []
    for kode in wilayah.kelurahan_dari(asked.scope):
        if kode not in ada:
            hasil.append(unsent(kode, _KOLOM))
            continue
        b = semua.get(kode)
        masuk, punya = (b.angka.jumlah, b.rt) if b else (0, 0)
        hasil.append((*place(kode), punya, len(n.rt[kode]), n.laporan[kode], n.kinerja[kode], masuk))
    return hasil


def _bidang(con: Connection, asked: Asked) -> Sequence[PublicRow]:
    n, ada = _hitung(con, asked), {*rt.kelurahan(con)}
    return [
        (*place(kode), *(n.bidang[kode, b] for b in (*BIDANG, ""))) if kode in ada else unsent(kode, _KOLOM_BIDANG)
        for kode in wilayah.kelurahan_dari(asked.scope)
    ]


_KOLOM = (
    *PLACE, PublicColumn("rt", "RT", kata.RT_ARTI),
    PublicColumn("rt_dengan_laporan_terverifikasi", "RT dengan laporan terverifikasi", kata.RT_LAPORAN_ARTI),
    PublicColumn("laporan_terverifikasi", "Laporan terverifikasi", kata.LAPORAN_ARTI),
    PublicColumn("laporan_kinerja", "di antaranya kinerja", kata.KINERJA_ARTI),
    PublicColumn("laporan_masuk", "Laporan masuk", kata.MASUK_ARTI),
)  # fmt: skip
_KOLOM_BIDANG = (
    *PLACE,
    *(
        PublicColumn(column_name(f"bidang {nama}"), nama, kata.BIDANG_ARTI.format(bidang=nama))
        for nama in (*(text.BIDANG[b] for b in BIDANG), kata.BIDANG_LAIN)
    ),
)
TABEL = (
    PublicTable("kegiatan", kata.KEGIATAN_JUDUL, kata.KEGIATAN, _KOLOM, _kegiatan),
    PublicTable("laporan_per_bidang", kata.BIDANG_JUDUL, kata.BIDANG, _KOLOM_BIDANG, _bidang),
)
