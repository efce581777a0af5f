"""Who is working on what right now: a warning for a second PC, nothing more; correctness never depends on it."""

from __future__ import annotations

from sqlalchemy import delete, select

from sync.protocol import Holder, LeaseAnswer, LeaseRequest

from .database import Database
from .exchange import Device
from .schema import LEASE

LEASE_MS = 10 * 60 * 1000


def claim(db: Database, device: Device, request: LeaseRequest, now: int) -> LeaseAnswer:
    """Note that ``device`` works on ``request.key`` for ten minutes; returns the other PCs of its office that do."""
    with db.write(device.reach) as con:
        con.execute(delete(LEASE).where(LEASE.c.until < now))
        mine = {"scope": device.scope, "key": request.key, "device_id": device.id, "label": device.label,
                "by": request.by, "since": now, "until": now + LEASE_MS}  # fmt: skip
        db.upsert(con, LEASE, [mine])
        rows = con.execute(
            select(LEASE)
            .where(LEASE.c.scope == device.scope, LEASE.c.key == request.key, LEASE.c.device_id != device.id)
            .order_by(LEASE.c.label)
        )
        return LeaseAnswer(others=[Holder(label=row.label, by=row.by, since=row.since) for row in rows])
