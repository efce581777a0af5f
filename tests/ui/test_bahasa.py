"""Everything the window shows is Indonesian: all words of all pages, dialogs and messages are looked through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from sipokat_desktop.modules.insentif.text_cetak import F1
from tests.ui import contoh_kantor, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import Contoh
from tests.ui.daftar_insentif import menu
from tests.ui.dialog_qt import ENGLISH
from ui.kit import theme
from ui.kit.crash_dialog import CrashDialog
from ui.kit.nav import NavList
from ui.kit.page import Stepper
from ui.modules.insentif import text as insentif
from ui.modules.insentif import text_hidup as hidup
from ui.modules.rt import imports
from ui.modules.rt import text as rt
from ui.shell import text
from ui.shell.decide import text as keputusan
from ui.shell.frame import ITEMS
from ui.shell.window import MainWindow

MORE = set(
    re.findall(
        r"\w+",
        """
    account add added address amount are before cannot check click code connection day deleted description device did
    download email empty enrol enrolled failed field folder for found has have history it kind language loading lock
    locked login logout month must name network not number office only payment period person phone please printing
    receipt received refresh report required saved saving search sent server settings sign success sync synced table
    time trash try unknown until update upload user users wait waiting was will with wrong year your
    """,
    )
)
BOTH = {"data", "edit", "file", "folder", "import", "in", "login", "no", "server", "status", "tab", "total"}
"""Words that both languages have."""
ALLOWED = {"ctrl", "enter", "alt", "tab", "no", "esc", "home", "end"}
"""Names of keys and the column No."""


def kata(w: QWidget) -> Iterator[str]:
    """Every text that a person sees or hears of a widget."""
    match w:
        case QLabel() | QAbstractButton():
            yield w.text()
        case QLineEdit():
            yield w.placeholderText()
        case QPlainTextEdit():
            yield w.placeholderText()
        case QComboBox():
            yield from (w.itemText(i) for i in range(w.count()))
            yield w.placeholderText()
        case QTableView():
            model = w.model()
            yield from (str(model.headerData(i, Qt.Orientation.Horizontal)) for i in range(model.columnCount()))
            yield from (
                str(model.index(i, k).data() or "") for i in range(model.rowCount()) for k in range(model.columnCount())
            )
        case NavList():
            yield from (item.teks for item in ITEMS)
        case Stepper():
            yield w.toolTip()
    yield from (w.windowTitle(), w.toolTip(), w.accessibleName())


def semua(akar: QWidget) -> set[str]:
    """Every text in a window."""
    return {teks for w in (akar, *akar.findChildren(QWidget)) for teks in kata(w) if teks and teks != "None"}


def inggris(teks: Iterable[str]) -> list[tuple[str, str]]:
    """Return (word, text) for every English word."""
    buruk = (ENGLISH | MORE) - BOTH - ALLOWED
    return sorted(
        (satu, kalimat)
        for kalimat in teks
        for satu in set(re.findall(r"[a-z]+", re.sub(r"https?://\S+|/\S+|\bins-\S+", "", kalimat.casefold())))
        if satu in buruk
    )


class Pembaca:
    """Collects what was seen, window by window."""

    def __init__(self) -> None:
        self.dilihat: set[str] = set()

    def lihat(self, w: QWidget) -> None:
        self.dilihat |= semua(w)

    def buka(self, tindakan: Callable[[], object]) -> None:
        tindakan()
        sheet = layar.dialog()
        self.lihat(sheet)
        sheet.done(QDialog.DialogCode.Rejected)
        layar.tertutup(sheet)


def halaman(w: MainWindow, p: Pembaca, contoh: Contoh) -> None:
    for item in (item for item in ITEMS if item.kunci != "panduan"):
        w.show_page(item.kunci)
        p.lihat(w)
        t = w.page.findChildren(QTableView)
        for ke in range(t[0].model().rowCount() if t else 0):
            t[0].selectRow(ke)
            p.lihat(w)
        w.show_page("panduan")
        p.lihat(w)
    for nomor in (contoh.draf, contoh.terkunci, contoh.sebagian, contoh.lunas):
        w.show_page("insentif", nomor)
        for ke in range(11):
            layar.tabel(w.page).selectRow(ke)
            p.lihat(w)


def lembar_rt(w: MainWindow, p: Pembaca) -> None:
    w.show_page("rt")
    layar.tabel(w.page).selectRow(0)
    for kata_tombol in (rt.TAMBAH, rt.PENANDA, rt.UBAH, rt.AKHIRI, rt.RIWAYAT):
        p.buka(lambda k=kata_tombol: layar.tombol(w.page, k).click())  # type: ignore[misc]
    layar.tombol(w.page, rt.TAMBAH).click()
    sheet = layar.lembar()
    isi = layar.form(sheet)
    isi.isi({"nik": "12", "tmt": "31/2/2026", "jumlah_kk": "x"})
    isi.periksa()
    p.lihat(sheet)
    sheet.buang()
    layar.tertutup(sheet)
    for nama in ("roster_kantor.xlsx", "roster_contoh.xlsx"):
        p.buka(lambda n=nama: imports.buka(w.page, w.host, contoh_kantor.berkas(n)))  # type: ignore[misc]


def lembar_insentif(w: MainWindow, p: Pembaca, contoh: Contoh) -> None:
    w.show_page("insentif", contoh.draf)
    layar.tabel(w.page).selectRow(0)
    p.buka(lambda: layar.tombol(w.page, insentif.KUNCI).click())
    p.buka(lambda: layar.tombol(w.page, hidup.KHUSUS).click())
    p.buka(lambda: menu(w, insentif.TINDAKAN, hidup.PERIKSA_UTAMA))
    p.buka(lambda: menu(w, insentif.CETAK, F1))
    p.buka(lambda: menu(w, insentif.TINDAKAN, hidup.BATAL_DAFTAR))
    w.show_page("insentif", contoh.terkunci)
    layar.tabel(w.page).selectRow(0)
    for kata_tombol in (hidup.KUASA, hidup.TUNDA, hidup.KOREKSI, hidup.RIWAYAT_BARIS):
        p.buka(lambda k=kata_tombol: layar.tombol(w.page, k).click())  # type: ignore[misc]
    for kata_menu in (hidup.SPP, hidup.SP2D, hidup.RIWAYAT_DAFTAR):
        p.buka(lambda k=kata_menu: menu(w, insentif.TINDAKAN, k))  # type: ignore[misc]
    w.show_page("insentif", contoh.lunas)
    layar.tabel(w.page).selectRow(0)
    for kata_tombol in (insentif.BATAL_TERIMA, hidup.KEMBALIKAN):
        p.buka(lambda k=kata_tombol: layar.tombol(w.page, k).click())  # type: ignore[misc]
    layar.tabel(w.page).setFocus()
    layar.tekan(layar.ESC)
    p.lihat(w)
    p.buka(lambda: layar.tombol(w.page, insentif.SUSUN).click())
    w.show_page("keputusan")
    layar.tabel(w.page).selectRow(0)
    layar.tabel(w.page).setFocus()
    layar.ketik("1")
    for kata_tombol in ("Uang dikembalikan", "Perhitungkan", "Salah catat"):
        p.buka(lambda k=kata_tombol: layar.tombol(w.page, k).click())  # type: ignore[misc]
    for kata_tombol in (keputusan.LIHAT_SELESAI, keputusan.LIHAT_KOTA):
        layar.tombol(w.page, kata_tombol).click()
        p.lihat(w)
        layar.tekan(layar.ESC)


def lainnya(w: MainWindow, p: Pembaca) -> None:
    w.show_page("beranda")
    layar.tekan(Qt.Key.Key_Return, mod=layar.CTRL)
    layar.pesan(w, "dimatikan")
    p.lihat(w)
    w._palette()
    popup = QApplication.activePopupWidget()
    assert popup
    p.lihat(popup)
    popup.close()
    p.buka(CrashDialog("contoh", "Rincian juga dicatat.", w).open)


def test_every_word_of_the_window_is_indonesian(contoh: Contoh, buka: Buka, qapp: QApplication, tmp_path: Path) -> None:
    p = Pembaca()
    baru = buka(tmp_path / "baru")
    p.lihat(baru)
    layar.tombol(baru, text.WIZ_TANPA).click()
    p.lihat(baru)
    layar.form(baru).isi({"kelurahan": contoh_kantor.KELURAHAN})
    layar.tekan(layar.ENTER)
    p.lihat(baru)
    w = buka(contoh.pc1)
    p.lihat(w)
    layar.ketik("1111")
    layar.tekan(layar.ENTER)
    p.lihat(w)
    layar.ketik(contoh_kantor.PIN)
    layar.tekan(layar.ENTER)
    halaman(w, p, contoh)
    lembar_rt(w, p)
    lembar_insentif(w, p, contoh)
    lainnya(w, p)
    assert len(p.dilihat) > 400
    assert {text.AKHIRI, rt.KOSONG_ISI, insentif.KUNCI, "Besar (125 %)"} - p.dilihat == {rt.KOSONG_ISI}
    assert inggris(p.dilihat) == []
    theme.apply(qapp)


def test_an_english_word_would_be_noticed(qtbot: object) -> None:
    del qtbot
    jendela = QWidget()
    jendela.setWindowTitle("Data RT")
    label = QLabel("Please wait while loading", jendela)
    field = QLineEdit(jendela)
    field.setPlaceholderText("Search")
    assert {satu for satu, _ in inggris(semua(jendela))} == {"please", "wait", "loading", "search"}
    assert inggris(kata(label)) == [("loading", label.text()), ("please", label.text()), ("wait", label.text())]
    assert inggris(["Cari RT, nama, atau perintah", "Ctrl+Enter", "No. HP"]) == []
