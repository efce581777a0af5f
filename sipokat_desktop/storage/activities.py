"""What heads of RT did, month by month, as the modules declare it (:mod:`~.views`): who pays by performance or links
a proposal to an activity names no other module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

from .views import ACTIVITIES

if TYPE_CHECKING:
    from collections.abc import Collection

    from sipokat_desktop.storage.sqlite import Connection


class Activity(NamedTuple):
    """One activity: ``sumber`` (the module's name), its id ``asal``, the scope, post and term (empty: not known), its
    day (ISO), what it is called, whether it counts as performance (``hitung``), and whether somebody still has to
    verify it before it can (``tunggu``)."""

    sumber: str
    asal: str
    lingkup: str
    jabatan_id: str
    masa_id: str
    hari: str
    judul: str
    hitung: bool
    tunggu: bool


class Count(NamedTuple):
    """How many activities of a post and term (empty: not known) on a day (ISO) count, and how many still wait."""

    jabatan_id: str
    masa_id: str
    hari: str
    hitung: int
    tunggu: int


def counted(con: Connection, lingkup: str, months: Collection[str]) -> list[Count]:
    """Return the counts of a kelurahan on the days of these months (``YYYY-MM``) on which something counts or waits."""
    if not months:
        return []
    rows = con.execute(
        f"""SELECT jabatan_id, masa_id, hari, total(hitung), total(tunggu) FROM {ACTIVITIES}
            WHERE lingkup = ? AND hari >= ? AND hari <= ? AND (hitung OR tunggu) GROUP BY 1, 2, 3""",
        (lingkup, f"{min(months)}-01", f"{max(months)}-31"),
    )
    return [
        Count(str(post), str(term or ""), str(day), int(done), int(open_))
        for post, term, day, done, open_ in rows
        if str(day)[:7] in months
    ]


def activity(con: Connection, sumber: str, asal: str) -> Activity | None:
    """Return one activity, None where it is not here."""
    row = con.execute(f"SELECT * FROM {ACTIVITIES} WHERE sumber = ? AND asal = ?", (sumber, asal)).fetchone()
    return _activity(row) if row else None


def recent(con: Connection, lingkup: str, words: str = "", *, limit: int = 50) -> list[Activity]:
    """Return activities of a kelurahan whose name holds ``words``, the latest first."""
    rows = con.execute(
        f"SELECT * FROM {ACTIVITIES} WHERE lingkup = ? AND judul LIKE ? ESCAPE '!' ORDER BY hari DESC LIMIT ?",
        (lingkup, f"%{_plain(words)}%", limit),
    )
    return [_activity(row) for row in rows]


def _plain(words: str) -> str:
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _activity(row: tuple[object, ...]) -> Activity:
    *texts, counts, waits = row
    sumber, asal, lingkup, post, term, day, title = (str(value or "") for value in texts)
    return Activity(sumber, asal, lingkup, post, term, day, title, bool(counts), bool(waits))
