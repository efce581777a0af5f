"""The page Usulan by keys: proposals entered, statuses of many, duplicates merged and parted, the order, the ways."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.modules.usulan import ops
from tests.ui import contoh_kantor, contoh_usulan
from tests.ui.conftest import Buka
from tests.ui.halaman_usulan import kata, kolom, masuk, menu, pilih, semua
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TAB,
    TURUN,
    cari,
    form,
    ganti,
    isian,
    ketik,
    lembar,
    pesan,
    siap,
    tabel,
    tekan,
    tertutup,
    tunggu,
)
from ui.kit.buttons import PrimaryButton
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.dialog import Sheet
from ui.modules.usulan import text
from ui.shell.window import MainWindow

NAIK = Qt.Key.Key_Up
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kosong(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office with nine heads of RT and no proposal, on the page."""
    with closing(Office(tmp_path / "kosong")) as office:
        contoh_usulan.jam(office)
        contoh_kantor.kantor_kecil(office)
    return masuk(buka("kosong"))


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office with nine proposals in every state, on the page."""
    contoh_usulan.siapkan(tmp_path / "kantor")
    return masuk(buka("kantor"))


def catat(nomor: str, judul: str, volume: str, satuan: str, biaya: str) -> None:
    """Type one proposal from its RT on; Enter goes to the next input."""
    ketik(nomor)
    tekan(ENTER)
    ketik(judul)
    tekan(ENTER, ENTER)
    ketik(volume)
    tekan(ENTER)
    ketik(satuan)
    tekan(ENTER)
    ketik(biaya)
    tekan(Qt.Key.Key_N, mod=CTRL)


def utama(w: MainWindow) -> list[tuple[str, bool]]:
    """Return the main actions of the page, each with whether it stands in what an empty page says."""
    semua = [b for b in w.page.findChildren(PrimaryButton) if b.isVisible() and b.menonjol]
    return [(b.text(), isinstance(b.parentWidget(), EmptyState)) for b in semua]


def _dicatat(sheet: Sheet, judul: str) -> bool:
    return judul in sheet.pesan.teks() and sheet.utama.isEnabled()


def test_five_proposals_are_entered_by_keys_alone(kosong: MainWindow) -> None:
    w = kosong
    assert text.KOSONG.format(tahun=2027) in kata(tabel(w.page))
    assert utama(w) == [(text.TAMBAH, True)], "yang di tengah halaman kosong"
    tekan(ENTER)
    sheet = lembar()
    ketik("Drain")
    tekan(ENTER)
    lima = [(f"RT 0{n}", f"Perbaikan siring nomor {n}", f"{n}0,5", "m", f"{n}000000") for n in range(1, 6)]
    for satu in lima:
        catat(*satu)
        tunggu(partial(_dicatat, sheet, satu[1]), "siap untuk berikutnya")
        assert form(sheet).nilai()["kategori"] == "drainase", "kategori diingat"
    assert "5 usulan sudah dicatat" in sheet.pesan.teks()
    tekan(ESC, ESC)
    tertutup(sheet)
    siap(w)
    u = next(u for u in semua(w) if u.nomor_rt == "03")
    assert (u.judul, u.kata_volume, u.biaya, u.kategori, u.pengusul) == (
        "Perbaikan siring nomor 3", "30,5 m", 3_000_000, "drainase", "Iskandar Muda",
    )  # fmt: skip
    assert len(semua(w)) == tabel(w.page).row_count() == 5
    assert "5 usulan · perkiraan biaya Rp15.000.000" in kata(w.page)
    assert utama(w) == [(text.TAMBAH, False)], "yang di kepala halaman"


def test_what_cannot_be_saved_is_said_beside_its_input(kosong: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    ketik("Jalan")
    isian("volume", sheet)
    ketik("seratus")
    tekan(TAB)
    assert "angka" in form(sheet).pesan("volume")
    isian("volume", sheet)
    ganti("100")
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("jabatan_id"), "RT harus diisi"
    isian("jabatan_id", sheet)
    ketik("Kelurahan")
    isian("judul", sheet)
    ketik("Cor jalan")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: form(sheet).pesan("satuan"), "satuan diminta")
    isian("satuan", sheet)
    ketik("m")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(kosong)
    assert [(u.judul, u.kata_rt) for u in semua(kosong)] == [("Cor jalan", "Kelurahan")]


def test_a_status_is_recorded_for_many_and_undone(w: MainWindow) -> None:
    pilih(w, "Perbaikan siring Jalan Kenanga")
    tekan(TURUN, TURUN, mod=SHIFT)
    tekan(Qt.Key.Key_S, mod=ALT)
    sheet = lembar()
    assert "3 usulan" in kata(sheet)
    ketik("Ditunda")
    tunggu(form(sheet).field("alasan").isVisible, "alasan diminta")
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("alasan")
    isian("alasan", sheet)
    ketik("Anggaran belum ada")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "3 usulan dicatat Ditunda.")
    siap(w)
    assert kolom(w, "Status").count("Ditunda") == 4
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: kolom(w, "Status").count("Ditunda") == 1, "diurungkan")


def test_the_status_that_follows_is_offered_and_a_step_back_is_doubted(w: MainWindow) -> None:
    pilih(w, "Cor beton jalan lingkungan Gang Melati")
    tekan(Qt.Key.Key_S, mod=ALT)
    sheet = lembar()
    assert form(sheet).nilai()["status"] == "kecamatan"
    isian("tanggal", sheet)
    ganti("2/12/2026")
    tunggu(lambda: "Periksa tanggalnya" in kata(sheet), "diragukan")
    ganti("8/12/2026")
    tunggu(lambda: "Periksa tanggalnya" not in kata(sheet), "tidak diragukan lagi")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(w)
    assert "8 Desember 2026 · Musrenbang kecamatan" in kata(cari(w.page, SidePanel))
    assert "Dokumen: BA 050/07/2026" in kata(cari(w.page, SidePanel))


def test_likely_duplicates_are_merged_and_the_merge_undone(w: MainWindow) -> None:
    pilih(w, "Perbaikan siring Jalan Kenanga")
    tekan(Qt.Key.Key_G, mod=ALT)
    sheet = lembar()
    tunggu(lambda: tabel(sheet).row_count() == 1 and sheet.utama.isEnabled(), "pasangan ditemukan")
    isi = kata(sheet)
    assert all(satu in isi for satu in ("120 m", "150 m", "Rp85.000.000")), "keduanya berdampingan"
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: tabel(sheet).row_count() == 0, "pasangan itu selesai")
    tekan(ESC, ESC)
    tertutup(sheet)
    siap(w)
    u = next(u for u in semua(w) if u.anggota)
    assert (u.kata_rt, u.kk_semua) == ("RT 03, RT 05", 72)
    assert tabel(w.page).row_count() == 8
    pilih(w, u.judul)
    assert text.GABUNGAN in kata(cari(w.page, SidePanel))
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: tabel(w.page).row_count() == 9, "berdiri sendiri lagi")
    assert not any(u.anggota for u in semua(w))


def test_chosen_proposals_are_merged_into_the_one_that_stays(w: MainWindow) -> None:
    pilih(w, "Lampu jalan di simpang pos ronda")
    tekan(TURUN, mod=SHIFT)
    tekan(Qt.Key.Key_G, mod=ALT)
    sheet = lembar()
    isian("tetap", sheet)
    ketik("Kelurahan")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    siap(w)
    u = next(u for u in semua(w) if u.anggota)
    assert u.judul == "Rehab atap kantor kelurahan"
    pilih(w, "Cor beton jalan lingkungan Gang Melati")
    ops.gabungkan(w.host.store, u.usulan_id, [next(s.usulan_id for s in semua(w) if "Melati" in s.judul)])
    w._pages.mark_all()
    w.refresh()
    siap(w)
    pilih(w, u.judul)
    menu(w, text.PISAH_SATU.format(siapa="RT 01"))
    tunggu(lambda: tabel(w.page).row_count() == 8, "satu dipisahkan")
    assert "Rehab" in next(s for s in semua(w) if s.anggota).judul
    menu(w, text.PISAH)
    tunggu(lambda: tabel(w.page).row_count() == 9, "dipisahkan")


def test_the_order_follows_alt_and_arrows_with_its_number(w: MainWindow) -> None:
    pilih(w, "Lampu jalan di simpang pos ronda")
    tekan(NAIK, NAIK, mod=ALT)
    assert kolom(w, "Usulan")[0] == "Lampu jalan di simpang pos ronda", "tampak seketika"
    assert kolom(w, "No")[:4] == ["1", "2", "3", "4"]
    siap(w)
    assert semua(w)[0].judul == "Lampu jalan di simpang pos ronda"
    tekan(NAIK, mod=ALT)
    pesan(w, "paling atas")
    pilih(w, "Sumur bor untuk musala dan warga sekitar")
    for _ in range(7):
        tekan(NAIK, mod=ALT)
    siap(w)
    assert semua(w)[0].judul == "Sumur bor untuk musala dan warga sekitar"
    assert [u.prioritas for u in semua(w)][:5] == [1, 2, 3, 4, 5], "yang dilewati ikut bernomor"
    assert tabel(w.page).current_id() == semua(w)[0].usulan_id, "barisnya tetap dipilih"


def test_rows_that_are_filtered_out_are_passed_over(w: MainWindow) -> None:
    t = tabel(w.page)
    t.setFocus()
    ketik("siring")
    tunggu(lambda: t.row_count() == 2, "dua usulan siring")
    t.select(next(u.usulan_id for u in semua(w) if "Jl. Kenanga" in u.judul))
    t.setFocus()
    tekan(NAIK, mod=ALT)
    siap(w)
    judul = [u.judul for u in semua(w)]
    assert judul.index("Perbaikan siring Jl. Kenanga") == judul.index("Perbaikan siring Jalan Kenanga") - 1
    assert judul[0] == "Cor beton jalan lingkungan Gang Melati", "yang tidak tampak tetap di tempatnya"
