"""A chart of horizontal bars: a label, the bar, and behind it how many of how many in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QStylePainter, QWidget

from ui.kit import text_diagram as text
from ui.kit.diagram_dasar import KANAN, TEPI, Diagram, Tanda
from ui.kit.diagram_isi import Nilai
from ui.kit.ink import LEFT, brush, fill, pen, rounded

_BARIS, _DUA, _BATANG, _KOSONG = 30, 46, 16, 96
_LABEL, _TERPENDEK, _SELA = 0.36, 110, 8
"""Most of the width that labels take; the least length for bars beside them; the gap between the parts."""


class DiagramBatang(Diagram):
    """Bars under one another, all from 0 on one scale; with ``utuh`` each stands in a frame as long as its whole.

    Where label, bar and words do not fit side by side, label and words stand above their bar.
    """

    def __init__(
        self, judul: str, *, kosong: str = text.BELUM_ADA_DATA, utuh: bool = False, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(judul, kosong=kosong, parent=parent)
        self._isi: tuple[Nilai, ...] = ()
        self._utuh = utuh
        self._dua = False
        self._batang: list[tuple[QRectF, QRectF, QRectF]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._setinggi()

    def set(self, batang: Sequence[Nilai]) -> None:
        """Show these bars, in their order."""
        self._isi = tuple(batang)
        self.segarkan()

    def baris(self) -> Sequence[Sequence[str]]:
        """Return the values as the rows of a table."""
        return [(n.lengkap, str(n.jumlah), str(n.dari) if n.dari else "") for n in self._isi]

    def sizeHint(self) -> QSize:
        """Return the height of all bars."""
        return QSize(self._theme.px(420), self._tinggi())

    def _tinggi(self) -> int:
        t = self._theme
        isi = len(self._isi) * t.px(_DUA if self._dua else _BARIS) if self._isi else t.px(_KOSONG)
        return round(self._atas) + isi + t.px(TEPI)

    def _setinggi(self) -> None:
        if self.minimumHeight() != self._tinggi():
            self.setFixedHeight(self._tinggi())

    def _susun(self) -> Sequence[Tanda]:
        """Find the place of label, bar and words of every line."""
        t, tepi = self._theme, self._theme.px(TEPI + 4)
        lebar, sela = self.width() - 2 * tepi, t.px(_SELA)
        kata = max((self._ukur(n.kata) for n in self._isi), default=0.0)
        label = min(max((self._ukur(n.label) for n in self._isi), default=0.0), lebar * _LABEL)
        self._dua = label + kata + t.px(_TERPENDEK) + 2 * sela > lebar
        self._setinggi()
        tinggi = t.px(_DUA if self._dua else _BARIS)
        self._batang, tanda = [], []
        for ke, n in enumerate(self._isi):
            baris = QRectF(tepi, self._atas + ke * tinggi, lebar, tinggi)
            self._batang.append(self._letak(baris, label, kata))
            sebut = text.NILAI.format(label=n.lengkap, kata=n.kata) if n.kata else n.lengkap
            tanda.append(Tanda(n.id, baris, sebut))
        return tanda

    def _letak(self, baris: QRectF, label: float, kata: float) -> tuple[QRectF, QRectF, QRectF]:
        """Return the boxes of label, bar (its whole room) and words of a line."""
        t, sela = self._theme, self._theme.px(_SELA)
        batang = t.px(_BATANG)
        if self._dua:
            atas, kata = QRectF(baris.left(), baris.top(), baris.width(), t.px(22)), min(kata, baris.width() * 0.66)
            kiri = atas.adjusted(0, 0, -kata - sela, 0)
            kanan = QRectF(atas.right() - kata, atas.top(), kata, atas.height())
            return kiri, QRectF(baris.left(), atas.bottom() + 1, baris.width(), batang), kanan
        ruang = baris.width() - label - kata - 2 * sela
        tengah = QRectF(baris.left() + label + sela, baris.center().y() - batang / 2, ruang, batang)
        kotak = QRectF(tengah.right() + sela, baris.top(), kata, baris.height())
        return QRectF(baris.left(), baris.top(), label, baris.height()), tengah, kotak

    def bagian(self) -> Sequence[tuple[QRectF, QRectF, QRectF]]:
        """Return the boxes of label, bar (its whole room) and words of every line."""
        return self._batang

    def panjang(self, ke: int) -> float:
        """Return how long a bar is drawn, px."""
        return self._panjang(self._isi[ke].jumlah, self._batang[ke][1].width())

    def _panjang(self, nilai: int, ruang: float) -> float:
        skala = max((max(n.jumlah, n.dari if self._utuh else 0) for n in self._isi), default=0) or 1
        return ruang * max(0, nilai) / skala

    def _lukis(self, painter: QStylePainter) -> None:
        t = self._theme
        for ke, (n, (label, ruang, kata)) in enumerate(zip(self._isi, self._batang, strict=True)):
            if ke in (self._kini, self._dekat):
                warna = t.color("pilihan" if ke == self._kini else "sorot")
                painter.fillPath(rounded(self._tanda[ke].kotak.adjusted(-4, 0, 4, 0), t.px(4)), brush(warna))
            self._tulis(painter, label, n.label, tebal=600 if ke == self._kini else 400)
            self._tulis(painter, kata, n.kata, "redup" if not n.jumlah else "teks", KANAN if self._dua else LEFT)
            self._satu(painter, n, ruang)

    def _satu(self, painter: QStylePainter, n: Nilai, ruang: QRectF) -> None:
        """Draw a bar from the common zero line, in the frame of its whole."""
        t = self._theme
        if self._utuh and n.dari:
            bingkai = QRectF(ruang.left(), ruang.top(), self._panjang(n.dari, ruang.width()), ruang.height())
            fill(painter, bingkai, t.color("sorot"))
            painter.strokePath(rounded(bingkai, 1), pen(t.color("garis_tombol")))
        isi = QRectF(ruang.left(), ruang.top(), self._panjang(n.jumlah, ruang.width()), ruang.height())
        if n.jumlah:
            isi.setWidth(max(1.0, isi.width()))
        fill(painter, isi, t.color("aksen"))
        fill(painter, QRectF(ruang.left() - 1, ruang.top() - t.px(3), 1, ruang.height() + t.px(6)), t.color("redup"))
