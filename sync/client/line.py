"""What a session needs of the way to the city: over HTTP, or within one process."""

from __future__ import annotations

from typing import Protocol, TypeVar

from sipokat_desktop.storage.identity import Identity
from sync.protocol import Message

M = TypeVar("M", bound=Message)


class Line(Protocol):
    """The way to one city; every call raises NetworkTrouble, or InputSalah where the city refuses."""

    token: str
    """The session token; empty before :meth:`log_in`."""
    box_key: str
    """The city's key for files, known after a login."""

    @property
    def clock_warning(self) -> str:
        """What to tell about a clock here that is far from the city's; empty while it is near enough."""

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Send a message and return the city's answer."""

    def get(self, path: str, params: dict[str, str], answer: type[M]) -> M:
        """Fetch an answer."""

    def log_in(self, identity: Identity) -> str:
        """Return (and keep) a session token for this computer."""

    def close(self) -> None:
        """Let go of what is held open."""
