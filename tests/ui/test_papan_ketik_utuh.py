"""The whole of a clerk's job by keys alone, with a real city and real file dialogs: from an empty folder to the list
that is saved, printed where the printer's offset puts it, paid and sent, and back in again the next morning. Nothing is
clicked, called or given the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageOps
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.printing.testpage import Geser
from tests.kota import CityThread
from tests.ui import tata_letak
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import KELURAHAN, berkas
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    SPASI,
    TURUN,
    cari,
    dialog,
    fokus,
    form,
    ganti,
    ketik,
    lembar,
    pesan,
    siap,
    tabel,
    tekan,
    tertutup,
    tunggu,
)  # fmt: skip
from ui.kit import geser
from ui.kit.fields import TextField
from ui.kit.preview import Preview
from ui.kit.printing import Printers
from ui.kit.table import DataTable
from ui.modules.rt.impor.neraca import NeracaView
from ui.shell import text
from ui.shell.login import LoginPage
from ui.shell.window import MainWindow

PIN = "2580"
K = Qt.Key
GESER, DPI = (15, -10), 150
"""How far (tenths of a mm, to the right and down) the printer is set right; how fine the sheets are looked at."""
PALING_BANYAK = 400
"""Keys for all of it; 150 and more of them are names, numbers and paths."""


@pytest.fixture
def ketukan(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The widgets that got a key, one entry a key."""
    semua: list[str] = []
    satu, banyak = QTest.keyClick, QTest.keyClicks

    def click(widget: QWidget, *args: object) -> None:
        semua.append(type(widget).__name__)
        satu(widget, *args)  # type: ignore[call-overload]

    def clicks(widget: QWidget, kata: str) -> None:
        semua.extend([type(widget).__name__] * len(kata))
        banyak(widget, kata)

    monkeypatch.setattr(QTest, "keyClick", click)
    monkeypatch.setattr(QTest, "keyClicks", clicks)
    return semua


def di(jenis: type[QWidget], nama: str = "") -> None:
    """The keyboard is on something of this kind and name, and it is seen there."""
    kini = fokus()
    assert isinstance(kini, jenis), f"papan ketik di {tata_letak.sebut(kini)}, bukan di {jenis.__name__}"
    assert kini.accessibleName().startswith(nama), kini.accessibleName()
    akar = kini.window()
    tunggu(kini.isVisible, "tampak")
    assert tata_letak.berubah(akar, kini) >= tata_letak.TITIK_CINCIN, f"tidak tampak: {tata_letak.sebut(kini)}"
    assert fokus() is kini


def di_dialog_berkas(lokasi: Path) -> None:
    """Type a path into the file dialog that opens next, and press Enter."""

    def isi() -> None:
        berkas_ = QApplication.activeModalWidget()
        if not isinstance(berkas_, QFileDialog) or not isinstance(QApplication.focusWidget(), QLineEdit):
            QTimer.singleShot(5, isi)
            return
        tekan(K.Key_A, mod=CTRL)
        ketik(str(lokasi))
        tekan(ENTER)

    QTimer.singleShot(0, isi)


def pasang_kantor(w: MainWindow, kota: CityThread) -> None:
    di(TextField, "Kode kantor")
    ketik(kota.invite(KELURAHAN))
    tekan(ENTER)
    di(TextField, "Alamat server")
    ganti(kota.url)
    tekan(ENTER)
    tunggu(lambda: isinstance(fokus(), TextField) and fokus().accessibleName().startswith("Nama"), "terdaftar", 30)
    for isian in ("Siti Aminah", PIN, PIN):
        di(TextField)
        ketik(isian)
        tekan(ENTER)
    tunggu(lambda: isinstance(fokus(), QPushButton), "Mulai bekerja")
    di(QPushButton, text.WIZ_MULAI)
    tekan(ENTER)
    tunggu(lambda: w._frame is not None, "halaman")
    siap(w)


def impor_roster(w: MainWindow) -> None:
    tekan(K.Key_2, mod=ALT)
    siap(w)
    di_dialog_berkas(berkas())
    tekan(K.Key_I, mod=CTRL)
    sheet = lembar()
    tekan(K.Key_S, mod=CTRL)
    cari(sheet, NeracaView)
    tekan(K.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "9 baru")
    siap(w)
    di(DataTable)
    assert tabel(w.page).row_count() == 9


def susun_dan_kunci(w: MainWindow) -> None:
    tekan(K.Key_3, mod=ALT)
    siap(w)
    tekan(K.Key_N, mod=CTRL)
    sheet = lembar()
    tekan(ENTER)
    tertutup(sheet)
    siap(w)
    di(DataTable)
    lihat(None)
    tekan(K.Key_L, mod=CTRL)
    sheet = lembar()
    assert form(sheet).field("lurah").hasFocus()
    di(TextField, "Disetujui Lurah")
    ganti("Dra. Hj. Yunita")
    tekan(ENTER)
    tertutup(sheet)
    siap(w)


def lihat(simpan: Path | None) -> None:
    """Look at the paper; with ``simpan`` write it there and print it too."""
    tekan(K.Key_P, mod=CTRL)
    tunggu(QApplication.activePopupWidget, "menu Cetak")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, TURUN)
    QTest.keyClick(menu, ENTER)
    pratinjau = dialog()
    assert isinstance(pratinjau, Preview)
    di(type(pratinjau.lihat), "Pratinjau")
    tekan(K.Key_PageDown)
    if simpan is not None:
        di_dialog_berkas(simpan)
        tekan(K.Key_S, mod=CTRL)
        tunggu(lambda: str(simpan) in pratinjau.pesan.teks(), "PDF tersimpan")
        pratinjau.activateWindow()  # as the desktop does when a dialog closes
        tunggu(pratinjau.isActiveWindow, "pratinjau aktif")
        di(type(pratinjau.lihat), "Pratinjau")
        cetak(pratinjau)
        tekan(ESC)
    tekan(ESC)
    tertutup(pratinjau)


def cetak(pratinjau: Preview) -> None:
    """Choose two copies in the panel and print them."""
    for _ in range(8):
        tekan(K.Key_Tab)
        if fokus().accessibleName().startswith("Jumlah rangkap"):
            break
    di(TextField, "Jumlah rangkap")
    ganti("2")
    tekan(K.Key_P, mod=CTRL)
    tunggu(lambda: "dikirim ke printer Epson L3110" in pratinjau.pesan.teks(), "tercetak", 30)


def letak(berkas_: Path) -> list[tuple[float, ...]]:
    """Return where the ink is on each page, in mm from the left and the upper edge."""
    with pypdfium2.PdfDocument(berkas_) as pdf:
        lembar = [ImageOps.invert(hal.render(scale=DPI / 72).to_pil().convert("L")) for hal in pdf]
    kotak = [satu.point(lambda gelap: 255 if gelap > 100 else 0).getbbox() for satu in lembar]
    return [tuple(px / DPI * 25.4 for px in satu or ()) for satu in kotak]


def catat_penerimaan(w: MainWindow) -> None:
    di(DataTable)
    tekan(K.Key_Home, SPASI, TURUN, TURUN, SPASI)
    tekan(K.Key_T, mod=CTRL)
    pesan(w, "7 penerima")
    siap(w)


def akhiri_hari(w: MainWindow) -> None:
    tekan(K.Key_Return, mod=CTRL)
    tunggu(lambda: text.SELESAI_HARI in w.messages.teks(), f"hari diakhiri: {w.messages.teks()}", 30)


def masuk_lagi(w: MainWindow, buka: Buka) -> None:
    tutup(w)
    lagi = buka("kosong")
    cari(lagi, LoginPage)
    di(TextField, text.MASUK_PIN)
    ketik(PIN)
    tekan(ENTER)
    siap(lagi)
    assert lagi.host.store.user == "Siti Aminah"


@pytest.mark.parametrize("skala", [1.0, 1.25])
def test_the_whole_job(
    skala: float, buka: Buka, tmp_path: Path, kota: CityThread, ketukan: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tercetak, dipakai = tmp_path / "keluar dari printer.pdf", list[QPrinter]()

    def printer(_self: Printers, _nama: str) -> QPrinter:
        baru = QPrinter(QPrinter.PrinterMode.HighResolution)
        baru.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        baru.setResolution(200)
        baru.setOutputFileName(str(tercetak))
        dipakai.append(baru)
        return baru

    monkeypatch.setattr(Printers, "names", lambda _self: ["Epson L3110"])
    monkeypatch.setattr(Printers, "open", printer)
    kota.set_tarif()
    office = Office(tmp_path / "kosong")
    office.store.set_setting("tampilan_skala", str(skala))
    geser.simpan(office.store, "Epson L3110", Geser(*GESER), mendatar=False)
    office.close()
    kertas = tmp_path / "daftar tanda terima.pdf"
    w = buka("kosong")
    langkah: list[tuple[str, Callable[[], object]]] = [
        ("memasang", lambda: pasang_kantor(w, kota)),
        ("mengimpor", lambda: impor_roster(w)),
        ("menyusun, melihat, mengunci", lambda: susun_dan_kunci(w)),
        ("mencetak", lambda: lihat(kertas)),
        ("mencatat penerimaan", lambda: catat_penerimaan(w)),
        ("mengakhiri hari", lambda: akhiri_hari(w)),
    ]
    for nama, lakukan in langkah:
        sebelum = len(ketukan)
        lakukan()
        print(f"{nama}: {len(ketukan) - sebelum} ketukan")
    (daftar,) = queries.semua_daftar(w.host.store.reader(), lingkup=KELURAHAN)
    assert (daftar.jumlah_penerima, daftar.dibayar) == (9, 7 * 3 * 550_000)
    assert (daftar.cetak_ke, [satu.copyCount() for satu in dipakai]) == (1, [2])
    asli, geseran = letak(kertas), (GESER[0] / 10, GESER[1] / 10) * 2
    pindah = [tuple(mm + beda for mm, beda in zip(satu, geseran, strict=True)) for satu in asli]
    assert [pytest.approx(satu, abs=0.5) for satu in pindah] == letak(tercetak)
    masuk_lagi(w, buka)
    print(f"semua: {len(ketukan)} ketukan")
    assert len(ketukan) <= PALING_BANYAK
