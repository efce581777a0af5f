"""terbilang: the given vectors, and an independent reader of the words that must give the number back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.terbilang import BATAS, kata, terbilang

VEKTOR = Path(__file__).parents[1] / "data" / "terbilang_vectors.csv"
SATUAN = {
    w: i for i, w in enumerate(["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"])
}
SKALA = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
SE = {"sepuluh": ("satu", "puluh"), "sebelas": ("satu", "belas"), "seratus": ("satu", "ratus")}


def _urai(kalimat: str) -> list[str]:
    kata_kata: list[str] = []
    for w in kalimat.split():
        kata_kata.extend(SE.get(w, ("satu", "ribu") if w == "seribu" else (w,)))
    return kata_kata


def _angka(kalimat: str) -> int:
    jumlah = bagian = digit = 0
    for w in _urai(kalimat):
        if w in SATUAN:
            digit = SATUAN[w]
        elif w == "belas":
            bagian, digit = bagian + 10 + digit, 0
        elif w == "puluh":
            bagian, digit = bagian + 10 * digit, 0
        elif w == "ratus":
            bagian, digit = bagian + 100 * digit, 0
        else:
            jumlah, bagian, digit = jumlah + (bagian + digit) * SKALA[w], 0, 0
    return jumlah + bagian + digit


def _vektor() -> list[tuple[int, str]]:
    with VEKTOR.open(encoding="utf-8", newline="") as berkas:
        return [(int(baris["angka"]), baris["terbilang"]) for baris in csv.DictReader(berkas)]


@pytest.mark.parametrize(("angka", "bunyi"), _vektor())
def test_vectors(angka: int, bunyi: str) -> None:
    assert terbilang(angka) == bunyi


@given(st.one_of(st.integers(0, BATAS - 1), st.integers(0, 20_000), st.integers(0, 999).map(lambda n: n * 10**6)))
def test_words_read_back_give_the_number(angka: int) -> None:
    bunyi = terbilang(angka)
    assert bunyi.endswith(" rupiah")
    assert _angka(bunyi.removesuffix(" rupiah")) == angka


@given(st.integers(0, BATAS - 1))
def test_words_are_canonical(angka: int) -> None:
    kata_kata = kata(angka).split()
    assert kata(angka) == " ".join(kata_kata)
    for salah in ("satu puluh", "satu ratus", "satu belas"):
        assert salah not in " ".join(kata_kata)
    assert angka == 0 or "nol" not in kata_kata


@pytest.mark.parametrize("angka", [-1, BATAS, BATAS * 10])
def test_out_of_range_is_refused(angka: int) -> None:
    with pytest.raises(ValueError, match="terbilang"):
        terbilang(angka)


def test_without_the_unit() -> None:
    assert kata(20) == "dua puluh"
    assert kata(2017) == "dua ribu tujuh belas"
