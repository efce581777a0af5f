"""The forgiving search: what finds what, and that whatever is shown can be found by its parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import pencarian

KUNCI = pencarian.kunci(
    "16.73.03.1010", "03", "02", "Achmad Djamaluddin, S.Pd", "1673010101700001", "081234567890",
    "Jl. Kenanga I No. 41", "141/12/KPTS/AT/2024",
)  # fmt: skip


def ketemu(dicari: str, kunci: str = KUNCI) -> bool:
    return all(any(potong in kunci for potong in satu) for satu in pencarian.tanya(dicari))


@pytest.mark.parametrize(
    "dicari",
    [
        "", "rt", "rt 3", "RT.03", "rt 003", "RT 03 / RW 02", "3", "rw 2", "achmad", "AHMAD", "akhmad", "  ahmad  ",
        "jamal", "djamal", "jamaludin", "din ahmad", "ahm jam", "s.pd", "spd", "kenanga", "kenanga 41", "no 41",
        "41", "jl kenanga", "1673", "0101 0001", "1673 0101 0170 0001", "+62 812 3456 7890", "62812-3456-7890",
        "812 3456", "0812.3456", "141/12", "kpts", "air teman", "airtemam", "Air Temam", "rt 3 ahmad kenanga",
    ],
)  # fmt: skip
def test_finds(dicari: str) -> None:
    assert ketemu(dicari)


@pytest.mark.parametrize(
    "dicari", ["rt 30", "rt 1", "4", "ahmad budi", "kenanga 4", "rw 3", "0813", "zz", "rt 3 budi", "taba"]
)
def test_does_not_find(dicari: str) -> None:
    assert not ketemu(dicari)


@pytest.mark.parametrize(
    ("tersimpan", "dicari"),
    [
        ("Soekarno", "sukarno"), ("Sukarno", "soekarno"), ("Jusuf", "yusuf"), ("Yusuf", "jusuf"),
        ("Tjahjono", "cahyono"), ("Sjafri", "safri"), ("Moch. Amin", "muh amin"), ("Mohammad", "muhamad"),
        ("Rudy", "rudi"), ("Rudi", "rudy"), ("Taufiq", "taufik"), ("Novi", "nofi"), ("Nyoman", "njoman"),
        ("José", "jose"), ("Alex", "aleks"), ("Hasannudin", "hasanudin"), ("Siti Aminah", "sitiaminah"),
        ("Aaj", "aaj"), ("Aiy", "aiy"), ("Hajji", "haji"),
    ],
)  # fmt: skip
def test_old_and_new_spelling_meet(tersimpan: str, dicari: str) -> None:
    assert ketemu(dicari, pencarian.kunci("", None, None, tersimpan, None, None, None, None))


def test_a_number_is_whole_where_it_is_short() -> None:
    kunci = pencarian.kunci("", "12", None, "Budi", None, None, "Jl. Mawar 141", None)
    assert not ketemu("14", kunci)
    assert ketemu("141", kunci)
    assert ketemu("12", kunci)
    assert not ketemu("2", kunci)


def test_a_surya_is_not_lost_on_the_way() -> None:
    kunci = pencarian.kunci("", None, None, "Surya Darma", None, None, None, None)
    assert all(ketemu("surya darma"[:n], kunci) for n in range(12))


HURUF = st.text(alphabet="abcdefghijklmnoprstuwyzéáABCDEJY", min_size=2, max_size=12)


@given(kata=st.lists(HURUF, min_size=1, max_size=4), acak=st.randoms())
def test_words_are_found_in_any_order_and_case(kata: list[str], acak: object) -> None:
    kunci = pencarian.kunci("", "07", None, " ".join(kata), None, None, None, None)
    acak.shuffle(kata)  # type: ignore[attr-defined]
    assert ketemu(" ".join(kata).upper(), kunci)
    assert ketemu(f"rt 7 {kata[0]}", kunci)


@given(nik=st.text(alphabet="0123456789", min_size=16, max_size=16), dari=st.integers(0, 12), n=st.integers(3, 16))
def test_every_piece_of_a_nik_finds_it(nik: str, dari: int, n: int) -> None:
    potong = nik[dari : dari + n]
    assert ketemu(potong, pencarian.kunci("", None, None, "x", nik, None, None, None))


@given(teks=st.text(max_size=60))
def test_any_line_can_be_typed(teks: str) -> None:
    for satu in pencarian.tanya(teks):
        assert satu
        assert all(satu)
    assert pencarian.kunci("16.73.01.1003", teks, teks, teks, teks, teks, teks, teks).startswith("|")
