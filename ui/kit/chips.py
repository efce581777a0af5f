"""A line of filters as chips: one is chosen, each says how many rows it would show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStylePainter, QWidget

from ui.kit.ink import brush, focus_by_tab, pen, rounded, words
from ui.kit.labels import literal
from ui.kit.theme import Theme, theme_of

_HURUF = 13


class Chip(QAbstractButton):
    """One filter: its words and, in grey, how many."""

    def __init__(self, kata: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kata, self._jumlah = kata, ""
        self.setCheckable(True)
        focus_by_tab(self)
        self.retheme(theme_of(self))
        self.set_jumlah(None)

    def set_jumlah(self, jumlah: int | None) -> None:
        """Say how many rows it shows; None: not known yet, below 0: some, too many to count."""
        self._jumlah = "" if jumlah is None or jumlah < 0 else f"{jumlah:,}".replace(",", ".")
        self.setAccessibleName(f"{self._kata} {self._jumlah}".strip())
        self.setText(self._kata)
        self.updateGeometry()
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFont(theme.font(_HURUF))
        self.update()

    def sizeHint(self) -> QSize:
        """Return words, number and margins side by side; as wide when it is chosen, so that nothing moves."""
        t = self._theme
        lebar = QFontMetrics(t.font(_HURUF, tebal=600)).horizontalAdvance(self._kata)
        angka = QFontMetrics(t.font(_HURUF)).horizontalAdvance(self._jumlah) + t.px(6) if self._jumlah else 0
        return QSize(lebar + angka + t.px(24), t.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the row; space presses the chip."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip; the chosen one is filled softly and bold."""
        t, painter = self._theme, QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kotak = QRectF(self.rect()).adjusted(0.5, t.px(3) + 0.5, -0.5, -t.px(3) - 0.5)
        path = rounded(kotak, kotak.height() / 2)
        dipilih = self.isChecked()
        painter.fillPath(path, brush(t.color("pilihan" if dipilih else "sorot" if self.underMouse() else "kartu")))
        painter.strokePath(path, pen(t.color("aksen" if dipilih else "garis")))
        if self.hasFocus():
            dalam = rounded(kotak.adjusted(2, 2, -2, -2), kotak.height() / 2 - 2)
            painter.strokePath(dalam, pen(t.color("aksen"), 1.6))
        self._paint_words(painter, dipilih)
        painter.end()

    def _paint_words(self, painter: QStylePainter, dipilih: bool) -> None:
        t = self._theme
        huruf = t.font(_HURUF, tebal=600 if dipilih else 400)
        kotak = QRectF(self.rect()).adjusted(t.px(12), 0, 0, 0)
        words(painter, kotak, self._kata, huruf, t.color("aksen" if dipilih else "teks"))
        kotak.setLeft(kotak.left() + QFontMetrics(huruf).horizontalAdvance(self._kata) + t.px(6))
        words(painter, kotak, self._jumlah, t.font(_HURUF), t.color("redup"))


class ChipRow(QWidget):
    """Chips side by side, on further lines where one is too short; ``dipilih`` carries the key of the chosen one.

    A chip that would show nothing is left out, unless it is the chosen one or the first.
    """

    dipilih = Signal(str)

    def __init__(self, pilihan: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pilihan: list[tuple[str, str]] = []
        self._chips: dict[str, Chip] = {}
        self._kunci = ""
        self._jumlah: Mapping[str, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ganti(pilihan)

    def ganti(self, pilihan: Sequence[tuple[str, str]]) -> None:
        """Show other chips, without a signal; the chosen one stays chosen where it is among them, else the first is."""
        if list(pilihan) == self._pilihan:
            return
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._pilihan, self._jumlah = list(pilihan), {}
        self._chips = {kunci: Chip(kata, self) for kunci, kata in pilihan}
        for kunci, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, k=kunci: self._choose(k))
        self.pilih(self._kunci if self._kunci in self._chips else pilihan[0][0])

    @property
    def kunci(self) -> str:
        """The key of the chosen chip."""
        return self._kunci

    def pilih(self, kunci: str) -> None:
        """Choose a chip, without a signal."""
        self._kunci = kunci
        for satu, chip in self._chips.items():
            chip.setChecked(satu == kunci)
        self._arrange()

    def jelaskan(self, kunci: str, kalimat: str) -> None:
        """Say in a tool tip what a chip means."""
        self._chips[kunci].setToolTip(literal(kalimat))

    def _choose(self, kunci: str) -> None:
        lama = self._kunci
        self.pilih(kunci)
        if kunci != lama:
            self.dipilih.emit(kunci)

    def set_jumlah(self, jumlah: Mapping[str, int]) -> None:
        """Say how many rows each shows."""
        self._jumlah = jumlah
        for kunci, chip in self._chips.items():
            chip.set_jumlah(jumlah.get(kunci))
        self._arrange()

    def _shown(self) -> list[Chip]:
        pertama = next(iter(self._chips))
        return [
            chip for kunci, chip in self._chips.items() if kunci in (pertama, self._kunci) or self._jumlah.get(kunci)
        ]

    def _places(self, lebar: int) -> list[QPoint]:
        celah, x, y, places = theme_of(self).px(6), 0, 0, []
        for chip in self._shown():
            hint = chip.sizeHint()
            if x and x + hint.width() > lebar:
                x, y = 0, y + hint.height()
            places.append(QPoint(x, y))
            x += hint.width() + celah
        return places

    def _arrange(self) -> None:
        shown = self._shown()
        for chip in self._chips.values():
            chip.setVisible(chip in shown)
        for chip, place in zip(shown, self._places(self.width()), strict=True):
            chip.resize(chip.sizeHint())
            chip.move(place)
        self.updateGeometry()

    def heightForWidth(self, lebar: int) -> int:
        """Return the height of the lines that ``lebar`` px make necessary."""
        return self._places(lebar)[-1].y() + theme_of(self).px(36)

    def sizeHint(self) -> QSize:
        """Return one line or more, as wide as it is."""
        return QSize(theme_of(self).px(400), self.heightForWidth(self.width() or theme_of(self).px(400)))

    def minimumSizeHint(self) -> QSize:
        """Return the present height."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the chips anew."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from chip to chip and choose."""
        if not self._arrow(event):
            super().keyPressEvent(event)

    def _arrow(self, event: QKeyEvent) -> bool:
        arah = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        shown = self._shown()
        kini = next((i for i, chip in enumerate(shown) if chip.hasFocus()), -1)
        if not arah or kini < 0:
            return False
        chip = shown[(kini + arah) % len(shown)]
        chip.setFocus(Qt.FocusReason.OtherFocusReason)
        chip.click()
        return True
