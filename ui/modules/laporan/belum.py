"""The RT that have no report in a month: a list, Enter begins one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

from . import text
from .tugas import belum_melapor


def buka(parent: QWidget, host: Host, bulan: str, catat: Callable[[str], object]) -> Sheet | None:
    """Open the list; ``catat`` gets the RT to begin a report for. Where every RT has one, that is said."""
    belum, _semua = belum_melapor(host, bulan)
    if not belum:
        host.messages.info(text.BELUM_NIHIL.format(bulan=periode.nama_bulan(bulan)))
        return None
    tabel = DataTable((Kolom("rt", text.KOLOM_JUDUL["rt"]), Kolom("ketua", text.KOLOM_JUDUL["ketua"], stretch=1)))
    tabel.set_rows([Baris(rt.jabatan_id, (rt.rt, rt.nama)) for rt in belum])
    tabel.setMinimumHeight(min(table_height(parent), theme_of(parent).tinggi_baris * (len(belum) + 2)))
    judul = text.BELUM_HANYA.format(bulan=periode.nama_bulan(bulan))
    sheet = Sheet(judul, tabel, utama=text.CATAT, kedua=text.TUTUP, lebar=520, parent=parent)

    def mulai(_id: str = "") -> None:
        id = tabel.current_id()
        if id:
            sheet.accept()
            catat(id)

    tabel.opened.connect(mulai)
    sheet.disimpan.connect(mulai)
    sheet.open()
    tabel.begin()
    return sheet
