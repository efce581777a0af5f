"""The balance after the import: the counts, the lists made, which rows were not recorded and why."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.insentif.saldo_awal import BarisRencana, Nasib, Neraca, Rencana
from ui.kit.alur import Hasil
from ui.kit.beside import page_column
from ui.kit.cards import Card, EmptyState
from ui.kit.kartu_angka import KartuDiam
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import text
from .panel import PERAN

_TERBANYAK = 500


class NeracaView(Hasil[Neraca, Rencana]):
    """Shows what was recorded."""

    def __init__(self) -> None:
        super().__init__()
        self._kalimat = Notice("", Role.BAIK)
        self._lanjut = Label("", lipat=True)
        self._kartu = [KartuDiam(judul) for judul in text.KARTU]
        self._tabel = DataTable(
            (
                Kolom("baris", text.KOLOM_BARIS[0], rata=Rata.KANAN), Kolom("nasib", text.KOLOM_BARIS[1]),
                Kolom("siapa", text.KOLOM_BARIS[2], 180, 2), Kolom("sebab", text.KOLOM_BARIS[4], 200, 4),
            )
        )  # fmt: skip
        self._tabel.set_empty(EmptyState(text.SEMUA_DICATAT))
        angka = QHBoxLayout()
        angka.setSpacing(theme_of(self).px(10))
        for satu in self._kartu:
            angka.addWidget(satu, 1)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        tata = page_column(self)
        tata.addWidget(self._kalimat)
        tata.addLayout(angka)
        tata.addWidget(self._lanjut)
        tata.addWidget(Label(text.TIDAK_DICATAT, Gaya.TEBAL))
        tata.addWidget(kartu, 1)
        self.setFocusProxy(self._tabel)

    def tampilkan(self, neraca: Neraca, rencana: Rencana) -> None:
        """Show the balance of an import."""
        self._kalimat.set(neraca.kalimat, Role.BAIK)
        angka = (neraca.dibaca, neraca.dicatat, neraca.sama, neraca.dilewati)
        for kartu, n in zip(self._kartu, (*map(rupiah.titik, angka), rupiah.uang(neraca.rupiah)), strict=True):
            kartu.set(n)
        lanjut = [text.MASA_BARU.format(n=neraca.masa_baru)] if neraca.masa_baru else []
        lanjut += [text.DAFTAR.format(nomor=", ".join(neraca.daftar))] if neraca.daftar else []
        self._lanjut.setText(" ".join(lanjut))
        set_shown(self._lanjut, bool(lanjut))
        lewat = [b for b in rencana.baris if b.nasib in (Nasib.DILEWATI, Nasib.MASALAH)]
        self._tabel.set_rows([_baris(ke, b) for ke, b in enumerate(lewat[:_TERBANYAK])])


def _baris(ke: int, b: BarisRencana) -> Baris:
    sebab = b.alasan or " ".join(dict.fromkeys(t.pesan for t in b.tanda))
    return Baris(str(ke), (str(b.letak.baris), text.NASIB[b.nasib.value], b.sebutan, sebab), (None, PERAN[b.nasib]))
