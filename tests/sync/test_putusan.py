"""Decisions as ops that saw everything, and conflicts that are the same whatever came first, on the pure rules."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.core import HELD, REST
from sipokat_desktop.storage.manifest import Column, Table
from sync.register import Doc
from tests.sync.satu_baris import ORANG, TABLES, Kota, baru, op

HAPUS_SUNTING = [
    op(2, "set", ORANG, {"hp": "2"}, hp="o1"),
    op(3, "delete", ORANG, {}, nama="o1", hp="o1"),
    op(4, "delete", ORANG, {}, nama="o1", hp="o1"),
]


@pytest.mark.parametrize("urutan", list(permutations(range(3))))
def test_delete_and_unseen_edit_are_one_conflict_whatever_came_first(urutan: tuple[int, ...]) -> None:
    kota = baru()
    kota(*(HAPUS_SUNTING[i] for i in urutan))
    assert {*kota.conflicts} == {""}
    isi = kota.isi("")
    assert [e["op"] for e in isi["hapus"]] == ["o3", "o4"]
    assert [(e["op"], e["field"], e["nilai"]) for e in isi["isian"]] == [("o2", "hp", "2")]


@pytest.mark.parametrize("urutan", list(permutations(range(3))))
def test_a_person_ends_it_by_a_restore_or_a_delete_that_saw_it(urutan: tuple[int, ...]) -> None:
    for kind, putusan, nilai in (("restore", "tidak dihapus", "2"), ("delete", "dihapus", None)):
        kota = baru()
        kota(*(HAPUS_SUNTING[i] for i in urutan))
        isi: Fields = {"nama": "Budi", "hp": "2"} if kind == "restore" else {}
        putus = op(5, kind, ORANG, isi)._replace(seen={"nama": "o1", "hp": "o2", HELD: "o3 o4"})
        assert kota(putus).outcome == "applied"
        assert kota.doc is not None
        assert (kota.doc.deleted, kota.doc.fields.get("hp")) == (kind == "delete", nilai)
        (baris,) = kota.conflicts.values()
        assert (baris["keadaan"], baris["putusan"], baris["diputus_oleh"]) == ("selesai", putusan, "Rina")


@pytest.mark.parametrize("field", ["nama", "hp"])
def test_a_decision_saw_all_and_ends_it_even_for_the_value_that_is_shown(field: str) -> None:
    kota = baru()
    for ke in (2, 3):
        kota(op(ke, "set", ORANG, {field: f"v{ke}"}, seen={field: "o1"}))
    assert kota.doc is not None
    dipakai = kota.doc.fields[field]
    kota(op(4, "set", ORANG, {field: dipakai}, seen={field: kota.doc.writer(field)}))
    assert (kota.doc.fields[field], kota.doc.writer(field)) == (dipakai, "o4")
    baris = kota.conflicts[field]
    assert (baris["keadaan"], baris["putusan"], baris["diputus_oleh"]) == ("selesai", dipakai, "Rina")
    assert {e["nilai"] for e in kota.isi(field)["dari"]} == {"v2", "v3"}


@pytest.mark.parametrize(("satu", "dua", "keadaan"), [("v2", "v3", "terbuka"), ("v2", "v2", "selesai")])
def test_two_decisions_at_once_are_a_conflict_again_unless_equal(satu: str, dua: str, keadaan: str) -> None:
    hasil = []
    for urutan in ((4, 5), (5, 4)):
        kota = baru()
        kota(op(2, "set", ORANG, {"nama": "v2"}, nama="o1"), op(3, "set", ORANG, {"nama": "v3"}, nama="o1"))
        putus = {
            4: op(4, "set", ORANG, {"nama": satu}, nama="o2 o3"),
            5: op(5, "set", ORANG, {"nama": dua}, nama="o2 o3"),
        }
        kota(*(putus[ke] for ke in urutan))
        assert kota.doc is not None
        assert {*kota.doc.writer("nama").split()} == {"o4", "o5"}
        hasil.append(kota.conflicts["nama"])
    assert hasil[0] == hasil[1]
    assert hasil[0]["keadaan"] == keadaan


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=2, max_size=6), st.randoms())
def test_any_concurrent_decisions_converge_in_one_more(putusan: list[tuple[int, int]], acak: random.Random) -> None:
    """However many people decide at once: the heads are their decisions, and the next who sees them all ends it."""
    kota = baru()
    kota(op(2, "set", ORANG, {"nama": "v0"}, nama="o1"), op(3, "set", ORANG, {"nama": "v1"}, nama="o1"))
    ops = [op(4 + i, "set", ORANG, {"nama": f"v{v}"}, inc=f"pc{i}", nama="o2 o3") for i, (_, v) in enumerate(putusan)]
    acak.shuffle(ops)
    kota(*ops)
    assert kota.doc is not None
    assert {*kota.doc.writer("nama").split()} == {satu.op_id for satu in ops}
    berbeda = len({v for _, v in putusan}) > 1
    assert (kota.conflicts["nama"]["keadaan"] == "terbuka") == berbeda
    kota(op(99, "set", ORANG, {"nama": "akhir"}, nama=kota.doc.writer("nama")))
    assert (kota.doc.fields["nama"], kota.doc.writer("nama")) == ("akhir", "o99")
    assert kota.conflicts.get("nama", {}).get("keadaan") != "terbuka"


def test_an_op_that_comes_late_after_the_city_was_restored_is_no_rival() -> None:
    """A restored city gets ops of several PCs in any order: what a head has seen is no conflict with it."""
    kota = baru()
    kota(op(3, "set", ORANG, {"nama": "C"}, nama="o2"))
    assert kota.conflicts["nama"]["keadaan"] == "terbuka"
    kota(op(2, "set", ORANG, {"nama": "B"}, nama="o1"))
    assert kota.doc is not None
    assert (kota.doc.fields["nama"], kota.doc.writer("nama")) == ("C", "o3")
    assert kota.conflicts == {}


def test_presence_is_a_union_on_one_derived_id() -> None:
    """Attendance style: two PCs set the same row (session, person); both marks are kept, double scans harmless."""
    hadir = Table("hadir", "Hadir", (Column("sesi", "Sesi"), Column("orang", "Orang"), Column("jam", "Jam")))
    for urutan in ((1, 2, 3), (3, 2, 1), (2, 1, 3)):
        kota = Kota(hadir)
        scan = {
            ke: op(ke, "set", hadir, {"sesi": "s", "orang": "o", **({"jam": "09.00"} if ke == 2 else {})})
            for ke in (1, 2, 3)
        }
        for ke in urutan:
            assert kota(scan[ke]).outcome == "applied"
        assert kota.doc is not None
        assert kota.doc.fields == {"sesi": "s", "orang": "o", "jam": "09.00"}
        assert kota.conflicts == {}


def test_an_office_closes_only_what_waits_for_a_word() -> None:
    tabel = TABLES["konflik"]
    for jenis, boleh in (("ditahan", True), ("ditolak", True), ("isian berbeda", False), ("pembayaran ganda", False)):
        kota = Kota(tabel, Doc({"jenis": jenis, "keadaan": "terbuka", "isi": "{}"}, {REST: "kota"}))
        tutup = op(1, "move", tabel, {"keadaan": "selesai", "putusan": "ditutup"}, expected="terbuka")
        assert kota(tutup).outcome == ("applied" if boleh else "refused")
        assert kota(tutup._replace(op_id="o2", inc="lain")).outcome == ("duplicate" if boleh else "refused")
