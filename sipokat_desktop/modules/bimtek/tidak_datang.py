"""Who was invited and never came: to an event, and to all events of a year."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sipokat_desktop.storage import sqlite

from . import hadir_queries as queries
from . import kegiatan, tanda
from .hadir_model import Orang, TidakDatang
from .model import Sesi
from .tanda import TANDA
from .tanda_sql import BERLAKU
from .undangan import terpilih
from .undangan_sql import DIUNDANG


class _Acara(NamedTuple):
    """What an event says of the posts: sessions that were recorded, invited posts, who came, marks of the others."""

    sesi: tuple[Sesi, ...]
    diundang: dict[str, str]
    datang: frozenset[str]
    tanda: dict[str, set[str]]


def tidak_datang(con: sqlite.Connection, kegiatan_id: str, *, lingkup: queries.Lingkup = "") -> list[TidakDatang]:
    """Return who was invited to an event and came to none of the sessions, by kelurahan and RT number.

    A session without any mark counts against nobody: it was not held, or its list was not typed yet.
    """
    acara = _baca(con, kegiatan_id)
    harap = {id: sum(s.untuk(kode) for s in acara.sesi) for id, kode in acara.diundang.items()}
    absen = [id for id, n in harap.items() if n and id not in acara.datang]
    return _susun(con, lingkup, {id: (acara.sesi[-1], harap[id], acara.tanda.get(id, set())) for id in absen})


def tidak_datang_tahun(con: sqlite.Connection, tahun: int, *, lingkup: queries.Lingkup = "") -> list[TidakDatang]:
    """Return who was invited to events of a year (by their sessions' days; cancelled ones apart) and came to none."""
    rows = con.execute(
        """SELECT k.id, max(s.tanggal) AS hari FROM bimtek_kegiatan k JOIN bimtek_sesi s ON s.kegiatan_id = k.id
           WHERE s.tanggal >= ? AND s.tanggal < ? AND coalesce(k.keadaan, '') <> 'batal' GROUP BY k.id
           ORDER BY hari, k.id""",
        (f"{tahun:04d}-01-01", f"{tahun + 1:04d}-01-01"),
    ).fetchall()
    harap: dict[str, tuple[Sesi, int, set[str]]] = {}
    datang: set[str] = set()
    for row in rows:
        acara = _baca(con, str(row[0]))
        datang |= acara.datang
        for id, kode in acara.diundang.items():
            if any(s.untuk(kode) for s in acara.sesi):
                _, n, marks = harap.get(id, (acara.sesi[-1], 0, set()))
                harap[id] = (acara.sesi[-1], n + 1, marks | acara.tanda.get(id, set()))
    return _susun(con, lingkup, {id: isi for id, isi in harap.items() if id not in datang})


_UNDANGAN = f"""SELECT jabatan_id, lingkup FROM bimtek_undangan u WHERE kegiatan_id = ? AND {DIUNDANG}
ORDER BY lingkup"""


def _baca(con: sqlite.Connection, kegiatan_id: str) -> _Acara:
    semua = kegiatan.sesi(con, kegiatan_id)
    berlaku = BERLAKU.format(lagi="AND h.sesi_id IN (SELECT value FROM json_each(?))")
    rows = con.execute(berlaku, (json.dumps([s.sesi_id for s in semua]),)).fetchall()
    tercatat = {str(row[0]) for row in rows}
    lain: dict[str, set[str]] = defaultdict(set)
    for _, jabatan_id, jenis, datang in rows:
        if not datang:
            lain[str(jabatan_id)].add(str(jenis))
    return _Acara(
        tuple(s for s in semua if s.sesi_id in tercatat),
        {str(id): str(kode) for id, kode in con.execute(_UNDANGAN, (kegiatan_id,))},
        frozenset(str(row[1]) for row in rows if row[3]),
        dict(lain),
    )


def _susun(
    con: sqlite.Connection, lingkup: queries.Lingkup, absen: dict[str, tuple[Sesi, int, set[str]]]
) -> list[TidakDatang]:
    per: dict[Sesi, list[str]] = defaultdict(list)
    for id, (sesi, _, _) in absen.items():
        per[sesi].append(id)
    orang = [satu for sesi, ids in per.items() for satu in _orang(con, sesi, ids)]
    orang.sort(key=lambda o: (o.lingkup, len(o.nomor), o.nomor, o.rw, o.jabatan_id))
    dipilih = set(terpilih(sorted({o.lingkup for o in orang}), queries.tuple_lingkup(lingkup)))
    return [
        TidakDatang(o, absen[o.jabatan_id][1], _urut(absen[o.jabatan_id][2])) for o in orang if o.lingkup in dipilih
    ]


def _orang(con: sqlite.Connection, sesi: Sesi, ids: list[str]) -> list[Orang]:
    marks = queries.catatan(con, sesi.sesi_id, ids)
    kini = {id: tanda.berlaku(semua) for id, semua in marks.items()}
    return queries.tercatat_nama(con, queries.orang(con, sesi, ids).values(), kini)


def _urut(marks: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(marks, key=(*TANDA, tanda.BEDA).index))
