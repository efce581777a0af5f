"""Ways to HP dan barang and back: the figures and tasks of Beranda, Ctrl+K, a post of Data RT, the list of requests."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui import contoh_barang, contoh_kantor
from tests.ui.conftest import Buka
from tests.ui.halaman_barang import halaman, kantor_contoh, ke, kolom, masuk, panel
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TURUN,
    cari,
    fokus,
    ketik,
    lembar,
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from tests.ui.layar import halaman as buka_halaman
from ui.kit.dialog import Sheet
from ui.kit.kartu_angka import KartuAngka
from ui.modules.ponsel import bantuan, text
from ui.modules.ponsel.page import PonselPage
from ui.shell.palette import Palette
from ui.shell.window import MainWindow


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    window = kantor_contoh(tmp_path, buka)
    window._pages.mark_all()
    window.show_page("beranda")
    return window


def tugas(w: MainWindow) -> list[str]:
    t = tabel(w.page)
    return [sel(t, i, 0) for i in range(t.row_count())]


def sampai(w: MainWindow, kata: str) -> None:
    """Wait until the page shows a unit with ``kata`` in its panel."""
    tunggu(lambda: isinstance(w.page, PonselPage) and not w.jobs.sedang, "halaman terbuka")
    tunggu(lambda: kata in panel(w), kata)


def test_beranda_counts_and_leads_to_what_is_overdue(w: MainWindow) -> None:
    kartu = cari(w.page, KartuAngka, lambda k: k.accessibleName().startswith(text.KARTU))
    assert kartu.accessibleName() == "HP dan barang: 8, 1 belum dikembalikan · 1 minta bantuan"
    baris = tugas(w)
    assert "Iskandar Muda (mantan RT 03) belum mengembalikan HP Oppo A17k" in baris
    assert "HP Xiaomi Redmi 12C RT 04 hilang, surat polisinya belum dicatat" in baris
    assert "HP Samsung J2 Prime RT 06 menunggu bantuan kota (lupa sandi)" in baris
    assert not any("RT 05 hilang" in satu for satu in baris), "yang sudah bersurat tidak menunggu"
    t = tabel(w.page)
    t.setFocus()
    tekan(Qt.Key.Key_Home, *[TURUN] * next(i for i, satu in enumerate(baris) if "Iskandar Muda" in satu))
    tekan(ENTER)
    sampai(w, "Masih pada mantan ketua RT 03")


def test_an_office_without_goods_has_no_task_of_them(kantor: MainWindow) -> None:
    kartu = cari(kantor.page, KartuAngka, lambda k: k.accessibleName().startswith(text.KARTU))
    assert kartu.accessibleName() == "HP dan barang: 0, belum ada barang"
    assert not any("HP" in satu for satu in tugas(kantor))


def test_a_phone_is_found_by_its_number_from_anywhere(w: MainWindow) -> None:
    tekan(Qt.Key.Key_K, mod=CTRL)
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), Palette), "palet")
    palet = QApplication.activePopupWidget()
    assert isinstance(palet, Palette)
    palet._field.setText(contoh_barang.imei(8))
    tunggu(lambda: palet._table.row_count() == 1, "satu HP")
    assert "Hasan Basri" in sel(palet._table, 0, 0)
    palet._table.opened.emit(palet._table.current_id() or palet._table._rows.baris(0).id)
    w.activateWindow()
    sampai(w, "Hasan Basri")


def test_a_post_of_data_rt_leads_to_its_goods(w: MainWindow) -> None:
    buka_halaman(w, "rt")
    tabel(w.page).setFocus()
    ketik("Mulyadi")
    tekan(Qt.Key.Key_Down)
    tombol(w.page, text.BUKA_RT).click()
    sampai(w, "Mulyadi")
    assert kolom(w, 3) == ["Mulyadi"]
    assert text.RT_SAJA.format(rt="06") == halaman(w)._saring._hanya.text()
    tombol(w.page, text.RT_SEMUA).click()
    assert tabel(w.page).row_count() == 13
    w.show_page("ponsel", f"rt:{contoh_kantor.baris(w._office, '09').jabatan_id}")  # type: ignore[arg-type]
    tunggu(lambda: isinstance(w.page, PonselPage) and tabel(w.page).row_count() == 0, "RT tanpa barang")
    assert text.RT_KOSONG.format(rt="09") in " ".join(
        s.text() for s in tabel(w.page).findChildren(type(halaman(w)._jumlah))
    )


def test_the_list_of_requests_leads_to_the_unit(w: MainWindow) -> None:
    masuk(w)
    bantuan.buka(w.page, w.host)
    sheet = lembar()
    assert isinstance(sheet, Sheet)
    assert sel(tabel(sheet), 0, 4) == "lupa sandi"
    tabel(sheet).setFocus()
    tekan(Qt.Key.Key_Home, ENTER)
    tertutup(sheet)
    sampai(w, "Meminta sandi sesudah dimatikan")


def test_escape_and_arrows_never_lose_the_keyboard(w: MainWindow) -> None:
    masuk(w)
    ke(w, "R9C00009XT")
    tekan(Qt.Key.Key_S, mod=ALT)
    sheet = lembar()
    tekan(ESC)
    tertutup(sheet)
    tunggu(lambda: fokus() is tabel(w.page), "papan ketik kembali ke tabel")
    tekan(Qt.Key.Key_Up)
    assert tabel(w.page).current_id()
