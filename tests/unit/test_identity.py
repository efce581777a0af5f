"""A copied, restored or cloned store is noticed before its first write; merely opening it again is not."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import identity
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

pytestmark = pytest.mark.usefixtures("migrations")


def _inc(folder: Path) -> str:
    with buka(folder) as store:
        kini = str(store.reader().execute("SELECT inc FROM rantai").fetchone()[0])
        assert store.identity.inc == kini
        assert kantor.rantai_utuh(store)
        return kini


def _isi(folder: Path, *ke: int) -> None:
    with buka(folder) as store:
        for satu in ke:
            rt.tambah(store, KELURAHAN, kantor.isian(satu))


def test_reopening_keeps_the_incarnation(tmp_path: Path) -> None:
    _isi(tmp_path, 1)
    awal = _inc(tmp_path)
    assert [_inc(tmp_path) for _ in range(5)] == [awal] * 5


def test_a_crash_between_store_and_identity_file_keeps_it(tmp_path: Path) -> None:
    _isi(tmp_path, 1)
    awal = _inc(tmp_path)
    lama = (tmp_path / "identitas.json").read_bytes()
    _inc(tmp_path)
    (tmp_path / "identitas.json").write_bytes(lama)
    assert _inc(tmp_path) == awal


def test_two_programs_on_one_store_keep_it(tmp_path: Path) -> None:
    _isi(tmp_path, 1)
    awal = _inc(tmp_path)
    with buka(tmp_path) as satu, buka(tmp_path) as dua:
        rt.tambah(satu, KELURAHAN, kantor.isian(2))
        rt.tambah(dua, KELURAHAN, kantor.isian(3))
        assert kantor.rantai_utuh(dua)
    assert _inc(tmp_path) == awal


def test_a_copied_database_file_becomes_another(tmp_path: Path) -> None:
    _isi(tmp_path / "a", 1, 2)
    awal = _inc(tmp_path / "a")
    (tmp_path / "b").mkdir()
    shutil.copy(tmp_path / "a" / "sipokat.db", tmp_path / "b")
    baru = _inc(tmp_path / "b")
    assert baru != awal
    with buka(tmp_path / "b") as store:
        assert [op["n"] for op in kantor.ops(store)] == list(range(1, 7))
        assert {op["inc"] for op in kantor.ops(store)} == {baru}
    assert _inc(tmp_path / "a") == awal


def test_a_copied_folder_becomes_another(tmp_path: Path) -> None:
    _isi(tmp_path / "a", 1, 2)
    awal = _inc(tmp_path / "a")
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    assert _inc(tmp_path / "b") != awal
    assert _inc(tmp_path / "a") == awal


def test_a_moved_folder_stays_the_same(tmp_path: Path) -> None:
    _isi(tmp_path / "a", 1)
    awal = _inc(tmp_path / "a")
    (tmp_path / "a").rename(tmp_path / "b")
    assert _inc(tmp_path / "b") == awal


@pytest.mark.parametrize("sesudah", [0, 1, 3])
def test_an_older_file_put_back_by_hand_becomes_another(tmp_path: Path, sesudah: int) -> None:
    _isi(tmp_path, 1)
    awal = _inc(tmp_path)
    shutil.copy(tmp_path / "sipokat.db", tmp_path / "simpanan")
    for ke in range(sesudah):
        _isi(tmp_path, 2 + ke)
    shutil.copy(tmp_path / "simpanan", tmp_path / "kembali")
    (tmp_path / "kembali").replace(tmp_path / "sipokat.db")
    assert _inc(tmp_path) != awal


def _keadaan(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_opening_and_reading_writes_nothing(tmp_path: Path) -> None:
    """A window paints before it waits for a disk; afterwards no file of the engine is left."""
    _isi(tmp_path, 1)
    sebelum = _keadaan(tmp_path)
    for _ in range(2):
        with buka(tmp_path) as store:
            assert store.reader().execute("SELECT count(*) FROM rt_orang").fetchone()[0] == 1
    assert _keadaan(tmp_path) == sebelum


def test_an_opening_counts_once_with_its_first_write(tmp_path: Path) -> None:
    _isi(tmp_path, 1)
    awal = identity.load(tmp_path / "identitas.json").opened
    with buka(tmp_path) as store:
        for satu in range(3):
            store.set_setting("uji", str(satu))
            store.count_opening()
            dibuka = (int(store.setting("dibuka")), identity.load(tmp_path / "identitas.json").opened)
            assert dibuka == (awal + 1, awal + 1)


def test_a_copy_over_a_store_that_was_only_looked_at_is_noticed(tmp_path: Path) -> None:
    """The same file (and number) with older bytes, after a window that was open for a moment."""
    _isi(tmp_path, 1)
    awal = _inc(tmp_path)
    lama = (tmp_path / "sipokat.db").read_bytes()
    with buka(tmp_path) as store:
        store.count_opening()
    (tmp_path / "sipokat.db").write_bytes(lama)
    assert _inc(tmp_path) != awal


def test_a_write_is_safe_where_its_opening_cannot_be_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk beside the store: what was saved stays saved, and the count is told with a later write."""
    _isi(tmp_path, 1)
    awal, dibuka = _inc(tmp_path), identity.load(tmp_path / "identitas.json").opened

    def penuh(*_a: object, **_k: object) -> None:
        raise Gangguan("penuh")

    for ke in (2, 3):
        with monkeypatch.context() as tambal, buka(tmp_path) as store:
            tambal.setattr(identity, "save", penuh)
            rt.tambah(store, KELURAHAN, kantor.isian(ke))
            assert identity.load(tmp_path / "identitas.json").opened == dibuka
            assert int(store.setting("dibuka")) == dibuka + 1
    assert _inc(tmp_path) == awal
    _isi(tmp_path, 4)
    assert identity.load(tmp_path / "identitas.json").opened == dibuka + 1
    assert _inc(tmp_path) == awal


def test_an_identity_file_that_goes_while_the_store_is_open_comes_back(tmp_path: Path) -> None:
    _isi(tmp_path, 1)
    awal = _inc(tmp_path)
    with buka(tmp_path) as store:
        (tmp_path / "identitas.json").unlink()
        rt.tambah(store, KELURAHAN, kantor.isian(2))
        assert store.identity.inc == awal
    assert _inc(tmp_path) == awal


def test_the_op_ids_survive_a_new_incarnation(tmp_path: Path) -> None:
    _isi(tmp_path, 1, 2)
    with buka(tmp_path) as store:
        sebelum = [op["op_id"] for op in kantor.ops(store)]
        assert store.renew_incarnation() == len(sebelum)
        assert [op["op_id"] for op in kantor.ops(store)] == sebelum
        assert kantor.rantai_utuh(store)
    awal = _inc(tmp_path)
    assert _inc(tmp_path) == awal


def test_a_lost_identity_file_is_a_computer_that_was_never_enrolled(tmp_path: Path) -> None:
    _isi(tmp_path, 1)
    awal = _inc(tmp_path)
    (tmp_path / "identitas.json").unlink()
    assert _inc(tmp_path) != awal
    with buka(tmp_path) as store:
        assert not store.identity.enrolled


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    _isi(tmp_path, 1)
    assert (tmp_path / "identitas.json").stat().st_mode & 0o077 == 0
    assert "rahasia" not in repr(identity.Identity(private_key="rahasia"))


def test_an_identity_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(Gangguan, match="tidak dapat ditulis"):
        identity.save(tmp_path / "berkas" / "identitas.json", identity.Identity())


@pytest.mark.parametrize(
    ("nomor", "kata"),
    [
        (errno.ENOSPC, "penuh"),
        (errno.EROFS, "tidak boleh ditulisi"),
        (errno.EACCES, "tidak boleh ditulisi"),
        (errno.EIO, "masih terpasang"),
    ],
)
def test_why_a_file_could_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nomor: int, kata: str
) -> None:
    def fsync(_fd: int) -> None:
        raise OSError(nomor, "uji")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Gangguan) as kena:
        identity.write_atomically(tmp_path / "kiriman", b"isi")
    assert kata in kena.value.lengkap
    assert not list(tmp_path.iterdir())


def test_a_flash_disk_that_is_gone_is_not_told_as_full(tmp_path: Path) -> None:
    with pytest.raises(Gangguan, match="tidak terjangkau") as kena:
        identity.write_atomically(tmp_path / "flashdisk" / "kiriman", b"isi")
    assert "Pasang lagi flashdisknya" in kena.value.saran
    assert "penuh" not in kena.value.lengkap


def test_an_identity_that_cannot_be_read_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "identitas.json").mkdir()
    with pytest.raises(Gangguan), buka(tmp_path):
        pass
    assert (tmp_path / "identitas.json").is_dir()
