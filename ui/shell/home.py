"""Beranda: the figures of the day, what waits, and the end of the day.

The table of what waits is made right after the first paint, out of what that paint does without (keputusan/0014).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.host import Angka, Host, Page, PageSpec
from ui.kit.kartu_angka import KartuAngka
from ui.kit.labels import Gaya, Label
from ui.kit.page import PageTitle
from ui.kit.scroll import scroll_of
from ui.kit.tab import tab_order
from ui.kit.theme import Role, theme_of

from . import text
from .endday import EndDay
from .frame import RECOVERY, SETTINGS

if TYPE_CHECKING:
    from ui.kit.table import DataTable

    from .autosync import AutoSync
    from .port import Office, Status

_KARTU_SEBARIS = 6
"""More cards than these side by side are too narrow for their words on the smallest screen."""
_TINGGI_BAWAH = 190
"""What waits and the end of the day are never lower (px at scale 1.0); with large letters the page scrolls."""


class HomePage(Page):
    """The first page; its tables are those of every module."""

    help = text.BANTUAN_BERANDA
    panduan = "hari-pertama"
    always = True

    def __init__(self, host: Host, office: Office, sync: AutoSync, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self._host, self._office, self._pages = host, office, pages
        self.tables = frozenset(table for page in pages for table in page.tables)
        self._judul = PageTitle("")
        self._kartu: list[KartuAngka] = []
        self._kisi_kartu = QGridLayout()
        self._menunggu = Card(margin=4, spacing=0)
        self._tugas: DataTable | None = None
        self.day = EndDay(host, office, sync, self.load)
        self._build()

    def _build(self) -> None:
        theme = theme_of(self)
        judul = Label(text.MENUNGGU, Gaya.KECIL)
        judul.setContentsMargins(theme.px(12), theme.px(12), 0, theme.px(4))
        self._menunggu.add(judul)
        self._menunggu.add_stretch()
        bawah = QHBoxLayout()
        bawah.setSpacing(theme.px(10))
        bawah.addWidget(self._menunggu, 1)
        bawah.addWidget(self.day)
        self._kisi_kartu.setSpacing(theme.px(10))
        self._menunggu.setMinimumHeight(theme.px(_TINGGI_BAWAH))
        isi = QWidget()
        tata = QVBoxLayout(isi)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(12))
        tata.addWidget(self._judul)
        tata.addLayout(self._kisi_kartu)
        tata.addLayout(bawah, 1)
        luar = QVBoxLayout(self)
        luar.setContentsMargins(0, 0, 0, 0)
        area = scroll_of(isi, self, berisi=True)
        luar.addWidget(area)

    def load(self) -> None:
        """Read figures and tasks again."""
        status = self._office.status()
        self._judul.set_judul(self._salam())
        self._show_figures(status)
        if self._tugas is not None:
            self._show_tasks(self._tugas)
        if news := self._office.safety.news:
            self._office.safety.news = ""
            self._host.messages.perhatian(news)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Complete the page once it has been seen."""
        super().paintEvent(event)
        if self._tugas is None:
            QTimer.singleShot(0, self, self._after_paint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a key that comes before the table is there to the table."""
        if self._tugas is None:
            QApplication.sendEvent(self._complete(), event)
        else:
            super().keyPressEvent(event)

    def _after_paint(self) -> None:
        if self.isVisible():  # the window may have been closed meanwhile, and the store with it
            self._complete()

    def _complete(self) -> DataTable:
        if self._tugas is None:
            self._tugas = self._make_table()
            self._menunggu.body.takeAt(self._menunggu.body.count() - 1)
            self._menunggu.add(self._tugas, 1)
            self._show_tasks(self._tugas)
            self._tugas.show()
            self.setFocusProxy(self._tugas)
            tab_order(*self._kartu[-1:], self._tugas, self.day.button)
        return self._tugas

    def _make_table(self) -> DataTable:
        from ui.kit.table import DataTable
        from ui.kit.table_model import Kolom

        kolom = zip(text.KOLOM_TUGAS, (3, 1), strict=True)
        tabel = DataTable(tuple(Kolom(judul, judul, stretch=stretch) for judul, stretch in kolom))
        tabel.opened.connect(self._open_task)
        return tabel

    def _show_tasks(self, tabel: DataTable) -> None:
        from ui.kit.table_model import Baris

        tugas = [
            Baris(f"{page.key}|{satu.id}", (satu.kalimat, page.title))
            for page in self._pages
            if self._works_on(page)
            for satu in page.tasks(self._host)
        ]
        if self._has_rows() and not self._office.recovery_code_made():
            tugas.append(Baris(f"{SETTINGS}|{RECOVERY}", (text.TUGAS_KODE, text.SET_JUDUL)))
        tabel.set_rows(tugas)
        tabel.set_empty(self._empty())

    def _has_rows(self) -> bool:
        return self._host.store.reader().execute("SELECT 1 FROM rt_jabatan LIMIT 1").fetchone() is not None

    def _works_on(self, page: PageSpec) -> bool:
        """Tell whether this office may write any of the page's own tables: what waits there is its to do."""
        own = (table for table in page.tables if table.startswith(f"{page.key}_"))
        return any(not self._host.larangan(table) for table in own)

    def _salam(self) -> str:
        jam = tanggal.wib(self._host.store.clock()).hour
        salam = next(kata for sampai, kata in text.SALAM if jam < sampai)
        nama = self._host.store.user
        return text.SALAM_NAMA.format(salam=salam, nama=nama) if nama else salam

    def _empty(self) -> EmptyState:
        if self._has_rows():
            return EmptyState(text.TUGAS_KOSONG, text.TUGAS_KOSONG_ISI)
        return EmptyState(text.TUGAS_MULAI, text.TUGAS_MULAI_ISI, Aksi(text.BUKA_RT, lambda: self._host.go("rt")))

    def _show_figures(self, status: Status) -> None:
        angka = [(satu, page.key) for page in self._pages for satu in page.figures(self._host)]
        angka += [(self._waiting(status), "sinkron"), (self._decisions(status), "keputusan")]
        if len(self._kartu) < len(angka):
            self._lay_cards(len(angka))
        self._tujuan = [key for _, key in angka]
        for kartu, (satu, _) in zip(self._kartu, angka, strict=True):
            kartu.set_judul(satu.judul)
            kartu.set(satu.angka, satu.catatan, satu.role)

    def _lay_cards(self, n: int) -> None:
        """Make the cards that are missing and lay all out in as few lines of equal cards as stay readable."""
        while len(self._kartu) < n:
            kartu = KartuAngka("")
            kartu.clicked.connect(self._opener(len(self._kartu)))
            self._kartu.append(kartu)
        baris = -(-n // _KARTU_SEBARIS)
        lajur = -(-n // baris)
        for ke, kartu in enumerate(self._kartu):
            self._kisi_kartu.addWidget(kartu, ke // lajur, ke % lajur)
        for ke in range(lajur):
            self._kisi_kartu.setColumnStretch(ke, 1)
        tab_order(*self._kartu, self._tugas, self.day.button)

    def _opener(self, ke: int) -> Callable[[], None]:
        return lambda: self._host.go(self._tujuan[ke])

    def _waiting(self, status: Status) -> Angka:
        if not status.enrolled:
            catatan = text.KARTU_LEPAS
        elif status.last_sync:
            catatan = text.KARTU_DITERIMA.format(kapan=tanggal.waktu(status.last_sync, self._host.store.clock()))
        else:
            catatan = text.KARTU_BELUM_PERNAH
        return Angka(text.KARTU_KIRIM, str(status.waiting), catatan)

    def _decisions(self, status: Status) -> Angka:
        n = len(status.decisions)
        return Angka(
            text.KARTU_KEPUTUSAN, str(n), text.KARTU_BUKA if n else text.KARTU_NIHIL, Role.SALAH if n else None
        )

    def _open_task(self, id: str) -> None:
        page, _, record = id.partition("|")
        self._host.go(page, record)
