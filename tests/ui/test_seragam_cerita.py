"""The whole story through the window of a kelurahan of eighteen RT: 528 bought, ten on the stage, the rest at the
kecamatan on two PCs that do not hear of each other, two exchanges (its kecamatan: test_seragam_kecamatan)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from tests.kota import CityThread
from tests.ui import contoh_seragam
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_seragam import KECAMATAN, pemakai
from tests.ui.daftar_insentif import kantor_dari, menu
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    cari,
    ganti,
    halaman,
    isian,
    ketik,
    lembar,
    pesan,
    tekan,
    tertutup,
    tunggu,
)
from tests.ui.test_seragam import kata
from tests.ui.test_seragam_cetak import pratinjau, tutup_pratinjau
from ui.kit.choice import ChoiceField
from ui.kit.fields import TextField
from ui.kit.labels import Notice
from ui.modules.seragam import text, text_cetak, text_serah
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "does not support raise")
S, N = Qt.Key.Key_S, Qt.Key.Key_N
NOMOR = [f"{n:02d}" for n in range(1, 19)]


def buka_seragam(w: MainWindow) -> None:
    """Open the newest purchase by keys."""
    halaman(w, "seragam")
    tekan(ENTER)
    tunggu(w.page.place, "pengadaan terbuka")


def cara(w: MainWindow, nama: str, acara: str = "") -> None:
    """Choose how uniforms are handed over, once for all that follow."""
    cari(w.page, ChoiceField, lambda c: c.accessibleName() == text_serah.CARA).setFocus()
    ketik(nama)
    if acara:
        cari(w.page, TextField, lambda c: c.accessibleName() == text_serah.ACARA).setFocus()
        ganti(acara)
    tekan(ENTER)


def serahkan(w: MainWindow, *siapa: str) -> None:
    """Hand over one after the other by keys."""
    for satu in siapa:
        ketik(satu)
        tekan(ENTER)
        kata(w, "menerima")


def sinkron(*windows: MainWindow) -> None:
    """All of these are online for a moment, twice."""
    for _ in range(2):
        for w in windows:
            _sinkron(w)


def _sinkron(w: MainWindow) -> None:
    tunggu(lambda: not w.jobs.sedang, "pekerjaan selesai", 20)
    assert kantor_dari(w).sync().matching
    w.page.load()


def kalimat(w: MainWindow) -> str:
    """All sentences that ask for attention."""
    return " ".join(n.teks() for n in w.page.findChildren(Notice) if n.isVisible())


def kirim_ke_kecamatan(folder: Path, kota: CityThread) -> None:
    """The purchase reaches the kecamatan, four pieces more than its people need."""
    camat = contoh_seragam.daftar(folder / "camat", kota, KECAMATAN, "camat")
    camat.sync()
    p = queries.cari_pengadaan(camat.store.reader(), "")
    isi = contoh_seragam.satu_model(S=2, M=2, L=5, XL=8, XXL=4, khusus=1)
    ops.terima(camat.store, p.pengadaan_id, dari=PENGADAAN, ke=KECAMATAN, isi=isi, nomor="027/SJ/1")
    camat.sync()
    camat.close()


def test_a_kelurahan_of_eighteen(tmp_path: Path, kota: CityThread, buka: Buka) -> None:
    contoh_seragam.beli_kota(kota)
    contoh_seragam.kelurahan_kota(tmp_path, kota, "pc1", "pc2")
    satu = buka("pc1")
    buka_seragam(satu)
    _ukuran(satu)
    kirim_ke_kecamatan(tmp_path, kota)
    sinkron(satu)
    cara(satu, "simbolis", "Hari Jadi Kota")
    serahkan(satu, *NOMOR[:10])
    assert {pemakai(satu, n).pegang[0].acara for n in NOMOR[:10]} == {"Hari Jadi Kota"}
    sinkron(satu)
    tutup(satu)
    satu = _dua_komputer(buka)
    _tukar(satu, "02", "L")
    _tukar(satu, "03", "XXL")
    buka_seragam(satu)
    cara(satu, "diambil di kecamatan")
    serahkan(satu, "18")
    sinkron(satu)
    _periksa_kelurahan(satu)
    menu(satu, text.CETAK, text_cetak.F8)
    tunggu(lambda: pratinjau() is not None, "F8")
    tutup_pratinjau(satu)
    camat = Office(tmp_path / "camat")
    camat.sync()
    sisa = queries.sisa(camat.store.reader(), _id(satu), KECAMATAN)
    assert {b.kata: n for b, n in sisa.items()} == {"M": 1, "L": 1, "XL": 3, "XXL": -1}
    camat.close()


def _ukuran(w: MainWindow) -> None:
    """What is missing of the sizes is typed in."""
    assert "1 ketua RT belum ada ukurannya" in kalimat(w)
    tekan(Qt.Key.Key_F2)
    ketik("l")
    tekan(ENTER, ENTER)
    ketik("khusus 104")
    tekan(ENTER)
    tunggu(lambda: pemakai(w, "15").cm == "104", "ukuran terkumpul")
    tekan(ESC)


def _dua_komputer(buka: Buka) -> MainWindow:
    """The rest is picked up at the kecamatan, recorded on two PCs that do not hear of each other."""
    dua = buka("pc2")
    buka_seragam(dua)
    sinkron(dua)
    cara(dua, "diambil di kecamatan")
    serahkan(dua, "11", "12", "13")
    satu = buka("pc1")
    buka_seragam(satu)
    cara(satu, "diambil di kecamatan")
    serahkan(satu, "14", "15")
    tekan(Qt.Key.Key_T, mod=CTRL)
    sheet = lembar()
    ketik("11-13, 18")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    kata(satu, "2 RT dicatat menerima")
    for w in (satu, dua, satu):
        w.activateWindow()
        sinkron(w)
    for w in (satu, dua):
        assert [n for n in NOMOR if not pemakai(w, n).sudah] == ["18"]
        assert queries.masalah(w.host.store.reader(), _id(w)) == []
    return satu


def _tukar(w: MainWindow, nomor: str, ukuran: str) -> None:
    """Exchange what an RT holds."""
    buka_seragam(w)
    ketik(nomor)
    tekan(Qt.Key.Key_F6)
    sheet = lembar()
    isian("ukuran")
    ketik(ukuran)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, f"RT {nomor}")
    w.messages.tutup()
    tekan(ESC, ESC)


def _id(w: MainWindow) -> str:
    return queries.cari_pengadaan(w.host.store.reader(), "").pengadaan_id


def _periksa_kelurahan(w: MainWindow) -> None:
    """Eighteen have one each; the receipt list says so to the piece."""
    assert all(pemakai(w, n).sudah for n in NOMOR)
    lembar_f8 = queries.lembar(w.host.store.reader(), _id(w), lingkup=KELURAHAN, hari=rt.hari_ini(w.host.store))
    assert {b.kata: n for b, n in lembar_f8.jumlah} == {"S": 2, "M": 1, "L": 4, "XL": 5, "XXL": 5, "khusus": 1}
    assert sum(n for _, n in lembar_f8.jumlah) == 18
    assert "Semua ketua RT sudah menerima" in kalimat(w)
