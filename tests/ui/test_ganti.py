"""Ganti ketua RT by keys: three steps, mistakes beside their input, somebody on record, draft, paper, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.modules.ponsel import ops as ponsel
from sipokat_desktop.modules.ponsel import queries as ponsel_queries
from sipokat_desktop.modules.rt import ops
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TURUN,
    cari,
    dialog,
    form,
    halaman,
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
from tests.ui.test_riwayat import roster
from ui.kit.dialog import Sheet
from ui.kit.filter import FilterField
from ui.kit.preview import Preview
from ui.modules.rt import ganti, text
from ui.modules.rt.ganti_periksa import Periksa
from ui.shell.window import MainWindow

S = Qt.Key.Key_S


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def buka(w: MainWindow, nomor: str = "05") -> Sheet:
    ganti.buka(w.page, w.host, roster(w, nomor))
    return lembar()


def tampak(sheet: Sheet, kata: str) -> QLabel:
    return cari(sheet, QLabel, lambda s: kata in s.text())


def berhenti(akhir: str = "14/3/2026") -> None:
    """The first step by keys: the day, the second reason."""
    ketik(akhir)
    tekan(ENTER)
    tekan(TURUN, TURUN, ENTER)


def tutup_cetakan(w: MainWindow) -> None:
    """Leave the preview and give the keyboard back to the window."""
    pratinjau = dialog()
    pratinjau.reject()
    tertutup(pratinjau)
    w.activateWindow()


def test_three_steps_by_keys_one_act_the_paper_and_undo(w: MainWindow) -> None:
    sheet = buka(w)
    berhenti()
    ketik("Budi Santoso")
    tekan(S, mod=CTRL)
    assert tampak(sheet, "Hasan Basri berhenti 14 Maret 2026 (mengundurkan diri).")
    assert tampak(sheet, "Budi Santoso mulai menjabat 15 Maret 2026.")
    assert tampak(sheet, "Maret 2026: tanggal 1–14 Hasan Basri")
    tekan(TURUN, TURUN, ENTER)
    ketik("layar retak")
    assert sheet.utama.text() == text.GANTI_SIMPAN
    tekan(S, mod=CTRL)
    tunggu(lambda: isinstance(dialog(), Preview), "berita acara")
    tutup_cetakan(w)
    b = roster(w, "05")
    assert (b.nama, b.tmt) == ("Budi Santoso", "2026-03-15")
    serah = w.host.store.reader().execute("SELECT serah_terima FROM rt_masa WHERE id = ?", (b.masa_id,)).fetchone()[0]
    assert serah.startswith("HP dinas: ")
    assert "layar retak" in serah
    assert pesan(w, "diganti") == "Ketua RT 05 diganti: Hasan Basri digantikan Budi Santoso."
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: roster(w, "05").nama == "Hasan Basri", "diurungkan")
    assert "Diurungkan: Ganti ketua · RT 05" in pesan(w, "Diurungkan")
    tunggu(lambda: not w.jobs.sedang)
    tekan(Qt.Key.Key_Y, mod=CTRL)
    tunggu(lambda: roster(w, "05").nama == "Budi Santoso", "dilakukan lagi")


def test_the_row_stays_chosen_when_its_head_has_changed(w: MainWindow) -> None:
    t = tabel(w.page)
    t.select(roster(w, "05").masa_id or "")
    sheet = buka(w)
    berhenti()
    ketik("Budi Santoso")
    tekan(S, mod=CTRL)
    form(sheet).isi({"cetak": ""})
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: roster(w, "05").nama == "Budi Santoso", "diganti")
    tunggu(lambda: t.current_id() == roster(w, "05").masa_id, "baris RT 05 tetap terpilih")
    assert cari(w.page, QLabel, lambda s: s.text() == "RT 05 · Budi Santoso")


def test_what_is_missing_or_wrong_is_said_beside_its_input(w: MainWindow) -> None:
    sheet = buka(w)
    isi = form(sheet)
    tekan(S, mod=CTRL)
    assert isi.pesan("akhir_nyata") == "Hari terakhir menjabat belum diisi."
    assert isi.field("akhir_nyata").hasFocus()
    berhenti("1/1/2020")
    assert "TMT" in isi.pesan("akhir_nyata") or "mulai" in isi.pesan("akhir_nyata")
    isian("akhir_nyata", sheet)
    tekan(Qt.Key.Key_A, mod=CTRL)
    ketik("14/3/2026")
    tekan(S, mod=CTRL)
    ketik("Budi")
    baru = form(sheet)
    isian("nik", sheet)
    ketik("1673085301840016")
    tekan(S, mod=CTRL)
    assert "NIK ini sudah terdaftar sebagai Ketua RT 01" in baru.pesan("nik")
    isian("nik", sheet)
    tekan(Qt.Key.Key_A, mod=CTRL)
    tekan(Qt.Key.Key_Backspace)
    isian("tmt", sheet)
    ketik("1/3/2026")
    tekan(S, mod=CTRL)
    assert baru.pesan("tmt")
    assert baru.field("tmt").hasFocus()
    assert roster(w, "05").nama == "Hasan Basri"


def test_esc_goes_back_a_step_and_leaves_a_draft(w: MainWindow) -> None:
    sheet = buka(w)
    berhenti()
    ketik("Budi Santoso")
    assert sheet.kedua.text() == text.GANTI_KEMBALI
    tekan(ESC)
    assert form(sheet).nilai()["akhir_nyata"] == "14/3/2026"
    tekan(ESC)
    tertutup(sheet)
    assert pesan(w, "draf")
    sheet = buka(w)
    assert form(sheet).nilai()["akhir_nyata"] == "14/3/2026"
    tekan(S, mod=CTRL)
    assert form(sheet).nilai()["nama"] == "Budi Santoso"


def test_somebody_on_record_is_found_and_taken(w: MainWindow) -> None:
    store = w.host.store
    akhir = {"akhir_nyata": "2026-01-31", "alasan_akhir": "pindah"}
    ops.akhiri(store, masa_id=roster(w, "08").masa_id or "", isian=akhir)
    sheet = buka(w)
    berhenti()
    cari(sheet, FilterField).setFocus()
    ketik("rosmala")
    tunggu(lambda: sel(tabel(sheet), 0, 0) == "Rosmala Dewi", "ditemukan")
    tekan(ENTER)
    tunggu(lambda: form(sheet).nilai()["nik"] == "1673017009800014", "terisi")
    assert tampak(sheet, "Memakai data Rosmala Dewi")
    tekan(S, mod=CTRL)
    tekan(S, mod=CTRL)
    tunggu(lambda: isinstance(dialog(), Preview), "berita acara")
    tutup_cetakan(w)
    assert roster(w, "05").nama == "Rosmala Dewi"
    assert store.reader().execute("SELECT count(*) FROM rt_orang WHERE nama = 'Rosmala Dewi'").fetchone()[0] == 1


def test_a_vacant_post_needs_two_steps_only(w: MainWindow) -> None:
    ops.tambah_kosong(w.host.store, w.host.lingkup, {"nomor": "20"})
    sheet = buka(w, "20")
    assert sheet.windowTitle() == "Isi ketua RT 20"
    ketik("Nurhayati")
    isian("tmt", sheet)
    ketik("1/5/2026")
    tekan(S, mod=CTRL)
    assert tampak(sheet, "Nurhayati mulai menjabat 1 Mei 2026.")
    tekan(TURUN)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    assert pesan(w, "Nurhayati") == "Nurhayati dicatat sebagai ketua RT 20."
    assert tombol(w, text.TAMBAH)


@pytest.mark.parametrize(("turun", "alasan", "usul"), [(2, "mengundurkan diri", "alih"), (3, "meninggal", "belum")])
def test_what_the_old_head_holds_is_asked_and_goes_with_the_change(
    w: MainWindow, turun: int, alasan: str, usul: str
) -> None:
    """The phone on record stands in the last step, proposed to be passed on; a dead head's stays with the family."""
    store, hari = w.host.store, w.host.today
    hp = ponsel.simpan_unit(store, w.host.lingkup, {"merek": "Samsung", "seri": "R58A1"}).value
    lama, kunci = roster(w, "05"), f"barang.ponsel.{hp}"
    ponsel.serah(store, hp, {"masa_id": str(lama.masa_id), "tanggal": "1/3/2026"})
    sheet = buka(w)
    ketik("14/3/2026")
    tekan(ENTER, *[TURUN] * turun, ENTER)
    ketik("Budi Santoso")
    tekan(S, mod=CTRL)
    tampak(sheet, f"({alasan})")
    tampak(sheet, "HP Samsung · seri R58A1")
    kartu = cari(sheet, Periksa).form
    assert list(kartu.draf())[:2] == [kunci, "serah_seragam"]
    assert kartu.nilai()[kunci] == usul
    if usul == "belum":
        tekan(Qt.Key.Key_Home)
        tekan(Qt.Key.Key_Up, Qt.Key.Key_Up)
        assert kartu.nilai()[kunci] == "alih"
    tekan(S, mod=CTRL)
    tunggu(lambda: isinstance(dialog(), Preview), "berita acara")
    tutup_cetakan(w)

    def pemegang() -> str:
        satu = ponsel_queries.unit(store.reader(), hp, hari=hari)
        return satu.nama if satu else ""

    assert pemegang() == "Budi Santoso"
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: pemegang() == lama.nama, "diurungkan")
