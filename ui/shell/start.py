"""Starts the window: language, look, the store; a store that cannot be opened is explained in words."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage.keys import KunciHilang
from ui.kit import theme

from . import text
from .look import Look
from .window import MainWindow

if TYPE_CHECKING:
    from .port import Office

IDLE_MS = 200
"""Background work begins after the first paint: an event loop that has only just begun is not idle yet."""


def run(
    open_office: Callable[[], Office], recover: Callable[[str], object], begin_anew: Callable[[], str]
) -> int:  # fmt: skip
    """Open the window and run until it is closed; returns the exit code (1: the store could not be opened).

    ``recover`` and ``begin_anew``: the ways on where the key of the data is lost (:class:`ui.shell.locked.Ways`).
    """
    gc.disable()
    app = application()
    try:
        office = _opened(app, open_office, (recover, begin_anew))
    except Gangguan as exc:
        return _refuse(app, exc)
    window = make_window(app, office)
    window.show()
    QTimer.singleShot(IDLE_MS, window, lambda: _idle(window))
    return app.exec()


def _opened(
    app: QApplication, open_office: Callable[[], Office], ways: tuple[Callable[[str], object], Callable[[], str]]
) -> Office:  # fmt: skip
    """Open the office; where its key is lost, ask for the code until it opens, or raise when that is given up."""
    while True:
        try:
            return open_office()
        except KunciHilang as lost:
            from .locked import LockedSheet, Ways

            theme.apply(app)
            if not LockedSheet(Ways(*ways), recoverable=lost.recoverable).exec():
                raise


def application() -> QApplication:
    """Return the application, in Indonesian."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else theme.application(sys.argv[0])
    app.setApplicationName(text.APP)
    QLocale.setDefault(QLocale("id_ID"))
    translator = QTranslator(app)
    translator.load(str(resources.path("i18n", "qt_id.qm")))
    app.installTranslator(translator)
    return app


def make_window(app: QApplication, office: Office) -> MainWindow:
    """Return the window on an open office, looking as the user chose."""
    look = Look(app, office.store)
    look.apply()
    window = MainWindow(office, look)
    window.crash.install()
    return window


def _idle(window: MainWindow) -> None:
    window.sync.start()
    window.backups.start()
    gc.freeze()
    gc.enable()


def _refuse(app: QApplication, trouble: Gangguan) -> int:
    from PySide6.QtWidgets import QMessageBox

    theme.apply(app)
    box = QMessageBox(QMessageBox.Icon.Warning, text.TIDAK_TERBUKA, trouble.pesan)
    box.setInformativeText(trouble.saran)
    box.addButton(text.KELUAR, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    return 1
