"""Finds states that colour alone tells: the same words in one column of a table, in different colours."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtWidgets import QWidget

from ui.kit.labels import Notice, StatusDot
from ui.kit.table_model import RowsModel
from ui.kit.table_view import RowsView
from ui.kit.theme import Role

CONTOH = 200
"""Rows of a table that are looked at."""
_NETRAL = (None, Role.TEKS, Role.REDUP)
"""Roles that tell nothing: plain words, and quieter ones."""


def warna_saja(akar: QWidget) -> list[str]:
    """Return what tells its state by its colour alone."""
    semua = [w for w in akar.findChildren(QWidget) if w.isVisible() and w.window() is akar.window()]
    return [kata for w in semua for kata in _satu(w)]


def _satu(widget: QWidget) -> list[str]:
    if isinstance(widget, RowsView):
        return [f"hanya warna: {kata}" for kata in _tabel(widget)]
    if isinstance(widget, Notice | StatusDot) and not widget.teks():
        return [f"hanya warna: {type(widget).__name__} tanpa kata"]
    return []


def _tabel(tabel: RowsView) -> list[str]:
    """Return the cells whose words stand elsewhere in their column in another colour that means something."""
    model, rupa = tabel.model(), defaultdict[tuple[str, str], set[Role | None]](set)
    assert isinstance(model, RowsModel)
    for ke in range(min(model.rowCount(), CONTOH)):
        baris = model.baris(ke)
        for i, teks in enumerate(baris.sel):
            kolom = model.kolom[i]
            peran = baris.peran[i] if i < len(baris.peran) else None
            if peran is None and kolom.peran is not None:
                peran = kolom.peran(teks)
            rupa[kolom.judul, teks].add(peran)
    return [f"{judul} “{teks}”" for (judul, teks), semua in rupa.items() if teks and len(_bicara(semua)) > 1]


def _bicara(semua: set[Role | None]) -> set[Role | None]:
    return {None if satu in _NETRAL else satu for satu in semua}
