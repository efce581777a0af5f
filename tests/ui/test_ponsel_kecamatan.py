"""The page HP dan barang of a kecamatan: the units of all its kelurahan, one of them filtered, an act in it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import users
from tests.kota import CityThread
from tests.ui import contoh_barang
from tests.ui.conftest import Buka
from tests.ui.halaman_barang import ke, kolom, masuk, panel
from tests.ui.layar import ALT, CTRL, cari, ketik, lembar, pesan, tabel, tekan, tertutup, tunggu
from tests.unit.kantor import isian
from ui.kit.choice import ChoiceField
from ui.modules.ponsel import text
from ui.shell.window import MainWindow

KECAMATAN = "kec:16.73.01"
SATU, DUA = wilayah.kelurahan_dari(KECAMATAN)[:2]


def siapkan(tmp_path: Path, kota: CityThread) -> Path:
    """Build a kecamatan's office; two of its kelurahan have sent a head and two phones each."""
    for nomor, kode in enumerate((SATU, DUA)):
        with closing(Office(tmp_path / kode)) as lurah:
            lurah.enrol(server=kota.url, code=kota.invite(kode), name="Lurah")
            rt.tambah(lurah.store, kode, isian(nomor + 1, nama=f"Ketua {wilayah.nama(kode)}"))
            for satu in range(2):
                contoh_barang.tambah(lurah, 2 * nomor + satu, kode)
            lurah.sync()
    with closing(Office(tmp_path / "camat")) as office:
        office.enrol(server=kota.url, code=kota.invite(KECAMATAN), name="Camat")
        users.add(office.store, name="Camat")
        office.sync()
    return tmp_path / "camat"


@pytest.fixture
def w(tmp_path: Path, kota: CityThread, buka: Buka) -> MainWindow:
    siapkan(tmp_path, kota)
    window = buka("camat")
    masuk(window)
    tunggu(lambda: tabel(window.page).row_count() == 4, "barang dua kelurahan")
    return window


def test_the_units_of_every_kelurahan_stand_under_its_name(w: MainWindow) -> None:
    assert set(kolom(w, 0)) == {wilayah.nama(SATU), wilayah.nama(DUA)}
    tabel(w.page).setFocus()
    ketik(wilayah.nama(DUA))
    assert set(kolom(w, 0)) == {wilayah.nama(DUA)}
    assert tabel(w.page).row_count() == 2


def test_one_kelurahan_is_looked_at_alone(w: MainWindow) -> None:
    pilihan = cari(w.page, ChoiceField)
    assert pilihan.currentText() == text.SEMUA_KELURAHAN
    pilihan.setFocus()
    ketik(wilayah.nama(SATU))
    assert set(kolom(w, 0)) == {wilayah.nama(SATU)}
    tekan(Qt.Key.Key_Delete)
    assert tabel(w.page).row_count() == 4


def test_a_unit_is_handed_to_a_head_of_its_own_kelurahan(w: MainWindow) -> None:
    ke(w, "R9C00002XT")
    assert wilayah.nama(DUA) in panel(w)
    tekan(Qt.Key.Key_S, mod=ALT)
    sheet = lembar()
    ketik("ketua")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, f"diserahkan kepada Ketua {wilayah.nama(DUA)}")
    (u,) = [
        u for u in queries.daftar(w.host.store.reader(), lingkup=[DUA], hari=w.host.today) if u.keadaan == "dipegang"
    ]
    assert u.nama == f"Ketua {wilayah.nama(DUA)}"
