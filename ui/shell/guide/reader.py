"""The right side of Panduan: one chapter with its pictures, read and followed by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImageReader, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

import resources
from ui.kit.scroll import ThinScrollBar
from ui.kit.theme import Theme, theme_of

from . import html

_SISI = 18
"""The margin around the words, in px at scale 1.0."""


class Reader(QTextBrowser):
    """Shows rich text; ``followed`` carries where a link leads, ``typed`` a letter that belongs to the search."""

    followed = Signal(str)
    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._isi: html.Isi = str
        self._lebar = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBar(ThinScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self.retheme(theme_of(self))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.document().setDefaultFont(theme.font())
        self.document().setDocumentMargin(theme.px(_SISI))
        self.document().setDefaultStyleSheet(html.gaya(theme))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.color("kartu"))
        self.setPalette(palette)
        self._draw()

    def show_html(self, isi: html.Isi, jangkar: str = "") -> None:
        """Show what ``isi`` makes, from an anchor on."""
        self._isi = isi
        self._draw()
        self.verticalScrollBar().setValue(0)
        if jangkar:
            self.scrollToAnchor(jangkar)

    def _draw(self) -> None:
        di = self.verticalScrollBar().value()
        self._lebar = self.viewport().width()
        self.setHtml(self._isi())
        self.verticalScrollBar().setValue(di)

    def picture_width(self, berkas: str) -> int:
        """Return the width (px) in which a picture fits: its own, or less."""
        sendiri = QImageReader(str(resources.path("panduan", *berkas.split("/")))).size().width()
        ruang = self._lebar - 2 * self._theme.px(_SISI) - self._theme.px(14)
        return max(120, min(self._theme.px(sendiri), ruang))

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Return a picture of the guide; nothing else is ever loaded."""
        from PySide6.QtGui import QImage, QTextDocument

        berkas = name.toString() if isinstance(name, QUrl) else name
        if type != QTextDocument.ResourceType.ImageResource.value:
            return None
        gambar = QImage(str(resources.path("panduan", *berkas.split("/"))))
        lebar = round(self.picture_width(berkas) * self.devicePixelRatioF())
        return gambar.scaledToWidth(lebar, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the new width."""
        super().resizeEvent(event)
        if self.viewport().width() != self._lebar:
            self._later.start()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to the window: an editor claims Ctrl+K and Ctrl+Z, though it is only read."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = QKeySequence.StandardKey
            if not event.matches(own.Copy) and not event.matches(own.SelectAll):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to the search, Alt with an arrow to the page; the rest reads."""
        kata = event.text()
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if kata.strip() and kata.isprintable() and not event.modifiers() & keys:
            self.typed.emit(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
