"""Offices' rows under row-level security (PostgreSQL)."""

from __future__ import annotations

from alembic import op

from sync.server import policies

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Put it on."""
    policies.guard(op.get_bind())
