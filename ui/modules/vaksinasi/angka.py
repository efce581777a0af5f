"""The figures above the table: how many people there are, and how far each dose is, each with its whole."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Cakupan
from ui.kit.cards import Card
from ui.kit.labels import Gaya, Label
from ui.kit.theme import theme_of

from . import text
from .kata import persen
from .sumber import DOSIS


class Angka(QWidget):
    """One card for the people who are to be vaccinated, one for each dose."""

    def __init__(self) -> None:
        super().__init__()
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        self._isi: dict[str, tuple[Label, Label]] = {}
        for kunci, judul in (("sasaran", text.KARTU_SASARAN), *((d, vaksinasi.ISIAN[d]) for d in DOSIS)):
            kartu = Card(margin=8, spacing=0)
            angka, catatan = Label("", Gaya.ANGKA), Label("", Gaya.KECIL, potong=True)
            samping, baris = QVBoxLayout(), QHBoxLayout()
            samping.setSpacing(0)
            for bagian in (Label(judul, Gaya.TEBAL), catatan):
                samping.addWidget(bagian)
            baris.setSpacing(theme_of(self).px(10))
            baris.addWidget(angka)
            baris.addLayout(samping, 1)
            kartu.add_layout(baris)
            self._isi[kunci] = angka, catatan
            tata.addWidget(kartu, 1)

    def tampil(self, c: Cakupan) -> None:
        """Show the figures of a place; no percent of nobody."""
        angka, catatan = self._isi["sasaran"]
        angka.setText(rupiah.titik(c.sasaran))
        catatan.setText(text.SASARAN_CATATAN.format(n=c.rt_tercatat, semua=c.rt))
        for kunci in DOSIS:
            angka, catatan = self._isi[kunci]
            bagian, n = persen(c, kunci), rupiah.titik(int(getattr(c, kunci)))
            angka.setText(bagian or text.TANPA)
            kata = text.KARTU_CATATAN.format(n=n, semua=rupiah.titik(c.sasaran))
            catatan.setText(kata if bagian else text.KARTU_BELUM)
