"""The papers of Seragam as the window shows them: opened through their menu, read as the very PDF, left again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.daftar_insentif import menu
from tests.ui.layar import TURUN, isian, tekan, tunggu
from tests.ui.test_seragam_cetak import pratinjau, tutup_pratinjau
from ui.kit.choice import ChoiceField
from ui.kit.preview import Preview
from ui.modules.seragam import text
from ui.shell.window import MainWindow


def tampil(w: MainWindow, kata_menu: str) -> Preview:
    """Open a paper through the menu of the papers."""
    menu(w, text.CETAK, kata_menu)
    tunggu(lambda: pratinjau() is not None, "kertas tampil", 20)
    d = pratinjau()
    assert d is not None
    tunggu(lambda: d.dokumen.pageCount() > 0, "kertas terbaca")
    return d


def baca(d: Preview) -> list[str]:
    """Return the lines of the PDF that is shown, as they stand on its pages."""
    semua = [d.dokumen.getAllText(ke).text() for ke in range(d.dokumen.pageCount())]
    return [" ".join(satu.split()) for hal in semua for satu in hal.splitlines() if satu.strip()]


def pilih_bentuk(w: MainWindow, d: Preview, bentuk: str) -> None:
    """Choose another form of the paper that is shown."""
    semula = baca(d)
    daftar = isian("bentuk", d)
    assert isinstance(daftar, ChoiceField)
    tekan(Qt.Key.Key_Home, *[TURUN] * daftar.findData(bentuk))
    tunggu(lambda: not w.jobs.sedang and baca(d) not in ([], semula), "bentuk lain", 5)


def kertas(w: MainWindow, kata_menu: str, *, bentuk: str = "") -> list[str]:
    """Open a paper, choose a form of it, read it, and leave it."""
    d = tampil(w, kata_menu)
    if bentuk:
        pilih_bentuk(w, d, bentuk)
    isi = baca(d)
    tutup_pratinjau(w)
    return isi
