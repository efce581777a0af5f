"""``python -m tests.e2e.sehari_jendela FOLDER CARA``: a clerk's day in the real window, to be looked at from outside.

The office is set up by keys; then search, a draft that is left lying, a photo, a preview, a fault of ours, a backup
with a second place, a report of a problem. ``CARA`` ``tutup`` closes the window at the end,
``bunuh`` ends the process with SIGKILL while a preview is open.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode, tanggal
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from tests.ui import contoh_kantor, contoh_kegiatan, layar
from tests.ui.test_cetak import pratinjau
from tests.ui.test_halaman_rt import ubah
from tests.unit import kantor
from ui.kit.draft import JEDA_MS
from ui.shell import start, text
from ui.shell.window import MainWindow

DRAF = "Rahmawati Drafina"
PENGGUNA = "Zulaikha Pengguna"
KATA_CARI = "Hasan Basri"


def atur(window: MainWindow) -> None:
    """The first steps of a new office, by keys: no internet, a kelurahan, a name and a PIN."""
    layar.tombol(window, text.WIZ_TANPA).click()
    layar.tekan(layar.ENTER)
    layar.ketik("taba j")
    layar.tekan(layar.ENTER)
    layar.tunggu(lambda: "nama" in layar.form(window).nilai(), "langkah nama")
    for satu in (PENGGUNA, "2580", "2580"):
        window.activateWindow()
        layar.tunggu(QApplication.focusWidget, "kursor di isian")
        layar.ganti(satu)
        layar.tekan(layar.ENTER)
    layar.tunggu(lambda: isinstance(QApplication.focusWidget(), QPushButton), "tombol Mulai bekerja")
    layar.tekan(layar.ENTER)


def isi(office: Office) -> None:
    """Heads of RT, a locked list, a report with photos."""
    contoh_kantor.isi_roster(office)
    kantor.tarif(office.store, mulai="2024-01")
    kini = tanggal.wib(office.store.clock()).date()
    nomor = insentif.susun(office.store, office.lingkup, periode.triwulan(kini)).value
    insentif.kunci(office.store, nomor, lurah="Dra. Hj. Yunita Sari")
    contoh_kegiatan.catat(office, 3, kini)


def bekerja(window: MainWindow, tempat: Path) -> None:
    """Search, a draft, a fault, a backup with a second place, a report of a problem, pages with photos."""
    window.show_page("rt")
    layar.siap(window)
    ubah(window, KATA_CARI)
    layar.ganti(DRAF)
    layar.biarkan(JEDA_MS + 200)
    layar.tekan(layar.ESC)
    try:
        int(KATA_CARI)
    except ValueError as galat:
        window.crash.laporkan(galat)
    layar.dialog().accept()
    window.show_page("laporan")
    layar.siap(window)
    window.show_page("pengaturan", "data")
    tempat.mkdir()
    pilih(tempat)
    layar.tombol(window.page, text.CAD_PILIH).click()
    layar.pesan(window, str(tempat))
    window.messages.tutup()
    pilih(tempat / "masalah")
    layar.tombol(window.page, text.SET_LAPOR).click()
    layar.pesan(window, "masalah.zip")


def pilih(apa: Path) -> None:
    """What the file dialogs give."""
    for nama in ("getExistingDirectory", "getSaveFileName", "getOpenFileName"):
        jawab = str(apa) if nama == "getExistingDirectory" else (str(apa), "")
        setattr(QFileDialog, nama, staticmethod(lambda *_a, _jawab=jawab: _jawab))


def main(folder: str, cara: str) -> int:
    """Work through the day; returns the exit code."""
    tempat = Path(folder)
    qInstallMessageHandler(lambda *_: None)
    app = start.application()
    office = Office(tempat / "data")
    window = start.make_window(app, office)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    layar.tunggu(window.isActiveWindow, "jendela aktif")
    atur(window)
    isi(office)
    bekerja(window, tempat / "kedua")
    window.show_page("insentif", queries.semua_daftar(office.store.reader(), lingkup=office.lingkup)[0].nomor)
    layar.siap(window)
    window.activateWindow()
    layar.tunggu(QApplication.focusWidget, "kursor di daftar")
    lihat = pratinjau()
    if cara == "bunuh":
        os.kill(os.getpid(), signal.SIGKILL)
    lihat.close()
    layar.tunggu(lambda: not window.jobs.sedang)
    window.close()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Exception:
        traceback.print_exc()
        raise
