"""A chapter of Panduan over a sheet: Esc leads back to the sheet, which stays as it was."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import panduan
from sipokat_desktop.kernel.panduan import Bab
from ui.kit.dialog import Sheet
from ui.kit.labels import set_shown
from ui.kit.theme import theme_of

from . import html, text
from .places import Place, chapters
from .reader import Reader

_LEBAR, _TINGGI = 860, 520


class GuideOver(Sheet):
    """Shows the chapter ``tempat`` and the keys of a page (its title, its help) over ``parent``."""

    def __init__(self, halaman: str, bantuan: str, tempat: str, parent: QWidget) -> None:
        self._baca = baca = Reader()
        self._kotak = html.kotak_tombol(text.TOMBOL_HALAMAN.format(halaman=halaman), bantuan)
        super().__init__(text.JUDUL, baca, sub=text.DI_ATAS, utama=text.KEMBALI_KE, shortcut="", lebar=_LEBAR,
                         kotor=lambda: False, parent=parent)  # fmt: skip
        set_shown(self.kedua, False)
        theme = theme_of(self)
        baca.setMinimumHeight(min(theme.px(_TINGGI), self._within(parent).height() - theme.px(190)))
        self.disimpan.connect(self.accept)
        baca.followed.connect(self._follow)
        id = tempat if panduan.bab(tempat.partition("#")[0]) else chapters()[0][0]
        self._show(Place.of(id), self._kotak)

    def _within(self, parent: QWidget) -> QWidget:
        """A small sheet is no measure for a page that is read: the window below it is."""
        window = parent.window()
        below = window.parentWidget()
        return window if below is None else self._within(below)

    def _show(self, tempat: Place, kotak: str = "") -> None:
        bab = panduan.bab(tempat.bab)
        if bab is not None:
            jangkar = html.KOTAK if kotak and tempat.bagian else tempat.bagian
            self._baca.show_html(partial(self._html, bab, tempat.bagian, kotak), jangkar)

    def _html(self, bab: Bab, bagian: str, kotak: str) -> str:
        return html.bab(bab, self._baca.picture_width, kotak=kotak, sebelum=bagian)

    def _follow(self, tujuan: str) -> None:
        """Go to another chapter; a page cannot be opened below a sheet that is being filled in."""
        if tujuan.startswith(panduan.BAB):
            self.pesan.tutup()
            self._show(Place.of(tujuan.removeprefix(panduan.BAB)))
        else:
            self.pesan.info(text.TUTUP_DULU)
