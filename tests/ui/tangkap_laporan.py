"""``python -m tests.ui.tangkap_laporan FOLDER [--skala 1.25] [--hanya X]``: pictures of the page Laporan kegiatan."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import queries
from sipokat_desktop.modules.laporan.model import Saring
from sipokat_desktop.storage import shelf, users
from tests.kota import CityThread
from tests.ui import contoh_barang, contoh_kegiatan, layar
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_kegiatan import HARI
from tests.ui.halaman_laporan import jatuhkan, tulis
from tests.ui.kamera import Kamera
from tests.ui.test_laporan_verifikasi import kantor_camat
from ui.kit.preview import Preview
from ui.modules.laporan import text
from ui.modules.laporan.catat import CatatPage
from ui.modules.laporan.foto_lihat import LihatFoto
from ui.shell.window import MainWindow


def _buka(w: MainWindow, id: str = "") -> None:
    contoh_barang.jam(w._office, HARI.isoformat())  # type: ignore[arg-type]
    w.show_page("laporan", id)
    layar.tunggu(lambda: not w.jobs.sedang, "dimuat")
    layar.biarkan(250)
    w.activateWindow()


def _anak(w: MainWindow) -> CatatPage:
    return layar.cari(w.page, CatatPage)


def _tutup(w: MainWindow, dialog: QDialog) -> None:
    dialog.done(0)
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif lagi")


def _menu(k: Kamera, w: MainWindow, nama: str, tombol: Qt.Key) -> None:
    layar.tekan(tombol, mod=layar.ALT)
    k.foto(w, nama)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif lagi")


def daftar(k: Kamera, w: MainWindow) -> None:
    """The list, each state in the panel, filters, menus, sheets, the viewer, the paper."""
    _buka(w)
    k.foto(w, "daftar")
    for ke, nama in ((3, "tiga-foto"), (40, "disetujui"), (60, "tidak")):
        t = layar.tabel(w.page)
        t.selectRow(ke)
        t.setFocus()
        k.foto(w, f"panel-{nama}")
    layar.tekan(Qt.Key.Key_Home)
    layar.tekan(Qt.Key.Key_Down, Qt.Key.Key_Down, mod=Qt.KeyboardModifier.ShiftModifier)
    k.foto(w, "beberapa")
    layar.tekan(Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    _menu(k, w, "menu-tindakan", Qt.Key.Key_T)
    _menu(k, w, "menu-lainnya", Qt.Key.Key_L)
    k.sekilas(w, "ubah", lambda: layar.tekan(layar.ENTER))
    k.sekilas(w, "tidak", lambda: layar.tekan(Qt.Key.Key_D, mod=layar.ALT))
    k.sekilas(w, "kolom", layar.tombol(w.page, text.KOLOM).click)
    layar.tabel(w.page).setFocus()
    k.sekilas(w, "foto-besar", lambda: layar.tekan(Qt.Key.Key_F, mod=layar.ALT))
    layar.tekan(Qt.Key.Key_Y, mod=layar.ALT)
    k.foto(w, "disetujui")
    layar.ketik("siring mushola")
    k.foto(w, "cari")
    layar.ketik("xyz")
    k.foto(w, "tak-ketemu")
    layar.tekan(layar.ESC)
    w.messages.tutup()
    layar.tabel(w.page).selectRow(3)
    b = w.page.daftar.kini()  # type: ignore[attr-defined]
    w.page.open_id(f"rt:{b.jabatan_id}")
    k.foto(w, "satu-rt")
    w.page.open_id("belum:2026-06")
    k.foto(w, "belum-melapor")
    _tutup(w, layar.lembar())
    layar.tekan(Qt.Key.Key_P, mod=layar.CTRL)
    layar.tunggu(lambda: w.findChildren(Preview), "pratinjau")
    k.foto(w, "cetak", 700)
    _tutup(w, w.findChildren(Preview)[-1])


def catat(k: Kamera, w: MainWindow, folder: Path) -> None:
    """The entry, from empty to many, with photos good and bad, and what is wrong."""
    _buka(w, "catat")
    k.foto(w, "catat")
    layar.ketik("3")
    layar.tekan(layar.ENTER)
    layar.ketik("Mem")
    layar.biarkan(300)
    k.foto(w, "catat-saran")
    layar.tekan(layar.ESC)
    layar.ketik("bersihkan pos ronda")
    jatuhkan(_anak(w), [tulis(folder, f"foto{ke}.jpg", contoh_kegiatan.gambar(500 + ke)) for ke in range(3)])
    k.foto(w, "catat-foto")
    jatuhkan(_anak(w), [tulis(folder, "catatan.jpg", b"x"), tulis(folder, "kosong.png", b"")])
    k.foto(w, "catat-foto-ditolak")
    layar.tekan(layar.ENTER)
    k.foto(w, "catat-tersimpan")
    layar.ketik("1-4")
    layar.tekan(layar.ENTER)
    layar.ketik("Kerja bakti menyambut hari jadi kota")
    k.foto(w, "catat-banyak-rt")
    layar.tekan(layar.ENTER)
    k.foto(w, "catat-banyak-tersimpan")
    layar.ketik("77")
    layar.tekan(layar.ENTER)
    layar.ketik("Rapat")
    layar.tekan(layar.ENTER)
    k.foto(w, "catat-salah")
    layar.ganti("3")
    layar.tekan(layar.TAB)
    _anak(w).isi.fokus("jenis")
    layar.tekan(layar.SPASI)
    k.foto(w, "catat-jenis")
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    w.activateWindow()


def verifikasi(k: Kamera, w: MainWindow) -> None:
    """The verification from the first report to the last."""
    _buka(w, "verifikasi")
    k.foto(w, "verifikasi")
    layar.ketik("y")
    k.foto(w, "verifikasi-dua")
    layar.ketik("t")
    k.foto(w, "verifikasi-tidak")
    layar.ketik("Fotonya dari kegiatan lain")
    layar.tekan(layar.ENTER)
    k.foto(w, "verifikasi-sesudah-tidak")
    layar.ketik("h")
    k.foto(w, "verifikasi-sudah")
    layar.tekan(Qt.Key.Key_End)
    k.foto(w, "verifikasi-bersih")
    layar.tekan(Qt.Key.Key_S, mod=layar.ALT)
    layar.biarkan(300)
    k.foto(w, "verifikasi-semua")
    w.messages.tutup()
    layar.tekan(Qt.Key.Key_Home)
    for _ in range(40):
        layar.ketik("y")
    layar.biarkan(400)
    k.foto(w, "verifikasi-selesai")
    w.messages.tutup()


def jauh(k: Kamera, w: MainWindow) -> None:
    """A photo that is only at the city, and the office offline."""
    _buka(w)
    page = w.page.daftar  # type: ignore[attr-defined]
    b = next(satu for satu in queries.daftar(w.host.store.reader(), Saring()) if satu.foto > 1)
    w.page.open_id(b.laporan_id)
    page.tabel.setFocus()
    for f in queries.foto(w.host.store.reader(), b.laporan_id):
        shelf.path(w.host.store.folder / "foto", f.kunci).unlink()
    page.panel.tampil(b, 1)
    k.foto(w, "foto-hilang-panel")
    dialog = page.tindakan.lihat(b)
    assert isinstance(dialog, LihatFoto)
    layar.biarkan(200)
    k.foto(w, "foto-hilang")
    dialog._katakan("Foto ada di server kota.", ambil="Ambil")
    k.foto(w, "foto-di-kota")
    dialog.ambil()
    k.foto(w, "foto-belum-sampai")
    _tutup(w, dialog)


def kecamatan(k: Kamera, folder: Path) -> None:
    """The list and the verification of a kecamatan."""
    kota = CityThread(f"sqlite:///{folder / 'kota.db'}")
    with k.jendela(kantor_camat(folder, kota)) as w:
        _buka(w)
        k.foto(w, "kecamatan")
        _buka(w, "verifikasi")
        k.foto(w, "kecamatan-verifikasi")
    kota.close()


def kosong(k: Kamera, folder: Path) -> None:
    """The pages of an office without reports, and without RT."""
    contoh_kegiatan.kantor(folder / "tanpa-laporan")
    with k.jendela(folder / "tanpa-laporan") as w:
        _buka(w)
        k.foto(w, "kosong")
        _buka(w, "verifikasi")
        k.foto(w, "kosong-verifikasi")
        _buka(w, "evaluasi")
        k.foto(w, "kosong-evaluasi")
    with closing(Office(folder / "tanpa-rt")) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
    with k.jendela(folder / "tanpa-rt") as w:
        _buka(w, "catat")
        k.foto(w, "tanpa-rt")


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        folder = Path(sementara)
        contoh_kegiatan.siapkan(folder / "kantor")
        with k.jendela(folder / "kantor") as w:
            contoh_barang.jam(w._office, HARI.isoformat())  # type: ignore[arg-type]
            w.refresh()
            k.foto(w, "beranda")
            if hanya in ("", "daftar"):
                daftar(k, w)
            if hanya in ("", "catat"):
                catat(k, w, folder)
            if hanya in ("", "verifikasi"):
                verifikasi(k, w)
            if hanya in ("", "jauh"):
                jauh(k, w)
        if hanya in ("", "kecamatan"):
            (folder / "camat").mkdir()
            kecamatan(k, folder / "camat")
        if hanya in ("", "kosong"):
            kosong(k, folder / "kosong")
    return 0


if __name__ == "__main__":
    sys.exit(main())
