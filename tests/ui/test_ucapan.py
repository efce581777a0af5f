"""What is said aloud when it appears, and what the words of inputs, rows and tables are for those who hear them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from tests.ui import akses
from ui.kit import text
from ui.kit.fields import AreaField
from ui.kit.form import Form, Isian, Jenis
from ui.kit.labels import StatusDot
from ui.kit.messagebar import MessageBar
from ui.kit.nav import NavItem, NavList
from ui.kit.table import Baris, DataTable, Kolom
from ui.kit.theme import Role

PERAN = Qt.ItemDataRole


@pytest.fixture
def terucap(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader that listens is told: announcements in words, alerts as "!"."""
    semua: list[str] = []

    def dengar(event: QAccessibleEvent) -> None:
        semua.append(event.message() if isinstance(event, QAccessibleAnnouncementEvent) else "!")

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", dengar)
    return semua


def pasang(window: QWidget, isi: QWidget) -> None:
    QVBoxLayout(window).addWidget(isi)
    isi.show()


def test_messages_are_said_and_trouble_alerts(window: QWidget, terucap: list[str]) -> None:
    bar = MessageBar()
    pasang(window, bar)
    bar.berhasil("Tersimpan.")
    assert terucap == ["Tersimpan."]
    bar.gangguan(Gangguan("Diska penuh.", "Hapus berkas lain."))
    assert terucap[1:] == ["!", f"Diska penuh. {text.DATA_AMAN} Hapus berkas lain."]


def test_the_state_of_the_sync_is_said_when_it_changes(window: QWidget, terucap: list[str]) -> None:
    lampu = StatusDot("Tersimpan di komputer ini")
    pasang(window, lampu)
    lampu.set("Tersimpan di komputer ini", Role.BAIK)
    lampu.set("Terkirim ke kota", Role.BAIK)
    assert terucap == ["Terkirim ke kota"]


def test_what_is_wrong_with_an_input_is_said_and_stays_with_it(window: QWidget, terucap: list[str]) -> None:
    isian = [
        Isian("nama", "Nama", wajib=True),
        Isian("nik", "NIK", Jenis.NIK, bantuan="16 angka di KTP."),
        Isian("alamat", "Alamat", Jenis.PANJANG),
        Isian("jenis", "Jenis", Jenis.PILIHAN, pilihan=(("plt", "Plt"),)),
    ]
    form = Form(isian)
    pasang(window, form)
    nik, alamat = form.field("nik"), form.field("alamat")
    assert akses.keterangan(nik) == "16 angka di KTP."
    assert akses.keterangan(form.field("nama")) == text.WAJIB
    form.salah(InputSalah("nik", "NIK harus 16 angka."))
    assert terucap == ["!", "NIK harus 16 angka."]
    assert akses.keterangan(nik) == "NIK harus 16 angka."
    form.isi({"nik": "1673010101700011"})
    assert akses.keterangan(nik) == "16 angka di KTP."
    assert isinstance(alamat, AreaField)
    isi = alamat.focusProxy()
    assert isi is not None
    assert akses.nama(isi) == "Alamat", "the keyboard goes to the lines inside"
    label = [satu for satu, _ in akses.antarmuka(form.field("jenis")).relations()]
    assert [satu.text(QAccessible.Text.Name) for satu in label] == ["Jenis"]


def test_each_cell_says_its_row(window: QWidget) -> None:
    tabel = DataTable((Kolom("rt", "RT"), Kolom("nama", "Nama"), Kolom("hp", "No. HP")), bertanda=True)
    pasang(window, tabel)
    tabel.set_rows([Baris("a", ("03", "Iskandar Muda", "")), Baris("b", ("04", "Siti", "0812"), tetap=True)])
    tabel.set_marks(["a"])
    assert akses.nama(tabel) == "Tabel RT, Nama, No. HP"
    model = tabel.model()
    sel = {model.index(0, kolom).data(PERAN.AccessibleDescriptionRole) for kolom in range(4)}
    assert sel == {"ditandai; RT: 03; Nama: Iskandar Muda"}
    assert model.index(1, 2).data(PERAN.AccessibleDescriptionRole) == "RT: 04; Nama: Siti; No. HP: 0812"
    assert model.headerData(0, Qt.Orientation.Horizontal, PERAN.AccessibleTextRole) == text.KOLOM_TANDA
    assert akses.tabel_bisu(window) == []


def test_the_navigation_says_where_one_is_and_what_waits(window: QWidget) -> None:
    nav = NavList("Sipokat", "Kelurahan", [NavItem("a", "Beranda"), NavItem("b", "Perlu keputusan")])
    pasang(window, nav)
    assert akses.nama(nav) == "Halaman: Beranda"
    nav.set_badge("b", 2)
    nav.pilih("b")
    assert akses.nama(nav) == "Halaman: Perlu keputusan, 2 menunggu"


def test_the_first_row_is_chosen_where_the_keyboard_comes(window: QWidget) -> None:
    """Qt makes it the present row without choosing it: nobody would see where the keyboard is."""
    tabel = DataTable((Kolom("rt", "RT"),))
    pasang(window, tabel)
    tabel.set_rows([Baris("a", ("03",)), Baris("b", ("04",))])
    tabel.setFocus(Qt.FocusReason.TabFocusReason)
    assert tabel.selected_ids() == ["a"]
