"""Our side of bench_buka: the program as people start it, on the data of one folder, until Beranda is painted.

With a word behind the folder it waits for the table of tasks too, which comes right after (keputusan/0014).
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

gc.disable()  # as __main__ does

from sipokat_desktop import app  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.shell.window import MainWindow


def lapor(jendela: MainWindow) -> None:
    """Report what the window shows."""
    from tests.bench.buka_lapor import lapor as tulis
    from ui.kit.labels import Label

    tulis([label.text() for label in jendela.findChildren(Label)], jendela)


def lapor_lengkap(jendela: MainWindow) -> None:
    """Report once the table of tasks is painted as well."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ui.kit.table import DataTable

    if jendela.findChildren(DataTable):
        QApplication.processEvents()
        lapor(jendela)
    else:
        QTimer.singleShot(0, jendela, lambda: lapor_lengkap(jendela))


class Kantor(app.Office):
    """The office that the window opens; from then on the window's first paint is watched."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        from PySide6.QtCore import QTimer

        from ui.shell.window import MainWindow

        lukisan: list[int] = []

        def paint(jendela: MainWindow, _event: QPaintEvent) -> None:
            if not lukisan:
                QTimer.singleShot(0, jendela, lambda: (lapor_lengkap if sys.argv[2:] else lapor)(jendela))
            lukisan.append(1)

        MainWindow.paintEvent = paint  # type: ignore[method-assign, assignment]


def main(folder: Path) -> int:
    """Run the program on ``folder``."""
    app.Office = Kantor  # type: ignore[misc]
    return app.run_window(folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
