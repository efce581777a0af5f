"""The page Bimtek by keys: what is amiss, the search, who only looks on, figures, tables, minutes, the way back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import ops, queries
from tests.ui import contoh_bimtek as contoh
from tests.ui import layar
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import ALT, CTRL, ENTER, ESC, ganti, ketik, pesan, tekan
from tests.unit.bimtek_contoh import Contoh
from ui.kit.chips import Chip
from ui.modules.bimtek import SPEC, langkah, surat, text, text_catat, text_surat, tindakan
from ui.modules.bimtek.detail import Detail
from ui.modules.bimtek.pintu import JendelaPintu
from ui.shell.window import MainWindow

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
Layar = tuple[MainWindow, Contoh]


@pytest.fixture
def kota(tmp_path: Path, buka: Buka) -> Layar:
    """The city's office on the morning of the event of 528; the event is open."""
    isi = contoh.kantor(tmp_path / "kota", wilayah.KOTA)
    w = buka("kota")
    layar.halaman(w, "bimtek")
    contoh.pada(w)
    tekan(ENTER)
    contoh.tenang(w)
    return w, isi


def _detail(w: MainWindow) -> Detail:
    return layar.cari(w.page, Detail)


def _tanda(w: MainWindow, isi: Contoh) -> list[str]:
    return [b.keadaan.tanda for b in contoh.daftar(w, isi)]


def _chip(w: MainWindow, kata: str) -> None:
    layar.cari(w.page, Chip, lambda c: c.text() == kata).click()


def test_hal_yang_perlu_dilihat(kota: Layar) -> None:
    """Contradictory marks, walk-ins and letters to former heads have their chips, sentences and ways out."""
    w, isi = kota
    semua = contoh.daftar(w, isi)
    contoh.catat(w, isi, 5, 5)
    contoh.izin_juga(w.host.store, isi, semua[4].orang)
    tamu = semua[-1].orang
    ops.tarik(w.host.store, [ops.id_undangan(isi.kegiatan_id, tamu.jabatan_id)])
    contoh.ganti_ketua(w.host.store, semua[9].orang)
    w.page.load()
    contoh.tenang(w)
    d = _detail(w)
    jumlah = d.isi.hitung()
    assert (jumlah[text.BEDA], jumlah[text.USANG], jumlah[text.TAMU]) == (1, 1, 0)
    _chip(w, "Berbeda")
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home)
    layar.tombol(w.page, text_catat.BUKA_KEPUTUSAN).click()
    contoh.tenang(w)
    tabel = layar.tabel(w.page)
    assert semua[4].orang.nama in " ".join(layar.sel(tabel, tabel.currentIndex().row(), ke) for ke in range(4))
    layar.halaman(w, "bimtek")
    w.show_page("bimtek", f"{isi.kegiatan_id}#{semua[9].orang.jabatan_id}")
    contoh.tenang(w)
    assert [p.nama for p in d.terpilih()] == ["Herman Efendi"]
    layar.tombol(w.page, text_catat.PERBARUI.format(n=1)).click()
    pesan(w, "1 undangan disesuaikan")
    contoh.tenang(w)
    assert d.isi.usang == 0


def test_cari_pada_528_cepat_dan_kode_undangan(kota: Layar) -> None:
    """A code that is scanned into the search finds its one invitation; a key is answered fast with 528 rows."""
    w, isi = kota
    d = _detail(w)
    u = queries.undangan(w.host.store.reader(), isi.kegiatan_id, hari=w.host.today)[300]
    ketik(u.token)
    assert [p.jabatan_id for p in d.tampak()] == [u.jabatan_id]
    ganti("")
    lama = []
    for huruf in "karang ketuan 3":
        awal = time.thread_time()
        QTest.keyClicks(layar.fokus(), huruf)
        lama.append(time.thread_time() - awal)
    assert layar.tabel(w.page).row_count() == 1
    assert sorted(lama)[len(lama) // 2] < 0.1, lama


def test_kelurahan_melihat_saja(tmp_path: Path, buka: Buka) -> None:
    """The city's event on a kelurahan's PC: its own people, its own invitations to print, nothing to mark or change."""
    isi = contoh.kantor(tmp_path / "k", KELURAHAN)
    w = buka("k")
    layar.halaman(w, "bimtek")
    contoh.pada(w)
    tekan(ENTER)
    contoh.tenang(w)
    d = _detail(w)
    assert {p.lingkup for p in d.isi.peserta} == {KELURAHAN}
    assert langkah.utama(w.host, d).kata == text.CETAK_UNDANGAN
    contoh.pada(w, contoh.KEMARIN)
    assert [t.kalimat for t in SPEC.tasks(w.host)] == ["Bimbingan Teknis Ketua RT, besok: bagikan 8 undangan"]
    contoh.pada(w)
    menu = [kata for kata, _ in surat.pilihan(d, w.host, d.isi)]
    assert text_surat.F12 in menu
    assert not {text_surat.F14, text_surat.F14_ISI, text_surat.F15, text_surat.F15_ISI} & set(menu)
    for kunci in (K.Key_F2, K.Key_L, K.Key_U, K.Key_B):
        mod = {K.Key_L: CTRL, K.Key_U: ALT, K.Key_B: ALT}.get(kunci, Qt.KeyboardModifier.NoModifier)
        tekan(kunci, mod=mod)
        pesan(w, "dicatat oleh Bagian Tata Pemerintahan")
        w.messages.tutup()
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home, ENTER)
    assert QApplication.activePopupWidget() is None
    assert not any(_tanda(w, isi))
    tekan(K.Key_F9)
    pratinjau = layar.dialog()
    pratinjau.done(0)
    dict(tindakan.pilihan(d, w.host))["Uang transport"]()
    contoh.tenang(w)
    assert w.page.place().startswith("lain/"), "Uang transport membuka halaman Insentif"


def test_rekap_dan_excel(kota: Layar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures by kecamatan with their sum, who never came, and Enter that leads to the people; tables as .xlsx."""
    from python_calamine import CalamineWorkbook

    w, isi = kota
    contoh.catat(w, isi, 1, 522)
    tekan(K.Key_R, mod=ALT)
    contoh.tenang(w)
    tabel = layar.tabel(w.page)
    assert [layar.sel(tabel, 8, ke) for ke in (0, 1, 2)] == ["Jumlah", "528", "522"]
    keluaran = tmp_path / "rekap.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(keluaran), ""))
    tekan(K.Key_E, mod=ALT)
    pesan(w, "rekap.xlsx")
    rows = CalamineWorkbook.from_path(str(keluaran)).get_sheet_by_index(0).to_python()
    assert rows[-1][:3] == ["Jumlah", 528, 522]
    tekan(K.Key_4, mod=CTRL)
    contoh.tenang(w)
    assert layar.tabel(w.page).row_count() == 0, "yang belum tercatat bukan yang tidak hadir"
    tekan(K.Key_5, mod=CTRL)
    contoh.tenang(w)
    tabel = layar.tabel(w.page)
    assert tabel.row_count() == 6
    siapa = tabel.current_id()
    w.messages.tutup()
    tekan(ENTER)
    contoh.tenang(w)
    assert [p.jabatan_id for p in _detail(w).terpilih()] == [siapa]
    layar.cari(w.page, Chip, lambda c: c.text() == "Hadir").click()
    dict(surat.pilihan(_detail(w), w.host, _detail(w).isi))[text_surat.EXCEL_PESERTA]()
    layar.tunggu(lambda: not w.jobs.sedang, "tertulis")
    rows = CalamineWorkbook.from_path(str(keluaran)).get_sheet_by_index(0).to_python()
    assert sum(row[-1] == "Hadir" for row in rows) == 522


def test_kembali_dengan_esc(kota: Layar) -> None:
    """Esc empties the search, then leads back to all events; what was shown opens again where it was."""
    w, isi = kota
    ketik("abdullah")
    tekan(ESC)
    assert _detail(w).cari.text() == ""
    assert w.page.place() == isi.kegiatan_id
    tekan(ESC)
    assert w.page.place() == ""
    w.show_page("bimtek", f"rekap:{isi.kegiatan_id}")
    contoh.tenang(w)
    assert w.page.place() == f"rekap:{isi.kegiatan_id}"
    tekan(ESC)
    contoh.tenang(w)
    assert w.page.place() == isi.kegiatan_id


def test_notulen_disimpan(kota: Layar) -> None:
    """The minutes of a session are kept and found again in their form."""
    w, isi = kota
    d = _detail(w)
    (s,) = d.isi.sesi
    surat.Surat(d, w.host, d.isi.kegiatan).isi_notulen(s)
    sheet = layar.lembar()
    ketik("Kepala Bagian")
    layar.isian("kesimpulan", sheet)
    ketik("Semua RT melapor tiap bulan.")
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    ada = queries.notulen(w.host.store.reader(), isi.sesi_id)
    assert (ada.pimpinan, ada.kesimpulan) == ("Kepala Bagian", "Semua RT melapor tiap bulan.")
    surat.Surat(d, w.host, d.isi.kegiatan).isi_notulen(s)
    sheet = layar.lembar()
    assert layar.form(sheet).nilai()["pimpinan"] == "Kepala Bagian"
    sheet.done(0)


def test_pintu_dibuka_dan_ditutup(kota: Layar) -> None:
    """Alt+B opens the door of the chosen session; meanwhile the page does not read, afterwards it shows what came."""
    w, isi = kota
    d = _detail(w)
    tekan(K.Key_B, mod=ALT)
    layar.tunggu(lambda: d.pintu.terbuka, "pintu terbuka")
    (jendela,) = [
        satu for satu in QApplication.topLevelWidgets() if isinstance(satu, JendelaPintu) and satu.isVisible()
    ]
    assert jendela.kegiatan_id == isi.kegiatan_id
    contoh.catat(w, isi, 1, 3)
    w.page.load()
    contoh.tenang(w)
    selagi_terbuka = d.isi.tercatat
    jendela.close()
    layar.tunggu(lambda: not d.pintu.terbuka, "pintu tertutup")
    contoh.tenang(w)
    assert (selagi_terbuka, d.isi.tercatat) == (0, 3)


def test_rt_tanpa_undangan_dikatakan(kota: Layar) -> None:
    """The link of a post leads to its row in the nearest event; without an invitation that is said."""
    w, isi = kota
    siapa = contoh.daftar(w, isi)[7].orang
    w.show_page("bimtek", f"rt:{siapa.jabatan_id}")
    contoh.tenang(w)
    assert [p.nama for p in _detail(w).terpilih()] == [siapa.nama]
    w.show_page("bimtek", "rt:tidak-ada")
    pesan(w, text.BELUM_PERNAH)


def test_dua_sesi(kota: Layar) -> None:
    """A mark belongs to the chosen session; all of them show to how many somebody came, and ask for one to mark."""
    w, isi = kota
    contoh.sesi_kedua(w.host.store, isi)
    w.page.load()
    contoh.tenang(w)
    d = _detail(w)
    assert d.isi.sesi_id == isi.sesi_id
    contoh.pilih_sesi(w, "keuangan")
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home, ENTER)
    contoh.pilih_tanda(w, "h")
    pesan(w, "hadir")
    contoh.tenang(w)
    assert [k.tanda for k in d.isi.peserta[0].semua] == ["", "hadir"]
    assert not any(_tanda(w, isi))
    contoh.pilih_sesi(w, "semua")
    assert any("1 dari 2 sesi" in layar.sel(layar.tabel(w.page), 0, ke) for ke in range(10))
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home, ENTER)
    pesan(w, text_catat.PILIH_SESI)
    w.page.load()
    contoh.tenang(w)
    assert d.isi.sesi_id == ""
