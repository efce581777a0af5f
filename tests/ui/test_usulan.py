"""The page Usulan by keys: proposals entered, statuses of many, duplicates merged and parted, the order, the ways."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import ops as laporan
from sipokat_desktop.modules.usulan import ops, queries
from sipokat_desktop.modules.usulan.model import Usulan
from tests.ui import contoh_kantor, contoh_usulan
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_usulan import TAHUN
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
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.cards import KartuAngka, SidePanel
from ui.kit.chips import Chip
from ui.kit.dialog import Sheet
from ui.kit.preview import Preview
from ui.modules.usulan import text, text_lembar
from ui.modules.usulan.page import UsulanPage
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


def masuk(w: MainWindow) -> MainWindow:
    contoh_usulan.jam(w._office)  # type: ignore[arg-type]
    w._pages.forget()
    w.show_page("usulan")
    siap(w)
    return w


def siap(w: MainWindow) -> None:
    tunggu(lambda: not w.jobs.sedang, "selesai dimuat")


def kolom(w: MainWindow, judul: str) -> list[str]:
    t = tabel(w.page)
    ke = [k.judul for k in t._rows.kolom].index(judul)
    return [sel(t, i, ke) for i in range(t.row_count())]


def semua(w: MainWindow, tahun: int = TAHUN) -> list[Usulan]:
    return queries.daftar(w.host.store.reader(), lingkup=[KELURAHAN], tahun=tahun)


def pilih(w: MainWindow, judul: str) -> None:
    """Go to the row of a proposal."""
    t = tabel(w.page)
    t.setFocus()
    t.select(next(u.usulan_id for u in semua(w) if u.judul == judul))


def kata(induk: QWidget) -> str:
    return "\n".join(label.text() for label in induk.findChildren(QLabel))


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


def _dicatat(sheet: Sheet, judul: str) -> bool:
    return judul in sheet.pesan.teks() and sheet.utama.isEnabled()


def test_five_proposals_are_entered_by_keys_alone(kosong: MainWindow) -> None:
    w = kosong
    assert text.KOSONG.format(tahun=2027) in kata(tabel(w.page))
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


def test_filters_and_sums_are_honest(w: MainWindow) -> None:
    assert "9 usulan · perkiraan biaya Rp552.500.000 (3 belum ada biayanya)" in kata(w.page)
    cari(w.page, Chip, lambda c: c.text() == "Tanpa perkiraan biaya").click()
    assert "3 dari 9 usulan · belum ada yang diperkirakan biayanya" in kata(w.page)
    cari(w.page, Chip, lambda c: c.text() == text.SEMUA).click()
    tabel(w.page).setFocus()
    ketik("melati")
    tunggu(lambda: tabel(w.page).row_count() == 1, "satu")
    assert "1 dari 9 usulan · perkiraan biaya Rp150.000.000" in kata(w.page)
    tekan(ESC)
    ketik("zzz")
    tunggu(lambda: text.TAK_KETEMU in kata(tabel(w.page)), "tidak ketemu")
    assert "0 dari 9 usulan" in kata(w.page)


def test_a_proposal_is_made_again_next_year(w: MainWindow) -> None:
    pilih(w, "Talud tepi sungai di belakang rumah warga")
    tekan(Qt.Key.Key_N, mod=ALT)
    sheet = lembar()
    assert form(sheet).nilai()["tahun"] == "2028"
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: text.JUDUL_TAHUN.format(tahun=2028) in kata(w.page), "tahun yang baru tampil")
    siap(w)
    assert [(u.judul, u.status, u.dari_id != "") for u in semua(w, 2028)] == [
        ("Talud tepi sungai di belakang rumah warga", "draf", True)
    ]
    assert text.SATU_SEBELUMNYA.format(tahun=2027, status="Ditunda") in kata(cari(w.page, SidePanel))


def menu(w: MainWindow, pilihan: str, key: Qt.Key = Qt.Key.Key_T, mod: Qt.KeyboardModifier = ALT) -> None:
    """Choose a line of a menu of the page by keys."""
    from PySide6.QtTest import QTest

    w.activateWindow()
    tabel(w.page).setFocus()
    tekan(key, mod=mod)
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "menu terbuka")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    ke = next(i for i, aksi in enumerate(popup.actions()) if aksi.text().startswith(pilihan))
    for _ in range(ke + 1):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)


def test_a_recorded_status_is_put_right_and_taken_away(w: MainWindow) -> None:
    pilih(w, "Cor beton jalan lingkungan Gang Melati")
    menu(w, text.STATUS_RIWAYAT)
    sheet = lembar()
    assert tabel(sheet).row_count() == 3
    tekan(ENTER)
    tunggu(lambda: QApplication.activeModalWidget() is not sheet, "formulir terbuka")
    ubah = lembar()
    isian("dokumen", ubah)
    ganti("BA 1/2026")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(ubah)
    tunggu(lambda: sel(tabel(sheet), 0, 3) == "BA 1/2026", "diubah")
    tabel(sheet).setFocus()
    tekan(Qt.Key.Key_Delete)
    tunggu(lambda: tabel(sheet).row_count() == 2, "dihapus")
    sheet.reject()
    tertutup(sheet)
    siap(w)
    assert next(u for u in semua(w) if "Melati" in u.judul).status == "lurah"


@pytest.mark.parametrize("pilihan", ["Daftar usulan Musrenbang", "Apa kabar usulan"])
def test_papers_are_shown_as_they_are_printed(w: MainWindow, pilihan: str) -> None:
    pilih(w, "Cor beton jalan lingkungan Gang Melati")
    menu(w, pilihan, Qt.Key.Key_P, CTRL)
    tunggu(lambda: w.findChildren(Preview), "pratinjau", 20)
    w.findChildren(Preview)[-1].done(0)


def test_beranda_counts_and_leads_to_the_drafts(w: MainWindow) -> None:
    w.show_page("beranda")
    w._pages.mark_all()
    w.refresh()
    kartu = cari(w.page, KartuAngka, lambda k: k.accessibleName().startswith("Usulan"))
    assert kartu.accessibleName() == "Usulan 2027: 9, 8 belum selesai"
    t = tabel(w.page)
    baris = [sel(t, i, 0) for i in range(t.row_count())]
    t.setFocus()
    tekan(Qt.Key.Key_Home, *[TURUN] * baris.index(text.TUGAS_DRAF.format(n=4, tahun=TAHUN)))
    tekan(ENTER)
    siap(w)
    assert isinstance(w.page, UsulanPage)
    assert set(kolom(w, "Status")) == {"Draf"}
    assert tabel(w.page).row_count() == 4


def test_a_post_leads_to_what_it_proposes(w: MainWindow) -> None:
    jabatan_id = next(u.jabatan_id for u in semua(w) if u.nomor_rt == "02")
    w.show_page("usulan", f"rt:{jabatan_id}")
    siap(w)
    assert kolom(w, "Usulan") == ["Lampu jalan di simpang pos ronda"]


def test_what_another_act_changes_is_shown_and_a_draft_survives(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    isian("judul", sheet)
    ketik("Belum selesai diketik")
    u = semua(w)[0]
    w.host.act(lambda: ops.ubah(w.host.store, u.usulan_id, {"judul": "Judul dari komputer lain"}))
    tunggu(lambda: "Judul dari komputer lain" in kolom(w, "Usulan"), "tabel disegarkan")
    assert form(sheet).nilai()["judul"] == "Belum selesai diketik"
    tekan(ESC)
    tertutup(sheet)
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    assert form(sheet).nilai()["judul"] == "Belum selesai diketik"
    tombol(sheet, "Buang").click()
    assert sheet.windowTitle() == text_lembar.TAMBAH_JUDUL
    sheet.buang()
    tertutup(sheet)


def test_reports_are_tied_to_a_proposal_and_taken_away(w: MainWindow) -> None:
    rt01 = next(u for u in semua(w) if u.nomor_rt == "01")
    for uraian in ("Gotong royong membersihkan Gang Melati", "Ronda malam"):
        isi = {"tanggal": "2/12/2026", "bidang": "2", "jenis": "gotong_royong", "uraian": uraian}
        laporan.catat(w.host.store, KELURAHAN, [rt01.jabatan_id], isi)
    pilih(w, rt01.judul)
    menu(w, text.HUBUNGKAN)
    sheet = lembar()
    assert tabel(sheet).row_count() == 2
    ketik("melati")
    tunggu(lambda: tabel(sheet).row_count() == 1, "disaring")
    tekan(TURUN, ENTER)
    tertutup(sheet)
    siap(w)
    assert "Gotong royong membersihkan Gang Melati" in kata(cari(w.page, SidePanel))
    assert tombol(w.page, text.BUKA_DASAR)
    menu(w, text.LEPASKAN)
    sheet = lembar()
    tekan(ENTER)
    tertutup(sheet)
    siap(w)
    assert text.DASAR not in kata(cari(w.page, SidePanel))


@pytest.mark.parametrize("akhiran", [".xlsx", ".csv"])
def test_the_list_of_a_year_is_written_to_a_file(
    w: MainWindow, akhiran: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tujuan = tmp_path / f"usulan{akhiran}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tujuan), ""))
    if akhiran == ".csv":
        menu(w, text.CSV, Qt.Key.Key_L)
    else:
        tekan(Qt.Key.Key_E, mod=ALT)
    pesan(w, str(tujuan))
    if akhiran == ".csv":
        assert "Cor beton jalan lingkungan Gang Melati" in tujuan.read_text(encoding="utf-8-sig")
    else:
        assert tujuan.read_bytes()[:2] == b"PK"
