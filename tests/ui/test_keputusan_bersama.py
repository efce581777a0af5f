"""Perlu keputusan: what two PCs recorded of one list is settled in one act, for the months of one or for all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import Contoh
from tests.ui.layar import CTRL, form, ketik, lembar, pesan, tekan, tertutup, tunggu
from tests.ui.test_keputusan import hal, ke, masuk, satu
from ui.kit.choice import ChoiceField
from ui.shell.decide.ways import UNTUK

JUMLAH = "SELECT sum(jumlah) FROM insentif_mutasi"


def pilihan(sheet: QDialog) -> list[str]:
    """For how much the answer of a sheet may be."""
    untuk = sheet.findChildren(ChoiceField)[-1]
    return [untuk.itemText(ke) for ke in range(untuk.count())]


def test_the_months_of_one_list_are_settled_in_one_act(contoh: Contoh, buka: Buka) -> None:
    """All that one computer recorded too much goes with one answer, the sum is named before, one Ctrl+Z undoes it."""
    w = buka(contoh.pc1)
    t = masuk(w, "Rohana")
    ke(t, 0)
    sebelum = satu(w, JUMLAH)
    ketik("2c")
    sheet = lembar()
    assert pilihan(sheet) == [
        "Juli 2026 saja, Rp550.000",
        "3 bulan ketua RT ini, bersama Rp1.650.000",
    ]
    ketik("Tercatat di dua komputer")
    tekan(Qt.Key.Key_Tab, Qt.Key.Key_Down)
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Salah catat dicatat untuk 3 bulan sekaligus")
    tunggu(lambda: hal(t) == ["Isian berbeda", "Ditahan kota"], "ketiganya selesai")
    assert satu(w, JUMLAH) == sebelum - 1_650_000  # type: ignore[operator]
    t.setFocus()
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: len(hal(t)) == 5, "ketiganya kembali")
    assert satu(w, JUMLAH) == sebelum
    ke(t, 0)
    ketik("2b")
    assert UNTUK not in form(lembar()).nilai(), "another month is chosen for each"
