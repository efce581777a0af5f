"""*Ketetapan* by keys: the city's is read only, what the office may is typed, wrong input is said there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import kas, komponen, queries, rules, text_cetak, transfer
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import users
from sipokat_desktop.storage.tx import Tx
from tests.ui import dua_dompet
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    SPASI,
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
from ui.kit.chips import Chip
from ui.kit.labels import Label
from ui.kit.table import DataTable
from ui.modules.insentif.ketetapan import kantor, text
from ui.modules.insentif.ketetapan.kinerja import Kisi
from ui.shell.window import MainWindow

S = Qt.Key.Key_S
APA, ISI, BERLAKU, DASAR, DARI = range(5)


@pytest.fixture
def w(tahun_2020: MainWindow) -> MainWindow:
    tahun_2020.show_page("insentif", "lain/ketetapan")
    return tahun_2020


def chip(w: MainWindow, kata: str) -> None:
    cari(w.page, Chip, lambda c: c.text() == kata).setFocus()
    tekan(SPASI)
    tabel(w.page).setFocus()


def ke(t: DataTable, kata: str) -> None:
    """Go to the row whose first word begins with ``kata``."""
    tekan(Qt.Key.Key_Home)
    for _ in range(t.row_count()):
        if sel(t, t.currentIndex().row(), APA).startswith(kata):
            return
        tekan(TURUN)
    raise AssertionError(kata)


def semua(w: MainWindow) -> list[tuple[str, str, str]]:
    t = tabel(w.page)
    return [(sel(t, i, APA), sel(t, i, ISI), sel(t, i, BERLAKU)) for i in range(t.row_count())]


def test_a_later_tariff_ends_the_one_before_it(w: MainWindow) -> None:
    chip(w, dua_dompet.KECAMATAN)
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    tekan(S, mod=CTRL)
    assert form(sheet).pesan("jumlah") == "Jumlah per bulan belum diisi."
    ketik("750000")
    tekan(ENTER)
    ketik("31/2020")
    tekan(S, mod=CTRL)
    assert form(sheet).pesan("mulai") == "Tulis bulan dan tahunnya, misalnya 7/2026 atau Juli 2026."
    ganti("juli 2020")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Tarif disimpan")
    tunggu(lambda: semua(w)[0][1] == "Rp750.000 per bulan", "tarif baru")
    k = queries.pilih_komponen(w.host.store.reader(), lingkup=KELURAHAN, nama=dua_dompet.KECAMATAN)
    assert [(t.mulai, t.jumlah) for t in sorted(k.tarif)] == [("2020-01", 350_000), ("2020-07", 750_000)]
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: semua(w)[0][1] == "Rp350.000 per bulan", "diurungkan")


def test_a_rule_is_typed_in_percent_and_read_in_plain_words(w: MainWindow) -> None:
    t = tabel(w.page)
    t.setFocus()
    ke(t, "Aturan kinerja")
    tekan(ENTER)
    sheet = lembar()
    ketik("0=50 3=100")
    isian("mulai", sheet)
    ketik("7/2020")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "versi 1")
    tunggu(lambda: ("Aturan kinerja versi 1", "0–2 laporan: 50 %, mulai 3 laporan: 100 %") in [b[:2] for b in semua(w)])


def test_funding_of_a_year_with_its_ceiling(w: MainWindow) -> None:
    chip(w, dua_dompet.DISDUKCAPIL)
    t = tabel(w.page)
    ke(t, "Pendanaan 2020")
    tekan(ENTER)
    sheet = lembar()
    assert form(sheet).field("pagu").hasFocus()
    ketik("12000000")
    isian("sumber_dana", sheet)
    ketik("Disdukcapil")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: ("Pendanaan 2020", "Disdukcapil · pagu Rp12.000.000", "2020") in semua(w), "pagu")
    k = queries.pilih_komponen(w.host.store.reader(), lingkup=KELURAHAN, nama=dua_dompet.DISDUKCAPIL)
    assert komponen.dana(w.host.store.reader(), lingkup=KELURAHAN, komponen=k, tahun=2020).pagu == 12_000_000


def test_a_new_signer_from_a_day_on(w: MainWindow) -> None:
    chip(w, text.KANTOR)
    tekan(Qt.Key.Key_Home)
    tekan(ENTER)
    sheet = lembar()
    ganti("Drs. Baru")
    isian("mulai", sheet)
    ganti("1/9/2020")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: any("Drs. Baru" in b[1] and "nanti" in b[2] for b in semua(w)), "penanda nanti")
    con = w.host.store.reader()
    nama = [p.nama for p in rt.semua_pejabat(con, lingkup=KELURAHAN) if p.peran == "lurah"]
    assert nama == ["Drs. Baru", "Dra. Hj. Yunita"]


def test_since_when_arrears_are_counted(w: MainWindow) -> None:
    chip(w, text.KANTOR)
    ke(tabel(w.page), text.S_MULAI)
    tekan(ENTER)
    sheet = lembar()
    ketik("4/2020")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: (text.S_MULAI, "April 2020") in [b[:2] for b in semua(w)], "setelan")
    assert komponen.setelan(w.host.store.reader(), lingkup=KELURAHAN, kunci="mulai_hitung") == "2020-04"


def test_figures_are_typed_down_a_month(w: MainWindow) -> None:
    tekan(Qt.Key.Key_J, mod=ALT)
    sheet = lembar()
    cari(sheet, Kisi)
    ketik("3")
    tekan(ENTER)
    ketik("x")
    tekan(S, mod=CTRL)
    assert sheet.pesan.teks() == "RT 02 Juli 2020: isi dengan angka saja."
    ganti("0")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "2 angka")
    angka = komponen.angka_kinerja(w.host.store.reader(), lingkup=KELURAHAN, bulan=["2020-07"])
    assert sorted(a.laporan for a in angka.values() if a.laporan is not None) == [0, 3]


def test_what_the_city_laid_down_says_why_it_is_read_only(pc1: MainWindow) -> None:
    pc1.show_page("insentif", "lain/ketetapan")
    t = tabel(pc1.page)
    t.setFocus()
    ke(t, "PPh 21")
    assert sel(t, t.currentIndex().row(), DARI) == "Kota"
    assert cari(pc1.page, Label, lambda s: s.text() == text.KUNCI_KOTA)
    assert not [
        b for b in pc1.page.findChildren(type(tombol(pc1.page, text.KINERJA))) if b.text().startswith(text.UBAH)
    ]
    tekan(Qt.Key.Key_N, mod=CTRL)
    assert pesan(pc1, "Bagian Tata Pemerintahan")


def test_the_empty_page_offers_the_first_component(tmp_path: Path, buka: Buka) -> None:
    office = Office(tmp_path / "kosong")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    office.close()
    w = buka("kosong")
    w.show_page("insentif", "lain/ketetapan")
    tabel(w.page).setFocus()
    tekan(ENTER)
    sheet = lembar()
    assert sheet.windowTitle() == text.KOMPONEN_JUDUL
    ketik("Insentif RT")
    tekan(TAB)
    tekan(S, mod=CTRL)
    tunggu(lambda: lembar() is not sheet, "tarif sesudahnya")
    tekan(ESC)
    assert kantor.KUNCI


def test_notes_and_the_layout_of_the_bank_file(w: MainWindow) -> None:
    chip(w, text.KANTOR)
    t = tabel(w.page)
    ke(t, text.S_PECAHAN)
    tekan(ENTER)
    sheet = lembar()
    ganti("100.000, lima puluh")
    tekan(S, mod=CTRL)
    assert "angka bulat" in form(sheet).pesan(kas.SETELAN)
    ganti("50.000, 100.000")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: (text.S_PECAHAN, "2 pecahan, 100.000 – 50.000") in [b[:2] for b in semua(w)], "pecahan")
    assert kas.nominal(w.host.store.reader(), lingkup=KELURAHAN) == (100_000, 50_000)
    t.setFocus()
    ke(t, text.S_TRANSFER)
    tekan(ENTER)
    sheet = lembar()
    ganti("Nama, entah")
    tekan(S, mod=CTRL)
    assert "entah" in form(sheet).pesan(transfer.KOLOM)
    ganti(", ".join(text_cetak.KOLOM_TRANSFER[satu] for satu in ("rekening", "jumlah")))
    isian(transfer.PEMISAH, sheet)
    ketik("koma")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tata = transfer.tata(w.host.store.reader(), lingkup=KELURAHAN)
    assert (tata.kolom, tata.pemisah) == (("rekening", "jumlah"), ",")


def test_the_office_sets_its_tariff_where_the_city_left_it_open(
    w: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    def kota(tx: Tx) -> None:
        isi: Fields = {"nama": "Dari kota", "pajak": 0, "cara": "tunai", "hari_acuan": 1, "terbuka": 1}
        komponen_id = tx.insert("insentif_komponen", isi, scope="kota")
        tarif: Fields = {"komponen_id": komponen_id, "mulai": "2020-01", "jumlah": 500_000}
        tx.insert("insentif_tarif", tarif, scope="kota")

    with monkeypatch.context() as m:
        m.setattr(Tx, "permit", lambda *_args: None)
        w.host.store.write("uji", kota)
    w.show_page("insentif", "lain/ketetapan")
    chip(w, "Dari kota")
    assert cari(w.page, Label, lambda s: s.text() == text.KUNCI_TERBUKA)
    tekan(Qt.Key.Key_Home, ENTER)
    sheet = lembar()
    ketik("600000")
    isian("mulai", sheet)
    ketik("1/2020")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: "Kantor ini" in [sel(tabel(w.page), i, DARI) for i in range(2)], "tarif kantor")
    k = queries.pilih_komponen(w.host.store.reader(), lingkup=KELURAHAN, nama="Dari kota")
    assert rules.tarif_bulan(k, "2020-03") == 600_000
