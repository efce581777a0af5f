"""Two PCs correct one month differently: both amounts are read in rupiah, one is chosen by keys, the list says it."""

from __future__ import annotations

from contextlib import closing

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.modules.insentif import koreksi, queries
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import Contoh
from tests.ui.layar import ENTER, ketik, pesan, sel, tekan, tombol, tunggu
from tests.ui.test_keputusan import hal, ke, kirim, masuk, terbaca

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def bulan(contoh: Contoh) -> str:
    """The month of line 5 that PC-1 has taken off the list and PC-2 has cut."""
    with closing(Office(contoh.pc1)) as pc1, closing(Office(contoh.pc2)) as pc2:
        pc1.store.user, pc2.store.user = "Siti Aminah", "Rudi Hartono"
        for pc in (pc1, pc2):
            pc.sync()
        satu = _baris(pc1, contoh.terkunci).bulan[0]
        koreksi.koreksi(pc1.store, contoh.terkunci, 5, menjadi={satu: 0}, alasan="Cuti")
        koreksi.koreksi(pc2.store, contoh.terkunci, 5, menjadi={satu: 300_000}, alasan="Setengah bulan")
        for pc in (pc1, pc2, pc1):
            pc.sync()
    return satu


def _baris(pc: Office, nomor: str) -> queries.Baris:
    con = pc.store.reader()
    return next(b for b in queries.baris(con, daftar_id=queries.cari_daftar(con, nomor).daftar_id) if b.no == 5)


def test_one_of_two_corrections_is_chosen(contoh: Contoh, bulan: str, buka: Buka) -> None:
    w = buka(contoh.pc1)
    t = masuk(w)
    baris = next(i for i in range(t.row_count()) if sel(t, i, 1).startswith("Jumlah sesudah koreksi"))
    ke(t, baris)
    assert "RT 05" in terbaca(w, "Jumlah sesudah koreksi")
    assert terbaca(w, "Rp0 (keluar dari daftar)")
    assert terbaca(w, "Rp300.000")
    ketik("2")
    tekan(ENTER)
    pesan(w, "Keputusan disimpan: Rp300.000")
    tunggu(lambda: "Jumlah sesudah koreksi" not in " ".join(sel(t, i, 1) for i in range(t.row_count())), "diputuskan")
    assert "Pembayaran ganda" in hal(t)
    kirim(w)
    tutup(w)
    for folder in (contoh.pc1, contoh.pc2):
        with closing(Office(folder)) as pc:
            pc.sync()
            assert dict(_baris(pc, contoh.terkunci).rincian)[bulan] == 300_000


@pytest.mark.usefixtures("bulan")
def test_the_decision_leads_to_the_list(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc2)
    t = masuk(w)
    ke(t, next(i for i in range(t.row_count()) if sel(t, i, 1).startswith("Jumlah sesudah koreksi")))
    tombol(w.page, "Buka di Insentif").click()
    assert contoh.terkunci in w.page.place()
