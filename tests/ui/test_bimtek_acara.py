"""The page Bimtek by keys: an event made, its sessions, who is invited, its end; what is said when it cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import queries
from tests.ui import contoh_bimtek as contoh
from tests.ui import layar
from tests.ui.conftest import Buka
from tests.ui.layar import ALT, CTRL, ENTER, ESC, SPASI, ganti, isian, ketik, pesan, tekan
from tests.unit.bimtek_contoh import Contoh
from ui.kit import text as kit
from ui.kit.cards import EmptyState
from ui.kit.chips import Chip
from ui.kit.dialog import Sheet
from ui.modules.bimtek import text, text_sesi, text_tindakan, tindakan, undang_impor
from ui.modules.bimtek.detail import Detail
from ui.modules.bimtek.membuka_pintu import MembukaPintu
from ui.shell.window import MainWindow

K = Qt.Key


def _simpan() -> None:
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)


def _detail(w: MainWindow) -> Detail:
    return layar.cari(w.page, Detail)


@pytest.fixture
def kota(tmp_path: Path, buka: Buka) -> tuple[MainWindow, Contoh]:
    """The city's office five days before its event; nobody is invited."""
    isi = contoh.kantor(tmp_path / "kota", wilayah.KOTA, undang=False)
    w = buka("kota")
    layar.halaman(w, "bimtek")
    contoh.pada(w, 5 * contoh.KEMARIN)
    return w, isi


def _sesi(sheet: Sheet) -> None:
    """Type a session for a Saturday and the Monday behind it."""
    ketik("Pelayanan surat")
    for kunci, nilai in (("tanggal", "5/12/2026"), ("sampai", "7/12/2026"), ("mulai", "8.30")):
        isian(kunci, sheet)
        ketik(nilai)
    _simpan()


def test_kegiatan_baru_sampai_diundang(tmp_path: Path, buka: Buka) -> None:
    """An empty page offers the first step; the event, three days of sessions and all heads are recorded by keys."""
    contoh.kelurahan_sendiri(tmp_path / "k", kegiatan=False)
    w = buka("k")
    layar.halaman(w, "bimtek")
    layar.cari(w.page, EmptyState)
    tekan(ENTER)
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    assert "belum diisi" in layar.form(sheet).pesan("nama")
    ketik("Bimtek Kelurahan")
    isian("tempat", sheet)
    ketik("Aula Kantor Lurah")
    tekan(K.Key_S, mod=CTRL)
    layar.tunggu(lambda: QApplication.activeModalWidget() not in (None, sheet), "formulir sesi terbuka sendiri")
    _sesi(layar.lembar())
    pesan(w, "2 sesi tercatat")
    con = w.host.store.reader()
    (k,) = queries.kegiatan(con)
    assert [(s.tanggal, s.mulai) for s in queries.sesi(con, k.kegiatan_id)] == [
        ("2026-12-05", "08:30"), ("2026-12-07", "08:30"),
    ]  # fmt: skip
    tekan(K.Key_Z, mod=CTRL)
    layar.tunggu(lambda: not queries.sesi(con, k.kegiatan_id), "kedua sesi diurungkan sebagai satu tindakan")
    contoh.tenang(w)
    tekan(K.Key_Y, mod=CTRL)
    layar.tunggu(lambda: len(queries.sesi(con, k.kegiatan_id)) == 2, "dilakukan lagi")
    w.messages.tutup()
    tekan(ESC)
    contoh.tenang(w)
    tekan(K.Key_U, mod=ALT)
    _simpan()
    pesan(w, "9 ketua RT diundang")
    assert queries.satu_kegiatan(con, k.kegiatan_id).diundang == 9


def test_sesi_salah_dikatakan_di_isiannya(kota: tuple[MainWindow, Contoh]) -> None:
    """A last day before the first, and an end before the beginning, are said beside their inputs; nothing is lost."""
    w, isi = kota
    tekan(ENTER)
    tekan(K.Key_S, mod=ALT)
    contoh.tenang(w)
    tekan(K.Key_N, mod=CTRL)
    sheet = layar.lembar()
    ketik("Materi lain")
    isian("tanggal", sheet)
    ketik("7/12/2026")
    isian("sampai", sheet)
    ketik("1/12/2026")
    tekan(K.Key_S, mod=CTRL)
    assert layar.form(sheet).pesan("sampai") == text_sesi.SAMPAI_SALAH
    ganti("8/12/2026")
    isian("selesai", sheet)
    ganti("7")
    tekan(K.Key_S, mod=CTRL)
    contoh.tenang(w)
    assert layar.form(sheet).pesan("selesai")
    assert layar.form(sheet).nilai()["judul"] == "Materi lain"
    isian("selesai", sheet)
    ganti("12.00")
    _simpan()
    assert len(queries.sesi(w.host.store.reader(), isi.kegiatan_id)) == 3


def test_sesi_bersasaran_dan_dihapus(kota: tuple[MainWindow, Contoh]) -> None:
    """A session for two kecamatan by ticks; it can be deleted, and undone."""
    w, isi = kota
    tekan(ENTER)
    tekan(K.Key_S, mod=ALT)
    contoh.tenang(w)
    tekan(ENTER)
    sheet = layar.lembar()
    tabel = layar.tabel(sheet)
    tabel.setFocus()
    tekan(K.Key_Home)
    tekan(SPASI)
    tekan(layar.TURUN)
    tekan(SPASI)
    _simpan()
    contoh.tenang(w)
    con = w.host.store.reader()
    (s,) = queries.sesi(con, isi.kegiatan_id)
    assert len(s.sasaran) == 2
    w.page.setFocus()
    tekan(K.Key_Delete)
    _simpan()
    assert not queries.sesi(con, isi.kegiatan_id)
    tekan(K.Key_Z, mod=CTRL)
    layar.tunggu(lambda: queries.sesi(con, isi.kegiatan_id), "sesi kembali")


def test_undang_per_kecamatan_lalu_sendiri(kota: tuple[MainWindow, Contoh]) -> None:
    """The primary action invites; kecamatan by ticks, then the found ones by ticks; each act is undone as one."""
    w, isi = kota
    con = w.host.store.reader()
    tekan(ENTER)
    contoh.tenang(w)
    assert _detail(w).isi.undangan == 0
    tekan(K.Key_F9)
    sheet = layar.lembar()
    layar.cari(sheet, Chip, lambda c: c.text() == "Per kecamatan").click()
    tekan(SPASI)
    _simpan()
    layar.tunggu(lambda: queries.satu_kegiatan(con, isi.kegiatan_id).diundang == 64, "satu kecamatan diundang")
    contoh.tenang(w)
    tekan(K.Key_U, mod=ALT)
    sheet = layar.lembar()
    layar.cari(sheet, Chip, lambda c: c.text() == "Pilih sendiri").click()
    ketik("karang ketuan")
    tekan(K.Key_A, mod=ALT)
    layar.tombol(sheet, kit.BATAL).click()
    assert sheet.pesan.teks() == kit.BELUM_DISIMPAN, "ticks are not lost by a slip"
    _simpan()
    layar.tunggu(lambda: queries.satu_kegiatan(con, isi.kegiatan_id).diundang > 64, "yang dipilih diundang")
    tekan(K.Key_Z, mod=CTRL)
    layar.tunggu(lambda: queries.satu_kegiatan(con, isi.kegiatan_id).diundang == 64, "undangan diurungkan")


def test_undang_dari_lembar(kota: tuple[MainWindow, Contoh], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that are not understood are shown and left out; the others are invited."""
    w, isi = kota
    berkas = tmp_path / "undangan.csv"
    berkas.write_text("Kelurahan;RT;Nama\nAir Kuti;01;\nMajapahit;77;Siapa\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    tekan(ENTER)
    contoh.tenang(w)
    d = _detail(w)
    undang_impor.pilih(d, w.host, d.isi)
    sheet = layar.lembar()
    tabel = layar.tabel(sheet)
    assert tabel.row_count() == 2
    assert "77" in layar.sel(tabel, 1, 4)
    _simpan()
    assert queries.satu_kegiatan(w.host.store.reader(), isi.kegiatan_id).diundang == 1


def test_tutup_batalkan_hapus(tmp_path: Path, buka: Buka) -> None:
    """An event is closed and opened again; one that is cancelled needs a reason; one with attendance stays."""
    isi = contoh.kelurahan_sendiri(tmp_path / "k")
    w = buka("k")
    layar.halaman(w, "bimtek")
    contoh.pada(w, pagi=contoh.PAGI_KELURAHAN)
    tekan(ENTER)
    contoh.tenang(w)
    contoh.catat(w, isi, 1, 2)
    d = _detail(w)
    tindakan.hapus(d, w.host, d.isi.kegiatan)
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    contoh.tenang(w)
    assert "Tidak dapat dihapus" in sheet.pesan.teks()
    tekan(ESC, ESC)
    layar.tertutup(sheet)
    dict(tindakan.pilihan(d, w.host))[text_tindakan.SELESAI]()
    pesan(w, "ditutup")
    contoh.tenang(w)
    assert not d.isi.kegiatan.terbuka
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home, ENTER)
    assert "sudah ditutup" in w.messages.teks()
    dict(tindakan.pilihan(d, w.host))[text_tindakan.BUKA_LAGI]()
    pesan(w, "dibuka lagi")
    contoh.tenang(w)
    tindakan.batalkan(d, w.host, d.isi.kegiatan)
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    assert layar.form(sheet).pesan("alasan")
    ketik("Gedung banjir")
    _simpan()
    assert queries.satu_kegiatan(w.host.store.reader(), isi.kegiatan_id).kata_keadaan == "dibatalkan"


def test_kegiatan_yang_hilang_membawa_kembali(kota: tuple[MainWindow, Contoh]) -> None:
    """An event that another computer deleted leads back to all events with a sentence; Esc goes back as well."""
    from sipokat_desktop.modules.bimtek import ops

    w, isi = kota
    tekan(ENTER)
    contoh.tenang(w)
    ops.hapus_kegiatan(w.host.store, isi.kegiatan_id)
    w.page.load()
    contoh.tenang(w)
    assert layar.cari(w.page, EmptyState).isVisible()
    assert w.messages.teks()


def test_beranda_dan_ctrl_k(kota: tuple[MainWindow, Contoh], monkeypatch: pytest.MonkeyPatch) -> None:
    """Beranda counts the nearest event and offers its door; Ctrl+K finds events, figures and doors."""
    from ui.modules.bimtek import SPEC

    w, isi = kota
    host = w.host
    (angka,) = SPEC.figures(host)
    assert (angka.judul, angka.angka) == ("Bimbingan Teknis Ketua RT", "0")
    assert not [t for t in SPEC.tasks(host) if t.id.startswith("pintu:")]
    contoh.pada(w, contoh.KEMARIN)
    assert [t.id for t in SPEC.tasks(host)][:1] == [f"pintu:{isi.sesi_id}"]
    contoh.pada(w)
    assert "hari ini pukul 08.00" in SPEC.tasks(host)[0].kalimat
    temuan = dict(SPEC.find(host))
    assert temuan[text.CARI_REKAP.format(nama="Bimbingan Teknis Ketua RT")] == f"rekap:{isi.kegiatan_id}"
    assert f"pintu:{isi.sesi_id}" in temuan.values()
    dibuka: list[str] = []
    monkeypatch.setattr(MembukaPintu, "buka", lambda d: dibuka.append(d._detail.kegiatan_id))
    w.show_page("bimtek", f"pintu:{isi.sesi_id}")
    contoh.tenang(w)
    assert dibuka == [isi.kegiatan_id]
    assert _detail(w).isi.hari == date(2017, 11, 20)
