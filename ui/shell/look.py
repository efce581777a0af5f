"""Text size and colours of this installation: applied at start, changed live, with Windows' own colours if wished."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from sipokat_desktop.storage.store import Store
from ui.kit import theme

from .text_setelan import GELAP, IKUT, KONTRAS, TERANG, WARNA_PILIHAN

SCALE, COLOURS = "tampilan_skala", "tampilan_gelap"
_KEY = r"Control Panel\Accessibility\HighContrast"


class Look:
    """The settings of the appearance, kept in the store."""

    def __init__(self, app: QApplication, store: Store) -> None:
        self._app, self._store = app, store
        self.scale = float(store.setting(SCALE, "1.0"))
        kept = store.setting(COLOURS, "")
        self._kept = kept if kept in dict(WARNA_PILIHAN) else ""
        self._asked = contrast_at_start()

    @property
    def colours(self) -> str:
        """The choice in *Pengaturan*; nobody having chosen, Windows is followed while it asks for high contrast."""
        return self._kept or (IKUT if self._asked else TERANG)

    @property
    def contrast(self) -> bool:
        """Whether the colours are those of high contrast now."""
        return self.colours == KONTRAS or (self.colours == IKUT and self._asked)

    @property
    def dark(self) -> bool:
        """Whether the colours are the dark ones now."""
        if self.colours == IKUT:
            return windows_is_dark(self._app)
        return self.colours == GELAP

    def apply(self) -> None:
        """Give the application this look."""
        theme.apply(self._app, gelap=self.dark, skala=self.scale, kontras=self.contrast)

    def change(self, *, scale: float, colours: str) -> None:
        """Use and remember another look; a change of the size alone chooses no colours."""
        if colours != self.colours:
            self._kept = colours
        self.scale = scale
        self.apply()
        self._store.set_settings({SCALE: str(scale), COLOURS: self._kept})

    def follow(self, window: QWidget, then: Callable[[], object]) -> None:
        """As long as ``window`` lives, take on Windows' colours and contrast when they change, if that is wished, and
        do ``then``."""

        def changed() -> None:
            self._asked = windows_has_contrast(self._app)
            if self._kept in ("", IKUT):
                self.apply()
                then()

        ear, hints = _Ear(window, changed), self._app.styleHints()
        hints.colorSchemeChanged.connect(ear.hear)
        hints.accessibility().contrastPreferenceChanged.connect(ear.hear)
        if windows_has_contrast(self._app) != self._asked:
            changed()


class _Ear(QObject):
    """Hears signals for a window: what is connected to it goes with the window."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then

    def hear(self, _what: object) -> None:
        """Do what is to be done."""
        self._then()


def contrast_at_start() -> bool:
    """Tell, before the first paint, whether Windows was set to high contrast: Qt would load names of its own for that
    (keputusan/0014), and is asked once the window stands."""
    if sys.platform != "win32":
        return False
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
            return bool(int(winreg.QueryValueEx(key, "Flags")[0]) & 1)
    except (OSError, ValueError):
        return False


def windows_has_contrast(app: QApplication) -> bool:
    """Tell whether Windows itself is set to high contrast."""
    hints = app.styleHints()  # held: what it hands out lives as long as this name for it
    return hints.accessibility().contrastPreference().name == "HighContrast"


def windows_is_dark(app: QApplication) -> bool:
    """Tell whether Windows itself is set to dark colours."""
    return app.styleHints().colorScheme().name == "Dark"
