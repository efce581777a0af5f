"""The line of the door: takes what scanners and hands type, and never lets go of the keyboard by itself."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.bimtek.tanda import KETIK, PINDAI, SENTUH
from ui.kit.filter import Box
from ui.kit.theme import Theme

from .pintu_pindai import CEPAT_MS, Irama, kode_di_ujung, tanpa_awalan

JEDA_MS = 120
"""A scanner that sends no Enter is done when this long nothing more came."""
_K, _M = Qt.Key, Qt.KeyboardModifier
_AKHIR = (_K.Key_Return, _K.Key_Enter, _K.Key_Tab)
_AKHIR_CTRL = (_K.Key_J, _K.Key_M, _K.Key_I)
"""What scanners send for line feed, carriage return and tab when they send control characters."""
_MILIK_ISIAN = (_K.Key_Left, _K.Key_Right, _K.Key_Home, _K.Key_End, _K.Key_Backspace)
_CTRL_ISIAN = (_K.Key_A, _K.Key_C, _K.Key_V, _K.Key_X, _K.Key_Backspace, _K.Key_Left, _K.Key_Right)
_PERINTAH = (_K.Key_Z,)
_KENDALI = (_K.Key_Escape, _K.Key_Delete, *_PERINTAH)
"""What scanners may send as control characters (ESC, DEL, SUB) behind a line."""
_ASING = _M.ControlModifier | _M.AltModifier | _M.MetaModifier | _M.ShiftModifier
"""With these a key is none of the door's: Alt+F4 closes a window, and marks nobody."""


class IsianPintu(Box):
    """``dipindai`` carries a known code as soon as its last character is there, ``dikirim`` a line that was
    ended and how (tanda.CARA), ``tombol`` a key that belongs to the window.

    What stood there before a code is dropped with it: a scan counts, whatever a hand had begun to type.
    """

    dipindai = Signal(str)
    dikirim = Signal(str, str)
    tombol = Signal(object)

    def __init__(self, kenal: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kenal = kenal
        self._irama = Irama()
        self._akhir_ms = 0
        self._usang = self._disentuh = False
        self._jeda = QTimer(self, interval=JEDA_MS, singleShot=True)
        self._jeda.timeout.connect(lambda: QTimer.singleShot(0, self, self._jeda_habis))
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhNoPredictiveText | hint.ImhNoAutoUppercase | hint.ImhSensitiveData)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def retheme(self, theme: Theme) -> None:
        """Take colours from ``theme``, in letters that are read from far away."""
        super().retheme(theme)
        self.setFont(theme.font(26, tebal=600))
        self.setMinimumHeight(theme.px(60))

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the Tab key: scanners end a line with it."""
        return False

    def event(self, event: QEvent) -> bool:
        """Claim every key before anything else in the program may take it for a command."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def tekan(self, huruf: str) -> None:
        """Type from the keys on the screen: a character, ``<`` to take one back, ``#`` to end the line."""
        if huruf == "#":
            self._kirim()
        elif huruf == "<":
            self.backspace()
        else:
            self._segarkan(0)
            self._disentuh = True
            self.insert(huruf)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort the keys: the end of a line, characters, keys of the line itself, keys of the window."""
        ms = int(event.timestamp()) or round(monotonic() * 1000)
        kunci, ubah = event.key(), event.modifiers()
        ctrl = bool(ubah & _M.ControlModifier) and not ubah & _M.AltModifier
        if kunci in _AKHIR or (ctrl and kunci in _AKHIR_CTRL):
            self._akhir_ms = ms
            self._kirim()
        elif self._huruf(event):
            self._ketik(event, ms)
        elif (kunci in _MILIK_ISIAN and not ctrl) or (ctrl and kunci in _CTRL_ISIAN) or self._hapus_maju(kunci):
            self._usang = False
            super().keyPressEvent(event)
        elif not self._dari_alat(kunci, ms) and (kunci in _PERINTAH if ctrl else not ubah & _ASING):
            self.tombol.emit(event)
        else:
            event.ignore()

    def _huruf(self, event: QKeyEvent) -> bool:
        """Tell whether a key types something; AltGr comes as Ctrl and Alt together."""
        both = _M.ControlModifier | _M.AltModifier
        command = event.modifiers() & both
        return bool(event.text()) and event.text().isprintable() and command in (_M.NoModifier, both)

    def _dari_alat(self, kunci: int, ms: int) -> bool:
        """Tell whether a scanner sent this key with a line, or right behind it as a control character."""
        return self._irama.lanjut(ms) or (kunci in _KENDALI and ms - self._akhir_ms <= CEPAT_MS)

    def _hapus_maju(self, kunci: int) -> bool:
        """Tell whether Delete has something to delete here; else it belongs to the window."""
        return kunci == _K.Key_Delete and (self.hasSelectedText() or self.cursorPosition() < len(self.text()))

    def _ketik(self, event: QKeyEvent, ms: int) -> None:
        self._segarkan(ms)
        self._disentuh = False
        self._irama.ketuk(ms)
        self._akhir_ms = ms
        super().keyPressEvent(event)
        kode = kode_di_ujung(self.text()[: self.cursorPosition()])
        if kode and self._kenal(kode):
            self.bersihkan()
            self.dipindai.emit(kode)
        else:
            self._jeda.start()

    def _segarkan(self, ms: int) -> None:
        """Drop what was answered already, unless this character still belongs to it."""
        if self._usang and not self._irama.lanjut(ms):
            self.bersihkan()
        elif not self.text() or self.hasSelectedText():
            self._irama.kosongkan()
        self._usang = False

    def bersihkan(self) -> None:
        """Empty the line for the next one."""
        self._jeda.stop()
        self._irama.kosongkan()
        self._usang = False
        self.clear()

    def _kirim(self) -> None:
        self._jeda.stop()
        teks, usang = tanpa_awalan(self.text()), self._usang
        if usang:
            self.bersihkan()
        elif teks:
            cara = PINDAI if self._irama.alat else SENTUH if self._disentuh else KETIK
            self._irama.kosongkan()
            self.dikirim.emit(teks, cara)

    def _jeda_habis(self) -> None:
        """Nothing more came: what a scanner typed is taken as a line, what a hand typed waits for Enter."""
        teks = tanpa_awalan(self.text())
        if self._jeda.isActive() or self._usang or not teks:
            return
        if self._irama.alat:
            self._usang = True
            self.dikirim.emit(teks, PINDAI)

    def selesai(self, *, tetap: bool = False) -> None:
        """The line was answered: it goes, or stays for the next key to replace it. A line that a scanner ended by
        silence stays too: more of it may still come."""
        if tetap:
            self.selectAll()
        elif not self._usang:
            self.bersihkan()

    @property
    def ketikan(self) -> str:
        """What was typed and not answered yet."""
        return "" if self._usang else self.text().strip()
