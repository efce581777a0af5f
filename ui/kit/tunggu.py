"""What is being done and how far: words, a bar, and how many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import text
from ui.kit.ink import brush, rounded
from ui.kit.labels import Gaya, Label
from ui.kit.theme import Role, theme_of

_TAHAP = 20
"""So few parts are stages of the work, not rows."""

Hitungan = Callable[[], tuple[int, int] | None]


class Bilah(QWidget):
    """A bar that fills from left to right; ``bagian`` is between 0 and 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bagian = 0.0
        self.setFixedSize(theme_of(self).px(420), theme_of(self).px(8))

    def set(self, bagian: float) -> None:
        """Show another share."""
        self._bagian = min(1.0, max(0.0, bagian))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the part that is done."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kotak, jari = QRectF(self.rect()), self.height() / 2
        painter.fillPath(rounded(kotak, jari), brush(theme.color("garis")))
        kotak.setWidth(max(self.height(), kotak.width() * self._bagian))
        painter.fillPath(rounded(kotak, jari), brush(theme.color(Role.AKSEN)))
        painter.end()


class Tunggu(QWidget):
    """Shown while a long piece of work runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._apa = Label("", Gaya.SUBJUDUL)
        self._berapa = Label("", role=Role.REDUP)
        self._bilah = Bilah()
        self._aman = Label("", Gaya.KECIL)
        self._hitungan: Hitungan = lambda: None
        self._denyut = QTimer(self, interval=100)
        self._denyut.timeout.connect(self._tunjukkan)
        box = QVBoxLayout(self)
        box.setSpacing(theme_of(self).px(12))
        box.addStretch(2)
        for bagian in (self._apa, self._bilah, self._berapa, self._aman):
            box.addWidget(bagian, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def mulai(self, apa: str, hitungan: Hitungan, aman: str) -> None:
        """Begin to show a piece of work."""
        self._apa.setText(f"{apa}…")
        self._aman.setText(aman)
        self._hitungan = hitungan
        self._tunjukkan()
        self._denyut.start()

    def berhenti(self) -> None:
        """Stop looking."""
        self._denyut.stop()

    def kalimat(self) -> str:
        """Return what is said, for who listens to the screen."""
        return f"{self._apa.text()} {self._berapa.text()}".strip()

    def _tunjukkan(self) -> None:
        kini = self._hitungan()
        i, n = kini or (0, 0)
        self._bilah.set(i / n if n else 0.0)
        kata = text.BERAPA if n > _TAHAP else text.TAHAP
        self._berapa.setText(kata.format(i=_titik(i), n=_titik(n)) if n > 1 else " ")


def _titik(n: int) -> str:
    return f"{n:,}".replace(",", ".")
