"""The tables as they were when revisions began; whatever an earlier release made is brought to this."""

from __future__ import annotations

from functools import partial

from sqlalchemy import BigInteger, Column, Index, MetaData, UniqueConstraint

from sync.server.migrasi.langkah import add_what_is_missing, numbers, same_key, table, texts

revision = "0001"
down_revision = None

TABLES = MetaData()
_table = partial(table, TABLES)

_table(
    "device", "id", *texts("scope label name public_key"), *texts("box_key", ""),
    *numbers("signs created revoked last_seen"), *texts("app", ""), *numbers("waiting"),
)  # fmt: skip
_table("invite", "code_hash", *texts("scope"), *numbers("created expires"), *texts("used_by", ""))
_table("session", "token_hash", *texts("device_id"), *numbers("expires"))
_table("meta", "key", *texts("value"))
_table("incarnation", "inc", *texts("device_id"), *numbers("acked_n"), *texts("acked_hash"), *texts("signature", ""))
_table("scope", "id", *numbers("head"))
_table("scope_commit", "scope seq", Column("seq", BigInteger, primary_key=True), *texts("token"), *numbers("at"))
_table(
    "op_log", "op_id", *texts("inc"), *numbers("n"), *texts("hash device_id scope"), *numbers("hlc"),
    *texts("tbl row_id body outcome"), *texts("reason field", ""), *numbers("at"), UniqueConstraint("inc", "n"),
)  # fmt: skip
DOC = _table(
    "doc", "tbl id scope", *numbers("seq deleted"), *texts("doc writers hash"), *texts("oleh asal", ""),
    *numbers("at"), UniqueConstraint("scope", "seq"),
)  # fmt: skip
_table("digest", "scope tbl", *numbers("total"), *texts("sum"))
_table("claim", "entry", *texts("scope tbl slot"), Index("claim_slot", "tbl", "slot"))
_table("reversal", "entry", *texts("by"))
_table("lease", "scope key device_id", *texts("label by"), *numbers("since until"))
_table("photo", "scope key", *numbers("bytes"), *texts("device_id"), *numbers("at"))


def upgrade() -> None:
    """Bring a database without a revision, of any earlier release, to these tables."""
    add_what_is_missing(TABLES)
    same_key(DOC)
