"""What an undo or a restore may not bring back: a second claim, a broken chain, a place below zero."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sipokat_desktop.modules.rt.queries import sebut_jabatan
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Clash

from . import rules, stok, text
from .masalah import rantai
from .model import Pegang
from .pemakai import pegangan
from .pengadaan import pengadaan
from .tempat import RT, sebut_tempat


class _Kena(NamedTuple):
    """What the rows asked for touch in a purchase: one of the rows, and the posts."""

    row_id: str
    jabatan: frozenset[str]


_ISI = """SELECT DISTINCT row_id, json_extract(isi, '$.pengadaan_id'), json_extract(isi, '$.jabatan_id'),
    json_extract(isi, '$.ke')
FROM (SELECT row_id, coalesce(nullif(sesudah, '{}'), sebelum) AS isi FROM riwayat
      WHERE tabel IN ('seragam_gerak', 'seragam_isi') AND row_id IN (SELECT value FROM json_each(?)))
WHERE json_extract(isi, '$.pengadaan_id') IS NOT NULL ORDER BY 1"""


def bentrok(con: sqlite.Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return what may not stand after movements or the content of purchases (ids by table) were undone or restored:
    two claims of a post, an exchange whose first hand-over is gone, a live hand-over of a closed purchase, and each
    piece that a place has less than none."""
    hasil: list[Clash] = []
    selesai = {p.pengadaan_id: p.nama for p in pengadaan(con) if p.selesai}
    for pengadaan_id, kena in _kena(con, rows).items():
        semua = pegangan(con, pengadaan_id, jabatan_ids=json.dumps(sorted(kena.jabatan))) if kena.jabatan else {}
        for jabatan_id, pegang in semua.items():
            hasil.extend(_rt(con, kena.row_id, jabatan_id, pegang))
            if pengadaan_id in selesai:
                kata = text.URUNG_SELESAI.format(nama=selesai[pengadaan_id])
                hasil += (Clash(kena.row_id, f"selesai|{satu.gerak_id}", kata) for satu in pegang)
        hasil.extend(_kurang(con, kena.row_id, pengadaan_id))
    return hasil


def _kena(con: sqlite.Connection, rows: Mapping[str, Collection[str]]) -> dict[str, _Kena]:
    diminta = [*rows.get("seragam_gerak", ()), *rows.get("seragam_isi", ())]
    if not diminta:
        return {}
    hasil: dict[str, _Kena] = {}
    for row_id, pengadaan_id, jabatan_id, ke in con.execute(_ISI, (json.dumps(diminta),)):
        lama = hasil.get(str(pengadaan_id), _Kena(str(row_id), frozenset()))
        posts = {str(jabatan_id)} if jabatan_id and ke == RT else set()
        hasil[str(pengadaan_id)] = lama._replace(jabatan=lama.jabatan | posts)
    return hasil


def _rt(con: sqlite.Connection, row_id: str, jabatan_id: str, pegang: tuple[Pegang, ...]) -> Iterator[Clash]:
    buruk = rantai(pegang)
    rt = sebut_jabatan(con, jabatan_id).removeprefix("RT ")
    for slot in buruk.ganda:
        kali = sum(satu.slot == slot for satu in pegang)
        yield from (Clash(row_id, f"{slot}|{ke}", text.URUNG_GANDA.format(rt=rt)) for ke in range(2, kali + 1))
    yield from (Clash(row_id, f"yatim|{satu.gerak_id}", text.URUNG_YATIM.format(rt=rt)) for satu in buruk.yatim)


def _kurang(con: sqlite.Connection, row_id: str, pengadaan_id: str) -> Iterator[Clash]:
    """Name every missing piece by itself: an undo that makes a shortage smaller is no clash."""
    kantor = stok.kantor(con)
    for (di, barang), satu in stok.saldo(con, pengadaan_id).items():
        if satu.ada < 0 and rules.terlihat(kantor, di):
            kata = text.URUNG_KURANG.format(barang=barang.kata, tempat=sebut_tempat(di))
            letak = f"{pengadaan_id}|{di}|{barang.model}|{barang.ukuran}"
            yield from (Clash(row_id, f"{letak}|{ke}", kata) for ke in range(1, 1 - satu.ada))
