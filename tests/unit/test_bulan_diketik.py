"""Months and percents as people type them: every written form reads back, anything else is refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah

BULAN = st.builds(lambda t, b: f"{t}-{b:02d}", st.integers(1990, 2099), st.integers(1, 12))


@given(BULAN)
def test_every_written_form_reads_back(bulan: str) -> None:
    tahun, ke = bulan[:4], int(bulan[5:])
    nama = periode.nama_bulan(bulan)
    for teks in (bulan, f"{ke}/{tahun}", f"{ke:02d}-{tahun}", nama, nama.upper(), f" {nama[:3]}  {tahun} "):
        assert periode.baca_bulan(teks) == bulan


@pytest.mark.parametrize("teks", ["", "x", "13/2026", "2026-13", "5/4/2026", "2026", "Juli", "0/2026", "²/2026"])
def test_what_is_no_month_is_refused_at_its_input(teks: str) -> None:
    with pytest.raises(InputSalah) as salah:
        periode.baca_bulan(teks, "mulai")
    assert salah.value.field == "mulai"
    assert "misalnya 7/2026" in salah.value.pesan


def test_percent_as_typed_and_back() -> None:
    from ui.modules.insentif.baca import persen

    for poin in (0, 1, 25, 250, 500, 3333, 5000, 10_000):
        assert persen(rupiah.persen(poin), "persen") == poin
        assert persen(rupiah.persen(poin).removesuffix(" %"), "persen") == poin
    for teks in ("", "-5", "101", "5,555", "lima", "5%5", "٥"):
        with pytest.raises(InputSalah):
            persen(teks, "persen")
