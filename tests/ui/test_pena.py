"""Settings that change faster than the disk: never an older one after a newer one, and the last one when it closes."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from tests.ui.conftest import tutup
from tests.ui.layar import tunggu
from ui.kit.pena import Pena, ingat
from ui.shell.window import MainWindow

KUNCI = "uji.pena"


class Lambat:
    """A disk that keeps the first write waiting until it is let go; notes what was written."""

    def __init__(self, w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lepas, self.tertulis = threading.Event(), list[str]()
        asli = w.host.store.set_setting

        def tulis(kunci: str, isi: str) -> None:
            if not self.tertulis and kunci == KUNCI and isi == "1":
                assert self.lepas.wait(60)
            asli(kunci, isi)
            if kunci == KUNCI:
                self.tertulis.append(isi)

        monkeypatch.setattr(w.host.store, "set_setting", tulis)


def test_the_last_of_many_comes_last(kantor: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Lambat(kantor, monkeypatch)
    for isi in ("1", "2", "3"):
        ingat(kantor.host, KUNCI, isi)
    disk.lepas.set()
    tunggu(lambda: not kantor.jobs.sedang, "tertulis")
    assert disk.tertulis == ["1", "3"]
    assert kantor.host.store.setting(KUNCI) == "3"
    tunggu(lambda: not kantor.host.findChildren(Pena), "tidak ada yang tinggal")


def test_known_bad_each_for_itself_leaves_the_older_one(kantor: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Lambat(kantor, monkeypatch)
    for isi in ("1", "2", "3"):
        kantor.jobs.run(kantor.host.store.set_setting, KUNCI, isi)
    tunggu(lambda: len(disk.tertulis) == 2, "yang lain tertulis")
    disk.lepas.set()
    tunggu(lambda: not kantor.jobs.sedang, "tertulis")
    assert kantor.host.store.setting(KUNCI) == "1"


def test_what_waits_when_the_window_closes_is_written(
    kantor: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Lambat(kantor, monkeypatch)
    for isi in ("1", "2"):
        ingat(kantor.host, KUNCI, isi)
    threading.Timer(0.3, disk.lepas.set).start()
    kantor.close()
    tutup(kantor)
    assert disk.tertulis == ["1", "2"]
    with closing(Office(tmp_path / "kantor")) as office:
        assert office.store.setting(KUNCI) == "2"
