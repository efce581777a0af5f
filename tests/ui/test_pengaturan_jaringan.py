"""The part Jaringan of the settings, and the window while the network misbehaves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QTimer

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from sync.client import network
from sync.client.network import Network
from tests.kota import CityThread
from tests.sync.dunia import isi_rt
from tests.sync.pelayan import kepala_menetes, palsu
from tests.sync.sertifikat import Ganti, konteks, otoritas, server
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import cari, form, lembar, pesan, tertutup, tombol, tunggu
from ui.kit.cards import ProgressLine
from ui.kit.labels import Label
from ui.shell import text
from ui.shell.networkcard import NetworkCard, _Inputs
from ui.shell.window import MainWindow

CA = otoritas("CA Kota Lubuk Linggau")


@pytest.fixture
def ganti(tmp_path: Path) -> Ganti:
    """The city's certificate, which can be changed."""
    return Ganti(konteks(tmp_path, server(CA)))


@pytest.fixture
def kota_tls(tmp_path: Path, ganti: Ganti) -> Iterator[CityThread]:
    """A city over TLS."""
    satu = CityThread(f"sqlite:///{tmp_path / 'kota.db'}", tls=ganti.luar)
    yield satu
    satu.close()


@pytest.fixture
def pengaturan(tmp_path: Path, kota_tls: CityThread, buka: Buka) -> MainWindow:
    """The settings page of an enrolled office that trusts only the city's own CA."""
    office = Office(tmp_path / "pc")
    network.save(office.store.folder, Network(ca=CA.pem))
    office.enrol(server=kota_tls.url, code=kota_tls.invite(KELURAHAN), name="Siti")
    users.add(office.store, name="Siti Aminah")
    office.close()
    window = buka("pc")
    window.show_page("pengaturan", "jaringan")
    return window


def kartu(window: MainWindow) -> NetworkCard:
    """The card."""
    return cari(window.page, NetworkCard)


def kata(window: MainWindow) -> str:
    """All that the card says."""
    return "\n".join(label.text() for label in kartu(window).findChildren(Label) if label.isVisible())


def uji(window: MainWindow) -> str:
    """Test the connection and return all that the card says then."""
    tombol(window.page, text.JAR_UJI).click()
    tunggu(lambda: text.JAR_MENGUJI not in kata(window) and cari(window.page, ProgressLine).isVisible(), "hasil uji")
    return kata(window)


def test_what_is_set_is_said_in_words(pengaturan: MainWindow, kota_tls: CityThread) -> None:
    said = kata(pengaturan)
    assert text.JAR_SERVER.format(alamat=kota_tls.url) in said
    assert "hanya dipercaya lewat CA kota “CA Kota Lubuk Linggau”" in said
    assert "sesuai pengaturan sistem" in said


def test_the_test_says_every_step(pengaturan: MainWindow, ganti: Ganti, tmp_path: Path) -> None:
    said = uji(pengaturan)
    for langkah in ("Alamat: ", "Proksi: ", "Sertifikat: ", "Server Sipokat: ", "Jam: "):
        assert langkah in said
    assert text.JAR_BERES in said
    ganti.kini = konteks(tmp_path, server(otoritas("FortiGate CA")))
    said = uji(pengaturan)
    assert "membuka sambungan aman" in said
    assert "Minta petugas IT mengecualikan localhost" in said
    assert "Jam: Belum dapat diperiksa." in said


def test_a_proxy_and_a_ca_are_set_by_hand(pengaturan: MainWindow, tmp_path: Path) -> None:
    tombol(pengaturan.page, text.JAR_ATUR).click()
    sheet = lembar()
    form(sheet).isi({"proxy": "sendiri"})
    tombol(sheet, "Simpan").click()
    assert form(sheet).pesan("alamat") == "Alamat proksi belum diisi."
    form(sheet).isi({"proxy": "sendiri", "alamat": "10.0.0.9:3128", "user": "kantor", "password": "rahasia"})
    isian = cari(sheet, _Inputs)
    tombol(sheet, text.JAR_CA_LEPAS).click()
    bukan, lain = tmp_path / "bukan.pem", tmp_path / "lain.pem"
    bukan.write_text("halo", encoding="ascii")
    lain.write_text(otoritas("CA Lain").pem, encoding="ascii")
    isian.use(bukan)
    assert any("bukan.pem tidak berisi sertifikat" in label.text() for label in sheet.findChildren(Label))
    isian.use(lain)
    tombol(sheet, "Simpan").click()
    tertutup(sheet)
    pesan(pengaturan, text.JAR_DISIMPAN)
    kini = network.load(tmp_path / "pc")
    assert (kini.proxy, kini.address, kini.user, kini.password) == ("sendiri", "10.0.0.9:3128", "kantor", "rahasia")
    assert "Proksi: 10.0.0.9:3128, sebagai kantor." in kata(pengaturan)
    assert "CA Lain" in kata(pengaturan)


def test_a_password_is_kept_until_another_one_is_typed(pengaturan: MainWindow, tmp_path: Path) -> None:
    network.save(tmp_path / "pc", network.manual("a:1", "kantor", "lama"))
    for nama, sandi in (("kantor", "lama"), ("orang-lain", "")):
        tombol(pengaturan.page, text.JAR_ATUR).click()
        sheet = lembar()
        assert "lama" not in form(sheet).nilai().values()
        form(sheet).isi({"proxy": "sendiri", "alamat": "b:2", "user": nama})
        tombol(sheet, "Simpan").click()
        tertutup(sheet)
        kini = network.load(tmp_path / "pc")
        assert (kini.user, kini.password) == (nama, sandi)


def test_damaged_settings_are_said_and_can_be_set_anew(pengaturan: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "pc" / network.FILE).write_bytes(b"{")
    pengaturan.show_page("beranda")
    kartu_segar(pengaturan)
    assert "tidak terbaca" in kata(pengaturan)
    tombol(pengaturan.page, text.JAR_ATUR).click()
    sheet = lembar()
    tombol(sheet, "Simpan").click()
    tertutup(sheet)
    assert network.load(tmp_path / "pc") == Network()


def kartu_segar(window: MainWindow) -> None:
    """Show the settings again, read anew."""
    window.show_page("pengaturan", "jaringan")
    kartu(window).load()


def test_the_window_lives_while_the_network_trickles(tmp_path: Path, kota: CityThread, buka: Buka) -> None:
    """One byte of a head now and then: keys are answered all the while, and what is typed is saved."""
    office = Office(tmp_path / "pc")
    office.enrol(server=kota.url, code=kota.invite(KELURAHAN), name="Siti")
    users.add(office.store, name="Siti Aminah")
    isi_rt(office, 1)
    with palsu(kepala_menetes(0.02, 3)) as url:
        office.store.save_identity(office.store.identity._replace(server=url))
        office.close()
        window = buka("pc")
        denyut: list[float] = []
        jam = QTimer(window, interval=10)
        jam.timeout.connect(lambda: denyut.append(monotonic()))
        window.sync.run()
        jam.start()
        mulai = monotonic()
        tunggu(lambda: monotonic() - mulai > 2, "dua detik")
        jam.stop()
        assert window.jobs.sedang
    assert max(b - a for a, b in pairwise(denyut)) < 0.5
    tunggu(lambda: not window.jobs.sedang, "sinkron berakhir", 20)
    assert window._office.status().waiting == 3
