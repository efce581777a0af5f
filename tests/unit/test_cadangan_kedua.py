"""Backups by the day: which stay, where they are copied to, and what makes one due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import backup, identity, keys, rotation, sealed, secondplace
from tests.unit import kantor
from tests.unit.kantor import HARI_MS, KELURAHAN, Jam, buka


def _nama(hari: date, jam: int = 9) -> str:
    return f"sipokat-{hari:%Y%m%d}-{jam:02d}0000.sipokat"


def _lembar(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.glob("*.sipokat"))


def test_a_year_of_days_leaves_14_days_and_6_months() -> None:
    ada: set[str] = set()
    for ke in range(365):
        ada = rotation.kept(ada | {_nama(date(2026, 1, 1) + timedelta(ke), jam) for jam in (8, 12, 16)})
    hari = {nama[8:16] for nama in ada}
    assert {f"202612{n}" for n in range(18, 32)} <= hari
    assert {"20260731", "20260831", "20260930", "20261031", "20261130"} <= hari
    assert len(hari) == 14 + 5
    assert all(nama.endswith("160000.sipokat") for nama in ada if nama[8:16] < "20261230")


def test_a_file_of_somebody_else_stays_and_so_does_a_backup_with_a_strange_clock(tmp_path: Path) -> None:
    jam = Jam(0)
    with buka(tmp_path, jam) as store:
        (tmp_path / "cadangan").mkdir()
        (tmp_path / "cadangan" / "sipokat-sebelum-pindah.sipokat").write_bytes(b"milik orang")
        for ke in range(30):
            (tmp_path / "cadangan" / _nama(date(2026, 1, 1) + timedelta(ke))).write_bytes(b"")
        made = backup.make(store)
    assert made.name.startswith("sipokat-1970")
    assert made.exists()
    assert "sipokat-sebelum-pindah.sipokat" in _lembar(tmp_path / "cadangan")


@pytest.mark.parametrize(("geser", "perlu"), [(0, False), (19, False), (21, True), (-21, True)])
def test_a_backup_is_due_after_twenty_hours(tmp_path: Path, geser: int, perlu: bool) -> None:
    jam = Jam()
    with buka(tmp_path, jam) as store:
        assert backup.due(store)
        backup.make(store)
        jam.ms += geser * HARI_MS // 24
        assert backup.due(store) is perlu


def test_every_backup_is_copied_to_the_second_place_and_read_again(tmp_path: Path) -> None:
    data, tempat = tmp_path / "data", tmp_path / "flashdisk"
    tempat.mkdir()
    with buka(data) as store:
        kantor.isi_rt(store, 2)
        secondplace.choose(data, tempat)
        made = backup.make(store)
    (salinan,) = secondplace.backups(data)
    assert salinan.read_bytes() == made.read_bytes()
    assert sealed.read(salinan) == sealed.read(made)
    assert secondplace.load(data).copied
    assert not secondplace.load(data).trouble


def test_a_place_that_is_away_stops_no_backup(tmp_path: Path) -> None:
    data, tempat = tmp_path / "data", tmp_path / "flashdisk"
    tempat.mkdir()
    jam = Jam()
    with buka(data, jam) as store:
        secondplace.choose(data, tempat)
        tempat.rename(tmp_path / "dicabut")
        backup.make(store)
        assert secondplace.load(data).trouble == secondplace.TIDAK_TERPASANG
        tempat.mkdir()
        jam.ms += HARI_MS
        backup.make(store)
        assert secondplace.load(data).trouble == secondplace.TIDAK_TERPASANG, "another flash disk at the same place"
        assert list(tempat.iterdir()) == []
        tempat.rmdir()
        (tmp_path / "dicabut").rename(tempat)
        jam.ms += HARI_MS
        backup.make(store)
        assert not secondplace.load(data).trouble
    assert len(_lembar(data / "cadangan")) == 3
    assert len(secondplace.backups(data)) == 1


def test_a_copy_that_cannot_be_written_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, tempat = tmp_path / "data", tmp_path / "flashdisk"
    tempat.mkdir()
    asli = identity.write_atomically

    def berbeda(path: Path, data: bytes, *, private: bool = False) -> None:
        asli(path, data[:-1] if path.suffix == ".sipokat" else data, private=private)

    with buka(data) as store:
        secondplace.choose(data, tempat)
        monkeypatch.setattr(secondplace, "write_atomically", berbeda)
        made = backup.make(store)
    assert "tidak dapat disalin" in secondplace.load(data).trouble
    assert made.exists()
    assert secondplace.backups(data) == []


def test_what_cannot_be_a_second_place_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with buka(data):
        pass
    (tmp_path / "berkas").write_text("")
    for tempat, kata in ((tmp_path / "berkas", "bukan folder"), (data, "di dalam folder data")):
        with pytest.raises(InputSalah, match=kata):
            secondplace.choose(data, tempat)
    assert not secondplace.load(data).folder


def test_two_computers_share_a_flash_disk(tmp_path: Path) -> None:
    tempat = tmp_path / "flashdisk"
    tempat.mkdir()
    jam = Jam()
    for nama in ("a", "b"):
        (tmp_path / nama).mkdir()
        keys.keep(tmp_path / nama, nama.encode() * 32)
        with buka(tmp_path / nama, jam) as store:
            secondplace.choose(tmp_path / nama, tempat)
            for _ in range(3):
                jam.ms += HARI_MS
                backup.make(store)
    assert len(list(tempat.iterdir())) == 2
    assert len(secondplace.backups(tmp_path / "a")) == 6


def test_an_import_of_many_rows_begins_with_a_backup(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    keys.keep(tmp_path / "data", b"k" * 32)
    with buka(tmp_path / "data") as store:
        backup.before_import(store, backup.MANY)
        assert not (tmp_path / "data" / "cadangan").exists()
        backup.before_import(store, backup.MANY + 1)
        assert len(_lembar(tmp_path / "data" / "cadangan")) == 1
    with buka(tmp_path / "kota") as store:
        backup.before_import(store, 500)
    assert not (tmp_path / "kota" / "cadangan").exists(), "an office of the city has its backups at the city"


def test_the_command_sets_and_removes_the_second_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, tempat = tmp_path / "data", tmp_path / "flashdisk"
    tempat.mkdir()
    office = Office(data)
    office.choose_kelurahan(KELURAHAN)
    rt.tambah(office.store, KELURAHAN, kantor.isian(1))
    office.close()

    def perintah(*kata: str) -> str:
        code = cli.main(["--data", str(data), "cadangkan", *kata])
        said = capsys.readouterr()
        assert code == (2 if said.err else 0)
        return said.out + said.err

    assert "disalin juga ke" in perintah("--tempat-kedua", str(tempat))
    assert len(secondplace.backups(data)) == 1
    tempat.rename(tmp_path / "dicabut")
    assert secondplace.TIDAK_TERPASANG in perintah()
    assert "bukan folder" in perintah("--tempat-kedua", str(tempat))
    assert "jangan keduanya" in perintah("--tempat-kedua", str(tmp_path), "--tanpa")
    assert "tetap ada" in perintah("--tanpa")
    assert "tidak terpasang" not in perintah()


def test_two_backups_within_a_second_are_two(tmp_path: Path) -> None:
    """Else the one before a restore would take the place of the one that is being restored."""
    with buka(tmp_path) as store:
        pertama = backup.make(store)
        isi = pertama.read_bytes()
        rt.tambah(store, KELURAHAN, kantor.isian(1))
        assert backup.make(store) > pertama
    assert pertama.read_bytes() == isi


def test_the_backup_that_is_being_restored_is_not_rotated_away(tmp_path: Path) -> None:
    data, tempat = tmp_path / "data", tmp_path / "flashdisk"
    tempat.mkdir()
    with buka(data) as store:
        secondplace.choose(data, tempat)
        tua = secondplace.own(data, tempat) / _nama(date(2020, 1, 1))
        tua.write_bytes(b"")
        for ke in range(200):
            (tua.parent / _nama(date(2025, 1, 1) + timedelta(ke))).write_bytes(b"")
        backup.make(store, spare=tua)
        assert tua.exists()
        store.clock = Jam(kantor.SEKARANG + HARI_MS)
        backup.make(store)
        assert not tua.exists()


def test_names_of_backups_sort_by_time() -> None:
    saat = datetime(2026, 11, 22, 16, 2, tzinfo=UTC)
    assert rotation.kept([f"sipokat-{saat:%Y%m%d-%H%M%S}.sipokat"]) == {"sipokat-20261122-160200.sipokat"}
