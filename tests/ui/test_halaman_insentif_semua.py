"""All lists by keys: scan, chips, search, rapel and single months, the way to the further pages, empty states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.daftar_insentif import daftar, kecuali, kunci, menu, susun
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    cari,
    fokus,
    form,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.chips import Chip
from ui.kit.filter import FilterField
from ui.modules.insentif import text, text_hidup
from ui.shell.window import MainWindow

NOMOR = 2


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "insentif")
    return kantor


@pytest.fixture
def penuh(contoh: contoh_kantor.Contoh, pc1: MainWindow) -> tuple[MainWindow, contoh_kantor.Contoh]:
    """The window of the office with lists in every state."""
    halaman(pc1, "insentif")
    return pc1, contoh


def chip(w: MainWindow, kata: str) -> Chip:
    return cari(w.page, Chip, lambda c: c.text() == kata)


def nomor_tampak(w: MainWindow) -> list[str]:
    t = tabel(w.page)
    return [sel(t, i, NOMOR) for i in range(t.row_count())]


def test_a_scanned_number_opens_its_list_ready(penuh: tuple[MainWindow, contoh_kantor.Contoh]) -> None:
    """The keyboard stands on the table: what the scanner types is not lost, whatever the chips hide."""
    w, contoh = penuh
    chip(w, text.SARINGAN[1][1]).click()
    assert contoh.lunas not in nomor_tampak(w)
    tabel(w.page).setFocus()
    ketik(contoh.lunas.lower())
    assert isinstance(fokus(), FilterField)
    tekan(ENTER)
    assert w.page.place() == contoh.lunas
    tekan(ESC)
    ketik(contoh.sebagian)
    tekan(ENTER)
    assert w.page.place() == contoh.sebagian
    tunggu(lambda: fokus() is kecuali(w), "siap mengetik pengecualian")


def test_an_unknown_number_is_said(penuh: tuple[MainWindow, contoh_kantor.Contoh]) -> None:
    w, _ = penuh
    ketik("INS-2019TW1-XYZ-01")
    assert cari(w.page, QLabel, lambda s: s.text() == text.TAK_KETEMU)
    tekan(ENTER)
    assert "INS-2019TW1-XYZ-01” tidak ada di komputer ini" in pesan(w, "tidak ada")
    w.messages.tutup()
    assert isinstance(fokus(), FilterField)
    tekan(ESC)
    assert tabel(w.page).row_count() == 5


def test_ctrl_f_goes_to_the_search_here_and_in_a_list(penuh: tuple[MainWindow, contoh_kantor.Contoh]) -> None:
    w, contoh = penuh
    tekan(Qt.Key.Key_F, mod=CTRL)
    assert isinstance(fokus(), FilterField)
    ketik(contoh.sebagian)
    tekan(ENTER)
    tunggu(lambda: fokus() is kecuali(w), "siap")
    tekan(Qt.Key.Key_F, mod=CTRL)
    assert isinstance(fokus(), FilterField)


def test_words_narrow_the_lists(penuh: tuple[MainWindow, contoh_kantor.Contoh]) -> None:
    w, contoh = penuh
    ketik("triwulan iii 2026")
    assert nomor_tampak(w) == [contoh.terkunci]
    tekan(ESC)
    ketik("2026 belum dikunci")
    assert nomor_tampak(w) == [contoh.draf]


def test_chips_by_year_state_and_rapel(penuh: tuple[MainWindow, contoh_kantor.Contoh]) -> None:
    w, contoh = penuh
    kini = w.host.today.year
    chip(w, str(kini - 1)).click()
    assert len(nomor_tampak(w)) == 1
    chip(w, text.SARINGAN[1][1]).click()
    assert set(nomor_tampak(w)) >= {contoh.draf, contoh.terkunci, contoh.sebagian}
    assert contoh.lunas not in nomor_tampak(w)
    assert cari(w.page, QLabel, lambda s: s.text().startswith("4 daftar · jumlah Rp"))


def test_the_states_in_words(penuh: tuple[MainWindow, contoh_kantor.Contoh]) -> None:
    w, contoh = penuh
    t = tabel(w.page)
    kata = {sel(t, i, NOMOR): sel(t, i, 6) for i in range(t.row_count())}
    assert kata[contoh.draf] == text_hidup.BELUM_KUNCI
    assert kata[contoh.terkunci] == "1 dari 9 sudah menerima"
    assert kata[contoh.sebagian] == "7 dari 9 sudah menerima"
    assert kata[contoh.lunas] == text_hidup.LUNAS


def test_a_rapel_by_keys(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert form(sheet).field("sampai").isHidden() or not form(sheet).field("sampai").isVisible()
    isian("periode", sheet)
    ketik("rapel")
    assert form(sheet).field("sampai").isVisible()
    isian("dari", sheet)
    ketik("maret 2026")
    tekan(ENTER)
    ketik("juli 2026")
    tekan(ENTER)
    tertutup(sheet)
    d = daftar(w)
    assert (d.periode, d.nama_periode) == ("2026-03R05", "Rapel Maret s.d. Juli 2026")
    assert (d.jumlah_penerima, d.diterima) == (9, 9 * 5 * 550_000)
    tekan(ESC)
    chip(w, text.SARINGAN[2][1]).click()
    assert nomor_tampak(w) == [d.nomor]


@pytest.mark.usefixtures("w")
def test_a_rapel_that_ends_before_it_begins_is_said_at_the_field() -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    form(sheet).isi({"periode": "rapel", "dari": "2026-07", "sampai": "2026-03"})
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert "sesudah bulan awal" in form(sheet).pesan("sampai")
    sheet.buang()


def test_a_single_month_by_keys(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    isian("periode", sheet)
    ketik("satu")
    isian("bulan", sheet)
    ketik("mei 2026")
    tekan(ENTER)
    tertutup(sheet)
    assert (daftar(w).periode, daftar(w).diterima) == ("2026-05", 9 * 550_000)


def test_the_further_pages_come_and_go(w: MainWindow) -> None:
    menu(w, text.LAINNYA, "Ketetapan")
    tunggu(lambda: w.page.place() == "lain/ketetapan", "Ketetapan terbuka")
    tekan(ESC)
    tunggu(lambda: w.page.place() == "", "kembali ke semua daftar")
    assert tombol(w.page, text.SUSUN).isVisible()


def test_the_palette_finds_a_list_by_its_number(w: MainWindow) -> None:
    nomor = susun(w)
    kunci(w)
    w.show_page("beranda")
    tekan(Qt.Key.Key_K, mod=CTRL)
    ketik(nomor)
    tekan(ENTER)
    tunggu(lambda: w.page.place() == nomor, "daftar terbuka dari Ctrl+K")
    tunggu(lambda: fokus() is kecuali(w), "siap mengetik pengecualian")


def tombol_ada(w: MainWindow, kata: str) -> bool:
    return any(b.isVisible() and b.text().startswith(kata) for b in w.page.findChildren(QPushButton))


def test_a_cancelled_list_asks_for_nothing(w: MainWindow) -> None:
    from sipokat_desktop.modules.insentif import siklus
    from ui.modules.insentif import SPEC

    store = w.host.store
    nomor = ops.susun(store, KELURAHAN, periode.baca("2026-TW1")).value
    siklus.batal_daftar(store, nomor, alasan="Salah komponen")
    w.page.load()
    assert sel(tabel(w.page), 0, 6) == text_hidup.BATAL
    assert [t for t in SPEC.tasks(w.host) if t.id == nomor] == []
    w.show_page("insentif", nomor)
    assert cari(w.page, QLabel, lambda s: s.text() == text.DIBATALKAN.format(alasan="Batal: Salah komponen"))
    assert not tombol_ada(w, text.KUNCI)
    assert not tombol_ada(w, text.TERIMA)
