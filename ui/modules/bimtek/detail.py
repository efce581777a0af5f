"""One event opened: its head, the filters, its participants with the panel beside them, the figures of the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit.beside import table_beside
from ui.kit.cards import SidePanel
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.jobs import Job
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.table_kept import KeptColumns
from ui.kit.tampilan import Tampilan
from ui.kit.theme import Role, theme_of

from . import isi as membaca
from . import kalimat, panel, sumber, text, text_catat
from .isi import Isi, Peserta
from .kepala import Kepala, Perintah
from .membuka_pintu import MembukaPintu
from .perbuatan import Perbuatan
from .saringan import Saringan
from .sumber import PesertaSource
from .tabel import TabelPeserta
from .tandai import Tandai
from .undang_tindakan import TindakanUndangan

if TYPE_CHECKING:
    from ui.kit.table_model import Kolom

    from .kepala import Pilihan


class Detail(Tampilan):
    """``kembali`` asks to go back to all events, ``sesi`` and ``rekap`` for those pages of it,
    ``tambah_sesi`` for a new session."""

    kembali = Signal()
    tambah_sesi = Signal()
    sesi = Signal()
    rekap = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.kegiatan_id = ""
        self._isi: Isi | None = None
        self._tuju = ""
        self._baca: Job | None = None
        self._urut, self._turun = "", False
        self._kepala = Kepala(
            host, Perintah(self.kembali.emit, self._more, self.sesi.emit, self.rekap.emit, self._papers, self._utama)
        )
        self._saring = Saringan(host.wilayah)
        self.pita = Notice("", Role.AKSEN)
        self._tumpuk = QStackedWidget()
        self._kolom: tuple[Kolom, ...] = ()
        self._panel = SidePanel()
        self._jumlah = Label("", Gaya.TEBAL, potong=True)
        self.tandai, self.undangan = Tandai(host, self), TindakanUndangan(host, self)
        self.pintu, self.lakukan = MembukaPintu(host, self), Perbuatan(host, self)
        self._pasang_tabel(sumber.kolom(beberapa=host.beberapa, banyak_sesi=False))
        self._build()
        self._connect()

    def _build(self) -> None:
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(7))
        for widget in (self._kepala, self._saring, self.pita):
            tata.addWidget(widget)
        tata.addLayout(table_beside(self._tumpuk, self._panel), 1)
        tata.addWidget(self._jumlah)

    def _pasang_tabel(self, kolom: tuple[Kolom, ...]) -> None:
        """Make the table: an event with several sessions has a column more."""
        if kolom == self._kolom:
            return
        lama, self._kolom = self._tumpuk.currentWidget(), kolom
        self.sumber = PesertaSource(kolom)
        self.tabel = t = TabelPeserta(kolom, self.sumber, self._host.jobs)
        self._simpan_kolom = KeptColumns(self._host, t, f"bimtek.{len(kolom)}")
        t.attach_filter(self._saring.cari)
        t.opened.connect(lambda _id: self.tandai.enter())
        t.ditandai.connect(self.tandai.berurutan)
        t.dihapus.connect(self.tandai.hapus)
        t.diurutkan.connect(self._sort)
        t.selected.connect(lambda _id: self.tampilkan())
        t.selectionModel().selectionChanged.connect(lambda *_changed: self.tampilkan())
        t.disalin.connect(lambda n: self._host.messages.berhasil(text.DISALIN.format(n=n)))
        self._tumpuk.addWidget(t)
        self._tumpuk.setCurrentWidget(t)
        if lama is not None:
            self._tumpuk.removeWidget(lama)
            lama.deleteLater()

    def _connect(self) -> None:
        self.setFocusProxy(self._saring.cari)
        self._saring.diubah.connect(partial(self._show, tetap=False))
        self._saring.sesi.connect(self.load)
        self._saring.kolom.connect(lambda: self._simpan_kolom.tanya(self))
        for tombol, lakukan in self._keys():
            QShortcut(QKeySequence(tombol), self, lakukan)

    def _keys(self) -> Sequence[tuple[str, Callable[[], object]]]:
        return (
            ("Alt+B", self.pintu.buka), ("Alt+U", self.undangan.buka), ("Ctrl+L", self.lakukan.lembar_kertas),
            ("F2", self.tandai.ganti_cara), ("Ctrl+F", self.cari.setFocus),
        )  # fmt: skip

    # what is shown

    @property
    def isi(self) -> Isi:
        """What is shown of it."""
        assert self._isi is not None
        return self._isi

    @property
    def cari(self) -> FilterField:
        """The field that searches."""
        return self._saring.cari

    @property
    def kelurahan(self) -> str:
        """The kelurahan that is looked at, "" for all."""
        return self._saring.kelurahan

    def open(self, kegiatan_id: str, jabatan_id: str = "", sesi_id: str = "", kelurahan: str = "") -> None:
        """Show an event, with the keyboard in the search, or on one participant. Raises InputSalah when it is gone."""
        self.kegiatan_id, self._tuju = kegiatan_id, jabatan_id
        self.tandai.akhiri()
        self._saring.kosongkan(kelurahan)
        self._urut, self._turun = "", False
        self._saring.tawarkan_sesi((), "")
        self._show_now(membaca.kepala(self._host.store.reader(), kegiatan_id, hari=self._host.today), sesi_id)
        self._saring.cari.setFocus(Qt.FocusReason.OtherFocusReason)
        self.load()

    def _show_now(self, isi: Isi, sesi_id: str) -> None:
        """Show what is known at once; the participants follow."""
        self._isi = isi
        self._tawarkan_sesi(sesi_id)
        self._pasang_tabel(sumber.kolom(beberapa=self._host.beberapa, banyak_sesi=len(isi.sesi) > 1))
        self.sumber.pasang(isi)
        self.tabel.tandai_urutan("", False)
        self.tabel.set_empty(None)
        self._show(tetap=False)
        self._kepala.tampil(isi)

    def load(self) -> None:
        """Read the event again in the background; what was typed and chosen stays. Not while the door is open."""
        if self.pintu.terbuka:
            return
        host, id, sesi_id = self._host, self.kegiatan_id, self._saring.sesi_id

        def kerja() -> Isi:
            return membaca.baca(host.store.reader(), id, sesi_id, lingkup=host.kantor, hari=host.today)

        if self._baca is not None:
            self._baca.cancel()
        self._baca = host.jobs.run(kerja, apa=text.MEMUAT, done=self._loaded, failed=self._gone, owner=self)

    def _gone(self, error: Exception) -> None:
        self._baca = None
        if isinstance(error, InputSalah):
            self.kembali.emit()
        self._host.tell(error)

    def _loaded(self, isi: Isi) -> None:
        self._baca, self._isi = None, isi
        if self._tawarkan_sesi(""):
            self.load()
            return
        self._pasang_tabel(sumber.kolom(beberapa=self._host.beberapa, banyak_sesi=len(isi.sesi) > 1))
        self.sumber.pasang(isi)
        self._kepala.tampil(isi)
        self._saring.set_jumlah(isi.hitung(self._saring.kelurahan))
        self._show(tetap=True)
        self.tabel.ukur()
        self._siapkan_cari()
        tuju, self._tuju = self._tuju, ""
        if tuju and self.sumber.dari(tuju) is not None:
            self.tabel.select(tuju)
            self.tabel.setFocus()

    def _tawarkan_sesi(self, sesi_id: str) -> bool:
        """Offer the sessions; return whether another one than what was read is chosen now."""
        isi = self.isi
        self._saring.tawarkan_sesi(kalimat.pilihan_sesi(isi.sesi), membaca.sesi_bawaan(isi.sesi, isi.hari))
        if sesi_id:
            self._saring.pilih_sesi(sesi_id)
        return self._saring.sesi_id != isi.sesi_id

    def _siapkan_cari(self) -> None:
        """Make the keys of the search beforehand: the first letter of many would wait for them."""
        sumber_, versi = self.sumber, self.sumber.versi
        siap = partial(sumber_.pasang_kunci, versi=versi)
        self._host.jobs.run(sumber.kunci, sumber_.peserta, apa=text.MENYIAPKAN_CARI, done=siap, owner=self)

    def _show(self, *, tetap: bool) -> None:
        tanya = self._saring.tanya(self._urut, turun=self._turun)
        self.tabel.tanya(self.sumber.tanya(tanya), tetap=tetap)
        self._saring.set_jumlah(self.isi.hitung(tanya.kelurahan))
        n = self.tabel.row_count()
        if not n and self._baca is None:
            self.tabel.set_empty(kalimat.kosong(self._host, self, tanya))
        elif n == 1:
            self.tabel.begin()
        self.tampilkan()

    def tampilkan(self) -> None:
        """Say what is chosen: in the panel, below the table, on the main button."""
        isi = self.isi
        self._jumlah.setText(kalimat.jumlah(isi, self.tabel.row_count(), self.tabel.selected_count()))
        self._kepala.utama(self._kata_utama()[0])
        panel.tampilkan(self._panel, self._host, self)

    def _sort(self, urut: str, turun: bool) -> None:
        self._urut, self._turun = urut, turun
        self._show(tetap=False)

    def kini(self) -> Peserta | None:
        """The participant that the keyboard is on."""
        return self.sumber.satu(self.tabel.current_number())

    def terpilih(self) -> list[Peserta]:
        """Those that an act goes to: who is selected, else the one the keyboard is on."""
        semua = [p for p in map(self.sumber.dari, self.tabel.terpilih()) if p is not None]
        return semua or [p for p in (self.kini(),) if p is not None]

    def tampak(self) -> list[Peserta]:
        """The rows of the table in their order."""
        return self.sumber.jawab(self._saring.tanya(self._urut, turun=self._turun))

    def saringan_kata(self) -> list[str]:
        """Return in words what narrows the table."""
        return self._saring.kata()

    def saring(self, kunci: str) -> None:
        """Choose a chip."""
        self._saring.pilih(kunci)

    # acts

    def _kata_utama(self) -> tuple[str, Callable[[], object]]:
        if self.tabel.berurutan:
            return text_catat.BERURUTAN_SELESAI, self.tandai.ganti_cara
        from . import langkah

        return langkah.utama(self._host, self)

    def _utama(self) -> None:
        self._kata_utama()[1]()

    def _more(self) -> list[Pilihan]:
        from . import tindakan

        return tindakan.pilihan(self, self._host)

    def _papers(self) -> list[Pilihan]:
        from . import surat

        return surat.pilihan(self, self._host, self.isi)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends marking one after another, else goes back to all events."""
        lakukan: Mapping[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.tandai.ganti_cara if self.tabel.berurutan else self.kembali.emit,
        }
        if Qt.Key(event.key()) in lakukan:
            lakukan[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)
