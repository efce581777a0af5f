"""*Ketetapan*: a chip per component and one for the office, what is laid down there, and what can be changed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.insentif.rules import Komponen
from ui.kit.anak import Anak
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.chips import ChipRow
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.table import DataTable

from . import baris, kantor, lembar, panel, text
from .baris import Satu


class Ketetapan(Anak):
    """Tariffs and the rest of one component; ``KANTOR`` is the chip of what the office sets for itself."""

    bantuan, panduan = text.BANTUAN, "insentif#Sebelum menyusun"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._komponen: list[Komponen] = []
        self._isi: dict[str, Satu] = {}
        self._pilih = ""
        self._chips = ChipRow([("", text.KOMPONEN)])
        set_shown(self._chips, False)
        self._tempat_chips = QVBoxLayout()
        self._tempat_chips.addWidget(self._chips)
        self._chips.dipilih.connect(lambda _kunci: self._fill())
        self._tabel = DataTable(baris.KOLOM)
        self._panel = SidePanel(300)
        self._tarif = PrimaryButton(text.TARIF_BARU, "Ctrl+N", on=self._new_tariff)
        self._build()
        self._tabel.selected.connect(lambda _id: self._show_panel())
        self._tabel.opened.connect(lambda _id: self._open())
        self.setFocusProxy(self._tabel)

    def _build(self) -> None:
        tata = page_column(self)
        tata.addWidget(
            self.kepala(
                text.JUDUL,
                SecondaryButton(text.KINERJA, "Alt+J", on=self._performance),
                SecondaryButton(text.KOMPONEN_BARU, "Alt+K", on=self._new_component),
                self._tarif,
            )
        )
        tata.addLayout(self._tempat_chips)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)

    def tempat(self) -> str:
        """Return the key of this page."""
        return "ketetapan"

    # what is shown

    def load(self) -> None:
        """Read everything again; the chosen component stays."""
        con = self._host.store.reader()
        ada = queries.komponen(con, lingkup=self._host.lingkup)
        if [k.nama for k in ada] != [k.nama for k in self._komponen] or not ada:
            self._komponen = ada
            self._make_chips()
        self._komponen = ada
        self._fill()

    def _make_chips(self) -> None:
        pilihan = [(k.komponen_id, k.nama) for k in self._komponen] or [("", text.KOMPONEN)]
        self._chips.ganti([*pilihan, (kantor.KUNCI, text.KANTOR)])
        self._chips.set_jumlah(self._banyak())
        if self._pilih in (*(kunci for kunci, _ in pilihan), kantor.KUNCI):
            self._chips.pilih(self._pilih)
        set_shown(self._chips, True)

    def _banyak(self) -> dict[str, int]:
        con, host = self._host.store.reader(), self._host
        semua = {k.komponen_id: len(baris.semua(con, k, lingkup=host.lingkup, hari=host.today)) for k in self._komponen}
        return semua | {kantor.KUNCI: len(kantor.semua(con, lingkup=host.lingkup, hari=host.today))}

    @property
    def _kini(self) -> Komponen | None:
        """The chosen component, None for the office."""
        return next((k for k in self._komponen if k.komponen_id == self._pilih), None)

    def _fill(self) -> None:
        self._pilih, host, con = self._chips.kunci, self._host, self._host.store.reader()
        k = self._kini
        if k is not None:
            isi = baris.semua(con, k, lingkup=host.lingkup, hari=host.today)
        else:
            isi = kantor.semua(con, lingkup=host.lingkup, hari=host.today) if self._pilih == kantor.KUNCI else []
        self._isi = {satu.id: satu for satu in isi}
        self._tabel.set_rows([satu.baris() for satu in isi])
        if not isi:
            baru = Aksi(text.KOMPONEN_BARU, self._new_component, utama=True)
            self._tabel.set_empty(EmptyState(text.KOSONG, text.KOSONG_ISI, baru))
        set_shown(self._tarif, k is not None)
        self._tabel.begin()
        self._show_panel()

    def _show_panel(self) -> None:
        satu = self._isi.get(self._tabel.current_id())
        if satu is None:
            self._panel.set(text.PANEL, "", (text.PANEL_ISI,))
        else:
            panel.tampil(self._panel, self, self._host, self._kini, satu)

    def _open(self) -> None:
        """Enter does what the first button of the panel does."""
        satu = self._isi.get(self._tabel.current_id())
        aksi = panel.aksi(self, self._host, self._kini, satu) if satu else []
        if aksi:
            aksi[0].lakukan()

    # acts

    def _new_tariff(self) -> None:
        k = self._kini
        if k is not None and panel.boleh_tarif(k, self._host.lingkup):
            lembar.tarif(self, self._host, k)
        elif k is not None:
            self._host.messages.perhatian(text.KUNCI_KOTA)

    def _new_component(self) -> None:
        self.komponen_baru()

    def komponen_baru(self, acara: str = "") -> None:
        """Ask for a new component; ``acara`` is the event (``source:id``) that it is to pay."""

        def pilih(komponen_id: object) -> None:
            self._choose(str(komponen_id))
            k = self._kini
            if k is not None and not k.tarif:
                lembar.tarif(self, self._host, k, selesai=lambda _v: self._tabel.setFocus())

        lembar.komponen(self, self._host, acara=acara, selesai=pilih)

    def _choose(self, komponen_id: str) -> None:
        self._pilih = komponen_id
        self._chips_anew()
        self._tabel.setFocus()

    def _chips_anew(self) -> None:
        self._komponen = queries.komponen(self._host.store.reader(), lingkup=self._host.lingkup)
        self._make_chips()
        self._fill()

    def ambil(self, bulan: str = "") -> None:
        """Ask for the figures of a month (``YYYY-MM``; "": the last that is over) to be taken from the reports."""
        from . import ambil

        ambil.buka(self, self._host, bulan)

    def _performance(self) -> None:
        from . import kinerja

        kinerja.buka(self, self._host)
