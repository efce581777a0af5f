"""What was recorded in this sitting, the last one first: to be looked at, changed, deleted, given a photo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan.model import Laporan, Saring, Tercatat
from ui.kit.cards import Card, EmptyState
from ui.kit.days import pendek
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text_catat as text
from . import ubah
from .pilih_rt import PilihRt

_LEBAR = (0, 0, 90, 120, 0)
_BAGI = (0, 0, 2, 3, 0)
_SEMBUNYI = (0, 2, 1, 0, 3)
KOLOM = tuple(
    Kolom(judul, judul, lebar, bagi, Rata.KANAN if judul == text.KOLOM[-1] else Rata.KIRI, sembunyi=sembunyi)
    for judul, lebar, bagi, sembunyi in zip(text.KOLOM, _LEBAR, _BAGI, _SEMBUNYI, strict=True)
)


class _Daftar(DataTable):
    """Delete asks to delete the row, Esc goes back to the form."""

    hapus = Signal()
    keluar = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Esc; the rest is a table's."""
        if event.key() == Qt.Key.Key_Delete:
            self.hapus.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.keluar.emit()
        else:
            super().keyPressEvent(event)


class Terakhir(Card):
    """``keluar`` asks to go back to the form."""

    keluar = Signal()

    def __init__(self, host: Host, pilih: PilihRt) -> None:
        super().__init__(margin=4, spacing=4)
        self._host, self._pilih = host, pilih
        self._ids: list[str] = []
        self._isi: dict[str, Laporan] = {}
        self._judul = Label("", Gaya.SUBJUDUL)
        self._judul.setContentsMargins(12, 12, 12, 0)
        self._ragu = Notice("", Role.PERHATIAN)
        self._ragu.setContentsMargins(12, 0, 12, 0)
        self.tabel = _Daftar(KOLOM)
        self.tabel.set_empty(EmptyState(text.BELUM, text.BELUM_ISI))
        self.add(self._judul)
        self.add(self._ragu)
        self.add(self.tabel, 1)
        self.tabel.opened.connect(self._ubah)
        self.tabel.hapus.connect(self._hapus)
        self.tabel.keluar.connect(self.keluar)

    @property
    def banyak(self) -> int:
        """How many reports of this sitting there are."""
        return len(self._isi)

    def tambah(self, hasil: Tercatat) -> None:
        """Show reports that were just recorded, with the doubts about them."""
        self._ids = [*reversed(hasil.ids), *self._ids]
        self._ragu.set(" ".join(satu.kalimat for satu in hasil.peringatan))
        self.load()

    def load(self) -> None:
        """Read them again: one may have been changed, undone, or given a photo."""
        rows = (
            queries.daftar(self._host.store.reader(), Saring(ids=tuple(self._ids)), batas=len(self._ids))
            if self._ids
            else []
        )
        per_id = {satu.laporan_id: satu for satu in rows}
        self._isi = {id: per_id[id] for id in self._ids if id in per_id}
        self.tabel.set_rows([_baris(satu) for satu in self._isi.values()])
        self._judul.setText(text.SUDAH.format(n=self.banyak))
        set_shown(self._judul, bool(self._isi))

    def terpilih(self) -> tuple[str, ...]:
        """Return the report that the keyboard is on, where it is in this list."""
        id = self.tabel.current_id()
        return (id,) if id and self.tabel.hasFocus() else ()

    def ke_daftar(self) -> None:
        """Give the keyboard to the list."""
        self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ubah(self, id: str) -> None:
        ubah.buka(self, self._host, self._isi[id], self._pilih)

    def _hapus(self) -> None:
        satu = self._isi.get(self.tabel.current_id())
        if satu is not None:
            kerja = partial(ops.hapus, self._host.store, [satu.laporan_id])
            self._host.act(kerja, said=text.DIHAPUS.format(rt=satu.rt), owner=self)


def _baris(b: Laporan) -> Baris:
    return Baris(b.laporan_id, (b.rt, pendek(b.tanggal), b.kata_jenis, b.uraian, str(b.foto) if b.foto else ""))
