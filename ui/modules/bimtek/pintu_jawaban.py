"""The big answer: a band in the colour of the answer with its sign and word, below it who and what happened."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.ink import brush, pen, rounded
from ui.kit.labels import MARK_OF
from ui.kit.marks import paint_mark
from ui.kit.theme import Role, Theme, theme_of

from .pintu_kata import SIAP, Tampilan

PITA = {
    Role.BAIK: ("#187441", "#FFFFFF"),
    Role.PERHATIAN: ("#F5B800", "#1A232D"),
    Role.SALAH: ("#B3261E", "#FFFFFF"),
    Role.AKSEN: ("#0F5E8C", "#FFFFFF"),
}
"""Ground and words of the band: the same by day and by night, so that the answer is known from the corner of an eye."""
_MULTI = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Jawaban(QWidget):
    """Shows one answer; painted by hand, so that it is there with the next frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._isi = SIAP
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retheme(theme_of(self))
        self.set(SIAP)

    def set(self, isi: Tampilan) -> None:
        """Show another answer; a screen reader gets all of it."""
        self._isi = isi
        self.setAccessibleName(isi.teks)
        self.update()

    @property
    def isi(self) -> Tampilan:
        """What is shown."""
        return self._isi

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the room in which name and place still stand."""
        return QSize(self._theme.px(300), self._theme.px(90))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw band, name, place, what happened, remarks, and what can be done."""
        t, isi = self._theme, self._isi
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kotak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        bentuk = rounded(kotak, t.px(12))
        dasar, tinta = (QColor(satu) for satu in PITA.get(isi.role, PITA[Role.AKSEN]))
        painter.fillPath(bentuk, brush(t.lembut(isi.role)))
        painter.setClipPath(bentuk)
        tinggi = self._tinggi_pita()
        painter.fillRect(QRectF(kotak.x(), kotak.y(), kotak.width(), tinggi), dasar)
        painter.setClipping(False)
        painter.strokePath(bentuk, pen(dasar, 2))
        self._lukis_pita(painter, QRectF(kotak.x(), kotak.y(), kotak.width(), tinggi), tinta)
        tepi = t.px(26)
        self._lukis_badan(painter, kotak.adjusted(tepi, tinggi + t.px(10), -tepi, -t.px(10)))
        painter.end()

    def _tinggi_pita(self) -> float:
        return min(self._theme.px(104), self.height() * 0.34)

    def _lukis_pita(self, painter: QPainter, kotak: QRectF, tinta: QColor) -> None:
        t = self._theme
        sisi = kotak.height() * 0.62
        letak = QRectF(kotak.x() + t.px(24), kotak.center().y() - sisi / 2, sisi, sisi)
        paint_mark(painter, self._isi.mark or MARK_OF[self._isi.role], letak, tinta)
        kata = kotak.adjusted(t.px(24) + sisi + t.px(22), 0, -t.px(20), 0)
        self._sebaris(painter, kata, self._isi.kata, kotak.height() * 0.5 / t.skala, 700, tinta)

    def _lukis_badan(self, painter: QPainter, kotak: QRectF) -> None:
        t, isi = self._theme, self._isi
        teks, redup = t.color(Role.TEKS), t.color(Role.REDUP)
        kaki = t.px(26) if isi.petunjuk else 0
        if isi.petunjuk:
            self._sebaris(
                painter, QRectF(kotak.x(), kotak.bottom() - kaki, kotak.width(), kaki), isi.petunjuk, 16, 400, redup
            )
        y, kali = kotak.y(), self._kali(kotak)
        for kata, ukuran, tebal in ((isi.nama, max(20, 40 * kali), 700), (isi.tempat, max(17, 28 * kali), 600)):
            if kata:
                tinggi = t.px(ukuran * 1.35)
                self._sebaris(painter, QRectF(kotak.x(), y, kotak.width(), tinggi), kata, ukuran, tebal, teks)
                y += tinggi
        sisa = QRectF(kotak.x(), y + t.px(4), kotak.width(), kotak.bottom() - kaki - y - t.px(4))
        painter.setPen(teks)
        huruf = self._yang_muat(sisa, kali)
        if QFontMetrics(huruf).height() <= sisa.height():
            painter.setFont(huruf)
            painter.drawText(sisa, int(_MULTI), self._kalimat())

    def _kalimat(self) -> str:
        return "\n".join(filter(None, (self._isi.kejadian, *self._isi.catatan)))

    def _kali(self, kotak: QRectF) -> float:
        """Return how much larger than usual the letters may be: all the room there is helps who stands far away."""
        return min(1.7, max(0.5, kotak.height() / self._theme.px(255)))

    def _yang_muat(self, kotak: QRectF, kali: float) -> QFont:
        """Return the largest letters in which all sentences stand in ``kotak``."""
        for ukuran in (22, 20, 18, 16, 14, 12):
            huruf = self._theme.font(max(12, ukuran * kali))
            butuh = QFontMetrics(huruf).boundingRect(kotak.toRect(), int(_MULTI), self._kalimat())
            if butuh.height() <= kotak.height():
                return huruf
        return self._theme.font(12)

    def _sebaris(self, painter: QPainter, kotak: QRectF, kata: str, ukuran: float, tebal: int, warna: QColor) -> None:
        """Write one line, in smaller letters where it is too long, and only then with "…"."""
        huruf = self._theme.font(ukuran, tebal=tebal)
        lebar = QFontMetrics(huruf).horizontalAdvance(kata)
        if lebar > kotak.width():
            huruf = self._theme.font(max(16, ukuran * max(0.6, kotak.width() / lebar)), tebal=tebal)
        painter.setFont(huruf)
        painter.setPen(warna)
        muat = QFontMetrics(huruf).elidedText(kata, Qt.TextElideMode.ElideRight, int(kotak.width()) + 1)
        painter.drawText(kotak, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), muat)
