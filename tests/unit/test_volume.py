"""Measures with decimals: what is typed is what is kept, to the thousandth, and nothing else is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import volume
from sipokat_desktop.kernel.errors import InputSalah


@given(st.integers(1, volume.TERBESAR), st.booleans())
def test_every_measure_is_read_back_as_it_was_written(ribuan: int, titik: bool) -> None:
    ketik = volume.tulis(ribuan)
    assert volume.baca(ketik if titik else ketik.replace(".", "")) == ribuan
    assert volume.baca(f"  {ketik} ") == ribuan


@given(st.integers(0, 10**9), st.text("0123456789", min_size=0, max_size=3))
def test_the_reading_agrees_with_plain_arithmetic(bulat: int, pecah: str) -> None:
    ketik = f"{bulat}" + (f",{pecah}" if pecah else "")
    harap = bulat * 1000 + int((pecah + "000")[:3])
    if not 0 < harap <= volume.TERBESAR:
        with pytest.raises(InputSalah):
            volume.baca(ketik)
    else:
        assert volume.baca(ketik) == harap


@pytest.mark.parametrize(
    ("ketik", "ribuan"),
    [("1.250,5", 1_250_500), ("1250,5", 1_250_500), ("37,5", 37_500), ("0,125", 125), ("1 250", 1_250_000), ("", None)],
)
def test_examples(ketik: str, ribuan: int | None) -> None:
    assert volume.baca(ketik) == ribuan


@pytest.mark.parametrize(
    "ketik", ["0", "0,000", "1,2345", "1.25", "12.50,5", "1,2,3", "-4", "4 m", "1.0000", ",5", "5,", "١٢", "9" * 40]
)
def test_what_could_be_read_in_two_ways_is_refused(ketik: str) -> None:
    with pytest.raises(InputSalah) as salah:
        volume.baca(ketik)
    assert salah.value.field == "volume"


def test_words() -> None:
    assert volume.dengan_satuan(1_250_500, "m") == "1.250,5 m"
    assert volume.dengan_satuan(6000, "") == "6"
    assert volume.dengan_satuan(None, "m") == ""
