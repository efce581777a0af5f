"""Opens the real window on the data in a folder and prints, once it is painted, what was imported: JSON on one line.

``python -m tests.arch.mulai FOLDER``; modules or names in them, given behind it, are imported first (a bad start).
"""

from __future__ import annotations

import json
import pkgutil
import sys
from pathlib import Path
from typing import ForwardRef

from sipokat_desktop import app

NAMES_OF_QT = "PySide6.QtCore.Qt"
EVERY_EVENT = "PySide6.QtGui.QScrollEvent"
"""A kind of event that nothing here names: touched where PySide6 looks up which kind a bare QEvent is."""
READ_HINTS = "typing.NamedTuple"


def _imported() -> list[str]:
    """Return the modules whose body has run, and behind them what else was touched that takes its time: the namespace
    Qt, every kind of event, and our own classes by name whose hints typing has compiled."""
    from PySide6 import QtCore, QtGui

    names = [name for name, module in sys.modules.items() if "_late" not in vars(module)]
    touched = {NAMES_OF_QT: "Qt" in vars(QtCore), EVERY_EVENT: "QScrollEvent" in vars(QtGui)}
    ours = (module for name, module in sys.modules.items() if name.startswith(("sipokat_desktop.", "ui.")))
    read = {
        f"{READ_HINTS} {made.__module__}.{made.__name__}"
        for module in ours
        for made in vars(module).values()
        if isinstance(made, type) and hasattr(made, "_fields")
        if any(isinstance(hint, ForwardRef) for hint in made.__annotations__.values())
    }
    return sorted([*names, *read, *(name for name, is_so in touched.items() if is_so)])


def _watch() -> None:
    """Print and end after the first paint of the main window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from ui.shell.window import MainWindow

    def tell() -> None:
        print(json.dumps(found), flush=True)
        QApplication.closeAllWindows()
        QApplication.quit()

    found: list[str] = []

    def paint(window: MainWindow, _event: QPaintEvent) -> None:
        if not found:
            QTimer.singleShot(0, window, lambda: found.extend(_imported()))
            QTimer.singleShot(0, window, tell)

    MainWindow.paintEvent = paint  # type: ignore[method-assign, assignment]


class Office(app.Office):
    """The office that the window opens; from then on the window is watched."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        _watch()


def main(folder: Path, spoilers: list[str]) -> int:
    """Run the window on ``folder``; returns its exit code."""
    for name in spoilers:
        pkgutil.resolve_name(name)
    app.Office = Office  # type: ignore[misc]
    return app.run_window(folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
