"""The papers of Seragam as the very PDF, and its tables as .xlsx."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.daftar_insentif import menu
from tests.ui.layar import ENTER, ESC, pesan, tekan, tertutup, tunggu
from tests.ui.test_seragam_stok import jendela, saring
from ui.kit.preview import Preview
from ui.modules.seragam import text, text_cetak, text_stok
from ui.shell.window import MainWindow

__all__ = ["jendela"]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "does not support raise")


def test_the_paper_of_a_delivery_and_the_matrix_are_shown_as_pdf(jendela: MainWindow) -> None:
    w = jendela
    t = saring(w, text_stok.KIRIMAN)
    t.setFocus()
    tekan(ENTER)
    tunggu(lambda: pratinjau() is not None, "berita acara")
    tutup_pratinjau(w)
    menu(w, text_stok.CETAK, text_cetak.F8B)
    tunggu(lambda: pratinjau() is not None, "matriks")
    tutup_pratinjau(w)


def pratinjau() -> Preview | None:
    d = QApplication.activeModalWidget()
    return d if isinstance(d, Preview) else None


def tutup_pratinjau(w: MainWindow) -> None:
    d = pratinjau()
    assert d is not None
    tekan(ESC)
    tertutup(d)
    assert w.isActiveWindow()


def test_the_receipt_list_is_shown_and_tables_go_to_excel(
    jendela: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    w = jendela
    tekan(ESC)
    menu(w, text.CETAK, text_cetak.F8)
    tunggu(lambda: pratinjau() is not None, "tanda terima")
    tutup_pratinjau(w)
    tujuan = tmp_path / "seragam.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tujuan), ""))
    for kata in text_cetak.EXCEL.values():
        tujuan.unlink(missing_ok=True)
        if kata == text_cetak.EXCEL["stok"]:
            continue
        menu(w, text.CETAK, kata)
        tunggu(tujuan.exists, kata)
        tunggu(lambda: not w.jobs.sedang, "selesai menulis")
    pesan(w, "Tersimpan")
