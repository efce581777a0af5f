"""Above the register: the search, the kelurahan, the chips, and the one post that may be looked at alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.filter import FilterField
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.theme import theme_of

from . import text
from .sumber import SARINGAN, SEMUA, Tanya

_LEBAR_KELURAHAN = 200


class Penyaring(QWidget):
    """``diubah`` comes with every other question; ``tempat`` when another kelurahan is looked at; ``kolom`` asks for
    the choice of the columns."""

    diubah = Signal()
    tempat = Signal()
    kolom = Signal()

    def __init__(self, kelurahan: Sequence[str]) -> None:
        super().__init__()
        self.cari = FilterField(text.SARING)
        self._kelurahan = ChoiceField([("", text.SEMUA_KELURAHAN), *((k, wilayah.nama(k)) for k in kelurahan)])
        self._chips = ChipRow(((SEMUA, text.SEMUA), *SARINGAN))
        self._hanya = Label("", Gaya.TEBAL)
        self._lepas = SecondaryButton(text.RT_SEMUA, on=self._all_posts)
        self.jabatan = self.nomor_rt = ""
        self._build(beberapa=len(kelurahan) > 1)
        self.cari.berubah.connect(lambda _teks: self.diubah.emit())
        self._chips.dipilih.connect(lambda _kunci: self.diubah.emit())
        self._kelurahan.diubah.connect(self.tempat)

    def _build(self, *, beberapa: bool) -> None:
        theme = theme_of(self)
        self._kelurahan.setAccessibleName(text.PILIH_KELURAHAN)
        self._kelurahan.setFixedWidth(theme.px(_LEBAR_KELURAHAN))
        self._kelurahan.isi("")
        set_shown(self._kelurahan, beberapa)
        atas, hanya = QHBoxLayout(), QHBoxLayout()
        atas.addWidget(self.cari, 1)
        for bagian in (self._kelurahan, Label(text.PETUNJUK, Gaya.KECIL)):
            atas.addWidget(bagian)
        atas.addWidget(SecondaryButton(text.KOLOM, on=self.kolom.emit))
        hanya.addWidget(self._hanya)
        hanya.addWidget(self._lepas)
        hanya.addStretch(1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(10))
        tata.addLayout(atas)
        tata.addWidget(self._chips)
        tata.addLayout(hanya)
        self.rt("", "")

    def tanya(self, urut: str, *, turun: bool) -> Tanya:
        """Return the question as it stands, with an order of the rows."""
        return Tanya(self.cari.text(), self._chips.kunci, self.kelurahan, self.jabatan, urut, turun)

    @property
    def kelurahan(self) -> str:
        """The kelurahan that is looked at, "" for all."""
        return self._kelurahan.nilai()

    @property
    def kata_saringan(self) -> str:
        """The words of the chosen chip, "" when it shows everything."""
        return dict(SARINGAN).get(self._chips.kunci, "")

    def set_jumlah(self, jumlah: Mapping[str, int]) -> None:
        """Say how many units every chip shows."""
        self._chips.set_jumlah(jumlah)

    def kosongkan(self) -> None:
        """Show everything, without a signal."""
        self._chips.pilih(SEMUA)
        self._kelurahan.isi("")
        self.rt("", "")
        self.cari.blockSignals(True)
        self.cari.clear()
        self.cari.blockSignals(False)

    def rt(self, jabatan_id: str, nomor: str) -> None:
        """Look at what one post holds, or at all of them ("")."""
        self.jabatan, self.nomor_rt = jabatan_id, nomor
        self._hanya.setText(text.RT_SAJA.format(rt=nomor))
        for bagian in (self._hanya, self._lepas):
            set_shown(bagian, bool(jabatan_id))

    def _all_posts(self) -> None:
        self.rt("", "")
        self.diubah.emit()
