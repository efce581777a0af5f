"""Opens the real window on the data in a folder and prints, once it is painted, what was imported: JSON on one line.

``python -m tests.arch.mulai FOLDER``; a module named behind it is imported first (a known-bad start).
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from sipokat_desktop.app import Office
from ui.shell import start


class FirstPaint(QObject):
    """Tells the imported modules after the first paint of the main window, then ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        """Print and end."""
        print(json.dumps(sorted(sys.modules)), flush=True)
        QApplication.closeAllWindows()
        QApplication.quit()


def main(folder: Path, spoilers: list[str]) -> int:
    """Run the window on ``folder``; returns its exit code."""
    for name in spoilers:
        importlib.import_module(name)
    app = start.application()
    watch = FirstPaint(app)
    app.installEventFilter(watch)
    return start.run(lambda: Office(folder))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
