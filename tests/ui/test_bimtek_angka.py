"""The page Bimtek: every place tells the same figures of an event, also where somebody came without an invitation."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, ops, prints, queries
from tests.ui import contoh_bimtek as contoh
from tests.ui import layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import ALT, CTRL, ENTER, ESC, TURUN, ganti, isian, ketik, pesan, tekan
from tests.unit import bimtek_contoh
from tests.unit.bimtek_contoh import Contoh
from ui.kit.labels import Label
from ui.kit.preview import Preview
from ui.modules.bimtek import langkah, sertifikat, surat, text, text_sesi
from ui.modules.bimtek.detail import Detail
from ui.shell.window import MainWindow

K = Qt.Key
Layar = tuple[MainWindow, Contoh]


@pytest.fixture
def kota(tmp_path: Path, buka: Buka) -> Layar:
    """The city's office on the morning of the event: three present, one of them also excused, one without a letter."""
    isi = contoh.kantor(tmp_path / "kota", wilayah.KOTA)
    w = buka("kota")
    layar.halaman(w, "bimtek")
    contoh.pada(w)
    contoh.catat(w, isi, 1, 3)
    semua = contoh.daftar(w, isi)
    contoh.izin_juga(w.host.store, isi, semua[0].orang)
    ops.tarik(w.host.store, [ops.id_undangan(isi.kegiatan_id, semua[-1].orang.jabatan_id)])
    hadir_ops.catat(w.host.store, isi.sesi_id, semua[-1].orang.jabatan_id, pintu="Pintu 1", tetap=True)
    w.page.load()
    contoh.tenang(w)
    return w, isi


def _kata(w: MainWindow) -> str:
    return "\n".join(satu.text() for satu in w.page.findChildren(Label) if satu.isVisible())


def _teks(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return " ".join(" ".join(halaman.get_textpage().get_text_range().split()) for halaman in dokumen)


def test_angka_sama_di_semua_tempat(kota: Layar) -> None:
    """Three of 527 invited came, and one without a letter: in the list, below the table, the sessions, the papers."""
    w, isi = kota
    tabel = layar.tabel(w.page)
    assert [layar.sel(tabel, 0, ke) for ke in range(3, 6)] == ["1", "527", "3"]
    tekan(ENTER)
    contoh.tenang(w)
    assert "528 orang" in _kata(w)
    assert "Hadir 3 · Diwakili 0 · Izin 0 · Sakit 0 · Alpa 0 · Belum 524 · Berbeda 1" in _kata(w), "together 528"
    tekan(K.Key_S, mod=ALT)
    contoh.tenang(w)
    assert [layar.sel(layar.tabel(w.page), 0, ke) for ke in (5, 6)] == ["527", "3"]
    rinci = "3 hadir dari 527 yang diundang; 524 belum tercatat. 1 hadir tanpa undangan."
    layar.tunggu(lambda: rinci in _kata(w), rinci)
    con, saat = w.host.store.reader(), bimtek_contoh.PAGI
    notulen = prints.notulen(con, isi.sesi_id, kertas="F4", sekarang=saat)
    assert "3 orang hadir dari 527 yang diundang, ditambah 1 orang tanpa undangan" in _teks(notulen)
    laporan = _teks(prints.laporan(con, isi.kegiatan_id, kertas="F4", sekarang=saat))
    assert "Yang datang 3 orang (0,6 %), ditambah 1 orang tanpa undangan." in laporan
    assert "3 dari 527, 1 tanpa undangan" in laporan


def test_sesi_berkehadiran_tidak_dihapus_dan_tidak_salah_hitung(kota: Layar) -> None:
    """What stands in the way is counted as far as it is looked for, and never told by a wrong number."""
    w, isi = kota
    with pytest.raises(InputSalah, match=r"\) dan 4 lainnya\."):
        ops.hapus_sesi(w.host.store, isi.sesi_id)
    contoh.catat(w, isi, 4, 130)
    with pytest.raises(InputSalah, match=r"\) dan banyak lainnya\."):
        ops.hapus_sesi(w.host.store, isi.sesi_id)


def test_surat_yang_tidak_muat_tetap_seperti_yang_tampak(kota: Layar) -> None:
    """Two letters on a page do not fit on A4: the preview says why, and goes on to say what it shows."""
    w, isi = kota
    con = w.host.store.reader()
    k = queries.satu_kegiatan(con, isi.kegiatan_id)
    w.host.store.set_setting("kertas", "A4")
    panjang = {"surat_isi": "Pakaian batik. " * 30}
    ops.simpan_kegiatan(w.host.store, k.lingkup, panjang, kegiatan_id=k.kegiatan_id)
    tekan(ENTER)
    contoh.tenang(w)
    d = layar.cari(w.page, Detail)
    surat.Surat(d, w.host, k, contoh.KECAMATAN).undangan()
    lihat = _pratinjau()
    for bentuk, kertas, jadi in (("dua", "A4", ("satu", "A4")), ("satu", "F4", ("satu", "F4"))):
        if lihat.panel.bentuk != bentuk:
            _pilih(lihat, "bentuk", bentuk)
        if lihat.panel.kertas != kertas:
            _pilih(lihat, "kertas", kertas)
        contoh.tenang(w)
        assert (lihat.panel.bentuk, lihat.panel.kertas) == jadi
        assert ("Pilih kertas F4" in lihat.pesan.teks()) is (bentuk == "dua")
    assert w.host.store.setting("kertas") == "F4"


def _pratinjau() -> Preview:
    lihat = layar.dialog()
    assert isinstance(lihat, Preview)
    return lihat


def _pilih(lihat: Preview, kunci: str, nilai: str) -> None:
    """Choose in a list as the keyboard does."""
    pilihan = lihat.panel.form.field(kunci)
    pilihan.setFocus()
    kini = lihat.panel.form.nilai()[kunci]
    tekan(TURUN if (kini, nilai) in (("satu", "dua"), ("F4", "A4")) else K.Key_Up)


def test_laporan_yang_belum_ditulis_ditanya_dulu(kota: Layar) -> None:
    """The report has room for words: they are asked for first, and F9 prints once there are some."""
    w, isi = kota
    hadir_ops.tandai_sisa(w.host.store, isi.sesi_id)
    tekan(ENTER)
    contoh.pada(w, contoh.BESOK)
    tekan(K.Key_F9)
    sheet = layar.lembar()
    ketik("Ketua RT perlu dibekali.")
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    contoh.tenang(w)
    tekan(K.Key_F9)
    layar.tunggu(lambda: isinstance(QApplication.activeModalWidget(), Preview), "laporan tampil", 20)


def test_sesudah_acara_kelurahan_menuju_uang_transport(tmp_path: Path, buka: Buka) -> None:
    """Who only looked on at the event pays next: that is the main button once the last session is over."""
    isi = contoh.kantor(tmp_path / "k", KELURAHAN)
    w = buka("k")
    layar.halaman(w, "bimtek")
    contoh.pada(w)
    contoh.hadir_dari_kota(w, isi, 3)
    tekan(ENTER)
    contoh.tenang(w)
    assert langkah.utama(w.host, layar.cari(w.page, Detail)).kata == text.CETAK_UNDANGAN
    contoh.pada(w, contoh.BESOK)
    layar.tombol(w.page, "Uang transport")
    tekan(K.Key_F9)
    layar.tunggu(lambda: w.page.place().startswith("lain/"), "halaman Insentif")


def test_sertifikat_hanya_a4(kota: Layar) -> None:
    """Certificates are drawn for A4 only: the paper is told, not asked."""
    w, _isi = kota
    tekan(ENTER)
    contoh.tenang(w)
    d = layar.cari(w.page, Detail)
    sertifikat.terbitkan(d, w.host, d.isi.kegiatan, wilayah.KOTA)
    layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    layar.tunggu(lambda: isinstance(QApplication.activeModalWidget(), Preview), "sertifikat tampil", 20)
    lihat = _pratinjau()
    assert lihat.panel.kertas == "A4"
    assert not lihat.panel.form.field("kertas").isEnabled()


def test_mengulangi_sesi_mulai_sesudah_yang_terakhir(tmp_path: Path, buka: Buka) -> None:
    """The day proposed has no such session yet, and has the cursor; a kelurahan's table has no kecamatan."""
    contoh.kelurahan_sendiri(tmp_path / "k")
    w = buka("k")
    layar.halaman(w, "bimtek")
    contoh.pada(w, pagi=contoh.PAGI_KELURAHAN)
    tekan(ENTER)
    tekan(K.Key_S, mod=ALT)
    contoh.tenang(w)
    tabel = layar.tabel(w.page)
    judul = [tabel.model().headerData(ke, Qt.Orientation.Horizontal) for ke in range(tabel.model().columnCount())]
    assert judul == [satu for satu in text_sesi.KOLOM if satu != "Kecamatan"]
    tekan(K.Key_D, mod=CTRL)
    sheet = layar.lembar()
    assert layar.form(sheet).nilai()["tanggal"] == "08/12/2026"
    ganti("11/12/2026")
    isian("sampai", sheet)
    ketik("12/12/2026")
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    pesan(w, "2 sesi")
    contoh.tenang(w)
    tekan(K.Key_Home)
    tekan(K.Key_D, mod=CTRL)
    assert layar.form(layar.lembar()).nilai()["tanggal"] == "14/12/2026", "not the Sunday"
    tekan(ESC)
    w.activateWindow()
    layar.tunggu(w.isActiveWindow, "jendela aktif")
    w.page.open_id(queries.kegiatan(w.host.store.reader())[0].kegiatan_id)
    contoh.tenang(w)
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home)
    layar.tunggu(lambda: "12/12/2026: belum tercatat" in _kata(w), "tiap sesi dengan harinya")
    assert all(f"{hari}/12/2026: belum tercatat" in _kata(w) for hari in ("07", "11", "12"))
