"""Data RT by keys: search, change, undo, add, end a term, vacancies, signers, history, drafts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt import ops, queries
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TAB,
    TURUN,
    cari,
    dialog,
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
from ui.kit.filter import FilterField
from ui.kit.form import Form
from ui.modules.rt import form as isi_form
from ui.modules.rt import text
from ui.shell.window import MainWindow

NAMA, KEADAAN = 1, 6


@pytest.fixture
def w(kantor: MainWindow) -> MainWindow:
    halaman(kantor, "rt")
    return kantor


def roster(w: MainWindow, nomor: str) -> queries.BarisRoster:
    hari = w.host.today
    semua = queries.roster(w.host.store.reader(), lingkup=KELURAHAN, hari=hari)
    return next(b for b in semua if b.nomor == nomor)


def ubah(w: MainWindow, cari_apa: str) -> Form:
    """Search, open the first hit with Enter, return its form."""
    w.messages.tutup()
    cari(w.page, FilterField).setFocus()
    tekan(ESC)
    ketik(cari_apa)
    tekan(ENTER)
    return form(lembar())


def test_search_change_save_undo(w: MainWindow) -> None:
    t = tabel(w.page)
    assert t.row_count() == 9
    ketik("hasan")
    assert isinstance(fokus(), FilterField)
    assert (t.row_count(), sel(t, 0, NAMA)) == (1, "Hasan Basri")
    tekan(ENTER)
    sheet = lembar()
    ganti("Hasan Basri Effendi")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: sel(t, 0, NAMA) == "Hasan Basri Effendi", "tabel menunjukkannya")
    assert pesan(w, "RT 05") == "RT 05 disimpan di komputer ini."
    assert isinstance(fokus(), FilterField)
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: sel(t, 0, NAMA) == "Hasan Basri", "diurungkan")
    tekan(ESC)
    assert t.row_count() == 9


def test_forgiving_search_and_nothing_found(w: MainWindow) -> None:
    t = tabel(w.page)
    for dicari, baris in (("SITI AMINAH", 1), ("rt 3", 1), ("kenanga", 1), ("zzz", 0)):
        tekan(ESC)
        ketik(dicari)
        assert t.row_count() == baris, dicari
    assert cari(w.page, QLabel, lambda s: s.text() == text.TAK_KETEMU)


def test_arrows_choose_and_the_panel_explains(w: MainWindow) -> None:
    w.page.open_id(roster(w, "02").jabatan_id)
    tekan(TURUN)
    assert tabel(w.page).current_id() == roster(w, "03").masa_id
    assert cari(w.page, QLabel, lambda s: s.text() == "RT 03 · Iskandar Muda")
    tekan(ENTER)
    assert lembar().windowTitle() == "RT 03 · Iskandar Muda"


@pytest.mark.parametrize(
    ("kunci", "diketik", "kata"),
    [
        ("nik", "16730101901", "NIK harus 16 angka. Yang diketik 11 angka."),
        ("nik", "1673O101O1700001", "NIK hanya berisi angka"),
        ("nik", "1673085301840016", "NIK ini sudah terdaftar sebagai Ketua RT 01"),
        ("tmt", "31/2/2026", "Tanggal 31 Februari tidak ada"),
        ("tmt", "13/25/2026", "Bulan 25 tidak ada"),
        ("akhir_sk", "1/1/2020", "Akhir jabatan tidak boleh sebelum TMT (1 Januari 2024)"),
        ("nama", "", "belum diisi"),
        ("nama", "Budi \u202eidub", "tanda yang tidak terbaca"),
        ("nama", "B" * 101, "terlalu panjang"),
        ("alamat", "J" * 30_000, "terlalu panjang"),
        ("hp", "0812-abc", "Nomor HP berisi"),
        ("jumlah_kk", "banyak", "angka saja"),
    ],
)
def test_wrong_input_stays_explained_with_the_cursor_there(w: MainWindow, kunci: str, diketik: str, kata: str) -> None:
    sebelum = w.host.store.reader().execute("SELECT count(*) FROM sync_op").fetchone()
    isi = ubah(w, "rt 05")
    sheet = lembar()
    field = isian(kunci)
    tekan(Qt.Key.Key_A, mod=CTRL)
    tekan(Qt.Key.Key_Backspace)
    if diketik:
        QApplication.clipboard().setText(diketik)
        tekan(Qt.Key.Key_V, mod=CTRL)
    ada = field.nilai()  # type: ignore[attr-defined]
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: kata in isi.pesan(kunci), f"{kata!r}, bukan {isi.pesan(kunci)!r}")
    assert field.hasFocus()
    assert field.nilai() == ada  # type: ignore[attr-defined]
    assert (sheet.isVisible(), sheet.utama.isEnabled()) == (True, True)
    assert w.host.store.reader().execute("SELECT count(*) FROM sync_op").fetchone() == sebelum


@pytest.mark.parametrize("nama", ["<b>Budi</b> & <script>", "=1+1", "'; DROP TABLE rt_orang; --", "Budi 🙂"])
def test_markup_formula_and_sql_are_only_letters(w: MainWindow, nama: str) -> None:
    ubah(w, "rt 05")
    sheet = lembar()
    QApplication.clipboard().setText(nama)
    tekan(Qt.Key.Key_A, mod=CTRL)
    tekan(Qt.Key.Key_V, mod=CTRL)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: sel(tabel(w.page), 0, NAMA) == nama, "tersimpan huruf demi huruf")
    tekan(TURUN)
    kepala = cari(w.page, QLabel, lambda s: s.text() == f"RT 05 · {nama}")
    assert kepala.textFormat() is Qt.TextFormat.PlainText


def test_add_a_post_with_dates_as_people_type_them(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    for kunci, diketik in (
        ("nomor", "10"), ("nama", "Herman Efendi"), ("nik", "1673 0101 0170 0011"),
        ("tmt", "5/4/26"), ("akhir_sk", "5 April 2031"), ("sk_tanggal", "01042026"),
    ):  # fmt: skip
        isian(kunci)
        ketik(diketik)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    assert pesan(w, "RT 10") == "RT 10 ditambahkan."
    b = roster(w, "10")
    assert (b.nama, b.nik, b.tmt, b.akhir_sk) == ("Herman Efendi", "1673010101700011", "2026-04-05", "2031-04-05")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: tabel(w.page).row_count() == 9, "diurungkan")


@pytest.mark.usefixtures("w")
def test_a_held_post_is_refused() -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    isi = form(lembar())
    ketik("3")
    tekan(ENTER)
    ketik("Budi")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "masih dijabat Iskandar Muda" in isi.pesan("nomor"), "penjelasan")
    assert isi.field("nomor").hasFocus()


def test_end_a_term_and_fill_the_vacancy(w: MainWindow) -> None:
    w.page.open_id(roster(w, "05").jabatan_id)
    tombol(w.page, text.AKHIRI).click()
    sheet = lembar()
    kemarin = w.host.today.replace(day=1)
    ketik(tanggal.pendek(kemarin))
    tekan(ENTER)
    tekan(TURUN, ENTER)
    tertutup(sheet)
    if kemarin < w.host.today:
        tunggu(lambda: roster(w, "05").orang_id is None, "RT 05 kosong")
        w.page.open_id(roster(w, "05").jabatan_id)
        tunggu(lambda: sel(tabel(w.page), 4, KEADAAN) == "Kosong", "kosong di tabel")
        tekan(ENTER)
        baru = lembar()
        assert baru.windowTitle() == "Isi ketua RT 05"
        assert form(baru).field("nama").hasFocus()
        ketik("Nurhayati")
        isian("tmt", baru)
        ketik(tanggal.pendek(w.host.today))
        tekan(Qt.Key.Key_S, mod=CTRL)
        tekan(TURUN)
        tekan(Qt.Key.Key_S, mod=CTRL)
        tertutup(baru)
        tunggu(lambda: roster(w, "05").nama == "Nurhayati", "ketua baru")


def test_the_end_needs_day_and_reason(w: MainWindow) -> None:
    w.page.open_id(roster(w, "05").jabatan_id)
    tombol(w.page, text.AKHIRI).click()
    isi = form(lembar())
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert (isi.pesan("akhir_nyata"), isi.pesan("alasan_akhir")) == (
        "Hari terakhir menjabat belum diisi.", "Alasan belum diisi.",
    )  # fmt: skip
    assert isi.field("akhir_nyata").hasFocus()


def test_signers(w: MainWindow) -> None:
    tombol(w.page, text.PENANDA).click()
    sheet = lembar()
    assert form(sheet).nilai()["lurah.nama"] == "Dra. Hj. Yunita"
    ganti("Drs. H. Amir")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    lurah = queries.pejabat(w.host.store.reader(), lingkup=KELURAHAN, peran="lurah", hari=w.host.today)
    assert lurah
    assert lurah.nama == "Drs. H. Amir"


def test_history_of_the_chosen_row_opens(w: MainWindow) -> None:
    w.page.open_id(roster(w, "05").jabatan_id)
    tombol(w.page, text.RIWAYAT).click()
    assert lembar().windowTitle() == "Riwayat RT 05 · Hasan Basri"


def test_nik_is_masked_until_asked(w: MainWindow) -> None:
    t = tabel(w.page)
    w.page.open_id(roster(w, "01").jabatan_id)
    assert sel(t, 0, 2) == "1673••••••••0016"
    assert cari(w.page, QLabel, lambda s: s.text() == "Bank Sumsel Babel ••••••8900")
    tombol(w.page, text.TAMPILKAN_NIK).click()
    assert sel(t, 0, 2) == "1673085301840016"
    assert cari(w.page, QLabel, lambda s: s.text() == "Bank Sumsel Babel 8409198900")
    tombol(w.page, text.SEMBUNYIKAN_NIK).click()
    assert sel(t, 0, 2) == "1673••••••••0016"


def test_a_head_without_a_nik_is_not_called_complete(w: MainWindow) -> None:
    t, satu = tabel(w.page), roster(w, "01")
    tunggu(lambda: sel(t, 0, 6) == "Lengkap", "lengkap")
    hasil = ops.ubah(w.host.store, jabatan_id=satu.jabatan_id, masa_id=satu.masa_id or "", isian={"nik": ""})
    w.host.changed.emit(hasil)
    tunggu(lambda: sel(t, 0, 6) == "NIK belum diisi", "NIK belum diisi")


@pytest.mark.usefixtures("w")
def test_tab_order_of_the_form_is_the_reading_order() -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    isi = form(sheet)
    kunci = [satu.kunci for satu in isi_form.RT_DAN_KETUA]
    jalan: list[QWidget] = []
    for _ in kunci:
        jalan.append(fokus())
        tekan(TAB)
    assert jalan == [isi.field(k) for k in kunci]
    tempat = [(f.mapTo(sheet, f.rect().topLeft()).y(), f.mapTo(sheet, f.rect().topLeft()).x()) for f in jalan]
    assert tempat == sorted(tempat), "baris demi baris, dari kiri ke kanan"
    assert fokus() is tombol(sheet, text.RT_KOSONG)
    tekan(TAB)
    assert fokus() is sheet.kedua
    tekan(TAB)
    assert fokus() is sheet.utama


def test_enter_walks_through_the_form_and_saves_at_the_end(w: MainWindow) -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = dialog()
    for satu in isi_form.RT_DAN_KETUA:
        if satu.kunci == "nomor":
            ketik("12")
        if satu.kunci == "nama":
            ketik("Kusnadi")
        tekan(ENTER)
    tertutup(sheet)
    assert roster(w, "12").nama == "Kusnadi"
