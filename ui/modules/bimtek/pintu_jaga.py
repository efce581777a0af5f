"""Keeps the screen awake while the door is open: nobody should have to type a password while people queue."""

from __future__ import annotations

import sys

_TERUS, _SISTEM, _LAYAR = 0x80000000, 0x00000001, 0x00000002
"""ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED of SetThreadExecutionState."""


class PenjagaLayar:
    """On Windows it asks the system; elsewhere the settings of the desktop hold."""

    def tahan(self) -> None:
        """Let the screen stay on."""
        self._minta(_TERUS | _SISTEM | _LAYAR)

    def lepas(self) -> None:
        """Let it sleep again."""
        self._minta(_TERUS)

    def _minta(self, keadaan: int) -> None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetThreadExecutionState(keadaan)
