"""What is switched at the door and kept for the next time: the sound, and the keys on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.pena import ingat
from ui.kit.theme import Role

from . import text_pintu as text
from .pintu_papan import MejaPintu

SUARA, PAPAN = "bimtek.pintu.suara", "bimtek.pintu.papan"
_KALI = {Role.BAIK: 1, Role.PERHATIAN: 2, Role.SALAH: 3}
"""How often the computer beeps: who listens knows without looking."""
_SELANG_MS = 160


class SetelanPintu(QObject):
    """Sound and touch keys of this installation."""

    def __init__(self, host: Host, meja: MejaPintu) -> None:
        super().__init__(meja)
        self._host, self._meja = host, meja
        self._bersuara = host.store.setting(SUARA) == "1"
        set_shown(meja.papan, host.store.setting(PAPAN) == "1")
        self._isi()

    def bunyi(self, role: Role) -> None:
        """Beep once for green, twice for yellow, three times for red."""
        for ke in range(_KALI.get(role, 0) if self._bersuara else 0):
            QTimer.singleShot(ke * _SELANG_MS, self, QApplication.beep)

    def ganti_suara(self) -> None:
        """Switch the sound, and let it be heard."""
        self._bersuara = not self._bersuara
        self._isi()
        self._ingat(SUARA, self._bersuara)
        self.bunyi(Role.BAIK)

    def ganti_papan(self) -> None:
        """Show the keys on the screen, or hide them."""
        tampak = self._meja.papan.isHidden()
        set_shown(self._meja.papan, tampak)
        self._ingat(PAPAN, tampak)

    def _isi(self) -> None:
        self._meja.suara.set_teks(text.SUARA if self._bersuara else text.SUARA_MATI)

    def _ingat(self, kunci: str, ya: bool) -> None:
        ingat(self._host, kunci, str(int(ya)))
