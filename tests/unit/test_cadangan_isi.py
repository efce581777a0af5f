"""Which backups are found, and what is told of one before it is put back."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from sipokat_desktop import safety
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import backups
from tests.unit import kantor
from tests.unit.kantor import HARI_MS, KELURAHAN, SEKARANG, Jam


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path / "data")
    office.store.clock = Jam()
    office.choose_kelurahan(KELURAHAN)
    kantor.isi_rt(office.store, 2)
    return office


def test_a_backup_is_listed_once_with_its_time(office: Office, tmp_path: Path) -> None:
    tempat = tmp_path / "flashdisk"
    tempat.mkdir()
    jam = office.store.clock
    assert isinstance(jam, Jam)
    office.safety.choose_second_place(tempat)
    jam.ms += HARI_MS
    office.safety.backup()
    found = office.safety.found()
    assert [one.away for one in found] == [False, False]
    assert [one.made // 1000 for one in found] == [SEKARANG // 1000 + HARI_MS // 1000, SEKARANG // 1000]
    for file in (office.store.folder / "cadangan").iterdir():
        file.unlink()
    assert [one.away for one in office.safety.found()] == [True, True]
    office.close()


def test_looking_tells_what_would_come_and_changes_nothing(office: Office) -> None:
    file = office.safety.backup()
    rt.tambah(office.store, KELURAHAN, kantor.isian(3))
    sebelum, berkas = kantor.tampak(office.store), sorted(office.store.folder.iterdir())
    inside = office.safety.look(file, "")
    assert inside.carried == 3
    assert all(here in (there, there + 1) for _, there, here in inside.rows)
    assert any(here == 3 and there == 2 for _, there, here in inside.rows)
    assert kantor.tampak(office.store) == sebelum
    assert sorted(office.store.folder.iterdir()) == berkas
    office.close()


def test_two_looks_at_once_do_not_disturb_each_other(office: Office) -> None:
    file, found = office.safety.backup(), list[int]()
    threads = [Thread(target=lambda: found.append(office.safety.look(file, "").carried)) for _ in range(6)]
    for satu in threads:
        satu.start()
    for satu in threads:
        satu.join()
    assert found == [0] * 6
    office.close()


def test_what_is_no_backup_is_told_before(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a.sipokat").write_bytes(b"bukan")
    with pytest.raises(InputSalah, match="tidak diubah"):
        office.safety.look(tmp_path / "a.sipokat", "")
    assert office.safety.chosen(tmp_path / "tidak-ada.sipokat") is None
    office.close()


def test_a_damaged_store_tells_what_the_backup_holds(office: Office) -> None:
    file = office.safety.backup()
    folder = office.store.folder
    office.close()
    (folder / "sipokat.db").write_bytes(b"x" * 40_960)
    inside = safety.Backups(folder).look(file, "")
    assert inside.carried == 0
    assert {here for _, _, here in inside.rows} == {-1}
    assert safety.restore(folder, file) == 0
    pulih = Office(folder)
    assert len(kantor.tampak(pulih.store)["rt_jabatan"]) == 2
    pulih.close()


def test_what_is_replaced_is_backed_up_first(office: Office) -> None:
    jam = office.store.clock
    assert isinstance(jam, Jam)
    file = office.safety.backup()
    folder = office.store.folder
    office.close()
    assert len(backups.found(folder)) == 1
    safety.restore(folder, file)
    assert len(backups.found(folder)) == 2
