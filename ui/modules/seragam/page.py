"""The page Seragam: all purchases, one of them opened, or its stock in its place."""

from __future__ import annotations

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import queries
from ui.kit.anak import Tumpukan
from ui.kit.buttons import PrimaryButton
from ui.kit.host import Host, Page

from . import TABLES, text
from .detail import Detail
from .semua import SemuaPengadaan


class SeragamPage(Page):
    """Enter opens a purchase, Esc comes back."""

    tables = TABLES
    help = text.BANTUAN
    panduan = "seragam"
    all_kelurahan = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        tambah = PrimaryButton(text.TAMBAH, "Ctrl+N", on=self._add)
        self._semua = SemuaPengadaan(host, (tambah,), self._add)
        self._semua.dibuka.connect(self._show_one)
        self._detail = Detail(host)
        self._detail.kembali.connect(self._back)
        self._detail.stok.connect(lambda: self._show_stock(self._detail.pengadaan_id))
        self._tumpuk = Tumpukan(self, self._semua, self._detail)

    def load(self) -> None:
        """Read again what is shown; a purchase that is gone leads back to all of them."""
        if self._tumpuk.anak is not None:
            self._tumpuk.anak.load()
        elif self._tumpuk.currentWidget() is self._detail:
            try:
                self._detail.load()
            except InputSalah:
                self._back()
        else:
            self._semua.load()

    def open_id(self, id: str) -> None:
        """Open a purchase (``id``), one at a post (``id#post``, or ``rt:post``), a stock (``stok:id``), or what any
        other row of the module is about: the post of a hand-over, the stock for a delivery."""
        awal, titik, kunci = id.partition(":")
        row_id, _, jabatan_id = id.partition("#")
        if titik and awal == "stok":
            self._show_stock(kunci)
            return
        if titik and awal == "rt":
            row_id, jabatan_id = self._berjalan(), kunci
        pengadaan_id, pos = queries.letak(self._host.store.reader(), row_id)
        if pengadaan_id in ("", row_id) or pos:
            if pengadaan_id:
                self._show_one(pengadaan_id, pos or jabatan_id)
        else:
            self._show_stock(pengadaan_id)

    def _berjalan(self) -> str:
        """Return the newest purchase that still runs, else the newest."""
        semua = queries.pengadaan(self._host.store.reader(), lingkup=self._host.kantor)
        jalan = [p for p in semua if not p.selesai] or semua
        return jalan[0].pengadaan_id if jalan else ""

    def place(self) -> str:
        """Return what opens here again."""
        if self._tumpuk.anak is not None:
            return self._tumpuk.anak.tempat()
        return self._detail.pengadaan_id if self._tumpuk.currentWidget() is self._detail else ""

    def _show_one(self, pengadaan_id: str, jabatan_id: str = "") -> None:
        self._tumpuk.tampil(self._detail)
        self._detail.open(pengadaan_id, jabatan_id)

    def _show_stock(self, pengadaan_id: str) -> None:
        from .stok import StokPage

        self._tumpuk.tumpuk(StokPage(self._host, pengadaan_id), lambda: self._show_one(pengadaan_id))

    def _back(self) -> None:
        self._tumpuk.tampil(self._semua)
        self._semua.load()
        self._semua.tabel.setFocus()

    def _add(self) -> None:
        from . import pengadaan_lembar

        pengadaan_lembar.tambah(self, self._host, lambda id: self._show_one(str(id)))
