"""The line at the top of an opened purchase: to whom, in which way, at which event, on which day; or the size."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from ui.kit.buttons import SecondaryButton
from ui.kit.choice import ChoiceField
from ui.kit.fields import TextField
from ui.kit.filter import Box, FilterField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.pena import ingat
from ui.kit.theme import theme_of

from . import text_serah as text
from . import text_ukuran
from .isi import SIMBOLIS
from .kalimat import Kata
from .struk import Struk

SERAH, UKURAN = "serah", "ukuran"
KECAMATAN, KANTOR = "kecamatan", "kantor"
SETELAN = "seragam.cara."


class Catatan(NamedTuple):
    """How a hand-over is recorded: in which way, at which event ("" for none), on which day."""

    cara: str
    acara: str
    hari: date


class IsianUkuran(FilterField):
    """Takes a size; arrows and Enter go to the table as from the search, but nothing is looked for."""

    def __init__(self, contoh: str) -> None:
        super().__init__(contoh)
        self._kiri = 10
        self.retheme(self._theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field without the magnifier."""
        Box.paintEvent(self, event)


class IsianSiapa(FilterField):
    """Takes to whom; Delete with nothing left to delete belongs to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Delete to the page where it would delete nothing."""
        habis = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        if event.key() == Qt.Key.Key_Delete and habis:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Loket(QWidget):
    """``diubah`` comes when way, event or day changed, ``kecuali`` asks for everybody but some, ``usai`` ends the
    entering of sizes; ``cari`` takes to whom, ``ukuran`` the size."""

    diubah = Signal()
    kecuali = Signal()
    usai = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._kunci = ""
        self.cari = IsianSiapa(text.CONTOH_KELURAHAN if len(host.wilayah) > 1 else text.CONTOH)
        self.ukuran = IsianUkuran(text_ukuran.CONTOH)
        self.struk = Struk()
        urut = (KECAMATAN, SIMBOLIS, KANTOR) if host.beberapa else (KANTOR, KECAMATAN, SIMBOLIS)
        self._cara = ChoiceField([(kunci, text.CARA_PILIHAN[kunci]) for kunci in urut])
        self._cara.isi(urut[0])
        self._bawaan = urut[0]
        self._acara = TextField(text.ACARA_CONTOH)
        self._tanggal = TextField(text.TANGGAL_CONTOH)
        self._kecuali = SecondaryButton(text.SEMUA_KECUALI, "Ctrl+T", on=self.kecuali.emit)
        self._usai = SecondaryButton(text_ukuran.SELESAI_MENGISI, "Esc", pasang=False, on=self.usai.emit)
        self._serah: list[QWidget] = []
        self._mengukur: list[QWidget] = []
        self._build()
        self._connect()
        self.set_mode(SERAH)

    def _build(self) -> None:
        theme = theme_of(self)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(2))
        self._label_acara = Label(text.ACARA, Gaya.TEBAL)
        isian: tuple[tuple[int, Label, QWidget, int, list[QWidget]], ...] = (
            (0, Label(text.LABEL, Gaya.TEBAL), self.cari, 5, self._serah),
            (0, Label(text_ukuran.LABEL, Gaya.TEBAL), self.ukuran, 5, self._mengukur),
            (1, Label(text.CARA, Gaya.TEBAL), self._cara, 3, self._serah),
            (2, self._label_acara, self._acara, 2, []),
            (3, Label(text.TANGGAL, Gaya.TEBAL), self._tanggal, 0, self._serah),
        )
        for kolom, label, field, lebar, mode in isian:
            grid.addWidget(label, 0, kolom)
            grid.addWidget(field, 1, kolom)
            grid.setColumnStretch(kolom, lebar)
            field.setAccessibleName(label.text())
            mode += [label, field]
        self._tanggal.setFixedWidth(theme.px(118))
        grid.addWidget(self._kecuali, 1, 4)
        grid.addWidget(self._usai, 1, 4)
        self._serah.append(self._kecuali)
        self._mengukur.append(self._usai)
        grid.addWidget(self.struk, 2, 0, 1, 5)
        grid.setRowMinimumHeight(2, theme.px(58))
        self.setFocusProxy(self.cari)

    def _connect(self) -> None:
        for field in (self._cara, self._acara, self._tanggal):
            field.diubah.connect(self._berubah)
            field.enter.connect(self._ke_cari)
        self._acara.ditinggal.connect(self._ingat)

    def _ke_cari(self) -> None:
        """Go back to whom; what is still typed there is replaced by typing."""
        self.cari.setFocus()
        self.cari.selectAll()

    # the two ways to use it

    @property
    def mode(self) -> str:
        """`SERAH` or `UKURAN`."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Show the fields of one way."""
        self._mode = mode
        for bagian in self._serah:
            set_shown(bagian, mode == SERAH)
        for bagian in self._mengukur:
            set_shown(bagian, mode == UKURAN)
        for kolom, lebar in ((1, 3), (3, 0)):
            self._grid.setColumnStretch(kolom, lebar if mode == SERAH else 0)
        self.setFocusProxy(self.field)
        self._tampakkan_acara()

    @property
    def field(self) -> FilterField:
        """The field that is typed into."""
        return self.ukuran if self._mode == UKURAN else self.cari

    def katakan(self, kata: Kata) -> None:
        """Say something in the band."""
        self.struk.set(*kata)

    def boleh_semua(self, boleh: bool) -> None:
        """Take the button for everybody out of use where nobody can receive."""
        self._kecuali.setEnabled(boleh)

    # way, event, day

    def buka(self, pengadaan_id: str) -> None:
        """Begin with a purchase: way and event as they were used last today, the day is today."""
        self._kunci = SETELAN + pengadaan_id
        dulu = json.loads(self._host.store.setting(self._kunci) or "{}")
        hari_ini = self._host.today.isoformat()
        self._cara.isi(dulu.get("cara", self._bawaan) if dulu.get("pada") == hari_ini else self._bawaan)
        self._acara.isi(dulu.get("acara", ""))
        self._tanggal.isi(tanggal.pendek(self._host.today))
        for field in (self._acara, self._tanggal):
            field.set_salah(False)
        self._tampakkan_acara()

    @property
    def cara(self) -> str:
        """The way chosen."""
        return self._cara.nilai() or self._bawaan

    def catatan(self) -> Catatan:
        """Return how to record. Raises InputSalah, with the field in red and the keyboard there."""
        acara = self._acara.nilai() if self.cara == SIMBOLIS else ""
        if self.cara == SIMBOLIS and not acara:
            self._tolak(self._acara)
            raise InputSalah("acara", text.ACARA_KOSONG)
        try:
            hari = tanggal.baca(self._tanggal.nilai(), "tanggal")
            if hari > self._host.today:
                raise InputSalah("tanggal", text.TANGGAL_NANTI)
        except InputSalah:
            self._tolak(self._tanggal)
            raise
        return Catatan(self.cara, acara, hari)

    def _tolak(self, field: TextField) -> None:
        field.set_salah(True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _berubah(self) -> None:
        for field in (self._acara, self._tanggal):
            field.set_salah(False)
        self._cara.isi(self.cara)
        self._tampakkan_acara()
        self._ingat()
        self.diubah.emit()

    def _tampakkan_acara(self) -> None:
        tampak = self._mode == SERAH and self.cara == SIMBOLIS
        for bagian in (self._label_acara, self._acara):
            set_shown(bagian, tampak)
        self._grid.setColumnStretch(2, 3 if tampak else 0)

    def _ingat(self) -> None:
        """Keep way and event for the rest of the day, also over a restart."""
        isi = {"cara": self.cara, "acara": self._acara.nilai(), "pada": self._host.today.isoformat()}
        if self._kunci:
            ingat(self._host, self._kunci, json.dumps(isi, ensure_ascii=False))
