"""The band that says in big letters what Enter would do, what was just handed over, or why it was not."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.kit.ink import brush, rounded
from ui.kit.labels import MARK_OF, Gaya, Label, MarkBox
from ui.kit.theme import Role, Theme, theme_of


class Struk(QFrame):
    """Two lines, always as high as that, so that nothing below moves: what, and what follows from it."""

    def __init__(self) -> None:
        super().__init__()
        self._role = Role.AKSEN
        self._tanda = MarkBox(MARK_OF[Role.AKSEN], Role.AKSEN, self, ukuran=20)
        self._besar = Label("", Gaya.SUBJUDUL, potong=True)
        self._kecil = Label("", Gaya.ISI, potong=True)
        self._kata, self._garis = QVBoxLayout(), QHBoxLayout(self)
        self._kata.addWidget(self._besar)
        self._kata.addWidget(self._kecil)
        self._garis.addWidget(self._tanda)
        self._garis.addLayout(self._kata, 1)
        self.retheme(theme_of(self))

    def set(self, besar: str, kecil: str = "", role: Role = Role.AKSEN) -> None:
        """Show other words; a screen reader gets them as one."""
        self._role = role
        self._tanda.set(MARK_OF[role], role)
        self._besar.setText(besar)
        self._besar.set_role(role)
        self._kecil.setText(kecil)
        self.setAccessibleName(f"{besar} {kecil}".strip())
        self.update()

    def teks(self) -> str:
        """Return all words shown."""
        return f"{self._besar.text()} {self._kecil.text()}".strip()

    @property
    def peran(self) -> Role:
        """What kind of news it is."""
        return self._role

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self._garis.setContentsMargins(theme.px(12), theme.px(5), theme.px(12), theme.px(5))
        self._garis.setSpacing(theme.px(10))
        self._kata.setSpacing(0)
        self.setFixedHeight(theme.px(54))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the soft ground of the role and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kotak = rounded(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), self._theme.px(8))
        painter.fillPath(kotak, brush(self._theme.lembut(self._role)))
        painter.strokePath(kotak, QPen(self._theme.color(self._role), 1))
        painter.end()
