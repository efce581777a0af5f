"""rupiah: how amounts are written, read from a form field, and taxed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah


@pytest.mark.parametrize(
    ("angka", "titik", "uang", "penuh"),
    [
        (0, "0", "Rp0", "Rp0,00"),
        (999, "999", "Rp999", "Rp999,00"),
        (1_650_000, "1.650.000", "Rp1.650.000", "Rp1.650.000,00"),
        (3_484_800_000, "3.484.800.000", "Rp3.484.800.000", "Rp3.484.800.000,00"),
        (-82_500, "-82.500", "-Rp82.500", "-Rp82.500,00"),
    ],
)
def test_written(angka: int, titik: str, uang: str, penuh: str) -> None:
    assert (rupiah.titik(angka), rupiah.uang(angka), rupiah.uang_penuh(angka)) == (titik, uang, penuh)


@pytest.mark.parametrize(
    "teks",
    [
        "1650000",
        "1.650.000",
        "Rp 1.650.000",
        "Rp1.650.000,00",
        "rp. 1.650.000",
        "Rp 1.650.000,-",
        " 1.650.000 ",
        "Rp\u00a01.650.000",
        "1650000,00",
        "RP1650000",
    ],
)
def test_read(teks: str) -> None:
    assert rupiah.baca(teks) == 1_650_000


@pytest.mark.parametrize(
    ("teks", "petunjuk"),
    [
        ("", "Tulis jumlah"),
        ("   ", "Tulis jumlah"),
        ("Rp", "Tulis jumlah"),
        ("-5.000", "kurang dari nol"),
        ("\u22125.000", "kurang dari nol"),
        ("Rp -5.000", "kurang dari nol"),
        ("1.650.000,50", "tanpa sen"),
        ("1.650.000,5", "tanpa sen"),
        ("1650000,001", "tanpa sen"),
        ("1,650,000", "titik"),
        ("1,650", "tanpa sen"),
        ("1.65", "titik"),
        ("16.50.000", "titik"),
        ("1650.000", "titik"),
        ("1.650.000.", "titik"),
        (".650.000", "titik"),
        ("0.500", "titik"),
        ("1 650 000", "titik"),
        ("1,65 juta", "angka"),
        ("1e6", "angka"),
        ("lima ribu", "angka"),
        ("1_000", "angka"),
        ("\u00b2\u00b3", "angka"),
        ("\u0661\u0662", "angka"),
        ("1.650.000,00,00", "tanpa sen"),
        ("999.000.000.001", "terlalu besar"),
        ("9" * 40, "terlalu besar"),
    ],
)
def test_refused_with_a_sentence(teks: str, petunjuk: str) -> None:
    with pytest.raises(InputSalah) as salah:
        rupiah.baca(teks, field="besaran")
    assert salah.value.field == "besaran"
    assert petunjuk in salah.value.pesan
    assert salah.value.pesan.endswith(".")


def test_largest_accepted() -> None:
    assert rupiah.baca("999.000.000.000") == 999_000_000_000
    assert rupiah.baca("0") == 0


@given(st.integers(0, 999_000_000_000))
def test_what_we_write_we_read(angka: int) -> None:
    for tulis in (str, rupiah.titik, rupiah.uang, rupiah.uang_penuh):
        assert rupiah.baca(tulis(angka)) == angka


@given(st.text(max_size=20))
def test_any_text_gives_an_amount_or_a_sentence(teks: str) -> None:
    kalimat, hasil = "baik.", 0
    try:
        hasil = rupiah.baca(teks)
    except InputSalah as salah:
        kalimat = salah.pesan
    assert kalimat.endswith(".")
    assert 0 <= hasil <= 999_000_000_000


@pytest.mark.parametrize(
    ("bruto", "basis_poin", "pph"),
    [
        (1_650_000, 0, 0),
        (1_650_000, 500, 82_500),
        (1_650_000, 250, 41_250),
        (550_000, 500, 27_500),
        (550_000, 250, 13_750),
        (19, 500, 0),
        (39, 500, 1),
        (1_650_000, 10_000, 1_650_000),
        (-39, 500, -1),
    ],
)
def test_tax_rounds_down_to_the_rupiah(bruto: int, basis_poin: int, pph: int) -> None:
    assert rupiah.potong(bruto, basis_poin) == pph


@given(st.integers(0, 10**12), st.integers(0, 10_000))
def test_tax_of_a_reversal_cancels_the_tax(bruto: int, basis_poin: int) -> None:
    pph = rupiah.potong(bruto, basis_poin)
    assert pph * 10_000 <= bruto * basis_poin < (pph + 1) * 10_000
    assert rupiah.potong(-bruto, basis_poin) == -pph


@pytest.mark.parametrize("basis_poin", [-1, 10_001])
def test_rate_outside_0_to_100_percent_is_a_bug(basis_poin: int) -> None:
    with pytest.raises(ValueError, match="basis"):
        rupiah.potong(1000, basis_poin)
