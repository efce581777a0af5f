"""With our catalogue Qt's own buttons, menus and dialogs speak Indonesian."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6 import QtWidgets as qw
from PySide6.QtCore import QCoreApplication, QDir, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import resources

ENGLISH = set(
    re.findall(
        r"\w+",
        """
    abort about add advanced again all alpha application apply back basic binding black bold bottom cancel
    choose close collate color colors commit computer continue copies copy copying create current custom cut
    date debug default defaults delete detail details directory discard do documents done double drive edge
    effects end enter error even facing fatal file files find finish first fit font forward from go
    grayscale green height help hide home hue ignore inches information italic job landscape last layout
    left light list location long look margin margins message millimeters modified move name new next no
    none normally odd of off open options order orientation output overview page pages paper parent paste
    pick points portrait preview previous print priority properties range recent red redo remove rename
    replace reset restore retry reverse right sample save screen select selection set setup sheet short show
    side sidebar sided single size source start step style the this to top type underline undo up value view
    warning what width writing yes you zoom
    """,
    )
)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a dialog is put up: the bot that closes it and a printer that outlives it."""

    qtbot: QtBot
    printer: QPrinter

    def show(self, widget: qw.QWidget) -> qw.QWidget:
        self.qtbot.addWidget(widget)
        widget.show()
        return widget


Shown = Callable[[Stage], qw.QWidget]

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


def _of_combo(box: qw.QComboBox) -> list[str]:
    return [t for t in map(box.itemText, range(box.count())) if not t.startswith(QDir.rootPath())]


def _of_header(header: qw.QHeaderView) -> list[str]:
    model, way = header.model(), header.orientation()
    return [str(model.headerData(i, way)) for i in range(header.count())]


def _own_texts(widget: qw.QWidget) -> list[str]:
    match widget:
        case qw.QAbstractButton() | qw.QLabel():
            texts = [widget.text()]
        case qw.QGroupBox():
            texts = [widget.title()]
        case qw.QComboBox():
            texts = _of_combo(widget)
        case qw.QTabWidget():
            texts = [widget.tabText(i) for i in range(widget.count())]
        case qw.QHeaderView() if widget.isVisible():
            texts = _of_header(widget)
        case _:
            texts = []
    return [*texts, widget.windowTitle(), widget.toolTip(), widget.whatsThis(), widget.accessibleName()]


def _texts(root: qw.QWidget) -> list[str]:
    """Everything a user can read or hear in ``root``: labels, buttons, menus, hints, column heads."""
    widgets = [root, *root.findChildren(qw.QWidget)]
    actions = {a for w in widgets for a in (*w.actions(), *w.findChildren(QAction))}
    texts = [t for w in widgets for t in _own_texts(w)]
    texts += [t for a in actions for t in (a.text(), a.toolTip(), a.statusTip())]
    return [t for t in texts if t]


def _english(texts: list[str]) -> list[str]:
    return sorted({t for t in texts if ENGLISH & set(re.findall(r"[a-z]+", t.replace("&", "").lower()))})


def _button_box(stage: Stage) -> qw.QWidget:
    box = qw.QDialogButtonBox()
    for button in qw.QDialogButtonBox.StandardButton:
        if button != qw.QDialogButtonBox.StandardButton.NoButton:
            box.addButton(button)
    return stage.show(box)


def _message_box(stage: Stage) -> qw.QWidget:
    box = qw.QMessageBox(qw.QMessageBox.Icon.Question, "Sipokat", "Simpan perubahan?")
    for name in qw.QDialogButtonBox.StandardButton.__members__:
        if name in qw.QMessageBox.StandardButton.__members__ and name != "NoButton":
            box.addButton(qw.QMessageBox.StandardButton[name])
    box.setDetailedText("rincian")
    return stage.show(box)


def _line_edit_menu(stage: Stage) -> qw.QWidget:
    edit = qw.QLineEdit("abc")
    edit.createStandardContextMenu()
    return stage.show(edit)


def _text_edit_menu(stage: Stage) -> qw.QWidget:
    edit = qw.QPlainTextEdit("abc")
    edit.createStandardContextMenu()
    return stage.show(edit)


def _file_dialog(mode: qw.QFileDialog.AcceptMode) -> Shown:
    def build(stage: Stage) -> qw.QWidget:
        dialog = qw.QFileDialog(None, "", QDir.rootPath())
        dialog.setOption(qw.QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        return stage.show(dialog)

    return build


def _color_dialog(stage: Stage) -> qw.QWidget:
    dialog = qw.QColorDialog()
    dialog.setOption(qw.QColorDialog.ColorDialogOption.DontUseNativeDialog)
    return stage.show(dialog)


def _font_dialog(stage: Stage) -> qw.QWidget:
    dialog = qw.QFontDialog(QFont("Noto Sans", 11))
    dialog.setOption(qw.QFontDialog.FontDialogOption.DontUseNativeDialog)
    return stage.show(dialog)


def _wizard(stage: Stage) -> qw.QWidget:
    wizard = qw.QWizard()
    wizard.addPage(qw.QWizardPage())
    wizard.addPage(qw.QWizardPage())
    wizard.setOption(qw.QWizard.WizardOption.HaveHelpButton)
    return stage.show(wizard)


def _error_message(stage: Stage) -> qw.QWidget:
    dialog = qw.QErrorMessage()
    stage.qtbot.addWidget(dialog)
    dialog.showMessage("rincian")
    return dialog


def _print_preview(stage: Stage) -> qw.QWidget:
    return stage.show(QPrintPreviewDialog(stage.printer))


def _print_dialog(stage: Stage) -> qw.QWidget:
    return stage.show(QPrintDialog(stage.printer))


def _page_setup(stage: Stage) -> qw.QWidget:
    return stage.show(QPageSetupDialog(stage.printer))


DIALOGS: dict[str, Shown] = {
    "tombol": _button_box,
    "kotak pesan": _message_box,
    "menu isian": _line_edit_menu,
    "menu catatan": _text_edit_menu,
    "buka berkas": _file_dialog(qw.QFileDialog.AcceptMode.AcceptOpen),
    "simpan berkas": _file_dialog(qw.QFileDialog.AcceptMode.AcceptSave),
    "pratinjau": _print_preview,
    "warna": _color_dialog,
    "huruf": _font_dialog,
    "langkah": _wizard,
    "kesalahan": _error_message,
    "kemajuan": lambda stage: stage.show(qw.QProgressDialog()),
    "isian": lambda stage: stage.show(qw.QInputDialog()),
}
if sys.platform != "win32":  # Windows shows its own print dialogs, in the language of Windows
    DIALOGS |= {"cetak": _print_dialog, "atur halaman": _page_setup}


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_is_indonesian(name: str, stage: Stage) -> None:
    assert _english(_texts(DIALOGS[name](stage))) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_without_the_catalogue_the_same_look_finds_english(name: str, stage: Stage) -> None:
    assert _english(_texts(DIALOGS[name](stage))) != []


@pytest.mark.usefixtures("catalogue")
def test_every_standard_button_has_its_own_words(stage: Stage) -> None:
    box = _button_box(stage)
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
            found.extend(_texts(modal))
            modal.close()

    QTimer.singleShot(0, read)
    next(b for b in dialog.findChildren(qw.QPushButton) if b.text() in ("Pengatu&ran", "P&roperties")).click()
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows shows its own print dialogs")
@pytest.mark.parametrize("translated", [True, False])
def test_printer_properties(translated: bool, request: pytest.FixtureRequest, stage: Stage) -> None:
    if translated:
        request.getfixturevalue("catalogue")
    texts = _properties_texts(_print_dialog(stage))
    assert len(texts) > 20
    assert bool(_english(texts)) != translated


@pytest.mark.usefixtures("catalogue")
def test_overwriting_asks_in_indonesian(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "daftar.xlsx").touch()
    dialog = _file_dialog(qw.QFileDialog.AcceptMode.AcceptSave)(stage)
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
