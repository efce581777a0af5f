"""What the eye and the Tab key need of a window: words that are not cut, an order like reading, a ring on the focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget

from ui.kit import theme
from ui.kit.buttons import Button
from ui.kit.chips import Chip
from ui.kit.labels import Label
from ui.kit.table_view import RowsView

SEKITAR = 8
"""px around a control in which its ring may stand."""
TITIK_CINCIN = 60
"""So many pixels must change clearly when the keyboard comes to a control."""


def terpotong(akar: QWidget) -> list[str]:
    """Return the words that are not read whole and that no tool tip gives whole."""
    if isinstance(akar, QMenu):
        return []
    semua = [w for w in akar.findChildren(QWidget) if w.isVisible() and w.window() is akar.window()]
    return [f"terpotong: {kata}" for w in semua for kata in _terpotong(w) if not w.toolTip()]


def _terpotong(widget: QWidget) -> Iterator[str]:
    match widget:
        case Label() if widget.boleh_potong:
            return
        case QLabel() if widget.text() and widget.pixmap().isNull():
            perlu, ada = _kebutuhan(widget), widget.size()
            if perlu[0] > ada.width() + 1 or perlu[1] > ada.height() + 1:
                yield f"{widget.text()} ({perlu} di {ada.width()}×{ada.height()})"
        case Button() if widget.minimumSizeHint().width() > widget.width() + 1:
            yield f"tombol {widget.text()}"
        case Chip() if widget.sizeHint().width() > widget.width() + 1:
            yield f"saringan {widget.text()}"


def _kebutuhan(label: QLabel) -> tuple[int, int]:
    """Return the width and height (px) that the words of a label need where it stands."""
    huruf = label.fontMetrics()
    if not label.wordWrap():
        baris = label.text().split("\n")
        return max(huruf.horizontalAdvance(satu) for satu in baris), huruf.height() * len(baris)
    terpanjang = max(huruf.horizontalAdvance(kata) for kata in label.text().replace("/", "/ ").split() or [""])
    return min(terpanjang, label.heightForWidth(label.width()) and terpanjang), label.heightForWidth(label.width())


def urutan(akar: QWidget) -> list[QWidget]:
    """Return what the Tab key reaches in a window, in its order."""
    semua, satu = list[QWidget](), akar.nextInFocusChain()
    while satu is not None and satu is not akar:
        tab = bool(satu.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and satu.focusProxy() is None
        if tab and satu.isVisible() and satu.isEnabled() and satu.window() is akar:
            semua.append(satu)
        satu = satu.nextInFocusChain()
    return semua


def salah_urut(akar: QWidget) -> list[str]:
    """Return the steps of the Tab key that go against reading: up in one column, or to the left in one line. One such
    step leads from the end to the beginning again."""
    semua = urutan(akar) if not isinstance(akar, QMenu) else []
    mundur = [
        f"Tab dari {sebut(a)} mundur ke {sebut(b)}"
        for a, b in zip(semua, [*semua[1:], *semua[:1]], strict=True)
        if _mundur(*_di_satu_tempat(akar, a, b))
    ]
    return mundur if len(mundur) > 1 else []


def _mundur(a: QRect, b: QRect) -> bool:
    return (b.bottom() < a.top() and b.left() < a.right()) or (_sebaris(a, b) and b.right() < a.left())


def _di_satu_tempat(akar: QWidget, a: QWidget, b: QWidget) -> tuple[QRect, QRect]:
    """Return where two controls stand; one that scrolls in an area without the other stands where the area does."""
    di_a, di_b = _bergulir(akar, a), _bergulir(akar, b)
    while di_a and di_b and di_a[-1] is di_b[-1]:
        di_a.pop()
        di_b.pop()
    return _kotak(akar, di_a[-1] if di_a else a), _kotak(akar, di_b[-1] if di_b else b)


def _bergulir(akar: QWidget, widget: QWidget) -> list[QScrollArea]:
    """Return the areas that a control scrolls in, the innermost first."""
    semua, induk = [], widget.parentWidget()
    while induk is not None and induk is not akar:
        if isinstance(induk, QScrollArea):
            semua.append(induk)
        induk = induk.parentWidget()
    return semua


def _kotak(akar: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(akar, widget.rect().topLeft()), widget.size())


def _sebaris(a: QRect, b: QRect) -> bool:
    return a.top() <= b.center().y() <= a.bottom() and b.top() <= a.center().y() <= b.bottom()


def sebut(widget: QWidget) -> str:
    """Return a control in words."""
    return f"{type(widget).__name__} “{widget.accessibleName() or getattr(widget, 'text', str)()}”"


def tanpa_cincin(akar: QWidget, sudah: set[str]) -> list[str]:
    """Return the kinds of controls that look the same with the keyboard as without; each kind is looked at once."""
    keluhan = []
    for widget in urutan(akar):
        jenis = type(widget).__name__
        kosong = isinstance(widget, RowsView) and not widget.row_count()
        if jenis in sudah or kosong:
            continue
        sudah.add(jenis)
        if berubah(akar, widget) < TITIK_CINCIN:
            keluhan.append(f"{sebut(widget)} tidak memperlihatkan bahwa papan ketik ada padanya")
    return keluhan


def berubah(akar: QWidget, widget: QWidget) -> int:
    """Return how many pixels change by 3:1 or more when the keyboard comes."""
    semula = akar.focusWidget()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    widget.clearFocus()
    kotak = _kotak(akar, widget).adjusted(-SEKITAR, -SEKITAR, SEKITAR, SEKITAR)
    sebelum = akar.grab(kotak).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    sesudah = akar.grab(kotak).toImage()
    if semula is not None:
        semula.setFocus()
    return beda(sebelum, sesudah)


def beda(a: QImage, b: QImage) -> int:
    """Return how many pixels of two pictures differ by a contrast of 3:1 or more."""
    pasangan = (
        (a.pixelColor(x, y).name(), b.pixelColor(x, y).name())
        for y in range(min(a.height(), b.height()))
        for x in range(min(a.width(), b.width()))
        if a.pixel(x, y) != b.pixel(x, y)
    )
    return sum(theme.contrast(satu, lain) >= 3 for satu, lain in pasangan)
