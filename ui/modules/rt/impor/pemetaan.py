"""The mapping of a sheet of Data RT: which column is which field, and how sure that is."""

from __future__ import annotations

from sipokat_desktop.modules.rt.impor import ISIAN, Keyakinan, KolomLembar, Pemetaan, PemetaanLembar
from ui.kit import pemetaan as kit
from ui.kit.pemetaan import Tanda
from ui.kit.theme import Role

from . import text

_PERAN = {Keyakinan.DUGAAN: Role.PERHATIAN, Keyakinan.LEWAT: Role.REDUP, Keyakinan.PENGGUNA: Role.AKSEN}


class PemetaanView(kit.PemetaanView[Pemetaan]):
    """The mapping with the fields of Data RT."""

    def __init__(self) -> None:
        super().__init__(ISIAN, ingat=text.PETA_INGAT)

    def tanda(self, kolom: kit.Kolom) -> Tanda:
        """Return how sure the reading of a column is, with the reason where it is a guess."""
        assert isinstance(kolom, KolomLembar)
        yakin, dugaan = text.PETA_YAKIN[kolom.keyakinan.value], kolom.keyakinan is Keyakinan.DUGAAN
        kata = f"{yakin}: {kolom.alasan}" if dugaan and kolom.alasan else yakin
        return Tanda(kata, _PERAN.get(kolom.keyakinan, Role.BAIK), dugaan)

    def ragu(self, lembar: kit.Lembar) -> bool:
        """Return whether a sheet has a guess, or lacks a column that is needed."""
        assert isinstance(lembar, PemetaanLembar)
        return bool(lembar.kurang) or super().ragu(lembar)
