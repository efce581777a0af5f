"""What stands in Pengaturan: cards that show what is set now, and the sections they stand in; changes of settings that
can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple
from ui.kit.cards import Card

if TYPE_CHECKING:
    from ui.kit.host import Host


class KartuSetelan(Card):
    """A card of Pengaturan."""

    def load(self) -> None:
        """Show what is set now."""

    def open_id(self, id: str) -> bool:  # noqa: ARG002
        """Go to an input or a button of this card; tell whether it is here."""
        return False

    def place(self) -> str:
        """Return the id of the input that has the keyboard, "" for none that can be opened again."""
        return ""


class Setelan(NamedTuple):
    """A section of Pengaturan: the rows it shows are those of ``tables``; ``make`` imports and builds its cards when
    it is first opened."""

    kunci: str
    judul: str
    make: Callable[[Host], Sequence[KartuSetelan]]
    tables: frozenset[str] = frozenset()


class Setel(NamedTuple):
    """A change of a setting of this computer, which is no operation: how it is done, and how it is taken back."""

    kini: Callable[[], object]
    lama: Callable[[], object]
    kata: str
