"""The page of all things of a kind: search, chips, the table, and a line of figures below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.beside import page_column
from ui.kit.cards import Card
from ui.kit.chips import ChipRow
from ui.kit.filter import FilterField
from ui.kit.labels import Gaya, Label
from ui.kit.page import PageTitle
from ui.kit.table import DataTable


def susun_daftar(
    halaman: QWidget, judul: str, tombol: Sequence[QWidget], petunjuk: str, *, cari: FilterField, saring: ChipRow,
    tabel: DataTable, jumlah: Label,
) -> None:  # fmt: skip
    """Lay the parts out on the empty ``halaman``; ``petunjuk`` tells beside the search what the keys do."""
    atas = QHBoxLayout()
    atas.addWidget(cari, 1)
    atas.addWidget(Label(petunjuk, Gaya.KECIL))
    kartu = Card(margin=4, spacing=0)
    kartu.add(tabel, 1)
    tata = page_column(halaman)
    tata.addWidget(PageTitle(judul, *tombol))
    tata.addLayout(atas)
    tata.addWidget(saring)
    tata.addWidget(kartu, 1)
    tata.addWidget(jumlah)
