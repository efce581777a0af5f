"""Shares that add up to 100: rules, and the words of a share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import persen

JUMLAH = st.lists(st.integers(0, 10**9), max_size=40)


@given(JUMLAH, st.sampled_from((100, 1000, 7, 63_360)))
def test_shares_add_up_keep_the_order_and_are_off_by_less_than_one(jumlah: list[int], satuan: int) -> None:
    bagi, semua = persen.bagi(jumlah, satuan=satuan), sum(jumlah)
    assert sum(bagi) == (satuan if semua else 0)
    assert all(abs(p * semua - n * satuan) < semua for n, p in zip(jumlah, bagi, strict=True)) or not semua
    assert all(bagi[a] >= bagi[b] for a in range(len(jumlah)) for b in range(len(jumlah)) if jumlah[a] > jumlah[b])


@given(JUMLAH)
def test_of_equal_counts_the_first_get_what_is_left_over(jumlah: list[int]) -> None:
    bagi = persen.bagi(jumlah)
    sama: dict[int, list[int]] = {}
    for n, p in zip(jumlah, bagi, strict=True):
        sama.setdefault(n, []).append(p)
    assert all(satu == sorted(satu, reverse=True) and satu[0] - satu[-1] <= 1 for satu in sama.values())


@pytest.mark.parametrize(
    ("jumlah", "timpang"),
    [
        ((1, 1, 1), True),
        ((1, 1), False),
        ((2, 1, 1), False),
        ((1, 1, 1, 0), True),
        ((), False),
        ((64, 24, 6, 6), False),
    ],
)
def test_equal_counts_with_unequal_shares_are_noticed(jumlah: tuple[int, ...], *, timpang: bool) -> None:
    assert persen.timpang(jumlah, persen.bagi(jumlah)) is timpang


@pytest.mark.parametrize(
    ("jumlah", "bagi"),
    [
        ((), ()), ((0,), (0,)), ((0, 0), (0, 0)), ((1,), (100,)), ((1, 1, 1), (34, 33, 33)), ((0, 1), (0, 100)),
        ((1, 1, 1, 1, 1, 1, 1), (15, 15, 14, 14, 14, 14, 14)), ((999, 1), (100, 0)), ((64, 24, 6, 6), (64, 24, 6, 6)),
        ((40_550, 15_206, 3_802, 3_802), (64, 24, 6, 6)),
    ],
)  # fmt: skip
def test_known_shares(jumlah: tuple[int, ...], bagi: tuple[int, ...]) -> None:
    assert persen.bagi(jumlah) == bagi


def test_plain_rounding_would_not_add_up() -> None:
    """The known bad way: what this rule is for."""
    assert sum(round(n * 100 / 3) for n in (1, 1, 1)) != 100


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="negatif"):
        persen.bagi((2, -1))


@pytest.mark.parametrize(
    ("n", "semua", "kata"),
    [
        (0, 0, ""),
        (0, 7, "0 %"),
        (1, 1, "100 %"),
        (1, 3, "33 %"),
        (1, 1000, "< 1 %"),
        (999, 1000, "> 99 %"),
        (1, 7, "14 %"),
    ],
)
def test_words_of_a_share(n: int, semua: int, kata: str) -> None:
    assert persen.kata(persen.dari(n, semua), n, semua) == kata
