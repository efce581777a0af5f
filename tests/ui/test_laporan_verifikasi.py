"""Verification by keys: exceptions first, forty reports, all without any at once, undo, the camat's word."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan.model import Jumlah, Saring
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import users
from tests.kota import CityThread
from tests.ui import contoh_barang, contoh_kegiatan, layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kegiatan import HARI
from tests.ui.layar import ALT, CTRL, ENTER, ESC, TURUN, cari, fokus, ketik, lembar, pesan, tekan, tertutup, tunggu
from tests.unit.kantor import isian
from ui.kit.buttons import Button
from ui.modules.laporan import text_verifikasi as text
from ui.modules.laporan.catat import CatatPage
from ui.modules.laporan.foto_lihat import LihatFoto
from ui.modules.laporan.verifikasi import VerifikasiPage
from ui.modules.laporan.verifikasi_kartu import KartuPeriksa
from ui.shell.window import MainWindow

KECAMATAN = "kec:16.73.01"
SATU, DUA = wilayah.kelurahan_dari(KECAMATAN)[:2]


def buka_verifikasi(w: MainWindow) -> VerifikasiPage:
    """Open the page of reports and begin to verify by Alt+V."""
    contoh_barang.jam(w._office, HARI.isoformat())  # type: ignore[arg-type]
    w.show_page("laporan")
    tunggu(lambda: not w.jobs.sedang, "halaman dimuat")
    tekan(Qt.Key.Key_V, mod=ALT)
    page = cari(w.page, VerifikasiPage)
    tunggu(lambda: page.tabel.row_count() and not w.jobs.sedang, "laporan diperiksa")
    return page


def jumlah(w: MainWindow) -> Jumlah:
    return queries.jumlah(w.host.store.reader(), Saring())


def kartu(page: VerifikasiPage) -> str:
    """Return all words about the report that is shown large."""
    return "\n".join(label.text() for label in cari(page, KartuPeriksa).findChildren(QLabel) if label.isVisible())


def kini(page: VerifikasiPage) -> str:
    return page.tabel.current_id()


def diam(w: MainWindow) -> None:
    """Wait until all is written and read again."""
    layar.biarkan(90)
    tunggu(lambda: not w.jobs.sedang, "selesai menulis")


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office with forty reports: three odd ones, twelve without photo, the rest with nothing to say of."""
    contoh_kegiatan.kantor(tmp_path / "kantor")
    with closing(Office(tmp_path / "kantor")) as office:
        contoh_barang.jam(office, HARI.isoformat())
        for ke in range(37):
            id = contoh_kegiatan.catat(office, 2 * ke, HARI - timedelta(days=40 - ke))
            if ke % 3:
                foto = ops.siapkan_foto(office.store, contoh_kegiatan.gambar(1000 + 17 * ke, 400, 300))
                ops.tambah_foto(office.store, id, [foto])
        contoh_kegiatan.aneh(office)
    return buka("kantor")


def sisa_perlu(page: VerifikasiPage) -> int:
    """Return how many reports with something odd still wait."""
    return sum(not satu.bersih and id not in page._antrean.sudah for id, satu in page._antrean.isi.items())


def maju(page: VerifikasiPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_forty_reports_by_keys_exceptions_first(w: MainWindow) -> None:
    page = buka_verifikasi(w)
    assert page.tabel.row_count() == 40
    assert "0 dari 40 sudah diverifikasi" in maju(page)
    assert "Foto yang sama dipakai" in kartu(page), "the weightiest first"
    assert "Laporan yang mirip" in kartu(page), "the other one stands beside it"
    pertama = kini(page)
    ketik("y")
    assert kini(page) != pertama, "the next one is there at once"
    ketik("t")
    ketik("Fotonya dari RT lain")
    tekan(ENTER)
    diam(w)
    assert (jumlah(w).lurah_ya, jumlah(w).lurah_tidak) == (1, 1)
    ketik("t")
    ketik("fo")
    tunggu(lambda: page._alasan._saran.tampak, "catatan yang pernah dipakai")
    tekan(TURUN, ENTER, ENTER)
    diam(w)
    ketik("h")
    assert kartu(page).count("Fotonya dari RT lain") == 1, "the note once"
    assert "Sudah dicatat: tidak" in kartu(page)
    ketik("j")
    ditolak = queries.daftar(w.host.store.reader(), Saring(lurah="tidak"))
    assert [b.lurah_catatan for b in ditolak] == ["Fotonya dari RT lain"] * 2
    dua = kini(page)
    tekan(Qt.Key.Key_Z)
    tunggu(lambda: len(page._antrean.sudah) == 2 and kini(page) != dua, "yang diurungkan tampil lagi")
    assert (jumlah(w).lurah_ya, jumlah(w).lurah_tidak) == (1, 1), "Z takes the last one back"
    ketik("y" * sisa_perlu(page))
    diam(w)
    selesaikan(w, page)


def selesaikan(w: MainWindow, page: VerifikasiPage) -> None:
    """Say yes to all that is in order, and take that back as one act."""
    bersih = jumlah(w).lurah_belum
    assert bersih > 15
    layar.tombol(page, f"Ya untuk {bersih} yang tidak bermasalah")
    tekan(Qt.Key.Key_S, mod=ALT)
    assert f"Verifikasi lurah “ya” dicatat untuk {bersih} laporan." in pesan(w, "dicatat untuk")
    diam(w)
    assert jumlah(w).lurah_belum == 0
    assert "Selesai: 40 laporan diverifikasi" in kartu(page)
    aktif = {b.text() for b in page.findChildren(Button) if b.isVisible() and b.isEnabled()}
    assert not aktif & {text.YA, text.TIDAK, text.KATEGORI}, "no report is shown to decide on"
    ketik("t")
    assert page._alasan.isHidden()
    assert fokus() is page.tabel
    assert cari(w, Button, lambda b: b.text() == "Urungkan")._shortcut == "Ctrl+Z"
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: jumlah(w).lurah_belum == bersih, "urungkan semuanya sebagai satu tindakan")
    diam(w)
    assert f"{40 - bersih} dari 40" in maju(page)


def test_the_other_keys(w: MainWindow) -> None:
    page = buka_verifikasi(w)
    awal = kini(page)
    ketik("j")
    dua = kini(page)
    ketik("h")
    assert (kini(page), dua != awal) == (awal, True)
    sebelum = queries.satu(w.host.store.reader(), awal)
    ketik("k")
    diam(w)
    sesudah = queries.satu(w.host.store.reader(), awal)
    assert sebelum
    assert sesudah
    assert (sebelum.laporan.kategori, sesudah.laporan.kategori) == ("kinerja", "biasa")
    assert kini(page) == awal
    ketik("f")
    dialog = cari(w, LihatFoto)
    tunggu(lambda: dialog.terlihat, "foto")
    tekan(Qt.Key.Key_Plus)
    assert dialog._kanvas.kali > 1
    tekan(ESC)
    tertutup(dialog)
    assert fokus() is page.tabel
    tekan(ENTER)
    sheet = lembar()
    layar.ganti("Membersihkan siring sampai ke muara")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    diam(w)
    assert "sampai ke muara" in kartu(page)


def test_a_no_needs_a_note_and_a_change_asks_again(w: MainWindow) -> None:
    page = buka_verifikasi(w)
    awal = kini(page)
    ketik("t")
    tekan(ENTER)
    assert "Tulis catatannya" in "\n".join(x.text() for x in page.findChildren(QLabel) if x.isVisible())
    tekan(ESC)
    assert fokus() is page.tabel
    assert jumlah(w).lurah_tidak == 0
    ketik("y")
    diam(w)
    ops.ubah(w.host.store, awal, {"uraian": "Membersihkan selokan besar"})
    page.load()
    diam(w)
    assert awal in page._antrean.urut
    assert awal not in page._antrean.sudah, "changed after the word: it waits again"


def test_nothing_to_verify_and_all_verified(tmp_path: Path, buka: Buka) -> None:
    contoh_kegiatan.kantor(tmp_path / "kantor")
    w = buka("kantor")
    contoh_barang.jam(w._office, HARI.isoformat())  # type: ignore[arg-type]
    w.show_page("laporan", "verifikasi")
    page = cari(w.page, VerifikasiPage)
    diam(w)
    tunggu(lambda: maju(page).split("\n").count(text.TANPA) == 1, "said once, and not that all are verified")
    assert "sudah diverifikasi" not in maju(page)
    assert not page.tabel.isVisible()
    tekan(Qt.Key.Key_N, mod=CTRL)
    catat = cari(w.page, CatatPage)
    ketik("3")
    tekan(ENTER)
    ketik("21")
    tekan(ENTER)
    ketik("kerja bakti")
    tekan(ENTER)
    tunggu(lambda: jumlah(w).semua == 1 and not w.jobs.sedang, "tercatat")
    assert catat.isVisible()
    w.page.open_id("verifikasi")
    page = cari(w.page, VerifikasiPage)
    diam(w)
    assert page.tabel.isVisible()
    ketik("y")
    diam(w)
    assert "Selesai: 1 laporan" in kartu(page)
    w.page.open_id("verifikasi")
    page = cari(w.page, VerifikasiPage)
    tunggu(lambda: maju(page).split("\n").count(text.KOSONG) == 1, "tidak ada yang menunggu")
    w.messages.tutup()
    tekan(ESC)
    tunggu(lambda: not w.page.findChildren(VerifikasiPage) or not page.isVisible(), "kembali")


def kantor_camat(folder: Path, kota: CityThread) -> Path:
    """Make a kecamatan's office: two kelurahan sent two reports each, the lurah said yes to all but one."""
    for ke, kode in enumerate((SATU, DUA), 1):
        with closing(Office(folder / kode)) as lurah:
            contoh_barang.jam(lurah, HARI.isoformat())
            lurah.enrol(server=kota.url, code=kota.invite(kode), name="Lurah")
            rt.tambah(lurah.store, kode, isian(ke, nama=f"Ketua {wilayah.nama(kode)}"))
            ids = [contoh_kegiatan.catat(lurah, 2 * ke + n, HARI - timedelta(days=n), kode) for n in range(2)]
            ops.verifikasi(lurah.store, ids[: 3 - ke], "ya")
            lurah.sync()
    with closing(Office(folder / "camat")) as office:
        contoh_barang.jam(office, HARI.isoformat())
        office.enrol(server=kota.url, code=kota.invite(KECAMATAN), name="Camat")
        users.add(office.store, name="Camat")
        office.sync()
    return folder / "camat"


@pytest.fixture
def camat(tmp_path: Path, kota: CityThread, buka: Buka) -> MainWindow:
    kantor_camat(tmp_path, kota)
    return buka("camat")


def test_the_camats_word_across_the_kelurahan(camat: MainWindow) -> None:
    w = camat
    page = buka_verifikasi(w)
    assert page.tabel.row_count() == 3, "what the lurah said yes to"
    assert {layar.sel(page.tabel, ke, 0) for ke in range(3)} == {wilayah.nama(SATU), wilayah.nama(DUA)}
    ketik("k")
    assert "Kategori dicatat kelurahan" in pesan(w, "Kategori")
    ketik("y")
    ketik("t")
    ketik("Lampirkan daftar hadir")
    tekan(ENTER)
    diam(w)
    n = jumlah(w)
    assert (n.camat_ya, n.camat_tidak, n.camat_belum) == (1, 1, 2)
    w._office.sync()
    tekan(ESC, ESC)
    tunggu(lambda: not page.isVisible(), "kembali ke daftar")
    w.activateWindow()
    tekan(Qt.Key.Key_N, mod=CTRL)
    assert not w.page.findChildren(QLabel, "catat"), "a kecamatan records no reports"
    tekan(Qt.Key.Key_Home, ENTER)
    assert pesan(w, "kelurahan")


def test_the_city_office_only_reads(tmp_path: Path, kota: CityThread, buka: Buka) -> None:
    with closing(Office(tmp_path / "kota")) as office:
        office.enrol(server=kota.url, code=kota.invite("kota"), name="Tapem")
        users.add(office.store, name="Tapem")
        office.sync()
    w = buka("kota")
    w.show_page("laporan")
    diam(w)
    assert not [b for b in w.page.findChildren(Button) if b.text().startswith(("Verifikasi", "Catat"))]
    w.page.open_id("verifikasi")
    assert "hanya melihat" in pesan(w, "hanya melihat")
