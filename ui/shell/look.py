"""Text size and colours of this installation: applied at start, changed live."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from sipokat_desktop.storage.store import Store
from ui.kit import theme

SCALE, DARK = "tampilan_skala", "tampilan_gelap"


class Look:
    """The settings of the appearance, kept in the store."""

    def __init__(self, app: QApplication, store: Store) -> None:
        self._app, self._store = app, store
        self.scale = float(store.setting(SCALE, "1.0"))
        self.dark = store.setting(DARK, "0") == "1"

    def follow(self) -> None:
        """Dress the application anew when the system begins or ends to ask for high contrast."""
        self._hints = self._app.styleHints()
        self._hints.accessibility().contrastPreferenceChanged.connect(lambda _now: self.apply())

    def apply(self) -> None:
        """Give the application this look."""
        theme.apply(self._app, gelap=self.dark, skala=self.scale)

    def change(self, *, scale: float, dark: bool) -> None:
        """Use and remember another look."""
        self.scale, self.dark = scale, dark
        self.apply()
        self._store.set_setting(SCALE, str(scale))
        self._store.set_setting(DARK, str(int(dark)))
