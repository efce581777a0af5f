"""Perlu keputusan: months of one list that two PCs recorded, settled in one act."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import Contoh
from tests.ui.layar import CTRL, form, ketik, lembar, pesan, tekan, tertutup, tunggu
from tests.ui.test_keputusan import hal, ke, masuk, satu

SEMUA = CTRL | Qt.KeyboardModifier.ShiftModifier


def terbaca_di(sheet: QWidget) -> str:
    """All that a sheet says."""
    return " ".join(label.text() for label in sheet.findChildren(QLabel))


def test_the_months_of_one_list_are_settled_in_one_act(contoh: Contoh, buka: Buka) -> None:
    """All that one computer recorded too much goes with one answer, the sum is named before, one Ctrl+Z undoes it."""
    w = buka(contoh.pc1)
    t = masuk(w, "Rohana")
    ke(t, 0)
    sebelum = satu(w, "SELECT sum(jumlah) FROM insentif_mutasi")
    ketik("2c")
    sheet = lembar()
    assert "ada 3 bulan: Juli 2026, Agustus 2026, September 2026; untuk semuanya Rp1.650.000." in terbaca_di(sheet)
    tekan(Qt.Key.Key_S, mod=SEMUA)
    assert form(sheet).pesan("alasan") == "Alasan belum diisi."
    ketik("Tercatat di dua komputer")
    tekan(Qt.Key.Key_S, mod=SEMUA)
    tertutup(sheet)
    pesan(w, "Salah catat dicatat untuk 3 bulan sekaligus")
    tunggu(lambda: hal(t) == ["Isian berbeda", "Ditahan kota"], "ketiganya selesai")
    assert satu(w, "SELECT sum(jumlah) FROM insentif_mutasi") == sebelum - 1_650_000  # type: ignore[operator]
    t.setFocus()
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: len(hal(t)) == 5, "ketiganya kembali")
    assert satu(w, "SELECT sum(jumlah) FROM insentif_mutasi") == sebelum
    ke(t, 0)
    ketik("2b")
    assert "3 bulan" not in terbaca_di(lembar()), "another month is chosen for each"
