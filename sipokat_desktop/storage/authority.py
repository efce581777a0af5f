"""Whose word an act needs: one table for the window and the command line; an act with an approval bears both names.

The rule that who recorded a payment does not settle its *pembayaran ganda*: keputusan/0053. The city judges the office
that writes, not the person: what is asked here keeps the people of one office honest with one another.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.values import NamedTuple

from . import office
from . import people_text as text

if TYPE_CHECKING:
    from collections.abc import Collection

    from sipokat_desktop.storage import sqlite

OPERATOR, BENDAHARA, LURAH = ROLES = ("operator", "bendahara", "lurah")
PEOPLE = "pengguna"
"""To add, rename or switch off people, to give them a role or another PIN."""

NEEDS_LURAH: Mapping[str, str] = {
    "insentif.kunci": text.MENGUNCI,
    "putuskan": text.MEMUTUSKAN,
    PEOPLE: text.MENGATUR_ORANG,
}
"""Acts, or what their names begin with, that need the word of the lurah, where the office has named one."""
ANYBODYS = frozenset({"putuskan.tutup"})
"""Acts that need nobody's word although their beginning stands above: a notice that was read is put away."""
_TURNED = ("urungkan", "ulangi")


class Approval(NamedTuple):
    """The word of a person for one act, given with the PIN: see ``users.approve``."""

    user_id: str
    name: str


class PerluLurah(InputSalah):
    """An act needs the word of a lurah who is none of ``barred``; nothing was changed."""

    def __init__(self, sentence: str, barred: Collection[str] = (), *, recorded: bool = True) -> None:
        """``barred``: the names of those who recorded what is to be decided; ``recorded``: the act goes into the
        history, with both names."""
        super().__init__("", sentence)
        self.recorded = recorded
        self.barred = frozenset(barred)


class Approvals:
    """The approval that goes with what this thread is doing."""

    def __init__(self) -> None:
        self._here = threading.local()

    @property
    def now(self) -> Approval | None:
        """The approval of what is being done now."""
        found: Approval | None = getattr(self._here, "given", None)
        return found

    @contextmanager
    def using(self, given: Approval) -> Iterator[None]:
        """Let what is done inside count as approved."""
        self._here.given = given
        try:
            yield
        finally:
            self._here.given = None


def need(act: str) -> str:
    """Return what needs the lurah's word about an act, as people call it; empty where nothing does. To undo such an
    act, or to do it again, needs it too."""
    kind, _, rest = act.partition(" ")
    if rest and kind in _TURNED:
        return need(rest)
    return "" if act in ANYBODYS else NEEDS_LURAH.get(act) or NEEDS_LURAH.get(act.partition(".")[0], "")


def person(signed: str) -> str:
    """Return who did something, without who approved it."""
    return signed.partition(text.ANTARA)[0]


class Guard(NamedTuple):
    """Who is about to act: ``user`` (empty: nobody is known), ``proven`` by a PIN or by having none, and the approval
    that was given for it."""

    con: sqlite.Connection
    user: str
    proven: bool
    approval: Approval | None

    def author(self, act: str, otherwise: str = "") -> str:
        """Return the name, or both, that the act bears; raise PerluLurah where a lurah is named and has not spoken."""
        what = need(act)
        if what and not self._lurah_speaks():
            raise PerluLurah(self._said(text.PERLU_LURAH.format(apa=what, kepala=self.head)), recorded=act != PEOPLE)
        by = self.user or otherwise
        if self.approval is None or self.approval.name == by:
            return by
        return text.DISETUJUI.format(oleh=by, penyetuju=self.approval.name)

    def other_than(self, recorded: Collection[str]) -> None:
        """Raise PerluLurah when whoever decides is one of those who recorded, under whatever name."""
        if not self.user:
            return
        by = {person(name) for name in recorded}
        if self.approval is None and not self.proven:
            raise PerluLurah(self._said(text.SIAPA_MEMUTUSKAN), by)
        own = self._names(self.approval.name if self.approval else self.user) & by
        if own:
            raise PerluLurah(text.ORANG_LAIN.format(nama=", ".join(sorted(own)), kepala=self.head), by)

    @property
    def head(self) -> str:
        """What people call the head of this office: Lurah, Camat, Kepala Bagian."""
        row = self.con.execute("SELECT nilai FROM setelan WHERE kunci = ?", (office.OWN,)).fetchone()
        return wilayah.kepala(str(row[0]) if row else "")

    def _said(self, sentence: str) -> str:
        return sentence if self.proven else f"{sentence} {text.TANPA_BUKTI}"

    def _lurah_speaks(self) -> bool:
        rows = self.con.execute("SELECT id, nama FROM pengguna WHERE peran = ? AND NOT nonaktif", (LURAH,)).fetchall()
        if not rows:
            return True
        if self.approval is not None:
            return self.approval.user_id in {str(row[0]) for row in rows}
        return self.proven and self.user in {str(row[1]) for row in rows}

    def _names(self, name: str) -> set[str]:
        """Return the names that somebody has and had."""
        rows = self.con.execute("SELECT nama_lama FROM pengguna WHERE nama = ?", (name,)).fetchall()
        return {name}.union(*(json.loads(row[0]) for row in rows))
