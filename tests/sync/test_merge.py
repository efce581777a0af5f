"""The merge rules of SYNC.md on the pure functions: nothing is lost in silence, whatever comes first."""

from __future__ import annotations

import json
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import REST
from sipokat_desktop.storage.manifest import Column, Kind, Ledger, Merge, Table
from sync import conflict, merge
from sync.conflict import Book, Claim
from sync.merge import Context
from sync.operation import Op
from sync.register import Doc
from tests.sync.satu_baris import BARIS, DAFTAR, MUTASI, ORANG, TABLES, Kota, baru, op


def test_an_edit_that_saw_the_last_writer_is_taken() -> None:
    kota = baru()
    assert kota(op(2, "set", ORANG, {"hp": "2", "nama": "Budi S."}, hp="o1", nama="o1")).outcome == "applied"
    assert kota.doc is not None
    assert (kota.doc.fields["hp"], kota.doc.fields["nama"]) == ("2", "Budi S.")
    assert kota.conflicts == {}


@pytest.mark.parametrize("urutan", list(permutations([2, 3])))
def test_soft_the_later_is_shown_in_either_order_and_both_are_kept(urutan: tuple[int, int]) -> None:
    kota = baru()
    edits = {ke: op(ke, "set", ORANG, {"hp": str(ke)}, hp="o1") for ke in (2, 3)}
    kota(*(edits[ke] for ke in urutan))
    assert kota.doc is not None
    assert kota.doc.fields["hp"] == "3"
    assert {("hp", "2"), ("hp", "3")} <= kota.kept()
    assert [c["keadaan"] for c in kota.conflicts.values()] == ["selesai"]


@pytest.mark.parametrize("urutan", list(permutations([2, 3])))
def test_hard_the_citys_stays_and_a_person_decides(urutan: tuple[int, int]) -> None:
    kota = baru()
    verdict = kota(*(op(ke, "set", ORANG, {"nama": f"N{ke}"}, nama="o1") for ke in urutan))
    assert verdict.outcome == "merged"
    assert kota.doc is not None
    assert kota.doc.fields["nama"] == f"N{urutan[0]}"
    (konflik,) = kota.conflicts.values()
    assert (konflik["jenis"], konflik["keadaan"], konflik["field"]) == ("isian berbeda", "terbuka", "nama")
    assert {("nama", "N2"), ("nama", "N3")} <= kota.kept()


def test_the_same_value_twice_is_no_conflict() -> None:
    kota = baru()
    kota(op(2, "set", ORANG, {"nama": "Sama", "hp": "9"}, nama="o1", hp="o1"))
    assert kota(op(3, "set", ORANG, {"nama": "Sama", "hp": "9"}, nama="o1", hp="o1")).outcome == "applied"
    assert kota.conflicts == {}


def test_different_fields_do_not_collide() -> None:
    kota = baru()
    kota(op(2, "set", ORANG, {"hp": "2"}, hp="o1"), op(3, "set", ORANG, {"nama": "N"}, nama="o1"))
    assert kota.conflicts == {}
    assert kota.doc is not None
    assert (kota.doc.fields["hp"], kota.doc.fields["nama"]) == ("2", "N")


SUNTINGAN = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["nama", "hp"]), st.integers(0, 3), st.booleans()),
    min_size=1,
    max_size=12,
)


@given(SUNTINGAN)
def test_no_value_is_overwritten_unseen_and_lost(suntingan: list[tuple[int, str, int, bool]]) -> None:
    """I6 with four PCs that edit, and see the city's row or not; every value is in the row, seen, or in a conflict."""
    kota = baru()
    assert kota.doc is not None
    layar: dict[int, dict[str, str]] = {pc: {"nama": "o1", "hp": "o1"} for pc in range(4)}
    for ke, (pc, field, nilai, lihat) in enumerate(suntingan, 2):
        if lihat:
            layar[pc] = {name: kota.doc.writer(name) for name in ("nama", "hp")}
        kepala, dilihat = kota.doc.writer(field).split(), layar[pc][field]
        kota(op(ke, "set", ORANG, {field: f"v{nilai}"}, inc=f"pc{pc}")._replace(seen={field: dilihat}))
        layar[pc][field] = f"o{ke}"
        assert (field, f"v{nilai}") in kota.kept()
        for satu in map(kota.seen.__getitem__, kepala):
            if satu.op_id not in dilihat.split() and satu.inc != f"pc{pc}":
                assert (field, satu.fields[field]) in kota.kept()


@given(st.permutations(range(2, 7)))
def test_soft_the_end_does_not_depend_on_the_order(urutan: list[int]) -> None:
    kota = baru()
    kota(*(op(ke, "set", ORANG, {"hp": str(ke)}, hp="o1") for ke in urutan))
    assert kota.doc is not None
    assert kota.doc.fields["hp"] == "6"
    assert {("hp", str(ke)) for ke in range(2, 7)} <= kota.kept()


def test_a_delete_of_what_was_seen_is_taken_and_stays() -> None:
    kota = baru()
    assert kota(op(2, "delete", ORANG, {}, nama="o1", hp="o1")).outcome == "applied"
    assert kota.doc is not None
    assert kota.doc.deleted
    assert kota.conflicts == {}
    assert kota(op(3, "delete", ORANG, {}, nama="o1", hp="o1")).outcome == "duplicate"
    late = kota(op(4, "set", ORANG, {"hp": "4"}, hp="o1"))
    assert (late.outcome, late.reason) == ("held", merge.SUDAH_DIHAPUS)
    assert kota.doc.deleted


def test_a_delete_against_an_unseen_edit_is_held_and_told() -> None:
    kota = baru()
    kota(op(2, "set", ORANG, {"hp": "2"}, hp="o1"))
    verdict = kota(op(3, "delete", ORANG, {}, nama="o1", hp="o1"))
    assert verdict.outcome == "held"
    assert kota.doc is not None
    assert not kota.doc.deleted
    assert kota.conflicts[""]["keadaan"] == "terbuka"


def test_only_an_explicit_restore_revives() -> None:
    kota = baru()
    kota(op(2, "delete", ORANG, {}, nama="o1", hp="o1"))
    assert kota(op(3, "set", ORANG, {"nama": "Budi"})).outcome == "held"
    assert kota(op(4, "restore", ORANG, {"nama": "Budi", "hp": "4"})).outcome == "applied"
    assert kota.doc is not None
    assert (kota.doc.deleted, kota.doc.fields["hp"]) == (False, "4")


def test_two_restores_of_one_row_lose_nothing() -> None:
    kota = baru()
    kota(op(2, "delete", ORANG, {}, nama="o1", hp="o1"))
    kota(op(3, "restore", ORANG, {"nama": "Budi", "hp": "3"}), op(4, "restore", ORANG, {"nama": "Budi", "hp": "4"}))
    assert {("hp", "3"), ("hp", "4")} <= kota.kept()


def test_an_entry_is_stored_once_and_another_content_is_told() -> None:
    kota = Kota(MUTASI)
    satu = op(1, "append", MUTASI, {"slot": "a|b|c", "jumlah": 5})
    assert kota(satu).outcome == "applied"
    assert kota(satu._replace(op_id="o2")).outcome == "duplicate"
    assert kota(op(3, "append", MUTASI, {"slot": "a|b|c", "jumlah": 5, "alasan": "lain"})).outcome == "merged"
    assert kota.doc is not None
    assert kota.doc.writers == {REST: "o1 o2 o3"}
    assert kota.doc is not None
    assert kota.doc.fields["jumlah"] == 5


@pytest.mark.parametrize("kind", ["set", "delete", "restore"])
def test_a_ledger_is_only_added_to(kind: str) -> None:
    kota = Kota(MUTASI)
    kota(op(1, "append", MUTASI, {"slot": "a|b|c", "jumlah": 5}))
    assert kota(op(2, kind, MUTASI, {"jumlah": 6} if kind != "delete" else {}, jumlah="o1")).outcome == "refused"
    assert kota.doc is not None
    assert kota.doc.fields["jumlah"] == 5


def test_a_transition_needs_the_state_it_expected() -> None:
    kota = baru(DAFTAR, nomor="1", keadaan="draf", dikunci_oleh=None)
    batal = op(2, "move", DAFTAR, {"keadaan": "batal"}, expected="draf")
    kunci = op(3, "move", DAFTAR, {"keadaan": "dikunci", "dikunci_oleh": "Lurah"}, expected="draf")
    assert kota(kunci).outcome == "applied"
    verdict = kota(batal)
    assert (verdict.outcome, verdict.field) == ("held", "keadaan")
    assert "dikunci" in verdict.reason
    assert kota(kunci._replace(op_id="o9")).outcome == "duplicate"
    lain = kunci._replace(op_id="o10", fields={"keadaan": "dikunci", "dikunci_oleh": "Plt. Lurah"})
    assert kota(lain).outcome == "merged"
    assert kota.doc is not None
    assert kota.doc.fields["dikunci_oleh"] == "Lurah"


def test_a_row_that_is_gone_cannot_be_moved() -> None:
    assert Kota(DAFTAR)(op(1, "move", DAFTAR, {"keadaan": "dikunci"}, expected="draf")).outcome == "held"


@pytest.mark.parametrize("kind", ["set", "delete", "restore"])
def test_a_locked_list_holds_what_comes_late(kind: str) -> None:
    doc = Doc({"daftar_id": "d", "no": 1}, {"*": "o1"})
    kota = Kota(BARIS, doc, locked=True)
    verdict = kota(op(2, kind, BARIS, {"no": 2} if kind != "delete" else {}, no="o1", daftar_id="o1"))
    assert (verdict.outcome, verdict.reason) == ("held", merge.SUDAH_TERKUNCI)
    assert kota.doc is doc


def test_what_the_server_does_not_know_is_kept() -> None:
    asing = Table("baru", "Baru", (Column("x", "X"),))
    assert (
        merge.judge(op(1, "set", asing, {"x": "1"}), None, None, Context(lambda _: None, lambda _: False)).outcome
        == "held"
    )
    kota = baru(catatan_baru="dari versi depan")
    kota(op(2, "set", ORANG, {"hp": "2"}, hp="o1"))
    assert kota.doc is not None
    assert kota.doc.fields["catatan_baru"] == "dari versi depan"
    assert json.loads(kota.doc.texts()[0])["catatan_baru"] == "dari versi depan"
    kota(op(3, "set", ORANG, {"catatan_baru": "lain"}, catatan_baru="o1"))
    assert kota.doc.fields["catatan_baru"] == "lain"


def test_the_citys_own_tables_are_refused() -> None:
    konflik = TABLES["konflik"]
    verdict = merge.judge(
        op(1, "set", konflik, {"keadaan": "selesai"}), konflik, None, Context(lambda _: None, lambda _: False)
    )
    assert verdict.outcome == "refused"


@pytest.mark.parametrize(
    ("fields", "field"), [({"nama": 5}, "nama"), ({"nama": None}, "nama"), ({"nama": "x", "hp": 8}, "hp")]
)
def test_a_wrong_shape_is_refused_with_the_field(fields: Fields, field: str) -> None:
    verdict = Kota(ORANG)(op(1, "set", ORANG, fields))
    assert (verdict.outcome, verdict.field) == ("refused", field)


def test_an_unknown_kind_is_refused() -> None:
    assert Kota(ORANG)(op(1, "hapus_semua", ORANG, {})).outcome == "refused"


def _slot(*claims: Claim, **back: Op) -> Fields | None:
    buku = Ledger(
        "slot", "membalik", lambda entri, _: entri, lambda _c, slot: slot, lambda _c, entri: entri,
        said=lambda balik: str(balik.get("jenis")),
    )  # fmt: skip
    return conflict.of_slot("t", "a|b|c", claims, Book(back.get, lambda op_id: f"PC {op_id}"), buku)


def test_two_live_claims_are_open_and_a_reversal_that_saw_both_closes_them() -> None:
    dua = (Claim("b", ("ob",)), Claim("a", ("oa",)))
    terbuka = _slot(*dua)
    assert terbuka == _slot(*reversed(dua))
    assert terbuka is not None
    assert terbuka["keadaan"] == "terbuka"
    assert json.loads(str(terbuka["isi"]))["entri"] == ["a", "b"]
    assert _slot(dua[0]) is None
    balik = op(9, "append", MUTASI, {"jenis": "dikembalikan", "alasan": "kembali"}, slot="a b")
    selesai = _slot(dua[0], Claim("a", ("oa",), ("o9",)), o9=balik)
    assert selesai is not None
    assert (selesai["keadaan"], selesai["diputus_oleh"]) == ("selesai", "Rina")
    assert "kembali" in str(selesai["isi"])
    assert _slot(dua[0], Claim("a", ("oa",), ("o9",)), o9=balik._replace(seen={})) is None


def test_every_ledger_table_names_its_slot_and_reversal() -> None:
    for table in TABLES.values():
        if table.kind is Kind.LEDGER:
            assert table.ledger is not None
            assert {table.ledger.slot, table.ledger.reverses} <= {c.name for c in table.columns}
    assert any(c.merge is Merge.SOFT for c in ORANG.columns)
