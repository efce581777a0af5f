"""The dialog after a bug of ours; loaded with the first one."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.kit import text
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.labels import Gaya, Label
from ui.kit.ring import Ring
from ui.kit.theme import theme_of


class CrashDialog(QDialog):
    """Says that the fault is ours and the data safe, and lets the details be copied."""

    def __init__(self, isi: str, catatan: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of(self)
        self._isi = isi
        self.setWindowTitle(text.KESALAHAN_JUDUL)
        self._kabar = Label("", Gaya.KECIL)
        details = QPlainTextEdit(isi)
        details.setReadOnly(True)
        details.setAccessibleName(text.RINCIAN_KESALAHAN)
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        details.setMinimumHeight(theme.px(140))
        foot = QHBoxLayout()
        foot.addWidget(self._kabar, 1)
        foot.addWidget(SecondaryButton(text.SALIN_RINCIAN, "Ctrl+C", on=self.salin))
        tutup = PrimaryButton(text.TUTUP, on=self.accept)
        foot.addWidget(tutup)
        box = QVBoxLayout(self)
        m = theme.px(22)
        box.setContentsMargins(m, m, m, m)
        box.setSpacing(theme.px(12))
        box.addWidget(Label(text.KESALAHAN, Gaya.SUBJUDUL, lipat=True))
        box.addWidget(Label(text.KESALAHAN_LANJUT, lipat=True))
        box.addWidget(Ring(details), 1)
        box.addWidget(Label(catatan, Gaya.KECIL, lipat=True))
        box.addLayout(foot)
        self.resize(theme.px(620), theme.px(400))
        tutup.setFocus()

    def salin(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._isi)
        self._kabar.setText(text.TERSALIN)
