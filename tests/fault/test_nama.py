"""The power goes, and with it the names of files that no folder was told to remember: keys, photos, backups, a restored
store, a store that was being locked. What was told to be done holds; what was not is as before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop import safety, unlock
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import check, durable, identity, keys, photos, relock, restore, sealed, shelf
from sipokat_desktop.storage.store import Store
from tests.fault.nama import putus_di
from tests.gambar import jpeg
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN


def kerja_baru(folder: Path) -> None:
    """A new office and its first RT."""
    with closing(Office(folder)) as office:
        office.choose_kelurahan(KELURAHAN)
        rt.tambah(office.store, KELURAHAN, kantor.isian(1))


def ada_rt(folder: Path) -> int:
    """How many RT the office in a folder has; all is whole."""
    with closing(unlock.store(folder)) as store:
        found = [f for f in check.run(store.reader(), store.tables) if f.name in ("berkas", "rantai")]
        assert all(f.ok for f in found)
        return len(kantor.tampak(store)["rt_jabatan"])


def setiap_titik(asal: Path | None, folder: Path, kerja: Callable[[], object], lihat: Callable[[bool], None]) -> int:
    """Let the power go at each event of ``kerja`` in turn, and after its last; ``lihat`` is told whether it was cut."""
    for titik in range(1, 1000):
        shutil.rmtree(folder, ignore_errors=True)
        if asal:
            shutil.copytree(asal, folder)
        _, terputus = putus_di(kerja, titik)
        lihat(terputus)
        if not terputus:
            return titik
    raise AssertionError("it never ended")


def test_a_new_office_keeps_its_key(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    def lihat(terputus: bool) -> None:
        assert terputus or ada_rt(folder) == 1
        Office(folder).close()

    titik = setiap_titik(None, folder, lambda: kerja_baru(folder), lihat)
    print(f"new office: {titik} cuts, 0 keys lost")


def test_a_recovery_code_that_was_told_opens(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    kerja_baru(folder)
    kode: list[str] = []
    _, terputus = putus_di(lambda: kode.append(_kode_baru(folder)), 0)
    assert not terputus
    kunci = keys.of(folder)
    keys.recover(folder, kode[0])
    assert keys.of(folder) == kunci


def _kode_baru(folder: Path) -> str:
    with closing(Office(folder)) as office:
        return office.new_recovery_code()[0]


def test_a_photo_and_a_backup_that_were_told_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    kerja_baru(folder)
    hasil: list[tuple[str, Path]] = []

    def kerja() -> None:
        with closing(Office(folder)) as office:
            hasil.append((photos.keep(office.store, jpeg()), office.safety.backup()))

    putus_di(kerja, 0)
    ((kunci, cadangan),) = hasil
    sealed.read(cadangan)
    with closing(unlock.store(folder)) as store:
        assert photos.read(store, kunci) == jpeg()


@pytest.fixture
def terbuka(tmp_path: Path) -> Path:
    """The open data of a version before 0.2: two RT and a photo."""
    folder = tmp_path / "terbuka"
    with closing(Store(folder, MODULES)) as store:
        store.set_setting("lingkup", KELURAHAN)
        kantor.isi_rt(store, 2)
        photos.keep(store, jpeg())
    return folder


def test_locking_what_was_open_loses_nothing_at_any_cut(tmp_path: Path, terbuka: Path) -> None:
    folder = tmp_path / "data"
    titik = setiap_titik(terbuka, folder, lambda: unlock.store(folder).close(), lambda _: _dua(folder))
    print(f"locking: {titik} cuts, 0 rows lost")


def _dua(folder: Path) -> None:
    assert ada_rt(folder) == 2
    assert not keys.is_plain(folder / keys.STORE)


def test_known_bad_overwriting_before_the_name_holds_loses_the_store(
    tmp_path: Path, terbuka: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was: the old bytes are overwritten while a power cut may still bring their name back."""
    monkeypatch.setattr(relock, "settle", lambda _path: None)
    folder = tmp_path / "data"
    shutil.copytree(terbuka, folder)
    putus_di(lambda: unlock.key(folder), 0)
    assert not any((folder / keys.STORE).read_bytes()), "nothing but zeros"


def test_known_bad_a_key_whose_name_does_not_hold_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (identity, shelf):
        monkeypatch.setattr(module, "settle", lambda _path: None)
    putus_di(lambda: kerja_baru(tmp_path / "data"), 0)
    with pytest.raises(Gangguan):
        Office(tmp_path / "data")


@pytest.fixture
def cadangan(tmp_path: Path) -> tuple[Path, Path]:
    """An office with a backup of two RT, and two RT since that no city has seen."""
    folder = tmp_path / "asal"
    with closing(Office(folder)) as office:
        office.choose_kelurahan(KELURAHAN)
        kantor.isi_rt(office.store, 2)
        file = office.safety.backup(tmp_path / "simpan.sipokat")
        for ke in (3, 4):
            rt.tambah(office.store, KELURAHAN, kantor.isian(ke))
    return folder, file


def test_a_restore_cut_anywhere_loses_nothing(tmp_path: Path, cadangan: tuple[Path, Path]) -> None:
    """The office opens with the four RT: the backup's two, and the two that only this computer knew."""
    asal, file = cadangan
    folder = tmp_path / "data"
    titik = setiap_titik(asal, folder, lambda: safety.restore(folder, file), lambda _: _empat(folder))
    print(f"restore: {titik} cuts, 0 rows lost")


def _empat(folder: Path) -> None:
    assert ada_rt(folder) == 4
    assert not (folder / "pulih.catatan").exists()


@pytest.mark.parametrize("kali", [1, 2])
def test_a_restore_ended_before_it_carried_over_is_gone_on_with(
    cadangan: tuple[Path, Path], kali: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the backup's taking the place and the carrying over, once and again."""
    folder, file = cadangan
    with monkeypatch.context() as patch:
        patch.setattr(restore, "_carry", _mati)
        for _ in range(kali):
            with pytest.raises(KeyboardInterrupt):
                restore.restore(folder, MODULES, file, key=keys.of(folder))
    assert ada_rt(folder) == 4


def _mati(*_apa: object) -> int:
    raise KeyboardInterrupt


def test_known_bad_without_the_kept_store_what_was_not_sent_is_gone(
    cadangan: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = cadangan
    with monkeypatch.context() as patch:
        patch.setattr(restore, "_copied", lambda _dari, _ke: None)
        restore.restore(folder, MODULES, file, key=keys.of(folder))
    assert ada_rt(folder) == 2


def test_a_name_is_settled_in_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    durable.settle(tmp_path / "a")
