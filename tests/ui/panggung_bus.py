"""``python -m tests.ui.panggung_bus FOLDER FILE``: the window with a form that has a mistake, for the AT-SPI bus; what
the form says of its controls within the program is written to FILE as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from sipokat_desktop.app import Office
from tests.ui import akses, layar
from ui.shell import start
from ui.shell.window import MainWindow


def _siapkan(w: MainWindow, berkas: Path) -> None:
    w.show_page("rt")
    layar.tunggu(lambda: not w.jobs.sedang, "selesai dimuat", 30)
    layar.tombol(w.page, "Tambah RT").click()
    sheet = layar.lembar()
    form = layar.form(sheet)
    form.isi({"nik": "1673", "jenis": "plt"})
    form.periksa()
    layar.biarkan(100)
    isi = [(akses.nama(satu), akses.keterangan(satu)) for satu in akses.kendali(sheet)]
    tulis = berkas.with_suffix(".baru")
    tulis.write_text(json.dumps(isi), encoding="utf-8")
    tulis.rename(berkas)


def main(folder: Path, berkas: Path) -> None:
    """Open the window and stay until ended from outside."""
    app = start.application()
    w = start.make_window(app, Office(folder))
    w.show()
    QTimer.singleShot(0, w, lambda: _siapkan(w, berkas))
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
