"""The mapping of a register of goods: which column is which field."""

from __future__ import annotations

from sipokat_desktop.modules.ponsel.impor import ISIAN, Pemetaan
from ui.kit import pemetaan as kit
from ui.kit.pemetaan import Tanda
from ui.kit.theme import Role

from . import text


class PemetaanView(kit.PemetaanView[Pemetaan]):
    """The mapping with the fields of a unit."""

    def __init__(self) -> None:
        super().__init__(ISIAN, ingat=text.INGAT)

    def tanda(self, kolom: kit.Kolom) -> Tanda:
        """Return whether a column is read."""
        if kolom.isian:
            return Tanda(text.DIKENAL, Role.BAIK)
        return Tanda(text.TIDAK_DIBACA, Role.REDUP)
