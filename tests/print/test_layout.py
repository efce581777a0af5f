"""Pagination rules on the pure layout: even breaks, whole boxes, total and signers never alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.printing.layout import Susunan, Ukuran, susun

F4 = Ukuran(isi=308, kepala_pertama=39.4, kepala_lanjutan=8.5, kepala_tabel=14, pindahan=7, penutup=61.8, kaki=5)
UKURAN = st.builds(
    Ukuran,
    isi=st.floats(180, 310),
    kepala_pertama=st.floats(0, 70),
    kepala_lanjutan=st.floats(0, 10),
    kepala_tabel=st.floats(10, 15),
    pindahan=st.floats(5, 8),
    penutup=st.floats(10, 70),
    kaki=st.floats(4, 8),
)


def _benar(susunan: Susunan, banyak: int, u: Ukuran) -> None:
    halaman = susunan.halaman
    assert [h.nomor for h in halaman] == list(range(1, len(halaman) + 1))
    assert [h.awal for h in halaman] == [0, *(h.akhir for h in halaman[:-1])]
    assert halaman[-1].akhir == banyak
    assert [h.terakhir for h in halaman] == [False] * (len(halaman) - 1) + [True]
    for h in halaman:
        muat = u.muat(susunan.tinggi_baris, pertama=h.pertama, terakhir=h.terakhir)
        assert h.akhir - h.awal <= muat
        assert h.awal % 2 == 0
    if len(halaman) > 1:
        assert all(h.akhir - h.awal >= 2 for h in halaman)
        assert susunan.tinggi_baris == 12


@given(st.integers(0, 60))
def test_rules_hold_on_f4(banyak: int) -> None:
    _benar(susun(banyak, F4), banyak, F4)


@given(st.integers(0, 2000), UKURAN)
def test_rules_hold_on_any_page(banyak: int, ukuran: Ukuran) -> None:
    try:
        susunan = susun(banyak, ukuran)
    except InputSalah:
        assert ukuran.muat(12, pertama=True, terakhir=False) < 2 or ukuran.muat(12, pertama=False, terakhir=True) < 3
    else:
        _benar(susunan, banyak, ukuran)


@given(st.integers(1, 200))
def test_one_more_row_never_needs_fewer_pages(banyak: int) -> None:
    assert len(susun(banyak, F4).halaman) <= len(susun(banyak + 1, F4).halaman)


@pytest.mark.parametrize(
    ("banyak", "tinggi", "rincian"),
    [
        (0, 12, [0]), (1, 12, [1]), (15, 12, [15]), (16, 10, [16]), (18, 10, [18]), (19, 12, [16, 3]),
        (36, 12, [20, 16]), (37, 12, [20, 17]), (38, 12, [20, 16, 2]), (60, 12, [20, 22, 16, 2]),
    ],
)  # fmt: skip
def test_known_lists(banyak: int, tinggi: float, rincian: list[int]) -> None:
    susunan = susun(banyak, F4)
    assert susunan.tinggi_baris == tinggi
    assert [h.akhir - h.awal for h in susunan.halaman] == rincian


@pytest.mark.parametrize(
    ("perlu", "banyak", "tinggi"), [(0, 16, 10), (12, 16, 10), (12.1, 16, 13), (17.4, 3, 18), (99, 3, 24)]
)
def test_rows_grow_where_their_texts_need_it(perlu: float, banyak: int, tinggi: float) -> None:
    susunan = susun(banyak, F4, perlu)
    assert susunan.tinggi_baris == tinggi
    assert susunan.halaman[-1].akhir == banyak


def test_a_head_that_fills_the_page_is_told_kindly() -> None:
    sempit = Ukuran(isi=188, kepala_pertama=160, kepala_lanjutan=8, kepala_tabel=13, pindahan=6, penutup=60, kaki=5)
    with pytest.raises(InputSalah, match="terlalu panjang"):
        susun(5, sempit)
