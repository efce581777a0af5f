"""Data RT in the real window, offscreen: prints what opening, typing, scrolling and sorting took, as JSON.

``python -m tests.bench.tabel_kita FOLDER``: seconds each, and MB by which opening the page made the process grow.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sipokat_desktop.app import Office
from ui.kit.table_big import QueryTable
from ui.shell import start
from ui.shell.window import MainWindow

Waktu = tuple[float, float]
"""Seconds on the wall, and of CPU of the window's thread: what a busy machine does not lengthen."""
KETIKAN = ("suryadi bud", "siti am", "kenanga 41", "0812345", "167301", "rt 12", "soeharto", "zainal abidin")
URUTAN = ("nama", "nik", "hp", "tmt", "akhir", "rt")


def rss() -> float:
    """Return the memory that this process holds, in MB."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def biarkan(ms: int) -> None:
    """Let the window live for a while."""
    putaran = QEventLoop()
    QTimer.singleShot(ms, putaran.quit)
    putaran.exec()


def tenang(window: MainWindow) -> None:
    """Wait until nothing is done in the background."""
    biarkan(120)
    while window.jobs.sedang:
        biarkan(20)


def waktu(kerja: Callable[[], object]) -> Waktu:
    """Return how long something takes until it is painted."""
    mulai, cpu = time.perf_counter(), time.thread_time()
    kerja()
    QApplication.processEvents()
    return time.perf_counter() - mulai, time.thread_time() - cpu


def fokus() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _tekan(huruf: str) -> None:
    QTest.keyClicks(fokus(), huruf)


def ketik(window: MainWindow) -> list[Waktu]:
    """Type every line key by key, as a person who types fast, and return what each key took."""
    catatan = []
    for baris in KETIKAN:
        for huruf in baris:
            catatan.append(waktu(partial(_tekan, huruf)))
            biarkan(60)
        QTest.keyClick(fokus(), Qt.Key.Key_Escape)
        tenang(window)
    return catatan


def gulir(tabel: QueryTable, langkah: int = 240) -> list[Waktu]:
    """Scroll three rows at a time and return what each frame took."""
    bar, catatan = tabel.verticalScrollBar(), []
    bar.setValue(0)
    for _ in range(langkah):

        def turun() -> None:
            bar.setValue(bar.value() + 3 * bar.singleStep())
            tabel.viewport().repaint()

        catatan.append(waktu(turun))
    return catatan


def urut(window: MainWindow, tabel: QueryTable) -> list[Waktu]:
    """Sort by every column and return what each took until its first rows were painted."""
    catatan = []
    for kunci in URUTAN * 2:
        catatan.append(waktu(partial(tabel.urutkan, kunci)))
        tenang(window)
    return catatan


def main(folder: Path, *, hangat: bool) -> int:
    """Measure everything once; ``hangat``: only open the page, so that the next process finds everything compiled."""
    app = start.application()
    window = start.make_window(app, Office(folder))
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    tenang(window)
    sebelum = rss()
    buka = waktu(lambda: window.show_page("rt"))
    tenang(window)
    memori = rss() - sebelum
    tabel = window.page.findChildren(QueryTable)[0]
    hasil: dict[str, object] = {"buka": buka, "memori": memori, "baris": tabel.row_count()}
    if not hangat:
        hasil |= {"ketik": ketik(window), "gulir": gulir(tabel), "urut": urut(window, tabel)}
    print(json.dumps(hasil), flush=True)
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), hangat=len(sys.argv) > 2))
