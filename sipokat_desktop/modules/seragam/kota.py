"""The city's view of uniforms."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sipokat_desktop.modules.rt import salinan as rt
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.command import City

from .tabel import TABEL


def salinan(kota: City) -> AbstractContextManager[sqlite.Connection]:
    """Open a store in memory with what the queries of the module read, of all offices."""
    return rt.salinan(kota, TABEL, ("seragam_gerak (membalik)",))
