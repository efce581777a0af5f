"""The page Panduan: search and chapters at the left, one chapter at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from sipokat_desktop.kernel import panduan
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.filter import FilterField
from ui.kit.host import Page
from ui.kit.labels import set_shown
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

from . import html, text
from .places import TOMBOL, Place, Trail, chapters, find
from .reader import Reader

_LEBAR = 300


class GuidePage(Page):
    """``go`` opens a page of the window ("" leads back to work), ``keys`` are the keys that each page tells of,
    ``tour`` shows the tour of the first day."""

    help = text.BANTUAN

    def __init__(self, go: Callable[[str], object], keys: Mapping[str, str], tour: Callable[[], object]) -> None:
        super().__init__()
        self._buka, self._tombol = go, keys
        self._jejak, self._mengisi = Trail(), False
        self._bantuan = ""
        self._cari = FilterField(text.CARI)
        self._bab = DataTable((Kolom("bab", text.BAB, stretch=1),))
        self._bab.setAccessibleName(text.BAB)
        self._baca = Reader()
        self._mundur = SecondaryButton(text.SEBELUM, "Alt+Left", on=partial(self._turn, -1))
        self._maju = SecondaryButton(text.SESUDAH, "Alt+Right", on=partial(self._turn, 1))
        self._halaman = SecondaryButton(text.BUKA, "Alt+B", on=self._open_page)
        self._tur = SecondaryButton(text.TUR, on=tour)
        self._pulang = SecondaryButton(text.KEMBALI, "Esc", pasang=False, on=partial(go, ""))
        self._build()
        self._cari.berubah.connect(lambda _teks: self._list())
        self._bab.selected.connect(self._chosen)
        self._bab.opened.connect(self._read)
        self._baca.followed.connect(self._follow)
        self._baca.typed.connect(self._type)
        self.setFocusProxy(self._baca)

    def _build(self) -> None:
        theme = theme_of(self)
        self._bab.hide_head()
        self._bab.attach_filter(self._cari)
        self._bab.set_empty(EmptyState(text.KOSONG, text.KOSONG_ISI))
        kiri = Card(margin=10, spacing=8)
        kiri.setFixedWidth(theme.px(_LEBAR))
        kiri.add(self._cari)
        kiri.add(self._bab, 1)
        kiri.add(self._tur)
        kanan = Card(margin=4, spacing=0)
        kanan.add(self._baca, 1)
        bawah = QHBoxLayout()
        bawah.setSpacing(theme.px(10))
        bawah.addWidget(kiri)
        bawah.addWidget(kanan, 1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(12))
        tata.addWidget(PageTitle(text.JUDUL, self._mundur, self._maju, self._halaman, self._pulang))
        tata.addLayout(bawah, 1)

    def load(self) -> None:
        """List the chapters, and begin at the first where nothing is open."""
        self._list()
        if self._jejak.now is None:
            self._go(Place(chapters()[0][0]))

    def explain(self, halaman: str, bantuan: str, tempat: str) -> None:
        """Show the keys of a page (its title, its help) and the chapter, or the section of it, that is about it."""
        self._bantuan = bantuan
        id = tempat if panduan.bab(tempat.partition("#")[0]) else chapters()[0][0]
        self._cari.clear()
        self._go(Place.of(id)._replace(halaman=halaman))
        self._baca.setFocus()

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        self._cari.clear()
        self._go(Place(TOMBOL))
        self._baca.setFocus()

    def open_id(self, id: str) -> None:
        """Show a chapter, or a section of one (``insentif#Mengunci daftar``)."""
        self._go(Place.of(id))
        self._baca.setFocus()

    def place(self) -> str:
        """Return the chapter that is shown."""
        return self._jejak.now.id if self._jejak.now else ""

    def _list(self) -> None:
        dicari = self._cari.text()
        isi = find(dicari, self._tombol) if dicari.strip() else chapters()
        self._fill([Baris(id, (kata,)) for id, kata in isi])
        if dicari.strip() and isi:
            self._chosen(isi[0][0])

    def _fill(self, isi: list[Baris]) -> None:
        self._mengisi = True
        self._bab.set_rows(isi)
        if self._jejak.now:
            ada = {satu.id for satu in isi}
            ini = self._jejak.now
            self._bab.select(next((id for id in (ini.id, ini.bab) if id in ada), isi[0].id if isi else ""))
        self._mengisi = False

    def _chosen(self, id: str) -> None:
        if id and not self._mengisi and (self._jejak.now is None or self._jejak.now.id != id):
            self._jejak.go(Place.of(id), passing=True)
            self._show()

    def _read(self, id: str) -> None:
        self._chosen(id)
        self._baca.setFocus()

    def _go(self, tempat: Place) -> None:
        if tempat != self._jejak.now:
            self._jejak.go(tempat)
        self._show()
        self._mark()

    def _turn(self, arah: int) -> None:
        self._jejak.turn(arah)
        self._show()
        self._mark()

    def _mark(self) -> None:
        """Let the list stand where the reader is."""
        self._mengisi = True
        if self._jejak.now:
            self._bab.select(self._jejak.now.bab)
        self._mengisi = False

    def _show(self) -> None:
        tempat = self._jejak.now
        assert tempat is not None
        di_bagian = html.KOTAK if tempat.halaman else tempat.bagian
        self._baca.show_html(partial(self._html, tempat), di_bagian if tempat.bagian else "")
        self._mundur.setEnabled(self._jejak.back)
        self._maju.setEnabled(self._jejak.forth)
        bab = panduan.bab(tempat.bab)
        set_shown(self._halaman, bool(bab and bab.halaman))

    def _html(self, tempat: Place) -> str:
        bab = panduan.bab(tempat.bab)
        if bab is None:
            return html.tombol(
                text.TOMBOL, text.TOMBOL_ISI, text.JENDELA, tuple(self._tombol.items()), text.DI_MANA_SAJA
            )
        judul = text.TOMBOL_HALAMAN.format(halaman=tempat.halaman)
        kotak = html.kotak_tombol(judul, self._bantuan) if tempat.halaman else ""
        return html.bab(bab, self._baca.picture_width, kotak=kotak, sebelum=tempat.bagian)

    def _follow(self, tujuan: str) -> None:
        if tujuan.startswith(panduan.HALAMAN):
            self._buka(tujuan.removeprefix(panduan.HALAMAN))
        elif tujuan.startswith(panduan.BAB):
            self._go(Place.of(tujuan.removeprefix(panduan.BAB)))

    def _open_page(self) -> None:
        bab = panduan.bab(self._jejak.now.bab) if self._jejak.now else None
        if bab is not None and bab.halaman:
            self._buka(bab.halaman)

    def _type(self, event: QKeyEvent) -> None:
        self._cari.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self._cari, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to work."""
        if event.key() == Qt.Key.Key_Escape:
            self._buka("")
        else:
            super().keyPressEvent(event)
