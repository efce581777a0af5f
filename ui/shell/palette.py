"""Ctrl+K: go to a record or a command by typing part of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sipokat_desktop.kernel.wilayah import kunci_cari
from ui.kit.cards import Card, EmptyState
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of
from ui.registry import PAGES

from . import text, wilayah
from .frame import ITEMS

MOST = 50


@dataclass(frozen=True, slots=True)
class Target:
    """Something to go to: what it is called, where it is, what going there does."""

    name: str
    where: str
    go: Callable[[], object]


class Palette(QDialog):
    """A list that narrows with each letter; Enter goes."""

    def __init__(
        self, targets: Sequence[Target], parent: QWidget, hint: str = text.PALET_CONTOH, most: int = MOST
    ) -> None:  # fmt: skip
        """At most ``most`` targets are shown at a time."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._most = most
        self._targets = [(kunci_cari(f"{t.name} {t.where}"), t) for t in targets]
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
        self.resize(min(theme.px(620), parent.width() - 40), min(theme.px(420), parent.height() - 40))
        self._show()
        self._field.setFocus()

    def _show(self) -> None:
        dicari = kunci_cari(self._field.text())
        cocok = [(i, t) for i, (kunci, t) in enumerate(self._targets) if dicari in kunci][: self._most]
        self._table.set_rows([Baris(str(i), (t.name, t.where)) for i, t in cocok])
        self._table.set_empty(EmptyState(text.PALET_KOSONG))
        if cocok:
            self._table.select(str(cocok[0][0]))

    def _go(self, id: str) -> None:
        self.accept()
        self._targets[int(id)][1].go()


def open_palette(
    parent: QWidget, host: Host, go: Callable[..., object], commands: Sequence[tuple[str, Callable[[], object]]],
    show: Callable[[str], object],
) -> None:  # fmt: skip
    """Open the palette in the middle of ``parent`` with every page, command, kelurahan and record."""
    targets = [Target(item.teks, text.PALET_HALAMAN, partial(go, item.kunci)) for item in ITEMS]
    targets += [Target(name, text.PALET_PERINTAH, action) for name, action in commands]
    targets += wilayah.targets(host, show, text.WILAYAH_PALET)
    for spec in PAGES:
        targets += [Target(name, spec.title, partial(go, spec.key, id)) for name, id in spec.find(host)]
    open_list(parent, targets, text.PALET_CONTOH)


def open_list(parent: QWidget, targets: Sequence[Target], hint: str, *, most: int = MOST) -> None:
    """Open a list of ``targets``, at most ``most`` at a time, in the middle of ``parent``."""
    palette = Palette(targets, parent, hint, most)
    palette.move(parent.mapToGlobal(parent.rect().center()) - palette.rect().center())
    palette.open()
