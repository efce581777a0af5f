"""The store: one act is one transaction with its op and history; nothing writes past it; the chain never breaks."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import engine, history, sqlite
from sipokat_desktop.storage.manifest import tables_of
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

pytestmark = pytest.mark.usefixtures("migrations")

ROOT = Path(__file__).resolve().parents[2]


class _Tumbang(Exception):
    pass


def _jalankan(perintah: str, con: sqlite3.Connection) -> None:
    con.execute(perintah)


def _lewat(perintah: str, tx: Tx) -> None:
    tx.con.execute(perintah)


def test_promises_of_the_write_path_are_set_at_every_open(tmp_path: Path) -> None:
    for _ in range(2):
        with buka(tmp_path) as store:
            janji = store.local(
                lambda con: [
                    con.execute(f"PRAGMA {p}").fetchone()[0] for p in ("journal_mode", "synchronous", "foreign_keys")
                ]
            )
            assert janji == ["wal", 2, 1]


def test_a_disk_that_refuses_the_promises_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_WRITER", {"journal_mode": "wal", "synchronous": 9})
    with pytest.raises(Gangguan, match="menolak penyimpanan aman"):
        engine.open_writer(tmp_path / "a.db")


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with buka(tmp_path) as store, pytest.raises(sqlite.OperationalError):
        store.reader().execute("DELETE FROM setelan")


@pytest.mark.parametrize("table", sorted(tables_of(MODULES)))
def test_the_tripwire_refuses_every_write_past_the_ops(tmp_path: Path, table: str) -> None:
    with buka(tmp_path) as store:
        nama = store.tables[table].columns[0].name
        store.transact(lambda con: con.execute(f"INSERT INTO {table} (id, lingkup) VALUES ('a', 'b')"))
        for perintah in (
            f"INSERT INTO {table} (id, lingkup) VALUES ('c', 'd')",
            f"UPDATE {table} SET {nama} = NULL",
            f"DELETE FROM {table}",
        ):
            with pytest.raises(sqlite.IntegrityError, match="hanya lewat ops"):
                store.local(partial(_jalankan, perintah))
            with pytest.raises(sqlite.IntegrityError, match="hanya lewat ops"):
                store.write("curang", partial(_lewat, perintah))
        assert store.reader().execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 1
    with (
        sqlite.connect(tmp_path / "sipokat.db") as asing,
        pytest.raises(sqlite.OperationalError, match="sipokat_dalam_op"),
    ):
        asing.execute(f"DELETE FROM {table}")
    asing.close()


@given(st.integers(0, 4))
@settings(max_examples=10)
def test_an_exception_anywhere_in_an_act_leaves_nothing(tmp_path_factory: pytest.TempPathFactory, langkah: int) -> None:
    with buka(tmp_path_factory.mktemp("a")) as store:
        kantor.isi_rt(store, 1)
        sebelum, hitungan = kantor.tampak(store), kantor.hitung(store)

        def work(tx: Tx) -> None:
            orang = str(tx.con.execute("SELECT id FROM rt_orang").fetchone()[0])
            langkahnya: tuple[Callable[[], object], ...] = (
                lambda: tx.insert("rt_orang", {"nama": "Baru"}, scope=KELURAHAN),
                lambda: tx.update("rt_orang", orang, {"hp": "0812345678"}),
                lambda: tx.append("insentif_mutasi", {"slot": "a|b|c", "jumlah": 1}, scope=KELURAHAN),
                lambda: tx.delete("rt_orang", orang),
            )
            for satu in langkahnya[:langkah]:
                satu()
            raise _Tumbang

        with pytest.raises(_Tumbang):
            store.write("uji", work)
        assert kantor.tampak(store) == sebelum
        assert kantor.hitung(store) == hitungan
        assert kantor.rantai_utuh(store)
        kantor.isi_rt(store, 0)
        rt.tambah(store, KELURAHAN, kantor.isian(2))
        assert kantor.rantai_utuh(store)


def test_every_change_has_its_op_and_its_history(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 3)
        masa = str(store.reader().execute("SELECT id FROM rt_masa LIMIT 1").fetchone()[0])
        done = rt.akhiri(store, masa_id=masa, isian={"akhir_nyata": "2026-02-28", "alasan_akhir": "pindah"})
        history.undo(store, done.act_id)
        assert kantor.satu_kesatuan(store)
        assert kantor.rantai_utuh(store)
        assert len(kantor.ops(store)) == 3 * 3 + 1 + 1


def test_the_harness_sees_an_op_without_history_and_a_broken_chain(tmp_path: Path) -> None:
    """Known-bad controls of the two checks above."""
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        store.local(lambda con: con.execute("DELETE FROM riwayat WHERE no = 1"))
        assert not kantor.satu_kesatuan(store)
        store.local(lambda con: con.execute("UPDATE sync_op SET body = body || ' ' WHERE n = 2"))
        assert not kantor.rantai_utuh(store)


def test_an_act_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        baris = store.reader().execute("SELECT jabatan_id, id FROM rt_masa").fetchone()
        sebelum = kantor.hitung(store)
        changes = rt.ubah(store, jabatan_id=baris[0], masa_id=baris[1], isian=kantor.isian(1))
        assert changes.rows == {}
        assert kantor.hitung(store) == sebelum


def test_a_rehearsed_act_returns_its_ops_and_keeps_nothing(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        sebelum = kantor.hitung(store)

        def kerja(satu: Store) -> None:
            rt.tambah(satu, KELURAHAN, kantor.isian(2))
            rt.tambah(satu, KELURAHAN, kantor.isian(3))

        ops = store.rehearse(kerja)
        assert [op["table"] for op in ops] == ["rt_jabatan", "rt_orang", "rt_masa"] * 2
        assert len({op["act_id"] for op in ops}) == 2
        assert not {"inc", "n", "hlc"} & ops[0].keys()
        with pytest.raises(InputSalah):
            store.rehearse(lambda satu: rt.tambah(satu, KELURAHAN, kantor.isian(2) | {"nama": ""}))
        assert kantor.hitung(store) == sebelum
        kerja(store)
        assert kantor.hitung(store) != sebelum, "afterwards acts are in earnest again"


def test_a_refused_form_writes_nothing(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        sebelum = kantor.hitung(store)
        for salah in ({"nik": "1"}, {"nomor": "1"}, {"nama": ""}, {"tmt": "31/02/2026"}, {"akhir_sk": "2020-01-01"}):
            with pytest.raises(InputSalah):
                rt.tambah(store, KELURAHAN, kantor.isian(2) | salah)
        assert kantor.hitung(store) == sebelum


def test_threads_write_one_chain(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda ke: rt.tambah(store, KELURAHAN, kantor.isian(ke)), range(1, 25)))
        assert store.reader().execute("SELECT count(*) FROM rt_jabatan").fetchone()[0] == 24
        assert kantor.rantai_utuh(store)


_PENULIS = """
import sys
from pathlib import Path
from contextlib import closing
from tests.unit import kantor
from sipokat_desktop.modules.rt import ops as rt
with kantor.buka(Path(sys.argv[1])) as store:
    print("siap", flush=True)
    sys.stdin.readline()
    for ke in range(int(sys.argv[2]), int(sys.argv[2]) + 40):
        rt.tambah(store, kantor.KELURAHAN, kantor.isian(ke))
"""


def test_two_processes_write_one_unbroken_chain(tmp_path: Path) -> None:
    with buka(tmp_path):
        pass
    penulis = [
        subprocess.Popen(
            [sys.executable, "-c", _PENULIS, str(tmp_path), str(awal)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for awal in (1, 101)
    ]  # fmt: skip
    for proses in penulis:
        assert proses.stdout is not None
        assert proses.stdout.readline() == "siap\n"
    for proses in penulis:
        proses.communicate("mulai\n", timeout=120)
        assert proses.returncode == 0
    with buka(tmp_path) as store:
        assert store.reader().execute("SELECT count(*) FROM rt_jabatan").fetchone()[0] == 80
        assert len(kantor.ops(store)) == 240
        assert kantor.rantai_utuh(store)
        assert kantor.satu_kesatuan(store)


def test_a_newer_store_is_not_touched(tmp_path: Path) -> None:
    with buka(tmp_path):
        pass
    kantor.ubah_di_luar(
        tmp_path / "sipokat.db",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('rt', 'm999', '')",
    )
    with pytest.raises(Gangguan, match="lebih baru"), buka(tmp_path):
        pass


@pytest.mark.parametrize("isi", [b"bukan basis data" * 400, b"SQLite format 3\x00" + bytes(5000)])
def test_a_file_that_is_no_store_is_refused_and_kept(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "sipokat.db").write_bytes(isi)
    with pytest.raises(Gangguan, match="rusak") as salah, buka(tmp_path):
        pass
    assert "Pulihkan" in salah.value.lengkap
    assert (tmp_path / "sipokat.db").read_bytes()[:16] == isi[:16]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(Gangguan, match="tidak dapat dibuat"):
        Store(tmp_path / "berkas" / "data", MODULES)


def test_a_store_locked_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 100)
    with buka(tmp_path) as store:
        with sqlite.connect(tmp_path / "sipokat.db", isolation_level=None) as lain:
            lain.execute("BEGIN IMMEDIATE")
            with pytest.raises(Gangguan, match="dipakai program lain"):
                rt.tambah(store, KELURAHAN, kantor.isian(1))
            lain.execute("ROLLBACK")
        lain.close()
        rt.tambah(store, KELURAHAN, kantor.isian(1))
        assert kantor.rantai_utuh(store)


def _banyak(store: Store) -> None:
    for ke in range(3, 60):
        rt.tambah(store, KELURAHAN, kantor.isian(ke, alamat="x" * 500, catatan="z" * 500))


def test_a_full_disk_is_told_and_the_store_goes_on(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 2)
        sebelum = kantor.tampak(store)
        halaman = store.reader().execute("PRAGMA page_count").fetchone()[0]
        store._con.execute(f"PRAGMA max_page_count={halaman}").fetchall()
        with pytest.raises(Gangguan, match="ruang disk habis"):
            _banyak(store)
        store._con.execute("PRAGMA max_page_count=1000000").fetchall()
        kini = kantor.tampak(store)
        assert all(set(sebelum[t]) <= set(kini[t]) for t in sebelum)
        assert kantor.rantai_utuh(store)
        assert kantor.satu_kesatuan(store)
        rt.tambah(store, KELURAHAN, kantor.isian(70))


def test_an_act_that_no_exchange_could_carry_is_refused_when_it_is_typed(tmp_path: Path) -> None:
    with buka(tmp_path) as store, pytest.raises(InputSalah, match="terlalu panjang"):
        store.write("uji", lambda tx: tx.insert("rt_orang", {"nama": "x" * 500_000}, scope="k"))
