"""A disk that forgets names: what a folder was told since its last sync is undone when the power goes.

Files are taken for written (the engine's own are the subject of ``test_listrik``); a name that was given to a file, or
taken from one, holds only once the folder was synced. The worst that a file system may do, and ext4 does sometimes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest


class Putus(BaseException):
    """The power went."""


class Pelupa:
    """Watches ``os.replace`` and ``os.fsync``; the power goes at event ``titik`` (0: never by itself)."""

    def __init__(self, patch: pytest.MonkeyPatch, titik: int = 0) -> None:
        self.kejadian, self._titik = 0, titik
        self._belum: list[tuple[Path, Path | None]] = []
        self._ganti, self._fsync = os.replace, os.fsync
        self._nomor = 0
        patch.setattr(os, "replace", self.replace)
        patch.setattr(os, "fsync", self.fsync)

    def _hitung(self) -> None:
        self.kejadian += 1
        if self.kejadian == self._titik:
            raise Putus

    def replace(self, dari: str | Path, ke: str | Path) -> None:
        """Give a file another's name; the other one is kept aside under a link until the folder is synced."""
        self._hitung()
        ke = Path(ke)
        lama = None
        if ke.exists():
            self._nomor += 1
            lama = ke.with_name(f".lupa-{self._nomor}")
            os.link(ke, lama)
        self._ganti(dari, ke)
        self._belum.append((ke, lama))

    def fsync(self, nomor: int) -> None:
        """Sync a file or a folder; the names given in a synced folder hold."""
        self._hitung()
        keadaan = os.fstat(nomor)
        if stat.S_ISDIR(keadaan.st_mode):
            tetap = [satu for satu in self._belum if os.path.samestat(keadaan, satu[0].parent.stat())]
            for satu in tetap:
                self._belum.remove(satu)
                if satu[1]:
                    satu[1].unlink()
        self._fsync(nomor)

    def padam(self) -> int:
        """The power goes: undo the names that do not hold; returns how many there were."""
        jumlah = len(self._belum)
        for ke, lama in reversed(self._belum):
            if lama is None:
                ke.unlink(missing_ok=True)
            else:
                self._ganti(lama, ke)
        self._belum.clear()
        return jumlah


def putus_di(kerja: Callable[[], object], titik: int) -> tuple[int, bool]:
    """Do something while the power goes at event ``titik``; return events so far and whether it was cut."""
    with pytest.MonkeyPatch.context() as patch:
        disk, terputus = Pelupa(patch, titik), False
        try:
            kerja()
        except Putus:
            terputus = True
        disk.padam()
        return disk.kejadian, terputus
