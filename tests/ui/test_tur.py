"""The tour of the first day by keys: begins after the set-up, points, makes way for work, resumes, ends for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import ENTER, ESC, TAB, biarkan, cari, fokus, form, halaman, ketik, siap, tekan, tombol, tunggu
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.shell import text, text_tur
from ui.shell.tour import STEPS
from ui.shell.tour_card import TourCard
from ui.shell.window import MainWindow


def kartu(w: MainWindow) -> TourCard:
    return cari(w, TourCard)


def tanpa(w: MainWindow) -> bool:
    biarkan(5)
    return not [k for k in w.findChildren(TourCard) if k.isVisible()]


def judul(w: MainWindow) -> str:
    biarkan(5)
    return kartu(w).findChildren(Label)[1].text()


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    """The tour asked for from Panduan."""
    tekan(Qt.Key.Key_F1)
    cari(kantor.page, Button, lambda b: "tur hari pertama" in b.text()).click()
    tunggu(lambda: kartu(kantor).isAncestorOf(fokus()), "papan ketik di kartu")
    return kantor


def test_it_comes_by_itself_only_after_the_set_up(buka: Buka) -> None:
    w = buka("baru")
    tombol(w, text.WIZ_TANPA).click()
    form(w).isi({"kelurahan": KELURAHAN})
    form(w).kirim()
    tunggu(lambda: "nama" in form(w).nilai(), "langkah nama")
    form(w).isi({"nama": "Siti Aminah", "pin": "2580", "pin_lagi": "2580"})
    form(w).kirim()
    tombol(w, text.WIZ_MULAI).click()
    assert judul(w) == text_tur.KEADAAN


def test_an_office_of_old_is_not_bothered(kantor: MainWindow) -> None:
    siap(kantor)
    assert tanpa(kantor)


def test_enter_leads_through_all_steps_and_each_card_fits_and_points(w: MainWindow) -> None:
    dilihat = []
    for ke in range(len(STEPS)):
        dilihat.append(judul(w))
        card, frame = kartu(w), kartu(w).parentWidget()
        assert frame is not None
        assert frame.rect().contains(card.geometry())
        sasaran = STEPS[ke].sasaran(frame)  # type: ignore[arg-type]
        assert not card.geometry().adjusted(12, 12, -12, -12).contains(sasaran.center()), "yang ditunjuk tidak tertutup"
        tekan(ENTER)
    assert dilihat == [step.judul for step in STEPS]
    assert tanpa(w)
    assert w.page.isAncestorOf(fokus())
    halaman(w, "rt")
    halaman(w, "beranda")
    assert tanpa(w), "selesai berarti selesai"


def test_escape_ends_it_for_good(w: MainWindow, buka: Buka, tmp_path: Path) -> None:
    tekan(ESC)
    assert tanpa(w)
    tutup(w)
    assert tanpa(buka("kantor"))
    assert tmp_path.exists()


def test_it_makes_way_for_work_and_goes_on_at_beranda(w: MainWindow, buka: Buka) -> None:
    tekan(ENTER, ENTER, ENTER)
    assert judul(w) == text_tur.RT
    cari(kartu(w), Button, lambda b: b.text() == text_tur.RT_BUKA).setFocus()
    tekan(ENTER)
    assert w._shown == "rt"
    assert tanpa(w)
    ketik("hasan")
    halaman(w, "beranda")
    assert judul(w) == text_tur.DAFTAR
    assert w.page.isAncestorOf(fokus()), "kartu yang kembali sendiri tidak mengambil papan ketik"
    tutup(w)
    baru = buka("kantor")
    assert judul(baru) == text_tur.DAFTAR, "lanjut dari tempat terakhir"


def test_back_and_the_way_by_tab(w: MainWindow) -> None:
    tekan(ENTER)
    assert judul(w) == text_tur.CARI
    tekan(TAB, TAB, TAB)
    cari(kartu(w), Button, lambda b: b.text() == text_tur.KEMBALI).setFocus()
    tekan(ENTER)
    assert judul(w) == text_tur.KEADAAN


def test_it_follows_the_size_of_the_window_and_the_look(w: MainWindow) -> None:
    dulu = kartu(w).pos()
    w.resize(1024, 640)
    biarkan(20)
    card = kartu(w)
    assert card.pos() != dulu
    assert card.parentWidget().rect().contains(card.geometry())  # type: ignore[union-attr]
    w.rebuild()
    halaman(w, "beranda")
    assert judul(w) == text_tur.KEADAAN
    assert kartu(w).mapTo(w, QPoint(0, 0)).y() > 0
