"""The rows of a sheet before they are taken: a sentence, chips, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.cards import Card, EmptyState
from ui.kit.chips import ChipRow
from ui.kit.labels import Notice
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of

B = TypeVar("B")


class PratinjauBaris(QWidget, Generic[B]):
    """``masuk`` tells whether a row is shown under a chip, ``tampil`` what the table shows of it; ``kosong`` are the
    title and the words where a chip has none; the table is at least ``tinggi`` px high."""

    def __init__(
        self, kalimat: str, peran: Role, baris: Sequence[B], *, kolom: Sequence[Kolom],
        saringan: Sequence[tuple[str, str]], masuk: Callable[[B, str], bool], tampil: Callable[[int, B], Baris],
        kosong: tuple[str, str], tinggi: int,
    ) -> None:  # fmt: skip
        super().__init__()
        self._baris, self._masuk, self._tampil = baris, masuk, tampil
        self._chips = ChipRow(saringan)
        self._tabel = DataTable(kolom)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        kartu.setMinimumHeight(tinggi)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        tata.addWidget(Notice(kalimat, peran))
        tata.addWidget(self._chips)
        tata.addWidget(kartu, 1)
        self.setFocusProxy(self._tabel)
        self._chips.set_jumlah({k: sum(masuk(b, k) for b in baris) for k, _ in saringan})
        self._chips.dipilih.connect(lambda _kunci: self._isi())
        self._tabel.set_empty(EmptyState(*kosong))
        self._isi()

    def _isi(self) -> None:
        semua = enumerate(self._baris)
        self._tabel.set_rows([self._tampil(ke, b) for ke, b in semua if self._masuk(b, self._chips.kunci)])
