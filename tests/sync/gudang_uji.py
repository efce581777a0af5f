"""A store of updates for the tests: real keys, real metadata, small set-up files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sipokat_desktop.kernel.clock import now_ms
from sync.pusat.gudang import DAY_MS, Gudang

SANDI = "sandi panjang untuk uji"


class Penerbit:
    """The release maker with the keys, and the city's folder; ``lewat`` days is how late the clock there is."""

    def __init__(self, folder: Path, *, lewat: int = 0) -> None:
        self.folder, self.keys = folder / "gudang", folder / "kunci"
        self._clock_off = lewat * DAY_MS
        self.root = self.store.prepare(self.keys, SANDI).read_bytes()

    @property
    def store(self) -> Gudang:
        """The city's store."""
        return Gudang(self.folder, lambda: now_ms() - self._clock_off)

    @property
    def public(self) -> Path:
        """What everybody may read."""
        return self.store.public

    def publish(self, version: str, *, size: int = 3000) -> bytes:
        """Publish a version and return the set-up file's content."""
        file = self.folder.parent / f"Sipokat-{version}-pasang.exe"
        file.write_bytes(os.urandom(size))
        self.store.add(file, self.keys, SANDI, f"Versi {version}.")
        return file.read_bytes()

    def copied(self, to: Path) -> Path:
        """Return a copy of what everybody may read, as somebody in between would hold it."""
        return Path(shutil.copytree(self.public, to))

    def setup(self, version: str, folder: Path | None = None) -> Path:
        """Return where the set-up file of a version lies."""
        (found,) = (folder or self.public).glob(f"*.Sipokat-{version}-pasang.exe")
        return found
