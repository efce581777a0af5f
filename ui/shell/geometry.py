"""Where the window stands and how large it is: as it was when it was closed, and never out of sight."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage.store import Store
from ui.kit.theme import theme_of

SETTING = "jendela"
LEBAR, TINGGI = 1366, 768
TERKECIL = (900, 560)


def put(window: QMainWindow, store: Store) -> None:
    """Give the window its usual size, or the place and size it had last; Qt brings what is off every screen back."""
    theme = theme_of(window)
    window.resize(theme.px(LEBAR), theme.px(TINGGI))
    window.setMinimumSize(*TERKECIL)
    kept = store.setting(SETTING)
    if kept:
        from base64 import b64decode

        with suppress(ValueError):
            window.restoreGeometry(QByteArray(b64decode(kept, validate=True)))


def fit(window: QMainWindow) -> None:
    """Let the window fill the screen where it is larger than that; asked after the first paint, for it takes Qt's
    names of screens."""
    room, size = window.screen().availableSize(), window.frameGeometry().size()
    if size.width() > room.width() or size.height() > room.height():
        window.showMaximized()


def keep(window: QMainWindow, store: Store) -> None:
    """Remember where the window stands; a disk that refuses that stops nobody from closing it."""
    from base64 import b64encode

    now = b64encode(bytes(window.saveGeometry().data())).decode()
    if now != store.setting(SETTING):
        with suppress(Gangguan):
            store.set_setting(SETTING, now)
