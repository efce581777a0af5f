"""Cash: notes and envelopes without remainder, whatever the denominations, and a sentence where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import kas, ketetapan_ops, ops, siklus, uang_cetak
from sipokat_desktop.modules.insentif.kas import Kas, pecahan
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

NOMINAL = st.lists(st.integers(1, 200).map(lambda n: n * 50), min_size=1, max_size=6, unique=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as dibuka:
        yield dibuka


def cocok(kas_: Kas, jumlah: Sequence[int]) -> bool:
    """Tell whether notes, envelopes and total say the same to the rupiah, and nothing less than a note is used."""
    per_amplop = [sum(n * banyak for n, banyak in isi) for isi in kas_.per_amplop]
    lembar: dict[int, int] = {}
    for isi in kas_.per_amplop:
        for n, banyak in isi:
            assert banyak > 0
            lembar[n] = lembar.get(n, 0) + banyak
    return per_amplop == list(jumlah) and lembar == dict(kas_.ambil) and kas_.total == sum(jumlah)


@given(st.lists(st.integers(0, 500_000).map(lambda n: n * 100), max_size=40))
def test_notes_envelopes_and_total_agree(jumlah: list[int]) -> None:
    hasil = pecahan(jumlah)
    assert cocok(hasil, jumlah)
    assert sum(n * banyak for n, banyak in hasil.ambil) == sum(jumlah)
    assert [n for n, _ in hasil.ambil] == sorted((n for n, _ in hasil.ambil), reverse=True)


def dapat_disusun(jumlah: int, nominal: Sequence[int]) -> bool:
    """The judge: every amount up to ``jumlah`` that can be formed, one note after another."""
    bisa = [True] + [False] * jumlah
    for n in nominal:
        for ke in range(n, jumlah + 1):
            bisa[ke] = bisa[ke] or bisa[ke - n]
    return bisa[jumlah]


@given(st.integers(0, 400).map(lambda n: n * 50), NOMINAL)
def test_an_amount_is_refused_only_when_it_really_cannot_be_formed(jumlah: int, nominal: list[int]) -> None:
    if dapat_disusun(jumlah, nominal):
        assert cocok(pecahan([jumlah], nominal=nominal), [jumlah])
        return
    with pytest.raises(InputSalah, match="tidak dapat disusun"):
        pecahan([jumlah], nominal=nominal)


def test_a_note_too_few_is_noticed() -> None:
    """The known-bad control: the check must fail for cash that lost a note, or an envelope that was mixed up."""
    baik = pecahan([1_567_500, 550_000])
    kurang = Kas(baik.per_amplop, baik.ambil[1:], baik.total)
    tertukar = Kas(baik.per_amplop[::-1], baik.ambil, baik.total)
    assert cocok(baik, [1_567_500, 550_000])
    assert not cocok(kurang, [1_567_500, 550_000])
    assert not cocok(tertukar, [1_567_500, 550_000])


@pytest.mark.parametrize("jumlah", [[1_608_750], [-100]])
def test_what_cannot_be_formed_says_so(jumlah: list[int]) -> None:
    with pytest.raises(InputSalah):
        pecahan(jumlah)


def test_the_largest_note_is_not_always_taken() -> None:
    assert pecahan([60_000], nominal=[50_000, 20_000]).ambil == ((20_000, 3),)


def test_who_received_and_who_is_postponed_needs_no_cash(store: Store) -> None:
    nomor = kantor.terkunci(store, 4)
    assert kas.dari_daftar(store.reader(), nomor).total == 4 * 1_650_000
    ops.terima(store, nomor, hanya=[1])
    siklus.tunda(store, nomor, [2], alasan="Berkas belum lengkap")
    hasil = kas.dari_daftar(store.reader(), nomor)
    assert [b.no for b in hasil.baris] == [3, 4]
    assert hasil.ambil == ((100_000, 32), (50_000, 2))


def test_a_cancelled_list_needs_no_cash(store: Store) -> None:
    nomor = kantor.terkunci(store, 2)
    siklus.batal_daftar(store, nomor, alasan="Keliru periode")
    with pytest.raises(InputSalah, match="dibatalkan"):
        kas.dari_daftar(store.reader(), nomor)


def test_an_office_lays_down_its_own_denominations(store: Store, tmp_path: Path) -> None:
    nomor = kantor.terkunci(store, 2)
    ketetapan_ops.setel(store, KELURAHAN, {"pecahan": "50.000, 20.000"})
    assert kas.dari_daftar(store.reader(), nomor).ambil == ((50_000, 66),)
    assert uang_cetak.tulis(store.reader(), nomor, tmp_path / "uang.xlsx") == 3
    *_, akhir = CalamineWorkbook.from_path(str(tmp_path / "uang.xlsx")).get_sheet_by_index(0).to_python()
    assert akhir[2:] == ["JUMLAH", 3_300_000, 66]
    ketetapan_ops.setel(store, KELURAHAN, {"pecahan": "seratus ribu"})
    with pytest.raises(InputSalah, match="angka bulat"):
        kas.dari_daftar(store.reader(), nomor)
