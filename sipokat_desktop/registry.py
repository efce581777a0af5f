"""The modules of the program, in dependency order; a new module adds one line here."""

from __future__ import annotations

from sipokat_desktop.modules import bimtek, insentif, laporan, ponsel, rt, seragam, usulan, vaksinasi
from sipokat_desktop.storage.core import CORE
from sipokat_desktop.storage.module import Module

MODULES: tuple[Module, ...] = (
    CORE, rt.MODULE, insentif.MODULE, seragam.MODULE, ponsel.MODULE, bimtek.MODULE, laporan.MODULE, usulan.MODULE,
    vaksinasi.MODULE,
)  # fmt: skip
