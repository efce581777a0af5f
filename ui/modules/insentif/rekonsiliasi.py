"""Recording what was signed: the exceptions, the day and the way in one line, and the sums that would follow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from ui.kit.choice import ChoiceField
from ui.kit.fields import TextField
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role, theme_of

from . import kecuali, text


class Sisa(NamedTuple):
    """A line that can be recorded now: its number, whose it is, the rupiah still owed."""

    no: int
    siapa: str
    jumlah: int


class Baris(NamedTuple):
    """The lines of a list: those that can be recorded now, the numbers of those that wait, and of those paid."""

    sisa: Iterable[Sisa]
    tertahan: Collection[int]
    lunas: Collection[int]


class Catatan(NamedTuple):
    """What is to be recorded: the line numbers, the day, ``tunai`` or ``transfer``."""

    nomor: list[int]
    hari: date
    cara: str


class Kecuali(TextField):
    """The field of the exceptions; arrows up and down go to the table."""

    ke_tabel = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Claim Esc while there is something to empty, before the message bar takes it."""
        claims = event.type() is QEvent.Type.ShortcutOverride and bool(self.text())
        if claims and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the table; Esc empties the field first."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.ke_tabel.emit(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.diubah.emit()
        else:
            super().keyPressEvent(event)


class Rekonsiliasi(QWidget):
    """``dipilih`` carries the numbers of the lines that are left out, ``dipindai`` what else was typed and ended
    with Enter; ``diminta`` comes with Enter in the last field: record."""

    dipilih = Signal(object)
    dipindai = Signal(str)
    diminta = Signal()

    def __init__(self, hari: Callable[[], date]) -> None:
        super().__init__()
        self._hari_ini = hari
        self._sisa: dict[int, Sisa] = {}
        self._tertahan: frozenset[int] = frozenset()
        self._lunas: frozenset[int] = frozenset()
        self._luar: frozenset[int] = frozenset()
        self.kecuali = Kecuali(text.KECUALI_CONTOH)
        self._tanggal = TextField(text.TANGGAL_CONTOH)
        self._cara = ChoiceField(text.CARA, "")
        self._kata = Notice("")
        self._build()
        self.setFocusProxy(self.kecuali)
        self.kecuali.diubah.connect(self._typed)
        self.kecuali.enter.connect(self._entered)
        self._tanggal.diubah.connect(lambda: self._tanggal.set_salah(False))
        self._tanggal.diubah.connect(self._say)
        self._tanggal.enter.connect(self._cara.setFocus)
        self._cara.enter.connect(self.diminta)

    def _build(self) -> None:
        theme = theme_of(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        isian = (
            (text.KECUALI, self.kecuali, 4),
            (text.TANGGAL_TERIMA, self._tanggal, 1),
            (text.CARA_TERIMA, self._cara, 1),
        )
        for ke, (label, field, lebar) in enumerate(isian):
            grid.addWidget(Label(label, Gaya.TEBAL), 0, ke)
            grid.addWidget(field, 1, ke)
            grid.setColumnStretch(ke, lebar)
            field.setAccessibleName(label)
        grid.addWidget(self._kata, 2, 0, 1, 3)

    def tampil(self, baris: Baris, *, cara: str, baru: bool) -> None:
        """Show the lines of a list; ``baru`` begins anew with today, no exception and this way, else what was
        typed stays, readable or not: a refresh in the middle of typing must not pay anybody."""
        self._sisa = {s.no: s for s in baris.sisa}
        self._tertahan, self._lunas = frozenset(baris.tertahan), frozenset(baris.lunas)
        self._luar &= frozenset(self._sisa)
        if baru:
            self._tanggal.isi(tanggal.pendek(self._hari_ini()))
            self._cara.isi(cara)
            self.keluarkan(())
        else:
            self._baca_lagi()

    def _tulis(self) -> None:
        """Write who is left out as numbers, and say what recording would do."""
        self._luar &= frozenset(self._sisa)
        self.kecuali.isi(kecuali.tulis(self._luar))
        for field in (self.kecuali, self._tanggal):
            field.set_salah(False)
        self._say()

    @property
    def luar(self) -> frozenset[int]:
        """The numbers of the lines that are left out."""
        return self._luar

    def keluarkan(self, nomor: Collection[int]) -> None:
        """Leave out exactly these lines, as marks in the table say."""
        self._luar = frozenset(nomor)
        self._tulis()

    def masukkan(self, nomor: int) -> None:
        """Leave a line out no longer."""
        if nomor in self._luar:
            self.keluarkan(self._luar - {nomor})

    def catatan(self) -> Catatan:
        """Return what is to be recorded. Raises InputSalah, with the field in red and the keyboard there."""
        try:
            self._luar = self._baca()
        except InputSalah as error:
            self._refuse(self.kecuali, error)
            raise
        try:
            hari = tanggal.baca(self._tanggal.nilai(), "tanggal")
            if hari > self._hari_ini():
                raise InputSalah("tanggal", text.TANGGAL_NANTI)
        except InputSalah as error:
            self._refuse(self._tanggal, error)
            raise
        return Catatan([no for no in self._sisa if no not in self._luar], hari, self._cara.nilai())

    def _refuse(self, field: TextField, error: InputSalah) -> None:
        field.set_salah(True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kata.set(error.pesan, Role.SALAH)

    def _typed(self) -> None:
        self.kecuali.set_salah(False)
        if self._baca_lagi():
            self.dipilih.emit(self._luar)

    def _baca_lagi(self) -> bool:
        """Take what stands in the field, or say why it cannot be read; return whether it could."""
        try:
            self._luar = self._baca()
        except InputSalah as error:
            self._kata.set(error.pesan, Role.PERHATIAN)
            return False
        self._say()
        return True

    def _entered(self) -> None:
        """Say once more who is left out, or hand on what is no list of exceptions (a scanned number)."""
        try:
            self._luar = self._baca()
        except InputSalah as error:
            if error.field == kecuali.BUKAN_NOMOR:
                self.dipindai.emit(self.kecuali.nilai())
            else:
                self._refuse(self.kecuali, error)
            return
        self._tulis()

    def _baca(self) -> frozenset[int]:
        """Return the lines left out; those that wait anyhow need not be named. Raises InputSalah."""
        nomor = kecuali.baca(self.kecuali.nilai(), {*self._sisa, *self._tertahan, *self._lunas})
        if nomor & self._lunas:
            raise InputSalah("kecuali", text.KECUALI_LUNAS.format(no=min(nomor & self._lunas)))
        return nomor - self._tertahan

    def tolak(self, kalimat: str) -> None:
        """Say that what was typed is neither numbers of lines nor the number of a list."""
        self._refuse(self.kecuali, InputSalah("kecuali", kalimat))

    def _say(self) -> None:
        """Say what recording would do, in sums, and who is left out."""
        ikut = [s for s in self._sisa.values() if s.no not in self._luar]
        luar = [s for s in self._sisa.values() if s.no in self._luar]
        kata = text.AKAN_DICATAT.format(n=len(ikut), uang=rupiah.uang(sum(s.jumlah for s in ikut)))
        if luar:
            kata += text.TIDAK_DICATAT.format(
                n=len(luar), uang=rupiah.uang(sum(s.jumlah for s in luar)), siapa="; ".join(s.siapa for s in luar)
            )
        self._kata.set(kata, Role.AKSEN)
