"""The pages made so far: which of them show old rows, and where they were before the window was rebuilt."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sipokat_desktop.kernel.changes import Changes
    from ui.kit.host import Page


class Pages:
    """Makes a page when it is first asked for, and loads it when it is shown and stale."""

    def __init__(self, make: Callable[[str], Page]) -> None:
        self._make = make
        self._made: dict[str, Page] = {}
        self._stale: set[Page] = set()
        self._places: dict[str, str] = {}

    def open(self, key: str) -> tuple[Page, str]:
        """Return the page ``key`` and, the first time after a rebuild, the record that was open there."""
        if key in self._made:
            return self._made[key], ""
        page = self._made[key] = self._make(key)
        self._stale.add(page)
        return page, self._places.pop(key, "")

    def load(self, page: Page) -> None:
        """Let ``page`` read the store again if something it shows has changed."""
        if page in self._stale:
            self._stale.discard(page)
            page.load()

    def mark(self, changes: Changes) -> None:
        """Note which pages show something that changed."""
        self._stale |= {page for page in self._made.values() if page.always or changes.touches(*page.tables)}

    def point(self, changes: Changes) -> None:
        """Let the tables of a page that is shown go to a row that came back."""
        from ui.kit.table_view import RowsView

        ids = frozenset(chain.from_iterable(changes.rows.values()))
        for page in self._made.values():
            for table in page.findChildren(RowsView) if page.isVisible() else ():
                table.go_to_one_of(ids)

    def mark_all(self) -> None:
        """Note that every page shows old rows."""
        self._stale |= set(self._made.values())

    def forget(self, *, places: bool = True) -> None:
        """Drop all pages, and keep where each was unless the pages will show other records."""
        self._places = self._places | {key: page.place() for key, page in self._made.items()} if places else {}
        self._made.clear()
        self._stale.clear()
