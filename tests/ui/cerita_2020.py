"""The two-purse year of 2020 (DOMAIN §1) played by keys, step by step; the test and the camera tell it both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.tanggal import WIB
from sipokat_desktop.storage import users
from tests.ui import daftar_insentif, dua_dompet
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.dua_dompet import BARU, DISDUKCAPIL, KECAMATAN
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TAB,
    TURUN,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.anak import Anak
from ui.modules.insentif import text
from ui.modules.insentif.text_lain import KETETAPAN, UMUR
from ui.shell.window import MainWindow

S = Qt.Key.Key_S


def kantor(folder: Path) -> None:
    """Build the office with its five heads and signers; nothing of the incentive is laid down yet."""
    office = Office(folder)
    office.store.clock = hari(2, 1)
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.store.user = "Siti Aminah"
    dua_dompet.roster(office)
    office.close()


def hari(tanggal: int, bulan: int) -> Callable[[], int]:
    """Return a clock that stands still at ten o'clock of a day in 2020."""
    ms = round(datetime(2020, bulan, tanggal, 10, tzinfo=WIB).timestamp() * 1000)
    return lambda: ms


def pada(w: MainWindow, tanggal: int, bulan: int) -> None:
    """Let it be a day of 2020."""
    w.host.store.clock = hari(tanggal, bulan)
    w._pages.mark_all()
    w.refresh()


def buka(w: MainWindow, kata: str) -> Anak:
    """Open a page from the menu *Lainnya* by keys."""
    daftar_insentif.menu(w, text.LAINNYA, kata)
    anak = w.page.findChildren(Anak)[-1]
    tunggu(lambda: anak.isVisible() and not w.jobs.sedang, kata)
    w.activateWindow()
    tunggu(w.isActiveWindow, "menu tertutup, jendela aktif lagi")
    return anak


def tetapkan(w: MainWindow) -> None:
    """Lay down both purses with their tariffs of 2020, in the window."""
    pada(w, 3, 2)
    halaman(w, "insentif")
    buka(w, KETETAPAN)
    for nama, jumlah in ((KECAMATAN, "350000"), (DISDUKCAPIL, "200000")):
        tekan(Qt.Key.Key_K, mod=Qt.KeyboardModifier.AltModifier)
        sheet = lembar()
        ketik(nama)
        tekan(S, mod=CTRL)
        tunggu(lambda komponen=sheet: QApplication.activeModalWidget() not in (None, komponen), "tarif")  # type: ignore[misc]
        tarif = lembar()
        ketik(jumlah)
        tekan(ENTER)
        ketik("1/2020")
        tekan(TAB)
        ketik("12/2020")
        tekan(TAB)
        ketik("Perwal 7/2020")
        tekan(ENTER)
        tertutup(tarif)
        pesan(w, "Tarif disimpan")
    tekan(ESC)
    tekan(ESC)


def bayar_triwulan_satu(w: MainWindow) -> str:
    """Draw up, lock and pay the first quarter of the first purse; return the number of the list."""
    pada(w, 6, 4)
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    isian("periode", sheet)
    ketik("Triwulan I 2020")
    isian("komponen", sheet)
    ketik(KECAMATAN)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    daftar_insentif.kunci(w)
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "5 penerima")
    nomor = daftar_insentif.daftar(w).nomor
    tekan(ESC)
    tekan(ESC)
    return nomor


def ganti_ketua(w: MainWindow) -> None:
    """Replace the head of RT 03 at the end of May, in Data RT."""
    pada(w, 2, 6)
    halaman(w, "rt")
    t = tabel(w.page)
    t.setFocus()
    ketik("mulyadi")
    tunggu(lambda: t.row_count() == 1, "tersaring")
    tekan(TURUN)
    tombol(w.page, "Ganti ketua").click()
    sheet = lembar()
    ketik("31/5/2020")
    tekan(ENTER)
    tekan(TURUN, TURUN)
    tekan(S, mod=CTRL)
    ketik(BARU)
    isian("akhir_sk", sheet)
    ketik("31/12/2022")
    isian("sk_nomor", sheet)
    ketik("141/12/KPTS/LB/2020")
    tekan(S, mod=CTRL)
    isian("cetak", sheet)
    ketik("Jangan")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "diganti")


def belum_dibayar(w: MainWindow) -> Anak:
    """Open *Belum dibayar* on 10 August."""
    pada(w, 10, 8)
    halaman(w, "insentif")
    anak = buka(w, UMUR)
    tunggu(lambda: tabel(w.page).row_count() == 12, "semua yang belum dibayar")
    return anak
