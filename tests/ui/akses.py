"""What somebody who hears the screen must be told: rules over the accessibility tree of a window, as Qt gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from tests.ui.dialog_qt import english_in
from ui.kit.cards import EmptyState
from ui.kit.diagram_dasar import Diagram
from ui.kit.table_view import RowsView

BERGUNA = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, Diagram)
"""What is used by itself, whether the Tab key comes to it or a letter does."""
_NOMOR = re.compile(r"\bNo\b")


def antarmuka(widget: QWidget) -> QAccessibleInterface:
    """Return what a screen reader gets of a widget."""
    satu = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(satu, QAccessibleInterface)
    return satu


def nama(widget: QWidget) -> str:
    """Return the name that is spoken of a widget; of a choice Qt gives what is chosen where a label names it."""
    kata = antarmuka(widget).text(QAccessible.Text.Name)
    return (widget.accessibleName() if isinstance(widget, QComboBox) else kata).replace("&", "").strip()


def keterangan(widget: QWidget) -> str:
    """Return what is said of a widget after its name."""
    return antarmuka(widget).text(QAccessible.Text.Description)


def kendali(akar: QWidget) -> Iterator[QWidget]:
    """Give the controls that are seen in a window or dialog: what Tab reaches, and what is used otherwise."""
    for widget in akar.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not akar.window() or isinstance(widget, QHeaderView):
            continue
        tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None
        if (tab and widget.isEnabled()) or isinstance(widget, BERGUNA):
            yield widget


def tanpa_nama(akar: QWidget) -> list[str]:
    """Return the controls without a name of their own."""
    return [f"{_apa(w)} tanpa nama" for w in kendali(akar) if not _bernama(nama(w))]


def _bernama(kata: str) -> bool:
    return any(huruf.isalnum() for huruf in kata)


def _apa(widget: QWidget) -> str:
    induk = widget.parentWidget()
    return f"{type(widget).__name__} di {type(induk).__name__}"


def bukan_tombol(akar: QWidget) -> list[str]:
    """Return what answers a click and is not called a button by what reads the screen."""
    keluhan = []
    for widget in akar.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not akar.window() or isinstance(widget, QAbstractButton):
            continue
        if widget.metaObject().indexOfSignal("clicked()") < 0 or not widget.receivers("2clicked()"):
            continue
        wakil = widget.focusProxy()
        if antarmuka(wakil or widget).role() is not QAccessible.Role.Button:
            keluhan.append(f"{_apa(widget)} dapat diklik, tetapi bukan tombol")
    return keluhan


def tanpa_isi(akar: QWidget) -> list[str]:
    """Return the charts whose values cannot be heard."""
    semua = (d for d in akar.findChildren(Diagram) if d.isVisible() and d.window() is akar.window())
    return [f"{_apa(d)} tidak menyebut isinya" for d in semua if not _bernama(keterangan(d))]


def bernama_sama(akar: QWidget) -> list[str]:
    """Return the names that two controls of one kind in use share, so that nobody knows which one is meant.

    What an empty page offers is what its head offers too, under the same name.
    """
    dipakai = [w for w in kendali(akar) if w.isEnabled() and not isinstance(w.parentWidget(), EmptyState)]
    semua = Counter((type(w).__name__, nama(w), keterangan(w)) for w in dipakai)
    return [f"{berapa} {jenis} bernama “{kata}”" for (jenis, kata, _), berapa in semua.items() if berapa > 1]


def tabel_bisu(akar: QWidget) -> list[str]:
    """Return what of the tables cannot be heard: a column without a name, a row that does not say what it is."""
    keluhan = []
    for tabel in akar.findChildren(RowsView):
        if not tabel.isVisible() or tabel.window() is not akar.window() or not tabel.row_count():
            continue
        keluhan += [f"tabel {nama(tabel)}: {apa}" for apa in _tabel(tabel)]
    return keluhan


def _tabel(tabel: QTableView) -> Iterator[str]:
    model, kepala = tabel.model(), tabel.horizontalHeader()
    peran = Qt.ItemDataRole
    tampak = [i for i in range(model.columnCount()) if not tabel.isColumnHidden(i)]
    for i in tampak:
        judul = model.headerData(i, Qt.Orientation.Horizontal, peran.AccessibleTextRole)
        judul = judul or model.headerData(i, Qt.Orientation.Horizontal)
        if kepala.isVisible() and not _bernama(str(judul or "")):
            yield f"kolom {i} tanpa nama"
    baris = [str(model.index(0, i).data(peran.AccessibleDescriptionRole) or "") for i in tampak]
    isi = [str(model.index(0, i).data() or "") for i in tampak]
    for satu in baris:
        hilang = [kata for kata in isi if kata not in satu]
        if hilang or not satu:
            yield f"baris pertama tidak menyebut {hilang or isi}"
            return


def bahasa_inggris(akar: QWidget) -> list[str]:
    """Return names that are not Indonesian."""
    return english_in([_NOMOR.sub("", nama(w)) for w in kendali(akar)])


def keluhan(akar: QWidget) -> list[str]:
    """Return all that is wrong with what is spoken of a window, a dialog or a menu."""
    if isinstance(akar, QMenu):
        return [f"pilihan menu tanpa nama: {a.text()!r}" for a in akar.actions() if not _bernama(a.text())]
    return [
        *tanpa_nama(akar), *bukan_tombol(akar), *tanpa_isi(akar), *bernama_sama(akar), *tabel_bisu(akar),
        *bahasa_inggris(akar),
    ]  # fmt: skip
