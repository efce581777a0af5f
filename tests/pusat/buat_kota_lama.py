"""Makes tests/data/old_city/*.sql: the city's tables as an earlier release made them, with a few rows in each.

``git show COMMIT:sync/server/schema.py > lama.py; python -m tests.pusat.buat_kota_lama lama.py > 1-COMMIT.sql`` is run
once, for a commit that changed the tables; afterwards the files are only read. The SQL fits SQLite and PostgreSQL.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Dialect, MetaData, Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.canonical import Fields
from sync.protocol import b64

SCOPE, INC, DEVICE = "16.73.01.1003", "01JLAMA0INC", "01JLAMA0PC1"
AT = 1_760_000_000_000
TABLE = "rt_alamat"
"""A table that no later program knows: what is kept of it must stay as it is."""
NAMES = ("Satu", "Dua", "Tiga")


def _ops() -> Iterator[dict[str, object]]:
    previous = canonical.GENESIS
    for n, name in enumerate(NAMES, 1):
        fields: Fields = {"nama": f"{name} 'dalam' tanda; dan %s"}
        body = canonical.dumps(
            {"op_id": f"{INC}-{n}", "inc": INC, "n": n, "hlc": (AT + n) << 16, "scope": SCOPE, "kind": "set",
             "table": TABLE, "row": f"01JBARIS{n}", "by": "Ani", "fields": fields}
        )  # fmt: skip
        previous = canonical.chain(previous, body)
        yield {
            "op_id": f"{INC}-{n}", "inc": INC, "n": n, "hash": previous, "device_id": DEVICE, "scope": SCOPE,
            "hlc": (AT + n) << 16, "tbl": TABLE, "row_id": f"01JBARIS{n}", "body": body, "outcome": "applied",
            "at": AT + n, "_doc": canonical.dumps(fields),
        }  # fmt: skip


def rows() -> dict[str, list[dict[str, object]]]:
    """Return rows for every table of any release, with the columns of the newest."""
    ops = list(_ops())
    docs = [
        {"tbl": TABLE, "id": op["row_id"], "scope": SCOPE, "seq": n, "deleted": 0, "doc": op["_doc"], "writers": "{}",
         "hash": canonical.row_hash(TABLE, str(op["row_id"]), False, str(op["_doc"])), "oleh": "Ani", "asal": "PC-1",
         "at": AT + n}
        for n, op in enumerate(ops, 1)
    ]  # fmt: skip
    total = sum(int(str(doc["hash"]), 16) for doc in docs) % canonical.MODULUS
    return {
        "device": [{"id": DEVICE, "scope": SCOPE, "label": "PC-1", "name": "Ani", "public_key": b64(b"k" * 32),
                    "box_key": "", "signs": 0, "created": AT, "last_seen": AT + 9, "app": "0.1.0", "waiting": 2}],
        "invite": [{"code_hash": "aa", "scope": SCOPE, "created": AT, "expires": AT + 1, "used_by": DEVICE}],
        "session": [{"token_hash": "bb", "device_id": DEVICE, "expires": AT + 5}],
        "meta": [{"key": "kunci", "value": b64(b"r" * 32)}, {"key": "rahasia", "value": "00" * 32}],
        "incarnation": [{"inc": INC, "device_id": DEVICE, "acked_n": 3, "acked_hash": ops[-1]["hash"]}],
        "scope": [{"id": SCOPE, "head": 3}],
        "scope_commit": [{"scope": SCOPE, "seq": n, "token": f"t{n}", "at": AT + n} for n in (1, 2, 3)],
        "op_log": ops,
        "doc": docs,
        "digest": [{"scope": SCOPE, "tbl": TABLE, "total": 3, "sum": f"{total:032x}"}],
        "claim": [{"entry": "01JBARIS1", "scope": SCOPE, "tbl": TABLE, "slot": "x"}],
        "reversal": [{"entry": "01JBARIS2", "by": "01JBARIS3"}],
        "lease": [{"scope": SCOPE, "key": "k", "device_id": DEVICE, "label": "PC-1", "by": "Ani", "since": AT,
                   "until": AT + 1}],
        "photo": [{"scope": SCOPE, "key": "cc" * 32, "bytes": 10, "device_id": DEVICE, "at": AT}],
    }  # fmt: skip


def sql(tables: MetaData) -> Iterator[str]:
    """Yield the statements that make these tables and put the rows in, as far as there are columns for them."""
    dialect: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in tables.sorted_tables:
        yield " ".join(str(CreateTable(table).compile(dialect=dialect)).split())
        for index in table.indexes:
            yield str(CreateIndex(index).compile(dialect=dialect))
        for row in rows()[table.name]:
            yield _insert(table, {name: value for name, value in row.items() if name in table.c})


def _insert(table: Table, row: dict[str, object]) -> str:
    values = ", ".join(str(v) if isinstance(v, int) else "'" + str(v).replace("'", "''") + "'" for v in row.values())
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table.name} ({names}) VALUES ({values})"


if __name__ == "__main__":
    metadata = runpy.run_path(str(Path(sys.argv[1])))["METADATA"]
    print("\n".join(f"{one};" for one in sql(metadata)))
