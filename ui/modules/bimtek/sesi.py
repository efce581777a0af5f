"""The sessions of an event: added, changed, repeated on other days, deleted; each leads to its people and papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import queries, statistik
from sipokat_desktop.modules.bimtek.hadir_model import Angka
from sipokat_desktop.modules.bimtek.model import Kegiatan, Sesi
from ui.kit.anak import Anak
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton, button_for
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import sesi_lembar, surat
from . import text_sesi as text
from .boleh import larangan_catat, larangan_ubah

_KECAMATAN = 4
_ANGKA = (5, 6)
_SEMBUNYI = {3: 2, 4: 1}


class SesiPage(Anak):
    """``dibuka`` carries the session whose people are asked for, ``pintu`` the one whose door is."""

    bantuan = text.BANTUAN
    dibuka = Signal(str)
    pintu = Signal(str)

    def __init__(self, host: Host, kegiatan_id: str) -> None:
        super().__init__()
        self._host, self._kegiatan_id = host, kegiatan_id
        self._kegiatan: Kegiatan | None = None
        self._sesi: dict[str, Sesi] = {}
        self._angka: dict[str, Angka] = {}
        self._ulangi = SecondaryButton(text.ULANGI, "Ctrl+D", on=self._mengulangi)
        self._tambah = PrimaryButton(text.TAMBAH, "Ctrl+N", on=self.tambah)
        self._judul = self.kepala("", self._ulangi, self._tambah)
        self._hal = Notice("")
        self.tabel = DataTable(_kolom(kota=_kota(host, kegiatan_id)))
        self._panel = SidePanel()
        self._kaki = Label("", Gaya.TEBAL)
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addWidget(self._hal)
        tata.addLayout(table_beside(self.tabel, self._panel), 1)
        tata.addWidget(self._kaki)
        self.setFocusProxy(self.tabel)
        self.tabel.selected.connect(lambda _id: self._explain())
        self.tabel.opened.connect(lambda _id: self._ubah())

    def tempat(self) -> str:
        """Return the key of this page."""
        return f"sesi:{self._kegiatan_id}"

    @property
    def kegiatan(self) -> Kegiatan:
        """The event whose sessions are shown."""
        assert self._kegiatan is not None
        return self._kegiatan

    def load(self) -> None:
        """Read the sessions again. Raises InputSalah when the event is gone."""
        con = self._host.store.reader()
        k = self._kegiatan = queries.satu_kegiatan(con, self._kegiatan_id)
        self._judul.set_judul(text.JUDUL.format(nama=k.nama))
        self._sesi = {s.sesi_id: s for s in queries.sesi(con, k.kegiatan_id)}
        self._angka = {b.id: b.angka for b in statistik.per_sesi(con, k.kegiatan_id, lingkup=self._host.kantor)}
        ragu = queries.peringatan_sesi(con, k.kegiatan_id)
        sebab = self._larangan()
        self._hal.set(sebab or " ".join(satu.kalimat for satu in ragu), Role.AKSEN if sebab else Role.PERHATIAN)
        for tombol in (self._ulangi, self._tambah):
            set_shown(tombol, not sebab)
        self.tabel.set_rows([self._baris(s) for s in self._sesi.values()])
        self.tabel.begin()
        if not self._sesi:
            isi = (text.KOSONG, text.KOSONG_ISI)
            self.tabel.set_empty(EmptyState(*isi) if sebab else EmptyState(*isi, Aksi(text.TAMBAH, self.tambah)))
        self._kaki.setText(text.JUMLAH.format(n=len(self._sesi), hari=len({s.tanggal for s in self._sesi.values()})))
        self._explain()

    def _larangan(self) -> str:
        """Return why sessions cannot be changed here, "" where they can."""
        k = self.kegiatan
        if larangan_ubah(self._host, k):
            return text.PANEL_BACA.format(kantor=wilayah.nama_kantor(k.lingkup))
        return larangan_catat(self._host, k)

    def _baris(self, s: Sesi) -> Baris:
        angka = self._angka.get(s.sesi_id, Angka())
        sasaran = ", ".join(map(wilayah.nama, s.sasaran)) or text.SEMUA_KECAMATAN
        sel = (
            tanggal.lengkap(s.hari),
            s.waktu,
            s.judul,
            s.di,
            sasaran,
            str(angka.diundang),
            str(angka.datang_undangan),
        )
        return Baris(s.sesi_id, sel if self.kegiatan.kota else (*sel[:_KECAMATAN], *sel[_KECAMATAN + 1 :]))

    def _kini(self) -> Sesi | None:
        return self._sesi.get(self.tabel.current_id())

    def _explain(self) -> None:
        s = self._kini()
        if s is None:
            self._panel.set(text.PANEL, "", (text.PANEL_ISI,) if self._sesi else ())
            return
        angka = self._angka.get(s.sesi_id, Angka())
        siapa = ", ".join(map(wilayah.nama, s.sasaran))
        paragraf = [
            text.PANEL_SASARAN.format(siapa=siapa) if siapa else text.PANEL_SEMUA,
            _kata_angka(angka),
            *((text.PANEL_NARASUMBER.format(siapa=s.pembicara),) if s.pembicara else ()),
            *((s.catatan,) if s.catatan else ()),
        ]
        self._panel.set(s.judul, " · ".join(filter(None, (tanggal.lengkap(s.hari), s.waktu, s.di))), paragraf)
        for aksi in self._aksi(s):
            self._panel.add(button_for(aksi))

    def _aksi(self, s: Sesi) -> list[Aksi]:
        catat = not larangan_catat(self._host, self.kegiatan)
        ubah = not self._larangan()
        semua = [Aksi(text.KE_PESERTA, partial(self.dibuka.emit, s.sesi_id), utama=True)]
        semua += [Aksi(text.PINTU, partial(self.pintu.emit, s.sesi_id), "Alt+B")] if catat else []
        semua += [Aksi(text.UBAH, self._ubah), Aksi(text.HAPUS, self._hapus)] if ubah else []
        surat_ = surat.Surat(self, self._host, self.kegiatan)
        semua += [
            Aksi(text.HADIR_KOSONG, partial(surat_.daftar_hadir, s, kosong=True)),
            Aksi(text.HADIR_TANDA, partial(surat_.daftar_hadir, s, kosong=False)),
        ]
        boleh_isi = not larangan_ubah(self._host, self.kegiatan)
        return [*semua, *([Aksi(text.NOTULEN, partial(surat_.isi_notulen, s))] if boleh_isi else [])]

    # acts

    def tambah(self) -> None:
        """Open the form of a new session; where that cannot be, say why."""
        if self._boleh():
            sesi_lembar.tambah(self, self._host, self.kegiatan, [*self._sesi.values()], self._pilih)

    def _boleh(self) -> bool:
        sebab = self._larangan()
        if sebab:
            self._host.messages.info(sebab)
        return not sebab

    def _pilih(self, sesi_id: str) -> None:
        self.tabel.select(sesi_id)

    def _dengan(self, lakukan: Callable[[SesiPage, Host, Kegiatan, Sesi], object]) -> None:
        """Do something with the session that the keyboard is on."""
        s = self._kini()
        if s is None:
            self._host.messages.info(text.PILIH_DULU)
        elif self._boleh():
            lakukan(self, self._host, self.kegiatan, s)

    def _mengulangi(self) -> None:
        """Ask for the days on which the session is held again."""
        self._dengan(lambda p, h, k, s: sesi_lembar.ulangi(p, h, k, s, [*self._sesi.values()]))

    def _ubah(self) -> None:
        s = self._kini()
        if s is not None and self._larangan():
            self.dibuka.emit(s.sesi_id)
        else:
            self._dengan(sesi_lembar.ubah)

    def _hapus(self) -> None:
        self._dengan(sesi_lembar.hapus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes a session."""
        if event.key() == Qt.Key.Key_Delete:
            self._hapus()
        else:
            super().keyPressEvent(event)


def _kata_angka(a: Angka) -> str:
    """Say how many of the invited came, and who came besides."""
    kata = text.PANEL_HADIR.format(hadir=a.datang_undangan, semua=a.diundang, belum=a.belum)
    return kata + (text.PANEL_TAMU.format(n=a.tanpa_undangan) if a.tanpa_undangan else "")


def _kota(host: Host, kegiatan_id: str) -> bool:
    """Tell whether an event is the city's; its sessions may be for some kecamatan only."""
    try:
        return queries.satu_kegiatan(host.store.reader(), kegiatan_id).kota
    except InputSalah:
        return False


def _kolom(*, kota: bool) -> tuple[Kolom, ...]:
    return tuple(
        Kolom(
            judul, judul, (0, 0, 150, 90, 90, 0, 0)[ke], (0, 0, 3, 2, 2, 0, 0)[ke],
            Rata.KANAN if ke in _ANGKA else Rata.KIRI, sembunyi=_SEMBUNYI.get(ke, 0),
        )
        for ke, judul in enumerate(text.KOLOM)
        if kota or ke != _KECAMATAN
    )  # fmt: skip
