"""What each module has to say at the coordination meeting: the sections of the one-page *Lembar rakor*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sipokat_desktop.storage.sqlite import Connection


class Asked(NamedTuple):
    """For which scope (a kelurahan code, ``kec:…`` or ``kota``) and which days (ISO, both included; ``first`` empty:
    from the beginning)."""

    scope: str
    first: str
    last: str


class Bar(NamedTuple):
    """A bar of a chart: ``part`` of ``whole``, and the words behind it."""

    label: str
    part: int
    whole: int
    said: str


class Figure(NamedTuple):
    """A figure that stands out: the figure as text, what it counts, and of how many (may be empty)."""

    value: str
    label: str
    remark: str = ""


class Section(NamedTuple):
    """A part of the sheet: a title, a chart, sentences, the definitions of its figures, and the day of its newest data
    (ISO, empty where there is none).

    ``figures`` stand above the chart; ``framed`` puts each bar into the frame of its whole, else the longest bar is
    the scale; ``columns`` are a second chart, upright, month by month. The most important bar and sentence come first:
    where the page is full, the last ones go. Sections stand on the sheet in the order of ``rank``.
    """

    key: str
    title: str
    bars: tuple[Bar, ...] = ()
    bars_title: str = ""
    said: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    newest: str = ""
    figures: tuple[Figure, ...] = ()
    framed: bool = False
    columns: tuple[Bar, ...] = ()
    columns_title: str = ""
    rank: int = 50


def sections(con: Connection, modules: Iterable[object], asked: Asked) -> tuple[Section, ...]:
    """Return what every module has for the sheet, by rank, of equal rank in the order of the modules."""
    from .module import Module

    semua = [one for module in modules if isinstance(module, Module) for one in module.briefing(con, asked)]
    return tuple(sorted(semua, key=lambda one: one.rank))
