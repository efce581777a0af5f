"""Makes 20,000 of each Qt call that returns nothing; a PySide6 that drops references to None aborts here.

Needs PySide6_Essentials only; ``python panggilan_hampa.py [COUNT]`` prints the pair and the count when it survives.
"""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import PySide6
from PySide6.QtCore import QAbstractListModel, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class Model(QAbstractListModel):
    """A model that can be reset."""

    def rowCount(self, _parent: object = None) -> int:
        return 0

    def reset(self) -> None:
        """Reset as screens do after a change."""
        self.beginResetModel()
        self.endResetModel()


def main(count: int) -> None:
    """Make every call ``count`` times."""
    app = QApplication([])
    label, widget, model = QLabel(), QWidget(), Model()
    for _ in range(count):
        label.setText("Sipokat")
    for _ in range(count):
        widget.update()
    for _ in range(count):
        model.reset()
    for _ in range(count):
        QTimer.singleShot(0, app.quit)
    app.processEvents()
    version = ".".join(map(str, sys.version_info[:2]))
    print(f"Python {version}, PySide6 {PySide6.__version__}: {count} panggilan, selamat", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
