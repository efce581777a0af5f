"""F1: opens Panduan at what is shown, and leads back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ui.registry import PAGES

from . import text
from .frame import DECISIONS, GUIDE, HOME, ITEMS, SETTINGS, SYNC

if TYPE_CHECKING:
    from ui.kit.host import Page

    from .guide.page import GuidePage

Show = Callable[[str, str], object]


class Guiding:
    """``show`` opens a page of the window at an id, ``shown`` returns the one that is open, ``tour`` the first tour."""

    def __init__(self, show: Show, shown: Callable[[], Page], tour: Callable[[], object]) -> None:
        self._show, self._shown, self._tour = show, shown, tour
        self._from = HOME
        self._focus: QWidget | None = None

    def make(self) -> GuidePage:
        """Return the page Panduan."""
        from .guide.page import GuidePage

        return GuidePage(self.leave, keys(), self._tour)

    def ask(self, key: str) -> None:
        """Explain the page that is open (its key); from Panduan itself show all keys."""
        from .guide.page import GuidePage

        page, focus = self._shown(), QApplication.focusWidget()
        if isinstance(page, GuidePage):
            page.show_keys()
            return
        self._from, self._focus = key, focus
        self._show(GUIDE, "")
        guide = self._shown()
        assert isinstance(guide, GuidePage)
        guide.explain(_title(key), page.help, page.panduan)

    def over(self, key: str, di: QWidget) -> None:
        """Explain the page with this key ("": there is none) over a sheet of it, which stays as it is."""
        from .guide.over import GuideOver

        if key and not isinstance(di, GuideOver):
            page = self._shown()
            guide = GuideOver(_title(key), page.help, page.panduan, di)
            guide.finished.connect(lambda _how: di.activateWindow())
            guide.open()

    def leave(self, key: str) -> None:
        """Open a page of the window; "" goes back to the one from which help was asked, the keyboard where it was."""
        self._show(key or self._from, "")
        focus, self._focus = self._focus, None
        if not key and focus is not None and _alive(focus) and self._shown().isAncestorOf(focus):
            focus.setFocus()


def _title(key: str) -> str:
    return next(item.teks for item in ITEMS if item.kunci == key)


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget) and widget.isVisible()


def keys() -> dict[str, str]:
    """Return what the keys of each page do, by its title, in the order of the navigation."""
    from .decide import text as decide
    from .guide import text as guide

    pages = [one for page in PAGES for one in page.helps()]
    titles = {item.kunci: item.teks for item in ITEMS}
    return {
        titles[HOME]: text.BANTUAN_BERANDA,
        **dict(pages),
        titles[DECISIONS]: decide.BANTUAN,
        titles[SYNC]: text.BANTUAN_SINKRON,
        titles[GUIDE]: guide.BANTUAN,
        titles[SETTINGS]: text.BANTUAN_PENGATURAN,
    }
