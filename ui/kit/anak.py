"""A page under a page: it stands in its place until Esc leads back; and the stack on which both stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.kit import text
from ui.kit.buttons import SecondaryButton
from ui.kit.host import Page
from ui.kit.page import PageTitle
from ui.kit.tampilan import Tampilan


class Anak(Tampilan):
    """Base of such a page; ``kembali`` asks to go back."""

    kembali = Signal()
    bantuan: str = ""
    """The keys of this page, for F1."""
    panduan: str = ""
    """The part of the guide that is about it, "" for that of the page above it."""

    def load(self) -> None:
        """Read the store again; called when the page is shown and when a table of the page above it changed."""

    def tempat(self) -> str:
        """Return the key that opens the page here again, "" for the page above it."""
        return ""

    def mundur(self) -> None:
        """Go back."""
        self.kembali.emit()

    def kepala(self, judul: str, *tombol: QWidget) -> PageTitle:
        """Return the head: the title, the way back, then ``tombol``."""
        return PageTitle(judul, SecondaryButton(text.KEMBALI, "Esc", pasang=False, on=self.mundur), *tombol)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.mundur()
        else:
            super().keyPressEvent(event)


class Tumpukan(QStackedLayout):
    """What stands on a page: one of its fixed views, or a page under it, which is gone when another takes its place."""

    def __init__(self, page: Page, *tetap: QWidget) -> None:
        super().__init__(page)
        self._page, self._bantuan, self._panduan = page, page.help, page.panduan
        self.anak: Anak | None = None
        """The page under the page that is shown, None where a fixed view is."""
        self._menunggu: tuple[Anak, QWidget | None] | None = None
        self.setContentsMargins(0, 0, 0, 0)
        for satu in tetap:
            self.addWidget(satu)
        page.setFocusProxy(tetap[0])

    def tampil(self, tetap: QWidget) -> None:
        """Show a fixed view; the keyboard goes to it when the page gets it."""
        self.setCurrentWidget(tetap)
        self.lupakan()
        if self.anak is not None:
            self._buang(self.anak)
            self.anak = None
        self._page.help, self._page.panduan = self._bantuan, self._panduan
        self._page.setFocusProxy(tetap)

    def _buang(self, anak: Anak) -> None:
        self.removeWidget(anak)
        anak.deleteLater()

    def tunda(self, tetap: QWidget) -> None:
        """Show a fixed view in place of the page under the page, which waits as it is until :meth:`lanjutkan`."""
        anak, self.anak = self.anak, None
        self.tampil(tetap)
        if anak is not None:
            self._menunggu = anak, anak.focusWidget()

    def _explain(self, anak: Anak) -> None:
        self._page.help = anak.bantuan or self._bantuan
        self._page.panduan = anak.panduan or self._panduan

    def lanjutkan(self) -> bool:
        """Show the page that waits again, the keyboard where it was; tell whether one waited."""
        if self._menunggu is None:
            return False
        (anak, fokus), self._menunggu = self._menunggu, None
        self.anak = anak
        self.setCurrentWidget(anak)
        self._explain(anak)
        self._page.setFocusProxy(anak)
        self._page.load()
        (fokus or anak).setFocus()
        return True

    def lupakan(self) -> None:
        """Let go of the page that waits."""
        if self._menunggu is not None:
            self._buang(self._menunggu[0])
            self._menunggu = None

    def tumpuk(self, anak: Anak, kembali: Callable[[], object]) -> None:
        """Show a page under the page, load the page, and give it the keyboard, unless loading led elsewhere."""
        self.lupakan()
        lama, self.anak = self.anak, anak
        anak.kembali.connect(kembali)
        self.addWidget(anak)
        self.setCurrentWidget(anak)
        if lama is not None:
            self._buang(lama)
        self._explain(anak)
        self._page.setFocusProxy(anak)
        self._page.load()
        if self.anak is anak:
            anak.setFocus()
