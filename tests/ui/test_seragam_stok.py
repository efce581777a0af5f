"""The stock by keys: a purchase of the office's own, deliveries, adjustments, discrepancies, papers and files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import Barang
from sipokat_desktop.storage.tx import Tx
from tests.ui import contoh_seragam
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_seragam import ada, pria
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TAB,
    cari,
    fokus,
    ganti,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    sel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.cards import SidePanel
from ui.kit.chips import Chip
from ui.kit.table import DataTable
from ui.modules.seragam import text_lembar, text_stok
from ui.modules.seragam.kisi import Kisi
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "does not support raise")
S, N = Qt.Key.Key_S, Qt.Key.Key_N


@pytest.fixture
def jendela(tmp_path: Path, buka: Buka) -> MainWindow:
    """A kelurahan of eighteen RT with uniforms in stock; the page of the stock is opened."""
    contoh_seragam.kelurahan_sendiri(tmp_path / "kantor")
    w = buka("kantor")
    halaman(w, "seragam")
    tekan(ENTER)
    tekan(S, mod=ALT)
    return w


def tabel(w: MainWindow) -> DataTable:
    """The table that is shown."""
    return cari(w.page, DataTable)


def saring(w: MainWindow, kata: str) -> DataTable:
    """Choose another table."""
    cari(w.page, Chip, lambda c: c.text() == kata).click()
    return tabel(w)


def test_a_purchase_is_typed_with_its_grid_and_opens(kantor: MainWindow) -> None:
    w = kantor
    halaman(w, "seragam")
    tekan(N, mod=CTRL)
    sheet = lembar()
    ketik("Batik Ketua RT")
    isian("barang")
    ketik("Baju batik")
    isian("model")
    ketik("Pria, Wanita")
    tekan(TAB)
    ganti("S, M, L, XL, XXL")
    tekan(ENTER)
    for angka in ("1", "2", "3", "4", "5", "0", "1", "1", "1", "6"):
        ketik(angka)
        if angka != "6":
            tekan(ENTER)
    assert "24" in [label.text() for label in cari(sheet, Kisi).findChildren(QLabel)]
    tekan(ENTER)
    tertutup(sheet)
    tunggu(w.page.place, "pengadaan terbuka")
    (p,) = queries.pengadaan(w.host.store.reader())
    assert (p.nama, p.model, p.dibeli) == ("Batik Ketua RT", ("Pria", "Wanita"), 24)
    isi = queries.isi(w.host.store.reader(), p.pengadaan_id)
    assert isi[Barang("Pria", "XXL")] == 5
    assert Barang("Wanita", "S") not in isi


def test_what_is_no_number_is_said_above_the_grid(kantor: MainWindow) -> None:
    halaman(kantor, "seragam")
    tekan(N, mod=CTRL)
    sheet = lembar()
    ketik("Batik")
    isian("barang")
    ketik("Baju")
    kisi = cari(sheet, Kisi)
    kisi.fokus()
    ketik("sepuluh")
    tekan(S, mod=CTRL)
    assert "“sepuluh” bukan jumlah" in " ".join(label.text() for label in kisi.findChildren(QLabel))
    assert sheet.isVisible()
    ganti("10")
    tekan(S, mod=CTRL)
    tertutup(sheet)


def test_the_draft_of_a_purchase_survives_esc(kantor: MainWindow) -> None:
    w = kantor
    halaman(w, "seragam")
    tekan(N, mod=CTRL)
    sheet = lembar()
    ketik("Batik")
    cari(sheet, Kisi).fokus()
    ketik("12")
    tekan(ESC)
    tertutup(sheet)
    tunggu(lambda: not w.jobs.sedang, "draf tertulis")
    tekan(N, mod=CTRL)
    sheet = lembar()
    assert isian("nama", sheet).text() == "Batik"  # type: ignore[attr-defined]
    assert cari(sheet, Kisi).draf()["|S"] == "12"
    tekan(ESC)


def test_the_stock_says_what_came_went_is_left_and_needed(jendela: MainWindow) -> None:
    t = tabel(jendela)
    semua = {sel(t, i, 0): tuple(sel(t, i, k) for k in range(1, 6)) for i in range(t.row_count())}
    assert semua["Pria XL"] == ("4", "0", "4", "4", "Cukup")
    assert semua["Wanita XXL"] == ("1", "0", "1", "2", "Kurang 1")
    assert semua["Pria L"] == ("5", "0", "5", "1", "Cukup, lebih 4")


def test_the_tables_are_chosen_by_keys(jendela: MainWindow) -> None:
    w = jendela
    tekan(Qt.Key.Key_2, mod=CTRL)
    tunggu(lambda: sel(tabel(w), 0, 1) == "027/SJ/1", "tabel kiriman")
    tekan(Qt.Key.Key_3, mod=CTRL)
    tunggu(lambda: sel(tabel(w), 0, 1) == "dikirim", "semua catatan")
    tekan(Qt.Key.Key_1, mod=CTRL)
    assert tabel(w).hasFocus()


def test_a_delivery_is_recorded_from_its_paper_and_taken_back(jendela: MainWindow) -> None:
    w = jendela
    con = w.host.store.reader()
    (p,) = queries.pengadaan(con)
    lebih = dict(queries.isi(con, p.pengadaan_id)) | {Barang("Wanita", "XXL"): 2}
    ops.simpan_pengadaan(w.host.store, KELURAHAN, contoh_seragam.ISIAN, lebih, pengadaan_id=p.pengadaan_id)
    w.page.load()
    tekan(N, mod=CTRL)
    sheet = lembar()
    ketik("027/SJ/2")
    tekan(ENTER, ENTER)
    tekan(Qt.Key.Key_Down)
    tekan(*[TAB] * 4)
    assert fokus().accessibleName() == "Isi kiriman Wanita XXL"
    ketik("1")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Kiriman 027/SJ/2 dicatat diterima.")
    assert ada(w)["Wanita XXL"] == 2
    t = saring(w, text_stok.KIRIMAN)
    assert [sel(t, i, 1) for i in range(2)] == ["027/SJ/2", "027/SJ/1"]
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    tekan(Qt.Key.Key_Delete)
    sheet = lembar()
    ketik("Salah catat")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Kiriman 027/SJ/2 dibatalkan.")
    assert ada(w)["Wanita XXL"] == 1


def test_more_than_there_is_cannot_be_received(jendela: MainWindow) -> None:
    w = jendela
    tekan(N, mod=CTRL)
    sheet = lembar()
    ketik("027/SJ/3")
    tekan(ENTER, ENTER)
    ketik("99")
    tekan(S, mod=CTRL)
    kata = "Isi pengadaan untuk Pria S tinggal 0"
    tunggu(lambda: kata in " ".join(label.text() for label in sheet.findChildren(QLabel)), kata)
    assert sum(ada(w).values()) == 27
    tekan(ESC)


def test_an_adjustment_needs_a_reason_and_a_number(jendela: MainWindow) -> None:
    w = jendela
    t = tabel(w)
    t.select("|".join((KELURAHAN, "Pria", "XL")))
    tekan(ENTER)
    sheet = lembar()
    ketik("dua")
    tekan(TAB)
    ketik("Satu cacat jahitan")
    tekan(S, mod=CTRL)
    tunggu(lambda: salah_angka(sheet), "bukan angka")
    isian("jumlah", sheet)
    ganti("-1")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Stok disesuaikan")
    assert ada(w)["Pria XL"] == 3
    t = saring(w, text_stok.CATATAN)
    assert (sel(t, 0, 1), sel(t, 0, 6)) == ("disesuaikan", "Satu cacat jahitan")


def salah_angka(sheet: QWidget) -> bool:
    """Whether the sheet says that the number cannot be read."""
    return text_lembar.SELISIH_SALAH in [x.text() for x in sheet.findChildren(QLabel)]


def test_below_zero_is_red_with_words_and_ways(jendela: MainWindow) -> None:
    w = jendela
    store = w.host.store
    (p,) = queries.pengadaan(store.reader())
    pria_xl = contoh_seragam.pemakai(w, "03")
    store.write("uji", lambda tx: _paksa(tx, p.pengadaan_id))
    w.page.load()
    t = tabel(w)
    ke = next(i for i in range(t.row_count()) if sel(t, i, 0) == "Pria XL")
    assert sel(t, ke, 5) == "Selisih: 1 di bawah nol"
    kalimat = " ".join(label.text() for label in w.page.findChildren(QLabel) if label.isVisible())
    assert "kurang 1 Pria XL menurut catatan" in kalimat
    t.selectRow(ke)
    for kata in (text_stok.TERIMA, text_stok.SESUAIKAN):
        tombol(cari(w.page, SidePanel), kata)
    assert pria_xl.ukuran == "XL"


def _paksa(tx: Tx, pengadaan_id: str) -> str:
    """Write what only two computers apart can do: five pieces out where four are."""
    isi: Fields = {
        "pengadaan_id": pengadaan_id, "jenis": "selisih", "dari": KELURAHAN, "ke": "selisih", "model": "Pria",
        "ukuran": "XL", "jumlah": 5, "tanggal": "2026-01-01", "slot": "uji|1", "alasan": "uji",
    }  # fmt: skip
    return tx.append("seragam_gerak", isi, scope=KELURAHAN)


def test_what_is_left_can_be_taken_away_only_as_far_as_it_is_there(jendela: MainWindow) -> None:
    with pytest.raises(Exception, match="tinggal 4"):
        ops.sesuaikan(
            jendela.host.store, queries.pengadaan(jendela.host.store.reader())[0].pengadaan_id, tempat=KELURAHAN,
            barang=next(iter(pria(XL=1))), jumlah=-9, alasan="uji",
        )  # fmt: skip


@pytest.mark.parametrize("model", [(), ("Pria", "Wanita")])
def test_no_part_of_the_grid_is_without_a_parent(qtbot: QtBot, model: tuple[str, ...]) -> None:
    """Such a part would be collected in a background thread, and the window with it."""
    kisi = Kisi("Isi", batas="ada")
    qtbot.addWidget(kisi)
    kisi.susun(model, ("S", "M"))
    kisi.susun(model, ("S", "M", "L"))
    assert [nama for nama, nilai in vars(kisi).items() if isinstance(nilai, QWidget) and nilai.parent() is None] == []
