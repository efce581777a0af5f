"""The list of reports: search, filters, the table, and the panel with the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan.model import Laporan
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.menu import MenuButton, menu_of
from ui.kit.page import PageTitle
from ui.kit.sampah import buka as buka_sampah
from ui.kit.table_big import QueryTable
from ui.kit.table_kept import KeptColumns
from ui.kit.tampilan import Tampilan

from . import cetak, foto_terima, text, text_foto
from .foto_antre import AntreFoto, Ditolak, Sumber
from .panel import LaporanPanel, Tombol
from .penyaring import Penyaring
from .sumber import LaporanSource, titik
from .tindakan import Pilihan, Tindakan

_JEDA_MS = 150


class DaftarLaporan(Tampilan):
    """``catat``, ``verifikasi``, ``evaluasi`` and ``rakor`` ask for the other parts of the page; ``dilepas``
    comes when a view that was opened from elsewhere is left."""

    catat = Signal()
    verifikasi = Signal()
    evaluasi = Signal()
    rakor = Signal()
    dilepas = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._sumber = LaporanSource(host)
        self._turun, self._total = True, 0
        self._sumber_hitung, self._semula = 0, ""
        self.saring = Penyaring(host)
        self.tabel = QueryTable(self._sumber.kolom, self._sumber, host.jobs)
        self._kolom = KeptColumns(host, self.tabel, "laporan")
        self.tindakan = t = Tindakan(self, host)
        self.panel = LaporanPanel(
            host, t, Tombol(partial(self._kepada, t.ya), partial(self._kepada, t.tidak), self._menu)
        )
        self._jumlah = Label("", Gaya.TEBAL)
        self._jeda = QTimer(self, singleShot=True, interval=_JEDA_MS)
        self._jeda.timeout.connect(self._hitung)
        self._nanti = QTimer(self, singleShot=True, interval=0)
        self._nanti.timeout.connect(self._isi_panel)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._lain = MenuButton(text.LAINNYA, "Alt+L", self._lainnya)
        tombol: list[QWidget] = [
            self._lain,
            SecondaryButton(text.RAKOR, "Alt+R", on=self.rakor.emit),
            SecondaryButton(text.EVALUASI, "Alt+A", on=self.evaluasi.emit),
        ]
        if self.tindakan.siapa:
            utama = self._host.beberapa
            jenis = PrimaryButton if utama else SecondaryButton
            tombol.append(jenis(text.VERIFIKASI, "Alt+V", on=self.verifikasi.emit))
        if not self._host.beberapa:
            tombol.append(PrimaryButton(text.CATAT, "Ctrl+N", on=self.catat.emit))
        tata = page_column(self)
        tata.addWidget(PageTitle(text.JUDUL, *tombol))
        tata.addWidget(self.saring)
        tata.addLayout(table_beside(self.tabel, self.panel), 1)
        tata.addWidget(self._jumlah)

    def _connect(self) -> None:
        t, s = self.tabel, self.saring
        s.diubah.connect(self._tanya)
        s.dihitung.connect(self._jeda.start)
        s.lepas.connect(self._lepaskan)
        s.kolom.connect(partial(self._kolom.tanya, self))
        t.attach_filter(s.cari)
        self.setFocusProxy(t)
        t.opened.connect(lambda _id: self._kepada_satu(self.tindakan.ubah))
        t.selected.connect(lambda _id: self._tampilkan())
        t.dihitung.connect(self._dihitung)
        t.diurutkan.connect(self._urutkan)
        t.selectionModel().selectionChanged.connect(lambda *_changed: self._tampilkan())
        t.disalin.connect(lambda n: self._host.messages.berhasil(text.DISALIN.format(n=titik(n))))
        t.tandai_urutan("tanggal", turun=True)
        foto_terima.Jatuhan(self, self._terima_foto)
        AntreFoto.dari(self._host).ditolak.connect(self._foto_ditolak)
        for tombol, lakukan in self._tombol():
            QShortcut(QKeySequence(tombol), self, lakukan)

    def _tombol(self) -> Sequence[tuple[str, Callable[[], object]]]:
        a = self.tindakan
        return (
            ("Alt+Y", partial(self._kepada, a.ya)), ("Alt+D", partial(self._kepada, a.tidak)),
            ("Alt+K", partial(self._kepada, a.kategori)), ("Alt+F", partial(self._kepada_satu, a.lihat)),
            ("Alt+G", partial(self._kepada, a.pilih_foto)), ("Alt+T", self._menu),
            ("Ctrl+P", self._cetak), ("Ctrl+V", self._tempel), ("Alt+E", self._excel),
        )  # fmt: skip

    # what is shown

    def load(self) -> None:
        """Read the reports again; place and selection stay."""
        self._tanya(tetap=True)
        self._jeda.start()

    def _tanya(self, *, tetap: bool = False) -> None:
        self.tabel.tanya(self._sumber.tanya(self.saring.saring(), turun=self._turun), tetap=tetap)
        self._kosong()
        self._tampilkan()

    def _dihitung(self, jumlah: int | None) -> None:
        self._total = -1 if jumlah is None else jumlah
        self._kosong()
        self._katakan_jumlah()

    def _hitung(self) -> None:
        """Count the chips in the background, once the keys have come to rest."""
        self._sumber_hitung += 1
        ke = self._sumber_hitung

        def ada(jumlah: Mapping[str, int]) -> None:
            if ke == self._sumber_hitung:
                self.saring.set_jumlah(jumlah)

        self._host.jobs.run(self._sumber.hitung, self.saring.dasar(), apa=text.JUMLAH_HITUNG, done=ada, owner=self)

    def _katakan_jumlah(self) -> None:
        kata = text.JUMLAH_HITUNG if self._total < 0 else text.JUMLAH.format(n=titik(self._total))
        dipilih = self.tabel.selected_count()
        self._jumlah.setText(kata + (text.DIPILIH.format(n=titik(dipilih)) if dipilih > 1 else ""))

    def _kosong(self) -> None:
        if self.tabel.row_count() or not self.tabel.lengkap:
            return
        s = self.saring
        if s.cari.text().strip():
            kosong = EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
        elif s.hanya_rt:
            kosong = EmptyState(text.RT_KOSONG, "" if self._host.beberapa else text.RT_KOSONG_ISI)
        elif not s.polos:
            kosong = EmptyState(text.SARINGAN_KOSONG, text.SARINGAN_KOSONG_ISI)
        elif self._host.beberapa:
            kosong = EmptyState(text.KOSONG, text.KOSONG_BACA)
        else:
            kosong = EmptyState(text.KOSONG, text.KOSONG_ISI, Aksi(text.CATAT, self.catat.emit, utama=True))
        self.tabel.set_empty(kosong)

    def _tampilkan(self) -> None:
        """Show the chosen report, once for all that happens in this turn."""
        self._katakan_jumlah()
        self._nanti.start()

    def _isi_panel(self) -> None:
        self.panel.tampil(self.kini(), self.tabel.selected_count())

    def _urutkan(self, _urut: str, turun: bool) -> None:
        self._turun = turun
        self._tanya()

    # which reports

    def kini(self) -> Laporan | None:
        """Return the report that the keyboard is on."""
        return self._sumber.satu(self.tabel.current_id())

    def terpilih(self) -> list[Laporan]:
        """Return the reports that an act goes to: those selected, else the one the keyboard is on; say so if none."""
        semua = self._sumber.semua(self.tabel.terpilih())
        if not semua:
            self._host.messages.info(text.PILIH_DULU)
        return semua

    def _kepada(self, lakukan: Callable[[Sequence[Laporan]], object]) -> None:
        if semua := self.terpilih():
            lakukan(semua)

    def _kepada_satu(self, lakukan: Callable[[Laporan], object]) -> None:
        semua = self.terpilih()
        if len(semua) == 1:
            lakukan(semua[0])
        elif semua:
            self._host.messages.info(text.SATU_SAJA)

    # going somewhere

    def tuju(self, id: str) -> None:
        """Select a report wherever it is."""
        self.saring.kosongkan()
        self.load()
        self.tabel.select(id)
        self.tabel.setFocus()

    def hanya(self, isi: Mapping[str, str]) -> None:
        """Show only the reports with these fields of the filter; Esc brings back what was shown."""
        if not self.saring.dari_lain:
            self._semula = self.tabel.current_id()
        self.saring.hanya(isi)
        self.load()
        self.tabel.begin()
        self.tabel.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a view that was opened from elsewhere."""
        if event.key() == Qt.Key.Key_Escape and self.saring.dari_lain:
            self._lepaskan()
        else:
            super().keyPressEvent(event)

    def _lepaskan(self) -> None:
        self.saring.lepaskan()
        self.tabel.select(self._semula)
        self.tabel.setFocus()
        self.dilepas.emit()

    # acts

    def _menu(self) -> None:
        if semua := self.terpilih():
            self._popup(self.tindakan.menu(semua, self._cetak), self.panel.tombol_menu)

    def _popup(self, pilihan: Sequence[Pilihan], di: QWidget) -> None:
        menu = menu_of(self, pilihan)
        atas = di.mapToGlobal(QPoint(0, di.height()))
        if atas.y() + menu.sizeHint().height() > self.window().mapToGlobal(self.window().rect().bottomLeft()).y():
            atas = di.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
        menu.popup(atas)

    def _lainnya(self) -> list[Pilihan]:
        pilihan: list[Pilihan] = [(text.EXCEL_MENU, self._excel), (text.CETAK, self._cetak)]
        if not self._host.beberapa:
            pilihan += [self._bidang_5()]
        pilihan.append((text.SAMPAH, partial(buka_sampah, self, self._host, ("laporan_kegiatan", "laporan_foto"))))
        return pilihan

    def _bidang_5(self) -> Pilihan:
        host = self._host
        pakai = "5" not in queries.bidang_dipakai(host.store.reader(), host.lingkup)
        kerja = partial(ops.pakai_bidang_5, host.store, host.lingkup, pakai=pakai)
        said = text.BIDANG_5_PAKAI_SUDAH if pakai else text.BIDANG_5_BERHENTI_SUDAH
        kata = text.BIDANG_5_PAKAI if pakai else text.BIDANG_5_BERHENTI
        return kata, lambda: host.act(kerja, said=said, owner=self)

    def _cetak(self) -> None:
        b, s = self.kini(), self.saring
        bulan = b.tanggal[:7] if b else s.bulan or self._host.today.isoformat()[:7]
        cetak.bulanan(self, self._host, s.lingkup, bulan, b)

    def _excel(self) -> None:
        cetak.excel(self, self._host, self.saring.saring())

    # photos

    def _foto_ditolak(self, satu: Ditolak) -> None:
        if self.isVisible():
            kata = text_foto.DITOLAK.format(nama=satu.nama, sebab=satu.sebab)
            pilih = Aksi(text.FOTO_TAMBAH, partial(self._kepada, self.tindakan.pilih_foto))
            self._host.messages.salah(kata, pilih)

    def _terima_foto(self, sumber: Sequence[Sumber]) -> None:
        if semua := self.terpilih():
            self.tindakan.tambah_foto(semua, sumber)

    def _tempel(self) -> None:
        sumber = foto_terima.tempelan()
        if sumber:
            self._terima_foto(sumber)
        else:
            self._host.messages.info(text_foto.TEMPEL_KOSONG)
