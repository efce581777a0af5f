"""The foot of an opened list: how many, what was received and what is still to come, the sum in figures and words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.terbilang import terbilang
from ui.kit.labels import Gaya, Label
from ui.kit.theme import theme_of

from . import text
from .isi import Isi


class Kaki(QWidget):
    """Two lines below the table."""

    def __init__(self) -> None:
        super().__init__()
        self._jumlah = Label("", Gaya.TEBAL)
        self._uang = Label("", Gaya.KECIL, potong=True)
        self._total = Label("", Gaya.SUBJUDUL)
        self._kata = Label("", Gaya.KECIL, lipat=True)
        theme = theme_of(self)
        atas = QHBoxLayout()
        atas.setSpacing(theme.px(16))
        atas.addWidget(self._jumlah)
        atas.addWidget(self._uang, 1)
        atas.addWidget(Label(text.JUMLAH_DITERIMA))
        atas.addWidget(self._total)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(4))
        tata.addLayout(atas)
        tata.addWidget(self._kata)

    def tampil(self, isi: Isi) -> None:
        """Show the sums of a list."""
        d = isi.daftar
        rt = len({b.jabatan_id for b in isi.baris})
        revisi = text.REVISI.format(n=d.revisi) if d.revisi else ""
        self._jumlah.setText(text.JUMLAH.format(rt=rt, penerima=len(isi.baris), nomor=d.nomor) + revisi)
        ditunda = sum(b.sisa for b in isi.belum if b.ditunda)
        kata = text.SUDAH_BELUM.format(dibayar=rupiah.uang(d.dibayar), belum=rupiah.uang(d.sisa - ditunda))
        lebih = d.dibayar + d.sisa - d.diterima
        kata += text.TERCATAT_LEBIH_KAKI.format(lebih=rupiah.uang(lebih)) if lebih > 0 else ""
        kata += text.DITUNDA_KAKI.format(ditunda=rupiah.uang(ditunda)) if ditunda else ""
        self._uang.setText(kata if isi.terkunci else "")
        self._total.setText(rupiah.uang(d.diterima))
        self._kata.setText(terbilang(d.diterima).capitalize())
