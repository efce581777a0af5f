"""Writes settings of this computer that change faster than a disk: in their order, and the last one for certain."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from sipokat_desktop.kernel.errors import Gangguan
from ui.kit.host import Host
from ui.kit.jobs import Job


class Pena(QObject):
    """Writes the setting ``kunci``, one version after another, so that an older one never comes after a newer one;
    whoever takes the pen meanwhile gets what is being written (``mau``). What waits when the window goes is written
    then."""

    def __init__(self, host: Host, kunci: str) -> None:
        super().__init__(host, objectName=kunci)
        self._host, self._kunci = host, kunci
        self.mau = self._tertulis = host.store.setting(kunci)
        self._menulis: Job | None = None
        self._pemakai = 0
        host.jobs.menutup.connect(self._program_ditutup)

    @classmethod
    def ambil(cls, host: Host, kunci: str) -> Pena:
        """Return the pen of this setting, until :meth:`lepas`."""
        pena = host.findChild(cls, kunci, Qt.FindChildOption.FindDirectChildrenOnly) or cls(host, kunci)
        pena._pemakai += 1
        return pena

    def lepas(self) -> None:
        """Nobody writes here any more; what is being written still gets to the disk."""
        self._pemakai -= 1
        self._selesai()

    def tulis(self, mau: str) -> None:
        """Write this, after what is being written."""
        self.mau = mau
        if self._menulis is not None or mau == self._tertulis:
            return
        self._tertulis = mau
        self._menulis = self._host.jobs.run(
            self._host.store.set_setting, self._kunci, mau, done=self._ditulis, failed=self._gagal, owner=self
        )

    def tulis_sekarang(self, mau: str) -> None:
        """Write this before returning: the program closes."""
        self.mau = mau
        if self._menulis is not None:
            self._menulis.tunggu()
        if mau != self._tertulis:
            self._tertulis = mau
            try:
                self._host.store.set_setting(self._kunci, mau)
            except Gangguan as exc:
                self._host.tell(exc)

    def _program_ditutup(self) -> None:
        self.tulis_sekarang(self.mau)

    def _ditulis(self, _hasil: object) -> None:
        self._menulis = None
        self.tulis(self.mau)
        self._selesai()

    def _gagal(self, error: Exception) -> None:
        self._menulis = None
        self._host.tell(error)
        self._selesai()

    def _selesai(self) -> None:
        if self._menulis is None and not self._pemakai:
            self.setObjectName("")
            self.deleteLater()


def ingat(host: Host, kunci: str, isi: str) -> None:
    """Keep a setting in the background, after what was kept under it before."""
    pena = Pena.ambil(host, kunci)
    pena.tulis(isi)
    pena.lepas()
