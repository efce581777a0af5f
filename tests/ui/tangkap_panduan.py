"""``python -m tests.ui.tangkap_panduan [FOLDER] [--hanya=X]``: the pictures of the guide, from the real window with
invented data on one fixed day, so that the same program makes the same pictures."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtWidgets import QWidget

import resources
from sipokat_desktop.app import CLOCK_WARNING, Office
from sipokat_desktop.kernel import clock, ids
from sipokat_desktop.kernel.tanggal import WIB
from tests.kota import CityThread
from tests.ui import (
    contoh_barang,
    contoh_bimtek,
    contoh_kantor,
    contoh_kegiatan,
    contoh_seragam,
    contoh_usulan,
    layar,
    tangkap_impor,
    tangkap_rt,
)
from tests.ui.kamera import Kamera
from ui.modules.rt import ganti, imports
from ui.shell.window import MainWindow

HARI = datetime(2026, 4, 10, 9, 30, tzinfo=WIB)
UKURAN = (1024, 640)
WARNA = 128
"""So many colours are kept: a picture of a screen has few."""
TEPI = "#C5CCD3"


@contextmanager
def hari_tetap() -> Iterator[None]:
    """Let it be one and the same moment for everything that asks the program's clock, and the numbers of papers the
    same: what stands for a computer in them is otherwise drawn by lot."""
    ns = round(HARI.timestamp() * 1_000_000_000)
    jam, nomor, kode = vars(clock), vars(ids), ids.short_code
    dilihat: list[str] = []

    def tetap(seed: str, length: int) -> str:
        if seed not in dilihat:
            dilihat.append(seed)
        return kode(f"komputer {dilihat.index(seed)}", length)

    jam["time"], nomor["short_code"] = SimpleNamespace(time_ns=lambda: ns), tetap
    try:
        yield
    finally:
        jam["time"], nomor["short_code"] = time, kode


class Juru:
    """Takes the pictures: a window on some data, and what of it is shown."""

    def __init__(self, tujuan: Path, sementara: Path) -> None:
        self.kamera = Kamera(tujuan, skala=1.0, gelap=False, ukuran=UKURAN)
        self.tujuan, self.sementara = tujuan, sementara

    def simpan(self, w: QWidget, nama: str) -> None:
        """Save a widget as it stands."""
        layar.biarkan(300)
        isi = QByteArray()
        tempat = QBuffer(isi)
        tempat.open(QIODevice.OpenModeFlag.WriteOnly)
        w.grab().save(tempat, "PNG")
        gambar = Image.open(BytesIO(isi.data())).convert("RGB")
        dasar = gambar.getpixel((0, 0))
        if not w.isWindow():
            gambar = ImageOps.expand(gambar, 14, fill=dasar)  # type: ignore[arg-type]
        kecil = ImageOps.expand(gambar, 1, fill=TEPI).quantize(
            WARNA, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        kecil.save(self.tujuan / f"{nama}.png", optimize=True)

    @contextmanager
    def jendela(self, data: Path, halaman: str, pin: str = "") -> Iterator[MainWindow]:
        """Open a window on a page."""
        with self.kamera.jendela(data) as w:
            if pin:
                layar.ketik(pin)
                layar.tekan(layar.ENTER)
            w.show_page(halaman)
            layar.siap(w)
            layar.biarkan(200)
            w.activateWindow()
            yield w


def kantor(j: Juru) -> None:
    """Beranda, Data RT, a change of head, the lists, the settings, a preview."""
    data = j.sementara / "kantor"
    tangkap_rt._siapkan(data)
    with j.jendela(data, "rt") as w:
        layar.tabel(w.page).setFocus()
        layar.tekan(Qt.Key.Key_Home, layar.TURUN, layar.TURUN)
        j.simpan(w, "data-rt")
        ganti.buka(w.page, w.host, contoh_kantor.baris(_office(w), "04"))
        sheet = layar.lembar()
        layar.ketik("31/3/2026")
        layar.tekan(layar.ENTER, layar.TURUN)
        sheet.utama.click()
        layar.form(sheet).isi({"nama": "Herman Efendi", "tmt": "1/4/2026", "sk_nomor": "141/12/KPTS/2026"})
        sheet.utama.click()
        j.simpan(sheet, "ganti")
        sheet.buang()
        layar.tertutup(sheet)
        w.show_page("pengaturan")
        layar.siap(w)
        w.page.open_id("data.kode")
        j.simpan(w.page, "cadangan")


def insentif(j: Juru) -> None:
    """The lists in their states, and what the two PCs of an office have to decide."""
    kota = CityThread(f"sqlite:///{j.sementara / 'kota.db'}")
    try:
        contoh = contoh_kantor.siapkan(j.sementara, kota)
        with j.jendela(contoh.pc1, "beranda", contoh_kantor.PIN) as w:
            j.simpan(w, "beranda")
            for nama, nomor in (("draf", contoh.draf), ("terkunci", contoh.terkunci)):
                w.show_page("insentif", nomor)
                layar.siap(w)
                layar.tabel(w.page).selectRow(2)
                j.simpan(w.page, f"insentif-{nama}")
            w.show_page("insentif", contoh.sebagian)
            layar.siap(w)
            j.simpan(w.page, "insentif-menerima")
            w.show_page("keputusan")
            layar.siap(w)
            layar.tabel(w.page).selectRow(3)
            j.simpan(w.page, "keputusan")
            w.host.store.set_setting(CLOCK_WARNING, "")
            w.show_page("sinkron")
            layar.siap(w)
            layar.tabel(w.page).selectRow(0)
            j.simpan(w.page, "sinkron")
    finally:
        kota.close()


def barang(j: Juru) -> None:
    """Uniforms and phones."""
    data = j.sementara / "seragam"
    contoh_seragam.kelurahan_sendiri(data)
    with j.jendela(data, "seragam") as w:
        layar.tekan(layar.ENTER)
        layar.siap(w)
        layar.ketik("3")
        layar.tekan(layar.ENTER)
        layar.siap(w)
        layar.biarkan(200)
        layar.ketik("5")
        j.simpan(w.page, "seragam")
    data = j.sementara / "hp"
    contoh_barang.siapkan(data)
    with j.jendela(data, "ponsel") as w:
        layar.tabel(w.page).setFocus()
        layar.tekan(Qt.Key.Key_Home, layar.TURUN)
        j.simpan(w.page, "hp")


def kegiatan(j: Juru) -> None:
    """Bimtek and reports."""
    data = j.sementara / "bimtek"
    contoh_bimtek.kelurahan_sendiri(data)
    with j.jendela(data, "bimtek") as w:
        layar.tekan(layar.ENTER)
        layar.siap(w)
        j.simpan(w.page, "bimtek")
    data = j.sementara / "laporan"
    contoh_kegiatan.siapkan(data)
    with j.jendela(data, "beranda") as w:
        w.show_page("laporan", "catat")
        layar.siap(w)
        layar.ketik("3")
        layar.tekan(layar.ENTER)
        layar.ketik("Membersihkan pos ronda bersama warga")
        j.simpan(w.page, "laporan-catat")


def usulan(j: Juru) -> None:
    """Proposals and vaccination."""
    data = j.sementara / "usulan"
    contoh_usulan.siapkan(data)
    with j.jendela(data, "usulan") as w:
        contoh_usulan.jam(_office(w))
        for nama in ("usulan", "vaksinasi"):
            w.show_page(nama)
            layar.siap(w)
            layar.tabel(w.page).setFocus()
            layar.tekan(Qt.Key.Key_Home, layar.TURUN)
            j.simpan(w.page, nama)


def kertas(j: Juru) -> None:
    """A preview and an import."""
    data = j.sementara / "kertas"
    with closing(Office(data)) as office:
        contoh_kantor.kantor_kecil(office)
    with j.jendela(data, "rt") as w:
        from ui.modules.rt import more

        dict(more.pilihan(w.page, w.host, lambda: (), None))["Cetak daftar…"]()
        sheet = layar.dialog()
        layar.siap(w)
        layar.biarkan(600)
        j.simpan(sheet, "pratinjau")
        sheet.done(0)
        layar.tertutup(sheet)
        imports.buka(w.page, w.host, tangkap_impor._lembar(j.sementara, "lembar-kantor.csv", tangkap_impor.RUSAK))
        sheet = layar.lembar()
        layar.siap(w)
        layar.biarkan(400)
        j.simpan(sheet, "impor")
        sheet.done(0)


def _office(w: MainWindow) -> Office:
    office = w._office
    assert isinstance(office, Office)
    return office


BAGIAN: tuple[Callable[[Juru], None], ...] = (kantor, insentif, barang, kegiatan, usulan, kertas)


def main() -> int:
    """Take all pictures, or those of one part; returns the exit code."""
    argumen = [satu for satu in sys.argv[1:] if not satu.startswith("--")]
    hanya = next((satu.removeprefix("--hanya=") for satu in sys.argv[1:] if satu.startswith("--hanya=")), "")
    tujuan = Path(argumen[0]) if argumen else Path(str(resources.path("panduan", "gambar")))
    with TemporaryDirectory(prefix="sipokat-") as sementara, hari_tetap():
        for bagian in BAGIAN:
            if hanya in ("", bagian.__name__):
                bagian(Juru(tujuan, Path(sementara)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
