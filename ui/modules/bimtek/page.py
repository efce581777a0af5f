"""The page Bimtek: events, who is invited, who came."""

from __future__ import annotations

from ui.kit.host import Host, Page

from . import TABLES


class BimtekPage(Page):
    """Events with their sessions, invitations and attendance."""

    tables = TABLES

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
