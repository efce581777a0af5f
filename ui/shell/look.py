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
        self._tegas = False
        self.scale = float(store.setting(SCALE, "1.0"))
        self.dark = store.setting(DARK, "0") == "1"

    def follow(self) -> bool:
        """Dress the application anew where the system asks for high contrast, now (returned) and whenever it begins or
        ends to; not before the first paint, which does without the names of Qt (keputusan/0014)."""
        self._hints = self._app.styleHints()
        self._hints.accessibility().contrastPreferenceChanged.connect(lambda _now: self._turn())
        return self._turn()

    def _turn(self) -> bool:
        from ui.kit import theme_tegas

        before, self._tegas = self._tegas, theme_tegas.diminta(self._app)
        if before is not self._tegas:
            self.apply()
        return self._tegas

    def apply(self) -> None:
        """Give the application this look."""
        theme.apply(self._app, gelap=self.dark, skala=self.scale, tegas=self._tegas)

    def change(self, *, scale: float, dark: bool) -> None:
        """Use and remember another look."""
        self.scale, self.dark = scale, dark
        self.apply()
        self._store.set_setting(SCALE, str(scale))
        self._store.set_setting(DARK, str(int(dark)))
