"""Runs the tools of the build, and says in one sentence which one failed and how."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PLACE = ROOT / ".siap" / "windows"
"""Downloads, the Wine prefix and the prepared folder: everything in it can be thrown away."""


def run(
    words: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None, seconds: float = 1800
) -> str:
    """Run a tool and return what it printed; ends the program with a sentence when it fails."""
    shown = Path(words[0]).name
    try:
        done = subprocess.run(
            [str(word) for word in words], cwd=cwd, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        sys.exit(f"Alat {shown} belum terpasang. Jalankan: bash .ci/siapkan windows")
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    if done.returncode:
        sys.exit(f"{text[-4000:]}\nAlat {shown} gagal (kode {done.returncode}); tidak ada yang ditulis.")
    return text


class Wine:
    """A Windows of our own in a folder, without a window unless ``display`` names an X server."""

    def __init__(self, prefix: Path, display: str = "") -> None:
        """Take the folder ``prefix``; :meth:`boot` fills it."""
        self.prefix, self._display = prefix, display

    @property
    def env(self) -> dict[str, str]:
        """The environment of every program in it; DLLs of Windows that a test stands in for are taken from there."""
        quiet = {"WINEDEBUG": "-all", "WINEARCH": "win64", "WINEDLLOVERRIDES": "mscoree=;mshtml=;winedbg.exe=d;mscms=n"}
        return quiet | {"WINEPREFIX": str(self.prefix), "DISPLAY": self._display}

    def boot(self) -> None:
        """Make the folder a Windows 10, unless it is one."""
        if not (self.prefix / "system.reg").exists():
            self.prefix.mkdir(parents=True, exist_ok=True)
            run(["wine", "wineboot", "-i"], env=self.env)
            run(["wine", "winecfg", "-v", "win10"], env=self.env)
            self.wait()

    def run(self, words: Sequence[str | Path], *, cwd: Path = ROOT, seconds: float = 900) -> str:
        """Run a Windows program to its end and return what it printed; all three streams are pipes, as Wine needs."""
        piped = ["bash", "-o", "pipefail", "-c", ': | wine "$@" 2>&1 | cat', "wine", *words]
        return run(piped, cwd=cwd, env=self.env, seconds=seconds)

    def stop(self) -> None:
        """End every program in it; there may be none."""
        subprocess.run(["wineserver", "-k"], env={**os.environ, **self.env}, check=False, timeout=60)

    def wait(self) -> None:
        """Wait until the last program in it has ended and the registry is on the disk."""
        run(["wineserver", "-w"], env=self.env, seconds=120)
