"""What an undo or a restore of vaccination figures may not bring about: figures of an RT that is gone."""

from __future__ import annotations

import json
from collections.abc import Collection

from sipokat_desktop.storage.module import Clash
from sipokat_desktop.storage.sqlite import Connection

from . import text


def bentrok(con: Connection, ids: Collection[str]) -> list[Clash]:
    """Return which of the records ``ids`` are of an RT that is not here."""
    rows = con.execute(
        """SELECT c.id, c.jabatan_id FROM vaksinasi_catatan c WHERE c.id IN (SELECT value FROM json_each(?))
           AND NOT EXISTS (SELECT 1 FROM rt_jabatan j WHERE j.id = c.jabatan_id)""",
        (json.dumps([*ids]),),
    )
    return [Clash(str(id), str(jabatan_id), text.URUNG_RT) for id, jabatan_id in rows.fetchall()]
