"""A list cancelled on one PC and paid on the other is listed in Perlu keputusan and decided by keys."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import ops, queries, siklus, text_batal
from sipokat_desktop.modules.rt.ops import hari_ini
from tests.ui import contoh_kantor
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import Contoh
from tests.ui.layar import CTRL, form, ketik, lembar, pesan, sel, tekan, tertutup, tombol, tunggu
from tests.ui.test_keputusan import hal, ke, kirim, masuk, terbaca
from ui.shell.decide import text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def nomor(contoh: Contoh) -> str:
    """The list that PC-1 has cancelled and PC-2 has paid."""
    with closing(Office(contoh.pc1)) as pc1, closing(Office(contoh.pc2)) as pc2:
        pc1.store.user, pc2.store.user = "Siti Aminah", "Rudi Hartono"
        lama = contoh_kantor.sebelum(triwulan(hari_ini(pc1.store)), 5)
        baru = ops.susun(pc1.store, contoh_kantor.KELURAHAN, lama).value
        ops.kunci(pc1.store, baru, lurah="Dra. Hj. Yunita", alasan="Disetujui Lurah")
        for pc in (pc1, pc2):
            pc.sync()
        siklus.batal_daftar(pc1.store, baru, alasan="Salah tarif")
        ops.terima(pc2.store, baru, hanya=[1, 2])
        for pc in (pc1, pc2, pc1):
            pc.sync()
    return baru


def test_it_is_listed_and_the_list_counts_again(contoh: Contoh, nomor: str, buka: Buka) -> None:
    w = buka(contoh.pc1)
    t = masuk(w)
    baris = hal(t).index(text_batal.JENIS)
    assert sel(t, baris, 1).endswith(nomor)
    ke(t, baris)
    assert terbaca(w, "tidak ada di daftar mana pun")
    assert "2 penerima tercatat menerima" in terbaca(w, "penerima tercatat")
    assert terbaca(w, "Nomor 1 · RT ")
    assert terbaca(w, text.PILIH_JALAN)
    assert all(tombol(w.page, satu).isEnabled() for satu in (text_batal.BERLAKU, "Uang dikembalikan", "Salah catat"))
    ketik("a")
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("alasan") == "Alasan belum diisi."
    ketik("Uangnya memang sudah diterima")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Daftar berlaku lagi dicatat")
    tunggu(lambda: text_batal.JENIS not in hal(t), "diputuskan")
    kirim(w)
    tutup(w)
    with closing(Office(contoh.pc2)) as lain:
        lain.sync()
        assert queries.cari_daftar(lain.store.reader(), nomor).keadaan == "dikunci"
        assert "insentif_daftar" not in {d.tabel for d in lain.status().decisions}


def test_money_of_one_came_back_the_other_was_never_paid(contoh: Contoh, nomor: str, buka: Buka) -> None:
    w = buka(contoh.pc2)
    t = masuk(w)
    ke(t, hal(t).index(text_batal.JENIS))
    ketik("b")
    sheet = lembar()
    isi = form(sheet)
    isi.isi(isi.nilai() | {"alasan": "Dikembalikan tunai", "baris": "7"})
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "Nomor urut 7 tidak tercatat" in isi.pesan("baris"), "nomor ditolak")
    isi.isi(isi.nilai() | {"baris": "2"})
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: "1 penerima tercatat menerima" in terbaca(w, "penerima tercatat"), "satu kembali")
    ke(t, hal(t).index(text_batal.JENIS))
    ketik("c")
    sheet = lembar()
    ketik("Belum jadi dibayar")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: text_batal.JENIS not in hal(t), "selesai")
    con = w.host.store.reader()
    assert queries.cari_daftar(con, nomor).dibayar == 0
