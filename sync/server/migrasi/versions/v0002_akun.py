"""People who log in to the web, their sessions, the log of who read personal data; the health of offices' computers."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Index, MetaData, UniqueConstraint

from sync.server.migrasi.langkah import add_what_is_missing, numbers, table, texts

revision = "0002"
down_revision = "0001"

TABLES = MetaData()
_table = partial(table, TABLES)

_table("device", "id", *numbers("skew disk backed_up"))
_table(
    "person", "id", *texts("login name role scope password"), *numbers("password_until must_change"),
    *texts("totp totp_next", ""), *numbers("totp_step created"), *texts("created_by", ""), *numbers("disabled"),
    UniqueConstraint("login"),
)  # fmt: skip
_table(
    "web_session", "token_hash", *texts("person_id csrf"), *numbers("second created seen expires"),
    *texts("address", ""), Index("web_session_person", "person_id"),
)  # fmt: skip
_table("recovery_code", "person_id code_hash", *numbers("used"))
_table("login_try", "key", *numbers("failed until last"))
_table(
    "reading", "id", *numbers("at"), *texts("person_id name role scope path"), *texts("what", ""),
    *numbers("export refused"), Index("reading_at", "at"),
)  # fmt: skip


def upgrade() -> None:
    """Add them."""
    add_what_is_missing(TABLES)
