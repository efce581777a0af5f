"""Where updates come from: the city, over our own line, or a folder on a flash disk; the same files in both."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.versi import UPDATE_FOLDER, UPDATES

from . import text_pembaruan as text
from .http import Http
from .trouble import NetworkTrouble

AGAIN = ("putus", "lambat", "mati", "jawaban", "server")
TRIES = 8
PIECE, LEAST_PIECE = 1 << 20, 1 << 15
"""Bytes that are asked for at once; halved each time the line breaks."""


class Rilis(NamedTuple):
    """A version that the release maker has signed: its file, what is new in a sentence, its bytes and SHA-256."""

    versi: str
    berkas: str
    catatan: str
    bita: int
    sha256: str


class Tiada(Exception):
    """There is no file of that name."""


class Sumber(Protocol):
    """A place that has the files of updates; nothing it says is believed."""

    def read(self, name: str, offset: int, most: int) -> tuple[bytes, int]:
        """Return at most ``most`` bytes of a file from ``offset`` on, and how many the whole has.

        Raises Tiada where there is none, Gangguan where it cannot be had now.
        """

    @property
    def skew(self) -> int | None:
        """How far the clock there is ahead of ours (ms); None where it is not known."""


class DariKota:
    """The city's server; a line that breaks is tried again with smaller pieces."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._piece = PIECE

    @property
    def skew(self) -> int | None:
        """How far the city's clock is ahead of ours (ms)."""
        return self._http.skew

    def read(self, name: str, offset: int, most: int) -> tuple[bytes, int]:
        """Return a piece; as :meth:`Sumber.read`."""
        for left in range(TRIES, -1, -1):
            try:
                return self._ask(name, offset, min(most, self._piece))
            except NetworkTrouble as exc:
                if exc.kind not in AGAIN or not left:
                    raise
                self._piece = max(LEAST_PIECE, self._piece // 2)
        raise AssertionError

    def _ask(self, name: str, offset: int, most: int) -> tuple[bytes, int]:
        try:
            return self._http.get_bytes(UPDATES + name, {"mulai": offset, "panjang": most})
        except NetworkTrouble as exc:
            if exc.kind == "alamat":
                raise Tiada(name) from exc
            raise


class DariFolder:
    """A folder, as ``sipokat-pusat pembaruan tulis`` writes it."""

    skew: int | None = None

    def __init__(self, folder: Path) -> None:
        """Take the folder, or the flash disk that it lies on; raise Gangguan where there is no update in it."""
        found = next((one for one in (folder, folder / UPDATE_FOLDER) if (one / "timestamp.json").is_file()), None)
        if found is None:
            raise Gangguan(text.BUKAN.format(nama=folder.name or folder), text.BUKAN_SARAN)
        self._folder = found

    def read(self, name: str, offset: int, most: int) -> tuple[bytes, int]:
        """Return a piece; as :meth:`Sumber.read`."""
        try:
            with (self._folder / name).open("rb") as stream:
                size = stream.seek(0, 2)
                stream.seek(offset)
                return stream.read(most), size
        except FileNotFoundError as exc:
            raise Tiada(name) from exc
        except OSError as exc:
            raise Gangguan(text.TAK_TERBACA, text.TAK_TERBACA_SARAN) from exc
