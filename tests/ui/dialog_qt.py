"""Qt's own dialogs as they appear to a user, and the English words in them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtWidgets as qw
from PySide6.QtCore import QDir
from PySide6.QtGui import QAction, QFont
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewDialog
from pytestqt.qtbot import QtBot

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


def texts_of(root: qw.QWidget) -> list[str]:
    """Everything a user can read or hear in ``root``: labels, buttons, menus, hints, column heads."""
    widgets = [root, *root.findChildren(qw.QWidget)]
    actions = {a for w in widgets for a in (*w.actions(), *w.findChildren(QAction))}
    texts = [t for w in widgets for t in _own_texts(w)]
    texts += [t for a in actions for t in (a.text(), a.toolTip(), a.statusTip())]
    return [t for t in texts if t]


def english_in(texts: list[str]) -> list[str]:
    return sorted({t for t in texts if ENGLISH & set(re.findall(r"[a-z]+", t.replace("&", "").lower()))})


def button_box(stage: Stage) -> qw.QWidget:
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


def file_dialog(mode: qw.QFileDialog.AcceptMode) -> Shown:
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


def print_dialog(stage: Stage) -> qw.QWidget:
    return stage.show(QPrintDialog(stage.printer))


def _page_setup(stage: Stage) -> qw.QWidget:
    return stage.show(QPageSetupDialog(stage.printer))


DIALOGS: dict[str, Shown] = {
    "tombol": button_box,
    "kotak pesan": _message_box,
    "menu isian": _line_edit_menu,
    "menu catatan": _text_edit_menu,
    "buka berkas": file_dialog(qw.QFileDialog.AcceptMode.AcceptOpen),
    "simpan berkas": file_dialog(qw.QFileDialog.AcceptMode.AcceptSave),
    "pratinjau": _print_preview,
    "warna": _color_dialog,
    "huruf": _font_dialog,
    "langkah": _wizard,
    "kesalahan": _error_message,
    "kemajuan": lambda stage: stage.show(qw.QProgressDialog()),
    "isian": lambda stage: stage.show(qw.QInputDialog()),
}
if sys.platform != "win32":  # Windows shows its own print dialogs, in the language of Windows
    DIALOGS |= {"cetak": print_dialog, "atur halaman": _page_setup}
