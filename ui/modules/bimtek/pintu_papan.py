"""What stands on the open door: head, line, answer or choice, buttons, figures, the last scans. It knows no rules."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton
from ui.kit.cards import Card
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.theme import Role, theme_of

from . import text_pintu as text
from .pintu_angka import KartuHadir
from .pintu_daftar import BarisBaris
from .pintu_isian import IsianPintu
from .pintu_jawaban import Jawaban
from .pintu_tombol import PapanSentuh, TombolPintu


class PalangTutup(QFrame):
    """The question whether to close; scans go on below it."""

    def __init__(self) -> None:
        super().__init__()
        self._kata = Notice(text.TUTUP_TANYA, Role.PERHATIAN)
        self.ya = TombolPintu(text.TUTUP_YA, "F12", tinggi=44)
        self.tidak = TombolPintu(text.TUTUP_TIDAK, "Esc", tinggi=44)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._kata, 1)
        line.addWidget(self.tidak)
        line.addWidget(self.ya)

    def katakan(self, kata: str) -> None:
        """Ask in other words."""
        self._kata.set(kata, Role.PERHATIAN)


class MejaPintu(QWidget):
    """The parts and their places; :class:`~.pintu.JendelaPintu` connects them."""

    def __init__(self, isian: IsianPintu) -> None:
        super().__init__()
        self.isian = isian
        self.judul, self.sub = Label("", Gaya.JUDUL, potong=True), Label("", potong=True, role=Role.REDUP)
        self.label = Label(text.LABEL, Gaya.TEBAL)
        self.jawaban = Jawaban()
        self.pilih_judul = Label("", Gaya.SUBJUDUL, lipat=True)
        self.pilih = BarisBaris(tinggi=58, ukuran=18)
        self.hadir = KartuHadir()
        self.daftar = BarisBaris(tinggi=38, kosong=text.TERAKHIR_KOSONG, banyak=10)
        self.simpan = Notice("", Role.BAIK)
        self.tak_aktif = PrimaryButton(text.TAK_AKTIF)
        self.tak_aktif.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.palang = PalangTutup()
        self.papan = PapanSentuh()
        self.izin, self.sakit = TombolPintu(text.IZIN, "F2"), TombolPintu(text.SAKIT, "F3")
        self.alpa, self.wakil = TombolPintu(text.ALPA, "F4"), TombolPintu(text.WAKIL, "F6")
        self.tetap, self.batal = TombolPintu(text.AKSI_TETAP, "F9"), TombolPintu(text.BATALKAN, "Ctrl+Z")
        self.suara, self.tombol_papan = (
            TombolPintu(text.SUARA, "F7", tinggi=40),
            TombolPintu(text.PAPAN, "F8", tinggi=40),
        )
        self.tutup = TombolPintu(text.TUTUP_PINTU, "Esc", tinggi=40)
        self._tata()

    def _tata(self) -> None:
        theme = theme_of(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(18), theme.px(10), theme.px(18), theme.px(12))
        box.setSpacing(theme.px(8))
        box.addLayout(self._kepala())
        for satu in (self.tak_aktif, self.palang):
            box.addWidget(satu)
            set_shown(satu, False)
        badan = QHBoxLayout()
        badan.setSpacing(theme.px(16))
        badan.addLayout(self._kiri(), 1)
        badan.addWidget(self._kanan())
        box.addLayout(badan, 1)
        set_shown(self.papan, False)

    def _kepala(self) -> QHBoxLayout:
        kata = QVBoxLayout()
        kata.setSpacing(0)
        kata.addWidget(self.judul)
        kata.addWidget(self.sub)
        line = QHBoxLayout()
        line.addLayout(kata, 1)
        for satu in (self.suara, self.tombol_papan, self.tutup):
            line.addWidget(satu)
        return line

    def _kiri(self) -> QVBoxLayout:
        theme = theme_of(self)
        self._tumpuk = QStackedLayout()
        self._tumpuk.addWidget(self.jawaban)
        pilih = Card(margin=12, spacing=6)
        pilih.add(self.pilih_judul)
        pilih.add(self.pilih, 1)
        pilih.add(Label(text.PETUNJUK_PILIH, Gaya.KECIL))
        self._tumpuk.addWidget(pilih)
        tombol = QHBoxLayout()
        tombol.setSpacing(theme.px(8))
        for satu in (self.izin, self.sakit, self.alpa, self.wakil):
            tombol.addWidget(satu)
        tombol.addStretch(1)
        tombol.addWidget(self.tetap)
        tombol.addWidget(self.batal)
        box = QVBoxLayout()
        box.setSpacing(theme.px(8))
        box.addWidget(self.label)
        box.addWidget(self.isian)
        box.addLayout(self._tumpuk, 1)
        box.addLayout(tombol)
        box.addWidget(self.papan)
        return box

    def _kanan(self) -> QWidget:
        theme = theme_of(self)
        kanan = QWidget()
        kanan.setFixedWidth(round(350 * (1 + 0.6 * (theme.skala - 1))))
        box = QVBoxLayout(kanan)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(10))
        box.addWidget(self.hadir)
        akhir = Card(margin=10, spacing=4)
        akhir.add(Label(text.TERAKHIR, Gaya.TEBAL))
        akhir.add(self.daftar, 1)
        akhir.add(Label(text.PETUNJUK_DAFTAR, Gaya.KECIL))
        box.addWidget(akhir, 1)
        box.addWidget(self.simpan)
        return kanan

    def tampilkan_pilihan(self, tampak: bool) -> None:
        """Show the choice in the place of the answer, or the answer again."""
        self._tumpuk.setCurrentIndex(int(tampak))

    @property
    def memilih(self) -> bool:
        """Tell whether the choice is shown."""
        return self._tumpuk.currentIndex() == 1
