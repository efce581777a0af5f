"""Who works at the window: the lock of the screen, another person without closing pages, the lurah's word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from ui.kit.messagebar import MessageBar

from . import lock
from . import text_orang as kata
from .lock import Lock

if TYPE_CHECKING:
    from sipokat_desktop.storage.authority import Approval, PerluLurah
    from sipokat_desktop.storage.users import User


class AtWork:
    """Locks and unlocks ``window``: ``pages`` gives what is shown while nobody is asked (None: something else is),
    ``put`` shows a widget alone, ``told`` is called when somebody else works here."""

    def __init__(
        self, window: QWidget, store: Store, messages: MessageBar, *, pages: Callable[[], QWidget | None],
        put: Callable[[QWidget], object], told: Callable[[], object],
    ) -> None:  # fmt: skip
        self._window, self._store, self._messages = window, store, messages
        self._pages, self._put, self._told = pages, put, told
        self.screen = Lock(window, partial(lock.minutes, store))
        self.screen.due.connect(self.lock)

    def begin(self, user: User) -> None:
        """Let ``user`` work here from now on."""
        users.begin(self._store, user)
        self.screen.start()

    def lock(self) -> None:
        """Show nothing but the lock; the pages, what was typed and the background work stay as they are."""
        pages = self._pages()
        if self.screen.on or pages is None:
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
