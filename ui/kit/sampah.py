"""The trash: what was deleted here or on another PC of the office, and the way back."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import acts, naming, trash
from sipokat_desktop.storage.trash import Buangan
from ui.kit import text
from ui.kit.beside import table_beside
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom

RINCI = 3
"""Rows of one deletion whose content is spelled out."""


class Sampah(QWidget):
    """Deletions at the left, what the chosen one held at the right; ``dipilih`` carries its key ("" when none)."""

    dipilih = Signal(str)
    dibuka = Signal(str)

    def __init__(self, host: Host, tables: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host, self._tables = host, tuple(tables)
        self._isi: dict[str, Buangan] = {}
        self._tabel = DataTable(
            tuple(Kolom(j, j, stretch=s) for j, s in zip(text.SAMPAH_KOLOM, (3, 0, 2), strict=True))
        )
        self._panel = SidePanel(360)
        line = table_beside(self._tabel, self._panel)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setFocusProxy(self._tabel)
        self._tabel.selected.connect(self._show)
        self._tabel.opened.connect(self.dibuka)
        host.changed.connect(self._reload)
        self._load()

    def buangan(self) -> Buangan | None:
        """Return the chosen deletion."""
        return self._isi.get(self._tabel.current_id())

    def _reload(self, _changes: object) -> None:
        self._load()

    def _load(self) -> None:
        self._host.jobs.run(
            trash.daftar, self._host.store, self._tables, apa=text.SAMPAH_BACA, done=self._fill,
            failed=self._host.tell, owner=self,
        )  # fmt: skip

    def _fill(self, semua: list[Buangan]) -> None:
        now = self._host.store.clock()
        self._isi = {b.key: b for b in semua}
        self._tabel.set_rows([Baris(b.key, (b.nama, tanggal.waktu(b.at, now), _siapa(b))) for b in semua])
        self._tabel.set_empty(EmptyState(text.SAMPAH_KOSONG, text.SAMPAH_KOSONG_ISI))
        if semua and not self._tabel.current_id():
            self._tabel.select(semua[0].key)
        self._show(self._tabel.current_id())

    def _show(self, key: str) -> None:
        b = self._isi.get(key)
        set_shown(self._panel, bool(self._isi))
        self.dipilih.emit(key if b else "")
        if b is None:
            self._panel.kosongkan()
            return
        store = self._host.store
        kepala = f"{acts.words(store.modules, b.act)} · {_siapa(b)} · {tanggal.waktu(b.at, store.clock())}"
        isi = [text.SAMPAH_JUMLAH.format(n=len(b.rows))] if len(b.rows) > 1 else []
        self._panel.set(b.nama, kepala, [*isi, *self._lines(b)])

    def _lines(self, b: Buangan) -> list[str]:
        con, tables = self._host.store.reader(), self._host.store.tables
        return [
            text.RIWAYAT_BARU.format(
                isian=naming.field(tables, gone.table, name),
                sesudah=naming.value(con, tables, (gone.table, name), value, masked=True),
            )
            for gone in b.rows[:RINCI]
            for name, value in gone.fields.items()
            if naming.told(tables, gone.table, name)
        ]


def _siapa(b: Buangan) -> str:
    return text.RIWAYAT_SIAPA.format(nama=b.by, asal=b.origin) if b.by and b.origin else b.by or text.RIWAYAT_KOTA


def buka(parent: QWidget, host: Host, tables: Collection[str] = ()) -> Sheet:
    """Show the trash (of some tables, or all); the main button brings the chosen deletion back."""
    isi = Sampah(host, tables)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(
        text.SAMPAH, isi, sub=text.SAMPAH_ISI, utama=text.SAMPAH_PULIHKAN, kedua=text.TUTUP, lebar=1080, parent=parent
    )
    sheet.utama.setEnabled(False)

    def restore(_key: str = "") -> None:
        b = isi.buangan()
        if b is None or not sheet.utama.isEnabled():
            return
        sheet.sibuk(True)
        said = text.SAMPAH_DIPULIHKAN.format(nama=b.nama)
        work = partial(trash.pulihkan, host.store, b)
        host.act(work, said=said, done=lambda _v: sheet.pesan.berhasil(said), failed=sheet.gagal, owner=sheet)

    isi.dipilih.connect(lambda key: sheet.sibuk(not key))
    isi.dibuka.connect(restore)
    sheet.disimpan.connect(restore)
    sheet.open()
    return sheet
