"""Taking back what was entered by mistake: a head with the term, a post, a person; all go to the trash."""

from __future__ import annotations

from collections.abc import Iterable

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import references
from sipokat_desktop.storage.references import Row
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx

from . import text

ACT = "rt.hapus"


def hapus_masa(store: Store, masa_id: str) -> Changes:
    """Delete a term entered by mistake, and its person where nothing else names that person.

    Raises InputSalah when a list or a payment stands on the term: a term that was served is ended, not deleted.
    """

    def work(tx: Tx) -> None:
        masa = _row(tx, "rt_masa", masa_id)
        rows: list[Row] = [("rt_masa", masa_id)]
        references.refuse_used(tx.con, tx.tables, rows, text.HAPUS_MASA_SARAN)
        _delete(tx, [*rows, *_orphans(tx, rows, [("rt_orang", str(masa["orang_id"]))])])

    return store.write(ACT, work).changes


def hapus_jabatan(store: Store, jabatan_id: str) -> Changes:
    """Delete a post entered by mistake with all its terms, and the persons whom nothing else names.

    What is nothing without the post and does not hold it (an invitation) goes with it. Raises InputSalah when a list
    or a payment stands on the post or one of its terms.
    """

    def work(tx: Tx) -> None:
        _row(tx, "rt_jabatan", jabatan_id)
        terms = tx.con.execute("SELECT id, orang_id FROM rt_masa WHERE jabatan_id = ?", (jabatan_id,)).fetchall()
        rows: list[Row] = [*(("rt_masa", str(id)) for id, _ in terms), ("rt_jabatan", jabatan_id)]
        references.refuse_used(tx.con, tx.tables, rows, text.HAPUS_RT_SARAN)
        _delete(tx, [*rows, *_orphans(tx, rows, (("rt_orang", str(orang)) for _, orang in terms))])

    return store.write(ACT, work).changes


def hapus_orang(store: Store, orang_id: str) -> Changes:
    """Delete a person whom no term and no list names; raises InputSalah where one does."""

    def work(tx: Tx) -> None:
        _row(tx, "rt_orang", orang_id)
        rows: list[Row] = [("rt_orang", orang_id)]
        references.refuse_used(tx.con, tx.tables, rows, text.HAPUS_ORANG_SARAN)
        _delete(tx, rows)

    return store.write(ACT, work).changes


def _row(tx: Tx, table: str, row_id: str) -> dict[str, str | int | None]:
    try:
        return tx.row(table, row_id)
    except KeyError as exc:
        raise InputSalah("", text.TIDAK_ADA) from exc


def _orphans(tx: Tx, leaving: list[Row], people: Iterable[Row]) -> list[Row]:
    """Return those of ``people`` that only the leaving rows name."""
    standing = [row for row in dict.fromkeys(people) if tx.has(*row)]
    return [row for row in standing if not references.users(tx.con, tx.tables, [*leaving, row])]


def _delete(tx: Tx, rows: list[Row]) -> None:
    for table, row_id in (*references.followers(tx.con, tx.tables, rows), *rows):
        tx.delete(table, row_id)
