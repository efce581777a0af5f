"""What is looked at when the program starts, in a few milliseconds: room on the disk, and the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop import BUILT_MS
from sipokat_desktop.kernel import clock, tanggal

from . import room

if TYPE_CHECKING:
    from .store import Store

DAY_MS = 24 * 3600 * 1000
TWO_YEARS_MS = 731 * DAY_MS
JAM_MUNDUR = (
    "Jam komputer ini menunjuk {kini}, lebih awal daripada catatan terakhir ({akhir}). Betulkan tanggal dan jam "
    "Windows; Anda tetap dapat bekerja."
)
JAM_MAJU = (
    "Jam komputer ini menunjuk {kini}, jauh sesudah Sipokat ini dibuat. Betulkan tanggal dan jam Windows, atau pasang "
    "Sipokat yang baru; Anda tetap dapat bekerja."
)


def warnings(store: Store) -> list[str]:
    """Return a sentence for each thing that is wrong; the work goes on all the same."""
    return [said for said in (room.warning(store.folder), clock_warning(store)) if said]


def clock_warning(store: Store) -> str:
    """Return what is wrong with the clock: more than a day behind the newest op or this release, or two years after it.

    An op that a clock far ahead has written once tells nothing about today.
    """
    now, latest = store.clock(), BUILT_MS + TWO_YEARS_MS
    newest = clock.hlc_ms(store.reader().execute("SELECT hlc FROM rantai").fetchone()[0])
    known = max(BUILT_MS, newest if newest <= latest else 0)
    said = tanggal.panjang(tanggal.wib(now).date())
    if now < known - DAY_MS:
        return JAM_MUNDUR.format(kini=said, akhir=tanggal.panjang(tanggal.wib(known).date()))
    return JAM_MAJU.format(kini=said) if now > latest else ""
