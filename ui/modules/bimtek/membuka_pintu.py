"""The door of an event from its page: opened for the chosen session; the page reads again when it has closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.host import Host

from . import text_catat as text
from .boleh import larangan_catat

if TYPE_CHECKING:
    from .detail import Detail
    from .pintu import JendelaPintu


class MembukaPintu:
    """Opens the window of the door for the event that ``detail`` shows; one at a time."""

    def __init__(self, host: Host, detail: Detail) -> None:
        self._host, self._detail = host, detail
        self._jendela: JendelaPintu | None = None

    @property
    def terbuka(self) -> bool:
        """Whether the door is open, so that the page need not read."""
        return self._jendela is not None

    def larangan(self) -> str:
        """Return why the door cannot be opened, "" where it can."""
        isi = self._detail.isi
        return larangan_catat(self._host, isi.kegiatan) or ("" if isi.sesi else text.TANPA_SESI)

    def buka(self) -> None:
        """Open the door for the chosen session; where that cannot be, say why."""
        sebab = self.larangan()
        if sebab:
            self._host.messages.info(sebab)
            return
        from .pintu import buka_pintu

        self._jendela = buka_pintu(self._host, self._detail.kegiatan_id, self._detail.isi.sesi_id)
        self._jendela.ditutup.connect(self._closed)

    def _closed(self) -> None:
        self._jendela = None
        self._detail.load()
