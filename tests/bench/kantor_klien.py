"""Some of the 72 offices of bench_kantor in one process: real stores, real sessions, one thread each.

``python -m tests.bench.kantor_klien FLOOR_URL FOLDER…`` reads a command a line and answers with JSON: ``ubah N``
changes rows everywhere, ``kita`` syncs all at once, ``dasar`` sends the same rows to the floor all at once.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sipokat_desktop.app import Office

from .sinkron_dasar import kirim
from .sinkron_panggung import cocok, ubah

UBAH = 60


def _serentak(kerja: list[Callable[[], object]]) -> list[float]:
    """Run all at once; returns how many seconds after the start each was done."""
    mulai = time.perf_counter()

    def satu(apa: Callable[[], object]) -> float:
        apa()
        return time.perf_counter() - mulai

    with ThreadPoolExecutor(len(kerja)) as pool:
        return list(pool.map(satu, kerja))


def main(dasar: str, folders: list[Path]) -> None:
    """Obey until the input ends."""
    kantor = [Office(folder) for folder in folders]
    for line in sys.stdin:
        kata = line.split()
        hasil: object = None
        match kata[0]:
            case "ubah":
                for pc in kantor:
                    ubah(pc, int(kata[1]), UBAH)
            case "kita":
                hasil = _serentak([lambda pc=pc: cocok(pc) for pc in kantor])  # type: ignore[misc]
            case _:
                semua = [json.loads((folder / "baris.json").read_bytes()) for folder in folders]
                hasil = _serentak([lambda rows=rows: kirim(dasar, rows) for rows in semua])  # type: ignore[misc]
        print(json.dumps(hasil), flush=True)
    for pc in kantor:
        pc.close()


if __name__ == "__main__":
    main(sys.argv[1], [Path(kata) for kata in sys.argv[2:]])
