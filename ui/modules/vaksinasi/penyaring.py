"""Above the figures: the programme, the day, the kelurahan where the office looks after several, and what is stale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from ui.kit.choice import ChoiceField
from ui.kit.days import pendek
from ui.kit.fields import TextField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.theme import Role, theme_of

from . import text


class Penyaring(QWidget):
    """``diubah`` comes with every other question; a day that cannot be read is said, and the day stays."""

    diubah = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._program = ChoiceField([])
        self._tanggal = TextField(text.CONTOH_TANGGAL)
        semua = [(kode, wilayah.nama(kode)) for kode in host.wilayah]
        self._kelurahan = ChoiceField([("", text.SEMUA_KELURAHAN), *semua] if host.beberapa else semua)
        self._hari = host.today
        self._basi = Notice("")
        self._build()
        self._kelurahan.isi("" if host.beberapa else host.lingkup)
        self._tanggal.isi(pendek(self._hari.isoformat()))
        self._program.diubah.connect(self.diubah)
        self._kelurahan.diubah.connect(self._other_place)
        for selesai in (self._tanggal.enter, self._tanggal.ditinggal):
            selesai.connect(self._other_day)

    def _build(self) -> None:
        theme = theme_of(self)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        bagian: tuple[tuple[str, ChoiceField | TextField, int, bool], ...] = (
            (text.PROGRAM, self._program, 190, True),
            (text.TANGGAL, self._tanggal, 124, True),
            (text.KELURAHAN, self._kelurahan, 200, self._host.beberapa),
        )
        for label, field, lebar, tampak in bagian:
            nama = Label(label, Gaya.KECIL)
            field.setAccessibleName(label)
            field.setFixedWidth(theme.px(lebar))
            for satu in (nama, field):
                tata.addWidget(satu)
                set_shown(satu, tampak)
        tata.addWidget(self._basi, 1)
        tata.addStretch()

    def _other_place(self) -> None:
        if self._kelurahan.currentIndex() < 0:
            self._kelurahan.setCurrentIndex(0)
        self.diubah.emit()

    def _other_day(self) -> None:
        try:
            hari = tanggal.baca(self._tanggal.nilai(), "tanggal")
        except InputSalah:
            self._tanggal.set_salah(True)
            self._host.messages.salah(text.TANGGAL_SALAH)
            return
        self._tanggal.set_salah(False)
        if hari != self._hari:
            self._hari = hari
            self.diubah.emit()

    # what is asked

    @property
    def program(self) -> str:
        """The programme that is looked at, "" for the one used last."""
        return self._program.nilai()

    @property
    def hari(self) -> date:
        """The day up to which figures count."""
        return self._hari

    @property
    def kelurahan(self) -> str:
        """The one kelurahan that is looked at, "" for all of the office."""
        return self._kelurahan.nilai()

    @property
    def larangan(self) -> str:
        """Why this office may not write figures here, "" where it may."""
        return self._host.larangan("vaksinasi_catatan", lingkup=self.kelurahan or self._host.wilayah[0])

    def set_program(self, ada: Sequence[str], program: str) -> None:
        """Offer programmes and show the one that is looked at."""
        self._program.ganti_pilihan([(satu, satu) for satu in dict.fromkeys((*ada, program))])
        self._program.isi(program)

    def pilih(self, *, program: str = "", kelurahan: str = "") -> None:
        """Look at another programme or kelurahan, without a signal."""
        if program:
            self.set_program([self._program.itemText(i) for i in range(self._program.count())], program)
        if kelurahan:
            self._kelurahan.isi(kelurahan)

    def semua_kelurahan(self) -> bool:
        """Look at all kelurahan again, without a signal; tell whether that is another question."""
        if not (self._host.beberapa and self.kelurahan):
            return False
        self._kelurahan.isi("")
        return True

    def basi(self, kalimat: str) -> None:
        """Say that the figures are stale, "" when they are not."""
        self._basi.set(kalimat, Role.PERHATIAN)
