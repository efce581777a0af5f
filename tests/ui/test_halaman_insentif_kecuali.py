"""The exceptions of a list as clerks type them: numbers, runs, and everything that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from ui.modules.insentif import kecuali
from ui.modules.insentif.pindai import nomor_dari

ADA = range(1, 19)


@pytest.mark.parametrize(
    ("diketik", "nomor"),
    [
        ("", []),
        ("3,7", [3, 7]),
        ("3 7", [3, 7]),
        (" 3 ;7. 12 ", [3, 7, 12]),
        ("3 7 12-14", [3, 7, 12, 13, 14]),
        ("12 - 14", [12, 13, 14]),
        ("12–14", [12, 13, 14]),
        ("12 s.d. 14", [12, 13, 14]),
        ("12 sd 14, 3", [3, 12, 13, 14]),
        ("07,7", [7]),
    ],
)
def test_what_clerks_type(diketik: str, nomor: list[int]) -> None:
    assert sorted(kecuali.baca(diketik, ADA)) == nomor


@pytest.mark.parametrize(
    ("diketik", "field", "kata"),
    [
        ("tiga", kecuali.BUKAN_NOMOR, "bukan nomor urut"),
        ("INS-2026TW4-7QD-01", kecuali.BUKAN_NOMOR, "bukan nomor urut"),
        ("3,-", kecuali.BUKAN_NOMOR, "bukan nomor urut"),
        ("14-12", "kecuali", "terbalik"),
        ("3 88", "kecuali", "Nomor urut 88 tidak ada"),
        ("0", "kecuali", "Nomor urut 0 tidak ada"),
        ("1-99999", "kecuali", "tidak ada"),
        ("³", kecuali.BUKAN_NOMOR, "bukan nomor urut"),
    ],
)
def test_what_is_refused(diketik: str, field: str, kata: str) -> None:
    with pytest.raises(InputSalah, match=kata) as salah:
        kecuali.baca(diketik, ADA)
    assert salah.value.field == field


def test_runs_are_written_short() -> None:
    assert kecuali.tulis({14, 3, 12, 13, 7, 8}) == "3, 7, 8, 12-14"
    assert kecuali.tulis(()) == ""


@given(st.frozensets(st.integers(1, 600)))
def test_what_is_written_is_read_again(nomor: frozenset[int]) -> None:
    assert kecuali.baca(kecuali.tulis(nomor), range(1, 601)) == nomor


@pytest.mark.parametrize(
    "dipindai", ["INS-2026TW4-7QD-01", "ins-2026tw4-7qd-01 ", "INS-2026TW4-7QD-01|R2|A1B2C3D4", "INS-2026TW4-7QD-01#2"]
)
def test_the_number_in_what_a_scanner_types(dipindai: str) -> None:
    assert nomor_dari(dipindai) == "INS-2026TW4-7QD-01"
