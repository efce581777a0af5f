"""One window on one folder: a second start brings the first window to the front, or says why it cannot."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QLockFile, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer
    from PySide6.QtWidgets import QWidget

LOCK = "jendela.kunci"
ASK, YES = b"tampil", b"ya"
TRIES, WAIT_MS = 6, 500
"""The first window listens soon after it was painted."""


class Instance(QObject):
    """Holds the folder for this program as long as it lives; ``first`` tells whether no other one holds it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._window: QWidget | None = None
        self._server: QLocalServer | None = None
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)
        self.first = not folder.is_dir() or self._lock.tryLock(0) or self._left_behind() or not self._taken()

    def _left_behind(self) -> bool:
        """Take the folder from a program that a power cut ended, whoever has its number now: this one, as like as not.

        On Windows alone: there the file of a program that lives cannot be removed.
        """
        return sys.platform == "win32" and self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _taken(self) -> bool:
        """Tell whether another program holds the lock; a folder that refuses it is explained when it is opened."""
        return self._lock.error() == QLockFile.LockError.LockFailedError

    def hold(self) -> None:
        """Take the folder where it was made only since."""
        if not self._lock.isLocked():
            self._lock.tryLock(0)

    def serve(self, window: QWidget) -> None:
        """Bring ``window`` to the front from now on when somebody starts the program again."""
        self._window = window
        self.hold()
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(_name(self._folder))
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        self._server.listen(_name(self._folder))

    def rest(self) -> None:
        """The window has closed; the folder is still held."""
        self._window = None

    def _asked(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        if self._window is not None:
            self._window.setWindowState(self._window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()
            socket.write(YES)
            socket.flush()

    def call(self) -> bool:
        """Ask the first window to come to the front; return whether it did."""
        from PySide6.QtNetwork import QLocalSocket

        for _ in range(TRIES):
            socket = QLocalSocket()
            socket.connectToServer(_name(self._folder))
            if socket.waitForConnected(WAIT_MS):
                socket.write(ASK)
                if socket.waitForReadyRead(WAIT_MS * TRIES) and bytes(socket.readAll().data()) == YES:
                    return True
            QtCore.QThread.msleep(WAIT_MS)
        return False

    def end(self) -> None:
        """Give the folder free."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()


def _name(folder: Path) -> str:
    """Return the name by which windows of this user on this folder find each other."""
    from getpass import getuser
    from hashlib import blake2b

    return f"sipokat-{blake2b(f'{getuser()} {folder.resolve()}'.encode(), digest_size=8).hexdigest()}"
