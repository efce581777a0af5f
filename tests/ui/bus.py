"""Run by the system's Python under Xvfb and a session bus: says what a screen reader finds on the real AT-SPI bus.

``bus.py FILE PROGRAM …`` starts the program, waits until it has written FILE and prints a line of JSON for every object
of its windows: role, name, description, the label that names it, whether the keyboard comes to it. It ends the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]

TUNGGU_S = 60


def aplikasi(pid: int) -> Any:
    """Return the application of a process, None while it is not on the bus."""
    semua = [satu for satu in pyatspi.Registry.getDesktop(0) if satu is not None]
    return next((satu for satu in semua if satu.get_process_id() == pid and satu.childCount), None)


def pohon(satu: Any) -> Iterator[Any]:
    """Give an object and all below it."""
    yield satu
    for anak in satu:
        if anak is not None:
            yield from pohon(anak)


def baris(satu: Any) -> list[Any]:
    """Return what is spoken of an object."""
    label = [r.getTarget(0).name for r in satu.getRelationSet() if r.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    fokus = satu.getState().contains(pyatspi.STATE_FOCUSABLE)
    return [satu.getRoleName(), satu.name, satu.description, " ".join(label), fokus]


def main(berkas: str, program: list[str]) -> None:
    """Start, wait, tell, end."""
    anak = subprocess.Popen(program)
    akhir = time.monotonic() + TUNGGU_S
    try:
        while not (os.path.exists(berkas) and aplikasi(anak.pid)):
            if time.monotonic() > akhir or anak.poll() is not None:
                sys.exit("the window did not come to the bus")
            time.sleep(0.05)
        for satu in pohon(aplikasi(anak.pid)):
            print(json.dumps(baris(satu)))
    finally:
        anak.terminate()
        anak.wait()


main(sys.argv[1], sys.argv[2:])
