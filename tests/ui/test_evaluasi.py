"""*Evaluasi laporan* and the Lembar rakor in the window: the figures of the rows, bars that lead to their reports, days
and places, the sheet in one click."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from python_calamine import CalamineWorkbook

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import rakor_rentang, rentang
from sipokat_desktop.modules.laporan.evaluasi_model import Rentang
from sipokat_desktop.storage import users
from tests import contoh_laporan, contoh_rakor
from tests.ui import layar
from tests.ui.conftest import Buka
from tests.ui.layar import ALT, CTRL, ENTER, ESC, cari, form, ketik, tekan, tombol
from ui.kit.cards import EmptyState
from ui.kit.choice import ChoiceField
from ui.kit.diagram import DiagramBatang
from ui.kit.diagram_kolom import DiagramKolom
from ui.kit.kartu_angka import KartuAngka
from ui.kit.preview import Preview
from ui.modules.laporan import evaluasi_isi, text_evaluasi
from ui.modules.laporan.evaluasi import EvaluasiPage
from ui.modules.laporan.evaluasi_isi import Saring
from ui.modules.laporan.evaluasi_tabel import TabelEvaluasi
from ui.modules.laporan.page import LaporanPage
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
K = Qt.Key
DI = contoh_laporan.TERSEPI
LAIN = "16.73.04.1001"
TAHUN = rentang.tahun(contoh_laporan.TAHUN)


def siapkan(folder: Path, kantor: str, lingkup: tuple[str, ...]) -> None:
    """An office with the reports of 2025 of some kelurahan."""
    with closing(Office(folder)) as office:
        office.choose_kelurahan(kantor)
        users.add(office.store, name="Siti Aminah")
        contoh_laporan.isi(office.store, lingkup=lingkup)
        contoh_rakor.isi(office.store, lingkup=lingkup)


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    siapkan(tmp_path / "a", DI, (DI,))
    return buka("a")


def halaman(w: MainWindow, jangka: Rentang = TAHUN) -> EvaluasiPage:
    """Open the page and let it count some days."""
    w.show_page("laporan")
    w.host.go("laporan", "evaluasi")
    h = cari(w, EvaluasiPage)
    hitung(w, h, jangka)
    return h


def hitung(w: MainWindow, h: EvaluasiPage, jangka: Rentang) -> None:
    if h.periode.findData(evaluasi_isi.kunci(jangka)) < 0:
        h.periode.addItem(jangka.nama, evaluasi_isi.kunci(jangka))
    h.periode.isi(evaluasi_isi.kunci(jangka))
    h.periode.diubah.emit()
    layar.tunggu(lambda: not w.jobs.sedang, "dihitung")


def batang(h: EvaluasiPage, judul: str) -> DiagramBatang:
    return cari(h, DiagramBatang, lambda d: d.accessibleName() == judul)


def test_charts_show_the_figures_of_the_rows(w: MainWindow) -> None:
    h = halaman(w)
    rows = w.host.store.reader().execute("SELECT bidang, lurah, tanggal FROM laporan_kegiatan").fetchall()
    bidang = Counter(str(b) for b, _, _ in rows)
    assert [int(n) for _, n, _ in batang(h, text_evaluasi.PER_BIDANG).baris()] == [bidang[k] for k in "1234"]
    lurah = Counter(str(s or "belum") for _, s, _ in rows)
    isi = [int(n) for _, n, _ in batang(h, text_evaluasi.LURAH).baris()]
    assert isi == [lurah[k] for k in ("ya", "tidak", "belum")]
    bulan = Counter(hari[5:7] for _, _, hari in rows)
    kolom = cari(h, DiagramKolom)
    assert [int(n) for _, n, _ in kolom.baris()] == [bulan[f"{ke:02d}"] for ke in range(1, 13)]
    kartu = {k.accessibleName().split(":")[0]: k.accessibleName() for k in h.findChildren(KartuAngka)}
    assert kartu["Laporan"].startswith(f"Laporan: {len(rows)},")
    assert f"{lurah['ya']} dari {len(rows)}" in kartu["Lurah ya"]


def test_a_bar_leads_to_its_reports(w: MainWindow) -> None:
    h = halaman(w)
    dipilih: list[Saring] = []
    h.dibuka.connect(dipilih.append)
    d = batang(h, text_evaluasi.PER_BIDANG)
    d.setFocus()
    tekan(K.Key_Down, K.Key_Down, ENTER)
    (satu,) = dipilih
    assert (satu.bidang, satu.lingkup, satu.dari, satu.sampai) == ("2", DI, "2025-01-01", "2025-12-31")
    assert satu.kata.startswith("Kesehatan Lingkungan, Kelurahan Petanang Ulu")
    layar.tunggu(lambda: not w.jobs.sedang, "daftar dibaca")
    assert not [e for e in w.page.findChildren(EvaluasiPage) if e.isVisible()]


def test_every_chart_says_which_reports_it_means(w: MainWindow) -> None:
    h = halaman(w, rentang.hari("2025-02-10", "2025-04-20"))
    dipilih: list[Saring] = []
    h.dibuka.disconnect()
    h.dibuka.connect(dipilih.append)
    kolom = cari(h, DiagramKolom)
    for kode in ("2025-02", "2025-04"):
        kolom.dibuka.emit(kode)
    batang(h, text_evaluasi.LURAH).dibuka.emit("belum")
    batang(h, text_evaluasi.CAMAT).dibuka.emit("tidak")
    batang(h, text_evaluasi.KATEGORI).dibuka.emit("biasa")
    h.buka(text_evaluasi.JENIS)
    batang(h, text_evaluasi.PER_JENIS).dibuka.emit("2.siring")
    feb, apr, lurah, camat, biasa, jenis = dipilih
    assert (feb.dari, feb.sampai, apr.dari, apr.sampai) == ("2025-02-10", "2025-02-28", "2025-04-01", "2025-04-20")
    assert (lurah.lurah, camat.camat, biasa.kategori) == ("belum", "tidak", "biasa")
    assert (jenis.bidang, jenis.jenis) == ("2", "siring")


def test_many_months_are_drawn_by_year(w: MainWindow) -> None:
    h = halaman(w, rentang.hari("2023-01-01", "2025-12-31"))
    kolom = cari(h, DiagramKolom)
    assert kolom.accessibleName() == text_evaluasi.PER_TAHUN
    n = w.host.store.reader().execute("SELECT count(*) FROM laporan_kegiatan").fetchone()[0]
    assert [(nama, int(jumlah)) for nama, jumlah, _ in kolom.baris()] == [("2023", 0), ("2024", 0), ("2025", n)]
    dipilih: list[Saring] = []
    h.dibuka.connect(dipilih.append)
    kolom.dibuka.emit("2025")
    assert (dipilih[0].dari, dipilih[0].sampai) == ("2025-01-01", "2025-12-31")


def test_the_table_is_sorted_by_any_head_and_leads_on(w: MainWindow) -> None:
    h = halaman(w)
    dipilih: list[Saring] = []
    h.dibuka.connect(dipilih.append)
    tekan(K.Key_PageDown, mod=CTRL)
    t = cari(h, TabelEvaluasi, lambda t: t.isVisible())
    jumlah = [int(layar.sel(t, ke, 3)) for ke in range(t.row_count())]
    assert jumlah == sorted(jumlah, reverse=True)
    assert sum(jumlah) == len(w.host.store.reader().execute("SELECT 1 FROM laporan_kegiatan").fetchall())
    bagian = [int(layar.sel(t, ke, 4).removesuffix(" %").replace(",", "")) for ke in range(t.row_count())]
    assert sum(bagian) == 1000
    tekan(K.Key_1, mod=CTRL)
    nomor = [layar.sel(t, ke, 0) for ke in range(t.row_count())]
    assert nomor == sorted(nomor)
    tekan(K.Key_Home, ENTER)
    assert dipilih[0].jabatan_id == f"{DI}-j-1"


def test_any_days_are_asked_for(w: MainWindow) -> None:
    h = halaman(w)
    h.periode.isi(evaluasi_isi.LAIN)
    h.periode.diubah.emit()
    sheet = layar.lembar()
    ketik("20/4/2025")
    tekan(K.Key_Tab)
    ketik("10/3/2025")
    tekan(K.Key_S, mod=CTRL)
    assert sheet.isVisible()
    assert form(sheet).nilai()["dari"]
    layar.ganti("30/4/2025")
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    layar.tunggu(lambda: not w.jobs.sedang, "dihitung")
    assert h.periode.currentText() == "20 April 2025 s.d. 30 April 2025"
    n = w.host.store.reader().execute(
        "SELECT count(*) FROM laporan_kegiatan WHERE tanggal BETWEEN '2025-04-20' AND '2025-04-30'"
    ).fetchone()[0]  # fmt: skip
    kartu = next(k for k in h.findChildren(KartuAngka) if k.accessibleName().startswith("Laporan"))
    assert kartu.accessibleName().startswith(f"Laporan: {n},")
    w.activateWindow()
    h.setFocus()
    tekan(ESC)
    assert not [e for e in w.page.findChildren(EvaluasiPage) if e.isVisible()]


def test_esc_comes_back_to_the_evaluation_from_the_list_behind_a_bar(w: MainWindow) -> None:
    h = halaman(w)
    h.buka(text_evaluasi.RT)
    h.setFocus()
    tekan(ESC)
    layar.siap(w)
    assert isinstance(w.page, LaporanPage)
    assert w.page.daftar.isVisible(), "Esc on the evaluation itself goes to the list"
    h = halaman(w)
    h.buka(text_evaluasi.RT)
    tabel = cari(h, TabelEvaluasi)
    tabel.setFocus()
    tekan(K.Key_Down, ENTER)
    layar.tunggu(w.page.daftar.isVisible, "daftar")
    tekan(ESC)
    layar.tunggu(h.isVisible, "evaluasi")
    layar.siap(w)
    assert layar.fokus() is tabel, "the part, its line and the keyboard are where they were"
    assert h.periode.currentText() == "Tahun 2025"
    tekan(ENTER)
    layar.tunggu(w.page.daftar.isVisible, "daftar lagi")
    w.page.open_id("")
    tekan(ESC)
    assert not h.isVisible(), "who went elsewhere meanwhile is not led back"


def test_days_without_a_report_say_so(w: MainWindow) -> None:
    h = halaman(w, rentang.tahun(2001))
    assert cari(h, EmptyState, lambda e: e.isVisible())
    assert not [d for d in h.findChildren(DiagramBatang) if d.isVisible()]
    hitung(w, h, TAHUN)
    assert not [e for e in h.findChildren(EmptyState) if e.isVisible()]
    assert batang(h, text_evaluasi.PER_BIDANG).isVisible()


def test_the_sheet_is_one_click_and_its_days_can_be_changed(w: MainWindow) -> None:
    h = halaman(w)
    tombol(h, text_evaluasi.RAKOR).click()
    dialog = layar.dialog()
    assert isinstance(dialog, Preview)
    assert dialog.dokumen.pageCount() == 1
    pilihan = dialog.panel.form.field("bentuk")
    assert isinstance(pilihan, ChoiceField)
    assert pilihan.currentText() == "Tahun 2025"
    isi = dialog.dokumen.getAllText(0).text()
    assert "PETANANG ULU" in isi
    lain = rakor_rentang.biasa(w.host.today)
    dialog.panel.set_bentuk(evaluasi_isi.kunci(lain))
    pilihan.diubah.emit()
    layar.tunggu(lambda: lain.nama in dialog.dokumen.getAllText(0).text(), "lembar baru")
    dialog.done(0)


def test_the_sheet_is_one_key_from_the_list_of_reports(w: MainWindow) -> None:
    w.show_page("laporan")
    tekan(K.Key_R, mod=ALT)
    dialog = layar.dialog()
    assert isinstance(dialog, Preview)
    assert rakor_rentang.biasa(w.host.today).nama in dialog.dokumen.getAllText(0).text()
    dialog.done(0)


def test_an_office_above_chooses_the_place(tmp_path: Path, buka: Buka) -> None:
    siapkan(tmp_path / "kec", "kec:16.73.04", (DI, LAIN))
    w = buka("kec")
    h = halaman(w)
    assert h.wilayah.isVisible()
    tekan(K.Key_PageDown, mod=CTRL)
    t = cari(h, TabelEvaluasi, lambda t: t.isVisible())
    assert t.row_count() == 2
    h.wilayah.isi(DI)
    h.wilayah.diubah.emit()
    layar.tunggu(lambda: not w.jobs.sedang, "dihitung")
    assert t.row_count() == 1
    dipilih: list[Saring] = []
    h.dibuka.connect(dipilih.append)
    t.select(DI)
    t.setFocus()
    tekan(ENTER)
    assert dipilih[0].lingkup == DI


def test_the_rekap_goes_to_paper_and_to_excel(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    h = halaman(w)
    tekan(K.Key_P, mod=CTRL)
    dialog = layar.dialog()
    assert isinstance(dialog, Preview)
    assert "PENILAIAN" in dialog.dokumen.getAllText(0).text().upper()
    dialog.done(0)
    w.activateWindow()
    tujuan = tmp_path / "evaluasi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tujuan), ""))
    tombol(h, text_evaluasi.EXCEL).click()
    layar.tunggu(tujuan.exists, "berkas tertulis")
    layar.tunggu(lambda: not w.jobs.sedang, "selesai")
    lembar = CalamineWorkbook.from_path(str(tujuan)).get_sheet_by_index(0).to_python()
    n = w.host.store.reader().execute("SELECT count(*) FROM laporan_kegiatan").fetchone()[0]
    assert any(n in baris for baris in lembar)
