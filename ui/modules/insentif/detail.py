"""One payment list: where it is in the process, its lines, what the checks saw, and the next step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif import ops, queries
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.queries import Baris as BarisDaftar
from sipokat_desktop.modules.insentif.queries import Daftar
from ui.kit.beside import table_beside
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import SidePanel
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.page import PageTitle, Stepper
from ui.kit.table import DataTable
from ui.kit.theme import Role, theme_of

from . import lines, preview, sheets, text
from .lines import Isi


class Detail(QWidget):
    """The opened list; ``kembali`` asks to go back to all lists."""

    kembali = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._nomor = ""
        self._isi: Isi | None = None
        self._judul = PageTitle("")
        self._langkah = Stepper(insentif.LANGKAH)
        self._hal = Notice("")
        self._petunjuk = Label("", Gaya.KECIL)
        self._cari = FilterField(text.CARI)
        self._tabel = DataTable(lines.KOLOM, bertanda=True)
        self._panel = SidePanel()
        self._jumlah = Label("", Gaya.TEBAL)
        self._total = Label("", Gaya.SUBJUDUL)
        self._kata = Label("", Gaya.KECIL, lipat=True)
        self._tombol()
        self._build()
        self.setFocusProxy(self._tabel)
        self._tabel.selected.connect(self._show_panel)
        self._tabel.opened.connect(lambda _id: self._found())
        self._tabel.mark_toggled.connect(lambda _id, _on: self._count())
        self._cari.berubah.connect(self._find)

    def _tombol(self) -> None:
        self._semua = SecondaryButton(text.KEMBALI, "Esc", pasang=False, on=self.kembali.emit)
        self._perbarui = SecondaryButton(text.PERBARUI, on=self._refresh)
        self._pratinjau = SecondaryButton(text.PRATINJAU, "Ctrl+P", on=self._preview)
        self._kunci = PrimaryButton(text.KUNCI, "Ctrl+L", on=self._lock)
        self._terima = PrimaryButton(text.TERIMA, "Ctrl+T", on=self._receive)
        for tombol in (self._semua, self._perbarui, self._pratinjau, self._kunci, self._terima):
            self._judul.add(tombol)

    def _build(self) -> None:
        theme = theme_of(self)
        self._tabel.attach_filter(self._cari)
        hal = QHBoxLayout()
        hal.setSpacing(theme.px(16))
        hal.addWidget(self._hal, 1)
        hal.addStretch(0)
        hal.addWidget(self._cari)
        bawah = QHBoxLayout()
        bawah.setSpacing(theme.px(16))
        bawah.addWidget(self._jumlah)
        bawah.addWidget(self._petunjuk)
        bawah.addStretch(1)
        bawah.addWidget(Label(text.JUMLAH_DITERIMA))
        bawah.addWidget(self._total)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(8))
        for widget in (self._judul, self._langkah):
            tata.addWidget(widget)
        tata.addLayout(hal)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)
        tata.addLayout(bawah)
        tata.addWidget(self._kata)

    @property
    def nomor(self) -> str:
        """The number of the list shown."""
        return self._nomor

    def open(self, nomor: str) -> None:
        """Show the list with this number."""
        self._nomor = nomor
        self.load()
        if self._terima.isVisibleTo(self):
            self._host.announce(f"insentif:{nomor}")
        self._tabel.begin()
        self._tabel.setFocus()

    def load(self) -> None:
        """Read the list again."""
        con = self._host.store.reader()
        daftar = queries.cari_daftar(con, self._nomor)
        baris = queries.baris(con, daftar_id=daftar.daftar_id)
        temuan, lain = queries.temuan(con, daftar)
        menunggu = queries.menunggu(con, (b for b in baris if not b.lunas)) if daftar.keadaan == "dikunci" else {}
        self._isi = Isi(daftar, baris, temuan, lain, queries.catatan(con, daftar), menunggu)
        self._judul.set_judul(text.DETAIL_JUDUL.format(periode=daftar.nama_periode, komponen=daftar.komponen))
        self._langkah.set_step(_langkah(daftar))
        self._tabel.set_rows(lines.baris_tabel(self._isi))
        self._arrange(daftar, baris)
        sisa = (b for b in baris if not b.lunas and b.no not in menunggu)
        self._tabel.set_marks(b.baris_id for b in sisa if daftar.keadaan == "dikunci")
        self._count()
        self._show_panel(self._tabel.current_id())

    def _arrange(self, daftar: Daftar, baris: list[BarisDaftar]) -> None:
        draf = daftar.keadaan == "draf"
        sisa = [b for b in baris if not b.lunas]
        self._kunci.setVisible(draf)
        self._perbarui.setVisible(draf)
        self._terima.setVisible(not draf and bool(sisa))
        self._pratinjau.set_teks(text.PRATINJAU if draf else text.PRATINJAU_CETAK)
        self._tabel.set_marking(not draf and bool(sisa))
        self._petunjuk.setText(text.PETUNJUK_TERIMA if sisa and not draf else "")
        self._say(draf, len(sisa))
        rt = len({b.jabatan_id for b in baris})
        self._jumlah.setText(text.JUMLAH.format(rt=rt, penerima=len(baris)))
        self._total.setText(rupiah.uang(daftar.diterima))
        self._kata.setText(terbilang(daftar.diterima).capitalize())

    def _say(self, draf: bool, sisa: int) -> None:
        if draf and self._isi:
            hal = sum(len(t) for t in self._isi.temuan.values()) + len(self._isi.lain)
            self._hal.set(
                text.HAL_DILIHAT.format(n=hal) if hal else text.TANPA_HAL, Role.PERHATIAN if hal else Role.BAIK
            )
        elif sisa:
            n = len(self._isi.menunggu) if self._isi else 0
            tunda = text.SISA_MENUNGGU.format(n=n) if n else ""
            self._hal.set(text.SISA_TERIMA.format(n=sisa) + tunda, Role.PERHATIAN)
        else:
            self._hal.set(text.SEMUA_TERIMA, Role.BAIK)

    def _count(self) -> None:
        n = len(self._tabel.marks())
        self._terima.set_teks(f"{text.TERIMA} ({n})" if n else text.TERIMA)

    def _show_panel(self, id: str) -> None:
        if self._isi:
            lines.isi_panel(self._panel, self._isi, id, self._host.go, self._undo_receipt)

    def _find(self, teks: str) -> None:
        """Go to the first line that has ``teks``; no line is hidden, for all that have a mark are recorded."""
        dicari = kunci_cari(teks)
        if self._isi and dicari:
            cocok = (b for b in self._isi.baris if dicari in kunci_cari(f"RT {b.nomor_rt} {b.nama}"))
            self._tabel.select(next((b.baris_id for b in cocok), ""))

    def _found(self) -> None:
        self._cari.clear()
        self._tabel.setFocus()

    def _undo_receipt(self, b: BarisDaftar) -> None:
        sheets.batal_terima(self, self._host, self._nomor, b)

    def _refresh(self) -> None:
        if self._isi:
            d = self._isi.daftar
            sheets.susun_lagi(self._host, d)

    def _lock(self) -> None:
        if self._isi:
            sheets.kunci(self, self._host, self._isi.daftar, self._isi.salah)

    def _preview(self) -> None:
        if self._isi:
            preview.buka(self, self._host, self._isi.daftar)

    def _receive(self) -> None:
        if not self._isi:
            return
        bertanda = self._tabel.marks()
        pilih = [b.no for b in self._isi.baris if b.baris_id in bertanda]
        if not pilih:
            self._host.messages.perhatian(text.TANPA_TANDA)
            return
        self._host.act(
            partial(ops.terima, self._host.store, self._nomor, hanya=pilih),
            said=lambda dicatat: text.DICATAT.format(n=len(dicatat) if isinstance(dicatat, list) else 0),
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to all lists."""
        if event.key() == Qt.Key.Key_Escape:
            self.kembali.emit()
        else:
            super().keyPressEvent(event)


def _langkah(daftar: Daftar) -> int:
    if daftar.keadaan == "draf":
        return 1
    if daftar.dibayar >= daftar.diterima:
        return len(insentif.LANGKAH)
    return 4 if daftar.cetak_ke or daftar.dibayar else 3
