"""Fitting never clips: what it returns is inside the box and holds every letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.printing.fitting import SPASI, bungkus, muat


def _em(teks: str) -> float:
    return len(teks) * 0.5


TEKS = st.text(alphabet="abcW .,", max_size=300).map(lambda t: " ".join(t.split()))


@given(TEKS, st.floats(20, 200), st.floats(20, 40))
def test_fits_and_loses_nothing(teks: str, lebar: float, tinggi: float) -> None:
    pas = muat(teks, lebar, tinggi, _em)
    assert "".join(pas.baris).replace(" ", "") == teks.replace(" ", "")
    assert all(_em(b) * pas.ukuran <= lebar + 1e-6 for b in pas.baris)
    assert len(pas.baris) * pas.ukuran * SPASI <= tinggi + 1e-6 or len(pas.baris) == 1
    assert 0 < pas.ukuran <= 9


def test_shrinks_before_it_wraps() -> None:
    assert muat("a" * 20, 90, 30, _em).ukuran == 9
    assert muat("a" * 22, 90, 30, _em).ukuran == 8
    assert muat("a" * 25, 90, 30, _em).ukuran == 7
    dua = muat("aaaa " * 6, 90, 30, _em)
    assert len(dua.baris) == 2
    assert dua.ukuran == 9


@given(TEKS, st.floats(2, 30))
def test_wrapping_keeps_words_in_order(teks: str, lebar: float) -> None:
    baris = bungkus(teks, lebar, _em)
    assert "".join(baris).replace(" ", "") == teks.replace(" ", "")
    assert all(_em(b) <= lebar for b in baris)
