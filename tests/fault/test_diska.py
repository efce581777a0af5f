"""A disk that is full at every write, read-only, or locked by another program: nothing torn, a sentence each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from sipokat_desktop import unlock
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import check, engine, room, sealed
from sipokat_desktop.storage.store import Store
from tests.fault import sempit
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

PAGE = 4096
STEPS = min(200, int(os.environ.get("SIPOKAT_GANGGUAN", "40")))
"""Sizes of the room that is left, a page more each: from none until an act fits."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[sempit.Disk]:
    with sempit.disk(tmp_path / "diska") as made:
        yield made


def _siap(folder: Path) -> None:
    office = Office(folder)
    office.choose_kelurahan(KELURAHAN)
    kantor.isi_rt(office.store, 2)
    office.close()


def _utuh(store: Store) -> bool:
    found = [f for f in check.run(store.reader(), store.tables) if f.name in ("berkas", "rantai")]
    return all(f.ok for f in found) and kantor.rantai_utuh(store) and kantor.satu_kesatuan(store)


def _coba(kerja: Callable[[], object]) -> Gangguan | None:
    """Do it and return what stood in the way."""
    try:
        kerja()
    except Gangguan as exc:
        return exc
    return None


def test_a_disk_that_is_full_at_any_write(disk: sempit.Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the guard that refuses to begin: the write itself fails at its first, second, third… page."""
    folder = disk.folder / "data"
    _siap(folder)
    monkeypatch.setattr(room, "free", lambda _folder: room.LEAST)
    store = unlock.store(folder)
    gagal, nomor = 0, 3
    for sisa in range(STEPS):
        before = len(kantor.tampak(store)["rt_jabatan"])
        disk.full_but(sisa * PAGE)
        sebab = _coba(partial(rt.tambah, store, KELURAHAN, kantor.isian(nomor)))
        assert sebab is None or not disk.own or "Belum tersimpan: ruang disk habis" in sebab.pesan
        gagal, nomor = (gagal + 1, nomor) if sebab else (gagal, nomor + 1)
        assert len(kantor.tampak(store)["rt_jabatan"]) == before + (sebab is None)
        disk.roomy()
        assert _utuh(store)
    rt.tambah(store, KELURAHAN, kantor.isian(nomor))
    store.close()
    with closing(unlock.store(folder)) as again:
        assert _utuh(again)
        assert len(kantor.tampak(again)["rt_jabatan"]) == nomor
    assert 0 < gagal < STEPS, "the room was too little, and then enough"
    print(f"{STEPS} sizes of the room left, {gagal} refused, 0 torn")


def test_a_backup_on_a_full_disk_leaves_nothing_half(disk: sempit.Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = disk.folder / "data"
    _siap(folder)
    monkeypatch.setattr(room, "free", lambda _folder: room.LEAST)
    office = Office(folder)
    office.safety.backup()
    for sisa in range(0, STEPS * 16, 16):
        disk.full_but(sisa * PAGE)
        sebab = _coba(office.safety.backup)
        assert sebab is None or sebab.saran
        disk.roomy()
        for file in (folder / "cadangan").iterdir():
            sealed.read(file)
        assert _utuh(office.store)
        assert list((folder / "cadangan").glob("sipokat-*.sipokat"))
    office.close()


@pytest.mark.parametrize("perintah", ["DELETE FROM sync_op WHERE n = 2", "DELETE FROM riwayat WHERE no = 2"])
def test_known_bad_a_torn_act_is_noticed(tmp_path: Path, perintah: str) -> None:
    """The control of what these tests look at: a row whose op or history did not come to the disk."""
    _siap(tmp_path)
    kantor.ubah_di_luar(tmp_path / "sipokat.db", perintah)
    with closing(unlock.store(tmp_path)) as store:
        assert not _utuh(store)


def test_a_read_only_folder_is_a_sentence_and_the_data_stays(disk: sempit.Disk) -> None:
    folder = disk.folder / "data"
    _siap(folder)
    disk.read_only(True)
    try:
        with pytest.raises(Gangguan) as found:
            Office(folder)
    finally:
        disk.read_only(False)
    assert found.value.saran
    with closing(Office(folder)) as office:
        assert _utuh(office.store)
        assert len(kantor.tampak(office.store)["rt_jabatan"]) == 2


def test_a_file_locked_by_another_program_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _siap(tmp_path / "data")
    monkeypatch.setattr(engine, "BUSY_MS", 30)
    store = unlock.store(tmp_path / "data")
    with closing(engine.open_writer(store.path, store.key)) as lain:
        lain.execute("BEGIN IMMEDIATE")
        with pytest.raises(Gangguan, match="dipakai program lain"):
            rt.tambah(store, KELURAHAN, kantor.isian(3))
        lain.execute("ROLLBACK")
    rt.tambah(store, KELURAHAN, kantor.isian(3))
    assert _utuh(store)
    store.close()


@pytest.mark.parametrize("saat", [0, 4_070_908_800_000], ids=["1970", "2099"])
def test_a_day_under_a_wrong_clock(tmp_path: Path, saat: int) -> None:
    """Work, a backup, the clock set right, more work: one chain, one history, in order."""
    _siap(tmp_path / "data")
    with closing(Office(tmp_path / "data")) as office:
        office.store.clock = kantor.Jam(saat)
        rt.tambah(office.store, KELURAHAN, kantor.isian(3))
        sealed.read(office.safety.backup())
        office.store.clock = kantor.Jam()
        rt.tambah(office.store, KELURAHAN, kantor.isian(4))
        sealed.read(office.safety.backup())
        assert _utuh(office.store)


def test_two_programs_on_one_folder_lose_nothing(tmp_path: Path) -> None:
    _siap(tmp_path / "data")
    with closing(Office(tmp_path / "data")) as satu, closing(Office(tmp_path / "data")) as dua:
        for ke in range(3, 23):
            rt.tambah((satu, dua)[ke % 2].store, KELURAHAN, kantor.isian(ke))
        assert _utuh(satu.store)
        assert len(kantor.tampak(dua.store)["rt_jabatan"]) == 22
