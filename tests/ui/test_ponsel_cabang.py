"""Hand-overs that two computers recorded differently, as the page HP dan barang shows and mends them."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.ponsel import ops
from sipokat_desktop.storage.tx import Tx
from tests.ui import contoh_barang, contoh_kantor
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.halaman_barang import PERHATIAN, kantor_contoh, kata, ke, kolom, masuk, panel, units
from tests.ui.layar import ALT, CTRL, form, ketik, lembar, pesan, sel, tabel, tekan, tertutup, tombol, tunggu
from ui.modules.ponsel import text
from ui.shell.window import MainWindow

SERI = "R9C00007XT"


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    return kantor_contoh(tmp_path, buka)


def juga_kepada(w: MainWindow, nomor: str) -> None:
    """Let another computer have handed the same unit to another head, not knowing of ours."""
    u = next(u for u in units(w) if u.seri == SERI)
    b = contoh_kantor.baris(w._office, nomor)  # type: ignore[arg-type]
    isi: Fields = {
        "unit_id": u.unit_id, "jenis": "serah", "jabatan_id": b.jabatan_id, "masa_id": b.masa_id, "nama": b.nama,
        "tanggal": "2026-01-12", "nomor": "BAST-2026-ZZZ-01", "slot": f"unit|{u.unit_id}|awal",
    }  # fmt: skip

    def work(tx: Tx) -> None:
        tx.append("ponsel_serah", isi, scope=KELURAHAN)

    w.host.store.write("uji", work)
    w._pages.mark_all()


def test_a_scan_in_an_office_without_goods_is_kept_for_the_new_one(tmp_path: Path, buka: Buka) -> None:
    with closing(Office(tmp_path / "baru")) as office:
        contoh_kantor.kantor_kecil(office)
    w = buka("baru")
    w.show_page("ponsel")
    tunggu(lambda: not w.jobs.sedang, "dimuat")
    tekan(Qt.Key.Key_S, mod=ALT)
    pesan(w, text.PILIH_DULU)
    tabel(w.page).setFocus()
    ketik(contoh_barang.imei(3))
    tekan(Qt.Key.Key_Return)
    pesan(w, "Tidak ada barang")
    tekan(Qt.Key.Key_B, mod=ALT)
    sheet = lembar()
    assert form(sheet).nilai()["imei1"] == contoh_barang.imei(3)
    tekan(Qt.Key.Key_Escape)
    tertutup(sheet)


def test_units_in_different_states_are_told_so_and_one_by_one_acts_ask_for_one(w: MainWindow) -> None:
    masuk(w)
    ke(w, "R9C00009XT")
    tekan(Qt.Key.Key_Down, mod=Qt.KeyboardModifier.ShiftModifier)
    assert text.BERBEDA in panel(w)
    tekan(Qt.Key.Key_T, mod=ALT)
    pesan(w, text.BERBEDA)
    for kunci, mod in ((Qt.Key.Key_J, ALT), (Qt.Key.Key_P, CTRL)):
        w.messages.tutup()
        tekan(kunci, mod=mod)
        pesan(w, text.SATU_SAJA)


def test_a_disputed_unit_leads_to_the_decision_and_takes_no_hand_over(w: MainWindow) -> None:
    juga_kepada(w, "09")
    masuk(w)
    assert text.P_GANDA in kolom(w, PERHATIAN)
    ke(w, SERI)
    assert text.KATA_GANDA in panel(w)
    assert "Rosmala Dewi" in panel(w)
    assert not any(b.text().startswith("Serahkan") for b in w.page.findChildren(type(tombol(w.page, text.CETAK))))
    w.show_page("beranda")
    baris = [sel(tabel(w.page), i, 0) for i in range(tabel(w.page).row_count())]
    assert any(satu.startswith("HP Xiaomi Redmi 12C dicatat diserahkan dua kali") for satu in baris)
    masuk(w)
    ke(w, SERI)
    tombol(w.page, text.BUKA_KEPUTUSAN).click()
    tunggu(lambda: w.page.__class__.__name__ == "DecisionsPage", "Perlu keputusan")


def putus(w: MainWindow) -> None:
    """Let a hand-over stand on one that another computer took back."""
    u = next(u for u in units(w) if u.seri == SERI)
    ops.alih(w.host.store, u.unit_id, {"masa_id": contoh_barang.masa(w._office, "09")})  # type: ignore[arg-type]
    w.host.store.write("uji", partial(_balik, u.serah_id))
    w._pages.mark_all()
    masuk(w)
    ke(w, SERI)


def _balik(serah_id: str, tx: Tx) -> None:
    tx.reverse("ponsel_serah", serah_id, "dibatalkan di komputer lain")


def test_a_hand_over_that_hangs_is_put_in_its_place(w: MainWindow) -> None:
    masuk(w)
    putus(w)
    assert "berdiri di atas catatan yang dibatalkan" in panel(w)
    tombol(w.page, text.SAMBUNG).click()
    pesan(w, "disusulkan")
    tunggu(lambda: "berdiri di atas" not in panel(w), "tersambung")
    u = next(u for u in units(w) if u.seri == SERI)
    assert (u.keadaan, u.nomor_rt, u.putus) == ("dipegang", "09", ())


def test_a_hand_over_that_hangs_is_taken_back(w: MainWindow) -> None:
    masuk(w)
    putus(w)
    tekan(Qt.Key.Key_S, mod=ALT)
    pesan(w, "Yang dapat diserahkan hanya barang")
    tombol(w.page, text.SAMBUNG_BATAL).click()
    sheet = lembar()
    assert "BAST pengalihan" in kata(sheet)
    ketik("tidak terjadi")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "dibatalkan")
    assert next(u for u in units(w) if u.seri == SERI).keadaan == "belum"
