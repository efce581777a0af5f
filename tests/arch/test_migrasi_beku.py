"""A migration that a store may have behind it is never written anew: a change of the schema is a further step.

After adding a step, write the sums anew with ``python -m tests.arch.test_migrasi_beku``: only lines are added.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Schema

FILE = Path(__file__).resolve().parents[1] / "data/migrasi_beku.json"


def jumlah(module: Schema) -> dict[str, str]:
    """The sum of the schema after each step of a module's migrations."""
    langkah: dict[str, str] = {}
    with closing(sqlite.connect(":memory:", isolation_level=None)) as con:
        db, steps = Database(con), module.migrations()
        while pending := steps.pending(db):
            steps.apply(db, stop_before=pending[1].name if len(pending) > 1 else None)
            rows = con.execute(
                "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' ORDER BY 1, 2"
            )
            langkah[pending[0].name] = hashlib.sha256(repr(rows.fetchall()).encode()).hexdigest()[:16]
    return langkah


def semua() -> dict[str, dict[str, str]]:
    """The sums of every module."""
    return {module.name: jumlah(module) for module in MODULES}


def test_no_migration_was_written_anew() -> None:
    assert semua() == json.loads(FILE.read_text(encoding="utf-8")), "a change of the schema is a further migration"


if __name__ == "__main__":
    FILE.write_text(json.dumps(semua(), indent=1) + "\n", encoding="utf-8")
