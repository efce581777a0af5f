"""What is looked at when the program starts: room, clock, and a store that was found damaged before."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop import BUILT_MS, safety, unlock
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import backup, engine, keys, room, selfcheck
from tests.unit import kantor
from tests.unit.kantor import HARI_MS, KELURAHAN, Jam, buka

TAHUN_MS = 365 * HARI_MS


@pytest.mark.parametrize(
    ("sisa", "kata", "boleh"),
    [(500, "", True), (199, "tinggal 199 MB", True), (21, "tinggal 21 MB", True), (19, "tinggal 19 MB", False)],
)
def test_little_room_is_said_and_next_to_none_stops_new_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sisa: int, kata: str, boleh: bool
) -> None:
    with buka(tmp_path, Jam(BUILT_MS)) as store:
        monkeypatch.setattr(room, "free", lambda _folder: sisa * room.MB)
        assert kata in " ".join(selfcheck.warnings(store))
        assert bool(selfcheck.warnings(store)) == bool(kata)
        if boleh:
            rt.tambah(store, KELURAHAN, kantor.isian(1))
        else:
            with pytest.raises(Gangguan, match=r"sisa 19 MB\)"):
                rt.tambah(store, KELURAHAN, kantor.isian(1))
            store.set_setting("lingkup", KELURAHAN)
        assert len(kantor.tampak(store)["rt_jabatan"]) == int(boleh)


def test_a_disk_that_is_away_is_no_warning(tmp_path: Path) -> None:
    assert room.warning(tmp_path / "tidak-ada") == ""
    room.require(tmp_path / "tidak-ada")


@pytest.mark.parametrize(
    ("saat", "kata"),
    [
        (0, "1 Januari 1970"),
        (BUILT_MS - 2 * HARI_MS, "lebih awal"),
        (BUILT_MS - HARI_MS // 2, ""),
        (BUILT_MS + TAHUN_MS, ""),
        (BUILT_MS + 3 * TAHUN_MS, "jauh sesudah"),
        (4_070_908_800_000, "2099"),
    ],
)
def test_a_wrong_clock_is_said_and_work_goes_on(tmp_path: Path, saat: int, kata: str) -> None:
    with buka(tmp_path, Jam(saat)) as store:
        said = selfcheck.clock_warning(store)
        assert kata in said
        assert bool(said) == bool(kata)
        rt.tambah(store, KELURAHAN, kantor.isian(1))
        assert kantor.rantai_utuh(store)


def test_a_clock_behind_the_newest_op_is_said_and_one_that_was_far_ahead_once_is_forgotten(tmp_path: Path) -> None:
    jam = Jam(BUILT_MS + 100 * HARI_MS)
    with buka(tmp_path, jam) as store:
        rt.tambah(store, KELURAHAN, kantor.isian(1))
        jam.ms -= 3 * HARI_MS
        assert "lebih awal daripada catatan terakhir" in selfcheck.clock_warning(store)
        jam.ms = BUILT_MS + 50 * TAHUN_MS
        rt.tambah(store, KELURAHAN, kantor.isian(2))
        jam.ms = BUILT_MS + 97 * HARI_MS
        assert selfcheck.clock_warning(store) == ""


def _rusakkan(folder: Path) -> None:
    db = folder / keys.STORE
    isi = bytearray(db.read_bytes())
    isi[-4096:] = bytes(4096)
    db.write_bytes(isi)


def test_a_page_found_damaged_by_a_backup_is_met_again_when_the_program_opens(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.choose_kelurahan(KELURAHAN)
    kantor.isi_rt(office.store, 3)
    baik = office.safety.backup()
    office.close()
    _rusakkan(tmp_path)
    store = unlock.store(tmp_path)
    with pytest.raises(engine.Rusak):
        backup.make(store)
    store.close()
    with pytest.raises(engine.Rusak):
        unlock.store(tmp_path)
    safety.restore(tmp_path, baik)
    pulih = unlock.store(tmp_path)
    assert not (tmp_path / engine.SUSPECTED).exists()
    assert len(kantor.tampak(pulih)["rt_jabatan"]) == 3
    pulih.close()


def test_a_false_alarm_is_forgotten(tmp_path: Path) -> None:
    Office(tmp_path).close()
    engine.suspect(tmp_path / keys.STORE)
    Office(tmp_path).close()
    assert not (tmp_path / engine.SUSPECTED).exists()
