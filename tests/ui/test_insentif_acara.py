"""Transport money by keys: a component that an event pays is laid down, its list drawn up; the link from the event."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.bimtek import hadir_ops, kegiatan
from sipokat_desktop.modules.insentif import ketetapan_ops, komponen, ops
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    form,
    ganti,
    isian,
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
from tests.unit import bimtek_kecil
from ui.modules.insentif import text as daftar_text
from ui.modules.insentif import text_hidup as hidup_text
from ui.modules.insentif.ketetapan import text
from ui.shell.window import MainWindow

NAMA = f"Uang transport {bimtek_kecil.NAMA}"


@pytest.fixture
def acara(tahun_2020: MainWindow) -> str:
    """An event of two sessions at which RT 01 was twice, RT 02 once and RT 03 excused; returns its id."""
    store = tahun_2020.host.store
    id, (satu, dua) = bimtek_kecil.kegiatan(store, KELURAHAN, "5/8/2020", "6/8/2020")
    bimtek_kecil.hadir(store, KELURAHAN, satu, ["1", "2"])
    bimtek_kecil.hadir(store, KELURAHAN, satu, ["3"], "izin")
    bimtek_kecil.hadir(store, KELURAHAN, dua, ["1"])
    return id


def test_the_office_lays_transport_money_down_and_draws_its_list_up(tahun_2020: MainWindow, acara: str) -> None:
    w = tahun_2020
    w.show_page("insentif", "lain/ketetapan")
    tekan(Qt.Key.Key_K, mod=ALT)
    sheet = lembar()
    isi = form(sheet)
    assert not isi.field("acara").isVisible()
    isian("menurut", sheet).setFocus()
    ketik("K")
    assert isi.field("acara").isVisible()
    assert not isi.field("hari_acuan").isVisible()
    isian("acara", sheet).setFocus()
    ketik("B")
    assert isi.nilai()["nama"] == NAMA
    isi.field("per").isi("sesi")
    isian("jumlah", sheet).setFocus()
    ganti("150000")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    (k,) = [k for k in komponen.komponen(w.host.store.reader(), lingkup=KELURAHAN) if k.acara]
    assert (k.nama, k.acara and (k.acara.asal, k.acara.per)) == (NAMA, (acara, "sesi"))
    t = tabel(w.page)
    isi_tabel = [(sel(t, baris, 0), sel(t, baris, 1)) for baris in range(3)]
    assert isi_tabel[0] == (text.TARIF, "Rp150.000 per sesi")
    assert (text.ACARA, bimtek_kecil.NAMA) in isi_tabel

    w.show_page("insentif", f"lain/acara:bimtek:{acara}")
    sheet = lembar()
    assert not form(sheet).field("periode").isVisible()
    tekan(ENTER)
    tertutup(sheet)
    tunggu(lambda: tabel(w.page).model().rowCount() == 2, "daftarnya dibuka")
    w.show_page("insentif")
    w.host.go("insentif", f"lain/acara:bimtek:{acara}")
    tunggu(lambda: tabel(w.page).model().rowCount() == 2, "daftarnya dibuka lagi")
    assert [sel(tabel(w.page), baris, 4) for baris in range(2)] == ["2 sesi", "1 sesi"]
    assert tombol(w.page, daftar_text.KUNCI)


def test_a_locked_list_shows_that_the_attendance_changed(tahun_2020: MainWindow, acara: str) -> None:
    w = tahun_2020
    store = w.host.store
    isian_ = {"nama": NAMA, "sumber": "bimtek", "asal": acara, "per": "sesi", "jumlah": "150000"}
    ketetapan_ops.simpan_komponen(store, KELURAHAN, isian_)
    nomor = ops.susun(store, KELURAHAN, periode.baca("2020-08"), NAMA).value
    ops.kunci(store, nomor, lurah="Lurah")
    sesi = kegiatan.sesi(store.reader(), acara)[0].sesi_id
    hadir_ops.tarik(store, sesi, [bimtek_kecil.jabatan(store, KELURAHAN)["1"]])
    w.show_page("insentif", nomor)
    t = tabel(w.page)
    assert [(sel(t, ke, 4), sel(t, ke, 8)) for ke in range(2)] == [
        ("2 sesi", daftar_text.HADIR_BERUBAH), ("1 sesi", daftar_text.BELUM_DITERIMA),
    ]  # fmt: skip
    kata = " ".join(label.text() for label in w.page.findChildren(QLabel))
    assert "Hadir 1 sesi, haknya 150.000; di daftar 300.000. Koreksi dulu barisnya." in kata
    assert tombol(w.page, hidup_text.BUKA_KEGIATAN)


def test_the_event_links_to_its_money(tahun_2020: MainWindow, acara: str) -> None:
    w = tahun_2020
    (tautan,) = w.host.links(f"bimtek:{acara}")
    assert (tautan.kata, tautan.page) == ("Uang transport", "insentif")
    w.host.go(tautan.page, tautan.id)
    sheet = lembar()
    isi = form(sheet)
    assert (isi.nilai()["menurut"], isi.nilai()["acara"], isi.nilai()["nama"]) == ("hadir", f"bimtek:{acara}", NAMA)
    sheet.done(0)


def test_an_event_without_a_day_says_what_it_lacks(tahun_2020: MainWindow) -> None:
    id, _ = bimtek_kecil.kegiatan(tahun_2020.host.store, KELURAHAN)
    tahun_2020.host.go("insentif", f"lain/acara:bimtek:{id}")
    assert pesan(tahun_2020, "belum mempunyai sesi")
