"""Why a report is not approved: one line below it, with the notes used before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.cards import Card
from ui.kit.fields import TextField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role

from . import text_verifikasi as text
from .saran import Saran
from .tindakan import catatan_diingat


class _Isian(TextField):
    """Esc belongs to it, before any message."""

    def event(self, event: QEvent) -> bool:
        """Claim Esc."""
        tombol = event.key() if isinstance(event, QKeyEvent) else 0
        if event.type() is QEvent.Type.ShortcutOverride and tombol == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)


class Alasan(Card):
    """``jadi`` carries the note on Enter, ``batal`` comes with Esc; hidden until it is asked."""

    jadi = Signal(str)
    batal = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__(spacing=6)
        self._field = _Isian(text.ALASAN_CONTOH)
        self._field.setAccessibleName(text.ALASAN_JUDUL)
        self._salah = Notice("", Role.SALAH)
        self._saran = Saran(self._field, host.jobs, lambda awal: partial(catatan_diingat, host, awal))
        petunjuk = Label(text.ALASAN_PETUNJUK, Gaya.KECIL, lipat=True)
        for bagian in (Label(text.ALASAN_JUDUL, Gaya.TEBAL), self._field, self._salah, petunjuk):
            self.add(bagian)
        self._field.enter.connect(self._masuk)
        self._field.diubah.connect(lambda: self._salah.set(""))
        self.hide()

    def tanya(self, awal: str = "") -> None:
        """Ask for a note."""
        self._salah.set("")
        self._field.isi(awal)
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()
        self._saran.buka(pilih=False)

    def tutup(self) -> None:
        """Ask no more."""
        self._saran.tutup()
        self.hide()

    def _masuk(self) -> None:
        if self._field.nilai():
            self.jadi.emit(self._field.nilai())
        else:
            self._salah.set(text.ALASAN_KOSONG, Role.SALAH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks no more."""
        if event.key() == Qt.Key.Key_Escape:
            self.batal.emit()
        else:
            super().keyPressEvent(event)
