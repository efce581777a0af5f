"""Pictures of the page Bimtek for ``tangkap_bimtek``: its papers, and the offices that look on at the city's event."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sipokat_desktop.kernel import wilayah
from tests.ui import contoh_bimtek as contoh
from tests.ui import layar
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.kamera import Kamera
from tests.ui.layar import ALT, CTRL, ENTER, ESC, tekan
from ui.modules.bimtek import sertifikat, text
from ui.modules.bimtek.detail import Detail
from ui.modules.bimtek.surat import Surat
from ui.shell.window import MainWindow

K = Qt.Key


def menu(k: Kamera, w: MainWindow, nama: str, kata: str) -> None:
    """Open a menu of the page, take a picture, close it."""
    layar.tombol(w.page, kata).click()
    k.foto(w, nama)
    tutup_menu(w)


def tutup_menu(w: MainWindow) -> None:
    """Close the menu that is open."""
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    w.activateWindow()
    layar.biarkan(50)
    w.page.setFocus()


def surat(k: Kamera, w: MainWindow) -> None:
    """Every paper of the opened event, and the forms that fill them."""
    d = layar.cari(w.page, Detail)
    s_ = Surat(d, w.host, d.isi.kegiatan)
    (s,) = d.isi.sesi
    k.sekilas(w, "f10-kosong", lambda: s_.daftar_hadir(s, kosong=True))
    k.sekilas(w, "f10-tanda", lambda: s_.daftar_hadir(s, kosong=False))
    k.sekilas(w, "f15", s_.laporan)
    k.sekilas(w, "notulen", lambda: s_.isi_notulen(s))
    k.sekilas(w, "laporan-isi", s_.isi_laporan)
    k.sekilas(w, "f14", lambda: s_.notulen(s))
    sheet = k.lembar(w, "terbitkan", lambda: sertifikat.terbitkan(d, w.host, d.isi.kegiatan, wilayah.KOTA))
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    k.foto(w, "sertifikat", 800)
    layar.dialog().done(0)
    w.activateWindow()


def melihat(k: Kamera, folder: Path) -> None:
    """A kelurahan and a kecamatan that look on at the city's event, which has two sessions."""
    for nama, lingkup in (("kelurahan", KELURAHAN), ("kecamatan", contoh.KECAMATAN)):
        isi = contoh.kantor(folder / nama, lingkup)
        with k.jendela(folder / nama) as w:
            contoh.sesi_kedua(w.host.store, isi)
            w.show_page("bimtek")
            contoh.pada(w)
            k.foto(w, f"{nama}-semua")
            tekan(ENTER)
            contoh.hadir_dari_kota(w, isi, 3)
            w.page.load()
            k.foto(w, f"{nama}-dibuka")
            menu(k, w, f"{nama}-tindakan", text.TINDAKAN)
            menu(k, w, f"{nama}-cetak", text.CETAK)
            layar.tabel(w.page).setFocus()
            tekan(K.Key_Home)
            k.foto(w, f"{nama}-orang")
            tekan(ENTER)
            k.foto(w, f"{nama}-enter")
            if QApplication.activePopupWidget() is not None:
                tutup_menu(w)
            contoh.pilih_sesi(w, "semua")
            k.foto(w, f"{nama}-semua-sesi")
            w.messages.tutup()
            tekan(K.Key_S, mod=ALT)
            k.foto(w, f"{nama}-sesi")
            tekan(ESC)
            tekan(K.Key_R, mod=ALT)
            k.foto(w, f"{nama}-rekap")
            w.show_page("beranda")
            k.foto(w, f"{nama}-beranda")
