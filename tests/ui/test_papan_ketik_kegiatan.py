"""A clerk's day with reports, proposals and vaccination, by real keys alone: no button is clicked, no widget is given
the keyboard but by a key."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from sipokat_desktop.modules.laporan.model import Saring
from sipokat_desktop.modules.usulan import queries as usulan
from sipokat_desktop.modules.vaksinasi import queries as vaksinasi
from tests.ui import halaman_laporan, halaman_vaksinasi, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    cari,
    fokus,
    ketik,
    lembar,
    pesan,
    siap,
    tekan,
    tertutup,
    tunggu,
)
from ui.kit import text as kit
from ui.kit.diagram import DiagramBatang
from ui.kit.nav import NavList
from ui.kit.preview import Preview
from ui.modules.laporan import text, text_evaluasi
from ui.modules.laporan.evaluasi import EvaluasiPage
from ui.modules.laporan.page import LaporanPage
from ui.modules.laporan.verifikasi import VerifikasiPage
from ui.shell.window import MainWindow

K = Qt.Key
TAB = K.Key_Tab
PALING_TAB = 40
LAPORAN = (("1", "21", "Membersihkan siring bersama warga"), ("2", "", "Kerja bakti di makam"), ("3", "", "Menanam"))
"""RT, number of the kind (only where it is another than before), and what was done."""


def tab_ke(jenis: type, nama: str = "") -> None:
    """Press Tab until something of a kind (with this name for the blind) has the keyboard."""
    for _ in range(PALING_TAB):
        if isinstance(fokus(), jenis) and fokus().accessibleName().startswith(nama):
            return
        tekan(TAB)
    raise AssertionError(f"{nama or jenis.__name__} tidak tercapai dengan {PALING_TAB} Tab")


def esc_sampai(tampak: QWidget) -> None:
    """Press Esc until something is shown again: the first one may take a message away."""
    for _ in range(2):
        if not tampak.isVisible():
            tekan(ESC)
    tunggu(tampak.isVisible, "kembali")


def catat_laporan(w: MainWindow) -> None:
    layar.halaman(w, "laporan")
    siap(w)
    tekan(K.Key_N, mod=CTRL)
    for ke, (rt, jenis, uraian) in enumerate(LAPORAN, 1):
        ketik(rt)
        tekan(ENTER)
        if jenis:
            ketik(jenis)
            tekan(ENTER)
        ketik(uraian)
        tekan(ENTER)
        halaman_laporan.tersimpan(w, ke)
    assert isinstance(w.page, LaporanPage)
    esc_sampai(w.page.daftar)
    siap(w)


def verifikasi(w: MainWindow) -> None:
    tekan(K.Key_V, mod=ALT)
    page = cari(w.page, VerifikasiPage)
    tunggu(lambda: page.tabel.row_count() == len(LAPORAN), "diperiksa")
    ketik("t")
    ketik("Fotonya belum ada")
    tekan(ENTER)
    ketik("yy")
    tunggu(lambda: [len(halaman_laporan.semua(w, lurah=kata)) for kata in ("ya", "tidak")] == [2, 1], "diputuskan")
    siap(w)
    assert isinstance(w.page, LaporanPage)
    esc_sampai(w.page.daftar)


def catat_usulan(w: MainWindow) -> None:
    layar.halaman(w, "usulan")
    siap(w)
    tekan(K.Key_N, mod=CTRL)
    sheet = lembar()
    for isi in ("Drain", "RT 01", "Perbaikan siring Jalan Kenanga"):
        ketik(isi)
        tekan(ENTER)
    tekan(K.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(w)
    tekan(K.Key_S, mod=ALT)
    sheet = lembar()
    ketik("Diverif")
    tekan(K.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(w)
    (satu,) = usulan.daftar(w.host.store.reader(), lingkup=[KELURAHAN])
    assert (satu.judul, satu.status) == ("Perbaikan siring Jalan Kenanga", "lurah")


def catat_vaksinasi(w: MainWindow) -> None:
    layar.halaman(w, "vaksinasi")
    siap(w)
    tekan(K.Key_N, mod=CTRL)
    sheet = lembar()
    for isi in ("COVID-19", ""):
        if not halaman_vaksinasi.di("01", "Sasaran"):
            ketik(isi)
            tekan(ENTER)
    tunggu(lambda: halaman_vaksinasi.di("01", "Sasaran"), "ke kisi")
    for angka in ("100", "90", "80"):
        ketik(angka)
        tekan(ENTER)
    tekan(K.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Angka 3 RT")
    siap(w)
    assert len(vaksinasi.catatan(w.host.store.reader(), lingkup=[KELURAHAN])) == 3


def evaluasi(w: MainWindow) -> None:
    """Look at the figures, at the reports behind a bar, and come back to where the keyboard was."""
    layar.halaman(w, "laporan")
    siap(w)
    page = w.page
    assert isinstance(page, LaporanPage)
    tekan(K.Key_A, mod=ALT)
    h = cari(page, EvaluasiPage)
    siap(w)
    tab_ke(DiagramBatang, "Verifikasi lurah")
    grafik = fokus()
    tekan(K.Key_Down, ENTER)
    tunggu(page.daftar.isVisible, "laporan di balik batangnya")
    siap(w)
    assert page.daftar.saring.saring() != Saring(lingkup=KELURAHAN)
    esc_sampai(h)
    siap(w)
    assert fokus() is grafik


def lembar_rakor(kertas: Path) -> None:
    tekan(K.Key_R, mod=ALT)
    lihat = layar.dialog()
    assert isinstance(lihat, Preview)
    tekan(K.Key_S, mod=CTRL)
    tunggu(lambda: str(kertas) in lihat.pesan.teks(), "PDF tersimpan")
    tekan(ESC)
    tekan(ESC)
    tertutup(lihat)


def test_from_a_report_to_the_sheet_for_the_meeting(
    tmp_path: Path, buka: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    kertas = tmp_path / "rakor.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(kertas), ""))
    w = halaman_laporan.buka_kantor(tmp_path, buka)
    catat_laporan(w)
    verifikasi(w)
    catat_usulan(w)
    catat_vaksinasi(w)
    evaluasi(w)
    lembar_rakor(kertas)
    dokumen = pypdfium2.PdfDocument(kertas)
    try:
        assert len(dokumen) == 1
        isi = " ".join(dokumen[0].get_textpage().get_text_range().split())
    finally:
        dokumen.close()
    for kata in ("2 ya, 1 tidak, 0 belum", "usulan terbuka", "COVID-19", "TABA JEMEKEH"):
        assert kata in isi, kata
    assert isinstance(w.page, LaporanPage)
    esc_sampai(w.page.daftar)


def test_tab_comes_to_the_head_first(tmp_path: Path, buka: Buka) -> None:
    w = halaman_laporan.buka_kantor(tmp_path, buka)
    for kepala in ([text.LAINNYA, text.RAKOR, text.EVALUASI], [kit.KEMBALI, text_evaluasi.RAKOR]):
        tab_ke(NavList)
        kata = []
        for _ in kepala:
            tekan(TAB)
            tombol = fokus()
            assert isinstance(tombol, QPushButton), "the head, before the list or the days"
            kata.append(tombol.text())
        assert kata == kepala
        tekan(K.Key_A, mod=ALT)
        siap(w)
