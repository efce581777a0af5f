"""Puts a backup back while no window is open; what takes longer than half a second is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.values import NamedTuple
from ui.kit.jobs import TAMPIL_SETELAH, Jobs, LateThreads
from ui.kit.theme import theme_of
from ui.kit.tunggu import Tunggu

from . import text
from . import text_pulih as kata
from .port import Closed
from .restore import RestoreSheet, carried


class Outcome(NamedTuple):
    """What became of it: a sentence, or the trouble where nothing was put back."""

    said: str
    trouble: Exception | None = None


def put_back(data: Closed, wanted: tuple[Path, str], *, damaged: bool) -> Outcome:
    """Restore ``wanted`` (file, recovery code) and return once it is done; raise what is a bug of ours."""
    file, code = wanted
    one = data.chosen(file)
    kapan = tanggal.waktu(one.made, now_ms()) if one else file.name
    found: list[Outcome | Exception] = []
    threads = LateThreads(1)
    jobs, loop, dialog = Jobs(threads), QEventLoop(), _Waiting(kata.MEMULIHKAN.format(kapan=kapan))

    def ended(outcome: Outcome | Exception) -> None:
        found.append(outcome)
        loop.quit()

    def done(n: int) -> None:
        said = kata.SELESAI_RUSAK if damaged else kata.SELESAI
        ended(Outcome(said.format(kapan=kapan, terbawa=carried(n), n=n)))

    jobs.bug.connect(ended)
    jobs.run(data.restore, file, code, done=done, failed=lambda exc: ended(Outcome("", exc)))
    QTimer.singleShot(int(TAMPIL_SETELAH * 1000), dialog, dialog.show)
    loop.exec()
    dialog.close()
    dialog.deleteLater()
    jobs.tutup()
    threads.shutdown()
    outcome = found[0]
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def repair(data: Closed) -> Outcome | None:
    """Let a backup be chosen for a damaged store and put it back, or begin anew; None where that is given up."""
    threads = LateThreads(1)
    jobs = Jobs(threads)
    try:
        sheet = RestoreSheet(data, jobs, now_ms, begin_anew=data.begin_anew)
        accepted, wanted = sheet.exec(), sheet.chosen
    finally:
        jobs.tutup()
        threads.shutdown()
    if not accepted:
        return None
    return put_back(data, wanted, damaged=True) if wanted else Outcome("")


class _Waiting(QDialog):
    """Says what is being done; it cannot be closed by hand."""

    def __init__(self, apa: str) -> None:
        super().__init__()
        self.setWindowTitle(text.APP)
        self._tunggu = Tunggu(self)
        self._tunggu.mulai(apa, lambda: None, kata.AMAN)
        QVBoxLayout(self).addWidget(self._tunggu)
        self.resize(theme_of(self).px(520), theme_of(self).px(220))

    def reject(self) -> None:
        """Go on."""
