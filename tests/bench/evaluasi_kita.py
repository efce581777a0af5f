"""Our side of the page *Evaluasi laporan*: the window of the city's office on the reports of a folder, from the call
for the page until its figures are painted. ``python -m tests.bench.evaluasi_kita FOLDER TAHUN PUTARAN``"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import rentang
from tests.ui import layar
from ui.modules.laporan import evaluasi_isi
from ui.modules.laporan.evaluasi import EvaluasiPage
from ui.shell import start
from ui.shell.window import MainWindow


def buka(window: MainWindow, jangka: str) -> tuple[float, float]:
    """Open the page, choose days, and return the seconds until something and until all is painted."""
    layar.tunggu(lambda: not window.jobs.sedang, "diam", 60)
    mulai = time.perf_counter()
    window.page.open_id("evaluasi")
    halaman = window.page.findChildren(EvaluasiPage)[-1]
    halaman.periode.addItem(jangka, jangka)
    halaman.periode.isi(jangka)
    halaman.periode.diubah.emit()
    halaman.grab()
    awal = time.perf_counter() - mulai
    while halaman.hasil is None:
        layar.biarkan(1)
    halaman.grab()
    semua = time.perf_counter() - mulai
    assert halaman.hasil.angka.jumlah
    halaman.kembali.emit()
    layar.biarkan(200)
    return awal, semua


def main(folder: Path, tahun: int, putaran: int) -> None:
    """Print the times of a year and of all years as JSON."""
    app = start.application()
    window = start.make_window(app, Office(folder))
    window.resize(1366, 768)
    window.show()
    window.show_page("laporan")
    layar.biarkan(500)
    catatan = {
        nama: [buka(window, evaluasi_isi.kunci(jangka)) for _ in range(putaran)]
        for nama, jangka in (("tahun", rentang.tahun(tahun)), ("semua", rentang.SEMUA))
    }
    layar.tunggu(lambda: not window.jobs.sedang, "diam", 60)
    print(json.dumps(catatan))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
