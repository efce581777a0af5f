"""``python -m tests.ui.tangkap_ponsel FOLDER [--skala 1.25] [--hanya X]``: pictures of the page HP dan barang."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.kota import CityThread
from tests.ui import cerita_barang, contoh_barang, halaman_barang, layar, test_ponsel_kecamatan
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.kamera import Kamera
from ui.kit.chips import Chip
from ui.kit.preview import Preview
from ui.modules.ponsel import surat, text
from ui.shell.window import MainWindow


def _buka(w: MainWindow, id: str = "") -> None:
    w.show_page("ponsel", id)
    layar.tunggu(lambda: not w.jobs.sedang, "dimuat")
    layar.biarkan(100)


def _ke(w: MainWindow, cari: str) -> None:
    """Go to the first row that a typed line finds, and show the rest again."""
    t = layar.tabel(w.page)
    t.setFocus()
    layar.ketik(cari)
    layar.biarkan(80)
    id = t.current_id()
    layar.tekan(layar.ESC)
    t.select(id)
    t.setFocus()


def _tutup(w: MainWindow, sheet: QDialog) -> None:
    sheet.done(0)
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif lagi")


def _tutup_menu(w: MainWindow) -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif lagi")


def register(k: Kamera, w: MainWindow) -> None:
    """The table, each state in the panel, filters, the menus."""
    _buka(w)
    k.foto(w, "register")
    for nama, cari in (
        ("terlambat", "R9C00002XT"), ("rusak", "R9C00001XT"), ("hilang", "R9C00003XT"), ("surat", "R9C00004XT"),
        ("bantuan", "R9C00005XT"), ("garansi", "R9C00006XT"), ("kantor", "R9C00009XT"), ("ditarik", "R9C00011XT"),
    ):  # fmt: skip
        _ke(w, cari)
        k.foto(w, f"panel-{nama}")
    _ke(w, "R9C00000XT")
    for kata in (text.TINDAKAN, text.CETAK, text.LAINNYA):
        layar.tombol(w.page, kata).click()
        k.foto(w, f"menu-{kata.lower()}")
        _tutup_menu(w)
    layar.cari(w.page, Chip, lambda c: c.text() == "Belum dikembalikan").click()
    k.foto(w, "saringan")
    layar.cari(w.page, Chip, lambda c: c.text() == text.SEMUA).click()
    layar.tabel(w.page).setFocus()
    layar.tekan(Qt.Key.Key_End)
    for _ in range(2):
        layar.tekan(Qt.Key.Key_Up, mod=Qt.KeyboardModifier.ShiftModifier)
    k.foto(w, "beberapa")
    layar.ketik("999")
    k.foto(w, "tak-ketemu")
    layar.tekan(layar.ESC)


def lembar(k: Kamera, w: MainWindow) -> None:
    """Every sheet."""
    _buka(w)
    layar.tekan(Qt.Key.Key_N, mod=layar.CTRL)
    sheet = layar.lembar()
    k.foto(w, "tambah")
    layar.isian("imei1", sheet)
    layar.ketik("352099001761482")
    layar.tekan(layar.ENTER)
    layar.ketik("352099001761010")
    layar.tekan(layar.TAB)
    k.foto(w, "tambah-salah")
    layar.tombol(sheet, "Banyak").click()
    layar.biarkan(100)
    k.foto(w, "banyak")
    _tutup(w, layar.lembar())
    _ke(w, "R9C00009XT")
    k.sekilas(w, "serah", lambda: layar.tekan(Qt.Key.Key_S, mod=layar.ALT))
    _ke(w, "R9C00002XT")
    k.sekilas(w, "kembali", lambda: layar.tekan(Qt.Key.Key_K, mod=layar.ALT))
    k.sekilas(w, "alih", layar.tombol(w.page, text.ALIH_SEKARANG).click)
    _ke(w, "R9C00000XT")
    k.sekilas(w, "ubah", lambda: layar.tekan(layar.ENTER))
    kejadian = k.lembar(w, "kejadian", lambda: layar.tekan(Qt.Key.Key_J, mod=layar.ALT))
    layar.isian("jenis", kejadian)
    layar.ketik("Hil")
    k.foto(w, "kejadian-hilang")
    _tutup(w, kejadian)
    k.sekilas(w, "minta-bantuan", lambda: layar.tekan(Qt.Key.Key_M, mod=layar.ALT))
    halaman = w.page
    u = halaman._row()  # type: ignore[attr-defined]
    k.sekilas(w, "tarik", lambda: halaman._tindakan.serah_terima("tarik", [u]))  # type: ignore[attr-defined]
    k.sekilas(w, "batal", lambda: halaman._tindakan.batal(u.serah_id))  # type: ignore[attr-defined]
    _ke(w, "R9C00001XT")
    k.sekilas(w, "ganti", layar.tombol(w.page, text.GANTI).click)
    _ke(w, "R9C00003XT")
    k.sekilas(w, "surat-polisi", layar.tombol(w.page, text.SURAT).click)
    k.sekilas(w, "daftar-bantuan", lambda: _bantuan(w))


def _bantuan(w: MainWindow) -> None:
    from ui.modules.ponsel.bantuan import buka

    buka(w.page, w.host)


def impor(k: Kamera, w: MainWindow) -> None:
    """The import of a register from its preview to its balance."""
    _buka(w)
    halaman = w.page
    with TemporaryDirectory(prefix="sipokat-") as folder:
        halaman.impor(contoh_barang.lembar(Path(folder)))  # type: ignore[attr-defined]
        sheet = layar.lembar()
        k.foto(w, "impor-pratinjau")
        layar.tekan(Qt.Key.Key_Home, layar.ENTER)
        k.foto(w, "impor-ketik")
        layar.tekan(layar.ESC)
        layar.tekan(Qt.Key.Key_M, mod=layar.ALT)
        k.foto(w, "impor-pemetaan")
        layar.tombol(sheet, "Kembali").click()
        layar.cari(sheet, Chip, lambda c: c.text() == "Perlu dilihat").click()
        layar.tabel(sheet).setFocus()
        layar.tekan(Qt.Key.Key_Home)
        k.foto(w, "impor-ragu")
        layar.tombol(sheet, "Simpan").click()
        k.foto(w, "impor-neraca")
        layar.tombol(sheet, "Selesai").click()
        layar.tertutup(sheet)


def cerita(k: Kamera, folder: Path) -> None:
    """A phone's whole life, a picture after each step, and the preview of two papers."""
    cerita_barang.kantor(folder)
    with k.jendela(folder) as w:
        for langkah in cerita_barang.LANGKAH:
            langkah(w)
            k.foto(w, f"cerita-{langkah.__name__.replace('_', '-')}")
        w.messages.tutup()
        halaman_barang.ke(w, cerita_barang.LAMA)
        k.foto(w, "cerita-hp-lama")
        u = cerita_barang.hp(w, cerita_barang.BARU)
        for ke, (_kata, lihat) in enumerate(surat.pilihan(w.page, w.host, u.unit_id)):
            if ke < 2:
                lihat()
                layar.tunggu(lambda: w.findChildren(Preview), "pratinjau")
                k.foto(w, f"cerita-surat-{ke + 1}", 700)
                _tutup(w, w.findChildren(Preview)[-1])


def kecamatan(k: Kamera, folder: Path) -> None:
    """The register of a kecamatan."""
    kota = CityThread(f"sqlite:///{folder / 'kota.db'}")
    data = test_ponsel_kecamatan.siapkan(folder, kota)
    with k.jendela(data) as w:
        _buka(w)
        k.foto(w, "kecamatan")
    kota.close()


def kosong(k: Kamera, folder: Path) -> None:
    """The page of an office that has nothing yet."""
    with closing(Office(folder)) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
    with k.jendela(folder) as w:
        _buka(w)
        k.foto(w, "kosong")


def main() -> int:
    """Take all pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--skala", type=float, default=1.0)
    parser.add_argument("--gelap", action="store_true")
    parser.add_argument("--ukuran", default="1366x768")
    parser.add_argument("--hanya", default="")
    args = parser.parse_args()
    lebar, tinggi = args.ukuran.split("x")
    k = Kamera(args.folder, skala=args.skala, gelap=args.gelap, ukuran=(int(lebar), int(tinggi)))
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        data = Path(sementara) / "kantor"
        contoh_barang.siapkan(data)
        with k.jendela(data) as w:
            contoh_barang.jam(w._office)  # type: ignore[arg-type]
            w.refresh()
            k.foto(w, "beranda")
            for bagian in (register, lembar, impor):
                if args.hanya in bagian.__name__:
                    bagian(k, w)
        if args.hanya in kosong.__name__:
            kosong(k, Path(sementara) / "kosong")
        if args.hanya in cerita.__name__:
            cerita(k, Path(sementara) / "cerita")
        if args.hanya in kecamatan.__name__:
            (Path(sementara) / "camat").mkdir()
            kecamatan(k, Path(sementara) / "camat")
    return 0


if __name__ == "__main__":
    sys.exit(main())
