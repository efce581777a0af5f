"""The window of a kecamatan: set up by code or without internet, one kelurahan shown, another chosen by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import users
from tests.kota import CityThread
from tests.ui.conftest import Buka, tutup
from tests.ui.layar import CTRL, ENTER, ESC, cari, fokus, form, halaman, ketik, pesan, sel, tabel, tekan, tombol, tunggu
from tests.ui.test_wizard import isi_kode, isi_nama, mulai
from tests.unit.kantor import isian
from ui.kit.choice import ChoiceField
from ui.kit.labels import Label
from ui.kit.messagebar import MessageBar
from ui.modules.rt.page import RtPage
from ui.shell import text
from ui.shell.home import HomePage
from ui.shell.palette import Palette
from ui.shell.settings import SettingsPage
from ui.shell.wilayah import KelurahanLine
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KECAMATAN = "kec:16.73.01"
SATU, DUA = wilayah.kelurahan_dari(KECAMATAN)[:2]


@pytest.fixture
def camat(tmp_path: Path, kota: CityThread, buka: Buka) -> MainWindow:
    """A kecamatan's window; two of its kelurahan have sent one head of RT each."""
    for ke, kode in enumerate((SATU, DUA), 1):
        lurah = Office(tmp_path / kode)
        lurah.enrol(server=kota.url, code=kota.invite(kode), name="Lurah")
        rt.tambah(lurah.store, kode, isian(ke, nama=f"Ketua {wilayah.nama(kode)}"))
        lurah.sync()
        lurah.close()
    office = Office(tmp_path / "camat")
    office.enrol(server=kota.url, code=kota.invite(KECAMATAN), name="Camat")
    users.add(office.store, name="Camat")
    office.sync()
    office.close()
    return buka("camat")


def tampil(w: MainWindow) -> str:
    return cari(w, KelurahanLine).tombol.text()


def palet() -> Palette:
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), Palette), "daftar")
    found = QApplication.activePopupWidget()
    assert isinstance(found, Palette)
    return found


def test_set_up_by_code(kota: CityThread, buka: Buka) -> None:
    w = buka("baru")
    isi_kode(w, kota.invite(KECAMATAN), kota.url)
    isi_nama(w)
    assert cari(w, Label, lambda satu: satu.text().endswith("siap")).text() == "Kecamatan Lubuk Linggau Timur I siap"
    mulai(w)
    assert (w.host.kantor, w.host.lingkup, w.host.di_kecamatan) == (KECAMATAN, SATU, True)
    assert w.host.wilayah == wilayah.kelurahan_dari(KECAMATAN)
    assert w.host.store.identity.label == "Kec-1"
    assert tampil(w) == wilayah.nama(SATU)
    w.show_page("pengaturan", "data")
    assert isinstance(w.page, SettingsPage)
    (kata,) = [satu.text() for satu in w.page.findChildren(Label) if satu.text().startswith("Komputer ini")]
    assert kata == "Komputer ini: Kec-1, Kecamatan Lubuk Linggau Timur I, terdaftar di kota."


def test_set_up_without_internet(buka: Buka) -> None:
    w = buka("baru")
    tombol(w, text.WIZ_TANPA).click()
    field = form(w).field("kelurahan")
    assert isinstance(field, ChoiceField)
    ketik("kecamatan lubuk linggau barat i")
    assert field.nilai() == "kec:16.73.02"
    tekan(ENTER)
    isi_nama(w)
    mulai(w)
    assert isinstance(w.page, HomePage)
    assert (w.host.kantor, w.host.store.identity.enrolled) == ("kec:16.73.02", False)


def test_a_kelurahan_has_no_line(kantor: MainWindow) -> None:
    assert not kantor.findChildren(KelurahanLine)
    assert (kantor.host.kantor, kantor.host.di_kecamatan, kantor.host.larangan("rt_orang")) == (
        kantor.host.lingkup, False, "",
    )  # fmt: skip


def test_another_kelurahan_by_keys_is_remembered(camat: MainWindow, buka: Buka) -> None:
    w = camat
    halaman(w, "rt")
    assert sel(tabel(w.page), 0, 1).startswith(f"Ketua {wilayah.nama(SATU)}")
    tekan(Qt.Key.Key_G, mod=CTRL)
    daftar = palet()
    assert fokus().placeholderText() == text.WILAYAH_CARI  # type: ignore[attr-defined]
    for huruf in wilayah.nama(DUA):
        QTest.keyClicks(fokus(), huruf)
    tekan(ENTER)
    tunggu(lambda: not daftar.isVisible(), "daftar tertutup")
    assert isinstance(w.page, RtPage)
    assert (w.host.lingkup, tampil(w)) == (DUA, wilayah.nama(DUA))
    assert sel(tabel(w.page), 0, 1).startswith(f"Ketua {wilayah.nama(DUA)}")
    assert w.page.isAncestorOf(fokus())
    tutup(w)
    lagi = buka("camat")
    assert lagi.host.lingkup == DUA


def test_the_palette_leads_there_too_and_escape_leaves_all_as_it_was(camat: MainWindow) -> None:
    w = camat
    tekan(Qt.Key.Key_K, mod=CTRL)
    palet()
    tekan(ESC)
    assert w.host.lingkup == SATU
    tekan(Qt.Key.Key_K, mod=CTRL)
    palet()
    for huruf in f"{wilayah.nama(DUA)} tampilkan":
        QTest.keyClicks(fokus(), huruf)
    tekan(ENTER)
    tunggu(lambda: w.host.lingkup == DUA, "kelurahan lain")
    assert isinstance(w.page, HomePage)


def test_what_the_kelurahan_writes_is_refused_in_words(camat: MainWindow) -> None:
    w = camat
    assert w.host.larangan("rt_orang", "ukuran") == ""
    assert w.host.larangan("seragam_gerak") == ""
    assert "dicatat oleh kelurahan" in w.host.larangan("rt_orang")
    halaman(w, "rt")
    with pytest.raises(AssertionError):
        cari(w.page, MessageBar, lambda bar: "dicatat" in bar.teks())
    w.host.act(lambda: rt.tambah(w.host.store, SATU, isian(7)))
    pesan(w, "Data RT dicatat oleh kelurahan. Minta Kelurahan")
    assert sel(tabel(w.page), 0, 1).startswith(f"Ketua {wilayah.nama(SATU)}")


def test_a_record_is_opened_in_its_own_kelurahan(camat: MainWindow) -> None:
    w = camat
    id = w.host.store.reader().execute("SELECT id FROM rt_masa WHERE lingkup = ?", (DUA,)).fetchone()[0]
    w.host.go("rt", id)
    assert isinstance(w.page, RtPage)
    assert (w.host.lingkup, tampil(w)) == (DUA, wilayah.nama(DUA))
    assert sel(tabel(w.page), 0, 1).startswith(f"Ketua {wilayah.nama(DUA)}")
    w.host.go("rt", "tidak-ada")
    assert w.host.lingkup == DUA
