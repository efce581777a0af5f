"""``python -m tests.ui.tangkap_impor FOLDER [--skala 1.25]``: pictures of the import, with what can go wrong."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.ui import layar
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.kamera import Kamera
from ui.kit.chips import Chip
from ui.kit.dialog import Sheet
from ui.modules.rt import imports
from ui.shell.window import MainWindow

DATA = Path(__file__).parents[1] / "data"
RUSAK = (
    "No RT;Nama;NIK;Tgl Lahir;No HP;TMT;Agama\n"
    "1;Ahmad Suharto;1673010101700011;1/1/1970;081234567890;1/1/2024;Islam\n"
    "2;Budi Hartono;16730101;2/2/1971;0812;1/1/2024;Islam\n"
    "3;Cici Paramida;;31/2/1980;081234567891;1/1/2024;Islam\n"
    ";Dodi Kurniawan;;;;1/1/2024;Islam\n"
    "5;Endang Sulastri;;;;1/13/2024;Islam\n"
)
RAGU = (
    "Kol A;Kol B;Kol C;Kol D\n01;Ahmad Suharto;1673010101700011;Jl. Kenanga 4\n02;Budi Hartono;;Jl. Mawar 3\n"
    "03;Cici Paramida;;Jl. Melati 9\n"
)


def _siapkan(folder: Path) -> None:
    with closing(Office(folder)) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
        office.store.user = "Siti Aminah"


def _lembar(folder: Path, nama: str, isi: str) -> Path:
    file = folder / nama
    file.write_text(isi, encoding="utf-8")
    return file


def _simpan(sheet: Sheet) -> None:
    sheet.utama.click()


def lembar_kantor(k: Kamera, w: MainWindow, folder: Path) -> None:
    """The mapping, the office's damaged sheet, and rows that a person must mend."""
    buka = partial(imports.buka, w.page, w.host)
    sheet = k.lembar(w, "pemetaan-ragu", partial(buka, _lembar(folder, "daftar.csv", RAGU)))
    sheet.done(0)
    sheet = k.lembar(w, "kantor", partial(buka, DATA / "roster_kantor.xlsx"))
    layar.tombol(sheet, "Ubah pemetaan").click()
    k.foto(w, "pemetaan")
    sheet.done(0)
    sheet = k.lembar(w, "bermasalah", partial(buka, _lembar(folder, "rusak.csv", RUSAK)))
    layar.tekan(layar.TURUN)
    k.foto(w, "bermasalah-kedua")
    layar.tekan(layar.ENTER)
    k.foto(w, "mengetik")
    layar.tekan(layar.ESC)
    layar.cari(sheet, Chip, lambda c: c.text().startswith("Semua")).click()
    k.foto(w, "bermasalah-semua")
    sheet.done(0)


def lembar_bersih(k: Kamera, w: MainWindow) -> None:
    """The clean sheet, saved; the sheet with changes; the same again; the balance and the earlier imports."""
    buka = partial(imports.buka, w.page, w.host)
    sheet = k.lembar(w, "bersih", partial(buka, DATA / "roster_bersih.xlsx"))
    assert isinstance(sheet, Sheet)
    _simpan(sheet)
    k.foto(w, "neraca")
    sheet.done(0)
    sheet = k.lembar(w, "perubahan", partial(buka, DATA / "roster_bersih_perubahan.xlsx"))
    assert isinstance(sheet, Sheet)
    for kali, nama in ((2, "ganti"), (1, "diubah"), (8, "dilewati")):
        layar.tekan(*[Qt.Key.Key_Down] * kali)
        k.foto(w, f"perubahan-{nama}")
    _simpan(sheet)
    k.foto(w, "neraca-perubahan")
    layar.tombol(sheet, "Batalkan impor").click()
    k.foto(w, "batalkan")
    sheet.done(0)
    k.sekilas(w, "sama", partial(buka, DATA / "roster_bersih_perubahan.xlsx"))
    k.sekilas(w, "terdahulu", partial(imports.buka_terdahulu, w.page, w.host))


def berkas_buruk(k: Kamera, w: MainWindow, folder: Path) -> None:
    """What a file that is no sheet is answered with."""
    file = folder / "foto.xlsx"
    file.write_bytes(b"\x89PNG\r\n")
    imports.buka(w.page, w.host, file)
    k.foto(w, "bukan-lembar")


def tangkap(k: Kamera, folder: Path) -> None:
    """Take all of them."""
    _siapkan(folder / "impor")
    with k.jendela(folder / "impor") as w:
        w.show_page("rt")
        lembar_kantor(k, w, folder)
        lembar_bersih(k, w)
        berkas_buruk(k, w, folder)


def main(argv: Sequence[str] | None = None) -> int:
    """Take all pictures; returns the exit code."""
    k, _ = Kamera.dari_perintah(__doc__, argv)
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        tangkap(k, Path(sementara))
    return 0


if __name__ == "__main__":
    sys.exit(main())
