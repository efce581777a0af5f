"""The window of the city-level office: set up by code, 72 kelurahan to choose from, what it may write and what not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from tests.kota import CityThread
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_seragam import DUA, KECAMATAN
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    cari,
    fokus,
    form,
    halaman,
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
from tests.ui.tangkap_kota import JAUH, siapkan
from tests.ui.test_kecamatan import palet, tampil
from tests.ui.test_wizard import isi_kode, isi_nama, mulai
from ui.kit.labels import Label
from ui.modules.rt import text as rt_text
from ui.shell import text
from ui.shell.home import HomePage
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PERTAMA = wilayah.kelurahan_dari("kota")[0]


@pytest.fixture
def w(tmp_path: Path, kota: CityThread, buka: Buka) -> MainWindow:
    """The window of the city-level office over three kelurahan of two kecamatan, with the city's uniforms."""
    siapkan(tmp_path, kota)
    return buka("pusat")


def test_set_up_by_code(kota: CityThread, buka: Buka) -> None:
    w = buka("baru")
    isi_kode(w, kota.invite("kota"), kota.url)
    isi_nama(w)
    assert cari(w, Label, lambda satu: satu.text().endswith("siap")).text() == "Bagian Tata Pemerintahan siap"
    mulai(w)
    assert isinstance(w.page, HomePage)
    host = w.host
    assert (host.kantor, host.lingkup, host.beberapa, host.di_kota, host.di_kecamatan) == (
        "kota", PERTAMA, True, True, False,
    )  # fmt: skip
    assert (len(host.wilayah), host.store.identity.label) == (72, "Kota-1")
    assert tampil(w) == f"{wilayah.nama(PERTAMA)} · {wilayah.nama_kecamatan(PERTAMA)}"
    w.show_page("pengaturan", "data")
    assert any(
        satu.text() == "Komputer ini: Kota-1, Bagian Tata Pemerintahan, terdaftar di kota."
        for satu in w.page.findChildren(Label)
    )


def test_set_up_without_internet(buka: Buka) -> None:
    w = buka("baru")
    tombol(w, text.WIZ_TANPA).click()
    ketik("bagian tata")
    assert form(w).field("kelurahan").nilai() == "kota"
    tekan(ENTER)
    isi_nama(w)
    mulai(w)
    assert (w.host.kantor, w.host.store.identity.enrolled) == ("kota", False)


def test_every_kelurahan_is_in_the_list_under_its_kecamatan(w: MainWindow) -> None:
    halaman(w, "rt")
    tekan(Qt.Key.Key_G, mod=CTRL)
    daftar = palet()
    t = tabel(daftar)
    assert t.row_count() == 72
    kecamatan = [sel(t, i, 1) for i in range(72)]
    assert kecamatan == sorted(kecamatan)
    for huruf in wilayah.nama(JAUH):
        QTest.keyClicks(fokus(), huruf)
    assert (sel(t, 0, 0), sel(t, 0, 1)) == (wilayah.nama(JAUH), wilayah.nama_kecamatan(JAUH))
    tekan(ENTER)
    tunggu(lambda: not daftar.isVisible(), "daftar tertutup")
    assert w.host.lingkup == JAUH
    assert sel(tabel(w.page), 0, 1) == "Ketua Jauh 1"
    id = w.host.store.reader().execute("SELECT id FROM rt_masa WHERE lingkup = ?", (DUA,)).fetchone()[0]
    w.host.go("rt", id)
    assert w.host.lingkup == DUA


def test_it_works_on_what_it_may_write_only(w: MainWindow) -> None:
    host = w.host
    assert {host.larangan(nama) for nama in ("seragam_gerak", "ponsel_unit", "bimtek_undangan")} == {""}
    assert host.larangan("rt_orang", "ukuran") == ""
    assert "dicatat oleh kelurahan" in host.larangan("insentif_mutasi")
    assert host.larangan("bimtek_kegiatan", lingkup="kota") == ""
    assert "Kominfo" in host.larangan("insentif_tarif", lingkup="kota")
    assert "Minta Kecamatan" in host.larangan("rt_pejabat", lingkup=KECAMATAN)
    halaman(w, "beranda")
    t = tabel(w.page)
    assert {sel(t, i, 1) for i in range(t.row_count())} == {"Seragam", "Pengaturan"}


def test_its_signers_are_its_own(w: MainWindow) -> None:
    halaman(w, "rt")
    tombol(w.page, rt_text.PENANDA).click()
    sheet = lembar()
    ketik("Drs. H. Amran")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, rt_text.PENANDA_DISIMPAN)
    orang = rt.pejabat(w.host.store.reader(), lingkup="kota", peran="kabag", hari=w.host.today)
    assert orang is not None
    assert orang.nama == "Drs. H. Amran"


def test_uniforms_leave_the_purchase_for_a_kecamatan(w: MainWindow) -> None:
    halaman(w, "seragam")
    tekan(ENTER)
    tekan(Qt.Key.Key_S, mod=ALT)
    t = tabel(w.page)
    ada = {sel(t, i, 0): (sel(t, i, 3), sel(t, i, 4)) for i in range(t.row_count())}
    assert ada["XL"] == ("150", "7")  # what was bought; what the seven who wear it have not got
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    ketik(wilayah.nama_kantor(KECAMATAN))
    tekan(ENTER, ENTER, ENTER, ENTER)
    for angka in ("1", "", "", "100"):
        ketik(angka)
        tekan(ENTER)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    con = w.host.store.reader()
    rows = con.execute("SELECT dari, ke, lingkup, ukuran, jumlah FROM seragam_gerak ORDER BY ukuran").fetchall()
    assert [tuple(r) for r in rows] == [
        ("pengadaan", KECAMATAN, KECAMATAN, "S", 1), ("pengadaan", KECAMATAN, KECAMATAN, "XL", 100),
    ]  # fmt: skip
    assert KELURAHAN in w.host.wilayah
