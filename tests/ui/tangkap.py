"""``python -m tests.ui.tangkap FOLDER [--skala 1.25] [--gelap] [--ukuran 1280x720]``: a picture of everything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from sipokat_desktop.app import Office
from tests.kota import CityThread
from tests.ui import contoh_kantor, layar, tangkap_impor, tangkap_insentif
from tests.ui.contoh_kantor import Contoh
from tests.ui.kamera import Kamera
from ui.kit.crash_dialog import CrashDialog
from ui.kit.kartu_angka import KartuAngka
from ui.shell.home import HomePage
from ui.shell.settings import titles
from ui.shell.window import MainWindow


def _tekan(window: QWidget, kata: str) -> Callable[[], None]:
    return lambda: layar.tombol(window, kata).click()


def wizard(k: Kamera, kota: CityThread, folder: Path) -> None:
    """The set-up from an empty folder, with what can go wrong, up to the empty pages."""
    with k.jendela(folder / "baru") as w:
        k.foto(w, "wizard-kode")
        isi = layar.form(w)
        isi.isi({"kode": "K7F3", "server": kota.url})
        isi.kirim()
        k.foto(w, "wizard-kode-salah")
        isi.isi({"kode": "ABCDE23456", "server": "http://127.0.0.1:9"})
        isi.kirim()
        k.foto(w, "wizard-server-putus")
        isi.isi({"kode": "ABCDE23456", "server": kota.url})
        isi.kirim()
        k.foto(w, "wizard-kode-ditolak")
        _tekan(w, "Mulai tanpa")()
        k.foto(w, "wizard-tanpa-internet")
        layar.form(w).isi({"kelurahan": contoh_kantor.KELURAHAN})
        layar.form(w).kirim()
        k.foto(w, "wizard-nama")
        layar.form(w).isi({"nama": "Siti Aminah", "pin": "2580", "pin_lagi": "2581"})
        layar.form(w).kirim()
        k.foto(w, "wizard-pin-beda")
        layar.form(w).isi({"nama": "Siti Aminah", "pin": "2580", "pin_lagi": "2580"})
        layar.form(w).kirim()
        k.foto(w, "wizard-selesai")
        _tekan(w, "Mulai bekerja")()
        k.foto(w, "beranda-kosong")
        for kunci in ("rt", "insentif", "keputusan", "sinkron"):
            w.show_page(kunci)
            k.foto(w, f"{kunci}-kosong")
        w.show_page("insentif")
        sheet = k.lembar(w, "susun", _tekan(w, "Susun daftar"))
        layar.tombol(sheet, "Susun daftar").click()
        k.foto(w, "susun-tanpa-tarif")
        sheet.done(0)
        w.show_page("sinkron")
        _tekan(w, "Daftarkan")()
        k.foto(w, "daftarkan-kemudian")


def impor(k: Kamera, folder: Path) -> None:
    """The import in all its steps, and the pages after the first one."""
    from ui.modules.rt import imports

    tangkap_impor.tangkap(k, folder)
    with k.jendela(folder / "baru") as w:
        layar.ketik("2580")
        layar.tekan(layar.ENTER)
        w.show_page("rt")
        sheet = k.lembar(w, "impor", partial(imports.buka, w.page, w.host, contoh_kantor.berkas()))
        layar.tombol(sheet, "Simpan").click()
        layar.tombol(sheet, "Selesai").click()
        layar.tertutup(sheet)
        k.foto(w, "rt-sesudah-impor")
        w.show_page("beranda")
        k.foto(w, "beranda-sesudah-impor")


def masuk(k: Kamera, contoh: Contoh) -> None:
    """The login, right and wrong."""
    with k.jendela(contoh.pc1) as w:
        k.foto(w, "masuk")
        layar.ketik("1111")
        layar.tekan(layar.ENTER)
        k.foto(w, "masuk-salah")


def halaman(k: Kamera, contoh: Contoh) -> None:
    """Every page with data, and what opens from it."""
    with k.jendela(contoh.pc1) as w:
        layar.ketik(contoh_kantor.PIN)
        layar.tekan(layar.ENTER)
        k.foto(w, "beranda")
        rt(k, w)
        tangkap_insentif.tangkap(k, w, contoh)
        w.show_page("keputusan")
        k.foto(w, "keputusan")
        for ke, nama in ((0, "ganda"), (3, "isian-berbeda")):
            layar.tabel(w.page).selectRow(ke)
            k.foto(w, f"keputusan-{nama}")
        layar.tabel(w.page).selectRow(0)
        layar.ketik("1")
        k.foto(w, "keputusan-ganda-pilih")
        for ke, kata in enumerate(("Uang dikembalikan", "Perhitungkan", "Salah catat"), 1):
            k.sekilas(w, f"keputusan-jalan-{ke}", _tekan(w, kata))
        _tekan(w, "Sudah diselesaikan")()
        k.foto(w, "keputusan-selesai")
        _tekan(w, "Kembali")()
        _tekan(w, "Apa yang diubah")()
        k.foto(w, "keputusan-diubah-kota")
        _tekan(w, "Kembali")()
        w.show_page("sinkron")
        k.foto(w, "sinkron")
        layar.tabel(w.page).selectRow(0)
        k.foto(w, "sinkron-bukti")
        sheet = k.lembar(w, "sinkron-cetak", _tekan(w, "Cetak bukti"))
        sheet.done(0)
        pengaturan(k, w)
        w.show_page("beranda")
        k.sekejap(w, "panduan")
        palet(k, w)
        pesan(k, w)


def pengaturan(k: Kamera, w: MainWindow) -> None:
    """Every section of Pengaturan."""
    for bagian in titles():
        w.show_page("pengaturan", bagian)
        k.foto(w, f"pengaturan-{bagian}")
    w.show_page("pengaturan", "jaringan")
    _tekan(w, "Uji sambungan")()
    k.foto(w, "pengaturan-uji")
    k.sekilas(w, "pengaturan-atur-jaringan", _tekan(w, "Atur jaringan"))


def rt(k: Kamera, w: MainWindow) -> None:
    """Data RT and its dialogs."""
    w.show_page("rt")
    k.foto(w, "rt")
    for ke, nama in ((2, "plt"), (5, "sk-habis"), (6, "tanpa-sk"), (10, "lowong"), (11, "nama-panjang")):
        layar.tabel(w.page).selectRow(ke)
        k.foto(w, f"rt-{nama}")
    layar.ketik("zzz")
    k.foto(w, "rt-tak-ketemu")
    layar.tekan(layar.ESC)
    layar.tabel(w.page).selectRow(0)
    sheet = k.lembar(w, "rt-tambah", _tekan(w, "Tambah RT"))
    isi = layar.form(sheet)
    isi.isi({"nomor": "3", "nama": "Budi", "nik": "167301010170", "tmt": "31/2/2026", "jumlah_kk": "banyak"})
    isi.periksa()
    k.foto(w, "rt-tambah-salah")
    layar.ketik("1")
    sheet.reject()
    layar.tertutup(sheet)
    w.activateWindow()
    k.foto(w, "rt-draf-disimpan")
    k.sekilas(w, "rt-draf-kembali", _tekan(w, "Tambah RT"))
    k.sekilas(w, "rt-ubah", _tekan(w, "Ubah data"))
    k.sekilas(w, "rt-akhiri", _tekan(w, "Akhiri masa"))
    layar.tabel(w.page).selectRow(4)
    k.sekilas(w, "rt-riwayat", _tekan(w, "Riwayat"))
    k.sekilas(w, "rt-penanda", _tekan(w, "Penanda"))


def palet(k: Kamera, w: MainWindow) -> None:
    """Ctrl+K, full, narrowed, without a hit."""
    w._palette()
    popup = k.app.activePopupWidget()
    assert popup is not None
    k.foto(w, "palet")
    layar.ketik("herm")
    k.foto(w, "palet-cari")
    layar.ketik("zzz")
    k.foto(w, "palet-kosong")
    popup.close()


def pesan(k: Kamera, w: MainWindow) -> None:
    """Each kind of message, and the dialog after a fault of ours."""
    from sipokat_desktop.kernel.errors import Gangguan
    from ui.kit.buttons import Aksi

    tidak = Aksi("Coba lagi", lambda: None)
    w.messages.berhasil("9 penerima dicatat sudah menerima.", Aksi("Urungkan", lambda: None))
    k.foto(w, "pesan-berhasil")
    w.messages.gangguan(Gangguan("Disk penuh (sisa 2 MB).", "Kosongkan tempat, lalu simpan lagi."), tidak)
    k.foto(w, "pesan-gangguan")
    w.messages.salah("Tidak dapat diurungkan: data itu sudah diubah lagi sesudahnya. Perbaiki lewat formulirnya.")
    k.foto(w, "pesan-salah")
    w.messages.tutup()
    dialog = CrashDialog("Traceback …\nValueError: contoh", "Rincian juga dicatat di log/kesalahan.log.", w)
    k.sekilas(w, "kesalahan", dialog.open)


def sehari(k: Kamera, kota: CityThread, contoh: Contoh) -> None:
    """The end of the day with the city, the state of the other PC, and all of it without the city."""
    with k.jendela(contoh.pc1) as w:
        layar.ketik(contoh_kantor.PIN)
        layar.tekan(layar.ENTER)
        layar.cari(w, KartuAngka)
        assert isinstance(w.page, HomePage)
        w.page.day.end_day()
        k.foto(w, "akhiri-hari")
        w.show_page("sinkron")
        k.foto(w, "sinkron-beres")
    with k.jendela(contoh.pc2) as w:
        layar.ketik(contoh_kantor.PIN)
        layar.tekan(layar.ENTER)
        w.sync.run()
        k.foto(w, "pc2-sinkron")
        w.show_page("keputusan")
        layar.tabel(w.page).selectRow(4)
        k.foto(w, "pc2-ditahan")
        kota.close()
        contoh_kantor.ubah(_office(w), "01", hp="081234567890")
        w.sync.run()
        k.foto(w, "pc2-putus")
        w.show_page("sinkron")
        k.foto(w, "pc2-sinkron-putus")
        w.show_page("beranda")
        assert isinstance(w.page, HomePage)
        w.page.day.end_day()
        k.foto(w, "pc2-akhiri-putus")


def _office(w: MainWindow) -> Office:
    """Return the office behind a window."""
    office = w._office
    assert isinstance(office, Office)
    return office


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, _ = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        data = Path(sementara)
        kota = CityThread(f"sqlite:///{data / 'kota.db'}")
        try:
            contoh = contoh_kantor.siapkan(data, kota)
            wizard(k, kota, data)
            impor(k, data)
            masuk(k, contoh)
            halaman(k, contoh)
            sehari(k, kota, contoh)
        finally:
            kota.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
