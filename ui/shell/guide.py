"""F1: what the keys of the shown page do."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.dialog import Sheet
from ui.kit.labels import Label
from ui.kit.theme import theme_of

from . import text


def open_guide(parent: QWidget, help: str) -> None:
    """Show the help of a page and what holds everywhere."""
    isi = QWidget()
    tata = QVBoxLayout(isi)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.setSpacing(theme_of(parent).px(10))
    for paragraf in filter(None, (help, *text.PANDUAN_UMUM)):
        tata.addWidget(Label(paragraf, lipat=True))
    tata.addStretch(1)
    sheet = Sheet(text.PANDUAN_JUDUL, isi, utama=text.TUTUP, shortcut="", parent=parent)
    sheet.kedua.hide()
    sheet.disimpan.connect(sheet.accept)
    sheet.open()
