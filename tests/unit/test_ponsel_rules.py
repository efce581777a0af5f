"""IMEI and the other numbers of goods: what is understood, what is refused, and in which words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import rules
from tests.unit.barang import imei

HARI = date(2026, 4, 10)
EMPAT_BELAS = st.text("0123456789", min_size=14, max_size=14)


def lengkapi(tanpa: str) -> str:
    """An IMEI from its first 14 digits, by the rule of ISO/IEC 7812 counted another way than the program does."""
    ganda = [sum(divmod(2 * int(angka), 10)) for angka in tanpa[1::2]]
    return tanpa + str(-(sum(map(int, tanpa[0::2])) + sum(ganda)) % 10)


IMEI = EMPAT_BELAS.map(lengkapi).filter(lambda angka: len(set(angka)) > 1)


@pytest.mark.parametrize("angka", ["352099001761481", "490154203237518", "356938035643809", "353879234252633"])
def test_known_imeis(angka: str) -> None:
    """From 3GPP TS 23.003, boxes and public examples."""
    assert rules.imei(angka) == angka
    assert rules.imei(rules.tampil_imei(angka)) == angka


@given(
    IMEI, st.lists(st.sampled_from([" ", "-", ".", "/"]), min_size=15, max_size=15), st.sampled_from(["", "'", " '"])
)
def test_an_imei_is_read_however_it_is_typed(angka: str, hiasan: list[str], depan: str) -> None:
    assert rules.imei(depan + "".join(a + h for a, h in zip(angka, hiasan, strict=True))) == angka
    assert rules.kata_imei(angka) == ""


@given(IMEI, st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(angka: str, ke: int, geser: int) -> None:
    salah = angka[:ke] + str((int(angka[ke]) + geser) % 10) + angka[ke + 1 :]
    kata = rules.kata_imei(salah)
    assert kata
    if len(set(salah)) > 1:
        assert rules.tampil_imei(salah) in kata


@given(IMEI, st.integers(0, 13))
def test_two_neighbours_that_changed_places_are_noticed_and_named(angka: str, ke: int) -> None:
    """All but 09 and 90, which no check digit of this kind tells apart."""
    a, b = angka[ke], angka[ke + 1]
    salah = angka[:ke] + b + a + angka[ke + 2 :]
    if a == b or {a, b} == {"0", "9"}:
        return
    kata = rules.kata_imei(salah)
    assert kata
    if "tertukar" in kata and len(set(salah)) > 1:
        asal = int(kata.split("angka ke-")[1].split()[0]) - 1
        assert rules.luhn(salah[:asal] + salah[asal + 1] + salah[asal] + salah[asal + 2 :])


@given(st.text("0123456789", max_size=20).filter(lambda s: len(s) not in (0, 15)))
def test_another_length_is_told(isian: str) -> None:
    assert str(len(isian)) in rules.kata_imei(isian) or len(isian) == 16


@given(st.text(max_size=30))
def test_anything_typed_is_an_imei_nothing_or_a_sentence(isian: str) -> None:
    if kata := rules.kata_imei(isian):
        with pytest.raises(InputSalah) as info:
            rules.imei(isian)
        assert (info.value.field, info.value.pesan) == ("imei1", kata)
        return
    hasil = rules.imei(isian)
    assert hasil is None or (len(hasil) == 15 and hasil.isascii() and hasil.isdigit() and rules.luhn(hasil))


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        ("35209900176148x", "hanya angka"),
        ("35209900176148", "yang diisi 14 angka"),
        ("3520990017614812", "16 angka (IMEI/SV)"),
        ("0" * 15, "15 angka yang sama"),
        (
            "352099001761480",
            "salah ketik di satu angka. Cocokkan lagi per kelompok dengan kotak HP: 35 · 209900 · 176148 · 0",
        ),
        ("325099001761481", "angka ke-2 dan ke-3 tertukar"),
    ],
)
def test_the_sentence_says_where_to_look(isian: str, kata: str) -> None:
    assert kata in rules.kata_imei(isian)


@pytest.mark.parametrize(
    ("field", "isian", "jadi"),
    [
        ("seri", " r58 a1-b ", "R58A1-B"), ("seri", "'0012", "0012"), ("seri", "", None),
        ("sim", "0812 3456 7890", "081234567890"), ("sim", "+62 812-3456-7890", "081234567890"),
        ("nup", "0012", "12"), ("nup", "000", "0"), ("nup", "", None), ("tahun", "2017", 2017), ("tahun", " ", None),
        ("harga", "1.500.000", 1_500_000), ("harga", "", None), ("kondisi", "Rusak Ringan", "rusak_ringan"),
        ("kondisi", "rusak_berat", "rusak_berat"), ("kondisi", "", None),
        ("garansi_sampai", "20/11/2020", "2020-11-20"),
        ("merek", "  Samsung  ", "Samsung"), ("imei2", "", None),
    ],
)  # fmt: skip
def test_other_fields(field: str, isian: str, jadi: object) -> None:
    assert rules.bersihkan({field: isian}, HARI) == {field: jadi}


@pytest.mark.parametrize(
    ("field", "isian", "kata"),
    [
        ("sim", "12", "Nomor SIM ditulis"), ("nup", "1a", "NUP hanya angka"), ("nup", "1234567", "NUP hanya angka"),
        ("tahun", "17", "empat angka"), ("tahun", "2099", "belum tiba"), ("tahun", "1950", "empat angka"),
        ("kondisi", "mulus", "Pilih salah satu: baik"), ("harga", "x", "."), ("garansi_sampai", "32/1/2020", "."),
        ("merek", "x" * 61, "."), ("imei1", "1", "15 angka"),
    ],
)  # fmt: skip
def test_what_is_wrong_names_its_input(field: str, isian: str, kata: str) -> None:
    with pytest.raises(InputSalah, match=kata) as info:
        rules.bersihkan({field: isian}, HARI)
    assert info.value.field == field


def test_both_imeis_alike() -> None:
    with pytest.raises(InputSalah, match="IMEI 1 dan IMEI 2 sama"):
        rules.bersihkan({"imei1": imei(1), "imei2": imei(1)}, HARI)


def test_days_are_today_or_before() -> None:
    assert rules.hari("", HARI) == "2026-04-10"
    assert rules.hari("", HARI, bawaan=False) is None
    assert rules.hari("1/4/2026", HARI) == "2026-04-01"
    with pytest.raises(InputSalah, match="11 April 2026 belum tiba"):
        rules.hari("11/4/2026", HARI)


def test_doubts() -> None:
    assert [p.field for p in rules.peringatan({"barang": "HP"})] == ["imei1"]
    assert [p.field for p in rules.peringatan({"seri": "A", "tahun": 2017, "garansi_sampai": "2016-01-01"})] == [
        "garansi_sampai"
    ]
    assert rules.peringatan({"seri": "A", "tahun": 2017, "garansi_sampai": "2020-01-01"}) == []
