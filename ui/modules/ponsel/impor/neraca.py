"""The balance after the import: the counts, which rows were not saved and why, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.ponsel.impor import BarisRencana, Nasib, Neraca, Rencana
from ui.kit.alur import Hasil
from ui.kit.beside import page_column
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.kartu_angka import KartuDiam
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import text
from .panel import PERAN
from .pratinjau import keterangan

_TERBANYAK = 500


class NeracaView(Hasil[Neraca, Rencana]):
    """Shows what was saved; ``dibatalkan`` asks for the import to be taken back."""

    dibatalkan = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kalimat = Notice("", Role.BAIK)
        self._kartu = [KartuDiam(judul) for judul in text.KARTU]
        self._tabel = DataTable(
            (
                Kolom("baris", text.KOLOM[0], rata=Rata.KANAN), Kolom("nasib", text.KOLOM[1]),
                Kolom("barang", text.KOLOM[2], 180, 2), Kolom("sebab", text.KOLOM[4], 200, 4),
            )
        )  # fmt: skip
        self._tabel.set_empty(EmptyState(text.SEMUA_DISIMPAN))
        angka, bawah = QHBoxLayout(), QHBoxLayout()
        angka.setSpacing(theme_of(self).px(10))
        for satu in self._kartu:
            angka.addWidget(satu, 1)
        bawah.addWidget(Label(text.TIDAK_DISIMPAN, Gaya.TEBAL))
        bawah.addStretch(1)
        bawah.addWidget(SecondaryButton(text.BATALKAN, "Alt+B", on=self.dibatalkan.emit))
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        tata = page_column(self)
        tata.addWidget(self._kalimat)
        tata.addLayout(angka)
        tata.addLayout(bawah)
        tata.addWidget(kartu, 1)
        self.setFocusProxy(self._tabel)

    def tampilkan(self, neraca: Neraca, rencana: Rencana) -> None:
        """Show the balance of an import."""
        self._kalimat.set(neraca.kalimat, Role.BAIK)
        angka = (neraca.dibaca, neraca.baru, neraca.diubah, neraca.sama, neraca.ditolak, neraca.serah)
        for kartu, n in zip(self._kartu, angka, strict=True):
            kartu.set(rupiah.titik(n))
        lewat = [b for b in rencana.baris if b.nasib in (Nasib.DILEWATI, Nasib.DITOLAK)]
        self._tabel.set_rows([_baris(ke, b) for ke, b in enumerate(lewat[:_TERBANYAK])])


def _baris(ke: int, b: BarisRencana) -> Baris:
    sel = (str(b.letak.baris), text.NASIB[b.nasib.value], b.sebutan, keterangan(b))
    return Baris(str(ke), sel, (None, PERAN[b.nasib]))
