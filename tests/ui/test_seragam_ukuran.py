"""Sizes by keys: type, Enter, the next row; several at once; made to measure; from a spreadsheet."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import rules
from sipokat_desktop.modules.seragam.model import IsianUkuran
from tests.ui import contoh_seragam
from tests.ui.conftest import Buka
from tests.ui.contoh_seragam import pemakai
from tests.ui.layar import CTRL, ENTER, ESC, TURUN, halaman, ketik, lembar, pesan, sel, tekan, tertutup, tunggu
from tests.ui.test_seragam import RT, kata, struk, tabel
from ui.kit.table import DataTable
from ui.modules.seragam import impor, ketik_ukuran
from ui.modules.seragam.detail import Detail
from ui.shell.window import MainWindow

MODEL = ("Pria", "Wanita")


@pytest.mark.parametrize(
    ("diketik", "isian"),
    [
        ("xl", IsianUkuran("XL")),
        ("2XL", IsianUkuran("XXL")),
        ("xl wanita", IsianUkuran("XL", "Wanita")),
        ("w xl", IsianUkuran("XL", "Wanita")),
        ("pria", IsianUkuran(None, "Pria")),
        ("khusus 104", IsianUkuran("khusus", None, "104")),
        ("104 cm", IsianUkuran("khusus", None, "104")),
        ("104cm", IsianUkuran("khusus", None, "104")),
        ("khusus 110, 74", IsianUkuran("khusus", None, "110 74")),
        ("-", IsianUkuran(ukuran="", cm="")),
        ("kosong", IsianUkuran(ukuran="", cm="")),
    ],
)
def test_what_clerks_type(diketik: str, isian: IsianUkuran) -> None:
    assert ketik_ukuran.baca(diketik, MODEL) == isian


@pytest.mark.parametrize(
    ("diketik", "kata_salah"),
    [("besar sekali banget", "“sekali banget”"), ("xl 104", "tidak memakai cm"), ("xl anak", "“anak” bukan ukuran")],
)
def test_what_is_no_size(diketik: str, kata_salah: str) -> None:
    with pytest.raises(InputSalah, match=kata_salah):
        ketik_ukuran.baca(diketik, MODEL)


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_size_or_is_told(teks: str) -> None:
    with contextlib.suppress(InputSalah):
        assert ketik_ukuran.baca(teks, MODEL).ukuran in (None, "", *rules.UKURAN)


@pytest.fixture
def jendela(tmp_path: Path, buka: Buka) -> MainWindow:
    """A kelurahan of eighteen RT whose purchase is opened and has not come yet."""
    contoh_seragam.kelurahan_sendiri(tmp_path / "kantor", tiba=False)
    w = buka("kantor")
    halaman(w, "seragam")
    tekan(ENTER)
    return w


def baris_kini(w: MainWindow) -> str:
    """The RT that the keyboard is on."""
    return sel(tabel(w), tabel(w).currentIndex().row(), RT)


def test_f2_goes_to_the_first_without_a_size_and_enter_to_the_next_row(jendela: MainWindow) -> None:
    w = jendela
    tekan(Qt.Key.Key_F2)
    assert baris_kini(w) == "RT 13"
    ketik("xl")
    assert "Enter menyimpan Wanita XL untuk RT 13" in struk(w).teks()
    tekan(ENTER)
    assert baris_kini(w) == "RT 14"
    kata(w, "RT 13 · Ketua Baru 13 memakai Wanita XL.")
    tekan(ENTER)
    assert baris_kini(w) == "RT 15", "Enter alone passes the row"
    ketik("khusus 104")
    tekan(ENTER)
    tunggu(lambda: pemakai(w, "15").cm == "104", "cm tersimpan")
    assert (pemakai(w, "13").ukuran, pemakai(w, "14").ukuran) == ("XL", "XXL")
    roster = w.host.store.reader().execute("SELECT count(*) FROM rt_orang WHERE ukuran = 'khusus'").fetchone()
    assert roster[0] == 1, "the size lives in the roster"


def test_the_model_is_typed_with_the_size(jendela: MainWindow) -> None:
    w = jendela
    tekan(Qt.Key.Key_F2)
    ketik("l pria")
    tekan(ENTER)
    tunggu(lambda: pemakai(w, "13").barang.kata == "Pria L", "model tersimpan")


def test_what_is_no_size_is_said_and_nothing_is_lost(jendela: MainWindow) -> None:
    w = jendela
    tekan(Qt.Key.Key_F2)
    ketik("jumbo")
    tekan(ENTER)
    assert "“jumbo” bukan ukuran" in struk(w).teks()
    assert baris_kini(w) == "RT 13"
    assert not pemakai(w, "13").ukuran


def test_several_rows_get_one_size_at_once_and_ctrl_z_takes_it_back(jendela: MainWindow) -> None:
    w = jendela
    t = tabel(w)
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    tekan(TURUN, TURUN, mod=Qt.KeyboardModifier.ShiftModifier)
    tekan(Qt.Key.Key_F2)
    assert "3 RT dipilih" in struk(w).teks()
    ketik("m")
    assert "untuk 3 RT" in struk(w).teks()
    tekan(ENTER)
    kata(w, "3 RT diisi ukurannya.")
    assert {pemakai(w, f"0{n}").ukuran for n in (1, 2, 3)} == {"M"}
    tekan(Qt.Key.Key_Z, mod=CTRL)
    pesan(w, "Diurungkan")
    assert [pemakai(w, f"0{n}").ukuran for n in (1, 2, 3)] == ["XL", "XL", "XL"]


def test_esc_leaves_the_sizes_and_letters_mean_people_again(jendela: MainWindow) -> None:
    w = jendela
    tekan(Qt.Key.Key_F2)
    ketik("xl")
    tekan(ESC)
    tekan(ESC)
    ketik("3")
    assert "RT 03" in struk(w).teks()


def test_letters_in_the_table_are_a_size_while_sizes_are_entered(jendela: MainWindow) -> None:
    w = jendela
    tekan(Qt.Key.Key_F2)
    tabel(w).setFocus()
    tekan(TURUN)
    ketik("s")
    tekan(ENTER)
    tunggu(lambda: pemakai(w, "14").ukuran == "S", "ukuran dari tabel")


def lembar_ukuran(tujuan: Path, baris: list[tuple[str, str, str]]) -> Path:
    """Write a sheet with RT, name and size."""
    isi = "\n".join(["RT;Nama;Ukuran", *(";".join(satu) for satu in baris)])
    tujuan.write_text(isi, encoding="utf-8")
    return tujuan


def test_sizes_from_a_sheet_are_shown_before_they_are_saved(jendela: MainWindow, tmp_path: Path) -> None:
    w = jendela
    berkas = lembar_ukuran(
        tmp_path / "ukuran.csv",
        [("13", "Ketua Baru 13", "L"), ("03", "Iskandar Muda", "XL"), ("05", "Hasan Basri", "jumbo")],
    )
    detail = w.page.findChild(Detail)
    assert detail is not None
    impor.baca(detail, w.host, detail.isi, berkas)
    sheet = lembar()
    t = sheet.findChild(DataTable)
    assert isinstance(t, DataTable)
    assert [sel(t, i, 1) for i in range(3)] == ["RT 13", "RT 03", "RT 05"]
    assert not pemakai(w, "13").ukuran
    assert "Simpan 1 ukuran" in sheet.utama.text()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "1 ukuran disimpan")
    assert (pemakai(w, "13").ukuran, pemakai(w, "05").ukuran) == ("L", "S")


def test_a_sheet_without_sizes_is_told(jendela: MainWindow, tmp_path: Path) -> None:
    w = jendela
    detail = w.page.findChild(Detail)
    assert detail is not None
    impor.baca(detail, w.host, detail.isi, lembar_ukuran(tmp_path / "x.csv", []))
    tunggu(w.messages.teks, "sebabnya")
    assert "tidak" in w.messages.teks().lower()
