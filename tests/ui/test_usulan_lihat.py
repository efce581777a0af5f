"""The page Usulan by keys: filters and sums, next year, papers and files, reports tied, the ways to it and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from sipokat_desktop.modules.laporan import ops as laporan
from sipokat_desktop.modules.usulan import ops
from sipokat_desktop.modules.usulan import text as usulan
from sipokat_desktop.modules.usulan.model import Usulan
from sipokat_desktop.modules.usulan.queries import saring
from tests.ui import contoh_usulan
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_usulan import TAHUN
from tests.ui.halaman_usulan import kata, kolom, masuk, menu, pilih, semua
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TURUN,
    beranda,
    cari,
    fokus,
    form,
    ganti,
    isian,
    ke_tugas,
    ketik,
    lembar,
    pesan,
    sel,
    siap,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.cards import SidePanel
from ui.kit.chips import Chip
from ui.kit.preview import Preview
from ui.modules.usulan import text, text_lembar
from ui.modules.usulan.page import UsulanPage
from ui.modules.usulan.prioritas import geser
from ui.shell.window import MainWindow

NAIK = Qt.Key.Key_Up
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office with nine proposals in every state, on the page."""
    contoh_usulan.siapkan(tmp_path / "kantor")
    return masuk(buka("kantor"))


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


def chip(w: MainWindow) -> dict[str, str]:
    """Return how many every chip that is shown counts."""
    return {c.text(): c.accessibleName().removeprefix(c.text()).strip() for c in w.page.findChildren(Chip)
            if c.isVisible()}  # fmt: skip


def test_every_proposal_is_under_one_chip_and_keeps_its_status_when_made_again(w: MainWindow) -> None:
    assert chip(w) == {
        "Semua": "9", "Berjalan": "7", "Ditunda": "1", "Ditolak": "1", "Tanpa perkiraan biaya": "3",
        "Tanpa prioritas": "4",
    }  # fmt: skip
    pilih(w, "Pembangunan pos ronda")
    tekan(Qt.Key.Key_N, mod=ALT)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: text.JUDUL_TAHUN.format(tahun=2028) in kata(w.page), "tahun yang baru tampil")
    w.show_page("usulan", f"saring:ditolak:{TAHUN}")
    tunggu(lambda: kolom(w, "Status") == ["Ditolak · lagi 2028"], "ditolak tetap terbaca")
    assert chip(w)["Ditolak"] == "1"
    assert tombol(w.page, text.CETAK)
    assert [b.text() for b in w.page.findChildren(QPushButton) if b.isVisible() and b.text() == text.CETAK] == [
        text.CETAK
    ], "hanya satu tombol Cetak"


@given(st.sampled_from([*usulan.STATUS, "entah"]), st.sampled_from((0, 2028)))
def test_the_chips_of_states_part_all_proposals(status: str, lagi: int) -> None:
    u = Usulan("u", KELURAHAN, "", "", TAHUN, "jalan", "Cor jalan", status=status, lagi=lagi)
    chip_ = [kunci for kunci, _ in usulan.SARINGAN[:5] if saring([u], kunci)]
    assert len(chip_) == 1
    assert (chip_[0] == status) == (status in ("terlaksana", "ditolak") or (status == "ditunda" and not lagi))
    assert u.terbuka == (chip_[0] in ("berjalan", "ditunda"))


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
    assert next(u for u in semua(w) if "Talud" in u.judul).lagi == 2028
    assert text.SATU_SEBELUMNYA.format(tahun=2027, status="Ditunda") in kata(cari(w.page, SidePanel))


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
    assert beranda(w, "Usulan") == "Usulan 2027: 9, 8 belum selesai"
    ke_tugas(w, text.TUGAS_DRAF.format(n=4, tahun=TAHUN))
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


@given(st.data())
def test_what_is_moved_passes_one_visible_row_and_nothing_else_changes_places(data: st.DataObject) -> None:
    daftar = [str(n) for n in range(data.draw(st.integers(2, 9)))]
    tampak = [id for id in daftar if data.draw(st.booleans())]
    pilih_ = {id for id in tampak if data.draw(st.booleans())}
    if not pilih_:
        return
    arah = data.draw(st.sampled_from((-1, 1)))
    baru = geser(daftar, tampak, pilih_, arah)
    tetap, blok = [id for id in daftar if id not in pilih_], [id for id in tampak if id in pilih_]
    if tampak[0 if arah < 0 else -1] in pilih_ and not baru:
        return
    assert sorted(baru) == sorted(daftar)
    assert [id for id in baru if id not in pilih_] == tetap, "yang lain tetap berurutan"
    ke = baru.index(blok[0])
    assert baru[ke : ke + len(blok)] == blok, "yang dipindah berdampingan"
    tepi = tampak[tampak.index(blok[0] if arah < 0 else blok[-1]) + arah]
    assert baru[ke + len(blok) if arah < 0 else ke - 1] == tepi, "melewati satu baris yang tampak"


def test_tab_reaches_everything_in_reading_order(w: MainWindow) -> None:
    tunggu(tabel(w.page).hasFocus, "mulai di tabel")
    dilihat: list[str] = []
    for _ in range(30):
        tekan(Qt.Key.Key_Tab)
        dilihat.append(fokus().accessibleName())
        if fokus() is tabel(w.page):
            break
    awal = dilihat.index(text.LAINNYA)
    assert dilihat[awal : awal + 5] == [text.LAINNYA, text.EXCEL, text.CETAK, text.TAMBAH, text.SARING]
    assert dilihat.index(text.KATEGORI) < dilihat.index("Semua 9") < dilihat.index(text.KOLOM)
