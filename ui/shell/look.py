"""Text size and colours of this installation: applied at start, changed live, with Windows' own colours if wished."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from sipokat_desktop.storage.store import Store
from ui.kit import theme

from .text_setelan import GELAP, IKUT, TERANG, WARNA_PILIHAN

SCALE, COLOURS = "tampilan_skala", "tampilan_gelap"


class Look:
    """The settings of the appearance, kept in the store."""

    def __init__(self, app: QApplication, store: Store) -> None:
        self._app, self._store = app, store
        self.scale = float(store.setting(SCALE, "1.0"))
        kept = store.setting(COLOURS, TERANG)
        self.colours = kept if kept in dict(WARNA_PILIHAN) else TERANG

    @property
    def dark(self) -> bool:
        """Whether the colours are the dark ones now."""
        if self.colours == IKUT:
            return windows_is_dark(self._app)
        return self.colours == GELAP

    def apply(self) -> None:
        """Give the application this look."""
        theme.apply(self._app, gelap=self.dark, skala=self.scale)

    def change(self, *, scale: float, colours: str) -> None:
        """Use and remember another look."""
        self.scale, self.colours = scale, colours
        self.apply()
        self._store.set_settings({SCALE: str(scale), COLOURS: colours})

    def follow(self, then: Callable[[], object]) -> None:
        """From now on take on Windows' colours when they change, if that is wished, and do ``then``."""

        def changed(_scheme: object) -> None:
            if self.colours == IKUT:
                self.apply()
                then()

        self._app.styleHints().colorSchemeChanged.connect(changed)


def windows_is_dark(app: QApplication) -> bool:
    """Tell whether Windows itself is set to dark colours."""
    return app.styleHints().colorScheme().name == "Dark"
