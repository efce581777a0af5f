"""The papers of a list: the menu, the very PDF in its forms, files saved where the user wants, what a draft lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from sipokat_desktop.modules.insentif.dokumen import DOKUMEN_DAFTAR
from tests.ui.daftar_insentif import daftar, kecuali, kunci, menu, susun
from tests.ui.layar import CTRL, ESC, dialog, halaman, ketik, lembar, pesan, sel, tekan, tertutup, tombol, tunggu
from ui.kit.preview import Preview
from ui.kit.table import DataTable
from ui.modules.insentif import papers, text, text_hidup, uang_tunai
from ui.shell.window import MainWindow

F1 = next(d for d in DOKUMEN_DAFTAR if d.kunci == papers.F1)


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "insentif")
    susun(kantor)
    return kantor


def pratinjau() -> Preview:
    lihat = dialog()
    assert isinstance(lihat, Preview)
    return lihat


@pytest.mark.usefixtures("w")
def test_the_menu_offers_every_paper_of_a_list() -> None:
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(QApplication.activePopupWidget, "menu Cetak")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    kata = [aksi.text().replace("&&", "&") for aksi in popup.actions()]
    popup.close()
    assert kata[0] == F1.judul
    for d in DOKUMEN_DAFTAR:
        assert d.pdf is None or d.judul in kata
        assert {s.kata for s in d.simpan} <= set(kata)


def test_the_receipt_list_in_both_forms(w: MainWindow) -> None:
    menu(w, text.CETAK, F1.judul)
    lihat = pratinjau()
    pendek = lihat.dokumen.pagePointSize(0)
    assert pendek.width() < pendek.height()
    field = lihat.panel.form.field("bentuk")
    assert field.nilai() == "pendek"
    field.setFocus()
    tekan(Qt.Key.Key_Down)
    tunggu(lambda: lihat.dokumen.pagePointSize(0).width() > lihat.dokumen.pagePointSize(0).height(), "melebar")
    tekan(ESC)
    tertutup(lihat)


def test_printing_a_locked_list_is_counted_and_a_draft_not(w: MainWindow) -> None:
    menu(w, text.CETAK, F1.judul)
    lihat = pratinjau()
    lihat.dicetak.emit(1)
    tekan(ESC)
    tertutup(lihat)
    assert daftar(w).cetak_ke == 0
    kunci(w)
    menu(w, text.CETAK, F1.judul)
    lihat = pratinjau()
    lihat.dicetak.emit(1)
    tunggu(lambda: daftar(w).cetak_ke == 1, "cetakan dihitung")
    tekan(ESC)
    tertutup(lihat)


def test_a_draft_says_which_papers_wait_for_the_locking(w: MainWindow) -> None:
    for d in (d for d in DOKUMEN_DAFTAR if d.terkunci):
        kata = d.judul if d.pdf is not None else d.simpan[0].kata
        menu(w, text.CETAK, kata)
        assert "sesudah daftar dikunci Lurah" in pesan(w, "sesudah daftar dikunci")
        w.messages.tutup()


@pytest.mark.parametrize("d", [d for d in DOKUMEN_DAFTAR if d.pdf is not None], ids=lambda d: d.kunci)
def test_every_paper_opens(w: MainWindow, d: object) -> None:
    assert isinstance(d, type(F1))
    kunci(w)
    menu(w, text.CETAK, d.judul)
    if d.kunci == papers.UANG:
        tombol(lembar(), text_hidup.UANG_CETAK).click()
        tunggu(lambda: isinstance(dialog(), Preview), "pratinjau uang")
    lihat = pratinjau()
    assert lihat.dokumen.pageCount() >= 1
    for kunci_bentuk, _ in d.bentuk[1:]:
        field = lihat.panel.form.field("bentuk")
        field.isi(kunci_bentuk)
        field.diubah.emit()
        tunggu(lambda: not w.jobs.sedang, "bentuk lain")
        assert lihat.pesan.teks() == ""
    tekan(ESC)
    tertutup(lihat)


def test_the_cash_helper_shows_notes_and_envelopes(w: MainWindow) -> None:
    kunci(w)
    kecuali(w).setFocus()
    ketik("2-9")
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "1 penerima")
    uang_tunai.buka(w.page, w.host, daftar(w).nomor, lambda: None)
    sheet = lembar()
    ambil, amplop = sheet.findChildren(DataTable)
    assert amplop.row_count() == 8
    assert [sel(ambil, i, 0) for i in range(ambil.row_count())] == ["100.000", "50.000"]
    assert [sel(ambil, i, 1) for i in range(ambil.row_count())] == ["128", "8"]
    assert sel(amplop, 0, 4) == "16 × 100.000, 1 × 50.000"
    tekan(ESC)
    tertutup(sheet)


SIMPAN = [(d, s) for d in DOKUMEN_DAFTAR for s in d.simpan]


@pytest.mark.parametrize("ke", range(len(SIMPAN)), ids=lambda ke: f"{SIMPAN[ke][0].kunci}{SIMPAN[ke][1].akhiran}")
def test_every_file_is_written_where_the_user_wants(
    w: MainWindow, ke: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    s = SIMPAN[ke][1]
    kunci(w)
    tujuan = tmp_path / "keluar"
    usul: list[str] = []

    def pilih(_parent: object, _judul: str, nama: str, _jenis: str) -> tuple[str, str]:
        usul.append(nama)
        return str(tujuan), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", pilih)
    menu(w, text.CETAK, s.kata)
    tunggu(lambda: w.messages.teks() and not w.jobs.sedang, "dikatakan")
    assert usul[0].endswith(s.akhiran)
    if "Tersimpan" in w.messages.teks():
        assert tujuan.with_suffix(s.akhiran).stat().st_size > 0
    else:
        assert not tujuan.with_suffix(s.akhiran).exists()
