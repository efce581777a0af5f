"""Who is entitled to a payment by what he attended (:mod:`~.views`): the module that pays names no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

from .views import ENTITLED, SOURCES

if TYPE_CHECKING:
    from sipokat_desktop.storage.sqlite import Connection


class Source(NamedTuple):
    """What people are paid for having attended: ``sumber`` (the module's name), its id ``asal``, what it is called, its
    first and last day (ISO, empty while it has none), where it is held, and the scope of the office that holds it."""

    sumber: str
    asal: str
    title: str
    day: str
    last: str
    place: str
    lingkup: str


class Entitled(NamedTuple):
    """A term that attended: how many sessions, and whether the marks of one of them contradict each other."""

    post: str
    term: str
    times: int
    doubtful: bool


def sources(con: Connection) -> list[Source]:
    """Return everything here that a payment can be by, the latest first."""
    rows = con.execute(f"SELECT * FROM {SOURCES} ORDER BY hari DESC, judul")
    return [Source(*(str(value or "") for value in row)) for row in rows]


def source(con: Connection, sumber: str, asal: str) -> Source | None:
    """Return what one id of a module is, None where it is not here."""
    row = con.execute(f"SELECT * FROM {SOURCES} WHERE sumber = ? AND asal = ?", (sumber, asal)).fetchone()
    return Source(*(str(value or "") for value in row)) if row else None


def entitled(con: Connection, sumber: str, asal: str, lingkup: str) -> list[Entitled]:
    """Return who of a kelurahan attended at least once, or of whom it is in doubt."""
    rows = con.execute(
        f"""SELECT jabatan_id, masa_id, sum(kali), max(ragu) FROM {ENTITLED}
            WHERE sumber = ? AND asal = ? AND lingkup = ? GROUP BY jabatan_id, masa_id
            HAVING sum(kali) > 0 OR max(ragu) > 0""",
        (sumber, asal, lingkup),
    )
    return [Entitled(str(post), str(term), int(times or 0), bool(doubt)) for post, term, times, doubt in rows]
