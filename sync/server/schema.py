"""The server's tables (SQLAlchemy Core), the same on PostgreSQL and SQLite."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, Table, Text, UniqueConstraint

METADATA = MetaData()


def _table(name: str, *items: Column[str] | Column[int] | UniqueConstraint | Index) -> Table:
    return Table(name, METADATA, *items)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _text(name: str, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False, server_default="0")


DEVICE = _table(
    "device",
    _key("id"), _text("scope"), _text("label"), _text("name"), _text("public_key"), _text("box_key", ""),
    _number("signs"), _number("created"), _number("revoked"), _number("last_seen"), _text("app", ""),
    _number("waiting"), _number("skew"), _number("disk"), _number("backed_up"),
)  # fmt: skip
"""``skew``: how far a computer's clock is ahead of the city's (ms); ``disk``: free bytes it told, 0 unknown;
``backed_up``: its last backup (UTC ms)."""
INVITE = _table(
    "invite", _key("code_hash"), _text("scope"), _number("created"), _number("expires"), _text("used_by", "")
)
SESSION = _table("session", _key("token_hash"), _text("device_id"), _number("expires"))
META = _table("meta", _key("key"), _text("value"))
INCARNATION = _table(
    "incarnation",
    _key("inc"),
    _text("device_id"),
    _number("acked_n"),
    _text("acked_hash"),
    _text("signature", ""),
)
SCOPE = _table("scope", _key("id"), _number("head"))
SCOPE_COMMIT = _table(
    "scope_commit",
    _key("scope"), Column("seq", BigInteger, primary_key=True), _text("token"), _number("at"),
)  # fmt: skip
OP_LOG = _table(
    "op_log",
    _key("op_id"), _text("inc"), _number("n"), _text("hash"), _text("device_id"), _text("scope"), _number("hlc"),
    _text("tbl"), _text("row_id"), _text("body"), _text("outcome"), _text("reason", ""), _text("field", ""),
    _number("at"), UniqueConstraint("inc", "n"),
)  # fmt: skip
DOC = _table(
    "doc",
    _key("tbl"), _key("id"), _key("scope"), _number("seq"), _number("deleted"), _text("doc"), _text("writers"),
    _text("hash"), _text("oleh", ""), _text("asal", ""), _number("at"), UniqueConstraint("scope", "seq"),
)  # fmt: skip
DIGEST = _table("digest", _key("scope"), _key("tbl"), _number("total"), _text("sum"))
CLAIM = _table("claim", _key("entry"), _text("scope"), _text("tbl"), _text("slot"), Index("claim_slot", "tbl", "slot"))
REVERSAL = _table("reversal", _key("entry"), _text("by"))
LEASE = _table(
    "lease", _key("scope"), _key("key"), _key("device_id"), _text("label"), _text("by"), _number("since"),
    _number("until"),
)  # fmt: skip
PHOTO = _table("photo", _key("scope"), _key("key"), _number("bytes"), _text("device_id"), _number("at"))

PERSON = _table(
    "person",
    _key("id"), _text("login"), _text("name"), _text("role"), _text("scope"), _text("password"),
    _number("password_until"), _number("must_change"), _text("totp", ""), _text("totp_next", ""), _number("totp_step"),
    _number("created"), _text("created_by", ""), _number("disabled"), UniqueConstraint("login"),
)  # fmt: skip
"""People who log in to the web; ``totp`` is sealed, ``totp_next`` waits to be confirmed, ``totp_step`` was last."""
WEB_SESSION = _table(
    "web_session",
    _key("token_hash"), _text("person_id"), _text("csrf"), _number("second"), _number("created"), _number("seen"),
    _number("expires"), _text("address", ""), Index("web_session_person", "person_id"),
)  # fmt: skip
RECOVERY = _table("recovery_code", _key("person_id"), _key("code_hash"), _number("used"))
LOGIN_TRY = _table("login_try", _key("key"), _number("failed"), _number("until"), _number("last"))
READING = _table(
    "reading",
    _key("id"), _number("at"), _text("person_id"), _text("name"), _text("role"), _text("scope"), _text("path"),
    _text("what", ""), _number("export"), _number("refused"), Index("reading_at", "at"),
)  # fmt: skip
"""Who read personal data, took data out or was turned away; rows are only added."""
