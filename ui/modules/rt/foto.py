"""The photo of a head: chosen from a file, shown, taken off."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.modules.rt.queries import BarisRoster
from sipokat_desktop.storage.store import Done, Store
from ui.kit.buttons import SecondaryButton
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.theme import Role, theme_of

from . import text


def gambar(host: Host, kunci: str | None, tinggi: int) -> QPixmap | None:
    """Return the photo stored under ``kunci``, ``tinggi`` px high; None where it is not on this PC."""
    from sipokat_desktop.storage import photos

    return _pixmap(photos.read(host.store, kunci) if kunci else None, tinggi)


def _pixmap(isi: bytes | None, tinggi: int) -> QPixmap | None:
    pixmap = QPixmap()
    if isi is None or not pixmap.loadFromData(isi):
        return None
    return pixmap.scaledToHeight(tinggi, Qt.TransformationMode.SmoothTransformation)


def _pasang(store: Store, orang_id: str, berkas: Path) -> Done[str]:
    from sipokat_desktop.modules.rt import foto

    return foto.pasang(store, orang_id, berkas)


def _lepas(store: Store, orang_id: str) -> Changes:
    from sipokat_desktop.modules.rt import foto

    return foto.lepas(store, orang_id)


_TINGGI = 230


class _Isi(QWidget):
    """The photo as it is now, with the buttons that change it."""

    def __init__(self, host: Host, kunci: str | None) -> None:
        super().__init__()
        theme = theme_of(self)
        self._host = host
        self._gambar = Label(parent=self)
        self._kata = Label("", Gaya.ISI, role=Role.REDUP, parent=self)
        for label in (self._gambar, self._kata):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pilih = SecondaryButton(text.FOTO_PILIH)
        self.lepas = SecondaryButton(text.FOTO_LEPAS)
        tombol = QHBoxLayout()
        tombol.setSpacing(theme.px(10))
        tombol.addStretch(1)
        tombol.addWidget(self.pilih)
        tombol.addWidget(self.lepas)
        tombol.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        box.addWidget(self._gambar, 1)
        box.addWidget(self._kata)
        box.addLayout(tombol)
        self.setMinimumHeight(theme.px(300))
        self.setFocusProxy(self.pilih)
        self.tunjukkan(kunci)

    def tunjukkan(self, kunci: str | None) -> None:
        """Show the photo stored under ``kunci``; one that another computer took is fetched from the city."""
        gbr = gambar(self._host, kunci, theme_of(self).px(_TINGGI))
        self._tampilkan(kunci, gbr)
        if kunci and gbr is None:
            self._host.jobs.run(
                self._host.photo, kunci, apa=text.FOTO_AMBIL, owner=self, failed=lambda _error: None,
                done=lambda isi: self._tampilkan(kunci, _pixmap(isi, theme_of(self).px(_TINGGI))),
            )  # fmt: skip

    def _tampilkan(self, kunci: str | None, gbr: QPixmap | None) -> None:
        if gbr is not None:
            self._gambar.setPixmap(gbr)
        set_shown(self._gambar, gbr is not None)
        self._kata.setText(text.FOTO_BELUM if kunci else text.FOTO_KOSONG)
        set_shown(self._kata, gbr is None)
        self.lepas.setEnabled(bool(kunci))


def buka(parent: QWidget, host: Host, b: BarisRoster) -> Sheet:
    """Show the photo of a head and let it be chosen or taken off; each is saved at once, and undone by Ctrl+Z."""
    isi = _Isi(host, b.foto)
    judul = text.FOTO_JUDUL.format(nama=b.nama)
    sheet = Sheet(judul, isi, sub=text.FOTO_ISI, utama=text.TUTUP, shortcut="", lebar=480, parent=parent)
    sheet.kedua.hide()
    sheet.disimpan.connect(sheet.accept)

    def pasang() -> None:
        nama, _ = QFileDialog.getOpenFileName(sheet, text.FOTO_PILIH, str(Path.home()), text.FOTO_SARING)
        if nama:
            work = partial(_pasang, host.store, b.orang_id or "", Path(nama))
            said = text.FOTO_DIPASANG.format(nama=b.nama)
            host.act(work, said=said, done=lambda kunci: isi.tunjukkan(str(kunci)), failed=sheet.gagal, owner=sheet)

    def lepas() -> None:
        work = partial(_lepas, host.store, b.orang_id or "")
        said = text.FOTO_DILEPAS.format(nama=b.nama)
        host.act(work, said=said, done=lambda _v: isi.tunjukkan(None), failed=sheet.gagal, owner=sheet)

    isi.pilih.clicked.connect(pasang)
    isi.lepas.clicked.connect(lepas)
    sheet.open()
    return sheet
