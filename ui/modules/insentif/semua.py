"""All payment lists: filtered by chips, found by typing or scanning a number, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.insentif.queries import Daftar
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

from . import text
from .keadaan import keadaan_daftar, selesai
from .pindai import nomor_dari

_TAHUN_LALU = 15
SEMUA, BELUM, RAPEL = "semua", "belum", "rapel"


class SemuaDaftar(Tampilan):
    """``dibuka`` carries the number of the list to open, and whether it was typed or scanned."""

    dibuka = Signal(str, bool)

    def __init__(self, host: Host, tombol: Sequence[QWidget], susun: Callable[[], object]) -> None:
        super().__init__()
        self._host, self._susun = host, susun
        self._daftar: list[Daftar] = []
        self.cari = FilterField(text.PINDAI)
        self._saring = ChipRow((*text.SARINGAN, *((str(t), str(t)) for t in _tahun(host))))
        self.tabel = DataTable(_KOLOM)
        self._jumlah = Label("", Gaya.TEBAL)
        susun_daftar(
            self, text.JUDUL, tombol, text.SEMUA_PETUNJUK,
            cari=self.cari, saring=self._saring, tabel=self.tabel, jumlah=self._jumlah,
        )  # fmt: skip
        self.setFocusProxy(self.tabel)
        self.tabel.attach_filter(self.cari)
        self.tabel.opened.connect(self._open)
        self.cari.tombol.connect(self._key)
        self.cari.berubah.connect(lambda _teks: self._show())
        self._saring.dipilih.connect(lambda _kunci: self._show())

    def load(self) -> None:
        """Read the lists again."""
        self._daftar = queries.semua_daftar(self._host.store.reader(), lingkup=self._host.lingkup)
        kunci = [SEMUA, BELUM, RAPEL, *(str(t) for t in _tahun(self._host))]
        self._saring.set_jumlah({k: sum(_masuk(d, k) for d in self._daftar) for k in kunci})
        self._show()

    def _show(self) -> None:
        kata = [kunci_cari(satu) for satu in self.cari.text().split()]
        pilih = [d for d in self._daftar if _masuk(d, self._saring.kunci) and all(k in _dicari(d) for k in kata)]
        persis = self._persis()
        if persis is not None and persis not in pilih:
            pilih = [persis]
        self.tabel.set_rows([_baris(d) for d in pilih])
        if len(pilih) == 1 and kata:
            self.tabel.select(pilih[0].nomor)
        self._jumlah.setText(text.SEMUA_JUMLAH.format(n=len(pilih), uang=rupiah.uang(sum(d.diterima for d in pilih))))
        if not pilih:
            self.tabel.set_empty(self._kosong())

    def _persis(self) -> Daftar | None:
        """Return the list whose whole number stands in the field, filtered out or not."""
        nomor = nomor_dari(self.cari.text())
        return next((d for d in self._daftar if d.nomor == nomor), None)

    def _kosong(self) -> EmptyState:
        if not self._daftar:
            if not queries.komponen(self._host.store.reader(), lingkup=self._host.lingkup):
                ke = Aksi(text.KETETAPAN, partial(self._host.go, "insentif", "lain/ketetapan"))
                return EmptyState(text.SEMUA_KOSONG, text.SEMUA_TANPA_KOMPONEN, ke)
            return EmptyState(text.SEMUA_KOSONG, text.SEMUA_KOSONG_ISI, Aksi(text.SUSUN, self._susun))
        if self.cari.text().strip():
            return EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
        return EmptyState(text.SARINGAN_KOSONG, text.SARINGAN_KOSONG_ISI)

    def _key(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.cari.text().strip()
            and not self.tabel.row_count()
        ):
            self._host.messages.perhatian(text.PINDAI_TAK_ADA.format(nomor=self.cari.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F goes to the field in which a number is typed or scanned."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.cari.setFocus()
        else:
            super().keyPressEvent(event)

    def _open(self, nomor: str) -> None:
        dipindai = self._persis() is not None
        self.cari.clear()
        self.dibuka.emit(nomor, dipindai)


def _tahun(host: Host) -> list[int]:
    kini = host.today.year
    return list(range(kini + 1, kini - _TAHUN_LALU, -1))


def _masuk(d: Daftar, kunci: str) -> bool:
    if kunci == BELUM:
        return not selesai(d)
    if kunci == RAPEL:
        return bool(periode.baca(d.periode).rapel)
    return kunci == SEMUA or d.periode.startswith(kunci)


def _dicari(d: Daftar) -> str:
    return kunci_cari(f"{d.nama_periode} {d.komponen} {d.nomor} {keadaan_daftar(d)[0]}")


def _baris(d: Daftar) -> Baris:
    keadaan, peran = keadaan_daftar(d)
    sel = (
        d.nama_periode, d.komponen, d.nomor, str(d.jumlah_penerima), rupiah.titik(d.diterima), rupiah.titik(d.dibayar),
        keadaan,
    )  # fmt: skip
    return Baris(d.nomor, sel, (None,) * 6 + (peran,))


_KOLOM = tuple(
    Kolom(judul, judul, stretch=stretch, rata=Rata.KANAN if 3 <= ke <= 5 else Rata.KIRI, sembunyi=sembunyi)
    for ke, (judul, stretch, sembunyi) in enumerate(
        zip(text.SEMUA_KOLOM, (0, 1, 0, 0, 0, 0, 0), (0, 0, 2, 1, 0, 0, 0), strict=True)
    )
)
