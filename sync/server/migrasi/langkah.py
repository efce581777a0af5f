"""What several revisions do alike."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, DefaultClause, Index, MetaData, Table, Text, UniqueConstraint, inspect


def table(tables: MetaData, name: str, key: str, *items: Column[Any] | UniqueConstraint | Index) -> Table:
    """Describe a table; the columns of its key are texts unless they are among ``items``."""
    given = {item.name for item in items if isinstance(item, Column)}
    keys = [Column(word, Text, primary_key=True) for word in key.split() if word not in given]
    return Table(name, tables, *keys, *items)


def texts(names: str, default: str | None = None) -> list[Column[str]]:
    """Describe columns of text."""
    return [Column(name, Text, nullable=False, server_default=default) for name in names.split()]


def numbers(names: str) -> list[Column[int]]:
    """Describe columns of whole numbers."""
    return [Column(name, BigInteger, nullable=False, server_default="0") for name in names.split()]


def add_what_is_missing(tables: MetaData) -> None:
    """Create the tables that are not there, and the columns that are not in those which are; each has a default."""
    con = op.get_bind()
    there = inspect(con)
    names = set(there.get_table_names())
    for wanted in tables.sorted_tables:
        if wanted.name not in names:
            wanted.create(con)
            continue
        known = {column["name"] for column in there.get_columns(wanted.name)}
        for column in wanted.columns:
            if column.name not in known:
                op.add_column(wanted.name, _like(column))


def _like(column: Column[Any]) -> Column[Any]:
    default = column.server_default
    text = str(default.arg) if isinstance(default, DefaultClause) else None
    return Column(column.name, column.type, nullable=False, server_default=text)


def same_key(wanted: Table) -> None:
    """Give a table the primary key of ``wanted`` where an older release had its columns in another order."""
    con = op.get_bind()
    key = [column.name for column in wanted.primary_key]
    there = inspect(con).get_pk_constraint(wanted.name)
    if there["constrained_columns"] == key:
        return
    if con.dialect.name == "sqlite":
        with op.batch_alter_table(wanted.name, recreate="always", copy_from=wanted):
            return
    op.drop_constraint(str(there["name"]), wanted.name, type_="primary")
    op.create_primary_key(f"{wanted.name}_pkey", wanted.name, key)
