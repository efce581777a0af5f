"""The table of a long list: what a query answers, at once and then to its end; sorted, chosen and copied by number."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.kit import text
from ui.kit.jobs import Job, Jobs, Maju
from ui.kit.table_arranged import ArrangedTable
from ui.kit.table_copy import copy_rows
from ui.kit.table_model import Baris, Kolom
from ui.kit.table_query import Jawaban, QueryModel, Sumber
from ui.kit.theme import theme_of

_SABAR_MS = 40
"""The whole answer is asked for when no key has come for so long."""
_DI_SINI = 500
"""More rows than these are copied in the background."""


class QueryTable(ArrangedTable):
    """Rows by number from a `Sumber`; ask it with `tanya`.

    ``dihitung`` carries the number of rows, None while it is not known; ``disalin`` how many rows were copied.
    """

    dihitung = Signal(object)
    disalin = Signal(int)

    def __init__(self, kolom: Sequence[Kolom], sumber: Sumber, jobs: Jobs, parent: QWidget | None = None) -> None:
        self._sumber, self._jobs = sumber, jobs
        self._model = QueryModel(kolom, sumber)
        self._jawaban: Jawaban | None = None
        self._job: Job | None = None
        self._lengkap, self._semua, self._tuju = True, False, ""
        self._kembali: Collection[str] = ()
        super().__init__(kolom, parent=parent)
        self._nanti = QTimer(self, interval=_SABAR_MS, singleShot=True)
        self._nanti.timeout.connect(self._ask_all)

    def _make_model(self, kolom: Sequence[Kolom], *, bertanda: bool) -> QueryModel:  # noqa: ARG002
        return self._model

    # questions

    def tanya(self, jawaban: Jawaban, *, tetap: bool = False) -> None:
        """Show what answers a question; ``tetap``: the same question anew, so that place and selection stay."""
        self._stop()
        self._jawaban = jawaban
        self._semua = self._semua and tetap
        self._kembali = self._kembali if tetap else ()
        awal = jawaban.awal()
        self._lengkap = awal.lengkap
        if tetap and not awal.lengkap and self.row_count() >= len(awal.nomor):
            self._model.lupakan()
        else:
            self._show(awal.nomor, tetap=tetap)
        self.dihitung.emit(len(awal.nomor) if awal.lengkap else None)
        if not awal.lengkap:
            self._nanti.start()

    def _stop(self) -> None:
        self._nanti.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _ask_all(self) -> None:
        if self._jawaban is not None:
            self._job = self._jobs.run(
                _whole, self._jawaban, apa=text.MENGHITUNG, maju=True, sendiri=True, owner=self, done=self._all_here
            )

    def _all_here(self, nomor: array[int]) -> None:
        self._job, self._lengkap = None, True
        self._show(nomor, tetap=True)
        self.dihitung.emit(len(nomor))
        if self._semua:
            self.selectAll()
        if self._tuju:
            self.select(self._tuju)

    @property
    def lengkap(self) -> bool:
        """Whether all rows of the answer are here."""
        return self._lengkap

    def _show(self, nomor: array[int], *, tetap: bool) -> None:
        kini, tempat = self.current_number(), self.currentIndex().row()
        atas = self._top() if tetap else None
        dipilih = self._chosen() if tetap else []
        if not self._model.pasang(nomor):
            self._put_back(kini, dipilih, atas)
            if tetap and kini and not self.current_number() and len(nomor):
                self._go(min(tempat, len(nomor) - 1))
        if self._kembali:
            self.go_to_one_of(self._kembali)
        if not self._terukur and len(nomor):
            self.ukur()
        self._show_empty()
        self._begin_as_promised()

    def current_number(self) -> int:
        """Return the number of the row that the keyboard is on, 0 when none."""
        return self._number(self.currentIndex().row())

    def _number(self, row: int) -> int:
        return self._model.nomor[row] if 0 <= row < self.row_count() else 0

    def _top(self) -> tuple[int, int]:
        """Return the number of the first row on the screen and how many px of it are above the edge."""
        nilai, tinggi = self.verticalScrollBar().value(), theme_of(self).tinggi_baris
        return self._number(nilai // tinggi), nilai % tinggi

    def _put_back(self, kini: int, dipilih: Sequence[int], atas: tuple[int, int] | None) -> None:
        row = self._model.place(kini)
        if row >= 0:
            index = self._model.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows | flags.Current)
            if len(dipilih) > 1:
                self._choose(dipilih)
            if atas is None:
                self.scrollTo(index)
        place = self._model.place(atas[0]) if atas else -1
        if atas and place >= 0:
            self.verticalScrollBar().setValue(place * theme_of(self).tinggi_baris + atas[1])
        self._tell_selected()

    def _choose(self, numbers: Sequence[int]) -> None:
        """Select the rows with these numbers besides the present one."""
        wanted, selection, last = set(numbers), QItemSelection(), self._model.columnCount() - 1
        start = -1
        for row, nomor in enumerate(self._model.nomor):
            if nomor in wanted and start < 0:
                start = row
            elif nomor not in wanted and start >= 0:
                selection.select(self._model.index(start, 0), self._model.index(row - 1, last))
                start = -1
        if start >= 0:
            selection.select(self._model.index(start, 0), self._model.index(self.row_count() - 1, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    # selection

    def select(self, id: str) -> None:
        """Go to the row ``id``, as soon as it is here; nothing happens when it is not among the rows."""
        super().select(id)
        self._tuju = "" if self._lengkap or self._model.row_of(id) >= 0 else id

    def go_to_one_of(self, ids: Collection[str]) -> None:
        """Go to the topmost of these rows, as soon as one is here and no key or press came between."""
        super().go_to_one_of(ids)
        self._kembali = () if self.current_id() in ids else ids

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From here on the user says where to be."""
        self._kembali = ()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """From here on the user says where to be."""
        self._kembali = ()
        super().mousePressEvent(event)

    def selectAll(self) -> None:
        """Select every row of the answer, also those that are still to come."""
        super().selectAll()
        self._semua = not self._lengkap

    def _chosen(self) -> list[int]:
        return [self._model.nomor[row] for row in self.selected_places()]

    def terpilih(self) -> list[str]:
        """Return the ids of all selected rows from top to bottom."""
        if self._semua and self._jawaban is not None and not self._lengkap:
            return self._sumber.ids(self._jawaban.semua(lambda: None))
        return self._sumber.ids(self._chosen())

    def selected_ids(self) -> list[str]:
        """Return the same as :meth:`terpilih`."""
        return self.terpilih()

    # copying

    def _copy(self) -> None:
        numbers, kolom = self._numbers_to_copy(), self.kolom_tampak()
        judul = [self._model.kolom[i].judul for i in kolom]

        def put(rows: list[list[str]]) -> None:
            copy_rows(judul, rows)
            self.disalin.emit(len(rows))

        if len(numbers) <= _DI_SINI:
            put(_cells(self._sumber, numbers, kolom))
        else:
            self._jobs.run(_cells, self._sumber, numbers, kolom, apa=text.MENYALIN, done=put, owner=self)

    def _numbers_to_copy(self) -> Sequence[int]:
        if self._semua and self._jawaban is not None and not self._lengkap:
            return self._jawaban.semua(lambda: None)
        return self._chosen()


def _whole(jawaban: Jawaban, maju: Maju) -> array[int]:
    return jawaban.semua(maju.periksa)


def _cells(sumber: Sumber, numbers: Sequence[int], kolom: Sequence[int]) -> list[list[str]]:
    """Return the texts of rows, column by column, on any thread."""
    return [[_cell(baris, i) for i in kolom] for baris in _rows(sumber, numbers)]


def _rows(sumber: Sumber, numbers: Sequence[int]) -> Iterable[Baris]:
    for ke in range(0, len(numbers), _DI_SINI):
        bagian = numbers[ke : ke + _DI_SINI]
        found = sumber.baris(bagian)
        yield from (found[nomor] for nomor in bagian if nomor in found)


def _cell(baris: Baris, i: int) -> str:
    return baris.sel[i] if i < len(baris.sel) else ""
