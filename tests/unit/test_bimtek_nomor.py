"""The numbers that are typed from a paper list: ranges, mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import lembar_ops


@pytest.mark.parametrize(
    ("ketik", "jadi"),
    [
        ("1-3, 5", (1, 2, 3, 5)),
        ("5 ; 1 s.d. 3", (1, 2, 3, 5)),
        ("1 – 2  4", (1, 2, 4)),
        ("3 sampai 4,3", (3, 4)),
        ("1 s/d 2", None),
        ("0", None),
        ("4-2", None),
        ("9-16", None),
        ("tiga", None),
        ("1-2-3", None),
        ("", ()),
    ],
)
def test_typed_numbers(ketik: str, jadi: tuple[int, ...] | None) -> None:
    if jadi is None:
        with pytest.raises(InputSalah) as salah:
            lembar_ops.baca_nomor(ketik, 15)
        assert salah.value.field == "nomor"
    else:
        assert lembar_ops.baca_nomor(ketik, 15) == jadi


@given(st.sets(st.integers(1, 60)))
def test_numbers_survive_being_typed_in_ranges(nomor: set[int]) -> None:
    bagian: list[list[int]] = []
    for no in sorted(nomor):
        if bagian and bagian[-1][1] == no - 1:
            bagian[-1][1] = no
        else:
            bagian.append([no, no])
    ketik = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in bagian)
    assert lembar_ops.baca_nomor(ketik, 60) == tuple(sorted(nomor))
