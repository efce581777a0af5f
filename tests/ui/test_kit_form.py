"""The form under real keys: grouping while typing, messages, Enter and Esc, drafts, the sheet around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit import theme
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.widgets import Notice, SecondaryButton

CTRL = Qt.KeyboardModifier.ControlModifier
ISIAN = [
    Isian("nama", "Nama", contoh="Nama sesuai KTP", wajib=True),
    Isian("nik", "NIK", Jenis.NIK, "1673 0853 0184 0016"),
    Isian("mulai", "Mulai menjabat", Jenis.TANGGAL, "5 April 2026", wajib=True, bantuan="Menurut SK."),
    Isian("jumlah", "Besaran", Jenis.RUPIAH),
    Isian("jenis", "Jenis", Jenis.PILIHAN, pilihan=(("definitif", "Definitif"), ("plt", "Plt"))),
    Isian("catatan", "Catatan", Jenis.PANJANG, kolom=1),
    Isian("kk", "Jumlah KK", Jenis.ANGKA, kolom=1),
]


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> Form:
    theme.apply(qapp)
    made = Form(ISIAN)
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def line(form: Form, kunci: str) -> QLineEdit:
    field = form.field(kunci)
    assert isinstance(field, QLineEdit)
    return field


def test_nik_is_grouped_while_typing(form: Form) -> None:
    nik = line(form, "nik")
    QTest.keyClicks(nik, "1673085301840016")
    assert nik.text() == "1673 0853 0184 0016"
    assert form.nilai()["nik"] == "1673085301840016"


def test_grouping_does_not_disturb_the_cursor(form: Form) -> None:
    nik = line(form, "nik")
    QTest.keyClicks(nik, "1673085301840016")
    nik.setCursorPosition(2)
    QTest.keyClicks(nik, "9")
    assert (nik.text(), nik.cursorPosition()) == ("1697 3085 3018 4001 6", 3)
    QTest.keyClick(nik, Qt.Key.Key_Backspace)
    assert (nik.text(), nik.cursorPosition()) == ("1673 0853 0184 0016", 2)
    nik.setCursorPosition(5)
    QTest.keyClick(nik, Qt.Key.Key_Backspace)
    assert (nik.text(), nik.cursorPosition()) == ("1670 8530 1840 016", 3)
    nik.setCursorPosition(4)
    QTest.keyClick(nik, Qt.Key.Key_Delete)
    assert nik.text() == "1670 5301 8400 16"


def test_rupiah_gets_dots_while_typing(form: Form) -> None:
    jumlah = line(form, "jumlah")
    QTest.keyClicks(jumlah, "1650000")
    assert (jumlah.text(), jumlah.cursorPosition()) == ("1.650.000", 9)
    jumlah.setCursorPosition(2)
    QTest.keyClick(jumlah, Qt.Key.Key_Backspace)
    assert (jumlah.text(), jumlah.cursorPosition()) == ("650.000", 0)


def test_other_characters_are_kept_and_explained(form: Form) -> None:
    line(form, "nik").setFocus()
    QTest.keyClicks(line(form, "nik"), "1673x")
    QTest.keyClick(line(form, "nik"), Qt.Key.Key_Tab)
    assert line(form, "nik").text() == "1673x"
    assert form.pesan("nik") == "NIK hanya berisi angka."


@pytest.mark.parametrize("typed", ["5/4/26", "05042026", "5 April 2026"])
def test_a_date_is_read_back_when_left(form: Form, typed: str) -> None:
    field = line(form, "mulai")
    field.setFocus()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == typed
    assert "5 April 2026" in shown_words(form)
    assert form.pesan("mulai") == ""


def shown_words(form: QWidget) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def test_enter_goes_on_and_saves_in_the_last_field(qtbot: QtBot, form: Form) -> None:
    form.fokus()
    QTest.keyClicks(line(form, "nama"), "Rusdi")
    QTest.keyClick(line(form, "nama"), Qt.Key.Key_Return)
    assert line(form, "nik").hasFocus()
    form.isi({"nama": "Rusdi", "mulai": "5/4/26"})
    with qtbot.waitSignal(form.simpan):
        QTest.keyClick(line(form, "kk"), Qt.Key.Key_Enter)


def test_ctrl_s_checks_first_and_goes_to_what_is_missing(qtbot: QtBot, form: Form) -> None:
    with qtbot.assertNotEmitted(form.simpan):
        QTest.keyClick(line(form, "kk"), Qt.Key.Key_S, CTRL)
    assert form.pesan("nama") == "Nama belum diisi."
    assert form.pesan("mulai") == "Mulai menjabat belum diisi."
    assert line(form, "nama").hasFocus()
    QTest.keyClicks(line(form, "nama"), "R")
    assert form.pesan("nama") == ""
    QTest.keyClicks(line(form, "mulai"), "5426")
    with qtbot.assertNotEmitted(form.simpan):
        QTest.keyClick(line(form, "mulai"), Qt.Key.Key_S, CTRL)
    assert line(form, "mulai").hasFocus()
    QTest.keyClicks(line(form, "mulai"), "x")
    line(form, "mulai").setText("05042026")
    with qtbot.waitSignal(form.simpan):
        QTest.keyClick(line(form, "mulai"), Qt.Key.Key_S, CTRL)


def test_esc_asks_to_go_back(qtbot: QtBot, form: Form) -> None:
    with qtbot.waitSignal(form.batal):
        QTest.keyClick(line(form, "nama"), Qt.Key.Key_Escape)


def test_a_message_from_the_rules_stands_at_its_field_and_keeps_what_was_typed(form: Form) -> None:
    form.isi({"nama": "Rusdi", "nik": "1673085301840016"})
    assert form.salah(InputSalah("nik", "NIK ini sudah dipakai RT 09."))
    assert line(form, "nik").hasFocus()
    assert form.pesan("nik") == "NIK ini sudah dipakai RT 09."
    assert line(form, "nik").text() == "1673 0853 0184 0016"
    QTest.keyClick(line(form, "nik"), Qt.Key.Key_Backspace)
    assert form.pesan("nik") == ""
    assert not form.salah(InputSalah("lain", "Entah."))


def test_what_changed_and_drafts(qtbot: QtBot, form: Form) -> None:
    form.isi({"nama": "Rusdi", "jenis": "plt", "catatan": "lama", "jumlah": "1650000"})
    assert not form.berubah
    assert form.nilai()["jumlah"] == "1.650.000"
    with qtbot.waitSignal(form.diubah):
        QTest.keyClicks(line(form, "nama"), "s")
    assert form.berubah
    draf = form.draf()
    form.isi({})
    assert form.nilai() == dict.fromkeys(draf, "")
    form.pulihkan(draf)
    assert form.berubah
    assert form.draf() == draf
    assert form.nilai()["jenis"] == "plt"
    form.tandai_bersih()
    assert not form.berubah


def test_choice_by_keyboard(form: Form) -> None:
    field = form.field("jenis")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert form.nilai()["jenis"] == "definitif"
    QTest.keyClicks(field, "P")
    assert form.nilai()["jenis"] == "plt"
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert form.nilai()["jenis"] == ""
    assert form.berubah
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert form.field("catatan").hasFocus()


def test_long_text_keeps_its_lines_and_tab_leaves_it(form: Form) -> None:
    area = form.field("catatan").focusProxy()
    assert area is not None
    area.setFocus()
    QTest.keyClicks(area, "satu")
    QTest.keyClick(area, Qt.Key.Key_Return)
    QTest.keyClicks(area, "dua")
    assert form.nilai()["catatan"] == "satu\ndua"
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert line(form, "kk").hasFocus()


@pytest.fixture
def sheet(qtbot: QtBot, window: QWidget) -> Sheet:
    made = Sheet("Data Ketua RT", Form(ISIAN), parent=window)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


def form_of(sheet: Sheet) -> Form:
    return sheet.findChildren(Form)[0]


def test_sheet_fits_small_screens_with_large_text(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, skala=1.5)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    sheet = Sheet("Data Ketua RT", Form(ISIAN), lebar=1400, parent=window)
    window.show()
    sheet.open()
    qtbot.waitExposed(sheet)
    assert sheet.width() <= 1280
    assert sheet.height() <= 720
    assert sheet.utama.visibleRegion().boundingRect() == sheet.utama.rect()
    sheet.buang()
    theme.apply(qapp)


def test_esc_leaves_a_clean_sheet(qtbot: QtBot, sheet: Sheet) -> None:
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(line(form_of(sheet), "nama"), Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_esc_with_something_typed_asks_in_the_bar(qtbot: QtBot, sheet: Sheet) -> None:
    nama = line(form_of(sheet), "nama")
    QTest.keyClicks(nama, "Rus")
    QTest.keyClick(nama, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.pesan.teks() == "Ada isian yang belum disimpan."
    QTest.keyClick(nama, Qt.Key.Key_Escape)
    assert (sheet.pesan.isVisible(), sheet.isVisible(), nama.text()) == (False, True, "Rus")
    QTest.keyClick(nama, Qt.Key.Key_Escape)
    back, away = sheet.pesan.findChildren(SecondaryButton)[-2:]
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert not sheet.pesan.isVisible()
    QTest.keyClick(nama, Qt.Key.Key_Escape)
    away = sheet.pesan.findChildren(SecondaryButton)[-1]
    with qtbot.waitSignal(sheet.rejected):
        QTest.mouseClick(away, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("by_key", [True, False])
def test_sheet_saves_once_by_key_or_button(sheet: Sheet, by_key: bool) -> None:
    form = form_of(sheet)
    form.isi({"nama": "Rusdi", "mulai": "5/4/26"})
    times: list[int] = []
    sheet.disimpan.connect(lambda: times.append(1))
    if by_key:
        QTest.keyClick(line(form, "nama"), Qt.Key.Key_S, CTRL)
    else:
        QTest.mouseClick(sheet.utama, Qt.MouseButton.LeftButton)
    assert times == [1]
    sheet.sibuk(True)
    assert not sheet.utama.isEnabled()


def test_notice_of_a_field_has_a_sign_and_a_colour(form: Form) -> None:
    form.salah(InputSalah("nama", "Nama belum diisi."))
    notices = [notice for notice in form.findChildren(Notice) if notice.isVisible()]
    assert [notice.teks() for notice in notices] == ["Nama belum diisi."]


def test_words_that_are_no_choice_choose_nobody(form: Form) -> None:
    form.fokus("jenis")
    QTest.keyClicks(form.field("jenis"), "dex")
    assert form.nilai()["jenis"] == "", "yang pertama mirip tidak terpilih"
    form.fokus("nama")
    form.fokus("jenis")
    QTest.keyClicks(form.field("jenis"), "plt")
    assert form.nilai()["jenis"] == "plt"
    form.fokus("nama")
    form.fokus("jenis")
    QTest.keyClicks(form.field("jenis"), "defz")
    assert form.nilai()["jenis"] == "plt", "pilihan sebelumnya tetap"
