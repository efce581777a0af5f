"""A payment list by keys: draw up, lock, and what the store says then; offices of nine and of eighteen RT."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from tests.ui import contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import CTRL, ENTER, cari, lembar, tekan, tertutup, tombol, tunggu
from ui.kit.table import DataTable
from ui.modules.insentif import text
from ui.modules.insentif.rekonsiliasi import Kecuali, Rekonsiliasi
from ui.shell.window import MainWindow

NO, RT, NAMA, BULAN, BRUTO, PPH, DITERIMA, KEADAAN = range(1, 9)
"""Columns of an opened list; 0 holds the marks."""


def susun(w: MainWindow) -> str:
    """Draw up the list of this quarter by keys; return its number."""
    tekan(Qt.Key.Key_N, mod=CTRL)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    return daftar(w).nomor


def kunci(w: MainWindow) -> None:
    """Lock the opened list by keys."""
    tekan(Qt.Key.Key_L, mod=CTRL)
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: tombol(w.page, text.TERIMA).isVisible(), "terkunci")


def daftar(w: MainWindow, nomor: str = "") -> queries.Daftar:
    """Return a list as the store has it, the newest without a number."""
    semua = queries.semua_daftar(w.host.store.reader(), lingkup=KELURAHAN)
    return next(d for d in semua if nomor in ("", d.nomor))


def baris(w: MainWindow, no: int, nomor: str = "") -> queries.Baris:
    """Return a line as the store has it."""
    semua = queries.baris(w.host.store.reader(), daftar_id=daftar(w, nomor).daftar_id)
    return next(b for b in semua if b.no == no)


def buku(w: MainWindow) -> list[tuple[str, int]]:
    """Return per RT what the ledger adds up to."""
    rows = w.host.store.reader().execute(
        "SELECT j.nomor, sum(m.jumlah) FROM insentif_mutasi m JOIN rt_jabatan j ON j.id = m.jabatan_id GROUP BY 1"
    )
    return [(str(rt), int(n)) for rt, n in rows]


def kecuali(w: MainWindow) -> Kecuali:
    """Return the field of the exceptions."""
    return cari(w.page, Kecuali)


def kata_rekon(w: MainWindow) -> str:
    """Return all words around the field of the exceptions."""
    return " ".join(s.text() for s in cari(w.page, Rekonsiliasi).findChildren(QLabel))


def ke_baris(t: DataTable, no: int) -> None:
    """Go to a line of the table by keys."""
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    tekan(*[Qt.Key.Key_Down] * (no - 1))


def menu(w: MainWindow, kata: str, pilih: str) -> None:
    """Open a menu of the page and choose the line that begins with ``pilih``, by keys."""
    tombol(w.page, kata).click()
    tunggu(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "menu terbuka")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    ke = next(i for i, aksi in enumerate(popup.actions()) if aksi.text().startswith(pilih))
    for _ in range(ke + 1):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, ENTER)


def kantor_dari(w: MainWindow) -> Office:
    """Return the office behind a window."""
    office = w._office
    assert isinstance(office, Office)
    return office


def nik_ganda(office: Office) -> None:
    """Let the head who moved from RT 03 to RT 10 hold both in the same days (see contoh_kantor): what only two
    computers that did not see each other can record."""
    kini, masa_id = triwulan(rt.hari_ini(office.store)), contoh_kantor.baris(office, "10").masa_id or ""
    isi: Fields = {"tmt": date(kini.tahun, kini.bulan_ke, 1).isoformat()}
    office.store.write("uji", lambda tx: tx.update("rt_masa", masa_id, isi))


def isi_delapan_belas(folder: Path) -> None:
    """Make an office of eighteen RT with a tariff, without a PIN and without the city."""
    office = Office(folder)
    contoh_kantor.kantor_kecil(office)
    for nomor in range(10, 19):
        isian = {
            "nomor": str(nomor), "nama": f"Ketua RT {nomor}", "jenis": "definitif", "tmt": "2024-01-01",
            "sk_nomor": f"141/{nomor}/KPTS/LS/2024",
        }  # fmt: skip
        rt.tambah(office.store, KELURAHAN, isian)
    office.close()
