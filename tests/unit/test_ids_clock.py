"""Identifiers, clocks and the canonical form: what every row and op is built from."""

from __future__ import annotations

import json
import math
import unicodedata
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sipokat_desktop.kernel import canonical, clock, ids

ANGKA = st.integers(-(2**62), 2**62)
NILAI = st.one_of(st.none(), ANGKA, st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
FIELDS = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), NILAI, max_size=6)


def test_ids_are_uuid7_unique_and_increasing() -> None:
    made = [ids.new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {(uuid.UUID(i).version, uuid.UUID(i).variant) for i in made[:100]} == {(7, uuid.RFC_4122)}


def test_ids_of_threads_never_meet() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = [i for part in pool.map(lambda _: [ids.new_id() for _ in range(2_000)], range(8)) for i in part]
    assert len(set(made)) == 16_000


def test_an_id_carries_the_time_it_was_made() -> None:
    ms = uuid.UUID(ids.new_id()).int >> 80
    assert abs(ms - clock.now_ms()) < 5_000


@given(st.lists(st.text(max_size=9), max_size=4), st.lists(st.text(max_size=9), max_size=4))
def test_derived_ids_depend_on_their_parts_only(satu: list[str], dua: list[str]) -> None:
    pisah = "\x1f"
    assert ids.derived_id(*satu) == ids.derived_id(*satu)
    sama = pisah.join(satu) == pisah.join(dua)
    assert (ids.derived_id(*satu) == ids.derived_id(*dua)) == sama
    assert uuid.UUID(ids.derived_id(*satu)).version == 8


def test_codes_have_no_letters_that_are_misread() -> None:
    semua = "".join(ids.random_code(10) for _ in range(500)) + ids.short_code("x", 16)
    assert not set(semua) & set("01OI")
    assert ids.short_code("abc", 3) == ids.short_code("abc", 3) != ids.short_code("abd", 3)


@given(st.integers(0, 2**62), st.integers(0, 2**45))
def test_a_tick_is_later_than_the_last_and_never_behind_the_wall(last: int, now: int) -> None:
    after = clock.tick(last, now)
    assert after > last
    assert clock.hlc_ms(after) >= now


@given(st.lists(st.integers(0, 2**45), min_size=1, max_size=30))
def test_ticks_increase_whatever_the_wall_clock_does(walls: list[int]) -> None:
    last, seen = 0, [0]
    for now in walls:
        last = clock.tick(last, now)
        seen.append(last)
    assert seen == sorted(set(seen))


@given(st.integers(-(2**80), 2**80), st.integers(clock.MAX_SKEW_MS, 2**44))
def test_a_clamped_hlc_is_within_a_day(hlc: int, now: int) -> None:
    near = clock.clamp(hlc, now)
    assert abs(clock.hlc_ms(near) - now) <= clock.MAX_SKEW_MS
    assert clock.clamp(near, now) == near
    assert -(2**63) <= near < 2**63


@given(FIELDS)
def test_canonical_has_one_form_and_reads_back(fields: canonical.Fields) -> None:
    text = canonical.dumps(fields)
    shuffled = dict(sorted(fields.items(), reverse=True))
    assert canonical.dumps(shuffled) == text
    nfc = {unicodedata.normalize("NFC", k): unicodedata.normalize("NFC", v) if isinstance(v, str) else v
           for k, v in fields.items()}  # fmt: skip
    if len(nfc) == len(fields):
        assert json.loads(text) == nfc
        assert canonical.dumps(json.loads(text)) == text
    assert unicodedata.is_normalized("NFC", text)


def test_the_two_spellings_of_an_accent_are_one() -> None:
    assert canonical.dumps({"nama": "Jose\u0301"}) == canonical.dumps({"nama": "Jos\u00e9"}) == '{"nama":"Jos\u00e9"}'


@pytest.mark.parametrize("nilai", [1.0, math.nan, math.inf, b"x", {1, 2}, 0.1])
def test_what_has_no_exact_form_is_refused(nilai: object) -> None:
    with pytest.raises(TypeError):
        canonical.dumps({"a": nilai})
    with pytest.raises(TypeError):
        canonical.dumps({"a": [{"b": nilai}]})


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=10), min_size=1, max_size=8), st.data())
def test_the_chain_notices_any_change(bodies: list[str], data: st.DataObject) -> None:
    def end(parts: list[str]) -> str:
        h = canonical.GENESIS
        for part in parts:
            h = canonical.chain(h, part)
        return h

    at = data.draw(st.integers(0, len(bodies) - 1))
    edited = [*bodies[:at], bodies[at] + "x", *bodies[at + 1 :]]
    dropped = [*bodies[:at], *bodies[at + 1 :]]
    assert len({end(bodies), end(edited), end(dropped)}) == 3


def test_a_row_hash_covers_all_of_the_row() -> None:
    semua = {
        canonical.row_hash("a", "1", False, "{}"), canonical.row_hash("b", "1", False, "{}"),
        canonical.row_hash("a", "2", False, "{}"), canonical.row_hash("a", "1", True, "{}"),
        canonical.row_hash("a", "1", False, '{"x":1}'),
    }  # fmt: skip
    assert len(semua) == 5
    assert all(len(h) == 32 for h in semua)


DALAM = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))),
    lambda isi: st.lists(isi, max_size=3) | st.dictionaries(st.text(max_size=4), isi, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=6), DALAM, max_size=6))
@example({"b": 'kutip " garis \\ \n\t\x00\x1f\x7f', "a": 2**80, "é": -(2**53) - 1, "\U0001f600": "\u2028 ﬁ é"})
def test_the_text_is_what_the_standard_encoder_writes(isi: dict[str, object]) -> None:
    """Its bytes are hashed and compared by both sides: they may never change."""
    baku = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    assert canonical.encode(isi) == baku.encode(isi)
    assert canonical.decode(canonical.encode(isi)) == json.loads(baku.encode(isi))
    assert canonical.dumps(isi) == unicodedata.normalize("NFC", baku.encode(isi))


@pytest.mark.parametrize("rusak", ["", "{", '{"a":', "bukan"])
def test_a_damaged_text_is_a_value_error(rusak: str) -> None:
    with pytest.raises(ValueError, match=r"canonical|Expecting"):
        canonical.decode(rusak)
