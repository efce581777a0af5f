"""The page Laporan kegiatan."""

from __future__ import annotations

from ui.kit.host import Host, Page

from . import TABLES, text


class LaporanPage(Page):
    """Being built."""

    tables = TABLES
    help = text.BANTUAN

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
