"""The mapping of a sheet of past payments: which column is which field."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.modules.insentif.saldo_awal import ISIAN, Pemetaan, teks_sel
from ui.kit import pemetaan as kit
from ui.kit.pemetaan import Tanda
from ui.kit.theme import Role

from . import text


class PemetaanView(kit.PemetaanView):
    """The mapping with the fields of a payment."""

    @property
    def pemetaan(self) -> Pemetaan:
        """The mapping as it is now."""
        peta = self._pemetaan
        return peta if isinstance(peta, Pemetaan) else Pemetaan(())

    def isian(self) -> Mapping[str, str]:
        """Return the fields of a payment."""
        return ISIAN

    def sel(self, nilai: object) -> str:
        """Return a raw value as it is shown."""
        return teks_sel(nilai)

    def tanda(self, kolom: kit.Kolom) -> Tanda:
        """Return whether a column is read."""
        if kolom.isian:
            return Tanda(text.DIKENAL, Role.BAIK)
        return Tanda(text.TIDAK_DIBACA, Role.REDUP)
