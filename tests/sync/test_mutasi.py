"""The mutation check: every seeded bug is caught by the laws of the random histories, and without it they hold."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.mutan import MUTAN
from tests.sync.riwayat import Riwayat
from tests.sync.uji_mutan import uji_mutan

pytestmark = pytest.mark.usefixtures("panggung_acak")
ACAK = ("slot tunggal", "yang terakhir menang diam-diam", "tanpa antre ulang", "terjawab sebelum tersimpan",
        "kursor melompat", "tanpa ingatan op", "yang terhapus bangkit", "tanpa periksa cabang")  # fmt: skip
"""Bugs that chance finds too, without being told the story."""


test_the_laws_hold_without_the_bug, test_the_bug_is_caught = uji_mutan(Riwayat, MUTAN)


@pytest.mark.kampanye
@pytest.mark.lama
@pytest.mark.parametrize("nama", ACAK)
@pytest.mark.usefixtures("caplog")
def test_chance_finds_the_bug_too(nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    MUTAN[nama].tanam(monkeypatch)
    with pytest.raises((AssertionError, BaseExceptionGroup)):
        run_state_machine_as_test(
            Riwayat,
            settings=settings(
                max_examples=400, stateful_step_count=30, deadline=None, phases=(Phase.generate,), database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )  # fmt: skip
