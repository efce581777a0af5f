"""One purchase opened: its head, the line for handing over, its posts with the panel beside them, what is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sipokat_desktop.modules.seragam.model import Pemakai
from ui.kit.beside import table_beside
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.tampilan import Tampilan
from ui.kit.theme import theme_of

from . import baris as barisan
from . import isi as membaca
from . import kepala, panel, text
from .isi import Isi
from .kepala import Kepala, Perintah
from .loket import SERAH, UKURAN, Catatan, Loket
from .pengisian import Pengisian
from .penyerahan import Penyerahan
from .saringan import Saringan
from .tabel_pos import TabelPos

if TYPE_CHECKING:
    from .kalimat import Kata
    from .kepala import Pilihan


class Detail(Tampilan):
    """``kembali`` asks to go back to all purchases, ``stok`` for the page of the stock."""

    kembali = Signal()
    stok = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.pengadaan_id = ""
        self._isi: Isi | None = None
        self._hasil: Kata | None = None
        self._diam = False
        self._kepala = Kepala(Perintah(self.kembali.emit, self._more, self.stok.emit, self._papers, self._enter))
        self.loket = Loket(host)
        self._saring = Saringan(host.wilayah)
        self.tabel = TabelPos(barisan.kolom(beberapa=len(host.wilayah) > 1))
        self._panel = SidePanel()
        self._jumlah, self._sisa = Label("", Gaya.TEBAL), Label("", Gaya.KECIL, potong=True)
        self._serah = Penyerahan(host, self)
        self._ukur = Pengisian(host, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = theme_of(self)
        bawah = QHBoxLayout()
        bawah.setSpacing(theme.px(16))
        bawah.addWidget(self._jumlah)
        bawah.addWidget(self._sisa, 1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(7))
        for widget in (self._kepala, self.loket, self._saring):
            tata.addWidget(widget)
        tata.addLayout(table_beside(self.tabel, self._panel), 1)
        tata.addLayout(bawah)

    def _connect(self) -> None:
        t, loket = self.tabel, self.loket
        t.attach_filter(loket.ukuran)
        t.attach_filter(loket.cari)
        self.setFocusProxy(loket)
        t.selected.connect(lambda _id: self._moved())
        t.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        t.opened.connect(lambda _id: self._enter())
        t.tanpa_pilihan.connect(self._enter_nothing)
        loket.cari.berubah.connect(lambda _teks: self._typed())
        loket.ukuran.berubah.connect(lambda _teks: self.katakan())
        loket.diubah.connect(self._filter)
        loket.kecuali.connect(self._all_but)
        loket.usai.connect(self.serahkan_lagi)
        self._saring.diubah.connect(self._filter)

    # what is shown

    @property
    def isi(self) -> Isi:
        """What is shown of it."""
        assert self._isi is not None
        return self._isi

    def open(self, pengadaan_id: str, jabatan_id: str = "") -> None:
        """Show a purchase, with the keyboard where a number is typed or scanned, or on one post."""
        self.pengadaan_id, self._hasil = pengadaan_id, None
        self._saring.semula()
        self.set_mode(SERAH)
        self.loket.cari.clear()
        self.loket.buka(pengadaan_id)
        self.tabel.lepas()
        self.load()
        if self.isi.belum:
            self._host.announce(f"seragam:{pengadaan_id}")
        self.loket.setFocus()
        if jabatan_id:
            self.tabel.select(jabatan_id)
            self.tabel.setFocus()

    def load(self) -> None:
        """Read the purchase again; what was typed and chosen stays."""
        host = self._host
        self._isi = membaca.baca(
            host.store.reader(), self.pengadaan_id, kantor=host.kantor, kelurahan=host.wilayah, hari=host.today
        )
        if self._serah.basi():
            self._hasil = None
        self._kepala.tampil(self._isi)
        self._jumlah.setText(kepala.jumlah(self._isi))
        self._sisa.setText(kepala.sisa(self._isi))
        self.loket.boleh_semua(any(p.siap for p in self._isi.belum) and not self._isi.pengadaan.selesai)
        self._fill()

    def _filter(self) -> None:
        self._hasil = None
        self._fill()

    def _fill(self) -> None:
        """Show the posts that are typed for, else those that the filter lets pass."""
        isi, teks = self.isi, self.loket.cari.text().strip() if self.loket.mode == SERAH else ""
        tampak = self._saring.tampak(isi.pemakai, teks)
        self._diam = True
        self.tabel.set_rows([barisan.baris(isi, p) for p in tampak])
        if teks and len(tampak) == 1:
            self.tabel.select(tampak[0].jabatan_id)
        self._diam = False
        if not tampak:
            isian = (text.KOSONG_CARI, text.KOSONG_CARI_ISI) if teks else (text.KOSONG_SARING, text.KOSONG_SARING_ISI)
            self.tabel.set_empty(EmptyState(*isian))
        self.katakan()

    def di_kelurahan(self) -> Sequence[Pemakai]:
        """The posts of the chosen kelurahan, all of them where none is chosen."""
        return self._saring.di_kelurahan(self.isi.pemakai)

    def kini(self) -> Pemakai | None:
        """The post that the keyboard is on."""
        return self.isi.satu(self.tabel.current_id())

    def terpilih(self) -> list[Pemakai]:
        """All chosen posts from top to bottom."""
        return [p for p in map(self.isi.satu, self.tabel.selected_ids()) if p is not None]

    def katakan(self, hasil: Kata | None = None) -> None:
        """Say in the band what Enter would do, or ``hasil`` until something else is typed or chosen."""
        if self._isi is None or self._diam:
            return
        if hasil is not None:
            self._hasil = hasil
        mengukur = self.loket.mode == UKURAN
        self.loket.katakan(self._ukur.kata() if mengukur else self._hasil or self._serah.kata())
        self._kepala.utama(*(self._ukur.tombol() if mengukur else self._serah.tombol()))
        panel.tampilkan(self._panel, self._host, self)

    # typed and chosen

    def _typed(self) -> None:
        if self._isi is None:
            return
        if self.loket.cari.text().strip():
            self._hasil = None
            self.tabel.lepas()
        self._fill()

    def _enter_nothing(self) -> None:
        """Enter came while no row is chosen: hand nothing over, say why."""
        if self.loket.mode == SERAH and not self.tabel.row_count():
            self._serah.salah_ketik(self.loket.cari.text().strip())
        else:
            self.katakan()

    def _moved(self) -> None:
        if not self._diam:
            self._hasil = None
            self.katakan()

    def _chosen(self) -> None:
        if self.tabel.selected_count() > 1:
            self._moved()

    def _enter(self) -> None:
        if not self.tabel.current_id():
            self._enter_nothing()
        elif self.loket.mode == UKURAN:
            self._ukur.simpan()
        else:
            self._serah.serahkan(self.terpilih())

    # acts

    def set_mode(self, mode: str) -> None:
        """Take sizes (`UKURAN`) or to whom (`SERAH`), also from letters typed in the table."""
        self.loket.set_mode(mode)
        self.tabel.ketik_ke(self.loket.field)

    def isi_ukuran(self) -> None:
        """Go on with sizes: the field takes one, Enter saves it and goes down a row."""
        self.loket.cari.clear()
        self._hasil = None
        self._ukur.mulai()

    def serahkan_lagi(self) -> None:
        """Go back from sizes to handing over."""
        self.loket.ukuran.clear()
        self.set_mode(SERAH)
        self.tabel.lepas()
        self.katakan()
        self.loket.setFocus()

    def _all_but(self) -> None:
        from . import kecuali

        kecuali.buka(self, self._host, self._serah)

    def lembar(self, apa: str) -> None:
        """Open one of the sheets of the post that the keyboard is on."""
        from . import lembar

        p = self.kini()
        if p is None:
            self._host.messages.info(text.PILIH_BARIS)
        else:
            lembar.buka_lembar(self, self._host, apa, p)

    def catatan(self) -> Catatan | None:
        """Return how a hand-over is recorded now; None where that is not clear yet, which is said in the band."""
        return self._serah.catatan()

    def impor(self) -> None:
        """Ask for a sheet with sizes."""
        from . import impor

        if not self.isi.pengadaan.selesai:
            impor.pilih(self, self._host, self.isi)

    def _next_to_see(self) -> None:
        """Go to the next post that something stands in the way of."""
        berikut = self.isi.berikut(self.di_kelurahan(), self.tabel.current_id())
        if not berikut:
            self._host.messages.info(text.TAK_ADA_HAL)
            return
        self.loket.cari.clear()
        self._saring.semula()
        self._fill()
        self.tabel.select(berikut)
        self.tabel.setFocus()

    def _more(self) -> list[Pilihan]:
        from . import tindakan

        return tindakan.pilihan(self, self._host)

    def _papers(self) -> list[Pilihan]:
        from . import papers

        return papers.pilihan(self, self._host, self.isi, self._saring.kelurahan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 sizes, F6 exchange, F7 proxy, F8 what is to be seen, F9 replacement, Delete takes back, Esc goes back."""
        kunci = Qt.Key(event.key())
        lakukan: Mapping[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_F2: self.isi_ukuran, Qt.Key.Key_F8: self._next_to_see,
            Qt.Key.Key_Escape: self.serahkan_lagi if self.loket.mode == UKURAN else self.kembali.emit,
        } | {satu: partial(self.lembar, apa) for satu, apa in _LEMBAR.items()}  # fmt: skip
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            lakukan = {Qt.Key.Key_F: self.serahkan_lagi, Qt.Key.Key_I: self.impor}
        if kunci in lakukan:
            lakukan[kunci]()
        else:
            super().keyPressEvent(event)


_LEMBAR = {
    Qt.Key.Key_F6: "tukar", Qt.Key.Key_F7: "kuasa", Qt.Key.Key_F9: "ganti", Qt.Key.Key_Delete: "batal",
}  # fmt: skip
