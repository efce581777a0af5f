"""Every screen of the window, for those who hear it, who work by keys alone, and who read large letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from sipokat_desktop.app import Office
from tests import cetakan
from tests.ui import akses, contoh_semua, contoh_usulan, tata_letak
from tests.ui.conftest import Buka
from tests.ui.telusur import Telusur
from ui.kit.printing import Printers
from ui.registry import PAGES
from ui.shell.frame import DECISIONS, HOME, SETTINGS, SYNC
from ui.shell.window import MainWindow

SEMUA = (HOME, *(page.key for page in PAGES), DECISIONS, SYNC, SETTINGS)
PALING_SEDIKIT = 200
"""Screens that the walk must see: fewer, and it has stopped walking."""


class Catatan:
    """Notes what is wrong with the screens of a walk, each complaint once with the first place."""

    def __init__(self, *aturan: Callable[[QWidget], list[str]]) -> None:
        self._aturan, self.dilihat, self.salah = aturan, 0, dict[str, str]()

    def __call__(self, nama: str, akar: QWidget) -> None:
        self.dilihat += 1
        for aturan in self._aturan:
            for keluhan in aturan(akar):
                self.salah.setdefault(keluhan, nama)

    def __str__(self) -> str:
        return "\n".join(f"{nama}: {keluhan}" for keluhan, nama in self.salah.items())


@pytest.fixture
def tanpa_berkas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a file gives up; there is a printer."""
    for nama in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, nama, lambda *_args: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    monkeypatch.setattr(Printers, "names", lambda _self: ["Epson L3110"])


def kantor(tmp_path: Path, buka: Buka, skala: float) -> MainWindow:
    cetakan.tuang(tmp_path / "kantor", contoh_semua.siapkan)
    office = Office(tmp_path / "kantor")
    office.store.set_setting("tampilan_skala", str(skala))
    office.close()
    w = buka("kantor")
    w.host.store.clock = contoh_usulan.kini
    return w


@pytest.mark.usefixtures("tanpa_berkas")
def test_every_screen(tmp_path: Path, buka: Buka) -> None:
    w = kantor(tmp_path, buka, 1.5)
    cincin: set[str] = set()
    lihat = Catatan(
        akses.keluhan, tata_letak.terpotong, tata_letak.salah_urut, lambda akar: tata_letak.tanpa_cincin(akar, cincin)
    )
    telusur = Telusur(w, lihat)
    for kunci in SEMUA:
        telusur.halaman(kunci)
    assert not lihat.salah and not telusur.hilang, "\n".join([str(lihat), *telusur.hilang])
    assert lihat.dilihat >= PALING_SEDIKIT
