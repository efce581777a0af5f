"""``python -m tests.ui.tangkap_kota FOLDER [--skala 1.25] [--gelap]``: the window of the city-level office."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from sipokat_desktop.modules.rt import ops as rt
from tests.kota import CityThread
from tests.ui import contoh_barang, contoh_seragam, layar
from tests.ui.contoh_seragam import DUA
from tests.ui.kamera import Kamera
from tests.ui.layar import ALT, CTRL, ENTER, ESC, cari, ketik, tekan, tombol
from tests.unit.kantor import isian
from ui.kit.chips import Chip
from ui.modules.rt import text as rt_text
from ui.modules.seragam import text_stok
from ui.shell import text
from ui.shell.window import MainWindow

K = Qt.Key
JAUH = "16.73.03.1010"
"""A kelurahan of another kecamatan."""


def siapkan(folder: Path, kota: CityThread) -> Path:
    """Build the city-level office over a kecamatan with two kelurahan, and one kelurahan of another kecamatan."""
    contoh_seragam.beli_kota(kota)
    contoh_seragam.kecamatan_kota(folder, kota, "kec1")
    with closing(contoh_seragam.daftar(folder / "jauh", kota, JAUH, "Lurah Jauh")) as jauh:
        for ke in range(1, 4):
            rt.tambah(jauh.store, JAUH, isian(ke, nama=f"Ketua Jauh {ke}", nik="", ukuran="L"))
        for ke in range(2):
            contoh_barang.tambah(jauh, ke, JAUH)
        jauh.sync()
    with closing(contoh_seragam.daftar(folder / "pusat", kota, "kota", "Dewi Lestari")) as pusat:
        pusat.sync()
    return folder / "pusat"


def awal(k: Kamera, kota: CityThread, folder: Path) -> None:
    """The wizard by code and without internet."""
    with k.jendela(folder / "baru") as w:
        isi = layar.form(w)
        isi.isi({"kode": kota.invite("kota"), "server": kota.url})
        isi.kirim()
        layar.tunggu(lambda: "pin" in layar.form(w).nilai(), "terdaftar")
        layar.form(w).isi({"nama": "Siti Aminah", "pin": "2580", "pin_lagi": "2580"})
        layar.form(w).kirim()
        k.foto(w, "kota-siap")
    with k.jendela(folder / "luring") as w:
        tombol(w, text.WIZ_TANPA).click()
        ketik("bagian")
        k.foto(w, "kota-tanpa-internet")


def pusat(k: Kamera, w: MainWindow) -> None:
    """Every page of the window, the list of kelurahan, the stock of the uniforms."""
    for kunci in ("beranda", "rt", "insentif", "seragam", "ponsel", "bimtek", "keputusan", "sinkron", "pengaturan"):
        w.show_page(kunci)
        k.foto(w, f"kota-{kunci}")
    w.show_page("rt")
    tekan(K.Key_G, mod=CTRL)
    k.foto(w, "kota-pilih")
    ketik("taba je")
    k.foto(w, "kota-pilih-cari")
    tekan(ENTER)
    k.foto(w, "kota-rt-lain")
    k.sekilas(w, "kota-penanda", lambda: tombol(w.page, rt_text.PENANDA).click())


def seragam(k: Kamera, w: MainWindow) -> None:
    """A purchase, its stock, a delivery to a kecamatan."""
    w.show_page("seragam")
    tekan(ENTER)
    k.foto(w, "kota-pengadaan")
    tekan(K.Key_S, mod=ALT)
    k.foto(w, "kota-stok")
    sheet = k.lembar(w, "kota-kirim", lambda: tekan(K.Key_N, mod=CTRL))
    sheet.done(0)
    w.activateWindow()
    cari(w.page, Chip, lambda c: c.text() == text_stok.KELURAHAN).click()
    t = layar.tabel(w.page)
    t.selectRow(next(i for i in range(t.row_count()) if t.current_id() == DUA or i == 0))
    k.foto(w, "kota-per-kelurahan")
    tekan(ESC)
    ketik("1")
    tekan(ENTER)
    k.foto(w, "kota-nomor-saja")


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        folder = Path(sementara)
        with closing(CityThread(f"sqlite:///{folder / 'kota.db'}")) as kota:
            if hanya in "awal":
                awal(k, kota, folder)
            data = siapkan(folder, kota)
            for bagian in (pusat, seragam):
                if hanya in bagian.__name__:
                    with k.jendela(data) as w:
                        bagian(k, w)
    return 0


if __name__ == "__main__":
    sys.exit(main())
