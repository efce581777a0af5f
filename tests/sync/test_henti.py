"""Stopped by the user wherever it says how far it is: a sync, a backup, a file for the flash disk, the end of the day.

Nothing is lost and nothing half is left; done again, the office and the city hold the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.storage import backup
from sync import protocol
from sync.client.take import PAGE, PUSH
from sync.files import CITY
from sync.server import files as city_files
from sync.server.keys import ServerKey
from tests.gambar import foto
from tests.kota import CityThread
from tests.sync.album import tempel
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN


class Berhenti(Exception):
    """What the window raises."""


class Penghenti:
    """Counts reports, and stops at the one with number ``di`` (0: never)."""

    def __init__(self, di: int = 0) -> None:
        self.di, self.kali = di, 0

    def __call__(self, *_lapor: object) -> None:
        self.kali += 1
        if self.kali == self.di:
            raise Berhenti


@pytest.fixture
def office(city: CityThread, tmp_path: Path) -> Iterator[Office]:
    """An enrolled office with nine heads of RT that the city does not have yet, which sends and takes a few at once."""
    city.set_tarif()
    office = Office(tmp_path / "pc")
    office.enrol(server=city.url, code=city.invite(KELURAHAN), name="Siti Aminah")
    contoh_kantor.isi_roster(office)
    office.store.set_settings({PAGE: "4", PUSH: "4"})
    yield office
    office.close()


def isi(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the office."""
    con = office.store.reader()
    return {nama: con.execute(f"SELECT * FROM {nama} ORDER BY id").fetchall() for nama in office.store.tables}


def utuh(office: Office) -> None:
    """Raise AssertionError unless a further sync brings both to the same."""
    assert office.sync().matching
    assert office.status().waiting == 0
    assert [f.kalimat for f in office.check() if not f.ok] == []


def sampai_selesai(kerja: Callable[[Penghenti], object], sesudah: Callable[[], object]) -> int:
    """Stop the work at its first report, then at its second …, until it ends; return how often it was stopped."""
    for di in range(1, 500):
        henti = Penghenti(di)
        try:
            kerja(henti)
        except Berhenti:
            sesudah()
            continue
        return di - 1
    raise AssertionError("tidak pernah selesai")


def test_a_sync_stopped_at_every_report_loses_nothing(office: Office) -> None:
    sebelum, tinggal = isi(office), [office.status().waiting]
    datang: list[object] = []

    def sesudah() -> None:
        tinggal.append(office.status().waiting)
        assert tinggal[-1] <= tinggal[-2], "selalu lebih jauh, tidak pernah mundur"
        assert {t: b for t, b in isi(office).items() if sebelum[t]} == {t: b for t, b in sebelum.items() if b}

    kali = sampai_selesai(lambda henti: office.sync(henti, arrived=datang.append), sesudah)
    assert kali >= 2
    assert tinggal[0] > tinggal[-1], "yang terkirim tetap terkirim"
    assert datang, "layar mendengar yang datang, juga dari sinkron yang dihentikan"
    utuh(office)


def test_control_a_stop_that_forgets_is_noticed(office: Office) -> None:
    """Known-bad control: a stop that loses a change which waits."""
    with pytest.raises(Berhenti):
        office.sync(Penghenti(1))
    office.store.local(lambda con: con.execute("DELETE FROM sync_op WHERE n = (SELECT max(n) FROM sync_op)"))
    with pytest.raises(AssertionError):
        utuh(office)


def test_photos_stopped_between_pieces_go_on_where_they_were(office: Office) -> None:
    office.sync()
    tempel(office, foto(1), lingkup=KELURAHAN)
    office.store.set_setting("foto_bagian", str(16 << 10))
    kali = sampai_selesai(lambda henti: office.sync(henti, all_photos=True), lambda: None)
    assert kali >= 2
    assert office.status().photos == 0


def _cadangan(folder: Path) -> list[str]:
    return sorted(p.name for p in (folder / "cadangan").iterdir())


def test_a_backup_stopped_at_every_report_leaves_no_part(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "PAGES", 16)
    lama = office.safety.backup()
    kapan, sebelum = office.store.setting(backup.LAST), isi(office)

    def sesudah() -> None:
        assert _cadangan(office.store.folder) == [lama.name]
        assert office.store.setting(backup.LAST) == kapan
        assert isi(office) == sebelum

    assert sampai_selesai(lambda henti: office.safety.backup(maju=henti), sesudah) > 20
    assert len(_cadangan(office.store.folder)) == 2


def test_control_a_part_that_is_left_is_noticed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad control: nothing is cleared away after a stop."""
    office.safety.backup()
    monkeypatch.setattr(Path, "unlink", lambda *_a, **_k: None)
    with pytest.raises(Berhenti):
        office.safety.backup(maju=Penghenti(3))
    assert any(nama.endswith(".baru") for nama in _cadangan(office.store.folder))


def test_the_copy_is_of_one_moment_though_rows_are_written_meanwhile(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PAGES", 16)
    kali: list[int] = []

    def menulis(i: int, _n: int) -> None:
        kali.append(i)
        office.store.set_setting(f"uji{len(kali)}", "x" * 5000)

    assert office.safety.backup(maju=menulis).exists()
    assert kali == sorted(kali)
    assert kali[-1] < backup.WHOLE


def test_a_file_stopped_while_written_is_not_there(
    office: Office, city: CityThread, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "LARGEST_PUSH", 4)
    flashdisk = tmp_path / "flashdisk"
    flashdisk.mkdir()
    menunggu = office.status().waiting

    def sesudah() -> None:
        assert list(flashdisk.iterdir()) == []
        assert office.status().waiting == menunggu

    assert sampai_selesai(lambda henti: office.write_file(flashdisk, maju=henti), sesudah) > 3
    (tulisan,) = flashdisk.iterdir()
    jawaban = tulisan.with_suffix(CITY)
    jawaban.write_bytes(
        city_files.read(city.db, ServerKey(city.db), tulisan.read_bytes(), tulisan.name, now_ms).content
    )
    sisa = [menunggu]
    sampai_selesai(lambda henti: office.read_file(jawaban, maju=henti), lambda: sisa.append(office.status().waiting))
    assert sisa == sorted(sisa, reverse=True)
    assert len(sisa) > 2
    utuh(office)


def test_the_end_of_the_day_stopped_anywhere_is_done_again(office: Office) -> None:
    sebelum = isi(office)
    for di in (1, 5, 30, 60, 90, 110):
        with pytest.raises(Berhenti):
            office.end_day(Penghenti(di))
        assert not list((office.store.folder).glob("cadangan/.*"))
        assert {t: b for t, b in isi(office).items() if sebelum[t]} == {t: b for t, b in sebelum.items() if b}
    utuh(office)
