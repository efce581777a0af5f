"""Above the participants: the search, the session they are marked for, the kelurahan, a chip per state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.filter import FilterField
from ui.kit.labels import set_shown
from ui.kit.theme import theme_of

from . import text, text_surat

SEMUA_SESI = "*"
"""All sessions: no session is called so."""
_LEBAR_SESI, _LEBAR_KELURAHAN = 270, 190


class Tanya(NamedTuple):
    """What the table is asked: the typed line, the chip, a kelurahan ("" for all), the order."""

    cari: str = ""
    saring: str = text.SEMUA
    kelurahan: str = ""
    urut: str = ""
    turun: bool = False


class Saringan(QWidget):
    """``diubah`` comes with every other question, ``sesi`` with another session, ``kolom`` asks for the columns."""

    diubah = Signal()
    sesi = Signal()
    kolom = Signal()

    def __init__(self, kelurahan: Sequence[str]) -> None:
        super().__init__()
        self.cari = FilterField(text.CARI)
        self._sesi = ChoiceField((), text.TANPA_SESI)
        self._kelurahan = ChoiceField([("", text.SEMUA_KELURAHAN), *((k, wilayah.nama(k)) for k in kelurahan)])
        self._chips = ChipRow(text.CHIP)
        self._build(beberapa=len(kelurahan) > 1)
        self.cari.berubah.connect(lambda _teks: self.diubah.emit())
        self._chips.dipilih.connect(lambda _kunci: self.diubah.emit())
        self._kelurahan.diubah.connect(self.diubah)
        self._sesi.diubah.connect(self.sesi)

    def _build(self, *, beberapa: bool) -> None:
        theme = theme_of(self)
        for kunci, arti in text.CHIP_ARTI.items():
            self._chips.jelaskan(kunci, arti)
        for pilihan, nama, lebar in (
            (self._sesi, text.PILIH_SESI, _LEBAR_SESI), (self._kelurahan, text.PILIH_KELURAHAN, _LEBAR_KELURAHAN),
        ):  # fmt: skip
            pilihan.setAccessibleName(nama)
            pilihan.setFixedWidth(theme.px(lebar))
        self._kelurahan.isi("")
        set_shown(self._kelurahan, beberapa)
        atas = QHBoxLayout()
        atas.addWidget(self._sesi)
        atas.addWidget(self.cari, 1)
        atas.addWidget(self._kelurahan)
        atas.addWidget(SecondaryButton(text.PILIH_KOLOM, on=self.kolom.emit))
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(7))
        tata.addLayout(atas)
        tata.addWidget(self._chips)

    def tanya(self, urut: str, *, turun: bool) -> Tanya:
        """Return the question as it stands, with an order of the rows."""
        return Tanya(self.cari.text(), self._chips.kunci, self.kelurahan, urut, turun)

    @property
    def kelurahan(self) -> str:
        """The kelurahan that is looked at, "" for all."""
        return self._kelurahan.nilai()

    def kata(self) -> list[str]:
        """Return in words what narrows the table."""
        saring = text_surat.EXCEL_SARING.format(saring=dict(text.CHIP)[self._chips.kunci].lower())
        cari = self.cari.text().strip()
        return [
            *((saring,) if self._chips.kunci != text.SEMUA else ()),
            *((text_surat.EXCEL_CARI.format(cari=cari),) if cari else ()),
        ]

    @property
    def sesi_id(self) -> str:
        """The chosen session, "" for all of them, and while there is none."""
        return self._sesi.nilai().removeprefix(SEMUA_SESI)

    def tawarkan_sesi(self, sesi: Sequence[tuple[str, str]], awal: str) -> None:
        """Offer these sessions; the chosen one stays where it is among them, else ``awal`` is."""
        self._sesi.ganti_pilihan(sesi)
        if not self._sesi.nilai():
            self._sesi.isi(awal)
        set_shown(self._sesi, len(sesi) > 1)

    def pilih_sesi(self, sesi_id: str) -> None:
        """Choose a session, without a signal."""
        self._sesi.isi(sesi_id)

    def set_jumlah(self, jumlah: Mapping[str, int]) -> None:
        """Say how many participants every chip shows."""
        self._chips.set_jumlah(jumlah)

    def pilih(self, kunci: str) -> None:
        """Choose a chip and leave the rest."""
        self._chips.pilih(kunci)
        self.diubah.emit()

    def kosongkan(self, kelurahan: str = "") -> None:
        """Show everybody (of a kelurahan), without a signal."""
        self._chips.pilih(text.SEMUA)
        self._kelurahan.isi(kelurahan)
        self.cari.blockSignals(True)
        self.cari.clear()
        self.cari.blockSignals(False)
