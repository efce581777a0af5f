"""What an undo may not do to the chain of a unit: pull an entry from under another, or put one back beside another."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Clash

from . import rantai, text
from .rantai import TABEL, Entri
from .sebutan import sebut_unit


def bentrok(con: sqlite.Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return per entry among ``rows`` (ids by table) the live entry that stands on it although it was taken back, the
    one that claims the same as what was recorded anew, and what was recorded anew on an entry taken back."""
    diminta = set(rows.get(TABEL, ()))
    units = con.execute(
        f"""SELECT DISTINCT coalesce(d.unit_id, s.unit_id) FROM {TABEL} s LEFT JOIN {TABEL} d ON d.id = s.membalik
            WHERE s.id IN (SELECT value FROM json_each(?))""",
        (json.dumps([*diminta]),),
    )
    semua = rantai.entri(con, [str(row[0]) for row in units.fetchall()])
    return [clash for entri in semua.values() for clash in _unit(con, entri, diminta)]


def _unit(con: sqlite.Connection, semua: list[Entri], diminta: Collection[str]) -> Iterator[Clash]:
    dibalik = {e.membalik for e in semua if e.membalik}
    hidup = [e for e in semua if not e.membalik and e.id not in dibalik]
    for e in (e for e in semua if e.id in diminta):
        if e.id in dibalik:
            yield from (_bentrok(con, e, lain, text.URUNG_DISUSUL) for lain in hidup if lain.sesudah == e.id)
        if e.membalik:
            lagi = [lain for lain in hidup if lain.slot == e.slot]
            bersaing = rantai.saudara(semua, lagi[0]) if lagi else []
            yield from (_bentrok(con, e, lain, text.URUNG_GANDA) for lain in bersaing if len(bersaing) > 1)
            yield from (
                _bentrok(con, e, satu, text.URUNG_PUTUS) for satu in lagi if satu.asing or satu.sesudah in dibalik
            )


def _bentrok(con: sqlite.Connection, e: Entri, lain: Entri, pola: str) -> Clash:
    return Clash(e.id, lain.id, _kata(con, pola, lain))


def _kata(con: sqlite.Connection, pola: str, lain: Entri) -> str:
    apa = text.KODE["serah"].get(lain.jenis, lain.jenis)
    return pola.format(sebutan=sebut_unit(con, lain.unit_id), apa=apa, nomor=lain.nomor)
