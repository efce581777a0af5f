"""The list of the verification: exceptions first, each with what is odd in a word; letters decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import TIDAK, YA
from sipokat_desktop.modules.laporan.periksa import Diperiksa
from sipokat_desktop.modules.laporan.text_periksa import JENIS
from ui.kit.buttons import Button, PrimaryButton, SecondaryButton
from ui.kit.days import pendek
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of
from ui.kit.tunggu import Bilah

from . import text_verifikasi as text
from .sumber import titik

_BILAH = 260
"""Px that the bar is wide, whatever the size of the text."""
_HURUF = frozenset("YTKJHFLZ")


class DaftarPeriksa(DataTable):
    """``huruf`` carries the letter that was pressed, ``keluar`` comes with Esc."""

    huruf = Signal(str)
    keluar = Signal()

    def __init__(self, *, beberapa: bool) -> None:
        self._beberapa = beberapa
        tanda, rt, hari, perlu = text.KOLOM
        kolom = [Kolom("rt", rt), Kolom("hari", hari), Kolom("perlu", perlu, 90, 1), Kolom("tanda", tanda)]
        if beberapa:
            kolom.insert(0, Kolom("kelurahan", text.KOLOM_KELURAHAN, 90, 1))
        super().__init__(kolom)

    def tampil(self, semua: Sequence[Diperiksa], sudah: Mapping[str, str]) -> None:
        """Show the reports, and what was said of each."""
        self.set_rows([self._baris(satu, sudah.get(satu.laporan.laporan_id, "")) for satu in semua])

    def _baris(self, satu: Diperiksa, putusan: str) -> Baris:
        b = satu.laporan
        perlu = ", ".join(dict.fromkeys(JENIS[t.jenis] for t in satu.temuan))
        depan = (wilayah.nama(b.lingkup),) if self._beberapa else ()
        tanda = laporan.PUTUSAN.get(putusan, "")
        warna = {YA: Role.BAIK, TIDAK: Role.SALAH}.get(putusan)
        peran = (*(None for _ in depan), None, None, None if putusan else Role.PERHATIAN, warna)
        return Baris(b.laporan_id, (*depan, b.rt, pendek(b.tanggal), perlu, tanda), peran)

    def sebelum(self) -> None:
        """Go to the row above."""
        self._go(max(0, self.currentIndex().row() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters decide, Esc goes back; the rest is a table's."""
        kata = event.text().upper()
        bebas = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if bebas and kata in _HURUF and kata:
            self.huruf.emit(kata)
        elif event.key() == Qt.Key.Key_Escape:
            self.keluar.emit()
        else:
            super().keyPressEvent(event)


class TombolPutusan(QWidget):
    """What the letters do, for the hand on the mouse; ``huruf`` carries the letter of the button pressed."""

    huruf = Signal(str)

    def __init__(self, *, kategori: bool) -> None:
        """``kategori``: whether the category can be changed here."""
        super().__init__()
        baris = QHBoxLayout(self)
        baris.setContentsMargins(0, 0, 0, 0)
        baris.setSpacing(theme_of(self).px(8))
        pilihan = [(text.SEBELUM, "H"), (text.SESUDAH, "J"), (text.MIRIP, "L"), (text.TIDAK, "T"), (text.YA, "Y")]
        if kategori:
            pilihan.insert(3, (text.KATEGORI, "K"))
        self._tombol: dict[str, Button] = {}
        for kata, huruf in pilihan:
            jenis = PrimaryButton if huruf == "Y" else SecondaryButton
            tombol = self._tombol[huruf] = jenis(kata, huruf, pasang=False, on=partial(self.huruf.emit, huruf))
            tombol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            baris.addWidget(tombol)
            if huruf == "L":
                baris.addStretch(1)
        self.atur(laporan=False, mirip=False)

    def atur(self, *, laporan: bool, mirip: bool) -> None:
        """Say whether a report is shown to decide on, and whether it resembles more than one other."""
        for huruf, tombol in self._tombol.items():
            if huruf in "KTY":
                tombol.setEnabled(laporan)
        set_shown(self._tombol["L"], mirip)


class Kemajuan(QWidget):
    """How many of all are done: in words, as a bar, and what is left."""

    def __init__(self) -> None:
        super().__init__()
        self._kata, self._bilah, self._sisa = Label("", Gaya.TEBAL), Bilah(), Label("", Gaya.KECIL)
        self._bilah.setFixedWidth(_BILAH)
        baris = QHBoxLayout(self)
        baris.setContentsMargins(0, 0, 0, 0)
        baris.setSpacing(theme_of(self).px(14))
        for bagian in (self._kata, self._bilah, self._sisa):
            baris.addWidget(bagian)
        baris.addStretch(1)
        self.set(0, 0, 0, 0)

    def set(self, i: int, n: int, perlu: int, bersih: int) -> None:
        """Say that ``i`` of ``n`` are done; of those in the list ``perlu`` have something odd and ``bersih`` nothing,
        the others follow."""
        self._kata.setText(text.KEMAJUAN_KATA.format(i=titik(i), n=titik(n)) if n else "")
        self._bilah.set(i / n if n else 0)
        set_shown(self._bilah, bool(n))
        lagi = n - i - perlu - bersih
        kata = text.SISA.format(perlu=perlu, bersih=bersih) if perlu + bersih else ""
        self._sisa.setText(kata + (text.SISA_LAGI.format(n=titik(lagi)) if lagi else ""))
