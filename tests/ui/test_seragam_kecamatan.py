"""The whole story through the window of a kecamatan: what comes, what each kelurahan lacks, pick-ups of any of its RT,
two tables that hand out the same piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.kernel import wilayah
from tests.kota import CityThread
from tests.ui import contoh_seragam
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_seragam import DUA, KECAMATAN, ada, pemakai
from tests.ui.daftar_insentif import menu
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    biarkan,
    cari,
    isian,
    ketik,
    lembar,
    pesan,
    sel,
    tekan,
    tertutup,
    tunggu,
)
from tests.ui.test_seragam import struk, tabel
from tests.ui.test_seragam_cerita import buka_seragam, cara, kalimat, serahkan, sinkron
from tests.ui.test_seragam_cetak import pratinjau, tutup_pratinjau
from tests.ui.test_seragam_stok import saring
from ui.kit.choice import ChoiceField
from ui.modules.seragam import text, text_cetak, text_stok
from ui.modules.seragam.kisi import Kisi
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "does not support raise")
S = Qt.Key.Key_S


def test_the_kecamatan(tmp_path: Path, kota: CityThread, buka: Buka) -> None:
    contoh_seragam.beli_kota(kota)
    contoh_seragam.kecamatan_kota(tmp_path, kota, "kec1", "kec2")
    satu = buka("kec1")
    buka_seragam(satu)

    _tiba(satu)
    _kirim(satu)
    _ambil(satu)
    sinkron(satu)
    tutup(satu)
    _dua_meja(buka)


def _tiba(satu: MainWindow) -> None:
    """What came is typed from the paper: six XXL too few."""
    tekan(S, mod=ALT)
    tekan(Qt.Key.Key_N, mod=CTRL)  # at a kecamatan without anything yet it is the receiving that comes next
    sheet = lembar()
    ketik("027/SJ/9")
    tekan(ENTER, ENTER)
    for angka in ("2", "1", "2", "7", "3"):
        ketik(angka)
        tekan(ENTER)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(satu, "Kiriman 027/SJ/9 dicatat diterima.")
    assert "Kurang 6 XXL, 1 khusus untuk yang belum menerima." in kalimat(satu)


def _kirim(satu: MainWindow) -> None:
    """Kelurahan by size, and a delivery to one of them."""
    t = saring(satu, text_stok.KELURAHAN)
    ke = next(i for i in range(t.row_count()) if sel(t, i, 0) == wilayah.nama(DUA))
    assert "5" in [sel(t, ke, k) for k in range(1, t.model().columnCount())]
    t.setFocus()
    t.selectRow(ke)
    tekan(ENTER)
    sheet = lembar()
    assert wilayah.nama_kantor(DUA) in isian("ke", sheet).currentText()  # type: ignore[attr-defined]
    kisi = cari(sheet, Kisi)
    assert {k: v for k, v in kisi.draf().items() if v} == {"|XXL": "3"}, "what is lacking there, as far as it is here"
    ketik(f"kelurahan {wilayah.nama(KELURAHAN)}")
    tunggu(lambda: kisi.draf()["|XL"] == "7", "usulan ikut tujuan")
    biarkan(1600)
    ketik(f"kelurahan {wilayah.nama(DUA)}")
    tunggu(lambda: kisi.draf()["|XL"] == "", "usulan ikut tujuan")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(satu, "dicatat. Cetak berita acaranya")
    assert ada(satu, DUA) == {"XXL": 3}
    tekan(ESC, ESC)


def _ambil(satu: MainWindow) -> None:
    """A number alone is not enough where several kelurahan have it."""
    ketik("3")
    tekan(ENTER)
    assert "RT 03 ada di 2 kelurahan" in struk(satu).teks()
    assert not pemakai(satu, "03").sudah
    tekan(ESC)
    serahkan(satu, f"{wilayah.nama(KELURAHAN)} 3", "ernawati")
    assert {pemakai(satu, n).pegang[0].dari for n in ("01", "03")} == {KECAMATAN}
    cari(satu.page, ChoiceField, lambda c: c.accessibleName() == text.PILIH_KELURAHAN).setFocus()
    ketik(wilayah.nama(DUA).lower())
    satu.page.setFocus()
    cara(satu, "diambil di kelurahan")
    serahkan(satu, "1")
    assert pemakai(satu, "01", DUA).pegang[0].dari == DUA


def _dua_meja(buka: Buka) -> None:
    """Two PCs of the kecamatan hand out the same last pieces: both stay, and what is too much is said in red."""
    windows = []
    for folder, nomor in (("kec2", ("04", "05", "06")), ("kec1", ("08", "02", "10", "16"))):
        w = buka(folder)
        buka_seragam(w)
        if folder == "kec2":
            sinkron(w)
        cara(w, "diambil di kecamatan")
        serahkan(w, *(f"{wilayah.nama(KELURAHAN)} {n}" for n in nomor))
        windows.append(w)
    dua, satu = windows
    serahkan(satu, f"{wilayah.nama(KELURAHAN)} 5")
    sinkron(satu)
    dua.activateWindow()
    sinkron(dua)
    satu.activateWindow()
    sinkron(satu)
    for w in (satu, dua):
        assert "tercatat menerima 2 kali" in kalimat(w)
        t = tabel(w)
        ke = next(
            i for i in range(t.row_count()) if sel(t, i, 0) == wilayah.nama(KELURAHAN) and sel(t, i, 1) == "RT 05"
        )
        assert sel(t, ke, 4) == text.GANDA
    menu(satu, text.CETAK, text_cetak.F8B)
    tunggu(lambda: pratinjau() is not None, "F8b")
    tutup_pratinjau(satu)
