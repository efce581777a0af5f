"""``python -m tests.ui.tangkap_usulan FOLDER [--skala 1.25] [--hanya X]``: pictures of Usulan and Vaksinasi."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sipokat_desktop.app import Office
from sipokat_desktop.modules.usulan import ops, queries
from sipokat_desktop.modules.usulan.model import Usulan
from tests.kota import CityThread
from tests.ui import contoh_kantor, contoh_usulan, layar, test_usulan_kecamatan
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.kamera import Kamera
from ui.kit.chips import Chip
from ui.kit.preview import Preview
from ui.modules.usulan import text as usulan
from ui.modules.vaksinasi import text as vaksinasi
from ui.shell.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def _buka(w: MainWindow, halaman: str, id: str = "") -> None:
    w.messages.tutup()
    w.show_page(halaman, id)
    layar.tunggu(lambda: not w.jobs.sedang, "dimuat")
    layar.biarkan(80)
    w.activateWindow()
    layar.tabel(w.page).setFocus()
    layar.tekan(Qt.Key.Key_Home)


def _tutup(w: MainWindow) -> None:
    layar.dialog().done(0)
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif lagi")
    layar.tabel(w.page).setFocus()


def _sekilas(k: Kamera, w: MainWindow, nama: str, tombol: Qt.Key, mod: Qt.KeyboardModifier) -> None:
    layar.tekan(tombol, mod=mod)
    layar.dialog()
    k.foto(w, nama)
    _tutup(w)


def _menu(k: Kamera, w: MainWindow, nama: str, tombol: Qt.Key, mod: Qt.KeyboardModifier) -> None:
    layar.tekan(tombol, mod=mod)
    k.foto(w, nama)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif lagi")
    layar.tabel(w.page).setFocus()


def daftar(k: Kamera, w: MainWindow) -> None:
    """The table, panels of each state, filters, several rows, menus, the order."""
    _buka(w, "usulan")
    k.foto(w, "usulan")
    for turun in (4, 2):
        layar.tekan(*[layar.TURUN] * turun)
        k.foto(w, f"panel-{turun}")
    _menu(k, w, "menu-tindakan", Qt.Key.Key_T, layar.ALT)
    _menu(k, w, "menu-lainnya", Qt.Key.Key_L, layar.ALT)
    _menu(k, w, "menu-cetak", Qt.Key.Key_P, layar.CTRL)
    layar.tekan(Qt.Key.Key_Home)
    layar.tekan(layar.TURUN, layar.TURUN, mod=SHIFT)
    k.foto(w, "beberapa")
    layar.tekan(Qt.Key.Key_Home)
    layar.tekan(layar.TURUN, mod=layar.ALT)
    k.foto(w, "urutan")
    w.messages.tutup()
    layar.cari(w.page, Chip, lambda c: c.text() == "Tanpa perkiraan biaya").click()
    k.foto(w, "saringan")
    layar.cari(w.page, Chip, lambda c: c.text() == usulan.SEMUA).click()
    layar.tabel(w.page).setFocus()
    layar.ketik("zzz")
    k.foto(w, "tak-ketemu")
    layar.tekan(layar.ESC)


def gabungan(k: Kamera, w: MainWindow) -> None:
    """A proposal that two were merged into and that goes on next year, and two of one priority from two computers."""
    _buka(w, "usulan")
    store, semua = w.host.store, {u.judul: u for u in _semua(w)}
    siring, lampu = semua["Perbaikan siring Jalan Kenanga"], semua["Lampu jalan di simpang pos ronda"]
    ops.gabungkan(store, siring.usulan_id, [semua["Perbaikan siring Jl. Kenanga"].usulan_id])
    ops.ubah(store, lampu.usulan_id, {"prioritas": str(siring.prioritas or 1)})
    ops.usulkan_lagi(store, KELURAHAN, contoh_usulan.TAHUN, 2028, [semua["Pembangunan pos ronda"].usulan_id])
    w._pages.mark_all()
    w.refresh()
    _buka(w, "usulan", siring.usulan_id)
    layar.tabel(w.page).select(siring.usulan_id)
    k.foto(w, "digabung")
    _menu(k, w, "menu-digabung", Qt.Key.Key_T, layar.ALT)
    layar.tabel(w.page).select(lampu.usulan_id)
    k.foto(w, "prioritas-kembar")
    layar.tabel(w.page).select(semua["Pembangunan pos ronda"].usulan_id)
    k.foto(w, "diusulkan-lagi")


def _semua(w: MainWindow) -> list[Usulan]:
    return queries.daftar(w.host.store.reader(), lingkup=[KELURAHAN], tahun=contoh_usulan.TAHUN)


def lembar(k: Kamera, w: MainWindow) -> None:
    """Every sheet of Usulan, and what is wrong in them."""
    _buka(w, "usulan")
    layar.tekan(Qt.Key.Key_N, mod=layar.CTRL)
    sheet = layar.lembar()
    k.foto(w, "tambah")
    layar.isian("judul", sheet)
    layar.ketik("Perbaikan siring Jalan Kenanga")
    layar.isian("volume", sheet)
    layar.ketik("seratus")
    layar.tekan(layar.TAB)
    layar.biarkan(400)
    layar.tekan(Qt.Key.Key_S, mod=layar.CTRL)
    k.foto(w, "tambah-salah")
    layar.form(sheet).isi({})
    _tutup(w)
    _sekilas(k, w, "ubah", layar.ENTER, Qt.KeyboardModifier.NoModifier)
    layar.tekan(Qt.Key.Key_S, mod=layar.ALT)
    k.foto(w, "status")
    layar.ketik("Ditunda")
    layar.tekan(Qt.Key.Key_S, mod=layar.CTRL)
    k.foto(w, "status-alasan")
    _tutup(w)
    _sekilas(k, w, "kembar", Qt.Key.Key_G, layar.ALT)
    layar.tekan(Qt.Key.Key_Home)
    layar.tekan(layar.TURUN, mod=SHIFT)
    _sekilas(k, w, "gabung", Qt.Key.Key_G, layar.ALT)
    _sekilas(k, w, "lagi", Qt.Key.Key_N, layar.ALT)
    layar.tekan(Qt.Key.Key_Home)
    halaman = w.page
    u = halaman._row()  # type: ignore[attr-defined]
    k.sekilas(w, "langkah", lambda: halaman._tindakan.langkah(u))  # type: ignore[attr-defined]
    k.sekilas(w, "hubungkan", lambda: halaman._tindakan.hubungkan(u))  # type: ignore[attr-defined]
    k.sekilas(w, "riwayat", lambda: halaman._tindakan.riwayat(u))  # type: ignore[attr-defined]
    _kertas(k, w, "kertas", halaman)


def _kertas(k: Kamera, w: MainWindow, nama: str, halaman: object) -> None:
    from ui.modules.usulan import kertas

    pilihan = kertas.pilihan(w.page, w.host, contoh_usulan.TAHUN, "", halaman._chosen())  # type: ignore[attr-defined]
    for ke, (_kata, lihat) in enumerate(pilihan):
        lihat()
        layar.tunggu(lambda: w.findChildren(Preview), "pratinjau", 30)
        k.foto(w, f"{nama}-{ke + 1}", 900)
        _tutup(w)
        layar.biarkan(50)


def angka(k: Kamera, w: MainWindow) -> None:
    """The page Vaksinasi, its grid in every state, the history, the paper."""
    _buka(w, "vaksinasi")
    k.foto(w, "vaksinasi")
    layar.tekan(layar.TURUN)
    k.foto(w, "vaksinasi-rt")
    layar.cari(w.page, Chip, lambda c: c.text() == "Belum ada angka").click()
    k.foto(w, "vaksinasi-celah")
    layar.cari(w.page, Chip, lambda c: c.text() == vaksinasi.SEMUA).click()
    layar.tabel(w.page).setFocus()
    layar.tekan(Qt.Key.Key_Home)
    _sekilas(k, w, "vaksinasi-riwayat", Qt.Key.Key_R, layar.ALT)
    layar.tekan(Qt.Key.Key_N, mod=layar.CTRL)
    layar.lembar()
    k.foto(w, "kisi")
    layar.ketik("200")
    layar.tekan(layar.ENTER)
    layar.ketik("50")
    layar.tekan(layar.ENTER)
    layar.ketik("95")
    layar.tekan(layar.ENTER)
    k.foto(w, "kisi-salah", 500)
    QGuiApplication.clipboard().setText("\n".join(f"{30 + n}\t{n}" for n in range(9)))
    layar.tekan(Qt.Key.Key_V, mod=layar.CTRL)
    k.foto(w, "kisi-tempel", 500)
    layar.lembar().buang()
    layar.biarkan(100)
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif lagi")
    w.messages.tutup()
    layar.tabel(w.page).setFocus()
    layar.tekan(Qt.Key.Key_P, mod=layar.CTRL)
    layar.tunggu(lambda: w.findChildren(Preview), "pratinjau", 30)
    k.foto(w, "vaksinasi-kertas", 900)
    _tutup(w)


def kosong(k: Kamera, folder: Path) -> None:
    """Both pages of an office that has heads of RT and nothing else."""
    with closing(Office(folder)) as office:
        contoh_usulan.jam(office)
        contoh_kantor.kantor_kecil(office)
    with k.jendela(folder) as w:
        contoh_usulan.jam(w._office)  # type: ignore[arg-type]
        for halaman in ("usulan", "vaksinasi"):
            w.show_page(halaman)
            k.foto(w, f"kosong-{halaman}")
        layar.tekan(Qt.Key.Key_N, mod=layar.CTRL)
        layar.lembar()
        k.foto(w, "kosong-kisi")
        layar.dialog().done(0)


def kecamatan(k: Kamera, folder: Path) -> None:
    """Both pages of a kecamatan."""
    folder.mkdir()
    kota = CityThread(f"sqlite:///{folder / 'kota.db'}")
    data = test_usulan_kecamatan.siapkan(folder, kota)
    with k.jendela(data) as w:
        for halaman in ("usulan", "vaksinasi"):
            _buka(w, halaman)
            k.foto(w, f"kecamatan-{halaman}")
    kota.close()


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        data = Path(sementara) / "kantor"
        contoh_usulan.siapkan(data)
        with k.jendela(data) as w:
            contoh_usulan.jam(w._office)  # type: ignore[arg-type]
            w._pages.mark_all()
            w.refresh()
            k.foto(w, "beranda")
            for bagian in (daftar, lembar, angka, gabungan):
                if hanya in bagian.__name__:
                    bagian(k, w)
        for lain in (kosong, kecamatan):
            if hanya in lain.__name__:
                lain(k, Path(sementara) / lain.__name__)
    return 0


if __name__ == "__main__":
    sys.exit(main())
