"""How the navigation is drawn: its head, its entries in words or as icons, the numbers of what waits."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStylePainter

from sipokat_desktop.kernel.values import NamedTuple
from ui.kit.icons import Icons
from ui.kit.ink import CENTRE, brush, fill, pen, rounded, words
from ui.kit.theme import Role, Theme


class NavItem(NamedTuple):
    """One page: its key, words, icon name, shortcut ("F1"), and whether it stands at the foot."""

    kunci: str
    teks: str
    ikon: str = ""
    shortcut: str = ""
    bawah: bool = False


class NavPen(NamedTuple):
    """A painter at work on the navigation, in one theme, with words or with icons only."""

    painter: QStylePainter
    theme: Theme
    icons: Icons
    ringkas: bool

    def ground(self, lebar: int, tinggi: int) -> None:
        """Draw the ground and the line towards the page."""
        fill(self.painter, QRectF(0, 0, lebar, tinggi), self.theme.color("kartu"))
        fill(self.painter, QRectF(lebar - 1, 0, 1, tinggi), self.theme.color("garis"))

    def head(self, lebar: int, judul: str, sub: str) -> None:
        """Draw the name of the program and of the office, or its sign."""
        t = self.theme
        if self.ringkas:
            sisi = t.px(28)
            picture = self.icons.pixmap("sipokat", t.color(Role.AKSEN), sisi)
            self.painter.drawPixmap((lebar - sisi) // 2, t.px(16), picture)
            return
        x, ruang = t.px(12), lebar - t.px(20)
        self._words(QRectF(x, t.px(16), ruang, t.px(30)), judul, t.font(20, tebal=700), "teks")
        self._words(QRectF(x, t.px(46), ruang, t.px(22)), sub, t.font(13), "redup")

    def entry_ground(self, kotak: QRectF, *, kini: bool, sorot: bool, ring: bool) -> None:
        """Draw the ground of the present entry or of the one under the pointer, with the ring of the focus; an icon
        cannot be bold as words are, so a bar stands beside the present one."""
        if not (kini or sorot):
            return
        t = self.theme
        path = rounded(kotak.adjusted(0.5, 0.5, -0.5, -0.5), t.px(8))
        self.painter.fillPath(path, brush(t.color("pilihan" if kini else "sorot")))
        if kini and self.ringkas:
            batang = QRectF(kotak.left() + t.px(2), kotak.center().y() - t.px(9), t.px(3), t.px(18))
            self.painter.fillPath(rounded(batang, t.px(1.5)), brush(t.color("aksen")))
        if ring:
            self.painter.strokePath(path, pen(t.color("aksen"), 1.6))

    def entry(self, kotak: QRectF, item: NavItem, *, kini: bool, jumlah: int) -> None:
        """Draw words or icon of one entry, and the number of things that wait there."""
        warna = "aksen" if kini else "teks"
        if self.ringkas:
            self._icon(kotak, item, warna)
            kanan, tengah = kotak.right(), kotak.top() + self.theme.px(10)
        else:
            self._entry_words(kotak, item, warna, 600 if kini else 400)
            kanan, tengah = kotak.right() - self.theme.px(6), kotak.center().y()
        if jumlah:
            self._badge(kanan, tengah, str(jumlah))

    def _entry_words(self, kotak: QRectF, item: NavItem, warna: str, tebal: int) -> None:
        t = self.theme
        font = t.font(tebal=tebal)
        isi = kotak.adjusted(t.px(14), 0, -t.px(8), 0)
        self._words(isi, item.teks, font, warna)
        if item.shortcut:
            isi.setLeft(isi.left() + QFontMetrics(font).horizontalAdvance(item.teks + "   "))
            self._words(isi, item.shortcut, t.font(), "redup")

    def _icon(self, kotak: QRectF, item: NavItem, warna: str) -> None:
        t = self.theme
        if item.ikon:
            sisi = t.px(22)
            picture = self.icons.pixmap(item.ikon, t.color(warna), sisi)
            self.painter.drawPixmap(kotak.center() - QPoint(sisi // 2, sisi // 2), picture)
        else:
            words(self.painter, kotak, item.teks[:2], t.font(tebal=600), t.color(warna), CENTRE)

    def _badge(self, kanan: float, tengah: float, kata: str) -> None:
        t = self.theme
        font, tinggi = t.font(12, tebal=600), t.px(20)
        lebar = max(tinggi, QFontMetrics(font).horizontalAdvance(kata) + t.px(10))
        kotak = QRectF(kanan - lebar, tengah - tinggi / 2, lebar, tinggi)
        self.painter.fillPath(rounded(kotak, tinggi / 2), brush(t.lembut(Role.PERHATIAN)))
        if t.kontras:
            self.painter.strokePath(rounded(kotak, tinggi / 2), pen(t.color(Role.PERHATIAN)))
        words(self.painter, kotak, kata, font, t.color(Role.PERHATIAN), CENTRE)

    def _words(self, kotak: QRectF, kata: str, font: QFont, warna: str) -> None:
        metrics, ruang = QFontMetrics(font), int(kotak.width())
        if metrics.horizontalAdvance(kata) > ruang:
            kata = metrics.elidedText(kata, QtCore.Qt.TextElideMode.ElideRight, ruang)
        words(self.painter, kotak, kata, font, self.theme.color(warna))
