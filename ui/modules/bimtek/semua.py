"""All events: found by typing, filtered by chips, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.bimtek import queries, statistik
from sipokat_desktop.modules.bimtek.model import BATAL, SELESAI, Kegiatan
from ui.kit.buttons import Aksi
from ui.kit.cards import EmptyState
from ui.kit.chips import ChipRow
from ui.kit.daftar import susun_daftar
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.tampilan import Tampilan
from ui.kit.theme import Role

from . import text

SEMUA = text.SARINGAN[0][0]
_ANGKA = (3, 4, 5)
_SEMBUNYI = {2: 3, 3: 2, 5: 1}
_DEKAT = 14
"""An event within so many days is told by how many they are."""


class SemuaKegiatan(Tampilan):
    """``dibuka`` carries the id of the event to open."""

    dibuka = Signal(str)

    def __init__(self, host: Host, tombol: Sequence[QWidget], tambah: Callable[[], object]) -> None:
        super().__init__()
        self._host, self._tambah = host, tambah
        self._semua: list[Kegiatan] = []
        self._hadir: dict[str, int] = {}
        self.cari = FilterField(text.SEMUA_CARI)
        self._saring = ChipRow(text.SARINGAN)
        self.tabel = DataTable(_KOLOM)
        self._jumlah = Label("", Gaya.TEBAL)
        susun_daftar(
            self, text.JUDUL, tombol, text.SEMUA_PETUNJUK,
            cari=self.cari, saring=self._saring, tabel=self.tabel, jumlah=self._jumlah,
        )  # fmt: skip
        self.setFocusProxy(self.tabel)
        self.tabel.attach_filter(self.cari)
        self.tabel.opened.connect(self._open)
        self.cari.berubah.connect(lambda _teks: self._show())
        self._saring.dipilih.connect(lambda _kunci: self._show())

    def load(self) -> None:
        """Read the events again."""
        con = self._host.store.reader()
        self._semua = queries.kegiatan(con, lingkup=self._host.kantor)
        diundang = [k.kegiatan_id for k in self._semua if k.diundang]
        self._host.jobs.run(_hitung, self._host, diundang, done=self._counted)
        self._saring.set_jumlah({k: sum(_masuk(s, k) for s in self._semua) for k, _ in text.SARINGAN})
        self._show()

    def _counted(self, hadir: dict[str, int]) -> None:
        if hadir != self._hadir:
            self._hadir = hadir
            self._show()

    def _show(self) -> None:
        kata = [kunci_cari(satu) for satu in self.cari.text().split()]
        pilih = [k for k in self._semua if _masuk(k, self._saring.kunci) and all(s in _dicari(k) for s in kata)]
        self.tabel.set_rows([self._baris(k) for k in pilih])
        if pilih and (kata or not self.tabel.current_id()):
            self.tabel.select(pilih[0].kegiatan_id)
        self._jumlah.setText(text.SEMUA_JUMLAH.format(n=len(pilih)))
        if not pilih:
            self.tabel.set_empty(self._kosong())

    def _baris(self, k: Kegiatan) -> Baris:
        kata, peran = keadaan(k, self._host.today)
        oleh = text.SENDIRI if k.lingkup == self._host.kantor else wilayah.nama_kantor(k.lingkup)
        hadir = self._hadir.get(k.kegiatan_id, 0)
        sel = (k.nama, hari_kegiatan(k), oleh, str(k.sesi), str(k.diundang), str(hadir), kata)
        return Baris(k.kegiatan_id, sel, (None,) * 6 + (peran,))

    def _kosong(self) -> EmptyState:
        if self._semua:
            return EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
        lain = "" if self._host.di_kota else text.KOSONG_LAIN
        return EmptyState(text.KOSONG, text.KOSONG_ISI + lain, Aksi(text.TAMBAH, self._tambah))

    def _open(self, id: str) -> None:
        self.cari.clear()
        self.dibuka.emit(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F goes to the search."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.cari.setFocus()
        else:
            super().keyPressEvent(event)


def _masuk(k: Kegiatan, kunci: str) -> bool:
    return kunci in (SEMUA, k.keadaan)


def _dicari(k: Kegiatan) -> str:
    return kunci_cari(f"{k.nama} {k.tempat} {k.tema} {hari_kegiatan(k)}")


def hari_kegiatan(k: Kegiatan) -> str:
    """Return the days of an event as a cell shows them."""
    if not k.mulai:
        return text.BELUM_ADA_SESI
    awal, akhir = date.fromisoformat(k.mulai), date.fromisoformat(k.sampai)
    if awal == akhir:
        return tanggal.panjang(awal)
    return text.SAMPAI.format(awal=tanggal.pendek(awal), akhir=tanggal.pendek(akhir))


def keadaan(k: Kegiatan, hari: date) -> tuple[str, Role]:
    """Return where an event stands in words, and their colour."""
    if k.keadaan in (SELESAI, BATAL):
        return (text.SELESAI, Role.BAIK) if k.keadaan == SELESAI else (text.BATAL, Role.REDUP)
    if not k.mulai:
        return text.BELUM_ADA_SESI.capitalize(), Role.PERHATIAN
    if date.fromisoformat(k.sampai) < hari:
        return text.LEWAT, Role.PERHATIAN
    sisa = (date.fromisoformat(k.mulai) - hari).days
    if sisa <= 0:
        return text.HARI_INI, Role.AKSEN
    if sisa == 1:
        return text.BESOK, Role.AKSEN
    return (text.MENDATANG.format(n=sisa) if sisa <= _DEKAT else k.kata_keadaan.capitalize()), Role.TEKS


_KOLOM = tuple(
    Kolom(
        judul, judul, 180 if not ke else 0, 2 if not ke else 0, Rata.KANAN if ke in _ANGKA else Rata.KIRI,
        sembunyi=_SEMBUNYI.get(ke, 0),
    )
    for ke, judul in enumerate(text.SEMUA_KOLOM)
)  # fmt: skip


def _hitung(host: Host, ids: Sequence[str]) -> dict[str, int]:
    """Count who came to each event; on any thread."""
    con = host.store.reader()
    return {id: statistik.angka_kegiatan(con, id, lingkup=host.kantor).datang_undangan for id in ids}
