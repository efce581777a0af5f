"""The import of an office's sheet: what was read is looked at, row by row, before anything is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.kit.dialog import Sheet
from ui.kit.host import Host

from .impor import alur, terdahulu


def buka(parent: QWidget, host: Host, berkas: Path) -> Sheet:
    """Read a sheet in the background and show what it holds; a file that is none is told in one sentence."""
    return alur.mulai(parent, host, berkas)


def buka_terdahulu(parent: QWidget, host: Host) -> Sheet:
    """Show the imports of the last thirty days, each of which can be taken back."""
    return terdahulu.buka(parent, host)
