"""What an area of the web offers: its routes with those who may use them, and its lines in the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from starlette.responses import Response

from sync.web.akun.peran import Peran

if TYPE_CHECKING:
    from .kunjungan import Kunjungan


class Rute(NamedTuple):
    """One page or act: ``jalan`` as Starlette writes paths, ``peran`` who may (empty: everybody, without a name).

    ``pribadi`` names the personal data that it shows, ``ekspor`` tells that data leaves as a file: both are written
    to the log of readings. ``tanpa_kantor``: it needs no office's store, so it answers while that is being filled.
    """

    metode: Literal["GET", "POST"]
    jalan: str
    peran: frozenset[Peran]
    jawab: Callable[[Kunjungan], Response]
    pribadi: str = ""
    ekspor: bool = False
    tanpa_kantor: bool = False


class Menu(NamedTuple):
    """One line of the menu; ``urut`` is its place among all."""

    judul: str
    jalan: str
    peran: frozenset[Peran]
    urut: int


class Area(NamedTuple):
    """What one folder brings: its name (also of its templates), its routes and its lines in the menu."""

    kunci: str
    rute: tuple[Rute, ...]
    menu: tuple[Menu, ...] = ()
