"""What people call an act: the modules' own words, and what an undo or its redo is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sipokat_desktop.storage import sqlite

    from .history import Entry
    from .manifest import Schema
    from .store import Store

UNDO, REDO = "urungkan", "ulangi"
"""An act that undoes ``rt.ubah`` is named ``urungkan rt.ubah``; one that undoes that, ``ulangi rt.ubah``."""

RESTORE = "pulihkan"
FROM_CITY = "sinkron"
"""The act of what a sync changed; its act id is this word and the time of the sync."""

ACTS: Mapping[str, str] = {
    UNDO: "Urungkan",
    REDO: "Lakukan lagi",
    RESTORE: "Pulihkan dari Sampah",
    FROM_CITY: "Diterima dari kota",
    "inti.foto": "Perbarui nama berkas foto",
    "batalkan": "Batalkan pembayaran",
    "putuskan.isian": "Putuskan isian",
    "putuskan.tutup": "Tutup keputusan",
    "putuskan.hapus": "Tetap dihapus",
    "putuskan.simpan": "Tetap disimpan",
    "putuskan.hidupkan": "Hidupkan lagi",
    "putuskan.catat_lagi": "Catat lagi",
    "putuskan.tetap": "Tetap dibatalkan",
}
"""The store's own acts; what a module decides under ``putuskan.…`` it names itself."""


FEW = 12
"""Rows up to which an act is named after one of them."""
MANY = "{n} data"


def undoing(name: str) -> str:
    """Return the name of the act that undoes ``name``: of an undo that is doing it again, and so on."""
    kind, _, rest = name.partition(" ")
    match kind:
        case s if s == UNDO:
            return f"{REDO} {rest}".strip()
        case s if s == REDO:
            return f"{UNDO} {rest}".strip()
        case _:
            return f"{UNDO} {name}"


def words(modules: Iterable[Schema], name: str) -> str:
    """Return what people call the act ``name``; one of a newer version keeps its own name."""
    known = {key: said for module in modules for key, said in module.acts().items()}
    kind, _, rest = name.partition(" ")
    if rest and kind in (UNDO, REDO):
        said = known.get(rest, rest)
        return f"{known[kind]}: {said[:1].lower()}{said[1:]}" if kind in known else said
    return known.get(name) or known.get(kind) or name.replace("_", " ").replace(".", " ")


def title(store: Store, con: sqlite.Connection, entries: Sequence[Entry]) -> str:
    """Say what an act was, in words, with the record it was about: ``Ganti ketua · RT 05 · Sopian Hadi``.

    An undo and its redo bear the title of what they undo or do again.
    """
    if not entries:
        return ""
    kind, _, rest = entries[0].act.partition(" ")
    said = words(store.modules, rest if kind in (UNDO, REDO) and rest else entries[0].act)
    about = subject(store, con, entries)
    return f"{said} · {about}" if about else said


def subject(store: Store, con: sqlite.Connection, entries: Sequence[Entry]) -> str:
    """Return the name of what an act was about; of many rows their number, of rows that are gone nothing."""
    rows = {(entry.table, entry.row_id) for entry in entries}
    if len(rows) > FEW:
        return MANY.format(n=len(rows))
    names = {naming.described(con, store.tables, *row) for row in rows}
    return max(names, key=lambda name: (len(name), name))
