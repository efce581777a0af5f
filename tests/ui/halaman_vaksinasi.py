"""The page Vaksinasi for the tests: opened, its words and records read, the cell of the grid with the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from sipokat_desktop.modules.vaksinasi import queries
from sipokat_desktop.modules.vaksinasi.model import Catatan
from tests.ui import contoh_usulan
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.contoh_usulan import VAKSIN
from tests.ui.layar import fokus, siap
from ui.shell.window import MainWindow


def masuk(w: MainWindow) -> MainWindow:
    contoh_usulan.jam(w._office)  # type: ignore[arg-type]
    w._pages.forget()
    w.show_page("vaksinasi")
    siap(w)
    return w


def kata(induk: QWidget) -> str:
    return "\n".join(label.text() for label in induk.findChildren(QLabel) if label.isVisible())


def catatan(w: MainWindow, tanggal: str) -> dict[str, Catatan]:
    semua = queries.catatan(w.host.store.reader(), lingkup=[KELURAHAN], program=VAKSIN)
    return {c.nomor_rt: c for c in semua if c.tanggal == tanggal}


def di(rt: str, isian_: str) -> bool:
    """Tell whether the keyboard is in a cell of the grid."""
    return fokus().accessibleName().startswith(f"RT {rt}") and fokus().accessibleName().endswith(isian_)
