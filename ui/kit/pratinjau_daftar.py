"""The preview of an import whose rows fit into memory: counted by chips, searched, the row at hand kept in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt

from sipokat_desktop.kernel.wilayah import kunci_cari
from ui.kit import text
from ui.kit.cards import EmptyState
from ui.kit.pratinjau import P, Pratinjau, R
from ui.kit.table_model import Baris

_TERBANYAK = 5000
"""So many rows are shown at once; the filters and the search reach the rest."""
_SEMUA = "semua"
B = TypeVar("B")


class PratinjauDaftar(Pratinjau[P, R], Generic[P, R, B]):
    """The ids of the table are the places of rows in the plan; ``SALAH`` is the chip of those that cannot be taken."""

    SALAH: ClassVar[str]
    _rencana: R | None = None

    # what a module says

    def semua(self, rencana: R) -> Sequence[B]:
        """Return the rows of a plan."""
        raise NotImplementedError

    def jumlah(self, rencana: R) -> Mapping[str, int]:
        """Return how many rows every chip has, but for the one of all rows."""
        raise NotImplementedError

    def masuk(self, baris: B, kunci: str) -> bool:
        """Tell whether a row belongs to a chip."""
        raise NotImplementedError

    def dicari(self, baris: B) -> str:
        """Return what a search finds a row by."""
        raise NotImplementedError

    def tulis(self, ke: int, baris: B) -> Baris:
        """Return a row as the table shows it."""
        raise NotImplementedError

    def jelaskan(self, rencana: R) -> None:
        """Say the plan in words above the table."""
        raise NotImplementedError

    def rinci(self, baris: B | None) -> None:
        """Show a row in the panel."""
        raise NotImplementedError

    # what follows

    def tampilkan(self, rencana: R) -> None:
        """Show a plan, and the rows that cannot be taken when it is the first, or when the row at hand became one."""
        pertama, tempat, kini = self._rencana is None, self.tabel.currentIndex().row(), self.tabel.current_id()
        self._rencana = rencana
        semua = self.semua(rencana)
        jumlah = {**self.jumlah(rencana), _SEMUA: len(semua)}
        self._saring.set_jumlah(jumlah)
        salah = bool(kini) and self._saring.kunci != _SEMUA and self.masuk(semua[int(kini)], self.SALAH)
        if jumlah[self.SALAH] and (pertama or salah):
            self._saring.pilih(self.SALAH)
        elif not jumlah[self._saring.kunci]:
            self._saring.pilih(_SEMUA)
        self.jelaskan(rencana)
        self.saring()
        if salah:
            self.tabel.select(kini)
        elif (not kini or self.tabel.current_id() != kini) and self.tabel.row_count():
            self.tabel.selectRow(max(0, min(tempat, self.tabel.row_count() - 1)))
        if self.isVisible():
            self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tampil()

    def saring(self) -> None:
        """Show the rows of the chip and the search."""
        if self._rencana is None:
            return
        kunci, kata = self._saring.kunci, kunci_cari(self._cari.text())
        semua = enumerate(self.semua(self._rencana))
        tampak = [(ke, b) for ke, b in semua if kunci == _SEMUA or self.masuk(b, kunci)]
        tampak = [(ke, b) for ke, b in tampak if kata in kunci_cari(self.dicari(b))][:_TERBANYAK]
        self.tabel.set_rows([self.tulis(ke, b) for ke, b in tampak])
        if not tampak:
            self.tabel.set_empty(EmptyState(text.IMPOR_TAK_ADA))
        self.tampil()

    def tampil(self) -> None:
        """Show the row that the keyboard is on in the panel."""
        id = self.tabel.current_id()
        self.rinci(self.semua(self._rencana)[int(id)] if id and self._rencana is not None else None)
