"""Rows that a query answers: numbers in order, the rows themselves in blocks as they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QModelIndex

from ui.kit.table_model import Baris, Kolom, RowsModel

BLOK = 32
"""Rows that are read together."""
_DISIMPAN = 96
"""Blocks that are kept; the one that was not looked at for longest goes."""


class Potongan(Protocol):
    """The beginning of an answer: numbers of rows, and whether these are all."""

    @property
    def nomor(self) -> array[int]: ...
    @property
    def lengkap(self) -> bool: ...


class Jawaban(Protocol):
    """One question to a long list."""

    def awal(self) -> Potongan:
        """Return the beginning of the answer within a few milliseconds."""

    def semua(self, maju: Callable[[], object]) -> array[int]:
        """Return the whole answer; runs on any thread, ``maju`` may raise to stop."""


class Utuh(NamedTuple):
    """A whole answer at once, for rows that are held in memory."""

    nomor: array[int]
    lengkap: bool = True

    def awal(self) -> Utuh:
        """Return the answer."""
        return self

    def semua(self, _maju: Callable[[], object]) -> array[int]:
        """Return the answer."""
        return self.nomor


class Sumber(Protocol):
    """What holds the rows; may be asked from any thread. A row keeps its number as long as it exists."""

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        """Return the rows by number; one that has gone is left out."""

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of rows, in the same order."""

    def nomor(self, id: str) -> int:
        """Return the number of the row ``id``, 0 when there is none."""


class QueryModel(RowsModel):
    """Shows the rows with these numbers; knows only those that were looked at."""

    def __init__(self, kolom: Sequence[Kolom], sumber: Sumber) -> None:
        super().__init__(kolom, bertanda=False)
        self._sumber = sumber
        self.nomor: array[int] = array("q")
        self._blok: OrderedDict[int, list[Baris]] = OrderedDict()

    def count(self) -> int:
        """Return the number of rows."""
        return len(self.nomor)

    def baris(self, row: int) -> Baris:
        """Return the row at a place, read with its neighbours when it is not here yet."""
        ke, sisa = divmod(row, BLOK)
        blok = self._blok.get(ke)
        if blok is None:
            blok = self._baca(ke)
        return blok[sisa]

    def _baca(self, ke: int) -> list[Baris]:
        numbers = self.nomor[ke * BLOK : (ke + 1) * BLOK]
        found = self._sumber.baris(numbers)
        blok = self._blok[ke] = [found[n] if n in found else Baris("", ()) for n in numbers]
        if len(self._blok) > _DISIMPAN:
            self._blok.popitem(last=False)
        return blok

    def contoh(self) -> Sequence[Baris]:
        """Return the rows that are here already; nothing is read for it."""
        return [baris for blok in self._blok.values() for baris in blok][: 4 * BLOK]

    def row_of(self, id: str) -> int:
        """Return the place of the row ``id``, -1 when it is not there."""
        return self.place(self._sumber.nomor(id)) if id else -1

    def place(self, nomor: int) -> int:
        """Return the place of a number, -1 when it is not there."""
        try:
            return self.nomor.index(nomor)
        except ValueError:
            return -1

    def lupakan(self) -> None:
        """Read the rows anew when they are looked at next."""
        self._blok.clear()
        if self.count():
            self.dataChanged.emit(self.index(0, 0), self.index(self.count() - 1, self.columnCount() - 1))

    def pasang(self, nomor: array[int]) -> bool:
        """Show the rows with these numbers; return False when places changed."""
        lama = self.count()
        if nomor == self.nomor:
            self.lupakan()
            return True
        if lama and len(nomor) > lama and nomor[:lama] == self.nomor:
            self.beginInsertRows(QModelIndex(), lama, len(nomor) - 1)
            self.nomor = nomor
            self._blok.pop(lama // BLOK, None)
            self.endInsertRows()
            return True
        self.beginResetModel()
        self._ganti(nomor)
        self.endResetModel()
        return False

    def _ganti(self, nomor: array[int]) -> None:
        self.nomor = nomor
        self._blok.clear()
