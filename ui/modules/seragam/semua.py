"""All purchases: found by typing, filtered by chips, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.seragam import queries
from sipokat_desktop.modules.seragam.model import Pengadaan, Ringkas
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
from .kalimat import nama_tempat

SEMUA, JALAN, USAI = (kunci for kunci, _ in text.SARINGAN)
_ANGKA = (3, 4, 5, 6)
_SEMBUNYI = {1: 4, 2: 3, 3: 2, 4: 1}


class SemuaPengadaan(Tampilan):
    """``dibuka`` carries the id of the purchase to open."""

    dibuka = Signal(str)

    def __init__(self, host: Host, tombol: Sequence[QWidget], tambah: Callable[[], object]) -> None:
        super().__init__()
        self._host, self._tambah = host, tambah
        self._semua: list[tuple[Pengadaan, Ringkas]] = []
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
        """Read the purchases again."""
        con, host = self._host.store.reader(), self._host
        self._semua = [
            (p, queries.ringkas(con, p.pengadaan_id, lingkup=host.kantor, hari=host.today))
            for p in queries.pengadaan(con, lingkup=host.kantor)
        ]
        self._saring.set_jumlah({k: sum(_masuk(p, k) for p, _ in self._semua) for k, _ in text.SARINGAN})
        self._show()

    def _show(self) -> None:
        kata = [kunci_cari(satu) for satu in self.cari.text().split()]
        pilih = [s for s in self._semua if _masuk(s[0], self._saring.kunci) and all(k in _dicari(s[0]) for k in kata)]
        self.tabel.set_rows([_baris(p, r, self._host.kantor) for p, r in pilih])
        if pilih and (kata or not self.tabel.current_id()):
            self.tabel.select(pilih[0][0].pengadaan_id)
        self._jumlah.setText(text.SEMUA_JUMLAH.format(n=len(pilih)))
        if not pilih:
            self.tabel.set_empty(self._kosong())

    def _kosong(self) -> EmptyState:
        if self._semua:
            return EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
        return EmptyState(text.KOSONG, text.KOSONG_ISI, Aksi(text.TAMBAH, self._tambah))

    def _open(self, id: str) -> None:
        self.cari.clear()
        self.dibuka.emit(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F goes to the search."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.cari.setFocus()
        else:
            super().keyPressEvent(event)


def _masuk(p: Pengadaan, kunci: str) -> bool:
    return kunci == SEMUA or p.selesai == (kunci == USAI)


def _dicari(p: Pengadaan) -> str:
    return kunci_cari(f"{p.nama} {p.tahun} {p.barang}")


def _baris(p: Pengadaan, r: Ringkas, kantor: str) -> Baris:
    kata, peran = keadaan(p, r)
    oleh = text.KOTA if p.kota else text.SENDIRI if p.lingkup == kantor else nama_tempat(p.lingkup)
    sel = (p.nama, str(p.tahun), oleh, str(p.dibeli), str(r.ada), str(r.diserahkan), str(r.belum), kata)
    return Baris(p.pengadaan_id, sel, (None,) * 7 + (peran,))


def keadaan(p: Pengadaan, r: Ringkas) -> tuple[str, Role]:
    """Return where a purchase stands in words, and their colour."""
    if p.selesai:
        return text.SELESAI, Role.REDUP
    if not r.rt:
        return text.TANPA_RT, Role.REDUP
    if not r.belum:
        return text.SEMUA_MENERIMA, Role.BAIK
    if not r.sudah:
        return text.BELUM_ADA, Role.PERHATIAN
    return text.SEBAGIAN.format(sudah=r.sudah, semua=r.sudah + r.belum), Role.PERHATIAN


_KOLOM = tuple(
    Kolom(
        judul, judul, 150 if not ke else 0, 2 if not ke else 0, Rata.KANAN if ke in _ANGKA else Rata.KIRI,
        sembunyi=_SEMBUNYI.get(ke, 0),
    )
    for ke, judul in enumerate(text.SEMUA_KOLOM)
)  # fmt: skip
