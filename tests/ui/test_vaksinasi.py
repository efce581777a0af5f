"""The page Vaksinasi by keys: the grid of a date typed and pasted like a sheet, a falling figure, gaps, the ways."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.vaksinasi import ops, queries
from tests.ui import contoh_kantor, contoh_usulan
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_usulan import VAKSIN
from tests.ui.halaman_vaksinasi import catatan, di, kata, masuk
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TAB,
    TURUN,
    beranda,
    cari,
    fokus,
    form,
    ganti,
    isian,
    ke_tugas,
    ketik,
    lembar,
    pesan,
    sel,
    siap,
    tabel,
    tekan,
    tertutup,
    tunggu,
)
from ui.kit.chips import Chip
from ui.kit.preview import Preview
from ui.modules.vaksinasi import text
from ui.modules.vaksinasi.kisi import Kisi
from ui.modules.vaksinasi.kisi_baris import Sel
from ui.modules.vaksinasi.page import VaksinasiPage
from ui.shell.window import MainWindow

RT18 = [f"{n:02d}" for n in range(1, 19)]
KANAN = Qt.Key.Key_Right


@pytest.fixture
def delapan_belas(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office of eighteen RT without any figure, on the page."""
    with closing(Office(tmp_path / "kantor")) as office:
        contoh_usulan.jam(office)
        contoh_kantor.kantor_kecil(office)
        for nomor in RT18[9:]:
            rt.tambah(office.store, KELURAHAN, {"nomor": nomor, "nama": f"Ketua {nomor}", "tmt": "2024-01-01"})
    return masuk(buka("kantor"))


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office of nine RT with figures on three days and gaps, on the page."""
    contoh_usulan.siapkan(tmp_path / "kantor")
    return masuk(buka("kantor"))


def kolom(*angka: int) -> None:
    """Type a column downwards, Enter after each."""
    for n in angka:
        ketik(str(n))
        tekan(ENTER)


def test_eighteen_rt_are_typed_column_by_column_and_one_fall_with_its_reason(delapan_belas: MainWindow) -> None:
    w = delapan_belas
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert di("01", "Sasaran")
    isian("tanggal", sheet)
    ganti("1/12/2026")
    tekan(ENTER)
    tunggu(lambda: di("01", "Sasaran"), "ke kisi")
    kolom(*(100 + n for n in range(18)))
    assert di("01", "Dosis 1"), "sesudah RT terakhir, kolom berikutnya"
    kolom(*(50 + n for n in range(18)))
    kolom(*(20 + n for n in range(18)))
    assert di("01", "Booster")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Angka 18 RT dicatat untuk 1 Desember 2026.")
    siap(w)
    assert catatan(w, "2026-12-01")["18"].angka == (117, 67, 37, 0)

    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert di("01", "Dosis 1"), "sasarannya sudah diketahui"
    kolom(*(55 + n for n in range(4)), 45, *(60 + n for n in range(13)))
    kisi = cari(sheet, Kisi)
    tunggu(lambda: "turun dari 54" in kata(kisi), "dikatakan di samping selnya")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: fokus().accessibleName() == "RT 05 · Hasan Basri, Alasan", "menuju alasannya")
    ketik("Dua orang pindah")
    tunggu(lambda: "turun dari 54" not in kata(kisi), "beralasan")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(w)
    baru = catatan(w, "2026-12-08")
    assert (baru["05"].angka, baru["05"].alasan) == ((104, 45, 24, 0), "Dua orang pindah")
    assert baru["18"].angka == (117, 72, 37, 0), "yang kosong tetap seperti sebelumnya"
    assert len(baru) == 18
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: not catatan(w, "2026-12-08"), "satu tindakan, diurungkan sekaligus")


def test_a_block_is_pasted_from_excel(delapan_belas: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    blok = "\r\n".join(f"{100 + n}\t{60 + n}\t{n}\t" for n in range(20))
    QGuiApplication.clipboard().setText(blok)
    tekan(Qt.Key.Key_V, mod=CTRL)
    tunggu(lambda: "54 angka ditempelkan" in sheet.pesan.teks(), "ditempelkan")
    assert "di luar tabel" in sheet.pesan.teks()
    assert cari(sheet, Kisi).nilai().keys() == {b.jabatan_id for b in _baris(delapan_belas)}
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(delapan_belas)
    assert catatan(delapan_belas, "2026-12-08")["18"].angka == (117, 77, 17, 0)


def _baris(w: MainWindow) -> list[queries.Baris]:
    return queries.kisi(w.host.store.reader(), lingkup=KELURAHAN, program=VAKSIN, tanggal="2026-12-08")


def test_arrows_walk_through_the_cells_and_checks_stand_beside_the_row(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert di("01", "Dosis 1")
    tekan(KANAN, TURUN)
    assert di("02", "Dosis 2")
    ketik("60")
    tekan(Qt.Key.Key_Up)
    kisi = cari(sheet, Kisi)
    tunggu(lambda: "Dosis 2 (60) tidak boleh lebih dari Dosis 1 (52)" in kata(kisi), "diperiksa")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: di("02", "Dosis 2"), "menuju yang salah")
    ganti("tujuh")
    tekan(TAB)
    tunggu(lambda: isinstance(fokus(), Sel) and "60" not in kata(kisi), "bukan angka")
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert sheet.isVisible()
    tekan(ESC)
    tertutup(sheet)
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    isi = {b.nomor_rt: b.jabatan_id for b in _baris(w)}
    assert cari(sheet, Kisi).nilai()[isi["02"]]["dosis2"] == "tujuh", "draf kembali"
    sheet.buang()
    tertutup(sheet)


def test_what_another_computer_saves_is_shown_while_typing(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    ketik("110")
    posts = {b.nomor_rt: b.jabatan_id for b in _baris(w)}
    angka = {"sasaran": "90", "dosis1": "10"}
    w.host.act(lambda: ops.catat(w.host.store, KELURAHAN, posts["07"], VAKSIN, "8/12/2026", angka))
    kisi = cari(sheet, Kisi)
    tunggu(lambda: posts["07"] in kisi.nilai(), "angka yang baru tampil")
    assert kisi.nilai()[posts["07"]]["dosis1"] == "10"
    assert kisi.nilai()[posts["01"]]["dosis1"] == "110", "yang diketik tetap"
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Angka 1 RT dicatat")


def test_coverage_has_denominators_and_gaps_lead_to_the_rt(w: MainWindow) -> None:
    assert "57 %" in kata(w.page)
    assert "404 dari 705 orang" in kata(w.page)
    assert "6 dari 9 RT mencatat" in kata(w.page)
    cari(w.page, Chip, lambda c: c.text() == "Belum ada angka").click()
    t = tabel(w.page)
    assert [sel(t, i, 0) for i in range(t.row_count())] == ["RT 07", "RT 08", "RT 09"]
    t.setFocus()
    tekan(Qt.Key.Key_Home, TURUN, ENTER)
    sheet = lembar()
    assert di("08", "Sasaran")
    sheet.buang()
    tertutup(sheet)


def test_the_figures_of_an_rt_are_put_right_and_taken_away(w: MainWindow) -> None:
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_Home)
    tekan(Qt.Key.Key_R, mod=Qt.KeyboardModifier.AltModifier)
    sheet = lembar()
    t = tabel(sheet)
    assert [sel(t, i, 2) for i in range(3)] == ["101", "85", "60"]
    tekan(ENTER)
    tunggu(lambda: lembar() is not sheet, "formulir terbuka")
    ubah = lembar()
    isian("dosis1", ubah)
    ganti("99")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(ubah)
    tunggu(lambda: sel(t, 0, 2) == "99", "diubah")
    t.setFocus()
    tekan(Qt.Key.Key_Delete)
    tunggu(lambda: t.row_count() == 2, "dihapus")
    sheet.reject()
    tertutup(sheet)


def test_another_day_is_looked_at_and_staleness_is_said(w: MainWindow) -> None:
    halaman = w.page
    assert isinstance(halaman, VaksinasiPage)
    halaman._saring._tanggal.setFocus()
    ganti("1/9/2026")
    tekan(ENTER)
    siap(w)
    assert "190 dari 368 orang" in kata(w.page)
    ganti("kemarin dulu")
    tekan(ENTER)
    pesan(w, text.TANGGAL_SALAH)
    ganti("30/10/2027")
    tekan(ENTER)
    siap(w)
    assert "Angka terakhir 30 November 2026, sudah 334 hari" in kata(w.page)


def test_beranda_tells_what_is_missing_and_leads_there(w: MainWindow) -> None:
    assert beranda(w, "Vaksinasi") == "Vaksinasi COVID-19: 57 %, dosis 1 · 404 dari 705 orang"
    ke_tugas(w, text.TUGAS_KOSONG.format(n=3, program=VAKSIN))
    assert tabel(w.page).row_count() == 3


def test_the_paper_is_shown_as_it_is_printed(w: MainWindow) -> None:
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(lambda: w.findChildren(Preview), "pratinjau", 20)
    w.findChildren(Preview)[-1].done(0)


def test_a_new_programme_begins_with_its_first_figures(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    isian("program", sheet)
    ganti("covid")
    assert form(sheet).nilai()["program"].casefold() == VAKSIN.casefold(), "dilengkapi seperti di Excel"
    ganti("Polio")
    tekan(ENTER, ENTER)
    tunggu(lambda: di("01", "Sasaran"), "belum ada angka sebelumnya")
    ketik("30")
    tekan(KANAN)
    ketik("12")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(w)
    w.show_page("vaksinasi", "program:Polio")
    siap(w)
    assert "40 %" in kata(w.page)
