"""Undo of large acts and of what has steps within one act; why an act cannot be undone; the words of acts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import acts, history, undoing
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka


def _impor(store: Store, jumlah: int) -> str:
    def work(tx: Tx) -> None:
        for ke in range(jumlah):
            rt.catat_masa(tx, KELURAHAN, {"nomor": f"{ke:05d}", "nama": f"Ketua {ke}", "tmt": "2024-01-01"})

    return store.write("rt.impor", work).changes.act_id


def test_an_import_is_undone_and_done_again_whole(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kosong = kantor.tampak(store)
        act = _impor(store, 300)
        isi = kantor.tampak(store)
        urung = history.undo(store, act)
        assert kantor.tampak(store) == kosong
        assert {table: len(ids) for table, ids in urung.rows.items()} == dict.fromkeys(
            ("rt_jabatan", "rt_orang", "rt_masa"), 300
        )
        history.undo(store, urung.act_id)
        assert kantor.tampak(store) == isi
        assert kantor.rantai_utuh(store)
        assert kantor.satu_kesatuan(store)


def test_undoing_many_rows_asks_no_question_per_row(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        act = _impor(store, 2000)
        asked: list[str] = []
        store._con.set_trace_callback(lambda sql: asked.append(sql) if sql.startswith("SELECT") else None)
        history.undo(store, act)
        store._con.set_trace_callback(None)
        assert len(asked) < 100  # some for every column of every module that names a row, none for a row
        assert not store.reader().execute("SELECT 1 FROM rt_orang").fetchone()


def test_steps_within_one_act_are_undone_together(tmp_path: Path) -> None:
    """A row added, changed and deleted in one act, and one changed twice, then deleted."""
    with buka(tmp_path) as store:
        orang = store.write("rt.coba", lambda tx: tx.insert("rt_orang", {"nama": "Budi"}, scope=KELURAHAN)).value
        awal = kantor.tampak(store)

        def work(tx: Tx) -> None:
            baru = tx.insert("rt_orang", {"nama": "Sementara"}, scope=KELURAHAN)
            tx.update("rt_orang", baru, {"hp": "081"})
            tx.delete("rt_orang", baru)
            tx.update("rt_orang", orang, {"hp": "0811"})
            tx.update("rt_orang", orang, {"hp": "0812", "alamat": "Jl. Mawar"})
            tx.delete("rt_orang", orang)

        act = store.write("rt.coba", work).changes.act_id
        sesudah = kantor.tampak(store)
        urung = history.undo(store, act)
        assert kantor.tampak(store) == awal
        history.undo(store, urung.act_id)
        assert kantor.tampak(store) == sesudah


def test_why_not_says_what_undo_would_say_and_writes_nothing(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        con, tables = store.reader(), store.tables
        act = rt.tambah(store, KELURAHAN, kantor.isian(1)).changes.act_id
        assert history.why_not(con, tables, act) == ""
        masa, jabatan = con.execute("SELECT id, jabatan_id FROM rt_masa").fetchone()
        lagi = rt.ubah(store, jabatan_id=jabatan, masa_id=masa, isian={"hp": "0812345678"})
        sebelum = kantor.hitung(store)
        assert history.why_not(con, tables, act) == undoing.CHANGED_SINCE
        assert history.why_not(con, tables, lagi.act_id) == ""
        assert history.why_not(con, tables, "sinkron 5") == history.NOT_FROM_HERE
        assert history.why_not(con, tables, "tidak-ada") == history.UNKNOWN_ACT
        assert kantor.hitung(store) == sebelum
        for asing in ("tidak-ada", "sinkron 5"):
            with pytest.raises(InputSalah):
                history.undo(store, asing)


def test_what_changed_since_is_named_row_by_row(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        act = _impor(store, 3)
        masa, jabatan, orang = store.reader().execute("SELECT id, jabatan_id, orang_id FROM rt_masa").fetchone()
        rt.ubah(store, jabatan_id=jabatan, masa_id=masa, isian={"hp": "0812345678"})
        entries = history.of_act(store.reader(), act)
        assert undoing.changed_since(store.reader(), store.tables, entries) == {orang}


def test_undo_and_redo_have_names_and_words(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        act = rt.tambah(store, KELURAHAN, kantor.isian(1)).changes.act_id
        for name, kata in (
            ("urungkan rt.tambah", "Urungkan: tambah ketua RT"),
            ("ulangi rt.tambah", "Lakukan lagi: tambah ketua RT"),
            ("urungkan rt.tambah", "Urungkan: tambah ketua RT"),
        ):
            act = history.undo(store, act).act_id
            found = history.of_act(store.reader(), act)[0].act
            assert (found, acts.words(MODULES, found)) == (name, kata)
    assert acts.words(MODULES, "rt.ganti") == "Ganti ketua"
    assert acts.words(MODULES, "bimtek.hadir_baru") == "bimtek hadir baru"


def test_every_act_of_the_program_has_words() -> None:
    named = {name for module in MODULES for name in module.acts()}
    written = {
        name
        for path in Path(acts.__file__).parents[1].rglob("*.py")
        for name in re.findall(r'\.write\(\s*"([a-z_.]+)"', path.read_text("utf-8"))
    }
    assert "rt.ganti" in written
    assert sorted(written - named) == []
