"""Panduan by keys: the chapter of the page at hand with its keys, search, links, back and forth, back to work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from sipokat_desktop.kernel import panduan
from tests.ui.layar import (
    ALT,
    ENTER,
    ESC,
    TAB,
    TURUN,
    biarkan,
    cari,
    fokus,
    ketik,
    sel,
    siap,
    tabel,
    tekan,
    tombol,
    tunggu,
)
from ui.kit.filter import FilterField
from ui.modules.laporan import text_catat
from ui.modules.rt import text as rt
from ui.shell.frame import ITEMS
from ui.shell.guide import text
from ui.shell.guide.page import GuidePage
from ui.shell.guide.reader import Reader
from ui.shell.window import MainWindow

F1 = Qt.Key.Key_F1


def panduan_(w: MainWindow) -> GuidePage:
    tunggu(lambda: isinstance(w.page, GuidePage), "panduan")
    page = w.page
    assert isinstance(page, GuidePage)
    return page


def dibaca(w: MainWindow) -> str:
    biarkan(5)
    return cari(panduan_(w), Reader).toPlainText()


def polos(teks: str) -> str:
    return " ".join(teks.split())


@pytest.mark.parametrize("kunci", [item.kunci for item in ITEMS if item.kunci != "panduan"])
def test_f1_explains_every_page_and_escape_leads_back(kantor: MainWindow, kunci: str) -> None:
    kantor.show_page(kunci)
    page = kantor.page
    tekan(F1)
    judul = next(item.teks for item in ITEMS if item.kunci == kunci)
    isi = polos(dibaca(kantor))
    bab = panduan.bab(page.panduan)
    assert bab is not None, "halaman menyebut babnya"
    assert isi.startswith(f"{bab.judul} {text.TOMBOL_HALAMAN.format(halaman=judul)} {polos(page.help)}")
    assert isi.count(polos(page.help)) == 1
    assert isinstance(fokus(), Reader)
    tekan(ESC)
    assert kantor.page is page


def test_the_keyboard_is_where_it_was(kantor: MainWindow) -> None:
    kantor.show_page("laporan", "catat")
    siap(kantor)
    ketik("3")
    lama = fokus()
    tekan(F1)
    assert polos(text_catat.BANTUAN) in polos(dibaca(kantor)), "tombol bagian yang tampak"
    tekan(ESC)
    assert fokus() is lama


def test_f1_again_shows_all_keys(kantor: MainWindow) -> None:
    kantor.show_page("rt")
    tekan(F1, F1)
    isi = polos(dibaca(kantor))
    assert isi.startswith(text.TOMBOL)
    assert polos(rt.BANTUAN) in isi
    assert polos(text_catat.BANTUAN) in isi
    tekan(Qt.Key.Key_Left, mod=ALT)
    assert dibaca(kantor).startswith("Mendata ketua RT")
    tekan(Qt.Key.Key_Right, mod=ALT)
    assert dibaca(kantor).startswith(text.TOMBOL)


def test_letters_search_in_all_chapters(kantor: MainWindow) -> None:
    tekan(F1)
    ketik("surat kuasa")
    assert cari(kantor.page, FilterField).text() == "surat kuasa"
    t = tabel(kantor.page)
    assert sel(t, 0, 0) == "Hal khusus satu orang · Mencatat yang sudah menerima"
    assert dibaca(kantor).startswith("Mencatat yang sudah menerima"), "hasil pertama langsung terbaca"
    tekan(TURUN, ENTER)
    assert isinstance(fokus(), Reader)


def test_a_slip_of_the_finger_is_forgiven(kantor: MainWindow) -> None:
    tekan(F1)
    ketik("flasdisk")
    assert "flashdisk" in dibaca(kantor)
    tekan(ESC)
    assert tabel(kantor.page).row_count() == len(panduan.semua()) + 1
    ketik("qqqq")
    assert tabel(kantor.page).row_count() == 0


def test_the_page_of_a_chapter_opens(kantor: MainWindow) -> None:
    tekan(F1)
    ketik("vaksinasi")
    tekan(ENTER)
    tekan(Qt.Key.Key_B, mod=ALT)
    assert kantor._shown == "vaksinasi"
    tekan(F1)
    ketik("mencetak")
    assert not [b for b in kantor.page.findChildren(type(tombol(kantor.page, text.KEMBALI))) if b.isVisible()
                and b.text() == text.BUKA]  # fmt: skip


def test_links_lead_on_by_keys(kantor: MainWindow) -> None:
    kantor.show_page("panduan", "insentif")
    siap(kantor)
    tekan(TAB, ENTER)
    assert kantor._shown == "rt", "tautan pertama bab itu"
    kantor.show_page("panduan", "hari-pertama")
    cari(kantor.page, Reader).followed.emit("bab:impor")
    assert dibaca(kantor).startswith("Impor dari Excel")
    cari(kantor.page, Reader).followed.emit("halaman:rt")
    assert kantor._shown == "rt"


def test_pictures_are_shown_and_fit(kantor: MainWindow) -> None:
    kantor.show_page("panduan", "insentif")
    baca = cari(kantor.page, Reader)
    biarkan(5)
    lebar = baca.document().idealWidth()
    assert lebar <= baca.viewport().width()
    gambar = baca.loadResource(QTextDocument.ResourceType.ImageResource.value, "gambar/insentif-draf.png")
    assert gambar.width() > 300  # type: ignore[attr-defined]
    kantor.resize(1000, 700)
    biarkan(20)
    assert baca.document().idealWidth() <= baca.viewport().width()


def test_the_guide_is_made_when_it_is_asked_for(kantor: MainWindow) -> None:
    assert not kantor.findChildren(Reader)
    tekan(F1)
    assert kantor.findChildren(Reader)
