"""Duplicates made one: likely pairs side by side, the one that stays chosen, or told apart for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.usulan import ops, queries
from sipokat_desktop.modules.usulan.model import Pasangan, Usulan
from ui.kit import text as kit
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet, table_height
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.scroll import scroll_of
from ui.kit.sides import Pilah, Sides
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of

from . import text_lembar as text
from .sumber import panjang

_TETAP = "tetap"


def pilih(parent: QWidget, host: Host, semua: Sequence[Usulan]) -> Sheet:
    """Merge the chosen proposals into one of them: the one that went furthest is offered."""
    ids = [u.usulan_id for u in semua]
    judul = {u.usulan_id: u.judul for u in semua}

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.gabungkan, host.store, nilai[_TETAP], ids)

    def kata(id: object) -> str:
        return text.DIGABUNG.format(n=len(ids), judul=judul[str(id)])

    pilihan = tuple((u.usulan_id, text.SATU_TETAP.format(siapa=u.kata_rt, judul=u.judul)) for u in semua)
    f = Formulir(
        text.GABUNG_JUDUL, (Isian(_TETAP, text.L_TETAP, Jenis.PILIHAN, pilihan=pilihan, wajib=True),), kerja, kata,
        {_TETAP: _usul(semua).usulan_id}, utama=text.GABUNG_UTAMA, lebar=720, sub=text.GABUNG_SUB,
    )  # fmt: skip
    return buka(parent, host, f)


def _usul(semua: Sequence[Usulan]) -> Usulan:
    """Return the proposal that likely stays: others are merged into it already, it has more filled in."""
    return max(semua, key=lambda u: (len(u.anggota), u.status != "draf", u.biaya is not None, len(u.uraian)))


class Kembar(QWidget):
    """Likely pairs at the left; at the right both with what is known of them, one to be chosen."""

    dipilih = Signal(bool)

    def __init__(self, host: Host, lingkup: str, tahun: int) -> None:
        super().__init__()
        self._host, self._lingkup, self._tahun = host, lingkup, tahun
        self._semua: dict[str, Pasangan] = {}
        self._pilih = Sides(("", ""), ())
        kolom = [Kolom(judul, judul, stretch=1) for judul in text.KEMBAR_KOLOM]
        self._tabel = DataTable(kolom)
        self._tabel.selected.connect(self._tampilkan)
        self._tabel.opened.connect(lambda _id: self._pilih.setFocus())
        self._sisi = QWidget()
        self._lajur = QVBoxLayout(self._sisi)
        self._kanan = Card(margin=2)
        self.setFocusProxy(self._tabel)
        self._build()
        host.changed.connect(self.muat)
        self.muat()

    def _build(self) -> None:
        theme = theme_of(self)
        kiri = Card(margin=4, spacing=0)
        kiri.add(self._tabel, 1)
        self._kanan.add(scroll_of(self._sisi), 1)
        m = theme.px(12)
        self._lajur.setContentsMargins(m, m, m, m)
        self._lajur.setSpacing(theme.px(10))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(10))
        line.addWidget(kiri, 2)
        line.addWidget(self._kanan, 3)

    @property
    def pasangan(self) -> Pasangan | None:
        """The chosen pair."""
        return self._semua.get(self._tabel.current_id())

    def tetap(self) -> Usulan | None:
        """Return the proposal of the chosen pair that stays."""
        p = self.pasangan
        if p is None:
            return None
        return (p.satu, p.dua)[self._pilih.pilihan()[_TETAP]]

    def muat(self, _changes: object = None) -> None:
        """Look for pairs again, in the background."""
        host = self._host

        def kerja() -> list[Pasangan]:
            return queries.kembar(host.store.reader(), lingkup=self._lingkup, tahun=self._tahun)

        host.jobs.run(kerja, apa=text.KEMBAR_MENCARI, done=self._isi, failed=host.tell, owner=self)

    def _isi(self, semua: list[Pasangan]) -> None:
        self._semua = {f"{p.satu.usulan_id}|{p.dua.usulan_id}": p for p in semua}
        self._tabel.set_rows([Baris(id, (_berdua(p),)) for id, p in self._semua.items()])
        self._tabel.set_empty(EmptyState(text.KEMBAR_KOSONG, text.KEMBAR_KOSONG_ISI))
        if semua and not self._tabel.current_id():
            self._tabel.select(next(iter(self._semua)))
        self._tampilkan(self._tabel.current_id())

    def _tampilkan(self, id: str) -> None:
        p = self._semua.get(id)
        self.dipilih.emit(p is not None)
        set_shown(self._kanan, p is not None)
        self._kosongkan()
        if p is None:
            return
        dua = (p.satu, p.dua)
        saran = dua.index(_usul(dua))
        self._pilih = Sides(
            (p.satu.kata_pengusul, p.dua.kata_pengusul),
            [Pilah(_TETAP, text.KEMBAR_TETAP, (p.satu.judul, p.dua.judul), saran)],
        )
        sebab = text.KEMBAR_SEBAB.format(sebab=", ".join(p.sebab))
        self._lajur.addWidget(Label(sebab, Gaya.KECIL, lipat=True))
        self._lajur.addWidget(self._pilih)
        self._pilih.tab_after(self._tabel)
        self._lajur.addWidget(_berdampingan(dua))
        self._lajur.addStretch(1)

    def _kosongkan(self) -> None:
        while (item := self._lajur.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _berdampingan(dua: Sequence[Usulan]) -> QWidget:
    """Return what is known of both, a fact a line."""
    wadah = QWidget()
    theme = theme_of(wadah)
    grid = QGridLayout(wadah)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(10))
    grid.setVerticalSpacing(theme.px(2))
    baris = 0
    for label, nilai in zip(text.FAKTA, zip(*map(_fakta, dua), strict=True), strict=True):
        if any(nilai):
            grid.addWidget(Label(label, Gaya.KECIL, parent=wadah), baris, 0, 1, 2)
            for ke, kata in enumerate(nilai):
                beda = Role.TEKS if len(set(nilai)) == 1 else Role.AKSEN
                grid.addWidget(Label(kata or text.KEMBAR_TAK_ADA, role=beda, lipat=True, parent=wadah), baris + 1, ke)
            baris += 2
    for ke in range(len(dua)):
        grid.setColumnStretch(ke, 1)
    return wadah


def _fakta(u: Usulan) -> tuple[str, ...]:
    status = f"{u.kata_status}, {panjang(u.status_tanggal)}" if u.status_tanggal else u.kata_status
    kk = "" if u.kk_semua is None else rupiah.titik(u.kk_semua)
    return (u.lokasi, u.kata_volume, u.kata_biaya, kk, status, u.uraian)


def _berdua(p: Pasangan) -> str:
    return text.KEMBAR_BERDUA.format(satu=p.satu.kata_rt, dua=p.dua.kata_rt, judul=p.satu.judul)


def kembar(parent: QWidget, host: Host, lingkup: str, tahun: int) -> Sheet:
    """Show the proposals of a year that may be the same, and merge them or remember that they are two."""
    isi = Kembar(host, lingkup, tahun)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(
        text.KEMBAR_JUDUL, isi, sub=text.KEMBAR_SUB, utama=text.GABUNG_UTAMA, kedua=kit.TUTUP, lebar=1120,
        parent=parent,
    )  # fmt: skip

    def gabung() -> None:
        p, tetap = isi.pasangan, isi.tetap()
        if p is None or tetap is None:
            return
        sheet.sibuk(True)
        said = text.DIGABUNG.format(n=2, judul=tetap.judul)
        work = partial(ops.gabungkan, host.store, tetap.usulan_id, [p.satu.usulan_id, p.dua.usulan_id])
        beres = lambda _v: sheet.pesan.berhasil(said, Aksi(kit.URUNGKAN, host.undo))  # noqa: E731
        host.act(work, said=said, done=beres, failed=sheet.gagal, owner=sheet)

    def bukan() -> None:
        p = isi.pasangan
        if p is None:
            return

        def beres(_hasil: object) -> None:
            sheet.pesan.info(text.KEMBAR_DIINGAT)
            isi.muat()

        host.jobs.run(
            ops.bukan_kembar, host.store, p.satu.usulan_id, p.dua.usulan_id, apa=text.KEMBAR_MENYIMPAN, done=beres,
            failed=sheet.gagal, owner=sheet,
        )  # fmt: skip

    sheet.tambah_tombol(Aksi(text.KEMBAR_BUKAN, bukan, "Alt+B"))
    isi.dipilih.connect(lambda ada: sheet.sibuk(not ada))
    sheet.sibuk(True)
    sheet.disimpan.connect(gabung)
    sheet.open()
    return sheet
