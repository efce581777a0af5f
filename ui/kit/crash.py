"""What happens after a bug of ours: a log without personal numbers, a calm dialog, the program goes on."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.kit import text

if TYPE_CHECKING:
    from ui.kit.crash_dialog import CrashDialog

_NOMOR = r"(?<!\d)(?:\+?\d{10,16}|\d{4}(?:[ .-]\d{4}){3}|(?:\+62|0)[ -]?8\d{1,2}(?:[ -]?\d{3,4}){2,3})(?!\d)"


_KUTIPAN = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
"""Where Python tells the value that it could not use, which may be somebody's name."""


def samarkan(teks: str) -> str:
    """Hide the digits of every NIK (16 digits, grouped or not), phone and account number (10 to 16 digits)."""
    return re.sub(_NOMOR, lambda found: re.sub(r"\d", "•", found.group()), teks)


def rincian(error: BaseException, saat: datetime) -> str:
    """Return what the log and the clipboard get: time and trace, personal numbers and quoted values hidden."""
    import traceback

    parts = traceback.format_exception(error)
    lines = [part if part.startswith("  File") else _KUTIPAN.sub("'•••'", part) for part in parts]
    return f"{saat:%Y-%m-%d %H.%M.%S}\n" + samarkan("".join(lines))


class CrashHook(QObject):
    """Takes every exception that nobody caught, from any thread, writes it to ``log`` and tells the user."""

    _datang = Signal(object)

    def __init__(self, log: Path, parent: QWidget | None = None, *, jam: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(parent)
        self._log, self._window, self._jam = log, parent, jam
        self._before = sys.excepthook
        self._thread_before = threading.excepthook
        self.dialog: CrashDialog | None = None
        self._datang.connect(self._arrived)

    def install(self) -> None:
        """Take over ``sys.excepthook`` and that of threads."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Give both hooks back."""
        sys.excepthook = self._before
        threading.excepthook = self._thread_before

    def laporkan(self, error: BaseException) -> None:
        """Write ``error`` to the log and show the dialog on the GUI thread; may be called from any thread."""
        isi = rincian(error, self._jam())
        self._datang.emit((isi, self._write(isi)))

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._before(kind, error, trace)
        else:
            self.laporkan(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.laporkan(args.exc_value)

    def _write(self, isi: str) -> str:
        """Append to the log; return the sentence that says where it is, or that it could not be written."""
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(isi + "\n")
        except OSError:
            return text.CATATAN_GAGAL
        return text.KESALAHAN_CATATAN.format(berkas=self._log)

    def _arrived(self, news: tuple[str, str]) -> None:
        """Tell it from the event loop, never out of the midst of what failed."""
        QTimer.singleShot(0, self, lambda: self._tell(news))

    def _tell(self, news: tuple[str, str]) -> None:
        """Show one dialog at a time; a further fault meanwhile is only written to the log."""
        if self.dialog is not None:
            return
        from ui.kit.crash_dialog import CrashDialog

        self.dialog = CrashDialog(*news, parent=self._window)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
