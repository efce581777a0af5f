"""``python -m tests.ui.tangkap_evaluasi FOLDER [--skala 1.25] [--gelap]``: evaluation, charts and Lembar rakor."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import rentang
from sipokat_desktop.storage import users
from tests import contoh_laporan, contoh_rakor
from tests.ui import layar
from tests.ui.kamera import Kamera
from tests.ui.layar import CTRL, cari, tekan, tombol
from ui.kit.diagram import DiagramBatang
from ui.kit.diagram_kolom import DiagramKolom
from ui.modules.laporan import evaluasi_isi, text_evaluasi
from ui.modules.laporan.evaluasi import EvaluasiPage
from ui.shell.window import MainWindow

KELURAHAN = contoh_laporan.TERSIBUK


def kantor(folder: Path, apa: str, tahun: int) -> Path:
    """Build an office (``kota``, a kelurahan …) with a year of reports and what else a meeting talks about."""
    with closing(Office(folder)) as office:
        office.choose_kelurahan(apa)
        users.add(office.store, name="Siti Aminah")
        lingkup = () if apa == "kota" else (apa,)
        contoh_laporan.isi(office.store, tahun, lingkup=lingkup)
        contoh_rakor.isi(office.store, lingkup=lingkup)
    return folder


def evaluasi(w: MainWindow) -> EvaluasiPage:
    """Open the page."""
    w.show_page("laporan")
    w.host.go("laporan", "evaluasi")
    layar.tunggu(lambda: not w.jobs.sedang, "dihitung", 30)
    return cari(w, EvaluasiPage)


def foto(k: Kamera, w: MainWindow, nama: str) -> None:
    """Every part of the page of an office, and its sheet."""
    halaman = evaluasi(w)
    k.foto(w, f"{nama}-ringkasan")
    bidang = cari(halaman, DiagramBatang, lambda d: d.accessibleName() == text_evaluasi.PER_BIDANG)
    bidang.setFocus()
    tekan(Qt.Key.Key_Down, Qt.Key.Key_Down)
    k.foto(w, f"{nama}-batang-terpilih")
    bulan = cari(halaman, DiagramKolom)
    bulan.setFocus()
    tekan(Qt.Key.Key_End)
    k.foto(w, f"{nama}-bulan-terpilih")
    for ke in range(2, len(text_evaluasi.PILIHAN) + (1 if w.host.beberapa else 0)):
        tekan(Qt.Key.Key_PageDown, mod=CTRL)
        k.foto(w, f"{nama}-bagian-{ke}")
    halaman.buka(text_evaluasi.RINGKAS)
    k.sekilas(w, f"{nama}-lembar-rakor", tombol(w, text_evaluasi.RAKOR).click)


def daftar(k: Kamera, w: MainWindow, nama: str) -> None:
    """The list behind a bar."""
    cari(evaluasi(w), DiagramBatang, lambda d: d.accessibleName() == text_evaluasi.LURAH).dibuka.emit("tidak")
    k.foto(w, f"{nama}-daftar-di-baliknya")


def kosong(k: Kamera, w: MainWindow) -> None:
    """A year without reports, and the question for any days."""
    halaman = evaluasi(w)
    halaman.periode.isi(evaluasi_isi.kunci(rentang.tahun(w.host.today.year - 2)))
    halaman.periode.diubah.emit()
    k.foto(w, "kosong")
    halaman.periode.isi(evaluasi_isi.LAIN)
    k.sekilas(w, "rentang-lain", halaman.periode.diubah.emit)


def main() -> None:
    """Take the pictures."""
    k, hanya = Kamera.dari_perintah(__doc__, sys.argv[1:])
    tahun = date.today().year
    with TemporaryDirectory() as folder:
        for nama, apa in (("kota", "kota"), ("kelurahan", KELURAHAN)):
            if hanya in ("", nama):
                with k.jendela(kantor(Path(folder) / nama, apa, tahun)) as w:
                    foto(k, w, nama)
                    daftar(k, w, nama)
                    if apa != "kota":
                        kosong(k, w)


if __name__ == "__main__":
    main()
