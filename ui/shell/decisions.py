"""The page Perlu keputusan: what waits for a person, what was settled by itself, and what the city changed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from sipokat_desktop.storage import answers, core, decisions, users
from sipokat_desktop.storage import answers_text as kata
from sipokat_desktop.storage.answers import Isi, Meja, isi
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.manifest import WayOut
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.host import Host, Page
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of
from ui.registry import PAGES

from .decide import changes, text, ways
from .decide.changes import Change
from .decide.panel import DecidePanel

SELESAI_MS = 30 * 24 * 3600 * 1000
HURUF = "ABCDEFGH"
MERAH = (core.GANDA, core.BATAL_DUA, core.BATAL_BEDA, core.KERAS, core.HAPUS)


class Tampak(Enum):
    """Which list is shown: its title, its columns, and what it says when it is empty."""

    TUNGGU = (text.JUDUL, text.KOLOM, text.KOSONG, text.KOSONG_ISI)
    SELESAI = (text.JUDUL_SELESAI, text.KOLOM_SELESAI, text.KOSONG_SELESAI, text.KOSONG_SELESAI_ISI)
    KOTA = (text.JUDUL_KOTA, text.KOLOM_KOTA, text.KOSONG_KOTA, text.KOSONG_KOTA_ISI)


class DecisionsPage(Page):
    """The list at the left, the answers at the right; digits choose, Enter saves, Esc goes back."""

    help = text.BANTUAN
    panduan = "keputusan"
    always = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host, self._meja = host, Meja(host.store)
        self.tables = frozenset(host.store.tables)
        self._tampak, self._pilih = Tampak.TUNGGU, 0
        self._hal: dict[str, Decision] = {}
        self._kota: dict[str, Change] = {}
        self._isi: Isi | None = None
        self._tekan: dict[str, Aksi] = {}
        self._judul = PageTitle(text.JUDUL)
        self._kembali = SecondaryButton(text.KEMBALI, "Esc", on=self._back, pasang=False)
        self._selesai = SecondaryButton(text.LIHAT_SELESAI, on=partial(self._open, Tampak.SELESAI))
        self._lihat = SecondaryButton(text.LIHAT_KOTA, on=partial(self._open, Tampak.KOTA))
        self._daftar = {satu: _table(satu) for satu in Tampak}
        self._panel = DecidePanel()
        self._build()

    def _build(self) -> None:
        for tombol in (self._kembali, self._selesai, self._lihat):
            self._judul.add(tombol)
        self._kartu = Card(margin=4, spacing=0)
        for tabel in self._daftar.values():
            self._kartu.add(tabel, 1)
            tabel.selected.connect(self._select)
            tabel.opened.connect(lambda _id: self._confirm())
            tabel.installEventFilter(self)
        self._panel.dipilih.connect(self._choose)
        self._panel.disimpan.connect(self._confirm)
        self._panel.installEventFilter(self)
        tengah = QHBoxLayout()
        tengah.setSpacing(theme_of(self).px(10))
        tengah.addWidget(self._kartu)
        tengah.addWidget(self._panel, 1)
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addLayout(tengah, 1)
        self._arrange()

    @property
    def _tabel(self) -> DataTable:
        return self._daftar[self._tampak]

    # views

    def open_id(self, id: str) -> None:
        """Go to what waits about the row ``id``, or to a view (``selesai``, ``diubah``)."""
        view = {"selesai": Tampak.SELESAI, "diubah": Tampak.KOTA}.get(id)
        self._open(view or Tampak.TUNGGU)
        if view is None:
            self._tabel.select(next((key for key, d in self._hal.items() if id in d.baris), ""))

    def place(self) -> str:
        """Return the view that is shown."""
        return {Tampak.SELESAI: "selesai", Tampak.KOTA: "diubah"}.get(self._tampak, "")

    def _open(self, tampak: Tampak) -> None:
        self._tampak = tampak
        self._arrange()
        self.load()
        self._tabel.setFocus()

    def _back(self) -> None:
        self._open(Tampak.TUNGGU)

    def _arrange(self) -> None:
        awal = self._tampak is Tampak.TUNGGU
        self._judul.set_judul(self._tampak.value[0])
        for tombol, tampak in ((self._kembali, not awal), (self._selesai, awal), (self._lihat, awal)):
            tombol.setVisible(tampak)
        for satu, tabel in self._daftar.items():
            tabel.setVisible(satu is self._tampak)
        self.setFocusProxy(self._tabel)

    # rows

    def load(self) -> None:
        """Read what the shown list holds again."""
        con, tables, kini = self._meja.con, self._meja.tables, self._host.store.clock()
        match self._tampak:
            case Tampak.TUNGGU:
                self._fill(sorted(decisions.waiting(con, tables, self._host.kantor), key=_rank))
            case Tampak.SELESAI:
                self._fill(decisions.settled(con, tables, since=kini - SELESAI_MS))
            case Tampak.KOTA:
                self._kota = changes.changes(self._meja)
                self._tabel.set_rows(changes.rows(self._kota))
        self._tabel.set_empty(EmptyState(*self._tampak.value[2:]))
        self._select(self._tabel.current_id())

    def _fill(self, semua: Sequence[Decision]) -> None:
        self._hal = {f"{d.jenis}|{d.id or d.op or '|'.join(d.baris)}": d for d in semua}
        self._tabel.set_rows([self._row(key, d) for key, d in self._hal.items()])

    def _row(self, key: str, d: Decision) -> Baris:
        sejak = self._meja.singkat(d.sejak)
        if self._tampak is Tampak.SELESAI:
            kini = next((p.nilai for p in isi(self._meja, d).pilihan if p.dipakai), "")
            return Baris(key, (d.judul, kini, sejak))
        peran = Role.SALAH if d.jenis in MERAH or d.aturan else Role.PERHATIAN
        return Baris(key, (d.nama or kata.JENIS.get(d.jenis, d.jenis), d.judul, sejak), (peran, None, None))

    def _select(self, id: str) -> None:
        self._pilih = 0
        self._show(id)

    def _show(self, id: str) -> None:
        d, satu = self._hal.get(id), self._kota.get(id)
        self._isi = None
        self._tekan = {}
        if self._tampak is Tampak.KOTA and satu is not None:
            aksi = self._letters(self._ways_there(satu.tabel, satu.row_id, ""))
            kepala = (satu.siapa, text.KOTA_SINKRON.format(kapan=satu.kapan))
            self._panel.show_lines(satu.judul, kepala, satu.baris, aksi)
        elif self._tampak is not Tampak.KOTA and d is not None:
            self._isi = isi(self._meja, d)
            aksi = self._actions(d)
            jalan = [(satu, way.meaning) for satu, way in zip(aksi, answers.ways(self._meja.tables, d), strict=False)]
            lain = aksi[len(jalan) :]
            self._panel.show_isi(self._isi, self._pilih, lain, jalan, (self._note(d), self._hint(d)))
        else:
            self._panel.kosong()

    def _note(self, d: Decision) -> str:
        store = self._host.store
        return answers.other_needed(self._meja.tables, d, self._entry(), by=store.user, head=users.head_here(store))

    def _hint(self, d: Decision) -> str:
        if self._pilih:
            return ""
        if d.jenis == core.GANDA or d.aturan:
            return text.PILIH_JALAN if d.aturan else text.PILIH_CATATAN
        banyak = len(self._isi.pilihan) if self._isi else 0
        return text.PILIH_ANGKA if banyak > 2 else text.PILIH_DULU if banyak > 1 else text.PILIH_SATU

    # answers

    def _entry(self) -> str:
        return self._isi.pilihan[self._pilih - 1].entri if self._isi and self._pilih else ""

    def _actions(self, d: Decision) -> list[Aksi]:
        """Return the further buttons: the ways out that the module offers, and the way to the record."""
        keluar = [Aksi(f"{way.verb}…", partial(self._take, d, way)) for way in answers.ways(self._meja.tables, d)]
        return self._letters([*keluar, *self._ways_there(d.tabel, d.baris[0], d.field)])

    def _take(self, d: Decision, way: WayOut) -> None:
        entri = d.baris[0] if d.aturan else self._entry()
        if entri:
            cakupan = ways.cakupan_dari(self._host, self._hal.values(), d, entri, way)
            ways.ask(self, self._host, d, entri, self._pilih, way, cakupan)

    def _ways_there(self, tabel: str, row_id: str, field: str) -> list[Aksi]:
        """Return the button to the page of the module that the record belongs to, at its field."""
        tujuan = f"{row_id}#{field}" if field else row_id
        return [
            Aksi(text.BUKA.format(halaman=page.title), partial(self._host.go, page.key, tujuan))
            for page in PAGES
            if tabel.startswith(f"{page.key}_")
        ]

    def _letters(self, aksi: Sequence[Aksi]) -> list[Aksi]:
        """Give each button a letter that presses it while the list has the keyboard."""
        hasil = [satu._replace(shortcut=huruf) for satu, huruf in zip(aksi, HURUF, strict=False)]
        self._tekan = {satu.shortcut: satu for satu in hasil}
        return hasil

    def _choose(self, ke: int) -> None:
        if self._isi and 0 < ke <= len(self._isi.pilihan):
            self._pilih = ke
            self._show(self._tabel.current_id())
            self._tabel.setFocus()

    def _confirm(self) -> None:
        """Save the chosen answer; undo is offered, nothing is asked twice."""
        if self._isi is None or not self._pilih:
            return
        satu = self._isi.pilihan[self._pilih - 1]
        if satu.kerja is not None:
            self._host.act(satu.kerja, said=kata.TERSIMPAN.format(apa=satu.said), done=lambda _v: self._after())

    def _after(self) -> None:
        """Read again also when no row changed (something was closed on this PC alone)."""
        self._pilih = 0
        self.load()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits answer, letters press the buttons, Esc takes the answer back or leaves the view."""
        if event.type() == QEvent.Type.KeyPress and watched is self._tabel and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        huruf = event.text().upper()
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            return True
        if huruf.isdigit() and self._isi and 0 < int(huruf) <= len(self._isi.pilihan):
            self._choose(int(huruf))
            return True
        if huruf in self._tekan:
            self._tekan[huruf].lakukan()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does the same from a button of the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Take the chosen answer back, else leave the view."""
        if self._pilih:
            self._select(self._tabel.current_id())
            self._tabel.setFocus()
        elif self._tampak is not Tampak.TUNGGU:
            self._back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list two fifths of the width."""
        super().resizeEvent(event)
        self._kartu.setFixedWidth(max(theme_of(self).px(300), self.width() * 2 // 5))
        self._show(self._tabel.current_id())


def _table(tampak: Tampak) -> DataTable:
    kolom = tampak.value[1]
    return DataTable(tuple(Kolom(j, j, stretch=int(ke == 1), sembunyi=int(ke == 2)) for ke, j in enumerate(kolom)))


def _rank(d: Decision) -> int:
    return MERAH.index(d.jenis) if d.jenis in MERAH else 1 if d.aturan else len(MERAH)
