"""The two-purse year of 2020 by keys: who still waits for what, from which purse, in rupiah."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.modules.insentif import kartu, queries, umur
from tests.ui import cerita_2020, daftar_insentif
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, baris
from tests.ui.dua_dompet import BARU, DISDUKCAPIL, KECAMATAN
from tests.ui.layar import CTRL, ENTER, TURUN, cari, pesan, sel, tabel, tekan, tunggu
from ui.kit.buttons import SecondaryButton
from ui.kit.chips import Chip
from ui.kit.kartu_angka import KartuAngka
from ui.kit.labels import Label, Notice
from ui.kit.table import DataTable
from ui.modules.insentif.kartu import text as teks
from ui.modules.insentif.kartu.halaman import KartuRT
from ui.shell.window import MainWindow

RT, NAMA, KOMPONEN, BULAN, JUMLAH, UMUR = range(6)


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    """The window after the year was played up to 10 August 2020, on *Belum dibayar*."""
    cerita_2020.kantor(tmp_path / "kantor")
    w = buka("kantor")
    cerita_2020.tetapkan(w)
    cerita_2020.bayar_triwulan_satu(w)
    cerita_2020.ganti_ketua(w)
    cerita_2020.belum_dibayar(w)
    return w


def isi(t: DataTable) -> set[tuple[str, ...]]:
    return {tuple(sel(t, i, ke) for ke in (RT, NAMA, KOMPONEN, BULAN, JUMLAH)) for i in range(t.row_count())}


def test_what_is_outstanding_to_whom_from_which_purse(w: MainWindow) -> None:
    t = tabel(w.page)
    utuh = [("RT 01", "Ahmad Suharto"), ("RT 02", "Rusdi"), ("RT 04", "Nurhayati"), ("RT 05", "Sopian Hadi, S.Pd")]
    harap = {(*siapa, DISDUKCAPIL, "Jan–Jul 2020", "1.400.000") for siapa in utuh}
    harap |= {(*siapa, KECAMATAN, "Apr–Jul 2020", "1.400.000") for siapa in utuh}
    harap |= {
        ("RT 03", "Mulyadi (mantan)", DISDUKCAPIL, "Jan–Mei 2020", "1.000.000"),
        ("RT 03", BARU, DISDUKCAPIL, "Jun dan Jul 2020", "400.000"),
        ("RT 03", "Mulyadi (mantan)", KECAMATAN, "Apr dan Mei 2020", "700.000"),
        ("RT 03", BARU, KECAMATAN, "Jun dan Jul 2020", "700.000"),
    }
    assert isi(t) == harap
    assert "Rp14.000.000" in cari(w.page, Notice).teks()
    hasil = umur.hitung(w.host.store.reader(), lingkup=(KELURAHAN,), hari=w.host.today)
    assert {k.komponen: k.jumlah for k in hasil.komponen} == {DISDUKCAPIL: 7_000_000, KECAMATAN: 7_000_000}
    assert hasil.jumlah == sum(b.jumlah for b in hasil.baris) == 5 * 7 * 200_000 + 5 * 4 * 350_000


def test_one_purse_by_its_chip(w: MainWindow) -> None:
    chip = cari(w.page, Chip, lambda c: c.text() == DISDUKCAPIL)
    chip.setFocus()
    tekan(Qt.Key.Key_Space)
    t = tabel(w.page)
    tunggu(lambda: t.row_count() == 6, "satu dompet")
    assert {sel(t, i, KOMPONEN) for i in range(6)} == {DISDUKCAPIL}
    kartu_ = [k for k in w.page.findChildren(KartuAngka) if k.isVisible()]
    assert sum(int(k.accessibleName().split("Rp")[1].split(",")[0].replace(".", "")) for k in kartu_) == 7_000_000
    assert cari(w.page, Label, lambda s: s.text() == "Rp7.000.000")


def test_the_card_says_what_both_heads_got_and_wait_for(w: MainWindow) -> None:
    t = tabel(w.page)
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    while sel(t, t.currentIndex().row(), NAMA) != "Mulyadi (mantan)":
        tekan(TURUN)
    tekan(ENTER)
    halaman = cari(w.page, KartuRT)
    tunggu(lambda: not w.jobs.sedang and len(halaman.findChildren(Notice)) > 0, "kartu")
    tunggu(lambda: "Rp2.800.000" in cari(halaman, Notice).teks(), "kartu RT 03")
    assert all(b.isEnabled() for b in halaman.findChildren(SecondaryButton) if b.teks in (teks.CETAK, teks.EXCEL))
    kata = cari(halaman, Label, lambda s: s.text().startswith("Sudah diterima")).text()
    assert f"{KECAMATAN} Rp1.050.000" in kata
    assert f"{DISDUKCAPIL} Rp0" in kata
    assert f"Mulyadi Rp1.700.000, {BARU} Rp1.100.000" in kata
    bulan = next(x for x in halaman.findChildren(DataTable) if x.row_count() == 14)
    assert [sel(bulan, i, 2) for i in range(4)] == [BARU] * 4
    assert {sel(bulan, i, 2) for i in range(4, 14)} == {"Mulyadi"}
    w.messages.tutup()
    tekan(Qt.Key.Key_Escape)
    tunggu(lambda: tabel(w.page).row_count() == 12, "kembali ke Belum dibayar")
    t = tabel(w.page)
    assert sel(t, t.currentIndex().row(), NAMA) == "Mulyadi (mantan)"
    k = kartu.susun(w.host.store.reader(), baris_id(w, "03"), hari=w.host.today)
    assert (k.sisa, k.dibayar) == (2_800_000, 1_050_000)


def test_the_arrears_become_one_rapel_and_are_then_gone(w: MainWindow) -> None:
    t = tabel(w.page)
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    assert sel(t, 0, KOMPONEN) == DISDUKCAPIL
    tekan(Qt.Key.Key_N, mod=CTRL)
    pesan(w, "Rapel")
    daftar = next(d for d in queries.semua_daftar(w.host.store.reader(), lingkup=KELURAHAN)
                  if d.komponen == DISDUKCAPIL)  # fmt: skip
    assert (daftar.periode, daftar.diterima, daftar.jumlah_penerima) == ("2020-01R07", 7_000_000, 6)
    daftar_insentif.kunci(w)
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "6 penerima")
    hasil = umur.hitung(w.host.store.reader(), lingkup=(KELURAHAN,), hari=w.host.today)
    assert {k.komponen: k.jumlah for k in hasil.komponen} == {KECAMATAN: 7_000_000}


def baris_id(w: MainWindow, nomor: str) -> str:
    """Return the post with a number."""
    return baris(w._office, nomor).jabatan_id  # type: ignore[arg-type]


def test_a_card_without_anything_is_not_printed(kantor_kosong: MainWindow) -> None:
    w = kantor_kosong
    w.host.go("insentif", "lain/kartu")
    halaman = cari(w.page, KartuRT)
    tunggu(lambda: not w.jobs.sedang, "kartu")
    keluar = [b for b in halaman.findChildren(SecondaryButton) if b.teks in (teks.CETAK, teks.EXCEL)]
    assert [b.isEnabled() for b in keluar] == [False, False]
