"""A scripted day on an office PC that ends itself with SIGKILL at a chosen step of the store's engine."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

from sipokat_desktop.app import Office
from tests.e2e.pekerja import Pekerja, buruk, lapor
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

ACTS, BACKUP_EVERY = 24, 8
STEP = 4
"""Instructions of the engine between two points at which the day can be cut."""


def siapkan(folder: Path) -> None:
    """An office with some RT and a tariff."""
    office = Office(folder)
    office.choose_kelurahan(KELURAHAN)
    kantor.tarif(office.store)
    kantor.isi_rt(office.store, 3)
    office.close()


def main(folder: Path, benih: int, titik: int, cara: str = "") -> None:
    """Work through the day, to be cut at point ``titik`` (0: never); at the end tell how many points there are.

    ``cara`` ``buruk`` is the known-bad control: it says that an act is saved before it is.
    """
    acak, office = random.Random(benih), Office(folder)
    office.store._con.set_progress_handler(pisau := Pisau(titik), STEP)
    pekerja = Pekerja(office)
    lapor(siap=True)
    for ke in range(1, ACTS + 1):
        if cara == "buruk":
            buruk(office.store, acak)
        else:
            pekerja.kerjakan(acak)
        if ke % BACKUP_EVERY == 0:
            lapor(cadangan=str(office.safety.backup()))
    lapor(langkah=pisau.hitungan)
    office.close()


class Pisau:
    """Counts the points, and ends the process at one of them."""

    def __init__(self, titik: int) -> None:
        self.hitungan, self._titik = 0, titik

    def __call__(self) -> int:
        self.hitungan += 1
        if self.hitungan == self._titik:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0
