"""The recorded entries of one thing in a sheet: Enter changes the chosen one, a button takes it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtWidgets import QWidget

from ui.kit import text
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom

R = TypeVar("R")


class Records(QWidget, Generic[R]):
    """A table of what ``baca`` returns, each shown as ``baris`` says; read again with every change."""

    def __init__(
        self, host: Host, kolom: Sequence[Kolom], kosong: EmptyState, baca: Callable[[], Sequence[R]],
        baris: Callable[[R], Baris],
    ) -> None:  # fmt: skip
        super().__init__()
        self._baca, self._baris = baca, baris
        self._semua: dict[str, R] = {}
        self.tabel = DataTable(kolom)
        self.tabel.set_empty(kosong)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self.tabel, 1)
        page_column(self).addWidget(kartu, 1)
        self.setFocusProxy(self.tabel)
        host.changed.connect(self.muat)
        self.muat()

    def muat(self, _changes: object = None) -> None:
        """Read the entries again."""
        semua = self._baca()
        rows = [self._baris(satu) for satu in semua]
        self._semua = {row.id: satu for row, satu in zip(rows, semua, strict=True)}
        self.tabel.set_rows(rows)

    def dipilih(self) -> R | None:
        """Return the chosen entry."""
        return self._semua.get(self.tabel.current_id())


class Kata(NamedTuple):
    """The words of such a sheet, and its size in px at scale 1.0."""

    judul: str
    sub: str
    ubah: str
    hapus: str
    lebar: int
    tinggi: int


def buka(
    parent: QWidget, isi: Records[R], kata: Kata, ubah: Callable[[Sheet, R], object],
    hapus: Callable[[Sheet, R], object], *, boleh: bool = True,
) -> Sheet:  # fmt: skip
    """Open the sheet; ``ubah`` and ``hapus`` get it with the chosen entry; where not ``boleh`` it is only read."""
    isi.setMinimumHeight(min(table_height(parent), kata.tinggi))
    sheet = Sheet(
        kata.judul, isi, sub=kata.sub, utama=kata.ubah, kedua=text.TUTUP, shortcut="Enter", lebar=kata.lebar,
        parent=parent,
    )  # fmt: skip

    def lakukan(apa: Callable[[Sheet, R], object]) -> None:
        satu = isi.dipilih()
        if boleh and satu is not None:
            apa(sheet, satu)

    if boleh:
        sheet.tambah_tombol(Aksi(kata.hapus, lambda: lakukan(hapus), "Delete"))
    set_shown(sheet.utama, boleh)
    isi.tabel.opened.connect(lambda _id: lakukan(ubah))
    sheet.disimpan.connect(lambda: lakukan(ubah))
    sheet.open()
    isi.tabel.begin()
    return sheet
