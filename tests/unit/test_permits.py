"""Who may write what where: every office against every scope and kind of table, and who sees which rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import permits
from sipokat_desktop.storage.manifest import Column, Table, tables_of

KOTA, KEC, KEL, LAIN = "kota", "kec:16.73.01", "16.73.01.1003", "16.73.03.1010"
KOLOM = (Column("a", "A"), Column("b", "B"))
BIASA = Table("t", "Tarif", KOLOM)
BAWAH = BIASA._replace(kecamatan=True)
SEBAGIAN = BIASA._replace(kecamatan=frozenset({"a"}))
ATAS = BIASA._replace(kota=True)
SCOPES = st.sampled_from((*wilayah.lingkup_baca(KOTA), "", "kec:99"))


def boleh(table: Table, own: str, scope: str) -> tuple[bool, bool, bool]:
    """Whether a row is added, its field ``a`` changed, both its fields changed."""
    return (
        permits.may_add(table, own=own, scope=scope),
        permits.may(table, "set", ["a"], own=own, scope=scope),
        permits.may(table, "set", ["a", "b"], own=own, scope=scope),
    )


@pytest.mark.parametrize(
    ("table", "own", "scope", "wanted"),
    [
        (BIASA, KEL, KEL, "ya ya ya"),
        (BIASA, KEC, KEC, "ya ya ya"),
        (BIASA, KOTA, KOTA, "tidak tidak tidak"),
        (ATAS, KOTA, KOTA, "ya ya ya"),
        (ATAS, KEC, KOTA, "tidak tidak tidak"),
        (ATAS, KEL, KOTA, "tidak tidak tidak"),
        (BAWAH, KEL, KOTA, "tidak tidak tidak"),
        (ATAS, KOTA, KEC, "tidak tidak tidak"),
        (BAWAH, KOTA, KOTA, "tidak tidak tidak"),
        (BAWAH, KOTA, KEC, "ya ya ya"),
        (BAWAH, KOTA, KEL, "ya ya ya"),
        (BAWAH, KEC, KEL, "ya ya ya"),
        (BIASA, KEC, KEL, "tidak tidak tidak"),
        (BIASA, KOTA, KEL, "tidak tidak tidak"),
        (SEBAGIAN, KOTA, KEL, "tidak ya tidak"),
        (SEBAGIAN, KEC, KEL, "tidak ya tidak"),
        (SEBAGIAN, KEL, KEL, "ya ya ya"),
        (BIASA, "", KOTA, "ya ya ya"),
    ],
)
def test_the_rights_of_every_kind_of_office(table: Table, own: str, scope: str, wanted: str) -> None:
    assert boleh(table, own, scope) == tuple(kata == "ya" for kata in wanted.split())


def test_a_part_of_a_row_is_neither_deleted_nor_moved_from_above() -> None:
    assert not any(permits.may(SEBAGIAN, kind, [], own=KOTA, scope=KEL) for kind in ("delete", "restore", "move"))
    assert not permits.may(None, "set", ["a"], own=KOTA, scope=KEL)
    assert permits.may(None, "set", ["a"], own=KEL, scope=KEL)


@pytest.mark.parametrize(
    ("table", "own", "scope", "field", "wanted"),
    [
        (SEBAGIAN, KOTA, KEL, "a", True),
        (SEBAGIAN, KOTA, KEL, "b", False),
        (SEBAGIAN, KOTA, KEL, None, False),
        (BAWAH, KOTA, KEL, None, True),
        (ATAS, KOTA, KOTA, "b", True),
        (ATAS, KEL, KOTA, "b", False),
        (BIASA, KEC, KEC, None, True),
        (BIASA, KOTA, KOTA, "a", False),
    ],
)
def test_decisions_follow_the_same_rights(table: Table, own: str, scope: str, field: str | None, wanted: bool) -> None:
    about = {"tabel": "t", "field": field}
    assert permits.may_decide({"t": table}, about, own=own, scope=scope) is wanted


def test_refusals_name_who_writes_it() -> None:
    assert permits.refusal(BIASA, KEL).startswith("Data tarif dicatat oleh kelurahan. Minta Kelurahan Taba Jemekeh")
    assert "oleh kecamatan. Minta Kecamatan Lubuk Linggau Timur I" in permits.refusal(BIASA, KEC)
    assert "Bagian Tata Pemerintahan" in permits.refusal(ATAS, KOTA)
    assert "Kominfo" in permits.refusal(BIASA, KOTA)


@given(own=st.sampled_from((KOTA, *wilayah.bawahan(KOTA))), scope=SCOPES)
def test_who_reads_and_writes_where(own: str, scope: str) -> None:
    """Nobody writes where it does not read, and nobody reads across: only down, its own, and the city's."""
    baca, tulis = wilayah.lingkup_baca(own), wilayah.lingkup_tulis(own)
    assert set(tulis) <= set(baca) == {*tulis, KOTA}
    assert (scope in baca) == (wilayah.milik(own, scope) and scope in wilayah.lingkup_baca(KOTA))
    assert baca[0] == own
    assert set(wilayah.kelurahan_dari(own)) <= set(tulis)
    assert wilayah.beberapa(own) == bool(wilayah.bawahan(own))


def test_the_city_and_its_names() -> None:
    assert (len(wilayah.lingkup_baca(KOTA)), len(wilayah.kelurahan_dari(KOTA))) == (81, 72)
    for teks in ("kota", "KOTA", "16.73", "Kota Lubuklinggau", "lubuk linggau", "Bagian Tata Pemerintahan", "tapem"):
        assert wilayah.lingkup_kantor(wilayah.cari_kantor(teks)) == KOTA
    for teks in ("kec:16.73", "kec:kota", "bagian", ""):
        with pytest.raises(InputSalah, match="tidak dikenal"):
            wilayah.cari_kantor(teks)
    assert (wilayah.nama_kantor(KOTA), wilayah.nama(KOTA)) == ("Bagian Tata Pemerintahan", "Kota Lubuk Linggau")


def test_only_tables_meant_for_it_are_the_city_level_offices() -> None:
    """Money, purchases and rules of the whole city stay what the city's own commands write."""
    boleh_kota = {name for name, table in tables_of(MODULES).items() if table.kota}
    assert {"rt_pejabat", "rt_kelurahan"} <= boleh_kota
    assert {name for name in boleh_kota if not name.startswith(("rt_", "bimtek_"))} == set()


DARI_ATAS = BIASA._replace(above=frozenset({"b"}), kecamatan=frozenset({"b"}))


def test_what_only_an_office_above_fills_is_not_its_owns() -> None:
    assert boleh(DARI_ATAS, KEL, KEL) == (True, True, False)
    assert permits.may(DARI_ATAS, "set", ["b"], own=KEC, scope=KEL)
    assert permits.may(DARI_ATAS, "set", ["b"], own="", scope=KEL)
    assert not permits.may_decide({"t": DARI_ATAS}, {"tabel": "t", "field": "b"}, own=KEL, scope=KEL)
    assert permits.may_decide({"t": DARI_ATAS}, {"tabel": "t", "field": "b"}, own=KEC, scope=KEL)
    assert "hanya diisi oleh Kecamatan Lubuk Linggau Timur I" in permits.refusal_above(DARI_ATAS, "b", KEL)


@pytest.mark.parametrize(
    ("kind", "fields", "seen", "wanted"),
    [
        ("set", {"a": 1, "b": None}, {}, ""),
        ("set", {"b": "ya"}, {}, "b"),
        ("set", {"b": "ya"}, {"b": "op1"}, "b"),
        ("set", {"b": None}, {"b": "op1"}, "b"),
        ("move", {"b": "ya"}, {}, "b"),
        ("append", {"b": "ya"}, {}, "b"),
        ("restore", {"a": 1, "b": "ya"}, {"b": "op1"}, ""),
        ("delete", {}, {"b": "op1"}, ""),
    ],
)
def test_the_word_from_above_is_brought_back_but_not_said(
    kind: str, fields: Fields, seen: dict[str, str], wanted: str
) -> None:
    assert permits.above_said(DARI_ATAS, kind, fields, seen) == wanted
    assert permits.above_said(BIASA, kind, fields, seen) == ""
