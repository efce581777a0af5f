"""Likely duplicates: pairs at the left, at the right what is known of the chosen pair and the choice between both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.scroll import scroll_of
from ui.kit.sides import Pilah, Sides
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

P = TypeVar("P")
Pasang = Mapping[str, P]
"""Pairs by what tells them apart."""


class Pairs(QWidget, Generic[P]):
    """A page names its pairs and shows one (`cari`, `baris`, `tunjukkan`), and calls `muat` once it is ready."""

    dipilih = Signal(bool)

    def __init__(self, host: Host, kolom: Sequence[str], kosong: tuple[str, str], mencari: str) -> None:
        super().__init__()
        self._host, self._kosong, self._mencari = host, kosong, mencari
        self._semua: Pasang[P] = {}
        self._pilih = Sides(("", ""), ())
        self._tabel = DataTable(tuple(Kolom(judul, judul, stretch=1) for judul in kolom))
        self._tabel.selected.connect(self._tampilkan)
        self._tabel.opened.connect(lambda _id: self._pilih.setFocus())
        self._sisi = QWidget()
        self._lajur = QVBoxLayout(self._sisi)
        self._kanan = Card(margin=2)
        self.setFocusProxy(self._tabel)
        self._build()
        host.changed.connect(self.muat)

    def _build(self) -> None:
        theme = theme_of(self)
        kiri = Card(margin=4, spacing=0)
        kiri.add(self._tabel, 1)
        self._kanan.add(scroll_of(self._sisi), 1)
        m = theme.px(12)
        self._lajur.setContentsMargins(m, m, m, m)
        self._lajur.setSpacing(theme.px(10))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(10))
        line.addWidget(kiri, 2)
        line.addWidget(self._kanan, 3)

    # what a page says

    def cari(self) -> Callable[[], Pasang[P]]:
        """Return what looks for the pairs, in the background."""
        raise NotImplementedError

    def baris(self, p: P) -> tuple[str, ...]:
        """Return the words of a pair in the table."""
        raise NotImplementedError

    def tunjukkan(self, p: P) -> None:
        """Show a pair: `tambah` and `pilah` put it under one another."""
        raise NotImplementedError

    def tambah(self, bagian: QWidget) -> None:
        """Put ``bagian`` below what is shown of the pair."""
        self._lajur.addWidget(bagian)

    def pilah(self, dua: tuple[str, str], isian: Sequence[Pilah]) -> None:
        """Let one of both sides be chosen, field by field."""
        self._pilih = Sides(dua, isian)
        self._lajur.addWidget(self._pilih)
        self._pilih.tab_after(self._tabel)

    # what is chosen

    @property
    def pasangan(self) -> P | None:
        """The chosen pair."""
        return self._semua.get(self._tabel.current_id())

    def sisi(self) -> Mapping[str, int]:
        """Return per field which side is right (0 or 1)."""
        return self._pilih.pilihan()

    def bedakan(self, sheet: Sheet, kerja: Callable[[], object], apa: str, kata: str) -> None:
        """Remember in the background that a pair is two; ``kata`` is said in ``sheet`` and the pairs read again."""

        def beres(_hasil: object) -> None:
            sheet.pesan.info(kata)
            self.muat()

        self._host.jobs.run(kerja, apa=apa, done=beres, failed=sheet.gagal, owner=sheet)

    def muat(self, _changes: object = None) -> None:
        """Look for pairs again, in the background."""
        host = self._host
        host.jobs.run(self.cari(), apa=self._mencari, done=self._isi, failed=host.tell, owner=self)

    def _isi(self, semua: Pasang[P]) -> None:
        self._semua = semua
        self._tabel.set_rows([Baris(id, self.baris(p)) for id, p in semua.items()])
        self._tabel.set_empty(EmptyState(*self._kosong))
        if semua and not self._tabel.current_id():
            self._tabel.select(next(iter(semua)))
        self._tampilkan(self._tabel.current_id())

    def _tampilkan(self, id: str) -> None:
        p = self._semua.get(id)
        self.dipilih.emit(p is not None)
        set_shown(self._kanan, p is not None)
        self._kosongkan()
        if p is not None:
            self.tunjukkan(p)
            self._lajur.addStretch(1)

    def _kosongkan(self) -> None:
        while (item := self._lajur.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
