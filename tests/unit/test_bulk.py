"""Many rows at once are the same as one after the other: rows, ops, chain, history; and nothing half."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import new_id, new_ids
from sipokat_desktop.storage import bulk, oplog
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

NAMA = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
ISI = st.fixed_dictionaries({"nama": NAMA}, optional={"nik": st.just("1673"), "alamat": NAMA, "hp": st.none()})


def _masukkan(store: Store, rows: list[bulk.Row]) -> None:
    def work(tx: Tx) -> None:
        bulk.insert_many(tx, "rt_orang", rows, scope=KELURAHAN, told=lambda _n: None)

    store.write("rt.impor", work)


def _satu_satu(store: Store, rows: list[bulk.Row]) -> None:
    def work(tx: Tx) -> None:
        for row_id, fields in rows:
            tx.insert("rt_orang", fields, scope=KELURAHAN, row_id=row_id)

    store.write("rt.impor", work)


def _tanpa_id(store: Store) -> list[dict[str, object]]:
    """The ops without what is minted anew each time."""
    return [
        {k: v for k, v in json.loads(str(op["body"])).items() if k not in ("op_id", "act_id", "inc", "hlc")}
        for op in kantor.ops(store)
    ]


@given(st.lists(ISI, min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_the_same_as_one_after_the_other(tmp_path_factory: pytest.TempPathFactory, isi: list[Fields]) -> None:
    folder = tmp_path_factory.mktemp("massal")
    rows = [(new_id(), fields) for fields in isi]
    with buka(folder / "a") as a, buka(folder / "b") as b:
        _masukkan(a, rows)
        _satu_satu(b, rows)
        assert kantor.tampak(a) == kantor.tampak(b)
        assert _tanpa_id(a) == _tanpa_id(b)
        for op in kantor.ops(a):
            assert canonical.dumps(json.loads(str(op["body"]))) == op["body"]
        riwayat = [
            [json.loads(r[0]) for r in s.reader().execute("SELECT sesudah FROM riwayat ORDER BY no")] for s in (a, b)
        ]
        assert riwayat[0] == riwayat[1]
        assert kantor.rantai_utuh(a)
        assert kantor.satu_kesatuan(a)


def test_a_deleted_row_is_restored_not_set(tmp_path: Path) -> None:
    satu = new_id()
    with buka(tmp_path) as store:
        _masukkan(store, [(satu, {"nama": "Budi"})])
        store.write("hapus", lambda tx: tx.delete("rt_orang", satu))
        _masukkan(store, [(new_id(), {"nama": "Citra"}), (satu, {"nama": "Dewi"})])
        assert [json.loads(str(op["body"]))["kind"] for op in kantor.ops(store)] == ["set", "delete", "set", "restore"]
        assert kantor.rantai_utuh(store)


def test_a_row_that_no_exchange_could_carry_ends_the_act(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        with pytest.raises(InputSalah, match="terlalu panjang"):
            _masukkan(store, [(new_id(), {"nama": "x" * (oplog.LARGEST + 1)})])
        assert kantor.hitung(store)["sync_op"] == 0
        assert kantor.hitung(store)["rt_orang"] == 0


def test_the_page_cache_is_given_back(tmp_path: Path) -> None:
    with buka(tmp_path) as store:

        def work(tx: Tx) -> tuple[int, int]:
            with bulk.roomy(tx.con):
                dalam = tx.con.execute("PRAGMA cache_size").fetchone()[0]
            return dalam, tx.con.execute("PRAGMA cache_size").fetchone()[0]

        dalam, sesudah = store.write("x", work).value
        assert (dalam, sesudah != dalam) == (-65536, True)


def test_ids_in_bulk_are_what_single_ones_are() -> None:
    semua = [new_id(), *new_ids(3000), new_id()]
    assert semua == sorted(semua)
    assert len(set(semua)) == len(semua)
    assert {(len(x), x[14], x[19] in "89ab") for x in semua} == {(36, "7", True)}
    assert new_ids(0) == []
