"""The code on an invitation: every single wrong character and every exchange is caught, however it is typed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import token

KODE = st.uuids(allow_nil=False).map(lambda u: token.dari(str(u)))
LETAK = st.integers(0, token.PANJANG - 1)


def terbaca(ketik: str) -> str:
    """The code that is read, "" where it is refused."""
    try:
        return token.baca(ketik)
    except InputSalah:
        return ""


@given(KODE)
def test_a_code_is_read_as_it_is_written(kode: str) -> None:
    assert len(kode) == token.PANJANG
    assert set(kode) <= set(token.HURUF)
    ditulis = token.tulis(kode)
    assert [len(satu) for satu in ditulis.split("-")] == [4, 4, 4, 1]
    for ketik in (kode, ditulis, ditulis.lower(), f"  {ditulis} ", " ".join(kode), ditulis.replace("-", " ")):
        assert terbaca(ketik) == kode
        assert token.tampak(ketik)


@given(KODE)
def test_what_a_person_confuses_is_understood(kode: str) -> None:
    assert terbaca(kode.replace("O", "0").replace("I", "1").replace("B", "8")) == kode


@given(KODE, LETAK, st.sampled_from(token.HURUF))
def test_every_single_error_is_caught(kode: str, ke: int, huruf: str) -> None:
    salah = kode[:ke] + huruf + kode[ke + 1 :]
    assert terbaca(salah) == (kode if salah == kode else "")


@given(KODE, LETAK, LETAK)
def test_every_exchange_of_two_characters_is_caught(kode: str, a: int, b: int) -> None:
    huruf = [*kode]
    huruf[a], huruf[b] = huruf[b], huruf[a]
    salah = "".join(huruf)
    assert terbaca(salah) == (kode if salah == kode else "")


def test_a_check_that_only_adds_up_would_let_exchanges_through() -> None:
    """The known-bad control: what the property above would find in a plain sum."""
    polos = sum(token.HURUF.index(huruf) for huruf in "AB") % 32
    assert polos == sum(token.HURUF.index(huruf) for huruf in "BA") % 32
    kode = token.dari("x")
    a = next(ke for ke in range(11) if kode[ke] != kode[ke + 1])
    assert terbaca(kode[:a] + kode[a + 1] + kode[a] + kode[a + 2 :]) == ""


@pytest.mark.parametrize(
    "ketik", ["", "05", "RT 05", "Ahmad Abdullah", "ABCD", "A" * 12, "A" * 14, "ABCD-EFGH-IJKL-9", "Ü" * 13, "\0"]
)
def test_anything_else_is_no_code(ketik: str) -> None:
    assert terbaca(ketik) == ""


def test_a_wrong_code_is_told_from_a_name() -> None:
    salah = token.tulis("A" * 12 + "B")
    assert token.tampak(salah)
    assert not token.tampak("Abdurrahmanto")
    assert not token.tampak("RT 05")
    assert not token.tampak("1,2,3,4,5,6,7,21,22,23"), "a list of RT numbers"
    assert not token.tampak("karang ketuan 3"), "as many letters as a code, with the blanks of a name"
    assert not token.tampak("RT 5 Megang Dua")


@given(KODE, st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True))
def test_a_code_has_blanks_where_it_is_printed_with_them(kode: str, sela: list[int]) -> None:
    """Words of other lengths are a name, even if their letters happened to be a code that is not here."""
    ujung = [0, *sorted(sela), token.PANJANG]
    ketik = " ".join(kode[a:b] for a, b in pairwise(ujung))
    assert (terbaca(ketik) == kode) is token.tampak(ketik) is ({*sela} <= {4, 8, 12})


@given(st.text(max_size=40))
def test_reading_never_breaks(ketik: str) -> None:
    assert terbaca(ketik) in ("", ketik.upper()) or token.tampak(ketik)
    assert isinstance(token.tampak(ketik), bool)


@given(st.lists(st.uuids(), min_size=2, max_size=50, unique=True))
def test_codes_differ_and_say_nothing_of_the_id(ids: list[object]) -> None:
    semua = [token.dari(str(id)) for id in ids]
    assert len({*semua}) == len(ids)
    assert semua == [token.dari(str(id)) for id in ids]
