"""A choice with long words: the form stays as wide as its sheet, and the words can be read whole."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.choice import ChoiceField
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis

PANJANG = "Rp550.000 · 23 November 2026 · tunai · daftar INS-2026TW3-23F-01 · untuk Iskandar Muda, RW 02"


def test_long_words_do_not_push_the_form_out_of_its_sheet(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    form = Form([Isian("mana", "Catatan yang mana", Jenis.PILIHAN, pilihan=(("a", PANJANG), ("b", "pendek")))])
    sheet = Sheet("Kegiatan dibayar dua kali", form, lebar=520, parent=window)
    with qtbot.waitExposed(sheet):
        sheet.open()
    form.isi({"mana": "a"})
    field = form.field("mana")
    assert isinstance(field, ChoiceField)
    sheet.grab()
    (area,) = sheet.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert field.width() < field.fontMetrics().horizontalAdvance(PANJANG)
    assert field.toolTip() == PANJANG
    field.showPopup()
    daftar = field.view()
    assert daftar.width() >= min(daftar.sizeHintForColumn(0), QGuiApplication.primaryScreen().size().width() - 60)
    field.hidePopup()
    form.isi({"mana": "b"})
    sheet.grab()
    assert field.toolTip() == ""
