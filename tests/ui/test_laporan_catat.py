"""The entry of reports by keys: ten in a row, several RT at once, photos nobody waits for, drafts, undo."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan.model import Laporan, Saring
from sipokat_desktop.storage import photos
from tests.ui import contoh_barang, contoh_kegiatan, layar
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_kegiatan import HARI, gambar
from tests.ui.layar import ALT, CTRL, ENTER, ESC, TAB, TURUN, cari, fokus, ketik, lembar, pesan, tekan, tertutup, tunggu
from ui.modules.laporan import text_catat, text_foto
from ui.modules.laporan.catat import CatatPage
from ui.modules.laporan.catat_terakhir import Terakhir
from ui.modules.laporan.foto_antre import SETELAN, AntreFoto
from ui.modules.laporan.foto_masuk import FotoMasuk
from ui.shell.window import MainWindow


def buka_kantor(folder: Path, buka: Buka, nama: str = "kantor") -> MainWindow:
    """Open the window of the office at the fixed day, on the page of reports."""
    if not (folder / nama).exists():
        contoh_kegiatan.kantor(folder / nama)
    w = buka(nama)
    contoh_barang.jam(w._office, HARI.isoformat())  # type: ignore[arg-type]
    w.show_page("laporan")
    tunggu(lambda: not w.jobs.sedang, "halaman dimuat")
    return w


def mulai(w: MainWindow) -> CatatPage:
    """Begin to record by Ctrl+N."""
    w.activateWindow()
    tekan(Qt.Key.Key_N, mod=CTRL)
    return cari(w.page, CatatPage)


def semua(w: MainWindow) -> list[Laporan]:
    """Return all reports, the one recorded last first."""
    return sorted(queries.daftar(w.host.store.reader(), Saring()), key=lambda b: b.laporan_id, reverse=True)


def tersimpan(w: MainWindow, banyak: int) -> None:
    """Wait until so many reports are there and the form is ready for the next."""
    tunggu(lambda: len(semua(w)) == banyak and not w.jobs.sedang, f"{banyak} laporan, ada {len(semua(w))}")


def tersimpan_saja(w: MainWindow, banyak: int) -> None:
    """Wait until so many reports are there, whatever else is still at work."""
    tunggu(lambda: len(semua(w)) == banyak, f"{banyak} laporan, ada {len(semua(w))}")


def kata(widget: QWidget) -> str:
    """Return all words that are shown."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    return buka_kantor(tmp_path, buka)


def test_ten_reports_in_a_row_need_few_keys(w: MainWindow) -> None:
    page = mulai(w)
    tombol = 0

    def hitung(teks: str, *lagi: Qt.Key) -> None:
        nonlocal tombol
        tombol += len(teks) + len(lagi)
        ketik(teks)
        tekan(*lagi)

    hitung("1", ENTER)
    hitung("21", ENTER)  # the kind: field 2, first place
    hitung("gotong royong", ENTER)
    tersimpan(w, 1)
    assert (semua(w)[0].jenis, semua(w)[0].bidang, semua(w)[0].tanggal) == ("gotong_royong", "2", HARI.isoformat())
    for ke in range(2, 10):
        hitung(str(ke), ENTER)
        hitung(f"siring {ke}", ENTER)
        tersimpan(w, ke)
    hitung("1", ENTER)
    hitung("siring 1", ENTER)
    tersimpan(w, 10)
    tulisan = len("gotong royong") + 9 * len("siring 1")
    assert tombol - tulisan == 4 + 2 + 9 * 3, "RT, Enter, Enter for each; the kind once"
    assert {b.jenis for b in semua(w)} == {"gotong_royong"}
    assert len({b.jabatan_id for b in semua(w)}) == 9
    assert page.findChildren(Terakhir)[0].banyak == 10
    assert "Sudah 10 laporan." in pesan(w, "RT 01 tersimpan")
    assert fokus() is page.isi.field("rt"), "ready for the next one"
    layar.tekan(Qt.Key.Key_Z, mod=CTRL)
    tersimpan(w, 9)
    tunggu(lambda: page.findChildren(Terakhir)[0].banyak == 9, "daftar di samping ikut")


def test_the_same_activity_for_the_next_rt_and_for_many_at_once(w: MainWindow) -> None:
    page = mulai(w)
    ketik("2")
    tekan(ENTER)
    ketik("got")
    tekan(ENTER)
    ketik("kerja bakti menyambut hari jadi")
    tekan(Qt.Key.Key_B, mod=CTRL)
    tersimpan(w, 1)
    tunggu(lambda: page.isi.field("rt").nilai() == "3", "RT berikutnya")
    tekan(ENTER)
    tersimpan(w, 2)
    assert [b.uraian for b in semua(w)] == ["kerja bakti menyambut hari jadi"] * 2
    assert {b.nomor for b in semua(w)} == {"02", "03"}
    ketik("4-6, 8")
    assert "4 RT: RT 04, RT 05, RT 06, RT 08" in kata(page)
    tekan(ENTER)
    ketik("jalan sehat")
    tekan(ENTER)
    tersimpan(w, 6)
    assert "4 laporan tersimpan untuk 4 RT." in pesan(w, "4 RT")
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tersimpan(w, 2)


def test_what_is_wrong_is_said_and_nothing_is_lost(w: MainWindow) -> None:
    page = mulai(w)
    ketik("77")
    tekan(ENTER)
    ketik("13")
    tekan(ENTER)
    ketik("pengantar")
    tekan(ENTER)
    tunggu(lambda: fokus() is page.isi.field("rt"), "ke RT yang salah")
    assert "RT 77 tidak ada di kelurahan ini" in kata(page)
    assert page.isi.field("uraian").nilai() == "pengantar"
    layar.ganti("3")
    tekan(TAB)
    layar.ganti("1/1/2027")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "2027" in page.isi.pesan("tanggal"), "tanggal ditolak")
    assert not semua(w)
    layar.ganti("24/5")
    assert page.isi.field("uraian").nilai() == "pengantar"


def test_arrows_change_the_rt_and_suggestions_fill_the_words(w: MainWindow) -> None:
    page = mulai(w)
    tekan(TURUN)
    tunggu(lambda: page.isi.field("rt").nilai() == "1", "RT pertama")
    tekan(TURUN, TURUN, Qt.Key.Key_Up)
    assert page.isi.field("rt").nilai() == "2"
    tekan(ENTER)
    ketik("21")
    tekan(ENTER)
    ketik("bersih-bersih makam")
    tekan(ENTER)
    tersimpan(w, 1)
    ketik("5")
    tekan(ENTER)
    ketik("ber")
    saran = page.isi.saran[0]
    tunggu(lambda: saran.tampak, "saran")
    tekan(TURUN, ENTER)
    assert page.isi.field("uraian").nilai() == "bersih-bersih makam"
    assert not saran.tampak
    tekan(ENTER)
    tersimpan(w, 2)


def test_a_likely_duplicate_is_said_and_does_not_block(w: MainWindow) -> None:
    mulai(w)
    for ke in (1, 2):
        ketik("3")
        tekan(ENTER)
        if ke == 1:
            ketik("23")
            tekan(ENTER)
        ketik("membersihkan siring mushola")
        tekan(ENTER)
        tersimpan(w, ke)
    assert "Perhatikan:" in pesan(w, "Perhatikan")
    assert "membersihkan siring mushola" in kata(cari(w.page, Terakhir))


def jatuhkan(page: QWidget, berkas: Sequence[Path]) -> None:
    """Drop files on the page as the desktop does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(satu)) for satu in berkas])
    salin, tiada = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    kiri = Qt.MouseButton.LeftButton
    masuk = QDragEnterEvent(QPoint(50, 50), salin, mime, kiri, tiada)
    QApplication.sendEvent(page, masuk)
    assert masuk.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPoint(50, 50), salin, mime, kiri, tiada))


def tulis(folder: Path, nama: str, isi: bytes) -> Path:
    """Write a file to drop."""
    berkas = folder / nama
    berkas.write_bytes(isi)
    return berkas


def test_dropped_photos_go_with_their_report_and_bad_ones_are_named(w: MainWindow, tmp_path: Path) -> None:
    page = mulai(w)
    baik = [tulis(tmp_path, f"foto{ke}.jpg", gambar(ke)) for ke in range(3)]
    buruk = [tulis(tmp_path, "catatan.jpg", b"bukan foto"), tulis(tmp_path, "kosong.png", b"")]
    jatuhkan(page, [baik[0], buruk[0], baik[1], buruk[1], baik[2]])
    ketik("4")
    tekan(ENTER)
    ketik("21")
    tekan(ENTER)
    ketik("kerja bakti")
    tekan(ENTER)  # saved while the photos are still being made ready
    ketik("5")
    tunggu(lambda: page.isi.field("rt").nilai() == "5" and len(semua(w)) == 1, "laporan tersimpan, RT berikutnya")
    tunggu(lambda: semua(w)[0].foto == 3, "tiga foto menyusul")
    masuk = cari(page, FotoMasuk)
    tunggu(lambda: "catatan.jpg" in masuk.ditolak and "kosong.png" in masuk.ditolak, masuk.ditolak)
    assert page.isi.field("rt").nilai() == "5", "nothing typed is lost"
    store = w.host.store
    for f in queries.foto(store.reader(), semua(w)[0].laporan_id):
        assert photos.read(store.folder, f.kunci)
    assert AntreFoto.dari(w.host).menunggu == 0


def test_a_pasted_photo_and_one_for_a_report_of_the_list(w: MainWindow) -> None:
    page = mulai(w)
    ketik("4")
    tekan(ENTER)
    ketik("21")
    tekan(ENTER)
    ketik("kerja bakti")
    QGuiApplication.clipboard().setImage(QImage.fromData(gambar(5)))
    tekan(Qt.Key.Key_V, mod=CTRL)
    tunggu(lambda: text_foto.SIAP.format(n=1) in kata(page), "foto siap")
    tekan(ENTER)
    tersimpan(w, 1)
    assert semua(w)[0].foto == 1
    tekan(Qt.Key.Key_L, mod=CTRL)
    QGuiApplication.clipboard().setImage(QImage.fromData(gambar(6)))
    tekan(Qt.Key.Key_V, mod=CTRL)
    tunggu(lambda: semua(w)[0].foto == 2, "foto kedua pada laporan yang dipilih")
    tekan(ENTER)
    sheet = lembar()
    layar.ganti("kerja bakti di makam")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: semua(w)[0].uraian == "kerja bakti di makam", "uraian diubah")
    tekan(Qt.Key.Key_Delete)
    tersimpan(w, 0)
    assert page.findChildren(Terakhir)[0].banyak == 0
    QGuiApplication.clipboard().setText("gotong royong")
    tekan(ESC, ESC)  # the first one closes the message
    assert fokus() is page.isi.field("rt")
    tekan(Qt.Key.Key_V, mod=CTRL)
    assert page.isi.field("rt").nilai() == "gotong royong", "words are pasted as words"


def test_a_draft_and_waiting_photos_survive_the_window(tmp_path: Path, buka: Buka) -> None:
    w = buka_kantor(tmp_path, buka)
    mulai(w)
    ketik("7")
    tekan(ENTER)
    ketik("31")
    tekan(ENTER)
    ketik("ronda mal")
    hilang = tulis(tmp_path, "hilang.jpg", gambar(1))
    AntreFoto.dari(w.host).masuk([tulis(tmp_path, "satu.jpg", gambar(2))])
    tunggu(lambda: AntreFoto.dari(w.host).kini.siap, "foto siap")
    tutup(w)
    with closing(Office(tmp_path / "kantor")) as office:
        assert "ronda mal" in office.store.setting("draf.laporan.catat")
        isi = json.loads(office.store.setting(SETELAN))
        isi[0]["berkas"] = [str(hilang)]
        office.store.set_setting(SETELAN, json.dumps(isi))
    hilang.unlink()
    w = buka_kantor(tmp_path, buka)
    page = mulai(w)
    assert page.isi.field("uraian").nilai() == "ronda mal"
    tunggu(lambda: text_foto.SIAP.format(n=1) in kata(page), "foto kembali")
    tunggu(lambda: "hilang.jpg" in cari(page, FotoMasuk).ditolak, "berkas yang hilang disebut")
    page.isi.fokus("uraian")
    ketik("am")
    tekan(ENTER)
    tersimpan(w, 1)
    assert (semua(w)[0].uraian, semua(w)[0].foto) == ("ronda malam", 1)
    tunggu(lambda: not w.host.store.setting(SETELAN), "tidak ada lagi yang menunggu")
    tekan(ESC)
    mulai(w)
    assert not w.host.store.setting("draf.laporan.catat")


def test_an_office_without_rt_is_led_to_them(tmp_path: Path, buka: Buka) -> None:
    from sipokat_desktop.storage import users

    with closing(Office(tmp_path / "baru")) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
    w = buka("baru")
    w.show_page("laporan")
    tekan(Qt.Key.Key_N, mod=CTRL)
    page = cari(w.page, CatatPage)
    assert text_catat.TANPA_RT_JUDUL in kata(page)
    layar.tombol(page, text_catat.BUKA_RT).click()
    tunggu(lambda: type(w.page).__name__ == "RtPage", "Data RT")


def test_saving_does_not_wait_for_photos(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tahan = threading.Event()
    asli = ops.siapkan_foto
    monkeypatch.setattr(ops, "siapkan_foto", lambda store, isi: (tahan.wait(20), asli(store, isi))[1])
    page = mulai(w)
    jatuhkan(page, [tulis(tmp_path, "lambat.jpg", gambar(3))])
    for ke in (1, 2, 3):
        ketik(str(ke))
        tekan(ENTER)
        if ke == 1:
            ketik("21")
            tekan(ENTER)
        ketik(f"kerja bakti {ke}")
        tekan(ENTER)
        tersimpan_saja(w, ke)
    tahan.set()
    tunggu(lambda: [b.foto for b in semua(w)] == [0, 0, 1], "foto menyusul pada laporan pertama")


def test_the_keys_of_the_page_are_told(w: MainWindow) -> None:
    mulai(w)
    assert w.page.help == text_catat.BANTUAN
    QTest.keyClick(fokus(), ESC)
    tunggu(lambda: w.page.help != text_catat.BANTUAN, "kembali ke daftar")
    assert ALT
