"""*Audit* by keys: red flags with the way to each, the pack and its check; *Rekap* and *Kartu* with empty pages."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from sipokat_desktop.app import Office
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.storage import users
from tests import cetakan
from tests.ui import dua_dompet
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, ubah
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    cari,
    fokus,
    form,
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
from ui.kit.choice import ChoiceField
from ui.kit.labels import Label, Notice
from ui.kit.table import DataTable
from ui.modules.insentif.audit import text
from ui.modules.insentif.audit.halaman import AuditPage
from ui.modules.insentif.kartu import text as kartu
from ui.modules.insentif.kartu.halaman import KartuRT
from ui.modules.insentif.rekap import text as rekap
from ui.shell.window import MainWindow


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    """The office of 2020, where the decree of RT 05 turns out to be of September."""
    folder = tmp_path / "kantor"
    cetakan.tuang(folder, dua_dompet.siapkan)
    office = Office(folder)
    office.store.clock = dua_dompet.kini
    ubah(office, "05", sk_tanggal="2020-09-01")
    office.close()
    w = buka("kantor")
    w.host.store.clock = dua_dompet.kini
    return w


def audit(w: MainWindow, periode: str = "Triwulan I 2020") -> DataTable:
    w.show_page("insentif", "lain/audit")
    cari(w.page, ChoiceField).setFocus()
    ketik(periode)
    halaman = cari(w.page, AuditPage)
    tunggu(lambda: halaman.ditampilkan == halaman.kode, "temuan merah dicari")
    return tabel(w.page)


def test_a_red_flag_leads_to_its_place(w: MainWindow) -> None:
    t = audit(w)
    kata = [sel(t, i, 1) for i in range(t.row_count())]
    assert any("SK" in satu for satu in kata)
    assert "temuan merah pada Triwulan I 2020" in cari(w.page, Notice).teks()
    t.setFocus()
    tekan(Qt.Key.Key_Home, ENTER)
    tunggu(lambda: not w.page.place().startswith("lain/"), "pindah ke tempatnya")


def test_a_period_without_flags_says_so(w: MainWindow) -> None:
    assert audit(w, "2018").row_count() == 0
    assert cari(w.page, Label, lambda s: s.text() == text.KOSONG)


def test_the_pack_is_made_and_checked(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zip_ = tmp_path / "paket.zip"
    audit(w)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(zip_), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(zip_), ""))
    tekan(Qt.Key.Key_B, mod=CTRL)
    sheet = lembar()
    sidik = cari(sheet, Label, lambda s: len(s.text().replace(" ", "")) == 64).text()
    tekan(Qt.Key.Key_S, mod=ALT)
    assert text.TERSALIN in sheet.pesan.teks()
    tombol(sheet, text.TUTUP).click()
    tertutup(sheet)
    assert "sha256.txt" in zipfile.ZipFile(zip_).namelist()
    tombol(w.page, text.PERIKSA).click()
    sheet = lembar()
    baik = cari(sheet, Notice).teks()
    form(sheet).fokus("sidik")
    ketik(sidik.replace(" ", "")[:-1] + ("0" if sidik[-1] != "0" else "1"))
    tekan(ENTER)
    tunggu(lambda: lembar() is not sheet, "diperiksa lagi")
    assert cari(lembar(), Notice).teks() != baik
    tekan(ESC)


def test_the_year_against_its_ceiling(w: MainWindow) -> None:
    w.show_page("insentif", "lain/rekap")
    t = tabel(w.page)
    tunggu(lambda: t.row_count() == 5, "rekap")
    assert [sel(t, 0, 3 + ke) for ke in range(12)] == ["350"] * 3 + [""] * 9
    assert sel(t, 0, 15) == "1.050.000"
    kata = [n.teks() for n in w.page.findChildren(Notice) if n.isVisible()]
    assert any("Rp5.250.000 dari pagu Rp21.000.000, sisa Rp15.750.000" in satu for satu in kata)
    cari(w.page, ChoiceField).setFocus()
    ketik("2019")
    tunggu(lambda: t.row_count() == 0, "tahun kosong")
    assert cari(w.page, Label, lambda s: s.text() == rekap.KOSONG.format(tahun=2019))


def test_the_table_goes_to_excel(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = tmp_path / "rekap.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(berkas), ""))
    for kunci in ("rekap", "umur", "kartu"):
        w.show_page("insentif", f"lain/{kunci}")
        tunggu(lambda: not w.jobs.sedang, kunci)
        tombol(w.page, rekap.EXCEL).click()
        pesan(w, "ditulis ke rekap.xlsx")
        assert zipfile.is_zipfile(berkas)
        w.messages.tutup()
        berkas.unlink()


def test_data_rt_and_ctrl_k_lead_to_the_card(w: MainWindow) -> None:
    w.show_page("rt")
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_Home)
    tombol(w.page, "Kartu insentif").click()
    tunggu(lambda: cari(w.page, KartuRT).isVisible(), "kartu dari Data RT")
    tunggu(lambda: not w.jobs.sedang)
    assert cari(w.page, Notice).teks().startswith("Belum dibayar")
    tekan(Qt.Key.Key_K, mod=CTRL)
    tunggu(lambda: fokus().window() is not w, "palet")
    ketik("kartu insentif rt 03")
    tekan(ENTER)
    tunggu(lambda: w.page.place().startswith("lain/kartu:"), "kartu dari palet")


def test_empty_pages_say_what_to_do_first(tmp_path: Path, buka: Buka) -> None:
    office = Office(tmp_path / "kosong")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.close()
    w = buka("kosong")
    for kunci, kata in (
        ("umur", kartu.UMUR_BELUM), ("kartu", kartu.TANPA_RT), ("simulasi", "Belum ada komponen insentif"),
        ("audit", text.KOSONG), ("saldo", "Belum ada pembayaran lama yang diimpor"),
    ):  # fmt: skip
        w.show_page("insentif", f"lain/{kunci}")
        tunggu(lambda: not w.jobs.sedang, kunci)
        assert cari(w.page, Label, lambda s, kata=kata: s.text() == kata), kunci  # type: ignore[misc]


def test_esc_leads_from_the_card_back_to_the_list_it_was_opened_from(w: MainWindow) -> None:
    nomor = queries.semua_daftar(w.host.store.reader(), lingkup=KELURAHAN)[0].nomor
    w.show_page("insentif", nomor)
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_Home)
    tombol(w.page, "Kartu RT 01").click()
    halaman = cari(w.page, KartuRT)
    tunggu(lambda: not w.jobs.sedang, "kartu dari daftar")
    assert cari(halaman, Notice).teks()
    tekan(ESC)
    tunggu(lambda: w.page.place() == nomor, "kembali ke daftar")
