"""Inputs of a form: text, grouped digits, choice, long text; each gives and takes its value as a string."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ui.kit.choice import ChoiceField
from ui.kit.digits import behind_digit
from ui.kit.filter import Box, paint_frame
from ui.kit.scroll import ThinScrollBar
from ui.kit.theme import Theme, theme_of

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextField(Box):
    """One line of text; ``diubah`` at each change by the user, ``ditinggal`` when left, ``enter`` on Enter."""

    diubah = Signal()
    ditinggal = Signal()
    enter = Signal()

    def __init__(self, contoh: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(contoh)
        self.textEdited.connect(self._edited)

    def nilai(self) -> str:
        """Return what was typed, without blanks at the ends."""
        return self.text().strip()

    def isi(self, nilai: str) -> None:
        """Show ``nilai`` without reporting a change."""
        self.setText(nilai)

    def _edited(self) -> None:
        self.diubah.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is reported and goes no further; the rest is typed."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enter.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the field is left for another one."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.ditinggal.emit()


class GroupedField(TextField):
    """Digits that are grouped while they are typed; the cursor stays behind the digit it was behind.

    Text with anything but digits and the separator is left as it is, so that nothing typed is lost.
    """

    def __init__(
        self, kelompokkan: Callable[[str], str], pemisah: str, contoh: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(contoh, parent)
        self._kelompokkan, self._pemisah = kelompokkan, pemisah

    def isi(self, nilai: str) -> None:
        """Show ``nilai`` grouped, without reporting a change."""
        digits = self._digits(nilai)
        self.setText(nilai if digits is None else self._kelompokkan(digits))

    def _digits(self, teks: str) -> str | None:
        bare = teks.replace(self._pemisah, "").strip()
        return bare if bare.isascii() and (bare.isdigit() or not bare) else None

    def _edited(self) -> None:
        teks, digits = self.text(), self._digits(self.text())
        if digits is not None:
            before = sum(ch.isdigit() for ch in teks[: self.cursorPosition()])
            grouped = self._kelompokkan(digits)
            if grouped != teks:
                self.setText(grouped)
                self.setCursorPosition(behind_digit(grouped, before))
        super()._edited()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete step over a separator to the digit behind it."""
        plain = not self.hasSelectedText() and not event.modifiers()
        teks, at = self.text(), self.cursorPosition()
        if plain and event.key() == Qt.Key.Key_Backspace and teks[at - 1 : at] == self._pemisah:
            self.setCursorPosition(at - 1)
        elif plain and event.key() == Qt.Key.Key_Delete and teks[at : at + 1] == self._pemisah:
            self.setCursorPosition(at + 1)
        super().keyPressEvent(event)


class AreaField(QFrame):
    """Several lines of text; Tab goes on to the next field, Enter begins a new line."""

    diubah = Signal()
    ditinggal = Signal()
    enter = Signal()

    def __init__(self, contoh: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._salah = self._filling = False
        self._edit = QPlainTextEdit(self)
        self._edit.setPlaceholderText(contoh)
        self._edit.setFrameShape(QFrame.Shape.NoFrame)
        self._edit.setTabChangesFocus(True)
        self._edit.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._edit.setVerticalScrollBar(ThinScrollBar(self._edit))
        self._edit.textChanged.connect(self._edited)
        self._edit.installEventFilter(self)
        self.setFocusProxy(self._edit)
        QVBoxLayout(self).addWidget(self._edit)
        self.retheme(theme_of(self))

    def setAccessibleName(self, name: str) -> None:
        """Name what the keyboard goes to: the lines themselves."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the lines."""
        super().setAccessibleDescription(description)
        self._edit.setAccessibleDescription(description)

    def nilai(self) -> str:
        """Return what was typed, without blanks at the ends."""
        return self._edit.toPlainText().strip()

    def isi(self, nilai: str) -> None:
        """Show ``nilai`` without reporting a change."""
        self._filling = True
        self._edit.setPlainText(nilai)
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)
        self._filling = False

    def set_salah(self, salah: bool) -> None:
        """Frame the field in red, or no longer."""
        self._salah = salah
        self.update()

    def _edited(self) -> None:
        if not self._filling:
            self.diubah.emit()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Redraw the frame as the focus comes and goes; report when the field is left."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() is QEvent.Type.FocusOut:
            self.ditinggal.emit()
        return False

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self._edit.setFont(theme.font())
        self.setFixedHeight(theme.px(92))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(theme.px(7), theme.px(4), theme.px(4), theme.px(4))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self._edit.setPalette(palette)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        paint_frame(painter, self, self._theme, salah=self._salah)
        painter.end()


Field = TextField | ChoiceField | AreaField
