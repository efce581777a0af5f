"""A page that costs Beranda and Ctrl+K nothing as long as its office has none of what it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sipokat_desktop.kernel.values import NamedTuple
from ui.kit.host import Angka, Host, Page, PageSpec, Tugas


class Known(NamedTuple):
    """What a page has once there is something: its figures, its tasks, what Ctrl+K can go to."""

    figures: Callable[[Host], Sequence[Angka]]
    tasks: Callable[[Host], Sequence[Tugas]]
    find: Callable[[Host], Sequence[tuple[str, str]]]


def quiet(
    key: str, title: str, icon: str, tables: Collection[str], make: Callable[[Host], Page], load: Callable[[], Known],
    *, main: str, none: str, link: str, helps: Callable[[], Sequence[tuple[str, str]]],
    commands: Callable[[], Sequence[str]],
) -> PageSpec:  # fmt: skip
    """Return a page about the table ``main``: ``none`` says that it is empty, ``load`` imports what the page has when
    it is not, ``link`` leads from a post to what the page has of it, ``helps`` and ``commands`` are as in PageSpec."""

    def any_(host: Host) -> bool:
        return host.store.reader().execute(f"SELECT 1 FROM {main} LIMIT 1").fetchone() is not None

    def figures(host: Host) -> Sequence[Angka]:
        return load().figures(host) if any_(host) else [Angka(title, "0", none)]

    def tasks(host: Host) -> Sequence[Tugas]:
        return load().tasks(host) if any_(host) else ()

    def find(host: Host) -> Sequence[tuple[str, str]]:
        return load().find(host) if any_(host) else ()

    def links(id: str) -> Sequence[tuple[str, str]]:
        return () if ":" in id else [(link, f"rt:{id}")]

    return PageSpec(key, title, icon, frozenset(tables), make, figures, tasks, find, links, helps, commands)
