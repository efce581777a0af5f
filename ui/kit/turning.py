"""Undo and redo of an act for the window: what is turned back, and the sentence that names it."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.storage import acts, history
from sipokat_desktop.storage.store import Store
from ui.kit import text


class Turned(NamedTuple):
    """What was turned back: the changes, the sentence, and whether this was an undo (else a redo)."""

    changes: Changes
    sentence: str
    undone: bool


def turn(store: Store, act_id: str) -> Turned:
    """Undo an act; of an undo that does it again. Raises InputSalah with the sentence why not."""
    con = store.reader()
    entries = history.of_act(con, act_id)
    before = acts.title(store, con, entries)
    changes = history.undo(store, act_id)
    after = acts.title(store, con, entries)
    undone = not entries[0].act.startswith(f"{acts.UNDO} ")
    said = text.DIURUNGKAN if undone else text.DIULANGI
    return Turned(changes, said.format(apa=max(before, after, key=len)), undone)
