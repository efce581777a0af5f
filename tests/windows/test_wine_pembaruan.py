"""Updates under Wine: a version from a loopback city is put in at the close, a broken one is left again."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI

from resources.packaging.windows import bangun, susun
from resources.packaging.windows.alat import ROOT, Wine
from sipokat_desktop.kernel.clock import now_ms
from sync.pusat import pembaruan_web
from sync.server.app import make_app
from sync.server.database import Database
from tests.kota import CityThread
from tests.sync.gudang_uji import SANDI, Penerbit

from .panggung import WAIT_S, begin, local, program, shown, x_server
from .test_wine import KELURAHAN, _sipokat

A, B, C = bangun.program_version(), "7.1.0", "7.2.0"
BROKEN = "\nraise RuntimeError('rusak')\n"


class Terbitan:
    """A city that publishes versions; version A is built with its root."""

    def __init__(self, folder: Path, wine: Wine) -> None:
        self.penerbit = Penerbit(folder)
        self._folder, self._wine = folder, wine
        self._stage = folder / "isi"
        susun.stage(self._stage, A, susun.embedded_python(), built_s=int(bangun.commit_time()),
                    root=self.penerbit.keys / "akar.json")  # fmt: skip
        bangun.launchers(self._stage, A)
        self.setup = folder / f"Sipokat-{A}-pasang.exe"
        bangun.pack(self._stage, A, self.setup, quick=True)

    def repacked(self, version: str, *, broken: bool = False) -> Path:
        """Return the set-up file of another version: the same tree, its number and one file changed."""
        stage = self._folder / f"isi-{version}"
        shutil.copytree(self._stage, stage, copy_function=os.link)
        (stage / "versi" / A).rename(stage / "versi" / version)
        top = stage / "versi" / version
        package = top / "app" / "sipokat_desktop"
        source = package / "__init__.py"
        shutil.copyfile(ROOT / "sipokat_desktop" / "__init__.py", source)
        susun.mark(source, version, now_ms() // 1000)
        source.write_text(source.read_text(encoding="utf-8") + (BROKEN if broken else ""), encoding="utf-8")
        (package / "__init__.pyc").unlink()
        words = "import py_compile, sys; py_compile.compile(sys.argv[1], cfile=sys.argv[1] + 'c', doraise=True)"
        self._wine.run([top / "python" / "python.exe", "-c", words, f"Z:{source}"])
        source.unlink()
        for name, _ in bangun.LAUNCHERS:
            (stage / name).unlink()
        bangun.launchers(stage, version)
        setup = self._folder / f"Sipokat-{version}-pasang.exe"
        bangun.pack(stage, version, setup, quick=True)
        shutil.rmtree(stage)
        return setup

    def publish(self, setup: Path) -> None:
        """Offer a set-up file to the offices."""
        self.penerbit.store.add(setup, self.penerbit.keys, SANDI, "Lebih cepat.")


@pytest.fixture(scope="module")
def terbitan(tmp_path_factory: pytest.TempPathFactory, wine: Wine) -> Terbitan:
    return Terbitan(tmp_path_factory.mktemp("terbitan"), wine)


@pytest.fixture(scope="module")
def kota(terbitan: Terbitan) -> Iterator[CityThread]:
    def app(db: Database) -> FastAPI:
        made = make_app(db)
        pembaruan_web.add(made, terbitan.penerbit.folder, now_ms)
        return made

    server = CityThread(f"sqlite:///{terbitan.penerbit.folder / 'kota.db'}", app=app)
    yield server
    server.close()


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of an X server of these tests' own."""
    with x_server() as name:
        yield name


def _active(wine: Wine) -> str:
    return (program(wine) / "aktif.txt").read_text(encoding="ascii").strip()


def _until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + WAIT_S
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.2)


@contextmanager
def _window(wine: Wine, display: str) -> Iterator[None]:
    """Open the window; at the end it is closed as Windows asks a program to, and what it has begun comes to its end."""
    here = Wine(wine.prefix, display)
    started = begin(here, [program(wine) / "Sipokat.exe"])
    try:
        shown(here, "Sipokat")
        yield
        here.run(["taskkill", "/im", "Sipokat.exe"])
        started.wait(timeout=WAIT_S)
        here.wait()
    finally:
        here.stop()
        started.wait(timeout=60)


def test_version_a_is_set_up_and_enrolled(wine: Wine, terbitan: Terbitan, kota: CityThread) -> None:
    wine.run([terbitan.setup, "/S"])
    assert _active(wine) == A
    assert not (program(wine) / "coba.txt").exists()
    code = kota.invite(KELURAHAN)
    _sipokat(wine, "daftar", "--server", kota.url, "--kode", code, "--nama", "Siti", "--pin", "2468")
    _sipokat(wine, "sinkron")


def _state(wine: Wine) -> Path:
    return local(wine) / "Sipokat/pembaruan/keadaan.json"


def test_version_b_is_put_in_when_the_window_closes(
    wine: Wine, terbitan: Terbitan, kota: CityThread, display: str
) -> None:
    assert kota.url
    terbitan.publish(terbitan.repacked(B))
    told = json.loads(_sipokat(wine, "perbarui", "--periksa", "--json"))
    assert told == {"versi": A, "versi_baru": B, "dipasang": False}
    known = json.loads(_state(wine).read_text(encoding="utf-8"))
    _state(wine).write_text(json.dumps(known | {"setuju": True}), encoding="utf-8")
    with _window(wine, display):
        assert _active(wine) == A, "in the middle of work"
    assert _active(wine) == B
    assert (program(wine) / "aktif.lama").read_text(encoding="ascii").strip() == A
    assert list((local(wine) / "Sipokat/cadangan").glob("*.sipokat"))
    with _window(wine, display):
        _until(lambda: not (program(wine) / "coba.txt").exists(), "version B does not say that it runs")
    assert _active(wine) == B
    assert json.loads(_sipokat(wine, "status", "--json"))["kantor"] == KELURAHAN


def test_broken_version_c_is_left_for_b(wine: Wine, terbitan: Terbitan, kota: CityThread, display: str) -> None:
    assert kota.url
    terbitan.publish(terbitan.repacked(C, broken=True))
    _sipokat(wine, "perbarui")
    wine.wait()
    assert _active(wine) == C
    with _window(wine, display):
        _until(lambda: _active(wine) == B, "the launcher does not go back")
        _until(lambda: not (program(wine) / "mundur.txt").exists(), "version B does not tell")
        _until(lambda: not (program(wine) / "versi" / C).exists(), "the broken version stays on the disk")
    known = json.loads(_state(wine).read_text(encoding="utf-8"))
    assert known["ditolak"] == [C]
    assert json.loads(_sipokat(wine, "status", "--json"))["kantor"] == KELURAHAN
    assert json.loads(_sipokat(wine, "perbarui", "--json"))["versi_baru"] == ""
