"""Insentif by keys: draw up, look at the findings, lock, "all except", ledger, taking back, the way back."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.storage.tx import Tx
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.daftar_insentif import KEADAAN, NAMA, NO, buku, daftar, kantor_dari, kecuali, kunci, nik_ganda, susun
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    SPASI,
    TURUN,
    cari,
    fokus,
    form,
    ganti,
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
from ui.kit import text as kit
from ui.kit.filter import FilterField
from ui.kit.labels import Notice
from ui.modules.insentif import text
from ui.shell.window import MainWindow


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "insentif")
    return kantor


def test_a_whole_quarter_by_keys(w: MainWindow) -> None:
    tekan(ENTER)
    sheet = lembar()
    assert form(sheet).nilai()["periode"] == triwulan(w.host.today).kode
    tekan(ENTER)
    tertutup(sheet)
    t = tabel(w.page)
    assert (t.row_count(), cari(w.page, Notice).teks()) == (9, text.TANPA_HAL)
    tekan(Qt.Key.Key_L, mod=CTRL)
    sheet = lembar()
    assert form(sheet).nilai()["lurah"] == "Dra. Hj. Yunita"
    tekan(ENTER)
    tertutup(sheet)
    assert "dikunci" in pesan(w, "dikunci")
    tunggu(lambda: len(t.marks()) == 9, "semua bertanda")
    tekan(Qt.Key.Key_Home)
    tekan(TURUN, TURUN, SPASI)
    tekan(TURUN, TURUN, TURUN, TURUN, SPASI)
    assert kecuali(w).text() == "3, 7"
    assert tombol(w.page, text.TERIMA).text() == "Catat diterima (7)"
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert pesan(w, "7 penerima") == "7 penerima dicatat sudah menerima."
    assert [rt for rt, _ in buku(w)] == ["01", "02", "04", "05", "06", "08", "09"]
    assert {jumlah for _, jumlah in buku(w)} == {1_650_000}
    assert (daftar(w).dibayar, daftar(w).diterima) == (7 * 1_650_000, 9 * 1_650_000)
    assert [sel(t, i, KEADAAN) for i in (2, 6)] == ["Belum diterima"] * 2
    assert len(t.marks()) == 0
    kecuali(w).setFocus()
    tekan(ESC)
    assert len(t.marks()) == 2
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "2 penerima")
    tunggu(lambda: cari(w.page, Notice).teks() == text.SEMUA_TERIMA, "lunas")
    assert daftar(w).dibayar == daftar(w).diterima


def test_receiving_is_undone_by_further_entries(w: MainWindow) -> None:
    susun(w)
    kunci(w)
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "9 penerima")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: daftar(w).dibayar == 0, "diurungkan")
    assert {jumlah for _, jumlah in buku(w)} == {0}
    semua = w.host.store.reader().execute("SELECT count(*) FROM insentif_mutasi").fetchone()[0]
    assert semua == 2 * 27
    tekan(Qt.Key.Key_Z, mod=CTRL)
    assert "Penguncian tidak diurungkan" in pesan(w, "Penguncian")


def test_one_receipt_is_taken_back_with_a_reason(w: MainWindow) -> None:
    susun(w)
    kunci(w)
    tekan(Qt.Key.Key_T, mod=CTRL)
    pesan(w, "9 penerima")
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_End)
    tombol(w.page, text.BATAL_TERIMA).click()
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("alasan") == "Alasan belum diisi."
    ketik("Salah catat: uang belum diambil")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: ("09", 0) in buku(w), "dibatalkan dengan entri balik")
    alasan = "SELECT DISTINCT alasan FROM insentif_mutasi WHERE jenis = 'balik'"
    assert [row[0] for row in w.host.store.reader().execute(alasan)] == ["Salah catat: uang belum diambil"]
    tunggu(lambda: sel(tabel(w.page), 8, KEADAAN) == "Belum diterima", "kembali belum diterima")


def test_findings_and_the_reason_of_the_lurah(contoh: contoh_kantor.Contoh, pc1: MainWindow) -> None:
    nik_ganda(kantor_dari(pc1))
    pc1.show_page("insentif", contoh.draf)
    t = tabel(pc1.page)
    kata = [sel(t, i, KEADAAN) for i in range(t.row_count())]
    assert (kata[2], kata[10]) == ("NIK ganda dengan RT 10", "NIK ganda dengan RT 03")
    assert kata[6].startswith("SK habis")
    assert kata[7:9] == ["SK belum diisi", "Rangkap jabatan"]
    assert cari(pc1.page, Notice).teks().startswith("8 hal perlu dilihat sebelum dikunci")
    tekan(Qt.Key.Key_Home)
    tekan(TURUN, TURUN)
    assert cari(pc1.page, QLabel, lambda s: "Satu orang hanya boleh" in s.text())
    tekan(Qt.Key.Key_L, mod=CTRL)
    sheet = lembar()
    siapa = "RT 03 Iskandar Muda: NIK ganda dengan RT 10; RT 10 Iskandar Muda: NIK ganda dengan RT 03"
    assert cari(sheet, QLabel, lambda s: siapa in s.text())
    assert form(sheet).field("alasan").hasFocus()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert "belum diisi" in form(sheet).pesan("alasan")
    ketik("Pindah rumah, SK menyusul")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    alasan = "SELECT alasan, keadaan FROM insentif_daftar WHERE nomor = ?"
    row = pc1.host.store.reader().execute(alasan, (contoh.draf,)).fetchone()
    assert tuple(row) == ("Pindah rumah, SK menyusul", "dikunci")


def test_f8_goes_from_finding_to_finding_and_a_button_to_the_field(
    contoh: contoh_kantor.Contoh, pc1: MainWindow
) -> None:
    pc1.show_page("insentif", contoh.draf)
    t = tabel(pc1.page)
    tekan(Qt.Key.Key_Home)
    dilihat = []
    for _ in range(4):
        tekan(Qt.Key.Key_F8)
        dilihat.append(sel(t, t.currentIndex().row(), NO))
    assert dilihat == ["7", "8", "9", "7"]
    tekan(Qt.Key.Key_F8)
    tombol(pc1.page, "Isi nomor SK").click()
    sheet = lembar()
    assert form(sheet).field("sk_nomor").hasFocus()
    ketik("141/99/KPTS/LS/2026")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pc1.show_page("insentif", contoh.draf)
    assert sel(tabel(pc1.page), 7, KEADAAN) == text.TUNGGAKAN


def test_lock_without_the_lurah_is_refused(w: MainWindow) -> None:
    susun(w)
    tekan(Qt.Key.Key_L, mod=CTRL)
    sheet = lembar()
    isian("lurah")
    ganti(" ")
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("lurah") == "Disetujui Lurah belum diisi."
    assert daftar(w).keadaan == "draf"


def test_the_same_quarter_again_is_explained(w: MainWindow) -> None:
    susun(w)
    kunci(w)
    w.messages.tutup()
    tekan(ESC)
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "sudah ada di daftar" in form(sheet).pesan("periode"), "penjelasan")


def test_paid_elsewhere_is_refused_in_words(w: MainWindow) -> None:
    """Family 5 of the bad inputs: the same month from a second PC's list."""
    susun(w)
    kunci(w)
    store = w.host.store
    b = queries.baris(store.reader(), daftar_id=daftar(w).daftar_id)[0]
    row: Fields = {
        "jabatan_id": b.jabatan_id, "masa_id": b.masa_id, "komponen_id": daftar(w).komponen_id, "bulan": b.bulan[0],
        "slot": f"{b.jabatan_id}|{daftar(w).komponen_id}|{b.bulan[0]}", "jenis": "bayar", "jumlah": 550_000,
        "tanggal": w.host.today.isoformat(),
    }  # fmt: skip
    store.write("uji", lambda tx: tx.append("insentif_mutasi", row, scope=KELURAHAN))
    tekan(Qt.Key.Key_T, mod=CTRL)
    assert "untuk RT 01 sudah dibayar" in pesan(w, "sudah dibayar")
    assert daftar(w).dibayar == 0


def test_typing_finds_a_line_and_keeps_every_mark(w: MainWindow) -> None:
    susun(w)
    kunci(w)
    t = tabel(w.page)
    ketik("maim")
    assert isinstance(fokus(), FilterField)
    assert sel(t, t.currentIndex().row(), NAMA) == "Maimunah"
    assert (t.row_count(), len(t.marks())) == (9, 9)
    tekan(ENTER)
    assert fokus() is t
    tekan(SPASI)
    assert len(t.marks()) == 8


def test_escape_closes_the_message_first_then_goes_back(w: MainWindow) -> None:
    susun(w)
    kunci(w)
    pesan(w, "dikunci")
    tekan(ESC)
    assert w.messages.teks() == ""
    assert tombol(w.page, kit.KEMBALI).isVisible()
    tekan(ESC)
    t = tabel(w.page)
    assert (t.row_count(), sel(t, 0, 6)) == (1, "Dikunci Lurah, belum dibayar")
    tekan(ENTER)
    assert tombol(w.page, kit.KEMBALI).isVisible()


def test_no_tariff_leads_to_the_settlement(kantor: MainWindow) -> None:
    con = kantor.host.store.reader()
    for tabel_ in ("insentif_tarif", "insentif_komponen"):
        id = str(con.execute(f"SELECT id FROM {tabel_}").fetchone()[0])
        kantor.host.store.write("uji", partial(Tx.delete, table=tabel_, row_id=id))
    halaman(kantor, "insentif")
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "Belum ada komponen" in sheet.pesan.teks(), "penjelasan")
    tombol(sheet, text.KETETAPAN).click()
    tertutup(sheet)
    tunggu(lambda: kantor.page.place() == "lain/ketetapan", "Ketetapan terbuka")


def test_a_change_of_the_roster_shows_in_the_draft(w: MainWindow) -> None:
    nomor = susun(w)
    tekan(Qt.Key.Key_2, mod=ALT)
    b = next(b for b in queries.baris(w.host.store.reader(), daftar_id=daftar(w).daftar_id))
    assert b.nomor_rt == "01"
    contoh_kantor.ubah(kantor_dari(w), "01", sk_nomor="")
    w.show_page("insentif", nomor)
    tunggu(lambda: sel(tabel(w.page), 0, KEADAAN) == "SK belum diisi", "temuan baru")
