"""Random histories of four PCs and a city: whatever happened, all ends equal and nothing is lost (I1–I13, P4–P6)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC, OP_LOG
from tests.sync.pemain import panggung
from tests.sync.riwayat import Riwayat
from tests.sync.sudut import mainkan

pytestmark = pytest.mark.usefixtures("panggung_acak")

LAMA = settings().max_examples > 1000
BAGIAN, BANYAK = (10, 500) if LAMA else (3, 100)
"""300 histories every day, 5,000 in `make test-lama`."""
PENGATURAN = settings(
    max_examples=BANYAK,
    stateful_step_count=30, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
SUDUT = {"merged", "duplicate", "pembayaran ganda terbuka", "isian berbeda terbuka", "kantor padam", "kota padam"}
"""What must happen somewhere in so many histories, or they prove nothing."""


@pytest.mark.parametrize("_bagian", [0, *(pytest.param(n, marks=pytest.mark.kampanye) for n in range(1, BAGIAN))])
def test_random_histories_end_equal(_bagian: int) -> None:
    mainkan(Riwayat, PENGATURAN, panggung().kota.jejak, SUDUT)


class Pelupa(Riwayat):
    """Known-bad control: a city that forgets its people without a word."""

    def teardown(self) -> None:
        with self.kota.db.write(ALL_SCOPES) as con:
            con.execute(DOC.delete().where(DOC.c.tbl == "rt_orang"))
            con.execute(OP_LOG.delete().where(OP_LOG.c.tbl == "rt_orang"))
        super().teardown()


def test_the_harness_notices_a_city_that_forgets() -> None:
    with pytest.raises((AssertionError, BaseExceptionGroup)):
        run_state_machine_as_test(
            Pelupa, settings=settings(PENGATURAN, max_examples=3, phases=(Phase.generate,), database=None)
        )
