"""The peak memory of one sync (or of the floor's request) in a process of its own: prints bytes above what was there.

``python -m tests.bench.sinkron_memori sinkron FOLDER`` · ``… kirim URL ROWS_JSON`` · ``… terima URL FILE``
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

from sipokat_desktop.app import Office
from sync.client.session import Session

from .sinkron_dasar import kirim, terima


def _status(kata: str) -> int:
    baris = next(b for b in Path("/proc/self/status").read_text().splitlines() if b.startswith(kata))
    return int(baris.split()[1]) * 1024


def main(apa: str, satu: str, dua: str = "") -> None:
    """Do the work and print how much more memory it had than before."""
    if apa == "sinkron":
        pc = Office(Path(satu))
        session = Session(pc.store)
    rows = json.loads(Path(dua).read_bytes()) if apa == "kirim" else []
    gc.collect()
    awal = _status("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    match apa:
        case "sinkron":
            assert session.run().matching
        case "kirim":
            kirim(satu, rows)
        case _:
            terima(satu, Path(dua))
    print(_status("VmHWM") - awal)


if __name__ == "__main__":
    main(*sys.argv[1:])
