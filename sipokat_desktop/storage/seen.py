"""What this PC has seen of a row's fields: the city's heads, or a later op of its own (SYNC.md, field writers)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sipokat_desktop.kernel import canonical
from sipokat_desktop.storage import sqlite

from . import core
from .core import HELD, REST

Seen = dict[str, str]
"""Per field the ops that were seen last, parted by spaces; under HELD the deletes of the row."""


def known(con: sqlite.Connection, table: str, ids: Iterable[str]) -> dict[str, Seen]:
    """Return what was seen of rows, by id: every written field, and under REST what stands for the others."""
    wanted = json.dumps(list(ids))
    found = _confirmed(con, table, wanted)
    waiting = con.execute(
        f"""SELECT row_id, op_id, body FROM sync_op WHERE row_id IN (SELECT value FROM json_each(?))
            AND state IN {core.WAITING} ORDER BY hlc""",
        (wanted,),
    )
    for row_id, op_id, body in waiting:
        op = json.loads(body)
        seen = found.setdefault(str(row_id), {})
        seen |= {HELD: op_id} if op["kind"] == "delete" else dict.fromkeys(op["fields"], op_id)
    return found


def of_fields(con: sqlite.Connection, table: str, row_id: str, names: Iterable[str]) -> Seen:
    """Return what was seen of some fields of one row; reads no more of its waiting ops than it needs."""
    missing, seen = set(names), Seen()
    waiting = con.execute(
        f"SELECT op_id, body FROM sync_op WHERE row_id = ? AND state IN {core.WAITING} ORDER BY hlc DESC", (row_id,)
    )
    for op_id, body in waiting:
        op = canonical.decode(body)
        if op["kind"] != "delete" and (found := missing & op["fields"].keys()):
            seen |= dict.fromkeys(found, op_id)
            missing -= found
        if not missing:
            return seen
    return seen | among(_confirmed(con, table, json.dumps([row_id])).get(row_id, {}), missing)


def among(seen: Seen, names: Iterable[str]) -> Seen:
    """Return of what was seen of a row what concerns some fields."""
    rest = seen.get(REST, "")
    return {name: heads for name in names if (heads := seen.get(name, rest))}


def whole(seen: Seen) -> Seen:
    """Return of what was seen of a row what an op on the row itself has seen: every field, and the deletes."""
    return {name: heads for name, heads in seen.items() if name != REST}


def _confirmed(con: sqlite.Connection, table: str, wanted: str) -> dict[str, Seen]:
    """Return what :func:`known` does, of the city's last word alone; ``wanted`` are the ids as JSON."""
    shadows = con.execute(
        "SELECT id, deleted, doc, writers FROM sync_shadow WHERE tabel = ? AND id IN (SELECT value FROM json_each(?))",
        (table, wanted),
    )
    found: dict[str, Seen] = {}
    for row_id, deleted, doc, text in shadows:
        writers: Seen = json.loads(text)
        rest = writers.get(REST, "")
        fields = {HELD: rest} if deleted else {HELD: "", **dict.fromkeys(json.loads(doc), rest)}
        found[str(row_id)] = fields | writers
    return found
