"""PostgreSQL's row-level security over the tables that hold offices' rows; see sync.server.reach.

FORCE: it binds the owner of the tables too, as which the server runs. Superusers and roles with BYPASSRLS it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import to_json
from sqlalchemy import Connection, text

from .reach import ALL_SCOPES

GUARDED = {
    "doc": "scope", "op_log": "scope", "digest": "scope", "claim": "scope", "scope": "id", "scope_commit": "scope",
    "lease": "scope", "photo": "scope",
}  # fmt: skip
"""The tables with offices' rows, and their columns that tell whose."""
_SET = "(SELECT current_setting('sipokat.{name}', true))"
_IN = "({column} = ANY ((SELECT string_to_array(current_setting('sipokat.{name}', true), ','))::text[])"
_OF = f"{_IN} OR {_SET} = '*'"
_SENT = f" OR device_id = {_SET.format(name='perangkat')}"
_POLICIES = (
    "CREATE POLICY baca ON {table} FOR SELECT USING {reads}",
    "CREATE POLICY tambah ON {table} FOR INSERT WITH CHECK {writes}",
    "CREATE POLICY ubah ON {table} FOR UPDATE USING {writes}",
    "CREATE POLICY hapus ON {table} FOR DELETE USING {writes}",
    "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
)
_REVERSALS = (
    "CREATE POLICY baca ON reversal FOR SELECT USING (true)",
    "CREATE POLICY tambah ON reversal FOR INSERT WITH CHECK (entri_sendiri(entry))",
    f"CREATE POLICY hapus ON reversal FOR DELETE USING ({_SET.format(name='tulis')} = '*')",
    "ALTER TABLE reversal ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE reversal FORCE ROW LEVEL SECURITY",
)
"""A reversal names no scope, so it is asked whose entry it takes back; no office changes one."""
_OWN_ENTRY = """
CREATE FUNCTION entri_sendiri(entri text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    sebelumnya text := current_setting('sipokat.baca', true);
    tulis text := current_setting('sipokat.tulis', true);
    asal text;
BEGIN
    PERFORM set_config('sipokat.baca', '*', true);
    SELECT scope INTO asal FROM claim WHERE entry = entri;
    PERFORM set_config('sipokat.baca', coalesce(sebelumnya, ''), true);
    RETURN tulis = '*' OR (tulis <> '' AND (asal IS NULL OR asal = ANY (string_to_array(tulis, ','))));
END $$
"""
_OWNERS = """
CREATE FUNCTION pemilik(baris json, op json, entri json) RETURNS TABLE (tabel text, pengenal text, lingkup text)
LANGUAGE plpgsql AS $$
DECLARE
    sebelumnya text := current_setting('sipokat.baca', true);
BEGIN
    PERFORM set_config('sipokat.baca', '*', true);
    IF baris IS NOT NULL THEN
        RETURN QUERY SELECT k.tbl, k.id, d.scope FROM json_to_recordset(baris) AS k (tbl text, id text)
            CROSS JOIN LATERAL (SELECT t.scope FROM doc AS t WHERE t.tbl = k.tbl AND t.id = k.id OFFSET 0) AS d;
    END IF;
    IF op IS NOT NULL THEN
        RETURN QUERY SELECT ''::text, o.op_id, o.scope FROM op_log AS o
            WHERE o.op_id = ANY (ARRAY(SELECT json_array_elements_text(op)));
    END IF;
    IF entri IS NOT NULL THEN
        RETURN QUERY SELECT '*'::text, c.entry, c.scope FROM claim AS c
            WHERE c.entry = ANY (ARRAY(SELECT json_array_elements_text(entri)));
    END IF;
    PERFORM set_config('sipokat.baca', coalesce(sebelumnya, ''), true);
END $$
"""
_ASK_OWNERS = """SELECT tabel, pengenal, lingkup
FROM pemilik(CAST(%(baris)s AS json), CAST(%(op)s AS json), CAST(%(entri)s AS json))"""
FORGOTTEN = "DROP FUNCTION IF EXISTS pemilik(json, json, json), entri_sendiri(text)"
"""What to run where all tables were dropped by hand, before they come back from a backup."""
OP, ENTRY = "", "*"
_SUPER = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")


def guard(con: Connection) -> None:
    """Put the guarded tables, which are there, under their policies; on SQLite nothing."""
    if con.dialect.name == "sqlite":
        return
    for table, column in GUARDED.items():
        sent = _SENT if table == "op_log" else ""
        reads, writes = (_OF.format(column=column, name=name) + sent + ")" for name in ("baca", "tulis"))
        for statement in _POLICIES:
            con.exec_driver_sql(statement.format(table=table, reads=reads, writes=writes))
    for statement in (_OWNERS, _OWN_ENTRY, *_REVERSALS):
        con.exec_driver_sql(statement)


def passed_by(con: Connection) -> bool:
    """Tell whether the role of this connection passes by every policy: a superuser, or one with BYPASSRLS."""
    return con.dialect.name != "sqlite" and bool(con.scalar(_SUPER))


def bound(con: Connection) -> bool:
    """Tell whether some offices' rows are out of reach of this transaction; on SQLite none ever are."""
    return con.dialect.name != "sqlite" and con.get_execution_options().get("reach", ALL_SCOPES) != ALL_SCOPES


def owners(
    con: Connection, rows: Iterable[tuple[str, str]] = (), op_ids: Iterable[str] = (), entries: Iterable[str] = ()
) -> Mapping[tuple[str, str], str]:  # fmt: skip
    """Return the scopes of those of ``rows`` (table, id), ``op_ids`` (as table :data:`OP`) and ledger ``entries`` (as
    table :data:`ENTRY`) that the city holds for any office: that an id is taken may be known to all, what is under it
    may not.

    Empty where nothing is out of reach (:func:`bound`).
    """
    wanted: list[object] = [{"tbl": table, "id": row_id} for table, row_id in rows]
    lists = {"baris": wanted, "op": list(op_ids), "entri": list(entries)}
    if not (bound(con) and any(lists.values())):
        return {}
    raw: Any = con.connection.driver_connection
    values = {name: to_json(one).decode() if one else None for name, one in lists.items()}
    return {(table, row_id): scope for table, row_id, scope in raw.execute(_ASK_OWNERS, values).fetchall()}
