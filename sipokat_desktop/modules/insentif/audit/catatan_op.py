"""The part of the op log that stands behind the ledger: bodies, their place in the chain, and what the city holds."""

from __future__ import annotations

import json
from collections.abc import Collection
from hashlib import sha256
from typing import NamedTuple

from sipokat_desktop.kernel import canonical
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.core import REST

TERBUKA = frozenset(
    (
        "insentif_mutasi", "insentif_daftar", "insentif_terkoreksi", "insentif_koreksi", "insentif_tunda",
        "insentif_tanda", "insentif_tarif", "insentif_aturan", "insentif_anggaran", "insentif_komponen",
    )
)  # fmt: skip
"""Tables whose ops are shown whole; those of lines carry bank accounts and are shown only when asked."""


class CatatanOp(NamedTuple):
    """An op of this computer: number ``n`` of incarnation ``inc``, the chain before and after it, and its body."""

    inc: str
    n: int
    op_id: str
    tabel: str
    row_id: str
    sebelum: str
    sidik: str
    sidik_isi: str
    isi: str


class BarisKota(NamedTuple):
    """A row as the city confirmed it, with the ops that wrote it and its row hash (SYNC.md, digest)."""

    tabel: str
    row_id: str
    op_id: str
    oleh: str
    asal: str
    isi: str
    sidik: str


def dari_sini(con: sqlite.Connection, ids: Collection[str], *, dengan_baris: bool) -> list[CatatanOp]:
    """Return the ops of this computer on some rows, in the order of their chains."""
    rows = con.execute(
        """SELECT o.inc, o.n, o.op_id, o.tabel, o.row_id, o.hash, o.body,
                  (SELECT p.hash FROM sync_op p WHERE p.inc = o.inc AND p.n = o.n - 1)
           FROM sync_op o WHERE o.row_id IN (SELECT value FROM json_each(?)) ORDER BY o.inc, o.n""",
        (json.dumps(sorted(ids)),),
    )
    terbuka = TERBUKA | {"insentif_baris"} if dengan_baris else TERBUKA
    return [
        CatatanOp(
            inc, n, op_id, tabel, row_id, sebelum or (canonical.GENESIS if n == 1 else ""), digest,
            sha256(body.encode()).hexdigest(), body,
        )
        for inc, n, op_id, tabel, row_id, digest, body, sebelum in rows
        if tabel in terbuka
    ]  # fmt: skip


def dari_kota(con: sqlite.Connection, ids: Collection[str]) -> list[BarisKota]:
    """Return the ledger entries among ``ids`` as the city confirmed them."""
    rows = con.execute(
        """SELECT tabel, id, writers, oleh, asal, doc, hash FROM sync_shadow
           WHERE tabel = 'insentif_mutasi' AND deleted = 0 AND id IN (SELECT value FROM json_each(?)) ORDER BY id""",
        (json.dumps(sorted(ids)),),
    )
    return [
        BarisKota(tabel, id_, json.loads(writers).get(REST, ""), oleh, asal, doc, digest)
        for tabel, id_, writers, oleh, asal, doc, digest in rows
    ]
