"""Ctrl+K: go to a record, a page, a command or a chapter by typing part of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.kit import temukan
from ui.kit.cards import Card, EmptyState
from ui.kit.filter import FilterField
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

from . import text

MOST = 50


@dataclass(frozen=True, slots=True)
class Target:
    """Something to go to: what it is called, where it is, what going there does, by which words it is also found."""

    name: str
    where: str
    go: Callable[[], object]
    also: str = ""

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"{self.name}\n{self.where}"


class Palette(QDialog):
    """A list that narrows with each letter; Enter goes. Nothing typed: what was gone to last stands first."""

    def __init__(
        self, targets: Sequence[Target], parent: QWidget, hint: str = text.PALET_CONTOH, most: int = MOST,
        *, recent: Sequence[str] = (), gone: Callable[[str], object] = lambda _key: None,
    ) -> None:  # fmt: skip
        """At most ``most`` targets are shown at a time; ``recent`` are keys, ``gone`` is told where one went."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._most, self._gone = most, gone
        self._targets = _recent_first(targets, recent)
        self._keys = [(temukan.kunci(one.name, f"{one.where} {one.also}"), ke) for ke, one in enumerate(self._targets)]
        self._field = FilterField(hint)
        self._table = DataTable((Kolom("a", "", stretch=3), Kolom("b", "", stretch=1)))
        self._table.hide_head()
        self._table.attach_filter(self._field)
        self._field.berubah.connect(lambda _teks: self._show())
        self._table.opened.connect(self._go)
        theme = theme_of(self)
        kartu = Card(margin=12, spacing=10)
        kartu.add(self._field)
        kartu.add(self._table, 1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(kartu)
        self.resize(min(theme.px(680), parent.width() - 40), min(theme.px(420), parent.height() - 40))
        self._show()
        self._field.setFocus()

    def _show(self) -> None:
        cocok = temukan.cari(self._field.text(), self._keys)[: self._most]
        self._table.set_rows([Baris(str(i), (self._targets[i].name, self._targets[i].where)) for i in cocok])
        self._table.set_empty(EmptyState(text.PALET_KOSONG))
        if cocok:
            self._table.select(str(cocok[0]))

    def _go(self, id: str) -> None:
        self.accept()
        target = self._targets[int(id)]
        self._gone(target.key)
        target.go()


def _recent_first(targets: Sequence[Target], recent: Sequence[str]) -> list[Target]:
    """Return the targets, those gone to lately in front, nothing twice."""
    by_key = {one.key: one for one in reversed(targets)}
    first = [by_key[key] for key in recent if key in by_key]
    last = set(recent)
    return first + [one for one in targets if one.key not in last and by_key[one.key] is one]


def open_list(
    parent: QWidget, targets: Sequence[Target], hint: str, *, most: int = MOST, recent: Sequence[str] = (),
    gone: Callable[[str], object] = lambda _key: None,
) -> None:  # fmt: skip
    """Open a list of ``targets``, at most ``most`` at a time, in the middle of ``parent``."""
    palette = Palette(targets, parent, hint, most, recent=recent, gone=gone)
    palette.move(parent.mapToGlobal(parent.rect().center()) - palette.rect().center())
    palette.open()
