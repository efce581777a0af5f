"""Starts the window: language, look, the store; a store that cannot be opened is explained in words."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import engine, sqlite
from sipokat_desktop.storage.engine import Rusak
from sipokat_desktop.storage.keys import KunciHilang
from ui.kit import theme
from ui.kit.scroll import follow_focus

from . import geometry, text
from .instance import Instance
from .look import Look
from .window import MainWindow

if TYPE_CHECKING:
    from .port import Closed, Office
    from .restoring import Outcome

IDLE_MS = 200
"""Background work begins after the first paint: an event loop that has only just begun is not idle yet."""


def run(data: Closed) -> int:
    """Open the window and run until it is closed; returns the exit code (1: the store could not be opened).

    Where somebody asks for a backup, it is put back between two windows.
    """
    gc.disable()
    app = application()
    instance = Instance(data.folder)
    if not instance.first:
        return 0 if instance.call() else _refuse(app, Gangguan(text.SUDAH_TERBUKA, text.SUDAH_TERBUKA_SARAN))
    try:
        return _run(app, data, instance)
    finally:
        instance.end()


def _run(app: QApplication, data: Closed, instance: Instance) -> int:
    news: Outcome | None = None
    again = False
    while True:
        try:
            office, repaired = _opened(app, data)
        except Gangguan as exc:
            return _refuse(app, exc)
        news = repaired or news
        try:
            window = _window(app, office, news)
        except Gangguan as exc:
            if again or not isinstance(exc, Rusak):
                return _refuse(app, exc)
            again = True
            continue
        code = _show(app, window, instance, office)
        wanted = office.safety.restore_next
        if wanted is None:
            return code
        from .restoring import put_back

        news = put_back(data, wanted, damaged=False)


def _window(app: QApplication, office: Office, news: Outcome | None) -> MainWindow:
    """Return the window; ``news`` is what was done before. Raises Rusak where the store is found damaged only now, when
    it is read: the next opening leads to a backup."""
    if news is not None:
        office.safety.news = f"{news.trouble or news.said} {office.safety.news}".strip()
    try:
        return make_window(app, office)
    except sqlite.DatabaseError as exc:
        with suppress(Gangguan):
            office.close()
        raise engine.damaged(office.store.path, exc) from exc


def _show(app: QApplication, window: MainWindow, instance: Instance, office: Office) -> int:
    """Run a window until it is closed."""
    window.show()
    QTimer.singleShot(IDLE_MS, window, lambda: _idle(window, instance, office))
    code = app.exec()
    instance.rest()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return code


def _opened(app: QApplication, data: Closed) -> tuple[Office, Outcome | None]:
    """Open the office, and say what was put back for it. Where its key is lost, ask for the code, where it is damaged,
    for a backup, until it opens, or raise when that is given up."""
    news: Outcome | None = None
    while True:
        try:
            return data.open(), news
        except KunciHilang as lost:
            from .locked import LockedSheet, Ways

            theme.apply(app)
            if not LockedSheet(Ways(data.recover, data.begin_anew), recoverable=lost.recoverable).exec():
                raise
        except Rusak:
            from .restoring import repair

            theme.apply(app)
            news = repair(data)
            if news is None:
                raise
            if news.trouble is not None:
                _refuse(app, news.trouble)


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
    follow_focus(app)
    window = MainWindow(office, look)
    window.crash.install()
    return window


def _idle(window: MainWindow, instance: Instance, office: Office) -> None:
    if not window.isVisible():
        return
    window.jobs.run(office.store.count_opening, apa=text.DIBUKA, owner=window)
    geometry.fit(window)
    instance.serve(window)
    window.people.screen.start()
    window.backups.check()
    window.watch()
    window.look.follow(window, window.rebuild)
    window.updates.started()
    window.sync.start()
    window.backups.start()
    gc.freeze()
    gc.enable()


def _refuse(app: QApplication, trouble: Exception) -> int:
    from PySide6.QtWidgets import QMessageBox

    theme.apply(app)
    box = QMessageBox(QMessageBox.Icon.Warning, text.TIDAK_TERBUKA, str(trouble))
    box.setInformativeText(trouble.saran if isinstance(trouble, Gangguan) else "")
    box.addButton(text.KELUAR, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    return 1
