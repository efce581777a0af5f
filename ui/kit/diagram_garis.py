"""A chart of progress: a few lines over days from 0, told apart by dashes, signs and their names, not by colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QStylePainter, QWidget

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.kernel.sumbu import renggang, sumbu
from ui.kit import text_diagram as text
from ui.kit.diagram_dasar import KANAN, TEPI, Diagram, Tanda
from ui.kit.diagram_isi import Garis
from ui.kit.ink import CENTRE, brush, disc, fill, pen

_TINGGI, _ALAS, _KAKI, _SELA, _NAMA = 250, 22, 24, 8, 18
_RUPA = (("aksen", ()), ("teks", (5.0, 3.0)), ("perhatian", (1.4, 2.4)), ("baik", (7.0, 3.0, 1.4, 3.0)))
"""Colour and dashes (in widths of the line) of the first, second … series."""
_BATAS = (3.0, 4.0)


class DiagramGaris(Diagram):
    """Lines over time; each has its name at its end, ``batas`` (the whole) is a dashed line of its own."""

    def __init__(
        self, judul: str, *, kosong: str = text.BELUM_ADA_DATA, arti_batas: str = text.BATAS,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(judul, kosong=kosong, parent=parent)
        self._garis: tuple[Garis, ...] = ()
        self._batas, self._arti = 0, arti_batas
        self._isi: dict[str, dict[int, int]] = {}
        self._hari: list[str] = []
        self._skala: tuple[int, ...] = (0, 1)
        self._bidang = QRectF()
        self.setMinimumHeight(self._theme.px(_TINGGI))

    def set(self, garis: Sequence[Garis], *, batas: int = 0) -> None:
        """Show these series, at most four; ``batas`` above 0 is drawn as the whole."""
        self._garis, self._batas = tuple(garis)[: len(_RUPA)], batas
        self._isi = {}
        for ke, g in enumerate(self._garis):
            for satu in g.titik:
                self._isi.setdefault(satu.hari, {})[ke] = satu.nilai
        self._hari = sorted(self._isi)
        self._skala = sumbu(max((batas, *(t.nilai for g in self._garis for t in g.titik)), default=0))
        self.kepala = (*text.KOLOM_GARIS, *(g.nama for g in self._garis))
        self.segarkan()

    def baris(self) -> Sequence[Sequence[str]]:
        """Return the values as the rows of a table: a day, then what each series had by then."""
        nomor = range(len(self._garis))
        return [
            (tanggal.pendek(date.fromisoformat(h)), *(str(self._isi[h].get(ke, "")) for ke in nomor))
            for h in self._hari
        ]

    def sizeHint(self) -> QSize:
        """Return a chart of usual size."""
        return QSize(self._theme.px(460), self._theme.px(_TINGGI))

    # places

    def _susun(self) -> Sequence[Tanda]:
        t = self._theme
        self.setMinimumHeight(t.px(_TINGGI))
        kiri = t.px(TEPI) + max(self._ukur(rupiah.titik(n)) for n in self._skala) + t.px(_SELA)
        nama = [self._ukur(n, tebal=600) for n in self._nama()]
        kanan = self.width() - min(max(nama, default=0.0) + t.px(_SELA + 12), self.width() * 0.36)
        atas, bawah = self._atas + t.px(_SELA), self.height() - t.px(_ALAS + _KAKI)
        self._bidang = QRectF(kiri, atas, max(1.0, kanan - kiri), max(1.0, bawah - atas))
        tengah = [self._x(h) for h in self._hari]
        tepi = [self._bidang.left(), *((a + b) / 2 for a, b in pairwise(tengah)), self._bidang.right()]
        return [
            Tanda(
                h, QRectF(tepi[ke], atas, tepi[ke + 1] - tepi[ke], self._bidang.height() + t.px(_ALAS)), self._kata(h)
            )
            for ke, h in enumerate(self._hari)
        ]

    def _kata(self, hari: str) -> str:
        isi = [
            text.SATU_GARIS.format(nama=self._garis[ke].nama, nilai=rupiah.titik(n))
            for ke, n in sorted(self._isi[hari].items())
        ]
        return text.HARI_NILAI.format(hari=tanggal.panjang(date.fromisoformat(hari)), isi=", ".join(isi))

    def _nama(self) -> list[str]:
        """Return what stands at the ends of the lines: a name and its latest figure."""
        akhir = [(g.nama, g.titik[-1].nilai) for g in self._garis if g.titik]
        akhir += [(self._arti, self._batas)] if self._batas else []
        return [text.SATU_GARIS.format(nama=nama, nilai=rupiah.titik(n)) for nama, n in akhir]

    def _x(self, hari: str) -> float:
        """Return where a day stands: as far from the first as it was, a single one in the middle."""
        awal, akhir, ini = (date.fromisoformat(h).toordinal() for h in (self._hari[0], self._hari[-1], hari))
        bagian = (ini - awal) / (akhir - awal) if akhir > awal else 0.5
        return self._bidang.left() + self._theme.px(6) + bagian * (self._bidang.width() - 2 * self._theme.px(6))

    def _y(self, nilai: int) -> float:
        return self._bidang.bottom() - self._bidang.height() * max(0, nilai) / self._skala[-1]

    def titik(self, ke: int) -> list[QPointF]:
        """Return where the points of a series are drawn."""
        return [QPointF(self._x(t.hari), self._y(t.nilai)) for t in self._garis[ke].titik]

    def _renggang(self) -> bool:
        """Tell whether the points stand far enough apart for a sign on each."""
        return len(self._hari) * self._theme.px(12) < self._bidang.width()

    def letak_nama(self) -> list[float]:
        """Return the heights at which the names stand, in the order of `_nama`; no two touch."""
        mau = [self._y(g.titik[-1].nilai) for g in self._garis if g.titik]
        mau += [self._y(self._batas)] if self._batas else []
        setengah = self._theme.px(_NAMA) / 2
        return renggang(mau, self._theme.px(_NAMA), self._atas + setengah, self._bidang.bottom() - setengah / 2)

    def label_hari(self) -> list[tuple[float, str]]:
        """Return the days named under the axis and where, the first, and the last where both have room, none
        touching another."""
        if not self._hari:
            return []
        semua = [(self._x(h), tanggal.pendek(date.fromisoformat(h))) for h in dict.fromkeys(self._hari)]
        lebar = max(self._ukur(kata) for _, kata in semua) + self._theme.px(_SELA)
        hasil = [semua[0]]
        for satu in semua[1:-1]:
            if satu[0] - hasil[-1][0] >= lebar and semua[-1][0] - satu[0] >= lebar:
                hasil.append(satu)
        return [*hasil, semua[-1]] if len(semua) > 1 and semua[-1][0] - hasil[-1][0] >= lebar else hasil

    # painting

    def _lukis(self, painter: QStylePainter) -> None:
        self._lukis_sumbu(painter)
        self._lukis_pilihan(painter)
        if self._batas:
            y = self._y(self._batas)
            self._jalur(painter, [QPointF(self._bidang.left(), y), QPointF(self._bidang.right(), y)], "redup", _BATAS)
        for ke, (warna, putus) in enumerate(_RUPA[: len(self._garis)]):
            self._jalur(painter, self.titik(ke), warna, putus)
            for satu in self.titik(ke) if self._renggang() else self.titik(ke)[-1:]:
                painter.fillPath(_tanda(ke, satu, self._theme.px(4)), brush(self._theme.color(warna)))
        self._lukis_nama(painter)
        kaki = QRectF(0, self.height() - self._theme.px(_KAKI), self.width(), self._theme.px(_KAKI))
        self._tulis(painter, kaki, self.kata_kini(), "redup", CENTRE)

    def _lukis_sumbu(self, painter: QStylePainter) -> None:
        t, bidang = self._theme, self._bidang
        for n in self._skala:
            y = self._y(n)
            fill(painter, QRectF(bidang.left(), round(y), bidang.width(), 1), t.color("redup" if not n else "garis"))
            kotak = QRectF(t.px(TEPI), y - t.px(9), bidang.left() - t.px(TEPI + _SELA), t.px(18))
            self._tulis(painter, kotak, rupiah.titik(n), "redup", KANAN)
        for x, kata in self.label_hari():
            lebar = self._ukur(kata)
            kiri = min(max(0.0, x - lebar / 2), self.width() - lebar)
            self._tulis(painter, QRectF(kiri, bidang.bottom() + 3, lebar, t.px(18)), kata)

    def _lukis_pilihan(self, painter: QStylePainter) -> None:
        ke = self._kini if self._kini >= 0 else self._dekat
        if 0 <= ke < len(self._hari):
            x = self._x(self._hari[ke])
            fill(
                painter, QRectF(x - 1, self._bidang.top(), 2, self._bidang.height()), self._theme.color("garis_tombol")
            )

    def _jalur(self, painter: QStylePainter, titik: Sequence[QPointF], warna: str, putus: Sequence[float]) -> None:
        path = QPainterPath()
        for ke, satu in enumerate(titik):
            (path.lineTo if ke else path.moveTo)(satu)
        pena = pen(self._theme.color(warna), 2)
        if putus:
            pena.setDashPattern(list(putus))
        painter.strokePath(path, pena)

    def _lukis_nama(self, painter: QStylePainter) -> None:
        """Write at the right end what each line is, with its sign, joined to the end of the line where it moved."""
        t, kanan = self._theme, self._bidang.right()
        rupa = [(ke, _RUPA[ke][0], g.titik[-1]) for ke, g in enumerate(self._garis) if g.titik]
        letak = self.letak_nama()
        for (ke, warna, akhir), y, kata in zip(rupa, letak, self._nama(), strict=False):
            ujung = QPointF(self._x(akhir.hari), self._y(akhir.nilai))
            if abs(ujung.y() - y) > t.px(3):
                self._jalur(painter, [ujung, QPointF(kanan + t.px(4), y)], "garis_tombol", ())
            painter.fillPath(_tanda(ke, QPointF(kanan + t.px(8), y), t.px(4)), brush(t.color(warna)))
            self._kata_ujung(painter, y, kata)
        if self._batas:
            self._kata_ujung(painter, letak[-1], self._nama()[-1])

    def _kata_ujung(self, painter: QStylePainter, y: float, kata: str) -> None:
        kiri = self._bidang.right() + self._theme.px(16)
        tinggi = self._theme.px(_NAMA)
        self._tulis(painter, QRectF(kiri, y - tinggi / 2, self.width() - kiri, tinggi), kata, tebal=600)


def _tanda(ke: int, tengah: QPointF, jari: float) -> QPainterPath:
    """Return the sign of a series: a disc, a square, a triangle, a diamond."""
    if ke == 0:
        return disc(tengah, jari)
    x, y, path = tengah.x(), tengah.y(), QPainterPath()
    if ke == 1:
        path.addRect(QRectF(x - jari, y - jari, 2 * jari, 2 * jari))
        return path
    sudut = {2: ((0, -1.2), (1.1, 0.9), (-1.1, 0.9))}.get(ke, ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)))
    path.moveTo(x + sudut[0][0] * jari, y + sudut[0][1] * jari)
    for dx, dy in sudut[1:]:
        path.lineTo(x + dx * jari, y + dy * jari)
    path.closeSubpath()
    return path
