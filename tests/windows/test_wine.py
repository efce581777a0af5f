"""One office on Windows, from silent set-up to removal, under Wine; the steps build on each other."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageStat

import resources
from resources.packaging.windows.alat import Wine
from tests.kota import CityThread

from .panggung import WAIT_S, begin, local, picture, press, program, shown, x_server

KELURAHAN = "16.73.01.1003"
LIGHT = 150
"""How light a screen with the painted window is at least, of 255."""


def _sipokat(wine: Wine, *words: str) -> str:
    return wine.run([program(wine) / "sipokat.com", *words]).strip()


def _lit(wine: Wine) -> None:
    """Wait until the window is painted."""
    _until(lambda: ImageStat.Stat(picture(wine).convert("L")).mean[0] >= LIGHT, "the window stayed dark")


def _until(condition: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, otherwise
        time.sleep(0.02)


@pytest.fixture
def windows_city(tmp_path: Path) -> Iterator[CityThread]:
    """A real city server on loopback."""
    city = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    yield city
    city.close()


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of an X server of this test's own."""
    with x_server() as name:
        yield name


def test_sets_up_silently(wine: Wine, setup_file: Path) -> None:
    wine.run([setup_file, "/S"])
    there = {path.name for path in program(wine).iterdir()}
    assert there == {"Sipokat.exe", "sipokat.com", "aktif.txt", "copot.exe", "versi"}
    assert list(wine.prefix.glob("drive_c/users/*/AppData/Roaming/**/Sipokat.lnk"))
    assert not (local(wine) / "Sipokat").exists()
    assert not list(program(wine).rglob("sync/server*"))


def test_works_a_day_with_a_city(wine: Wine, windows_city: CityThread, tmp_path: Path) -> None:
    windows_city.set_tarif(550_000)
    code = windows_city.invite(KELURAHAN)
    _sipokat(wine, "daftar", "--server", windows_city.url, "--kode", code, "--nama", "Siti", "--pin", "2468")
    roster = tmp_path / "roster.xlsx"
    shutil.copyfile(resources.path("contoh", "roster_contoh.xlsx"), roster)
    _sipokat(wine, "impor", "rt", f"Z:{roster}")
    _sipokat(wine, "sinkron")
    state = json.loads(_sipokat(wine, "status", "--json"))
    assert (state["kantor"], state["belum_terkirim"], state["gangguan"]) == (KELURAHAN, 0, "")
    paper = tmp_path / "rt.pdf"
    _sipokat(wine, "rt", "cetak", f"Z:{paper}")
    with pypdfium2.PdfDocument(paper) as document:
        assert "RT" in document[0].get_textpage().get_text_bounded()


def test_key_is_in_the_key_store_of_windows(wine: Wine) -> None:
    kept = json.loads((local(wine) / "Sipokat/kunci.json").read_text(encoding="utf-8"))
    assert kept["name"]
    assert not kept.get("key")


def test_opens_the_window_and_setup_waits_for_its_end(wine: Wine, screen: str, setup_file: Path) -> None:
    here = Wine(wine.prefix, screen)
    began = time.monotonic()
    started = begin(here, [program(wine) / "Sipokat.exe"])
    try:
        shown(here, "Sipokat")
        print(f"Jendela tampak sesudah {time.monotonic() - began:.1f} detik (Wine)")
        _lit(here)
        picture(here).save(Path(os.environ["SIPOKAT_WINDOWS"]) / "layar.png")
        with pytest.raises(SystemExit, match="kode 2"):
            here.run([setup_file, "/S"])
    finally:
        here.stop()
        started.wait(timeout=60)


def test_a_list_is_drawn_up_seen_and_saved_by_keys(wine: Wine, screen: str) -> None:
    """The preview shows the very PDF that its window saves: what draws it on Windows was shipped."""
    here, paper = Wine(wine.prefix, screen), wine.prefix / "drive_c/daftar.pdf"
    started = begin(here, [program(wine) / "Sipokat.exe"])
    try:
        shown(here, "Sipokat")
        _lit(here)
        for window, *keys in (
            ("Sipokat", '"2468"', "Return"), ("Sipokat", "Return"), ("Sipokat", "ctrl+n"), ("Susun daftar", "ctrl+s")
        ):  # fmt: skip
            press(here, window, *keys)
        press(here, "Sipokat", "ctrl+p")
        press(here, "Sipokat", "Down", "Return")
        press(here, "Daftar tanda terima", "ctrl+plus").save(Path(os.environ["SIPOKAT_WINDOWS"]) / "pratinjau.png")
        press(here, "Daftar tanda terima", "ctrl+s")
        press(here, "Simpan PDF", "shift+End", '"C:\\daftar.pdf"', "Return")
        _until(paper.exists, "nothing was saved")
    finally:
        here.stop()
        started.wait(timeout=60)
    with pypdfium2.PdfDocument(paper) as document:
        assert "DAFTAR TANDA TERIMA" in document[0].get_textpage().get_text_bounded()


def test_opens_again_after_a_power_cut(wine: Wine, screen: str) -> None:
    """The window before was ended with its Windows, which gives the same numbers to its programs again."""
    here = Wine(wine.prefix, screen)
    for _ in range(2):
        started = begin(here, [program(wine) / "Sipokat.exe"])
        shown(here, "Sipokat")
        here.stop()
        started.wait(timeout=60)


def test_removal_keeps_the_data(wine: Wine) -> None:
    wine.run([program(wine) / "copot.exe", "/S", f"_?=C:\\{_windows_path(wine)}"])
    assert not (program(wine) / "Sipokat.exe").exists()
    assert not (program(wine) / "versi").exists()
    assert (local(wine) / "Sipokat/sipokat.db").stat().st_size > 0


def _windows_path(wine: Wine) -> str:
    return program(wine).relative_to(wine.prefix / "drive_c").as_posix().replace("/", "\\")
