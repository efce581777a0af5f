"""A Windows under Wine with an X server of its own: for the tests of the set-up file, and for measuring it."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

from resources.packaging.windows.alat import PLACE, Wine, run

TIRUAN = Path(__file__).parent / "tiruan"
WAIT_S = 120
LARGE = 880
"""Narrower than this, in px, is no window of the program."""
_GCC = "x86_64-w64-mingw32-gcc"


def fresh(prefix: Path, display: str = "") -> Wine:
    """Return a Windows without Sipokat in ``prefix``, with stand-ins for what Wine 8 lacks."""
    mould = Wine(PLACE / "wine")
    mould.boot()
    mould.wait()
    shutil.copytree(mould.prefix, prefix, symlinks=True)
    for source in sorted(TIRUAN.glob("*.c")):
        target = prefix / "drive_c/windows/system32" / f"{source.stem}.dll"
        run([_GCC, "-shared", "-O2", "-s", "-Wall", "-Wextra", "-Werror", "-o", target, source, "-ladvapi32"])
    return Wine(prefix, display)


@contextmanager
def x_server() -> Iterator[str]:
    """Start an X server; gives its name."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait(timeout=20)


def begin(wine: Wine, words: Sequence[str | Path]) -> subprocess.Popen[bytes]:
    """Start a Windows program with a window; all three streams are pipes, as Wine needs."""
    piped = ["bash", "-c", ': | wine "$@" 2>&1 | cat', "wine", *map(str, words)]
    return subprocess.Popen(piped, env={**os.environ, **wine.env}, stdout=subprocess.DEVNULL)


def shown(wine: Wine, title: str) -> None:
    """Wait until a window with this title is on the screen; fail where it is a box that says something instead."""
    window = found(wine, title)
    size = run(["xdotool", "getwindowgeometry", "--shell", window], env=wine.env)
    width = next(int(line.partition("=")[2]) for line in size.splitlines() if line.startswith("WIDTH="))
    assert width >= LARGE, f"a box of {width} px, not the window"


def found(wine: Wine, title: str) -> str:
    """Wait until anything with this title (a pattern) is on the screen; returns its number."""
    search, end = ["xdotool", "search", "--onlyvisible", "--name", title], time.monotonic() + WAIT_S
    environment = {**os.environ, **wine.env}
    while not (said := subprocess.run(search, env=environment, capture_output=True, text=True, check=False).stdout):
        assert time.monotonic() < end, f"no window {title}"
        time.sleep(0.02)
    return said.split()[0]


def press(wine: Wine, title: str, *keys: str) -> Image.Image:
    """Press keys in the window with this title (a word in quotes is typed letter by letter), wait until the screen
    shows something else and keeps still, and return what it shows."""
    run(["xdotool", "windowfocus", "--sync", found(wine, title)], env=wine.env)
    before = picture(wine)
    for key in keys:
        words = ["type", "--delay", "80", key.strip('"')] if key.startswith('"') else ["key", key]
        run(["xdotool", *words], env=wine.env)
    end, last = time.monotonic() + WAIT_S, before
    while not _differ(before, now := picture(wine)) or _differ(last, now):
        assert time.monotonic() < end, f"{keys} changed nothing in {title}"
        last = now
        time.sleep(0.5)
    return now


def picture(wine: Wine) -> Image.Image:
    """Return what the screen shows."""
    return ImageGrab.grab(xdisplay=wine.env["DISPLAY"])


def _differ(a: Image.Image, b: Image.Image) -> bool:
    """Tell whether two pictures differ by more than a blinking cursor."""
    histogram = ImageChops.difference(a.convert("L"), b.convert("L")).histogram()
    return sum(histogram[16:]) > 500


def local(wine: Wine) -> Path:
    """Return the user's AppData/Local."""
    (found,) = (wine.prefix / "drive_c/users").glob("*/AppData/Local")
    return found


def program(wine: Wine) -> Path:
    """Return where Sipokat is installed."""
    return local(wine) / "Programs/Sipokat"
