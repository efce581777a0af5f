"""The page Insentif: all lists, one of them opened, or a further page in their place."""

from __future__ import annotations

from functools import partial

from sipokat_desktop.modules.insentif import queries
from ui.kit.anak import Anak, Tumpukan
from ui.kit.buttons import PrimaryButton
from ui.kit.host import Host, Page
from ui.kit.menu import MenuButton, MenuLine

from . import TABLES, lainnya, sheets, text
from .detail import Detail
from .semua import SemuaDaftar


class InsentifPage(Page):
    """Enter opens a list, Esc comes back."""

    tables = TABLES
    help = text.BANTUAN
    panduan = "insentif"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._lain = MenuButton(text.LAINNYA, "Alt+L", self._more)
        susun = PrimaryButton(text.SUSUN, "Ctrl+N", on=self._draw_up)
        self._semua = SemuaDaftar(host, (self._lain, susun), self._draw_up)
        self._semua.dibuka.connect(self._show_list)
        self._detail = Detail(host, self)
        self._detail.kembali.connect(self._back)
        self._detail.dibuka.connect(self._show_list)
        self._tumpuk = Tumpukan(self, self._semua, self._detail)

    def load(self) -> None:
        """Read again what is shown; the lists behind it are read when one goes back to them."""
        if self._tumpuk.currentWidget() is self._detail:
            self._detail.load()
        elif self._tumpuk.anak is not None:
            self._tumpuk.anak.load()
        else:
            self._semua.load()

    def open_id(self, id: str) -> None:
        """Open the list with the number ``id``, the one that the row ``id`` belongs to, or a page ``lain/…``."""
        awal, _, kunci = id.partition("/")
        if awal == "lain":
            lainnya.buka(kunci, self._host, self)
            return
        self.buka_daftar(id.partition("#")[0])

    def buka_daftar(self, id: str) -> None:
        """Open the list with a number, or the one that a line or payment belongs to."""
        nomor = queries.nomor_daftar(self._host.store.reader(), id)
        if nomor:
            self._show_list(nomor, True)

    def place(self) -> str:
        """Return the number of the list that is open, or the key of the further page."""
        if self._tumpuk.currentWidget() is self._detail:
            return self._detail.nomor
        tempat = self._tumpuk.anak.tempat() if self._tumpuk.anak is not None else ""
        return f"lain/{tempat}" if tempat else ""

    def tampilkan(self, anak: Anak) -> None:
        """Show a further page in place of the lists."""
        self._tumpuk.tumpuk(anak, self._back)

    def _show_list(self, nomor: str, siap: bool) -> None:
        """Open a list; ``siap`` sends the keyboard to the exceptions where some have still to be recorded."""
        self._tumpuk.tampil(self._detail)
        self._detail.open(nomor, siap=siap)

    def _back(self) -> None:
        self._tumpuk.tampil(self._semua)
        self._semua.load()
        self._semua.tabel.setFocus()

    def _draw_up(self) -> None:
        self.susun()

    def susun(self, komponen: str = "") -> None:
        """Ask for the period of a new list, of this component where one is named."""
        ketetapan = partial(lainnya.buka, "ketetapan", self._host, self)
        sheets.susun(self, self._host, self.buka_daftar, ketetapan, komponen=komponen)

    def _more(self) -> list[MenuLine]:
        return lainnya.menu(self._host, self)
