"""People recorded twice: pairs side by side, the right value chosen field by field, or told apart for good."""

from __future__ import annotations

import sqlite3
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import nik
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kembar
from sipokat_desktop.modules.rt.kembar import Beda, Pasangan, Ringkas
from sipokat_desktop.storage.store import Store
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.scroll import scroll_of
from ui.kit.sides import Pilah, Sides
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of

from . import text


class Kembar(QWidget):
    """Pairs at the left; at the right the fields that differ, each with both values to choose from."""

    dipilih = Signal(bool)

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._semua: dict[str, Pasangan] = {}
        self._pilih = Sides(("", ""), ())
        self._tabel = DataTable(tuple(Kolom(j, j, stretch=1) for j in text.KEMBAR_KOLOM))
        self._tabel.selected.connect(self._tampilkan)
        self._tabel.opened.connect(self._ke_pilihan)
        self._sisi = QWidget()
        self._kolom = QVBoxLayout(self._sisi)
        self.setFocusProxy(self._tabel)
        self._build()
        host.changed.connect(self._ulang)
        self.muat()

    def _build(self) -> None:
        theme = theme_of(self)
        kiri = Card(margin=4, spacing=0)
        kiri.add(self._tabel, 1)
        self._kanan = Card(margin=2)
        self._kanan.add(scroll_of(self._sisi), 1)
        m = theme.px(12)
        self._kolom.setContentsMargins(m, m, m, m)
        self._kolom.setSpacing(theme.px(10))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(10))
        line.addWidget(kiri, 2)
        line.addWidget(self._kanan, 3)

    @property
    def pasangan(self) -> Pasangan | None:
        """The chosen pair."""
        return self._semua.get(self._tabel.current_id())

    def pilihan(self) -> dict[str, str]:
        """Return per differing field which side is right."""
        return {kunci: ("tetap", "hapus")[sisi] for kunci, sisi in self._pilih.pilihan().items()}

    def _ulang(self, _changes: object) -> None:
        self.muat()

    def muat(self) -> None:
        """Look for pairs again, in the background."""
        self._host.jobs.run(
            _cari, self._host.store, self._host.lingkup, apa=text.KEMBAR_MENCARI, done=self._isi,
            failed=self._host.tell, owner=self,
        )  # fmt: skip

    def _isi(self, semua: list[Pasangan]) -> None:
        self._semua = {f"{p.satu.orang_id}|{p.dua.orang_id}": p for p in semua}
        self._tabel.set_rows([Baris(key, (_berdua(p), ", ".join(p.sebab))) for key, p in self._semua.items()])
        self._tabel.set_empty(EmptyState(text.KEMBAR_KOSONG, text.KEMBAR_KOSONG_ISI))
        if semua and not self._tabel.current_id():
            self._tabel.select(next(iter(self._semua)))
        self._tampilkan(self._tabel.current_id())

    def _tampilkan(self, key: str) -> None:
        p = self._semua.get(key)
        self.dipilih.emit(p is not None)
        set_shown(self._kanan, p is not None)
        self._kosongkan()
        if p is None:
            return
        try:
            beda = kembar.beda(self._host.store.reader(), p.satu.orang_id, p.dua.orang_id)
        except InputSalah:
            self.muat()
            return
        self._pilih = Sides((_sebut(p.satu), _sebut(p.dua)), [_isian(b) for b in beda])
        kata = text.KEMBAR_PILIH if beda else text.KEMBAR_SAMA
        self._kolom.addWidget(Label(kata, Gaya.KECIL, role=Role.REDUP, lipat=True))
        self._kolom.addWidget(self._pilih)
        self._pilih.tab_after(self._tabel)
        self._kolom.addStretch(1)

    def _ke_pilihan(self, _key: str) -> None:
        self._pilih.setFocus()

    def _kosongkan(self) -> None:
        while (item := self._kolom.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _cari(store: Store, lingkup: str) -> list[Pasangan]:
    con: sqlite3.Connection = store.reader()
    return kembar.cari(con, lingkup=lingkup)


def _sebut(r: Ringkas) -> str:
    return text.KEMBAR_SEBELAH.format(nama=r.nama, jabatan=r.jabatan or text.KEMBAR_BELUM)


def _berdua(p: Pasangan) -> str:
    if p.satu.nama == p.dua.nama:
        return p.satu.nama
    return text.KEMBAR_BERDUA.format(satu=p.satu.nama, dua=p.dua.nama)


def _isian(b: Beda) -> Pilah:
    """Return the choice between the two values of a field."""
    tetap, hapus = (nik.samarkan(v) or "" if b.field == "nik" and v.isdigit() else v for v in (b.tetap, b.hapus))
    return Pilah(b.field, b.label, (tetap, hapus), int(b.saran == "hapus"))


def buka(parent: QWidget, host: Host) -> Sheet:
    """Show people who may be recorded twice, and merge them or remember that they are two."""
    isi = Kembar(host)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(text.KEMBAR_JUDUL, isi, utama=text.KEMBAR_GABUNG, kedua=text.TUTUP, lebar=1120, parent=parent)

    def gabung() -> None:
        p = isi.pasangan
        if p is None:
            return
        sheet.sibuk(True)
        said = text.KEMBAR_DIGABUNG.format(nama=p.satu.nama)
        work = partial(kembar.gabungkan, host.store, p.satu.orang_id, p.dua.orang_id, isi.pilihan())
        host.act(work, said=said, done=lambda _v: sheet.pesan.berhasil(said), failed=sheet.gagal, owner=sheet)

    def bukan() -> None:
        p = isi.pasangan
        if p is None:
            return

        def beres(_hasil: object) -> None:
            sheet.pesan.info(text.KEMBAR_DIINGAT)
            isi.muat()

        host.jobs.run(
            kembar.abaikan, host.store, p.satu.orang_id, p.dua.orang_id, apa=text.KEMBAR_BUKAN, done=beres,
            failed=sheet.gagal, owner=sheet,
        )  # fmt: skip

    sheet.tambah_tombol(Aksi(text.KEMBAR_BUKAN, bukan))
    isi.dipilih.connect(lambda ada: sheet.sibuk(not ada))
    sheet.disimpan.connect(gabung)
    sheet.open()
    return sheet
