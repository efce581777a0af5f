"""Pagination of the attendance list: every row once and in order, boxes whole, room for the signers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.printing.attendance_layout import Potong, Rombongan, Ruang, bagi

F4 = Ruang(pertama=230, lanjutan=280, penutup=60, judul=6.6, baris=12)
ROMBONGAN = st.lists(st.builds(Rombongan, st.integers(0, 60), st.booleans()), max_size=40)
RUANG = st.builds(
    Ruang,
    pertama=st.floats(20, 280),
    lanjutan=st.floats(60, 300),
    penutup=st.floats(5, 150),
    judul=st.just(6.6),
    baris=st.sampled_from([9.0, 10.0, 12.0]),
)


def _benar(halaman: tuple[tuple[Potong, ...], ...], kelompok: list[Rombongan], ruang: Ruang) -> None:
    semua = [satu for isi in halaman for satu in isi]
    baris = [(satu.kelompok, n) for satu in semua for n in range(satu.awal, satu.akhir)]
    assert baris == [(ke, n) for ke, satu in enumerate(kelompok) for n in range(satu.banyak)]
    for nomor, isi in enumerate(halaman):
        penutup = ruang.penutup if nomor == len(halaman) - 1 else 0.0
        assert ruang.sisa(nomor, isi) >= penutup
        assert isi or nomor == 0
        assert all(satu.awal % 2 == 0 for satu in isi)
        assert not any(kelompok[satu.kelompok].baru and satu.awal == 0 for satu in isi[1:])


@given(ROMBONGAN)
def test_rules_hold_on_f4(kelompok: list[Rombongan]) -> None:
    _benar(bagi(kelompok, F4), kelompok, F4)


@given(ROMBONGAN, RUANG)
def test_rules_hold_on_any_page(kelompok: list[Rombongan], ruang: Ruang) -> None:
    try:
        halaman = bagi(kelompok, ruang)
    except InputSalah:
        tiga = ruang.judul + 3 * ruang.baris + ruang.penutup
        assert ruang.lanjutan < tiga or ruang.pertama < ruang.penutup
    else:
        _benar(halaman, kelompok, ruang)


def test_a_box_cut_in_two_is_noticed() -> None:
    """The known-bad control: a page that breaks after an odd row must fail."""
    with pytest.raises(AssertionError):
        _benar(((Potong(0, 0, 3),), (Potong(0, 3, 6),)), [Rombongan(6)], F4)
