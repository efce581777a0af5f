"""Random histories prove something only where they reached the corners that they are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

PALING_BANYAK = 4
"""A hundred histories may well miss a rare corner; so many times as many do not."""


def mainkan(riwayat: type[RuleBasedStateMachine], pengaturan: settings, jejak: Counter[str], sudut: Set[str]) -> None:
    """Play the histories, and as many again while one of the corners ``sudut`` was not reached; ``jejak`` counts what
    happened. Fails as a history does, or where a corner was never reached."""
    jejak.clear()
    for _ in range(PALING_BANYAK):
        run_state_machine_as_test(riwayat, settings=pengaturan)
        lewat = sudut - {nama for nama, kali in jejak.items() if kali}
        if not lewat:
            return
    raise AssertionError(f"never reached: {lewat}")
