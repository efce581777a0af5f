"""The stock of a purchase: per kind what came, went, is left and needed; kelurahan by size; deliveries; the ledger."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from sipokat_desktop.modules.seragam import queries
from sipokat_desktop.modules.seragam.model import Kiriman
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from ui.kit.anak import Anak
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, Button, PrimaryButton, SecondaryButton, button_for
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.chips import ChipRow
from ui.kit.host import Host
from ui.kit.labels import Label, Notice
from ui.kit.menu import menu_of
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import isi as membaca
from . import kiriman, stok_baris
from . import text_stok as text
from .isi import Isi

Pilihan = tuple[str, Callable[[], object]]
STOK, KELURAHAN, KIRIMAN, CATATAN = "stok", "kelurahan", "kiriman", "catatan"
_BARIS = 2


class StokPage(Anak):
    """Chips choose what the table shows; Enter does what a row is for, the panel explains it."""

    bantuan, panduan = text.BANTUAN, "seragam#Stok dan kiriman"

    def __init__(self, host: Host, pengadaan_id: str) -> None:
        super().__init__()
        self._host, self._pengadaan_id = host, pengadaan_id
        self._isi: Isi | None = None
        self._kiriman: dict[str, Kiriman] = {}
        self._catatan: list[Baris] = []
        self._judul = self.kepala("", *self._tombol())
        self._hal = [Notice("") for _ in range(_BARIS)]
        pilihan = [(STOK, text.STOK), (KELURAHAN, text.KELURAHAN), (KIRIMAN, text.KIRIMAN), (CATATAN, text.CATATAN)]
        self._pilihan = [p for p in pilihan if p[0] != KELURAHAN or host.beberapa]
        self._chips = ChipRow(self._pilihan)
        self._tumpuk = QStackedWidget()
        self._tabel: dict[str, DataTable] = {}
        self._kolom: dict[str, tuple[Kolom, ...]] = {}
        self._panel = SidePanel()
        self._kaki = Label("", potong=True)
        tata = page_column(self)
        tata.addWidget(self._judul)
        for notice in self._hal:
            tata.addWidget(notice)
        tata.addWidget(self._chips)
        tata.addLayout(table_beside(self._tumpuk, self._panel), 1)
        tata.addWidget(self._kaki)
        self._chips.dipilih.connect(self.buka)

    def _tombol(self) -> tuple[Button, ...]:
        self._lain = SecondaryButton(text.TINDAKAN, "Alt+T", on=lambda: self._menu(self._lain, self._tindakan()))
        self._cetak = SecondaryButton(text.CETAK, "Ctrl+P", on=lambda: self._menu(self._cetak, self._papers()))
        self._berikut = PrimaryButton(text.TERIMA, "Ctrl+N", on=self._utama)
        return self._lain, self._cetak, self._berikut

    def _menu(self, tombol: Button, pilihan: list[Pilihan]) -> None:
        menu_of(tombol, pilihan).popup(tombol.mapToGlobal(QPoint(0, tombol.height())))

    def tempat(self) -> str:
        """Return the key of this page."""
        return f"stok:{self._pengadaan_id}"

    @property
    def isi(self) -> Isi:
        """What is shown."""
        assert self._isi is not None
        return self._isi

    # what is shown

    def load(self) -> None:
        """Read the purchase and its ledger again."""
        host, con = self._host, self._host.store.reader()
        isi = self._isi = membaca.baca(
            con, self._pengadaan_id, kantor=host.kantor, kelurahan=host.wilayah, hari=host.today
        )
        self._berikut.set_teks(self._kata_utama)
        self._judul.set_judul(text.JUDUL.format(nama=isi.pengadaan.nama, tahun=isi.pengadaan.tahun))
        self._kiriman = {k.gerak_ids[0]: k for k in queries.kiriman(con, self._pengadaan_id, lingkup=host.kantor)}
        kalimat = stok_baris.perhatian(isi)
        for ke, notice in enumerate(self._hal):
            notice.set(*(kalimat[ke] if ke < len(kalimat) else ("", Role.BAIK)))
        gerak = queries.gerak(con, self._pengadaan_id, lingkup=host.kantor)
        self._catatan = [stok_baris.gerak(g) for g in gerak]
        banyak = {
            STOK: len(stok_baris.daftar(isi)),
            KELURAHAN: len(stok_baris.berpenghuni(isi)),
            KIRIMAN: len(self._kiriman),
        }
        self._chips.set_jumlah(banyak | {CATATAN: len(gerak)})
        self.buka(self._chips.kunci)

    def buka(self, kunci: str) -> None:
        """Show one of the tables; those of the others are read when they are asked for."""
        tabel = self._tabel_dari(kunci)
        isi = self.isi
        match kunci:
            case "kelurahan":
                tabel.set_rows(stok_baris.matriks(isi))
            case "kiriman":
                tabel.set_rows([stok_baris.kiriman(id, k) for id, k in self._kiriman.items()])
            case "catatan":
                tabel.set_rows(self._catatan)
            case _:
                tabel.set_rows(stok_baris.stok(isi))
        self._tumpuk.setCurrentWidget(tabel)
        self.setFocusProxy(tabel)
        tabel.begin()
        tabel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kaki.setText(stok_baris.kaki(kunci, isi))
        self._explain()

    def _tabel_dari(self, kunci: str) -> DataTable:
        """Return a table; the one by size has as many columns as the purchase has kinds."""
        kolom = stok_baris.kolom(kunci, self.isi)
        ada = self._tabel.get(kunci)
        if ada is not None and self._kolom[kunci] == kolom:
            return ada
        if ada is not None:
            self._tumpuk.removeWidget(ada)
            ada.deleteLater()
        self._kolom[kunci] = kolom
        tabel = self._tabel[kunci] = DataTable(kolom)
        tabel.set_empty(EmptyState(*text.KOSONG[kunci]))
        tabel.selected.connect(lambda _id: self._explain())
        tabel.opened.connect(lambda _id: self._open())
        self._tumpuk.addWidget(tabel)
        return tabel

    @property
    def _kini(self) -> str:
        tabel = self._tabel.get(self._chips.kunci)
        return tabel.current_id() if tabel is not None else ""

    def _explain(self) -> None:
        judul, sub, paragraf = stok_baris.panel(self._chips.kunci, self.isi, self._kini, self._kiriman)
        self._panel.set(judul, sub, paragraf)
        for aksi in self._aksi():
            self._panel.add(button_for(aksi))

    def _aksi(self) -> list[Aksi]:
        """Return what a row offers, the likeliest first."""
        id, isi = self._kini, self.isi
        if not id or isi.pengadaan.selesai:
            return []
        match self._chips.kunci:
            case "stok":
                baris = stok_baris.dari_id(isi, id)
                sesuaikan = partial(kiriman.sesuaikan, self, self._host, isi, baris.tempat, baris.barang)
                lain = [Aksi(text.SESUAIKAN, sesuaikan)] if baris.tempat != PENGADAAN else []
                return [Aksi(self._kata_utama, self._utama, utama=baris.ada < 0), *lain]
            case "kelurahan" if id in isi.kelurahan:
                return [Aksi(text.KIRIM_KE.format(nama=stok_baris.nama(id)), self._open, utama=True)]
            case "kiriman":
                return [
                    Aksi(text.BERITA_ACARA, self._open),
                    Aksi(text.BATAL_KIRIMAN, partial(kiriman.batal, self, self._host, self._kiriman[id])),
                ]
            case _:
                return []

    # acts

    @property
    def _kata_utama(self) -> str:
        return self._kata_kirim if self._mengirim else text.TERIMA

    @property
    def _kata_kirim(self) -> str:
        if self._host.di_kota:
            return text.KIRIM_KOTA
        return text.KIRIM if self._host.di_kecamatan else text.KEMBALIKAN

    @property
    def _mengirim(self) -> bool:
        """Whether sending on is what comes next: at a kecamatan, once something has come; always at the city."""
        return self._host.di_kota or (self._host.di_kecamatan and self.isi.kantor in self.isi.tiba)

    def _utama(self) -> None:
        if self._mengirim:
            self._kirim()
        elif not self._tertutup():
            kiriman.terima(self, self._host, self.isi)

    def _kirim(self) -> None:
        if not self._tertutup():
            ke = self._kini if self._kini in self.isi.kelurahan else ""
            kiriman.kirim(self, self._host, self.isi, ke)

    def _tertutup(self) -> bool:
        if self.isi.pengadaan.selesai:
            self._host.messages.perhatian(text.TERTUTUP)
        return self.isi.pengadaan.selesai

    def _open(self) -> None:
        """Do what Enter on a row is for: send there, look at the paper, mend a discrepancy."""
        id = self._kini
        match self._chips.kunci:
            case "kelurahan" if id in self.isi.kelurahan:
                self._kirim()
            case "kiriman" if id in self._kiriman:
                from . import papers

                papers.berita_acara(self, self._host, self._kiriman[id])
            case "stok" if id and not self._tertutup():
                baris = stok_baris.dari_id(self.isi, id)
                if baris.tempat == PENGADAAN:
                    self._kirim()
                else:
                    kiriman.sesuaikan(self, self._host, self.isi, baris.tempat, baris.barang)

    def _tindakan(self) -> list[Pilihan]:
        host, isi = self._host, self.isi
        if isi.pengadaan.selesai:
            return [(text.TERTUTUP_MENU, partial(host.messages.perhatian, text.TERTUTUP))]
        if host.di_kota:
            return [(text.KIRIM_KOTA, partial(kiriman.kirim, self, host, isi))]
        semua: list[Pilihan] = [(text.TERIMA, partial(kiriman.terima, self, host, isi))]
        if host.di_kecamatan or isi.pengadaan.kota:
            semua.append((self._kata_kirim, partial(kiriman.kirim, self, host, isi)))
        return [*semua, (text.SESUAIKAN, partial(kiriman.sesuaikan, self, host, isi))]

    def _papers(self) -> list[Pilihan]:
        from . import papers

        pilih = self._kiriman.get(self._kini) if self._chips.kunci == KIRIMAN else None
        return papers.pilihan_stok(self, self._host, self.isi, pilih)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a delivery back; Ctrl and a number choose the table."""
        id, ke = self._kini, event.key() - Qt.Key.Key_1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and 0 <= ke < len(self._pilihan):
            self._chips.pilih(self._pilihan[ke][0])
            self.buka(self._chips.kunci)
        elif event.key() == Qt.Key.Key_Delete and self._chips.kunci == KIRIMAN and id in self._kiriman:
            kiriman.batal(self, self._host, self._kiriman[id])
        else:
            super().keyPressEvent(event)
