"""The page Vaksinasi as it looks: the whole grid in sight, faults with a sign, an honest chart, no RT at all."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from sipokat_desktop.app import Office
from sipokat_desktop.modules.vaksinasi import ops, prints, queries
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.storage import users
from tests.ui import contoh_usulan
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_usulan import VAKSIN
from tests.ui.halaman_vaksinasi import di, kata, masuk
from tests.ui.layar import CTRL, cari, ketik, lembar, pesan, siap, tabel, tekan, tertutup, tunggu
from ui.kit.buttons import PrimaryButton
from ui.kit.diagram_garis import DiagramGaris
from ui.kit.labels import Notice
from ui.modules.vaksinasi import text, text_kisi
from ui.modules.vaksinasi.kisi import Kisi
from ui.shell.window import MainWindow


@pytest.fixture
def w(tmp_path: Path, buka: Buka) -> MainWindow:
    """An office of nine RT with figures on three days and gaps, on the page."""
    contoh_usulan.siapkan(tmp_path / "kantor")
    return masuk(buka("kantor"))


@pytest.mark.usefixtures("w")
def test_nine_rows_are_in_sight_and_what_is_wrong_has_a_sign_and_words() -> None:
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    kisi = cari(sheet, Kisi)
    gulung = cari(kisi, QScrollArea)
    tunggu(lambda: gulung.verticalScrollBar().maximum() == 0, "sembilan RT tampak seluruhnya")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: vaksinasi.KISI_KOSONG in sheet.pesan.teks(), "belum ada angka")
    tekan(Qt.Key.Key_Down)
    assert di("02", "Dosis 1")
    ketik("50")
    tekan(Qt.Key.Key_Down)
    satu = next(b for b in kisi._baris.values() if b.nama.startswith("RT 02"))
    tunggu(lambda: "turun dari 52" in satu.pesan, "dikatakan")
    tanda = cari(satu, Notice)
    assert "turun dari 52" in tanda.teks(), "dengan tanda dan kata"
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: not sheet.pesan.teks(), "yang lama tidak dikatakan lagi")
    contoh = satu.alasan.placeholderText()
    assert (contoh, satu.alasan.font().italic()) == ("mis. salah hitung", True)
    assert text_kisi.ALASAN in kata(satu), "namanya di sebelah isian"
    satu.alasan.setFocus()
    ketik("Salah hitung")
    assert not satu.alasan.font().italic()
    tunggu(lambda: not satu.pesan, "beralasan")
    sheet.buang()
    tertutup(sheet)


def test_the_chart_begins_with_the_first_dose_and_says_whose_it_is(w: MainWindow) -> None:
    d = cari(w.page, DiagramGaris)
    assert d.accessibleName() == "Kemajuan kelurahan"
    posts = {b.nomor_rt: b.jabatan_id for b in _baris(w)}
    for hari, angka in (("1/9/2026", "20/0"), ("1/10/2026", "30/5")):
        isian = dict(zip(("dosis1", "dosis2"), angka.split("/"), strict=True)) | {"sasaran": "40"}
        w.host.act(partial(ops.catat, w.host.store, KELURAHAN, posts["01"], "Polio", hari, isian))
        siap(w)
    w.show_page("vaksinasi", "program:Polio")
    tunggu(lambda: "Polio" in kata(w.page), "program lain")
    siap(w)
    nama = [satu.nama for satu in d._garis]
    assert nama == ["Dosis 1", "Dosis 2"]
    assert [[t.nilai for t in satu.titik] for satu in d._garis] == [[20, 30], [5]], "bukan titik pada 0"


def _baris(w: MainWindow) -> list[queries.Baris]:
    return queries.kisi(w.host.store.reader(), lingkup=KELURAHAN, program=VAKSIN, tanggal="2026-12-08")


def test_an_office_without_rt_is_told_so_everywhere(tmp_path: Path, buka: Buka) -> None:
    with closing(Office(tmp_path / "kosong")) as office:
        contoh_usulan.jam(office)
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
    w = masuk(buka("kosong"))
    isi = kata(w.page)
    assert text.KOSONG_RT in kata(tabel(w.page))
    assert text.KAKI_TANPA_RT in isi
    assert "lengkap" not in isi
    utama = [b.text() for b in w.page.findChildren(PrimaryButton) if b.isVisible() and b.menonjol]
    assert utama == [text.BUKA_RT]
    tekan(Qt.Key.Key_N, mod=CTRL)
    pesan(w, text.KOSONG_RT_ISI)
    con, hari = w.host.store.reader(), "2026-12-08"
    surat = prints.susun(con, kantor=KELURAHAN, program=VAKSIN, hari=hari, sekarang=contoh_usulan.kini())
    assert vaksinasi.TANPA_RT in repr(surat.isi)
