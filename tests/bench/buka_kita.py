"""Our side of bench_buka: the program as people start it, on the data of one folder, until Beranda is painted."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from sipokat_desktop.app import Office
from ui.shell import start
from ui.shell.window import MainWindow


class Pengamat(QObject):
    """Sees the first paint of the window."""

    def __init__(self, jendela: MainWindow) -> None:
        super().__init__(jendela)
        self._jendela = jendela

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Report when this first paint is over."""
        if event.type() == QEvent.Type.Paint:
            self._jendela.removeEventFilter(self)
            QTimer.singleShot(0, self._lapor)
        return False

    def _lapor(self) -> None:
        from tests.bench.buka_lapor import lapor
        from ui.kit.labels import Label

        lapor([label.text() for label in self._jendela.findChildren(Label)], self._jendela)


def main(folder: Path) -> int:
    """Run the program on ``folder``."""
    asli = start.make_window

    def teramati(app: QApplication, office: Office) -> MainWindow:
        jendela = asli(app, office)
        jendela.installEventFilter(Pengamat(jendela))
        return jendela

    start.make_window = teramati
    return start.run(lambda: Office(folder))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
