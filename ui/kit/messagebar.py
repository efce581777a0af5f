"""The bar at the top of a page that says what happened and offers what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import Gangguan
from ui.kit import text
from ui.kit.buttons import Aksi, Button, SecondaryButton
from ui.kit.labels import MARK_OF, Gaya, Label, MarkBox, set_shown
from ui.kit.marks import Mark, paint_mark
from ui.kit.speak import speak
from ui.kit.tab import tab_in_place, tab_order
from ui.kit.theme import Role, Theme, theme_of

_DETIK_INFO = 6
_DETIK_BERHASIL = 10


def _closing(tutup: Callable[[], None], aksi: Aksi) -> Callable[[], None]:
    """Return a slot that closes the message first, so that the action may show the next one."""

    def run() -> None:
        tutup()
        aksi.lakukan()

    return run


class CloseCross(QAbstractButton):
    """A cross of the size of a click target that closes what it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(text.TUTUP)
        self.setToolTip(f"{text.TUTUP} (Esc)")
        self.retheme(theme_of(self))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.setFixedSize(QSize(theme.tinggi_baris, theme.tinggi_baris))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cross, with a ring when it has the focus."""
        painter = QPainter(self)
        sisi = self._theme.px(16)
        mulai = (self.width() - sisi) / 2
        paint_mark(painter, Mark.SILANG, QRectF(mulai, mulai, sisi, sisi), self._theme.color(Role.TEKS))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("aksen"), 1.6))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()


class MessageBar(QFrame):
    """One message at a time, its parts made with the first: info and berhasil leave by themselves, others stay.

    Esc closes it, unless the field in focus has its own use for Esc.
    """

    ditutup = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = Role.AKSEN
        self._menunggu = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._buttons: list[Button] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.tutup)
        self._grid = QGridLayout(self)
        self.retheme(theme_of(self))
        self.hide()

    def _arrange(self) -> None:
        self._mark = MarkBox(Mark.INFO, Role.AKSEN, self, ukuran=18)
        self._teks = Label("", Gaya.TEBAL, lipat=True, parent=self)
        self._lanjut = Label("", lipat=True, parent=self)
        self._cross = CloseCross(self)
        self._cross.clicked.connect(self.tutup)
        self._escape = QShortcut(QKeySequence("Esc"), self, self.tutup)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._teks)
        words.addWidget(self._lanjut)
        words.addStretch(1)
        self._aksi = QWidget(self)
        self._aksi_line = QHBoxLayout(self._aksi)
        self._aksi_line.setContentsMargins(0, 0, 0, 0)
        self._aksi_line.addStretch(1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._mark, 0, 0)
        self._grid.addLayout(words, 0, 1)
        self._grid.addWidget(self._aksi, 0, 2)
        self._grid.addWidget(self._cross, 0, 3)

    def info(self, teks: str) -> None:
        """Say something that needs no answer; leaves after some seconds."""
        self._show(Role.AKSEN, teks, "", (), _DETIK_INFO)

    def berhasil(self, teks: str, *aksi: Aksi) -> None:
        """Say that it is done, with e.g. *Urungkan*; leaves after some seconds."""
        self._show(Role.BAIK, teks, "", aksi, _DETIK_BERHASIL)

    def perhatian(self, teks: str, *aksi: Aksi) -> None:
        """Say what has to be seen or decided first; stays."""
        self._show(Role.PERHATIAN, teks, "", aksi, 0)

    def salah(self, teks: str, *aksi: Aksi) -> None:
        """Say what could not be accepted; stays."""
        self._show(Role.SALAH, teks, "", aksi, 0)

    def gangguan(self, apa: Gangguan, *aksi: Aksi) -> None:
        """Say what stands in the way, that the data is safe here, and what to do; stays."""
        self._show(Role.PERHATIAN, apa.pesan, f"{text.DATA_AMAN} {apa.saran}".strip(), aksi, 0)

    def teks(self) -> str:
        """Return the words shown, "" when closed."""
        return "" if self.isHidden() else f"{self._teks.text()} {self._lanjut.text()}".strip()

    def tutup(self) -> None:
        """Close the bar; the focus goes back to where the next Tab would lead."""
        if self.isHidden():
            return
        self._timer.stop()
        kini = self.window().focusWidget()
        if kini is not None and self.isAncestorOf(kini):
            self.focusNextChild()
        self.hide()
        self.ditutup.emit()

    def tutup_kabar(self) -> None:
        """Close what would leave by itself: the page says something newer."""
        if self._timer.isActive():
            self.tutup()

    def _show(self, role: Role, teks: str, lanjut: str, aksi: tuple[Aksi, ...], detik: int) -> None:
        if not self._grid.count():
            self._arrange()
        self._role = role
        self._mark.set(MARK_OF[role], role)
        self._teks.setText(teks)
        self._lanjut.setText(lanjut)
        set_shown(self._lanjut, bool(lanjut))
        self._replace_buttons(aksi)
        self.setAccessibleName(f"{teks} {lanjut}".strip())
        self._timer.stop()
        if detik:
            self._timer.start(detik * 1000)
        set_shown(self, True)
        speak(self, self.accessibleName(), segera=role in (Role.PERHATIAN, Role.SALAH))
        self.update()

    def _replace_buttons(self, aksi: tuple[Aksi, ...]) -> None:
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = [SecondaryButton(a.teks, a.shortcut, pasang=a.pasang, parent=self) for a in aksi]
        for button, satu in zip(self._buttons, aksi, strict=True):
            button.clicked.connect(_closing(self.tutup, satu))
            self._aksi_line.addWidget(button)
        self._aksi.setVisible(bool(aksi))
        tab_in_place(self, *self._buttons, self._cross)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Put the buttons beside the words, or below them where that would leave the words too little room."""
        kata = min(self._theme.px(320), self._teks.fontMetrics().horizontalAdvance(self._teks.text()))
        taken = self._mark.width() + self._cross.width() + self._theme.px(60)
        narrow = self.width() < kata + taken + self._aksi.sizeHint().width()
        self._grid.removeWidget(self._aksi)
        if narrow:
            self._grid.addWidget(self._aksi, 1, 1, 1, 3)
            tab_order(self._cross, *self._buttons)
        else:
            self._grid.addWidget(self._aksi, 0, 2)
            tab_order(*self._buttons, self._cross)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the buttons anew."""
        super().resizeEvent(event)
        if self._grid.count():
            self._place_buttons()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while somebody reads with the pointer on the bar."""
        self._menunggu = self._timer.isActive()
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting when the pointer leaves."""
        if self._menunggu:
            self._timer.start()
        super().leaveEvent(event)

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self._grid.setContentsMargins(theme.px(14), theme.px(6), theme.px(6), theme.px(6))
        self._grid.setSpacing(theme.px(10))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the soft ground of the role and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(self._role), 1))
        painter.setBrush(self._theme.lembut(self._role))
        bulat = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), bulat, bulat)
        painter.end()
