"""The floor of bench_buka: a bare PySide6 window; prints what it cost once it is painted, then ends at once."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

LEBAR, TINGGI = 1366, 768


class Jendela(QMainWindow):
    """A window with one label."""

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel("Sipokat")
        self.setCentralWidget(self._label)
        self.resize(LEBAR, TINGGI)
        self._lukisan = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Report when this first paint is over."""
        self._lukisan += 1
        if self._lukisan == 1:
            QTimer.singleShot(0, self._lapor)

    def _lapor(self) -> None:
        from tests.bench.buka_lapor import lapor

        lapor([self._label.text()], self)


def main() -> int:
    """Open the window."""
    app = QApplication(sys.argv[:1])
    jendela = Jendela()
    jendela.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
