"""Whatever comes over the wire as an op is one, or is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import canonical
from sync.operation import Op

NILAI = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=5),
    st.lists(st.integers(), max_size=2),
)
MENTAH = st.dictionaries(
    st.sampled_from(["op_id", "inc", "n", "hlc", "scope", "kind", "table", "row", "by", "fields", "seen", "expected"]),
    st.one_of(NILAI, st.dictionaries(st.text(max_size=3), NILAI, max_size=3)),
)


@pytest.mark.parametrize("body", ["[" * 100_000, '{"a":' * 50_000, "9" * 5_000], ids=["daftar", "objek", "angka"])
def test_a_bottomless_body_is_no_op(body: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Op.parse(body)


@given(st.one_of(st.text(max_size=30), MENTAH.map(json.dumps)))
def test_any_text_is_an_op_or_a_value_error(body: str) -> None:
    try:
        satu = Op.parse(body)
    except ValueError:
        return
    assert satu.fields == {} or all(type(v) in (str, int, type(None)) for v in satu.fields.values())
    canonical.dumps(satu.fields)


@pytest.mark.parametrize("nilai", [2**63, -(2**63) - 1, 10**40, True, 1.5, [1], {"a": 1}])
def test_values_that_an_office_could_not_store_are_no_op(nilai: object) -> None:
    """One hostile PC must not be able to stop the others from taking their pages in."""
    isi = {"op_id": "o", "inc": "i", "n": 1, "hlc": 1, "scope": "k", "kind": "set", "table": "rt_jabatan", "row": "r",
           "fields": {"nomor": "01", "jumlah_kk": nilai}}  # fmt: skip
    with pytest.raises(ValueError, match="not an operation"):
        Op.parse(json.dumps(isi))


@pytest.mark.parametrize("seen", [{"nama": "a\0"}, {"na\0ma": "a"}, {"nama": "x" * 30_000}])
def test_a_nul_in_what_was_seen_is_no_op(seen: dict[str, str]) -> None:
    """PostgreSQL cannot store one: it would stop every other PC that edits the same field."""
    isi = {"op_id": "o", "inc": "i", "n": 1, "hlc": 1, "scope": "k", "kind": "set", "table": "rt_orang", "row": "r",
           "fields": {"nama": "A"}, "seen": seen}  # fmt: skip
    with pytest.raises(ValueError, match="not an operation"):
        Op.parse(json.dumps(isi))


UTUH: dict[str, object] = {
    "op_id": "op", "inc": "inc", "n": 1, "hlc": 2, "scope": "s", "kind": "set", "table": "t", "row": "r", "by": "b",
    "fields": {"nama": "a"}, "seen": {"nama": "x"}, "expected": "e",
}  # fmt: skip
TEMPAT = [*(name for name, value in UTUH.items() if isinstance(value, str)), "fields", "seen"]


@pytest.mark.parametrize("name", TEMPAT)
@pytest.mark.parametrize("text", ["a\x00", "\x00"])
def test_a_nul_anywhere_is_no_op(name: str, text: str) -> None:
    """PostgreSQL cannot store one: a single op would stop its office."""
    for lain in [{"nama": text}, {text: "a"}] if name in ("fields", "seen") else [text]:
        with pytest.raises(ValueError, match="not an operation"):
            Op.parse(canonical.dumps(UTUH | {name: lain}))


def test_a_backslash_and_five_characters_are_no_nul() -> None:
    fields = {"nama": "\\u0000", "alamat": "garis \\\\u0000 miring"}
    assert Op.parse(canonical.dumps(UTUH | {"fields": fields})).fields == fields
