"""With our catalogue Qt's own buttons, menus and dialogs speak Indonesian."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6 import QtWidgets as qw
from PySide6.QtCore import QCoreApplication, Qt, QTimer, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import resources
from tests.ui.dialog_qt import DIALOGS, Stage, button_box, english_in, file_dialog, print_dialog, texts_of

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "non-native printers", "Point size <= 0", extend=True
)


@pytest.fixture
def catalogue(qapp: qw.QApplication) -> Iterator[QTranslator]:
    translator = QTranslator()
    assert translator.load(str(resources.path("i18n", "qt_id.qm")))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return Stage(qtbot, printer)


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_is_indonesian(name: str, stage: Stage) -> None:
    assert english_in(texts_of(DIALOGS[name](stage))) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_without_the_catalogue_the_same_look_finds_english(name: str, stage: Stage) -> None:
    assert english_in(texts_of(DIALOGS[name](stage))) != []


@pytest.mark.usefixtures("catalogue")
def test_every_standard_button_has_its_own_words(stage: Stage) -> None:
    box = button_box(stage)
    labels = [b.text().replace("&", "") for b in box.findChildren(qw.QPushButton)]
    assert len(labels) == 18
    assert len(set(labels)) == len(labels)


def _mnemonic_scopes(root: qw.QWidget) -> list[list[str]]:
    """The texts whose underlined letters compete: those of the dialog, and those of each menu."""
    buttons = [w.text() for w in root.findChildren(qw.QAbstractButton) if w.isVisible()]
    labels = [w.text() for w in root.findChildren(qw.QLabel) if w.isVisible() and w.buddy()]
    return [
        [*buttons, *labels],
        *([a.text() for a in menu.actions()] for menu in root.findChildren(qw.QMenu)),
    ]


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("name", DIALOGS)
def test_mnemonics_of_a_dialog_differ(name: str, stage: Stage) -> None:
    for texts in _mnemonic_scopes(DIALOGS[name](stage)):
        letters = [m.lower() for t in texts for m in re.findall(r"&(\w)", t)]
        assert len(set(letters)) == len(letters), texts


def _properties_texts(dialog: qw.QWidget) -> list[str]:
    found: list[str] = []

    def read() -> None:
        modal = qw.QApplication.activeModalWidget()
        if modal is not None:
            found.extend(texts_of(modal))
            modal.close()

    QTimer.singleShot(0, read)
    next(b for b in dialog.findChildren(qw.QPushButton) if b.text() in ("Pengatu&ran", "P&roperties")).click()
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows shows its own print dialogs")
@pytest.mark.parametrize("translated", [True, False])
def test_printer_properties(translated: bool, request: pytest.FixtureRequest, stage: Stage) -> None:
    if translated:
        request.getfixturevalue("catalogue")
    texts = _properties_texts(print_dialog(stage))
    assert len(texts) > 20
    assert bool(english_in(texts)) != translated


@pytest.mark.usefixtures("catalogue")
def test_overwriting_asks_in_indonesian(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "daftar.xlsx").touch()
    dialog = file_dialog(qw.QFileDialog.AcceptMode.AcceptSave)(stage)
    assert isinstance(dialog, qw.QFileDialog)
    dialog.setDirectory(str(tmp_path))
    name = dialog.findChild(qw.QLineEdit, "fileNameEdit")
    assert isinstance(name, qw.QLineEdit)
    asked: list[str] = []

    def answer() -> None:
        box = qw.QApplication.activeModalWidget()
        assert isinstance(box, qw.QMessageBox)
        asked.extend((box.text(), *(b.text() for b in box.buttons())))
        box.reject()

    QTest.keyClicks(name, "daftar.xlsx")
    QTimer.singleShot(0, answer)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert asked[0].endswith("sudah ada.\nGanti dengan yang baru?")
    assert sorted(asked[1:]) == ["&Tidak", "&Ya"]


@pytest.mark.usefixtures("catalogue")
def test_compiled_catalogue_is_the_source() -> None:
    for context in ElementTree.parse(resources.path("i18n", "qt_id.ts")).iter("context"):
        for m in context.iter("message"):
            key = (context.findtext("name", ""), m.findtext("source", ""), m.findtext("comment", ""))
            assert QCoreApplication.translate(*key) == m.findtext("translation", "")


@pytest.mark.usefixtures("catalogue")
def test_layout_stays_left_to_right(qapp: qw.QApplication) -> None:
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QGuiApplication", "QT_LAYOUT_DIRECTION") == "LTR"


def _readings() -> dict[str, str]:
    """What ``QKeySequence("Ctrl+Name")`` and a round trip over the shown name make of every key."""
    names = [QKeySequence(k).toString(QKeySequence.SequenceFormat.PortableText) for k in Qt.Key]
    return {n: QKeySequence(f"Ctrl+{n}").toString(QKeySequence.SequenceFormat.PortableText) for n in names if n}


@pytest.mark.usefixtures("qapp")
def test_shortcuts_written_in_code_keep_their_keys(request: pytest.FixtureRequest) -> None:
    before = _readings()
    request.getfixturevalue("catalogue")
    assert _readings() == before


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ctrl+K", "Ctrl+K"),
        ("Alt+Left", "Alt+Kiri"),
        ("Space", "Spasi"),
        ("Return", "Return"),
        ("Del", "Del"),
    ],
)
def test_shown_shortcut_reads_back(written: str, shown: str) -> None:
    keys = QKeySequence(written)
    native = QKeySequence.SequenceFormat.NativeText
    assert keys.toString(native) == shown
    assert QKeySequence.fromString(shown, native) == keys
