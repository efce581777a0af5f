"""The arithmetic of charts: axes from 0 in round steps, labels that never touch."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.sumbu import renggang, sumbu, tiap


@given(st.integers(0, 10**12), st.integers(2, 8))
def test_an_axis_begins_at_nothing_and_covers_all(terbanyak: int, selang: int) -> None:
    skala = sumbu(terbanyak, selang)
    langkah = {b - a for a, b in pairwise(skala)}
    assert skala[0] == 0
    assert skala[-1] >= max(1, terbanyak)
    assert len(langkah) == 1
    assert 2 <= len(skala) <= selang + 1
    assert skala[-1] - langkah.pop() < max(1, terbanyak)


def test_steps_are_round() -> None:
    assert sumbu(0) == (0, 1)
    assert sumbu(1) == (0, 1)
    assert sumbu(7) == (0, 2, 4, 6, 8)
    assert sumbu(63_360) == (0, 20_000, 40_000, 60_000, 80_000)


@given(st.floats(1, 200), st.floats(1, 300), st.integers(0, 200))
def test_every_so_manieth_label_leaves_room_for_itself(label: float, tempat: float, banyak: int) -> None:
    selang = tiap(label, tempat, banyak)
    assert selang >= 1
    assert banyak < 2 or selang * tempat >= label - 1e-6


TINGGI = st.lists(st.floats(-50, 500), max_size=6)


@given(TINGGI, st.floats(1, 40))
def test_labels_keep_their_distance_and_stay_inside(mau: list[float], jarak: float) -> None:
    atas, bawah = 10.0, 400.0
    hasil = renggang(mau, jarak, atas, bawah)
    assert len(hasil) == len(mau)
    assert all(atas - 1e-6 <= y <= bawah + 1e-6 for y in hasil)
    assert all(b - a >= jarak - 1e-6 for a, b in pairwise(sorted(hasil)))
    urut = sorted(range(len(mau)), key=lambda ke: (mau[ke], ke))
    assert [hasil[ke] for ke in urut] == sorted(hasil)


def test_labels_that_do_not_meet_stay_where_they_want() -> None:
    assert renggang([100, 50, 300], 20, 0, 400) == [100, 50, 300]
    assert renggang([100, 100], 20, 0, 400) == [100, 120]
    assert renggang([400, 400], 20, 0, 400) == [380, 400]
