"""The kelurahan that the pages show, where an office looks after several: a line above the page, and a list to choose
from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage.module import place
from ui.kit.buttons import SecondaryButton
from ui.kit.labels import Gaya, Label
from ui.kit.theme import theme_of

from . import text

if TYPE_CHECKING:
    from ui.kit.host import Host

    from .palette import Target

Show = Callable[[str], object]
"""Shows the kelurahan with a code."""


class KelurahanLine(QWidget):
    """Names the kelurahan shown; its button opens the list."""

    def __init__(self, host: Host, show: Show) -> None:
        super().__init__()
        self._host, self._show = host, show
        nama = _nama(host, host.lingkup)
        self.tombol = SecondaryButton(nama, text.WILAYAH_TOMBOL, on=self._open)
        self.tombol.setAccessibleName(text.WILAYAH_GANTI.format(nama=nama))
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        tata.addWidget(Label(text.WILAYAH_TAMPIL, Gaya.KECIL))
        tata.addWidget(self.tombol)
        tata.addStretch(1)

    def _open(self) -> None:
        from .palette import open_list

        semua = targets(self._host, self._show)
        open_list(self.window(), semua, text.WILAYAH_CARI, most=len(semua))


def targets(host: Host, show: Show, where: str = "") -> list[Target]:
    """Return what leads to each kelurahan that this office looks after, by name; nothing on a kelurahan's computer.
    The city's are grouped by kecamatan, each with the name of its own (``where`` stands behind it)."""
    from .palette import Target

    if not host.beberapa:
        return []
    con, modules = host.store.reader(), host.store.modules
    names = sorted((_kecamatan(host, kode), place(con, modules, kode), kode) for kode in host.wilayah)
    return [
        Target(nama, text.WILAYAH_SELA.join(filter(None, (kecamatan, where))), partial(show, kode))
        for kecamatan, nama, kode in names
    ]


def _nama(host: Host, kode: str) -> str:
    nama = place(host.store.reader(), host.store.modules, kode)
    return text.WILAYAH_SELA.join(filter(None, (nama, _kecamatan(host, kode))))


def _kecamatan(host: Host, kode: str) -> str:
    """Return the kecamatan that a kelurahan is told apart by, where the office looks after more than one."""
    return wilayah.nama_kecamatan(kode) if host.di_kota else ""


def home_of(host: Host, tables: Iterable[str], id: str) -> str:
    """Return the kelurahan of this office whose record ``id`` is (in one of ``tables``); empty where none's."""
    row_id, con = id.partition("#")[0], host.store.reader()
    if not host.beberapa or not row_id:
        return ""
    found = (con.execute(f"SELECT lingkup FROM {table} WHERE id = ?", (row_id,)).fetchone() for table in tables)
    scope = next((str(row[0]) for row in found if row), "")
    return scope if scope in host.wilayah else ""
