"""The list of reports by keys: found, filtered, shown, changed, verified, printed, linked; undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from python_calamine import CalamineWorkbook

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.laporan import ops, queries
from tests import cetakan
from tests.ui import contoh_kegiatan, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_kegiatan import HARI
from tests.ui.halaman_laporan import (
    aktif,
    diam,
    halaman,
    kini,
    panel,
    pilih_menu,
    semua,
)  # fmt: skip
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TAB,
    TURUN,
    cari,
    ketik,
    lembar,
    pesan,
    sel,
    tabel,
    tekan,
    tertutup,
    tunggu,
)
from ui.kit.chips import Chip
from ui.kit.choice import ChoiceField
from ui.kit.preview import Preview
from ui.kit.table import DataTable
from ui.modules import laporan
from ui.modules.laporan import text
from ui.modules.laporan.catat import CatatPage
from ui.modules.laporan.evaluasi import EvaluasiPage
from ui.modules.laporan.evaluasi_isi import Saring as DariEvaluasi
from ui.shell.window import MainWindow


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    cetakan.tuang(tmp_path / "kantor", contoh_kegiatan.siapkan, 24)
    return buka("kantor")


def test_found_by_typing_and_filtered_by_chips_and_month(w: MainWindow) -> None:
    page = halaman(w)
    t = tabel(page)
    assert t.row_count() == 27
    ketik("siring mushola")
    tunggu(lambda: t.row_count() == 2, "dua laporan siring")
    tekan(TURUN)
    assert "mushola" in panel(w)
    tekan(ESC)
    page.daftar.saring.cari.clear()
    cari(page, Chip, lambda c: c.text() == "Lurah tidak").click()
    tunggu(lambda: t.row_count() == 3, "yang ditolak")
    t.selectRow(0)
    assert "“Fotonya bukan kegiatan ini”" in panel(w)
    assert "dicatat Siti Aminah" in panel(w)
    cari(page, Chip, lambda c: c.text() == text.SEMUA).click()
    bulan = cari(page, ChoiceField, lambda f: f.accessibleName() == text.BULAN)
    bulan.setFocus()
    ketik("Mei")
    diam(w)
    n = len(semua(w, dari="2026-05-01", sampai="2026-05-31"))
    assert t.row_count() == n > 3
    assert f"{n} laporan" in "\n".join(label.text() for label in page.findChildren(QLabel))
    ketik("xxx")
    t.setFocus()
    ketik("tidak ada kata ini")
    tunggu(lambda: t.row_count() == 0, "tak ketemu")
    assert text.TAK_KETEMU in "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_verified_from_the_list_and_undone(w: MainWindow) -> None:
    page = halaman(w)
    tekan(Qt.Key.Key_Home)
    tekan(TURUN, TURUN, mod=Qt.KeyboardModifier.ShiftModifier)
    assert text.PANEL_BANYAK.format(n=3) in panel(w)
    tekan(Qt.Key.Key_Y, mod=ALT)
    assert "dicatat untuk 3 laporan" in pesan(w, "3 laporan")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: not [b for b in semua(w)[:3] if b.lurah], "urung")
    diam(w)
    tekan(Qt.Key.Key_Home)
    tekan(Qt.Key.Key_D, mod=ALT)
    sheet = lembar()
    ketik("Lampirkan foto")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    diam(w)
    assert kini(page).lurah_catatan == "Lampirkan foto"
    assert "“Lampirkan foto”" in panel(w)
    tekan(Qt.Key.Key_K, mod=ALT)
    diam(w)
    assert kini(page).kategori == "biasa"


def test_changed_deleted_and_copied(w: MainWindow) -> None:
    page = halaman(w)
    t = tabel(page)
    tekan(Qt.Key.Key_Home)
    tekan(Qt.Key.Key_Y, mod=ALT)
    diam(w)
    tekan(ENTER)
    sheet = lembar()
    assert layar.form(sheet).field("rt").nilai() == "3"
    layar.isian("rt", sheet)
    layar.ganti("1-3")
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert "hanya untuk satu RT" in "\n".join(x.text() for x in sheet.findChildren(QLabel) if x.isVisible())
    layar.isian("rt", sheet)
    layar.ganti("4")
    layar.isian("uraian", sheet)
    layar.ganti("Gotong royong bersama RT 04")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert "dicabut" in pesan(w, "diubah"), "what the lurah verified has changed, and that is said"
    diam(w)
    b = kini(page)
    assert (b.nomor, b.lurah) == ("04", "")
    id = b.laporan_id
    tekan(Qt.Key.Key_T, mod=ALT)
    pilih_menu(text.HAPUS)
    diam(w)
    assert len(semua(w)) == 26
    aktif(w)
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: len(semua(w)) == 27, "kembali")
    diam(w)
    assert t.row_count() == 27
    assert id in {b.laporan_id for b in semua(w)}


def test_copied_to_every_rt(w: MainWindow) -> None:
    page = halaman(w)
    t = tabel(page)
    tekan(Qt.Key.Key_Home)
    tekan(Qt.Key.Key_T, mod=ALT)
    pilih_menu(text.SALIN)
    sheet = lembar()
    ketik("semua")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert "8 laporan disalin" in pesan(w, "disalin")
    assert t.hasFocus()


def test_every_way_to_the_page_leads_there(w: MainWindow) -> None:
    host = w.host
    rt = queries.pilihan_rt(host.store.reader(), KELURAHAN, HARI)[2]
    page = halaman(w, f"rt:{rt.jabatan_id}")
    t = tabel(page)
    assert t.row_count() == len(semua(w, jabatan_id=rt.jabatan_id))
    assert page.place() == f"rt:{rt.jabatan_id}"
    assert laporan.SPEC.links(rt.jabatan_id) == [(text.LAPORAN_RT, f"rt:{rt.jabatan_id}")]
    ketemu = dict(laporan.SPEC.find(host))
    assert {"catat", "verifikasi", "evaluasi", "rakor", f"rt:{rt.jabatan_id}"} <= set(ketemu.values())
    assert laporan.SPEC.figures(host)[0].angka == str(len(semua(w, dari="2026-05-01", sampai="2026-05-31")))
    tugas = {satu.id: satu.kalimat for satu in laporan.SPEC.tasks(host)}
    assert tugas["verifikasi"].endswith("laporan menunggu verifikasi lurah")
    page.open_id("belum:2026-06")
    sheet = lembar()
    assert cari(sheet, DataTable).row_count() == 9
    tekan(TURUN, ENTER)
    tertutup(sheet)
    catat = cari(page, CatatPage)
    assert catat.isi.field("rt").nilai() == "2"
    page.open_id("evaluasi")
    evaluasi = cari(page, EvaluasiPage)
    assert page.help == EvaluasiPage.bantuan
    evaluasi.dibuka.emit(DariEvaluasi(bidang="2", lurah="ya"))
    diam(w)
    assert t.row_count() == len(semua(w, bidang="2", lurah="ya")) > 0
    assert "Kesehatan Lingkungan" in page.daftar.saring.kata_hanya
    t.setFocus()
    tekan(ESC)
    tunggu(lambda: t.row_count() == 27, "semua lagi")
    tekan(Qt.Key.Key_P, mod=CTRL)
    tunggu(lambda: page.findChildren(Preview), "pratinjau", 30)
    page.findChildren(Preview)[0].done(0)


def test_a_change_from_elsewhere_is_shown_where_one_is(w: MainWindow) -> None:
    page = halaman(w)
    tekan(Qt.Key.Key_Home, TURUN)
    b = kini(page)
    ubah = ops.ubah(w.host.store, b.laporan_id, {"uraian": "Diubah dari komputer lain"})
    w.host.changed.emit(ubah.changes)
    diam(w)
    assert kini(page).laporan_id == b.laporan_id
    assert "Diubah dari komputer lain" in panel(w)
    t = tabel(page)
    assert "Diubah dari komputer lain" in {sel(t, 1, ke) for ke in range(8)}


def test_an_office_of_the_optional_field(w: MainWindow) -> None:
    halaman(w)
    tekan(Qt.Key.Key_L, mod=ALT)
    pilih_menu(text.BIDANG_5_PAKAI)
    pesan(w, "Keagamaan")
    aktif(w)
    tekan(Qt.Key.Key_N, mod=CTRL)
    catat = cari(w.page, CatatPage)
    ketik("1")
    tekan(TAB, TAB)
    ketik("51")
    tekan(ENTER)
    ketik("Pengajian akbar")
    QApplication.clipboard().setImage(QImage())
    tekan(ENTER)
    tunggu(lambda: semua(w, bidang="5"), "laporan Keagamaan")
    assert catat.isVisible()


def test_the_list_as_a_sheet(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, tujuan = halaman(w), tmp_path / "laporan.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tujuan), ""))
    cari(page, Chip, lambda c: c.text() == "Lurah tidak").click()
    tekan(Qt.Key.Key_E, mod=ALT)
    tunggu(lambda: "laporan.xlsx" in w.messages.teks(), "berkas ditulis", 20)
    rows = CalamineWorkbook.from_path(str(tujuan)).get_sheet_by_index(0).to_python()
    assert sum("Fotonya bukan kegiatan ini" in map(str, row) for row in rows) == 3


def test_a_disk_that_refuses_gives_the_words_back(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman(w)
    tekan(Qt.Key.Key_N, mod=CTRL)
    catat = cari(w.page, CatatPage)

    def penuh(*_args: object, **_lain: object) -> None:
        raise Gangguan("Ruang disk habis.", "Kosongkan sebagian diska.")

    monkeypatch.setattr(ops, "catat", penuh)
    ketik("4")
    tekan(ENTER)
    ketik("senam pagi")
    tekan(ENTER)
    assert "Ruang disk habis." in pesan(w, "Ruang disk")
    assert (catat.isi.field("rt").nilai(), catat.isi.field("uraian").nilai()) == ("4", "senam pagi")
    assert len(semua(w)) == 27


def test_an_rt_without_a_report_is_told_what_to_do(w: MainWindow) -> None:
    con = w.host.store.reader()
    rt = queries.pilihan_rt(con, KELURAHAN, HARI)[8]
    ops.hapus(w.host.store, [b.laporan_id for b in semua(w, jabatan_id=rt.jabatan_id)])
    page = halaman(w, f"rt:{rt.jabatan_id}")
    assert text.RT_KOSONG in "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert rt.rt in page.daftar.saring.kata_hanya
