"""At the right of the table: how the programme went on day by day, and what the chosen row needs."""

from __future__ import annotations

from itertools import dropwhile

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Cakupan
from ui.kit.cards import Card
from ui.kit.diagram_garis import DiagramGaris
from ui.kit.diagram_isi import Garis, Titik
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.scroll import scroll_of
from ui.kit.theme import Role, theme_of

from . import text
from .sumber import DOSIS, Isi

_SEBANYAK = 3
"""So many sentences are said of a row."""


class Kemajuan(Card):
    """What needs attention of the chosen row, and below it the chart."""

    def __init__(self) -> None:
        super().__init__(margin=4)
        self._diagram = DiagramGaris(text.GARIS, kosong=text.GARIS_KOSONG, arti_batas=text.KARTU_SASARAN)
        self._nama = Label("", Gaya.KECIL, lipat=True)
        self._hal = [Notice("") for _ in range(_SEBANYAK)]
        self._lagi = Label("", Gaya.KECIL)
        isi = QWidget()
        lajur = QVBoxLayout(isi)
        m = theme_of(self).px(8)
        lajur.setContentsMargins(m, m, m, m)
        for bagian in (self._nama, *self._hal, self._lagi):
            lajur.addWidget(bagian)
        lajur.addWidget(self._diagram, 1)
        self.add(scroll_of(isi, self), 1)

    def tampil(self, isi: Isi) -> None:
        """Show the progress of the whole place."""
        garis = [Garis(vaksinasi.ISIAN[satu], _titik(isi, satu)) for satu in DOSIS]
        self._diagram.set_judul(text.GARIS if isi.per_rt else text.GARIS_SEMUA)
        self._diagram.set([satu for satu in garis if satu.titik], batas=isi.total.sasaran)

    def perhatian(self, isi: Isi, c: Cakupan | None) -> None:
        """Say what the chosen row needs."""
        celah = isi.celah.get(c.kode, ()) if c else ()
        kata = "" if celah else _keadaan(isi, c)
        self._nama.setText(kata)
        set_shown(self._nama, bool(kata))
        for ke, hal in enumerate(self._hal):
            satu = celah[ke] if ke < len(celah) else None
            pola = text.SATU_PERHATIAN if isi.per_rt else text.SATU_PERHATIAN_RT
            nama = c.nama if c else ""
            hal.set(pola.format(nama=nama, rt=satu.nomor_rt, kata=satu.kata) if satu else "", Role.PERHATIAN)
        lebih = len(celah) - _SEBANYAK
        self._lagi.setText(text.DAN_LAIN.format(n=lebih) if lebih > 0 else "")
        set_shown(self._lagi, lebih > 0)


def _titik(isi: Isi, dosis: str) -> tuple[Titik, ...]:
    """Return the days of a dose, from the first on which anybody had it."""
    semua = (Titik(t.tanggal, int(getattr(t, dosis))) for t in isi.titik)
    return tuple(dropwhile(lambda satu: not satu.nilai, semua))


def _keadaan(isi: Isi, c: Cakupan | None) -> str:
    """Say how a row is that needs nothing; where there is no RT at all the table says so."""
    if c is None:
        return text.PILIH_RT if isi.rows else ""
    return (text.LENGKAP if c.rt or c.rt_tercatat else text.TANPA_RT).format(nama=c.nama)
