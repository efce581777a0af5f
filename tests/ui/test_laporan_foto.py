"""Photos of reports by keys, drops and pastes: in the entry, from the list, only at the city."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.storage import photos, shelf
from tests import cetakan
from tests.ui import contoh_kegiatan, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kegiatan import gambar
from tests.ui.halaman_laporan import (
    buka_kantor,
    diam,
    halaman,
    jatuhkan,
    kata,
    mulai,
    semua,
    tersimpan,
    tersimpan_saja,
    tulis,
)  # fmt: skip
from tests.ui.layar import ALT, CTRL, ENTER, ESC, cari, fokus, ketik, lembar, pesan, tekan, tertutup, tunggu
from ui.kit import text as kit
from ui.modules.laporan import foto_terima, text, text_foto
from ui.modules.laporan.catat_terakhir import Terakhir
from ui.modules.laporan.foto_antre import AntreFoto
from ui.modules.laporan.foto_lihat import LihatFoto
from ui.modules.laporan.foto_masuk import FotoMasuk
from ui.shell.window import MainWindow


@pytest.fixture
def kosong(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office without a report."""
    return buka_kantor(tmp_path, buka)


def test_dropped_photos_go_with_their_report_and_bad_ones_are_named(kosong: MainWindow, tmp_path: Path) -> None:
    w = kosong
    page = mulai(w)
    ditolak: list[str] = []
    AntreFoto.dari(w.host).ditolak.connect(lambda satu: ditolak.append(satu.nama))
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
    tunggu(lambda: ditolak == ["catatan.jpg", "kosong.png"], "yang bukan foto disebut")
    assert page.isi.field("rt").nilai() == "5", "nothing typed is lost"
    store = w.host.store
    for f in queries.foto(store.reader(), semua(w)[0].laporan_id):
        assert photos.read(store, f.kunci)
    tunggu(lambda: AntreFoto.dari(w.host).menunggu == 0, "antrean foto kosong")


def test_words_of_refused_photos_go_with_esc_the_next_photo_and_the_report(kosong: MainWindow, tmp_path: Path) -> None:
    w = kosong
    page = mulai(w)
    masuk = cari(page, FotoMasuk)
    buruk = tulis(tmp_path, "catatan.jpg", b"bukan foto")
    assert kata(cari(page, Terakhir)).count("Belum ada yang dicatat") == 1

    def esc() -> None:
        tekan(ESC)

    def foto() -> None:
        jatuhkan(page, [tulis(tmp_path, "a.jpg", gambar(3))])

    def catat() -> None:
        for teks in ("4", "21", "ronda"):
            ketik(teks)
            tekan(ENTER)

    for lepas in (esc, foto, catat):
        jatuhkan(page, [buruk])
        tunggu(lambda: "catatan.jpg" in masuk.ditolak, "ditolak")
        lepas()
        assert masuk.ditolak == ""
        assert page.isVisible(), "Esc closes the words first"
    assert "Tidak ikut: catatan.jpg" in pesan(w, "tersimpan")
    tersimpan(w, 1)
    assert "Belum ada yang dicatat" not in kata(cari(page, Terakhir))


def test_a_pasted_photo_and_one_for_a_report_of_the_list(kosong: MainWindow) -> None:
    w = kosong
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


def test_photos_taken_off_by_mistake_come_back(kosong: MainWindow, tmp_path: Path) -> None:
    w = kosong
    page = mulai(w)
    jatuhkan(page, [tulis(tmp_path, f"foto{ke}.jpg", gambar(80 + ke)) for ke in range(2)])
    tunggu(lambda: text_foto.SIAP.format(n=2) in kata(page), "dua foto siap")
    layar.tombol(page, text_foto.LEPAS).click()
    assert text_foto.KOSONG in kata(page)
    assert "2 foto dilepaskan" in pesan(w, "dilepaskan")
    jatuhkan(page, [tulis(tmp_path, "lain.jpg", gambar(90))])
    tunggu(lambda: text_foto.SIAP.format(n=1) in kata(page), "foto lain siap")
    layar.tombol(w, kit.URUNGKAN).click()
    assert text_foto.SIAP.format(n=3) in kata(page)
    for teks in ("4", "21", "ronda"):
        ketik(teks)
        tekan(ENTER)
    tersimpan(w, 1)
    assert semua(w)[0].foto == 3


def test_saving_does_not_wait_for_photos(kosong: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    w = kosong
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


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    cetakan.tuang(tmp_path / "kantor", contoh_kegiatan.siapkan, 24)
    return buka("kantor")


def test_photos_added_looked_at_and_taken_off(w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = halaman(w)
    b = next(satu for satu in semua(w) if not satu.foto)
    page.open_id(b.laporan_id)
    tekan(Qt.Key.Key_F, mod=ALT)
    assert text.TANPA_FOTO in pesan(w, "belum punya foto")
    monkeypatch.setattr(foto_terima, "pilih", lambda _parent: [tulis(tmp_path, "nol.jpg", gambar(70))])
    layar.tombol(w, text.FOTO_TAMBAH).click()
    assert "1 foto ditambahkan." in pesan(w, "ditambahkan")
    diam(w)
    w.host.undo()
    tunggu(lambda: not queries.foto(w.host.store.reader(), b.laporan_id), "diurungkan")
    diam(w)
    jatuhkan(page.daftar, [tulis(tmp_path, "a.jpg", gambar(71)), tulis(tmp_path, "b.jpg", gambar(72))])
    assert "2 foto ditambahkan." in pesan(w, "ditambahkan")
    diam(w)
    tekan(Qt.Key.Key_F, mod=ALT)
    dialog = cari(w, LihatFoto)
    tunggu(lambda: dialog.terlihat, "foto pertama")
    tekan(Qt.Key.Key_Right)
    assert "Foto 2 dari 2" in dialog.windowTitle()
    tekan(Qt.Key.Key_Delete)
    tertutup(dialog)
    diam(w)
    assert len(queries.foto(w.host.store.reader(), b.laporan_id)) == 1
    w.host.undo()
    tunggu(lambda: len(queries.foto(w.host.store.reader(), b.laporan_id)) == 2, "kembali")
    diam(w)
    jatuhkan(page.daftar, [tulis(tmp_path, "rusak.jpg", b"rusak")])
    assert "rusak.jpg" in pesan(w, "rusak.jpg")
    tunggu(lambda: AntreFoto.dari(w.host).menunggu == 0, "antrean foto kosong")


def test_a_photo_that_is_only_at_the_city(w: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page, store = halaman(w), w.host.store
    b = next(satu for satu in semua(w) if satu.foto)
    kunci = queries.foto(store.reader(), b.laporan_id)[0].kunci
    isi = photos.read(store, kunci)
    assert isi
    shelf.path(store.folder / photos.FOLDER, kunci).unlink()
    monkeypatch.setattr(photos, "places", lambda _store, semua: dict.fromkeys(semua, photos.Place.AWAY))
    jawab: list[bytes | Gangguan | None] = [Gangguan("Tidak ada sambungan ke kota.", "Coba lagi nanti."), None, isi]

    def photo(_key: str) -> bytes | None:
        satu = jawab.pop(0)
        if isinstance(satu, Gangguan):
            raise satu
        return satu

    monkeypatch.setattr(w.host, "_photo", photo)
    page.open_id(b.laporan_id)
    tekan(Qt.Key.Key_F, mod=ALT)
    dialog = cari(w, LihatFoto)
    tunggu(lambda: text_foto.DI_KOTA in dialog.kata(), "foto di kota")
    tekan(ENTER)
    tunggu(lambda: "Tidak ada sambungan ke kota." in dialog.kata(), "tanpa sambungan")
    layar.tombol(dialog, text_foto.LAGI)
    tekan(ENTER)
    tunggu(lambda: text_foto.BELUM_SAMPAI in dialog.kata(), "belum sampai")
    layar.tombol(dialog, text_foto.LAGI)
    tekan(ENTER)
    tunggu(lambda: dialog.terlihat, "foto diambil")
    assert dialog.kata() == ""
    tekan(ESC)
    tertutup(dialog)


def test_a_lost_photo_is_replaced_from_the_viewer(
    w: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, store = halaman(w), w.host.store
    b = next(satu for satu in semua(w) if satu.foto == 1)
    shelf.path(store.folder / photos.FOLDER, queries.foto(store.reader(), b.laporan_id)[0].kunci).unlink()
    monkeypatch.setattr(foto_terima, "pilih", lambda _parent: [tulis(tmp_path, "lagi.jpg", gambar(91))])
    page.open_id(b.laporan_id)
    tekan(Qt.Key.Key_F, mod=ALT)
    dialog = cari(w, LihatFoto)
    tunggu(lambda: "Tambahkan foto itu lagi" in dialog.kata(), "hilang")
    tekan(Qt.Key.Key_G, mod=ALT)
    tertutup(dialog)
    tunggu(lambda: len(queries.foto(store.reader(), b.laporan_id)) == 2, "foto baru")
    diam(w)
