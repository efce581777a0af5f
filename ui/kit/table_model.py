"""Rows and columns of a table as plain values, and the model that hands them to Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.kit import text
from ui.kit.theme import Role

Index = QModelIndex | QPersistentModelIndex


class Rata(Enum):
    """Side to which the text of a column is aligned; numbers stand at the right."""

    KIRI = Qt.AlignmentFlag.AlignLeft
    KANAN = Qt.AlignmentFlag.AlignRight
    TENGAH = Qt.AlignmentFlag.AlignHCenter


class Kolom(NamedTuple):
    """One column: key, head, least width in px at scale 1.0, share of the room left over, side, state colour.

    Without ``stretch`` the column is as wide as its content; right-aligned ones are never cut.
    ``peran`` gives the colour role of a text, for columns that show a state. ``sembunyi`` above 0 lets the
    column go when the table is too narrow, the highest first. ``urut`` is what a click on the head sorts by;
    one that is not ``tampil`` is shown when the user chooses it.
    """

    kunci: str
    judul: str
    lebar: int = 0
    stretch: int = 0
    rata: Rata = Rata.KIRI
    peran: Callable[[str], Role | None] | None = None
    sembunyi: int = 0
    urut: str = ""
    tampil: bool = True


class Baris(NamedTuple):
    """One row: an id that stays the same across refreshes, a text per column, colour roles of some cells.

    ``tetap`` rows have no mark to give or take.
    """

    id: str
    sel: tuple[str, ...]
    peran: tuple[Role | None, ...] = ()
    tetap: bool = False


class RowsModel(QAbstractTableModel):
    """Holds the rows and the marks; ids are unique."""

    def __init__(self, kolom: Sequence[Kolom], *, bertanda: bool) -> None:
        super().__init__()
        self.kolom = tuple(kolom)
        self.geser = 1 if bertanda else 0
        self.rows: list[Baris] = []
        self.marks: set[str] = set()
        self._place: dict[str, int] | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else self.count()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns, the one of the marks included."""
        return 0 if parent.isValid() else len(self.kolom) + self.geser

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell; all painting is done by the delegate. Of each cell the whole row is spoken."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() < self.geser:
            return self._mark_words(index.row())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.row_words(index.row())
        return None

    def row_words(self, row: int) -> str:
        """Return a row as it is spoken: each column with its head, and whether the row is marked."""
        baris = self.baris(row)
        isi = (
            f"{k.judul}: {kata}" if k.judul else kata for k, kata in zip(self.kolom, baris.sel, strict=False) if kata
        )
        return "; ".join(filter(None, (self._mark_words(row), *isi)))

    def _mark_words(self, row: int) -> str:
        if not self.geser or self.baris(row).tetap:
            return ""
        return text.DITANDAI if self.baris(row).id in self.marks else text.TIDAK_DITANDAI

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the head of a column."""
        i, roles = section - self.geser, Qt.ItemDataRole
        if orientation is not Qt.Orientation.Horizontal or role not in (roles.DisplayRole, roles.AccessibleTextRole):
            return None
        if i < 0:
            return text.KOLOM_TANDA if role == roles.AccessibleTextRole else ""
        return self.kolom[i].judul

    def count(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def baris(self, row: int) -> Baris:
        """Return the row at a place."""
        return self.rows[row]

    def contoh(self) -> Sequence[Baris]:
        """Return the rows from which the widths of the columns are taken."""
        return self.rows

    def text_at(self, row: int, column: int) -> str:
        """Return the text of a cell, "" where a row has none."""
        i, sel = column - self.geser, self.baris(row).sel
        return sel[i] if 0 <= i < len(sel) else ""

    def row_of(self, id: str) -> int:
        """Return the place of the row ``id``, -1 when it is not there."""
        if self._place is None:
            self._place = {baris.id: i for i, baris in enumerate(self.rows)}
        return self._place.get(id, -1)

    def replace(self, rows: Sequence[Baris]) -> bool:
        """Show other rows; return True when only contents changed, so that places and selection stay."""
        new = list(rows)
        if len(new) == len(self.rows) and all(a.id == b.id for a, b in zip(new, self.rows, strict=True)):
            self.rows = new
            if new:
                last = self.index(len(new) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return True
        self.beginResetModel()
        self.rows = new
        self._place = None
        self.marks &= {baris.id for baris in new}
        self.endResetModel()
        return False

    def append(self, rows: Sequence[Baris]) -> None:
        """Add rows at the end."""
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows.extend(rows)
        self._place = None
        self.endInsertRows()

    @property
    def markable(self) -> int:
        """How many rows can be marked."""
        return sum(not baris.tetap for baris in self.rows)

    def set_marks(self, ids: Iterable[str]) -> None:
        """Mark exactly these rows."""
        self.marks = {id for id in ids if self.row_of(id) >= 0}
