"""Seragam by keys: the list of purchases, and one uniform after the other to whom is typed, found or scanned."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import queries
from tests.ui import contoh_kantor, contoh_seragam
from tests.ui.conftest import Buka
from tests.ui.contoh_seragam import ada, pemakai
from tests.ui.layar import ALT, CTRL, ENTER, ESC, TURUN, cari, fokus, halaman, ketik, lembar, pesan, sel, tekan, tunggu
from tests.ui.test_bahasa import inggris
from ui.kit.chips import Chip
from ui.kit.filter import FilterField
from ui.kit.table import DataTable
from ui.kit.theme import Role
from ui.modules import seragam
from ui.modules.seragam import SPEC, kepala, text, text_serah
from ui.modules.seragam.detail import Detail
from ui.modules.seragam.struk import Struk
from ui.shell.window import MainWindow

RT, NAMA, UKURAN, KEADAAN, PENGAMBIL = range(5)


@pytest.fixture
def jendela(tmp_path: Path, buka: Buka) -> MainWindow:
    """A kelurahan of eighteen RT with uniforms in stock; the purchase is opened."""
    contoh_seragam.kelurahan_sendiri(tmp_path / "kantor")
    w = buka("kantor")
    halaman(w, "seragam")
    tekan(ENTER)
    return w


def struk(w: MainWindow) -> Struk:
    """The band that says what happened."""
    return cari(w.page, Struk)


def kata(w: MainWindow, isi: str) -> str:
    """Wait until the band says ``isi``; return all it says."""
    tunggu(lambda: isi in struk(w).teks(), f"“{isi}”, bukan “{struk(w).teks()}”")
    return struk(w).teks()


def tabel(w: MainWindow) -> DataTable:
    """The table of the posts."""
    return cari(w.page, DataTable)


def test_the_list_says_how_far_each_purchase_is_and_enter_opens_it(tmp_path: Path, buka: Buka) -> None:
    contoh_seragam.kelurahan_sendiri(tmp_path / "kantor")
    w = buka("kantor")
    page = halaman(w, "seragam")
    t = cari(page, DataTable)
    assert [sel(t, 0, k) for k in range(8)] == [
        "Batik Ketua RT", "2026", "Kantor ini", "27", "27", "0", "18", "Belum ada yang menerima",
    ]  # fmt: skip
    tekan(ENTER)
    assert isinstance(fokus(), FilterField)
    assert text_serah.SIAP in struk(w).teks()
    tekan(ESC)
    assert cari(page, DataTable).hasFocus()


def test_an_office_without_purchases_is_told_what_to_do_and_enter_does_it(kantor: MainWindow) -> None:
    halaman(kantor, "seragam")
    tekan(ENTER)
    assert lembar().windowTitle() == "Pengadaan baru"


@pytest.mark.parametrize("diketik", ["3", "03", "RT 3", "rt03", "iskandar", "Iskandar Muda"])
def test_number_or_name_and_enter_hand_over(jendela: MainWindow, diketik: str) -> None:
    w = jendela
    ketik(diketik)
    assert "Enter menyerahkan Pria XL kepada RT 03 · Iskandar Muda" in struk(w).teks()
    assert "Ada 4 Pria XL di Kelurahan Taba Jemekeh." in struk(w).teks()
    tekan(ENTER)
    assert "Sisa Pria XL di Kelurahan Taba Jemekeh: 3. Ctrl+Z" in kata(w, "RT 03 · Iskandar Muda menerima Pria XL")
    assert struk(w).peran is Role.BAIK
    p = pemakai(w, "03")
    assert (p.sudah, p.pegang[0].cara, p.pegang[0].tanggal) == (True, "kantor", w.host.today.isoformat())
    assert isinstance(fokus(), FilterField), "the next number can be typed at once"


def test_one_after_the_other_without_waiting(jendela: MainWindow) -> None:
    for nomor in ("1", "2", "2", "4", "7"):  # a scanner may read twice; the second reading spoils nothing
        ketik(nomor)
        tekan(ENTER)
    tunggu(lambda: all(pemakai(jendela, n).sudah for n in ("01", "02", "04", "07")), "empat menerima")
    assert sum(ada(jendela).values()) == 23


def test_ctrl_z_takes_the_last_one_back(jendela: MainWindow) -> None:
    w = jendela
    ketik("3")
    tekan(ENTER)
    kata(w, "menerima Pria XL")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    pesan(w, "Diurungkan")
    assert not pemakai(w, "03").sudah
    assert ada(w)["Pria XL"] == 4
    tunggu(lambda: "menerima" not in struk(w).teks(), "konfirmasi yang basi hilang")


def test_who_has_it_already_gets_no_second_one(jendela: MainWindow) -> None:
    w = jendela
    ketik("3")
    tekan(ENTER)
    kata(w, "menerima Pria XL")
    ketik("3")
    assert "RT 03 · Iskandar Muda sudah menerima" in struk(w).teks()
    tekan(ENTER)
    tunggu(lambda: struk(w).peran is Role.SALAH, "ditolak")
    assert "sudah menerima Pria XL pada" in struk(w).teks()
    assert len(pemakai(w, "03").pegang) == 1


def test_none_left_says_what_is_left(jendela: MainWindow) -> None:
    w = jendela
    ketik("11")
    tekan(ENTER)
    kata(w, "RT 11 · Ketua Baru 11 menerima Wanita XXL")
    ketik("17")
    assert "Wanita XXL habis di Kelurahan Taba Jemekeh" in struk(w).teks()
    assert "3 Wanita XL" in struk(w).teks()
    tekan(ENTER)
    kata(w, "habis")
    assert not pemakai(w, "17").sudah
    assert struk(w).peran is Role.SALAH


def test_a_vacant_post_and_one_without_a_size_are_refused_in_words(jendela: MainWindow) -> None:
    w = jendela
    masa = pemakai(w, "18").masa_id
    rt.akhiri(w.host.store, masa_id=masa, isian={"akhir_nyata": "1/1/2026", "alasan_akhir": "pindah"})
    w.page.load()
    ketik("18")
    assert "RT 18 belum ada ketuanya" in struk(w).teks()
    tekan(ENTER)
    tunggu(lambda: struk(w).peran is Role.SALAH, "ditolak")
    ketik("13")
    assert "F2" in struk(w).teks()
    tekan(ENTER)
    kata(w, "Ukuran belum diisi")
    assert not pemakai(w, "13").sudah


def test_what_means_several_hands_over_to_nobody_until_one_is_chosen(jendela: MainWindow) -> None:
    w = jendela
    ketik("ketua baru 1")
    tekan(*[Qt.Key.Key_Backspace] * 2)
    assert "9 RT cocok dengan “ketua baru”" in struk(w).teks()
    tekan(ENTER)
    assert "9 RT cocok" in struk(w).teks()
    assert sum(ada(w).values()) == 27
    tekan(TURUN, TURUN)
    assert "kepada RT 11 · Ketua Baru 11" in struk(w).teks()
    tekan(ENTER)
    kata(w, "RT 11 · Ketua Baru 11 menerima Wanita XXL")


def test_what_means_nobody_is_said_and_the_next_scan_begins_anew(jendela: MainWindow) -> None:
    w = jendela
    ketik("88")
    tekan(ENTER)
    kata(w, "Tidak ada RT atau ketua “88”")
    assert cari(w.page, FilterField).text() == ""
    ketik("5")
    tekan(ENTER)
    kata(w, "RT 05 · Hasan Basri menerima Pria S")


def test_enter_alone_hands_over_to_nobody(jendela: MainWindow) -> None:
    tekan(ENTER, ENTER)
    assert sum(ada(jendela).values()) == 27
    assert text_serah.SIAP in struk(jendela).teks()


def test_a_scan_while_the_keyboard_is_in_the_table_is_not_lost(jendela: MainWindow) -> None:
    w = jendela
    tabel(w).setFocus()
    tekan(TURUN)
    ketik("12")
    tekan(ENTER)
    kata(w, "RT 12 · Ketua Baru 12 menerima Pria L")
    assert sum(p.sudah for p in (pemakai(w, f"{n:02d}") for n in range(1, 19))) == 1


def test_arrow_and_enter_hand_over_and_several_chosen_at_once(jendela: MainWindow) -> None:
    w = jendela
    t = tabel(w)
    t.setFocus()
    tekan(TURUN, ENTER)
    kata(w, f"{sel(t, t.currentIndex().row(), NAMA)} menerima")
    tekan(TURUN)
    tekan(TURUN, TURUN, mod=Qt.KeyboardModifier.ShiftModifier)
    assert "3 RT yang dipilih" in struk(w).teks()
    tekan(ENTER)
    kata(w, "3 RT dicatat menerima")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    pesan(w, "Diurungkan")
    assert sum(ada(w).values()) == 26, "the three as one act"


def test_the_filters_count_and_narrow(jendela: MainWindow) -> None:
    w = jendela
    ketik("3")
    tekan(ENTER)
    kata(w, "menerima")
    cari(w.page, Chip, lambda c: c.text() == dict(text.SARING)[text.SUDAH]).click()
    t = tabel(w)
    assert t.row_count() == 1
    assert sel(t, 0, KEADAAN).startswith("Diterima ")
    assert sel(t, 0, PENGAMBIL) == "sendiri"
    cari(w.page, Chip, lambda c: c.text() == dict(text.SARING)[text.TANPA]).click()
    assert [sel(t, i, RT) for i in range(t.row_count())] == ["RT 13"]


def test_f8_goes_to_what_has_to_be_seen(jendela: MainWindow) -> None:
    tekan(Qt.Key.Key_F8)
    assert sel(tabel(jendela), tabel(jendela).currentIndex().row(), RT) == "RT 13"
    tekan(Qt.Key.Key_F8)
    assert sel(tabel(jendela), tabel(jendela).currentIndex().row(), RT) == "RT 15"


def test_a_post_elsewhere_leads_here(jendela: MainWindow) -> None:
    w = jendela
    w.show_page("seragam", f"rt:{pemakai(w, '09').jabatan_id}")
    assert sel(tabel(w), tabel(w).currentIndex().row(), NAMA) == "Ahmad Suharto"
    assert any(t.kata == text.TAUTAN for t in w.host.links(pemakai(w, "09").jabatan_id))
    tekan(Qt.Key.Key_S, mod=ALT)
    w.show_page("beranda")
    w.show_page("seragam")
    assert w.page.place().startswith("stok:")


def test_a_hand_over_and_a_delivery_are_found_by_their_id(jendela: MainWindow) -> None:
    w = jendela
    ketik("3")
    tekan(ENTER)
    kata(w, "menerima")
    con, p = w.host.store.reader(), cari(w.page, Detail).isi.pengadaan
    serah, *_, kirim = [g.gerak_id for g in queries.gerak(con, p.pengadaan_id)]
    w.show_page("seragam", f"{kirim}#jumlah")
    assert w.page.place() == f"stok:{p.pengadaan_id}"
    w.show_page("seragam", serah)
    assert sel(tabel(w), tabel(w).currentIndex().row(), RT) == "RT 03"
    w.show_page("seragam", "entah")
    assert w.page.place() == p.pengadaan_id


def test_the_head_of_the_page_says_where_it_stands(jendela: MainWindow) -> None:
    isi = cari(jendela.page, Detail).isi
    langkah, sekarang, dilewati = kepala.langkah(isi)
    assert langkah == ("Ukuran 17/18", "Diterima Kelurahan Taba Jemekeh", "Diserahkan 0/18", "Selesai")
    assert (sekarang, dilewati) == (2, frozenset())
    kalimat = [k for k, _ in kepala.perhatian(isi, 3)]
    assert kalimat[0].startswith("Kurang 1 Wanita XXL, 1 Wanita khusus: minta tambahan")
    assert kalimat[1].startswith("1 ketua RT belum ada ukurannya")
    assert kepala.perhatian(isi, 1)[0][0].endswith("Dan 1 hal lain (F8, Alt+S).")


def test_beranda_and_the_palette_know_the_purchase(jendela: MainWindow) -> None:
    w = jendela
    (angka,) = SPEC.figures(w.host)
    assert (angka.judul, angka.angka, angka.catatan) == (
        "Seragam Batik Ketua RT 2026",
        "0 dari 18",
        "18 belum mengambil",
    )
    tugas = [t.kalimat for t in SPEC.tasks(w.host)]
    assert tugas == [
        "Batik Ketua RT 2026: 1 ketua RT belum ada ukurannya", "Batik Ketua RT 2026: 18 ketua RT belum mengambil",
    ]  # fmt: skip
    nama = [n for n, _ in SPEC.find(w.host)]
    assert nama[:2] == ["Batik Ketua RT 2026", "Stok Batik Ketua RT 2026"]
    assert "RT 03 · Iskandar Muda · seragam Batik Ketua RT" in nama
    assert w.host.kantor == contoh_kantor.KELURAHAN


def test_every_word_is_indonesian_and_ends_as_a_sentence_does() -> None:
    kata = set()
    for berkas in sorted(Path(seragam.__path__[0]).glob("text*.py")):
        isi = vars(importlib.import_module(f"{seragam.__name__}.{berkas.stem}"))
        kata |= {v for k, v in isi.items() if isinstance(v, str) and not k.startswith("__")}
    assert len(kata) > 200
    assert inggris(kata) == []
    assert [satu for satu in kata if satu.count(". ") and not satu.rstrip().endswith((".", "?", "…", "}"))] == []
