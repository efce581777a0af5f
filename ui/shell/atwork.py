"""Who works at the window: the lock of the screen, another person without closing pages, the lurah's word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from ui.kit.messagebar import MessageBar

from . import text_orang as kata
from .frame import Frame

if TYPE_CHECKING:
    from sipokat_desktop.storage.authority import Approval, PerluLurah
    from sipokat_desktop.storage.users import User

    from .lock import Lock


class AtWork:
    """Locks and unlocks ``window``, whose pages stand on ``stage``: ``put`` shows a widget alone there, ``told`` is
    called when somebody else works here."""

    def __init__(
        self, window: QWidget, store: Store, messages: MessageBar, stage: QStackedWidget,
        put: Callable[[QWidget], object], told: Callable[[], object],
    ) -> None:  # fmt: skip
        self._window, self._store, self._messages = window, store, messages
        self._stage, self._put, self._told = stage, put, told
        self._screen: Lock | None = None

    @property
    def screen(self) -> Lock:
        """The lock: made when it is first needed, which is after the first paint."""
        if self._screen is None:
            from . import lock

            self._screen = lock.Lock(self._window, partial(lock.minutes, self._store))
            self._screen.due.connect(self.lock)
        return self._screen

    @property
    def locked(self) -> bool:
        """Whether nothing is to be shown now."""
        return self._screen is not None and self._screen.on

    def unless_locked(self, show: Callable[[str, str], object]) -> Callable[[str, str], None]:
        """Return ``show``, deaf while the screen is locked: what a job ends with turns no page then."""

        def heard(key: str, id: str) -> None:
            if not self.locked:
                show(key, id)

        return heard

    @property
    def keys(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """The keys of the window that are about people."""
        return (("Ctrl+Shift+L", self.lock), ("F10", self.switch))

    @property
    def commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """The same for Ctrl+K."""
        (lock, _), (switch, _) = self.keys
        return ((f"{kata.KUNCI_SEKARANG} ({lock})", self.lock), (f"{kata.GANTI} ({switch})", self.switch))

    def lock(self) -> None:
        """Show nothing but the lock; the pages, what was typed and the background work stay as they are."""
        pages = self._stage.currentWidget()
        if self.locked or not isinstance(pages, Frame):
            return
        people = users.everyone(self._store)
        if not any(user.has_pin for user in people):
            self._messages.info(kata.KUNCI_TANPA_PIN)
            return
        from .login import LoginPage

        people.sort(key=lambda user: user.name != self._store.user)
        page = LoginPage(self._store, people, partial(self._unlock, pages), locked=True)
        self.screen.close(page)
        self._put(page)
        page.focus()

    def _unlock(self, pages: QWidget, user: User) -> None:
        users.begin(self._store, user)
        self._put(pages)
        self.screen.open()
        self._told()

    def switch(self) -> None:
        """Let somebody else work on, the pages as they are."""
        from .approve import switch_person

        def enter(user: User) -> None:
            users.begin(self._store, user)
            self._told()
            self._messages.berhasil(kata.GANTI_SELESAI.format(nama=user.name))

        switch_person(self._window, self._store, enter)

    def ask_lurah(
        self, error: PerluLurah, given: Callable[[Approval], object], otherwise: Callable[[Exception], object]
    ) -> bool:
        """Ask for the lurah's word on the spot; see :data:`ui.kit.host.AskLurah`."""
        from .approve import ask_lurah

        return ask_lurah(self._window, self._store, error, given, otherwise)
