"""*Bagaimana bila* by keys: what is missing is said there, the result adds up, saving goes through the forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sipokat_desktop.modules.insentif import queries
from tests.ui import dua_dompet
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    CTRL,
    SPASI,
    cari,
    fokus,
    form,
    isian,
    ketik,
    lembar,
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.chips import Chip
from ui.kit.labels import Label, Notice
from ui.modules.insentif.simulasi import text
from ui.shell.window import MainWindow

H, S = Qt.Key.Key_H, Qt.Key.Key_S


@pytest.fixture
def w(tahun_2020: MainWindow) -> MainWindow:
    tahun_2020.show_page("insentif", "lain/simulasi")
    return tahun_2020


def coba(w: MainWindow, **nilai: str) -> None:
    for kunci, kata in nilai.items():
        isian(kunci, w.page)
        ketik(kata)
    tekan(H, mod=CTRL)
    tunggu(lambda: not w.jobs.sedang, "terhitung")


def test_what_is_missing_is_said_beside_its_input(w: MainWindow) -> None:
    tekan(H, mod=CTRL)
    assert form(w.page).pesan("jumlah") == text.KOSONG_SEMUA
    coba(w, jumlah="750000")
    assert form(w.page).pesan("mulai") == text.LENGKAPI_MULAI
    assert fokus() is form(w.page).field("mulai")
    coba(w, mulai="Juli", persen="200", batas="3")
    assert "0 sampai 100" in form(w.page).pesan("persen")


def test_budget_by_month_and_who_loses(w: MainWindow) -> None:
    coba(w, komponen=dua_dompet.KECAMATAN, jumlah="175000", mulai="Oktober 2020")
    t = tabel(w.page)
    tunggu(lambda: t.row_count() == 12, "dua belas bulan")
    kini = [int(sel(t, i, 1).replace(".", "")) for i in range(12)]
    nanti = [int(sel(t, i, 2).replace(".", "")) for i in range(12)]
    assert kini == [1_750_000] * 12
    assert nanti == [1_750_000] * 9 + [875_000] * 3
    assert cari(w.page, Label, lambda s: "Rp21.000.000 → Rp18.375.000 (−2.625.000)" in s.text())
    cari(w.page, Chip, lambda c: c.text() == "Berkurang").setFocus()
    tekan(SPASI)
    tunggu(lambda: tabel(w.page).row_count() == 5, "lima yang berkurang")
    assert {sel(tabel(w.page), i, 4) for i in range(5)} == {"−525.000"}
    semua = queries.pilih_komponen(w.host.store.reader(), lingkup=KELURAHAN, nama=dua_dompet.KECAMATAN).tarif
    assert [t.jumlah for t in semua] == [350_000]
    assert cari(w.page, Notice).teks()


def test_what_was_tried_is_kept_through_the_form(w: MainWindow) -> None:
    coba(w, komponen=dua_dompet.KECAMATAN, jumlah="750000", mulai="Juli 2020")
    tombol(w.page, text.SIMPAN).click()
    sheet = lembar()
    assert form(sheet).nilai()["jumlah"] == "750.000"
    assert form(sheet).nilai()["mulai"] == "2020-07"
    isian("dasar_hukum", sheet)
    ketik("Perwal 9/2020")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    k = queries.pilih_komponen(w.host.store.reader(), lingkup=KELURAHAN, nama=dua_dompet.KECAMATAN)
    assert [(t.mulai, t.jumlah) for t in sorted(k.tarif)] == [("2020-01", 350_000), ("2020-07", 750_000)]


def test_what_the_city_lays_down_is_tried_but_not_kept(pc1: MainWindow) -> None:
    pc1.show_page("insentif", "lain/simulasi")
    coba(pc1, jumlah="750000", mulai="Juli")
    tunggu(lambda: tabel(pc1.page).row_count() == 12, "terhitung")
    assert cari(pc1.page, Label, lambda s: text.BUKAN_KANTOR in s.text())
    assert not [b for b in pc1.page.findChildren(QPushButton) if b.isVisible() and b.text() == text.SIMPAN]
