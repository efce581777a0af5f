"""A camera for the window: opens it in one size and look and saves what the screen shows."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QDialog

from sipokat_desktop.app import Office
from tests.ui import layar
from ui.shell import start
from ui.shell.text_setelan import GELAP, KONTRAS, TERANG
from ui.shell.window import MainWindow


class Kamera:
    """Opens windows of one size and look, and saves what the screen shows under running numbers."""

    def __init__(
        self, folder: Path, *, skala: float, gelap: bool, ukuran: tuple[int, int], kontras: bool = False
    ) -> None:
        self.app = start.application()
        self.folder, self.ukuran = folder, ukuran
        warna = KONTRAS if kontras else GELAP if gelap else TERANG
        self._setelan = {"tampilan_skala": str(skala), "tampilan_gelap": warna}
        self._ke = 0
        self._dibuka: list[MainWindow] = []
        folder.mkdir(parents=True, exist_ok=True)

    @classmethod
    def dari_perintah(cls, keterangan: str | None, argv: Sequence[str] | None = None) -> tuple[Kamera, str]:
        """Return the camera that a command line asks for, and which part of the pictures ("" = all)."""
        parser = argparse.ArgumentParser(description=keterangan)
        parser.add_argument("folder", type=Path)
        parser.add_argument("--skala", type=float, default=1.0)
        parser.add_argument("--gelap", action="store_true")
        parser.add_argument("--kontras", action="store_true")
        parser.add_argument("--ukuran", default="1366x768")
        parser.add_argument("--hanya", default="")
        args = parser.parse_args(argv)
        lebar, tinggi = args.ukuran.split("x")
        ukuran = (int(lebar), int(tinggi))
        return cls(args.folder, skala=args.skala, gelap=args.gelap, ukuran=ukuran, kontras=args.kontras), args.hanya

    @contextmanager
    def jendela(self, data: Path) -> Iterator[MainWindow]:
        """Open the window on the data in a folder; its background work is waited for at the end."""
        office = Office(data)
        for kunci, nilai in self._setelan.items():
            office.store.set_setting(kunci, nilai)
        window = start.make_window(self.app, office)
        self._dibuka.append(window)  # kept: collected in a background thread, its widgets would go in that thread
        window.crash.uninstall()
        window.resize(*self.ukuran)
        window.move(0, 0)
        window.show()
        window.activateWindow()
        layar.biarkan(200)
        yield window
        layar.tunggu(lambda: not window.jobs.sedang, "pekerjaan selesai", 30)
        window.close()
        layar.biarkan(50)

    def foto(self, window: MainWindow, nama: str, ms: int = 250) -> None:
        """Save window and dialog as they stand on the screen."""
        layar.tunggu(lambda: not window.jobs.sedang, "pekerjaan selesai", 30)
        layar.biarkan(ms)
        self._ke += 1
        layar_utuh = self.app.primaryScreen().grabWindow(0)
        kali = layar_utuh.devicePixelRatio()
        gambar = layar_utuh.copy(0, 0, round(self.ukuran[0] * kali), round(self.ukuran[1] * kali))
        if self.app.platformName() == "offscreen":
            gambar = (self.app.activeModalWidget() or window).grab()
        if not gambar.save(str(self.folder / f"{self._ke:02d}-{nama}.png")):
            raise OSError(f"{self.folder} tidak dapat ditulis")

    def sekejap(self, window: MainWindow, halaman: str) -> None:
        """Show another page, save a picture, come back."""
        lama = window._shown
        window.show_page(halaman)
        self.foto(window, halaman)
        window.show_page(lama)

    def lembar(self, window: MainWindow, nama: str, buka: Callable[[], object]) -> QDialog:
        """Open a dialog, save a picture, and return it still open."""
        buka()
        widget = layar.dialog()
        self.foto(window, nama)
        return widget

    def sekilas(self, window: MainWindow, nama: str, buka: Callable[[], object]) -> None:
        """Open a dialog, save a picture, close it."""
        widget = self.lembar(window, nama, buka)
        widget.done(0)
        window.activateWindow()
        layar.biarkan(30)
