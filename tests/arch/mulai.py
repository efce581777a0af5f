"""Opens the real window on the data in a folder and prints, once it is painted, what was imported: JSON on one line.

``python -m tests.arch.mulai FOLDER``; a module named behind it is imported first (a known-bad start).
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from sipokat_desktop import app

NAMES_OF_QT = "PySide6.QtCore.Qt"


def _imported() -> list[str]:
    """Return the modules whose body has run, and the namespace Qt as soon as one of its names was touched."""
    from PySide6 import QtCore

    names = [name for name, module in sys.modules.items() if "_late" not in vars(module)]
    return sorted([*names, NAMES_OF_QT] if "Qt" in vars(QtCore) else names)


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
        importlib.import_module(name)
    app.Office = Office  # type: ignore[misc]
    return app.run_window(folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
