"""What a window tells bench_buka after its first paint: the clock, its own CPU and memory, and what it shows."""

from __future__ import annotations

import os
import resource
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

GAMBAR = "SIPOKAT_BENCH_GAMBAR"


def lapor(kata: Sequence[str], jendela: QWidget) -> None:
    """Print one line (monotonic clock, CPU seconds, peak KiB, size, words) and end the process."""
    kini = time.monotonic()
    pakai = resource.getrusage(resource.RUSAGE_SELF)
    with open("/proc/self/status", encoding="ascii") as berkas:
        puncak = next(baris.split()[1] for baris in berkas if baris.startswith("VmHWM"))
    ukuran = f"{jendela.width()}x{jendela.height()}"
    print(kini, pakai.ru_utime + pakai.ru_stime, puncak, ukuran, "|".join(kata), sep="\t", flush=True)
    if GAMBAR in os.environ:
        jendela.grab().save(os.environ[GAMBAR])
    sys.stdout.flush()
    os._exit(0)
