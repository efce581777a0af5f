"""A chart of columns side by side, month by month, on an axis that begins at 0."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QStylePainter, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.sumbu import sumbu, tiap
from ui.kit import text_diagram as text
from ui.kit.diagram_dasar import KANAN, TEPI, Diagram, Tanda
from ui.kit.diagram_isi import Nilai
from ui.kit.ink import CENTRE, brush, fill, pen, rounded

_TINGGI, _ALAS, _KAKI, _ATAS = 236, 22, 24, 20
_ISI, _TERLEBAR, _SELA = 0.64, 46, 6
"""Share of its place that a column fills, and how wide it is at most."""


class DiagramKolom(Diagram):
    """Columns with figures on top where there is room for all; the line at the foot says the chosen one in words."""

    def __init__(self, judul: str, *, kosong: str = text.BELUM_ADA_DATA, parent: QWidget | None = None) -> None:
        super().__init__(judul, kosong=kosong, parent=parent)
        self._isi: tuple[Nilai, ...] = ()
        self._skala: tuple[int, ...] = (0, 1)
        self._bidang = QRectF()
        self.setMinimumHeight(self._theme.px(_TINGGI))

    def set(self, kolom: Sequence[Nilai]) -> None:
        """Show these columns, in their order."""
        self._isi = tuple(kolom)
        self._skala = sumbu(max((n.jumlah for n in kolom), default=0))
        self.segarkan()

    def baris(self) -> Sequence[Sequence[str]]:
        """Return the values as the rows of a table."""
        return [(n.lengkap, str(n.jumlah), str(n.dari) if n.dari else "") for n in self._isi]

    def sizeHint(self) -> QSize:
        """Return a chart of usual size."""
        return QSize(self._theme.px(420), self._theme.px(_TINGGI))

    def _susun(self) -> Sequence[Tanda]:
        t, tepi = self._theme, self._theme.px(TEPI)
        self.setMinimumHeight(t.px(_TINGGI))
        kiri = tepi + max(self._ukur(rupiah.titik(n)) for n in self._skala) + t.px(_SELA)
        atas, bawah = self._atas + t.px(_ATAS), self.height() - t.px(_ALAS + _KAKI)
        self._bidang = QRectF(kiri, atas, self.width() - kiri - tepi, max(1.0, bawah - atas))
        lebar = self._bidang.width() / max(1, len(self._isi))
        return [
            Tanda(
                n.id, QRectF(kiri + ke * lebar, atas, lebar, self._bidang.height() + t.px(_ALAS)),
                text.NILAI.format(label=n.lengkap, kata=n.kata or rupiah.titik(n.jumlah)),
            )
            for ke, n in enumerate(self._isi)
        ]  # fmt: skip

    def kotak(self, ke: int) -> QRectF:
        """Return where a column is drawn."""
        t, tempat = self._theme, self._tanda[ke].kotak
        lebar = min(tempat.width() * _ISI, t.px(_TERLEBAR))
        tinggi = self._bidang.height() * max(0, self._isi[ke].jumlah) / self._skala[-1]
        return QRectF(tempat.center().x() - lebar / 2, self._bidang.bottom() - tinggi, lebar, tinggi)

    def berlabel(self) -> int:
        """Return of how many columns one has its label."""
        label = max((self._ukur(n.label, tebal=600) for n in self._isi), default=0.0) + self._theme.px(_SELA)
        return tiap(label, self._bidang.width() / max(1, len(self._isi)), len(self._isi))

    def _lukis(self, painter: QStylePainter) -> None:
        self._lukis_sumbu(painter)
        selang = self.berlabel()
        angka = max(self._ukur(rupiah.titik(n.jumlah)) for n in self._isi)
        berangka = angka + self._theme.px(_SELA) <= self._tanda[0].kotak.width()
        for ke, n in enumerate(self._isi):
            self._satu(painter, ke, n, berangka=berangka)
            if ke % selang == 0:
                self._label(painter, ke, n, self._tanda[0].kotak.width() * selang)
        kaki = QRectF(0, self.height() - self._theme.px(_KAKI), self.width(), self._theme.px(_KAKI))
        self._tulis(painter, kaki, self.kata_kini(), "redup", CENTRE)

    def _lukis_sumbu(self, painter: QStylePainter) -> None:
        """Draw the figures of the axis and a hairline at each."""
        t, bidang = self._theme, self._bidang
        for n in self._skala:
            y = bidang.bottom() - bidang.height() * n / self._skala[-1]
            fill(painter, QRectF(bidang.left(), round(y), bidang.width(), 1), t.color("redup" if not n else "garis"))
            kotak = QRectF(t.px(TEPI), y - t.px(9), bidang.left() - t.px(TEPI + _SELA), t.px(18))
            self._tulis(painter, kotak, rupiah.titik(n), "redup", KANAN)

    def _satu(self, painter: QStylePainter, ke: int, n: Nilai, *, berangka: bool) -> None:
        t, kotak = self._theme, self.kotak(ke)
        if n.jumlah:
            fill(painter, kotak.adjusted(0, min(0.0, kotak.height() - 1), 0, 0), t.color("aksen"))
        if ke in (self._kini, self._dekat):
            warna = t.color("teks" if ke == self._kini else "garis_tombol")
            painter.strokePath(rounded(kotak.adjusted(-2, -2, 2, 0), 2), pen(warna, 2))
        if berangka:
            tempat = self._tanda[ke].kotak
            atas = QRectF(tempat.left(), kotak.top() - t.px(19), tempat.width(), t.px(18))
            lebar = self._ukur(rupiah.titik(n.jumlah))
            latar = QRectF(atas.center().x() - lebar / 2, atas.top(), lebar, atas.height())
            fill(painter, latar, t.color("kartu"))
            self._tulis(painter, atas, rupiah.titik(n.jumlah), "teks", CENTRE)

    def _label(self, painter: QStylePainter, ke: int, n: Nilai, lebar: float) -> None:
        t, tempat = self._theme, self._tanda[ke].kotak
        tengah = tempat.center().x()
        kiri = max(0.0, min(tengah - lebar / 2, self.width() - lebar))
        kotak = QRectF(kiri if lebar > tempat.width() else tempat.left(), self._bidang.bottom() + 2, lebar, t.px(18))
        if ke == self._kini:
            painter.fillPath(rounded(kotak, t.px(3)), brush(t.color("pilihan")))
        self._tulis(painter, kotak, n.label, "teks", CENTRE, tebal=600 if ke == self._kini else 400)
