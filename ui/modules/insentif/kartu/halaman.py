"""*Kartu insentif*: the RTs at the left, every month of the chosen one at the right, what is outstanding above."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif import kartu
from sipokat_desktop.modules.insentif.kartu import BulanKartu, Kartu
from sipokat_desktop.modules.rt import queries as rt
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, SecondaryButton
from ui.kit.cards import Card, EmptyState, SidePanel
from ui.kit.chips import ChipRow
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.labels import Label, Notice, set_shown
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of

from .. import simpan
from . import isi, text

SEMUA = "semua"
ASAL = ("umur", "rekap")
"""Pages that lead to a card; what else leads here is the number of a list."""


class KartuRT(Anak):
    """``kunci`` is the post, term or person to begin with ("" the first RT), ``asal`` the page it was opened from."""

    bantuan, panduan = text.BANTUAN, "insentif#Melihat ke belakang"

    def __init__(self, host: Host, kunci: str = "", asal: str = "") -> None:
        super().__init__()
        self._host, self._kunci, self._asal = host, kunci, asal
        self._kartu: Kartu | None = None
        self._bulan: dict[str, BulanKartu] = {}
        self._chips = ChipRow([(SEMUA, text.SEMUA_TAHUN)])
        set_shown(self._chips, False)
        self._judul = self._kepala()
        self._kalimat = Notice("")
        self._dompet = Label("", lipat=True)
        self._cari = FilterField(text.CARI)
        self._rt = DataTable((Kolom("rt", text.RT), Kolom("nama", text.KETUA, 100, 1)))
        self._tabel = DataTable(isi.KOLOM)
        self._panel = SidePanel(260)
        self._tempat_chips = QVBoxLayout()
        self._tempat_chips.addWidget(self._chips)
        self._chips.dipilih.connect(lambda _kunci: self._fill())
        self._build()
        self._connect()

    def _kepala(self) -> PageTitle:
        self._keluar = (
            SecondaryButton(text.EXCEL, "Alt+E", on=self._excel), SecondaryButton(text.CETAK, "Ctrl+P", on=self._print)
        )  # fmt: skip
        self._give_out(False)
        return self.kepala(text.KARTU, *self._keluar)

    def _give_out(self, ada: bool) -> None:
        """Let the card be printed and saved only where there is one; the table says why there is none."""
        for tombol in self._keluar:
            tombol.setEnabled(ada)

    def mundur(self) -> None:
        """Go back to the page that the card was opened from, else to all lists."""
        awal = self._asal.partition(":")[0]
        if self._asal:
            self._host.go("insentif", f"lain/{self._asal}" if awal in ASAL else self._asal)
        else:
            self.kembali.emit()

    def _build(self) -> None:
        theme = theme_of(self)
        daftar = Card(margin=4, spacing=4)
        daftar.add(self._cari)
        daftar.add(self._rt, 1)
        daftar.setFixedWidth(self._panel.width())
        kiri = QVBoxLayout()
        kiri.setSpacing(theme.px(10))
        kiri.addWidget(daftar, 1)
        kiri.addWidget(self._panel, 1)
        bulan = Card(margin=4, spacing=0)
        bulan.add(self._tabel, 1)
        kanan = QVBoxLayout()
        kanan.setSpacing(theme.px(8))
        kanan.addWidget(self._kalimat)
        kanan.addWidget(self._dompet)
        kanan.addLayout(self._tempat_chips)
        kanan.addWidget(bulan, 1)
        tengah = QHBoxLayout()
        tengah.setSpacing(theme.px(10))
        tengah.addLayout(kiri)
        tengah.addLayout(kanan, 1)
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addLayout(tengah, 1)

    def _connect(self) -> None:
        self.setFocusProxy(self._rt)
        self._tabel.set_empty(EmptyState(text.KARTU_KOSONG, text.KARTU_KOSONG_ISI))
        self._rt.attach_filter(self._cari)
        self._cari.berubah.connect(lambda _kata: self._fill_rt())
        self._rt.selected.connect(self._chosen)
        self._rt.opened.connect(lambda _id: self._tabel.setFocus())
        self._tabel.selected.connect(lambda _id: self._show_panel())
        self._tabel.opened.connect(lambda _id: self._open_list())

    def tempat(self) -> str:
        """Return the key that opens this card again."""
        return f"kartu:{self._kunci}" if self._kunci else "kartu"

    # what is shown

    def load(self) -> None:
        """Read the RTs and the card again."""
        self._fill_rt()
        if self._kunci:
            self._rt.select(self._jabatan())
            self._count()
        else:
            self._rt.begin()

    def _jabatan(self) -> str:
        """Return the post of what this card is about."""
        for m in rt.masa(self._host.store.reader(), lingkup=self._host.lingkup):
            if self._kunci in (m.masa_id, m.orang_id):
                return m.jabatan_id
        return self._kunci

    def _fill_rt(self) -> None:
        dicari = kunci_cari(self._cari.text())
        semua = rt.roster(self._host.store.reader(), lingkup=self._host.lingkup, hari=self._host.today)
        unik = {b.jabatan_id: b for b in semua if dicari in b.kunci}
        self._rt.set_rows([Baris(id, (f"RT {b.nomor}", b.nama or text.KOSONG)) for id, b in unik.items()])
        if not unik:
            ke_rt = None if dicari else Aksi(text.KE_RT, partial(self._host.go, "rt"), utama=True)
            self._rt.set_empty(EmptyState(text.TANPA_RT, "" if dicari else text.TANPA_RT_ISI, ke_rt))

    def _chosen(self, jabatan_id: str) -> None:
        if jabatan_id and jabatan_id != self._jabatan():
            self._kunci = jabatan_id
            self._count()

    def _count(self) -> None:
        kunci, host = self._kunci, self._host

        def susun() -> Kartu:
            return kartu.susun(host.store.reader(), kunci, hari=host.today)

        def tampil(hasil: Kartu) -> None:
            if kunci == self._kunci:
                self._show(hasil)

        host.jobs.run(susun, apa=text.MENYUSUN, done=tampil, failed=host.tell, owner=self)

    def _show(self, hasil: Kartu) -> None:
        self._kartu = hasil
        self._give_out(bool(hasil.bulan))
        self._judul.set_judul(text.KARTU_JUDUL.format(judul=hasil.judul))
        self._kalimat.set(hasil.kalimat, Role.PERHATIAN if hasil.sisa else Role.BAIK)
        ringkas = isi.ringkas(hasil)
        self._dompet.setText(ringkas)
        set_shown(self._dompet, bool(ringkas))
        self._make_chips(hasil)
        self._fill()

    def _make_chips(self, hasil: Kartu) -> None:
        tahun = sorted({b.bulan[:4] for b in hasil.bulan}, reverse=True)
        self._chips.ganti([(SEMUA, text.SEMUA_TAHUN), *((t, t) for t in tahun)])
        banyak = {t: sum(b.bulan[:4] == t for b in hasil.bulan) for t in tahun}
        self._chips.set_jumlah(banyak | {SEMUA: len(hasil.bulan)})
        set_shown(self._chips, len(tahun) > 1)

    def _fill(self) -> None:
        assert self._kartu is not None
        tahun = self._chips.kunci
        tampak = [b for b in reversed(self._kartu.bulan) if tahun in (SEMUA, b.bulan[:4])]
        self._bulan = {isi.id_bulan(b): b for b in tampak}
        self._tabel.set_rows([isi.baris(b) for b in tampak])
        self._show_panel()

    def _show_panel(self) -> None:
        assert self._kartu is not None
        b = self._bulan.get(self._tabel.current_id())
        if b is None:
            self._panel.set(self._kartu.judul, "", [isi.masa(m) for m in self._kartu.masa])
            return
        aksi = []
        if b.nomor:
            aksi.append(Aksi(text.KE_DAFTAR.format(nomor=b.nomor), partial(self._host.go, "insentif", b.nomor)))
        aksi.append(Aksi(text.KE_RT, partial(self._host.go, "rt", b.masa_id)))
        self._panel.set(isi.judul_bulan(b), b.komponen, isi.paragraf(b), aksi)

    def _open_list(self) -> None:
        b = self._bulan.get(self._tabel.current_id())
        if b is not None and b.nomor:
            self._host.go("insentif", b.nomor)

    def _excel(self) -> None:
        if self._kartu is not None:
            nama = text.KARTU_NAMA.format(judul=self._kartu.nomor_rt or self._kartu.judul)
            simpan.tabel(self, self._host, nama, partial(kartu.tabel, self._kartu))

    def _print(self) -> None:
        if self._kartu is not None:
            judul, nama = text.KARTU_JUDUL.format(judul=self._kartu.judul), self._kartu.nomor_rt
            buat = partial(kartu.tabel, self._kartu)
            simpan.cetak(self, self._host, judul, text.KARTU_NAMA.format(judul=nama), buat)
