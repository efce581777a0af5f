"""F1 in a sheet and in a preview: the chapter of the page comes over it, Esc leads back, nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sipokat_desktop.kernel import panduan
from tests.ui.layar import ENTER, ESC, biarkan, cari, dialog, fokus, halaman, ketik, siap, tabel, tekan, tunggu
from ui.kit.dialog import Sheet
from ui.kit.preview import Preview
from ui.shell.guide import text
from ui.shell.guide.over import GuideOver
from ui.shell.guide.reader import Reader
from ui.shell.window import MainWindow

F1 = Qt.Key.Key_F1


def terbuka() -> GuideOver:
    tunggu(lambda: isinstance(dialog(), GuideOver), "panduan di atas lembar")
    d = dialog()
    assert isinstance(d, GuideOver)
    return d


def buka_lembar(w: MainWindow) -> Sheet:
    page = halaman(w, "rt")
    siap(w)
    tunggu(lambda: tabel(page).current_id() and page.place(), "baris terpilih")
    tekan(ENTER)
    lembar = dialog()
    assert isinstance(lembar, Sheet)
    return lembar


def test_f1_in_a_sheet_explains_the_page_and_escape_returns_to_it_as_it_was(kantor: MainWindow) -> None:
    lembar = buka_lembar(kantor)
    isian = fokus()
    assert isinstance(isian, QLineEdit)
    ketik("abc")
    terketik = isian.text()
    tekan(F1)
    isi = terbuka()
    biarkan(5)
    bab = panduan.bab(kantor.page.panduan)
    assert bab is not None
    assert cari(isi, Reader).toPlainText().startswith(bab.judul)
    assert isinstance(fokus(), Reader)
    tekan(F1)
    assert dialog() is isi, "tidak bertumpuk"
    tekan(ESC)
    tunggu(lambda: dialog() is lembar, "kembali ke lembar")
    assert fokus() is isian
    assert isian.text() == terketik


def test_a_link_leads_to_another_chapter_and_a_page_waits(kantor: MainWindow) -> None:
    lembar = buka_lembar(kantor)
    tekan(F1)
    isi = terbuka()
    baca = cari(isi, Reader)
    baca.followed.emit("halaman:insentif")
    assert text.TUTUP_DULU in isi.pesan.teks()
    assert kantor._shown == "rt"
    baca.followed.emit("bab:impor")
    assert baca.toPlainText().startswith("Impor dari Excel")
    tekan(ESC)
    tunggu(lambda: dialog() is lembar, "kembali ke lembar")


def test_f1_in_a_preview(kantor: MainWindow) -> None:
    halaman(kantor, "rt")
    siap(kantor)
    pratinjau = Preview("Daftar", b"", parent=kantor.page)
    pratinjau.open()
    dialog()
    tekan(F1)
    isi = terbuka()
    tekan(ESC)
    tunggu(lambda: not isi.isVisible(), "panduan tertutup")
    assert pratinjau.isVisible()


@pytest.mark.parametrize("kunci", ["rt", "insentif", "laporan", "usulan"])
def test_the_keys_of_the_page_are_told_too(kantor: MainWindow, kunci: str) -> None:
    page = halaman(kantor, kunci)
    siap(kantor)
    lembar = Sheet("Uji", QLineEdit(), parent=page)
    lembar.open()
    dialog()
    tekan(F1)
    isi = terbuka()
    biarkan(5)
    polos = " ".join(cari(isi, Reader).toPlainText().split())
    assert " ".join(page.help.split()) in polos
    tekan(ESC)
    lembar.buang()
