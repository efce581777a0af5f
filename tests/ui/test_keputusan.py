"""Perlu keputusan: a pembayaran ganda of two PCs is shown, explained, and taken back with a reason."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.app import Office
from tests.ui import contoh_kantor
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import Contoh
from tests.ui.layar import (
    CTRL,
    ENTER,
    TURUN,
    cari,
    form,
    halaman,
    ketik,
    lembar,
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.table import DataTable
from ui.modules.insentif import text as insentif
from ui.shell import text
from ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def masuk(w: MainWindow) -> DataTable:
    ketik(contoh_kantor.PIN)
    tekan(ENTER)
    halaman(w, "keputusan")
    return tabel(w.page)


def hal(t: DataTable) -> list[tuple[str, str]]:
    return [(sel(t, i, 0), sel(t, i, 1)) for i in range(t.row_count())]


def batalkan(w: MainWindow, ke: int, alasan: str) -> None:
    tombol(w.page, text.GANDA_BATAL.format(ke=ke)).click()
    sheet = lembar()
    ketik(alasan)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)


def test_double_payment_is_shown_and_taken_back(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    t = masuk(w)
    assert [apa for apa, _ in hal(t)] == ["Pembayaran ganda"] * 3 + ["Isian berbeda"]
    assert hal(t)[0][1].startswith("RT 03 · ")
    assert cari(w.page, QLabel, lambda s: s.text() == text.GANDA_ATURAN)
    assert cari(w.page, QLabel, lambda s: s.text().startswith("Catatan 1: Rp550.000"))
    tombol(w.page, text.GANDA_BATAL.format(ke=1)).click()
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("alasan") == "Alasan belum diisi."
    ketik("Salah catat di PC-1, uang keluar sekali")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: len(hal(t)) == 3, "satu selesai")
    for sisa in (2, 1):
        tabel(w.page).setFocus()
        tekan(Qt.Key.Key_Home)
        batalkan(w, 2, "Sama")
        tunggu(lambda sisa=sisa: len(hal(t)) == sisa, "satu lagi selesai")  # type: ignore[misc]
    alasan = "SELECT count(*) FROM insentif_mutasi WHERE jenis = 'balik' AND alasan <> ''"
    assert w.host.store.reader().execute(alasan).fetchone()[0] == 3
    w.sync.run()
    tunggu(lambda: not w.sync.running, "terkirim")
    tutup(w)
    with closing(Office(contoh.pc2)) as lain:
        lain.sync()
        assert "pembayaran ganda" not in {d.jenis for d in lain.status().decisions}


def test_the_list_of_payments_points_to_it(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    masuk(w)
    w.show_page("insentif", contoh.terkunci)
    t = tabel(w.page)
    assert sel(t, 2, 8) == insentif.TERCATAT_LEBIH
    tekan(TURUN, TURUN)
    tombol(w.page, insentif.BUKA_KEPUTUSAN).click()
    assert "Pembayaran ganda" in {apa for apa, _ in hal(tabel(w.page))}


def test_a_differing_edit_leads_to_its_record(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    masuk(w)
    tekan(Qt.Key.Key_End)
    assert cari(w.page, QLabel, lambda s: s.text().startswith("Di kota: 1902115884"))
    tombol(w.page, "Buka di Data RT").click()
    assert sel(tabel(w.page), tabel(w.page).currentIndex().row(), 0) == "RT 05"


def test_a_held_change_leads_to_its_list(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc2)
    t = masuk(w)
    assert hal(t)[-1][0] == "Ditahan kota"
    tekan(Qt.Key.Key_End)
    assert cari(w.page, QLabel, lambda s: "Isian Anda disimpan" in s.text())
    tombol(w.page, "Buka di Insentif").click()
    assert tombol(w.page, insentif.KEMBALI).isVisible()


def test_nothing_to_decide(kantor: MainWindow) -> None:
    halaman(kantor, "keputusan")
    assert cari(kantor.page, QLabel, lambda s: s.text() == text.KEPUTUSAN_KOSONG)
