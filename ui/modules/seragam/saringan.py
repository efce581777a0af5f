"""The filters above the posts: a chip per state, and the kelurahan where several are here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.seragam.model import Pemakai
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.labels import set_shown
from ui.kit.theme import theme_of

from . import cari, text


class Saringan(QWidget):
    """``diubah`` comes when another filter was chosen."""

    diubah = Signal()

    def __init__(self, kelurahan: Sequence[str]) -> None:
        super().__init__()
        self._chips = ChipRow(text.SARING)
        self._kelurahan = ChoiceField([("", text.SEMUA_KELURAHAN), *((k, wilayah.nama(k)) for k in kelurahan)])
        self._kelurahan.isi("")
        self._kelurahan.setAccessibleName(text.PILIH_KELURAHAN)
        self._kelurahan.setFixedWidth(theme_of(self).px(230))
        set_shown(self._kelurahan, len(kelurahan) > 1)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(self._chips, 1)
        tata.addWidget(self._kelurahan)
        self._chips.dipilih.connect(lambda _kunci: self.diubah.emit())
        self._kelurahan.diubah.connect(self.diubah)

    @property
    def kelurahan(self) -> str:
        """The chosen kelurahan, "" for all of them."""
        return self._kelurahan.nilai()

    def semula(self) -> None:
        """Let all states pass, without a signal."""
        self._chips.pilih(text.SEMUA)

    def di_kelurahan(self, semua: Sequence[Pemakai]) -> Sequence[Pemakai]:
        """Return the posts of the chosen kelurahan, all of them where none is chosen."""
        pilih = self.kelurahan
        return [p for p in semua if not pilih or p.lingkup == pilih]

    def tampak(self, semua: Sequence[Pemakai], teks: str) -> Sequence[Pemakai]:
        """Return the posts that ``teks`` means, else those that the chip lets pass; the chips say how many each has."""
        dekat = self.di_kelurahan(semua)
        self._chips.set_jumlah({k: sum(masuk(p, k) for p in dekat) for k, _ in text.SARING})
        return cari.cocok(dekat, teks) if teks else [p for p in dekat if masuk(p, self._chips.kunci)]


def masuk(p: Pemakai, saring: str) -> bool:
    """Tell whether a filter lets a post pass."""
    match saring:
        case text.BELUM:
            return not p.sudah and not p.kosong
        case text.TANPA:
            return not (p.sudah or p.kosong or p.siap)
        case text.SUDAH:
            return p.sudah
        case text.LOWONG:
            return p.kosong and not p.sudah
        case _:
            return True
