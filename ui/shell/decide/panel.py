"""The right side of Perlu keputusan: rule, answers side by side, details, history, and the buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.storage import answers_text
from sipokat_desktop.storage.answers import Isi, Pilihan
from ui.kit.buttons import Aksi, Button, PrimaryButton, SecondaryButton
from ui.kit.cards import Card
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.scroll import scroll_of
from ui.kit.theme import Role, theme_of

from . import text

SATU_KOLOM = 520
"""Below this width (px at scale 1.0) the answers stand under one another."""


class AnswerCard(Card):
    """One answer with its number; ``dipilih`` when its button is pressed."""

    dipilih = Signal(int)

    def __init__(self, ke: int, pilihan: Pilihan, *, terpilih: bool) -> None:
        super().__init__(spacing=6)
        self.add(Label(pilihan.judul, Gaya.TEBAL, role=Role.BAIK if pilihan.dipakai else None, lipat=True))
        if pilihan.sub:
            self.add(Label(pilihan.sub, Gaya.KECIL, lipat=True))
        self.add(Label(pilihan.nilai, Gaya.TEBAL if pilihan.sub else Gaya.ISI, lipat=True))
        self.add_stretch()
        kind = PrimaryButton if terpilih else SecondaryButton
        self.tombol: Button = kind(pilihan.tombol, str(ke), on=lambda: self.dipilih.emit(ke), pasang=False)
        self.tombol.setAccessibleName(f"{pilihan.tombol}: {pilihan.judul}, {pilihan.nilai}")
        self.add(self.tombol)


class DecidePanel(QWidget):
    """Shows one decision; ``dipilih`` carries the number of an answer, ``disimpan`` comes with the main button."""

    dipilih = Signal(int)
    disimpan = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of(self)
        self._dalam = QWidget()
        self._scroll = scroll_of(self._dalam, self)
        self._kaki = QHBoxLayout()
        self._kaki.setSpacing(theme.px(10))
        self.simpan = PrimaryButton(text.SIMPAN, "Enter", on=self.disimpan.emit, pasang=False, parent=self)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(theme.px(6), 0, 0, 0)
        tata.setSpacing(theme.px(10))
        tata.addWidget(self._scroll, 1)
        tata.addLayout(self._kaki)
        self._tombol: list[QWidget] = []
        self.kosong()

    def kosong(self) -> None:
        """Say that nothing is chosen."""
        self._fresh()
        self._kolom.addWidget(Label(text.PILIH, Gaya.SUBJUDUL, lipat=True))
        self._kolom.addWidget(Label(text.PILIH_ISI, role=Role.REDUP, lipat=True))
        self._kolom.addStretch(1)
        self._foot([], None)

    def show_isi(
        self, isi: Isi, pilih: int, aksi: Sequence[Aksi], jalan: Sequence[tuple[Aksi, str]], kata: tuple[str, str]
    ) -> None:
        """Show a decision with answer number ``pilih`` taken (0: none yet), the ways out with their meaning, a
        calm note and what to press (``kata``), and further buttons below."""
        self._fresh()
        self._kolom.addWidget(Label(isi.judul, Gaya.SUBJUDUL, lipat=True))
        for kalimat in isi.kalimat:
            self._kolom.addWidget(Label(kalimat, lipat=True))
        self._rinci(answers_text.MAU_DITULIS if len(isi.pilihan) == 1 else "", isi.rinci)
        self._answers(isi, pilih)
        catatan, petunjuk = kata
        if catatan:
            self._kolom.addWidget(Notice(catatan, Role.AKSEN))
        if petunjuk:
            self._kolom.addWidget(Label(petunjuk, Gaya.KECIL, lipat=True))
        for satu, arti in jalan:
            self._way(satu, arti, siap=bool(pilih) or not isi.pilihan)
        self._rinci(answers_text.RIWAYAT, isi.riwayat)
        self._kolom.addStretch(1)
        langsung = any(satu.kerja for satu in isi.pilihan)
        self._foot(aksi, bool(pilih) if langsung else None)

    def show_lines(self, judul: str, kalimat: Sequence[str], baris: Sequence[str], aksi: Sequence[Aksi]) -> None:
        """Show plain lines, for what needs no answer."""
        self._fresh()
        self._kolom.addWidget(Label(judul, Gaya.SUBJUDUL, lipat=True))
        for satu in kalimat:
            self._kolom.addWidget(Label(satu, Gaya.KECIL, lipat=True))
        self._rinci("", baris)
        self._kolom.addStretch(1)
        self._foot(aksi, None)

    def _answers(self, isi: Isi, pilih: int) -> None:
        theme = theme_of(self)
        sempit = self.width() < theme.px(SATU_KOLOM) or len(isi.pilihan) > 2
        baris: QHBoxLayout | QVBoxLayout = QVBoxLayout() if sempit else QHBoxLayout()
        baris.setSpacing(theme.px(10))
        for ke, satu in enumerate(isi.pilihan, 1):
            kartu = AnswerCard(ke, satu, terpilih=ke == pilih)
            kartu.dipilih.connect(self.dipilih)
            baris.addWidget(kartu, 1)
        self._kolom.addLayout(baris)

    def _way(self, aksi: Aksi, arti: str, *, siap: bool) -> None:
        tombol = _shown(aksi)
        tombol.setEnabled(siap)
        tombol.setFixedWidth(theme_of(self).px(250))
        baris = QHBoxLayout()
        baris.setSpacing(theme_of(self).px(12))
        baris.addWidget(tombol)
        baris.addWidget(Label(arti, Gaya.KECIL, lipat=True), 1)
        self._kolom.addLayout(baris)

    def _rinci(self, judul: str, baris: Sequence[str]) -> None:
        if not baris:
            return
        kartu = Card(spacing=4)
        if judul:
            kartu.add(Label(judul, Gaya.TEBAL))
        for satu in baris:
            kartu.add(Label(satu, Gaya.KECIL, lipat=True))
        self._kolom.addWidget(kartu)

    def _fresh(self) -> None:
        lama = self._scroll.takeWidget()
        if lama is not None:
            lama.hide()
            lama.deleteLater()
        self._dalam = QWidget()
        self._kolom = QVBoxLayout(self._dalam)
        self._kolom.setContentsMargins(0, 0, theme_of(self).px(8), 0)
        self._kolom.setSpacing(theme_of(self).px(10))
        self._scroll.setWidget(self._dalam)
        self._dalam.setAutoFillBackground(False)

    def _foot(self, aksi: Sequence[Aksi], siap: bool | None) -> None:
        """Put the buttons below: the further ones left, the main one right (None: there is none)."""
        while (butir := self._kaki.takeAt(0)) is not None:
            widget = butir.widget()
            if widget is not None and widget is not self.simpan:
                widget.hide()
                widget.deleteLater()
        for satu in aksi:
            self._kaki.addWidget(_shown(satu))
        self._kaki.addStretch(1)
        self._kaki.addWidget(self.simpan)
        self.simpan.setVisible(siap is not None)
        self.simpan.setEnabled(bool(siap))


def _shown(aksi: Aksi) -> Button:
    """Return a button whose key is only shown: the list listens to it."""
    return SecondaryButton(aksi.teks, aksi.shortcut, on=aksi.lakukan, pasang=False)
