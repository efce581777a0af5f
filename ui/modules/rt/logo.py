"""The logo in the letterhead of this office: chosen from a file, made small, taken off again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import logo
from sipokat_desktop.storage.store import Store
from ui.kit import gambar
from ui.kit.host import Host

from . import text

_SISI = 480
"""The longest side that is kept, in px: 20 × 24 mm at 500 dots per inch."""


def pasang(parent: QWidget, host: Host) -> None:
    """Ask for a picture and use it in the letterhead of every paper from now on."""
    nama, _ = QFileDialog.getOpenFileName(parent, text.LOGO_PILIH, str(Path.home()), text.LOGO_JENIS)
    if nama:
        host.act(partial(_pasang, host.store, host.kantor, Path(nama)), said=text.LOGO_TERPASANG, owner=parent)


def lepas(parent: QWidget, host: Host) -> None:
    """Take the logo off."""
    host.act(partial(logo.pasang, host.store, host.kantor, None), said=text.LOGO_DILEPAS, owner=parent)


def _pasang(store: Store, lingkup: str, berkas: Path) -> Changes:
    isi = gambar.kecil(berkas, _SISI, logo.BATAS_KB * 1024, tembus=True)
    if isi is None:
        raise InputSalah("", text.LOGO_BUKAN.format(nama=berkas.name))
    return logo.pasang(store, lingkup, isi)
