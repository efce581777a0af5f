"""A small disk of its own, where this user may have one; else a limit on the size of every file."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 48 << 20


class Disk:
    """The disk at ``folder``; ``full_but(n)`` leaves so many bytes, ``roomy`` gives all back."""

    def __init__(self, folder: Path, *, own: bool) -> None:
        self.folder, self.own = folder, own
        self._ballast = folder / "pemberat"

    def full_but(self, left: int) -> None:
        """Leave ``left`` bytes on the disk, or let no file grow by more."""
        self.roomy()
        if self.own:
            free = os.statvfs(self.folder).f_bavail * os.statvfs(self.folder).f_frsize
            with self._ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, max(1, free - left))
        else:
            largest = max((p.stat().st_size for p in self.folder.rglob("*-wal")), default=0)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest + left, resource.RLIM_INFINITY))

    def roomy(self) -> None:
        """Take the narrowness away."""
        self._ballast.unlink(missing_ok=True)
        if not self.own:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def read_only(self, on: bool) -> None:
        """Let nothing be written, or let it again."""
        if self.own:
            how = "ro" if on else "rw"
            subprocess.run(["mount", "-o", f"remount,{how}", str(self.folder)], check=True, capture_output=True)
        else:
            for path in (self.folder, *self.folder.rglob("*")):
                path.chmod((0o500 if path.is_dir() else 0o400) if on else 0o700)


@contextmanager
def disk(folder: Path) -> Iterator[Disk]:
    """Mount a small disk at ``folder`` for the block."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    own = os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0
    made = Disk(folder, own=own)
    try:
        yield made
    finally:
        made.roomy()
        if own:
            subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)
