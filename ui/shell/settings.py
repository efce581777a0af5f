"""The page Pengaturan: its sections at the left, the cards of one of them at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.cards import Card
from ui.kit.host import Host, Page
from ui.kit.page import PageTitle
from ui.kit.scroll import scroll_of
from ui.kit.setelan import KartuSetelan, Setelan
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of
from ui.registry import PAGES

from . import text
from . import text_setelan as kata
from .look import Look
from .port import Office

TAMPILAN, PRINTER, ORANG, JARINGAN, DATA, KABAR = "tampilan", "printer", "orang", "jaringan", "data", "kabar"
TITLES = {
    TAMPILAN: kata.TAMPILAN, PRINTER: kata.PRINTER, ORANG: kata.ORANG, JARINGAN: kata.JARINGAN, DATA: kata.DATA,
    KABAR: kata.KABAR,
}  # fmt: skip
_DAFTAR, _ISI = 230, 660


def titles() -> dict[str, str]:
    """Return the titles of all sections by their keys, as they stand from above: the modules' come second."""
    dari_modul = {satu.kunci: satu.judul for page in PAGES for satu in page.settings()}
    return {TAMPILAN: TITLES[TAMPILAN], **dari_modul, **TITLES}


class SettingsPage(Page):
    """A section is made when it is first opened; ``rebuild`` makes the window anew in another look.

    Ids: a section (``orang``), or something in it (``tampilan.skala``).
    """

    help = text.BANTUAN_PENGATURAN
    panduan = "cadangan"

    def __init__(self, host: Host, office: Office, look: Look, rebuild: Callable[[], object]) -> None:
        super().__init__()
        self._host = host
        self._bagian = {satu.kunci: satu for satu in _sections(office, look, rebuild)}
        self._dibuat: dict[str, tuple[QWidget, Sequence[KartuSetelan]]] = {}
        self._usang: set[str] = set()
        self.tables = frozenset[str]().union(*(satu.tables for satu in self._bagian.values()))
        self._daftar = DataTable((Kolom("bagian", kata.BAGIAN, stretch=1),))
        self._daftar.setAccessibleName(kata.BAGIAN)
        self._daftar.hide_head()
        self._isi = QStackedWidget()
        self._build()
        self._daftar.set_rows([Baris(satu.kunci, (satu.judul,)) for satu in self._bagian.values()])
        self._daftar.select(TAMPILAN)
        self._daftar.selected.connect(self._show)
        self._daftar.opened.connect(self._enter)
        self.setFocusProxy(self._daftar)

    def _build(self) -> None:
        theme = theme_of(self)
        kiri = Card(margin=4, spacing=0)
        kiri.setFixedWidth(theme.px(_DAFTAR))
        kiri.add(self._daftar)
        bawah = QHBoxLayout()
        bawah.setSpacing(theme.px(12))
        bawah.addWidget(kiri)
        bawah.addWidget(self._isi, 1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(12))
        tata.addWidget(PageTitle(text.SET_JUDUL))
        tata.addLayout(bawah, 1)

    @property
    def bagian(self) -> str:
        """The section that is shown."""
        return self._daftar.current_id()

    def load(self) -> None:
        """Show the present settings; sections out of sight when they are opened."""
        self._usang = set(self._dibuat)
        self._show(self.bagian)

    def _show(self, kunci: str) -> None:
        if not kunci:
            return
        if kunci not in self._dibuat:
            self._dibuat[kunci] = self._made(self._bagian[kunci].make(self._host))
            self._usang.add(kunci)
        bidang, kartu = self._dibuat[kunci]
        if kunci in self._usang:
            self._usang.discard(kunci)
            for satu in kartu:
                satu.load()
        self._isi.setCurrentWidget(bidang)

    def _made(self, kartu: Sequence[KartuSetelan]) -> tuple[QWidget, Sequence[KartuSetelan]]:
        theme, isi = theme_of(self), QWidget()
        isi.setMaximumWidth(theme.px(_ISI))
        kolom = QVBoxLayout(isi)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(theme.px(12))
        for satu in kartu:
            kolom.addWidget(satu)
        kolom.addStretch(1)
        bidang = scroll_of(isi, self)
        self._isi.addWidget(bidang)
        return bidang, kartu

    def _enter(self, kunci: str) -> None:
        """Go into the section that is shown."""
        self._show(kunci)
        self._daftar.focusNextChild()

    def place(self) -> str:
        """Return the section, and the input in it that has the keyboard."""
        _bidang, kartu = self._dibuat.get(self.bagian, (None, ()))
        di = next(filter(None, (satu.place() for satu in kartu)), "")
        return f"{self.bagian}.{di}" if di else self.bagian

    def open_id(self, id: str) -> None:
        """Open a section, at an input or a button where ``id`` names one."""
        kunci, _, di = id.partition(".")
        if kunci in self._bagian:
            self._daftar.select(kunci)
            self._show(kunci)
            if di:
                any(satu.open_id(di) for satu in self._dibuat[kunci][1])


def _sections(office: Office, look: Look, rebuild: Callable[[], object]) -> list[Setelan]:
    own: dict[str, Callable[[Host], Sequence[KartuSetelan]]] = {
        TAMPILAN: partial(_look, look, rebuild), PRINTER: _printer, ORANG: _people,
        JARINGAN: partial(_network, office), DATA: partial(_data, office), KABAR: partial(_news, office),
    }  # fmt: skip
    parts = {kunci: Setelan(kunci, TITLES[kunci], make) for kunci, make in own.items()}
    parts |= {satu.kunci: satu for page in PAGES for satu in page.settings()}
    return [parts[kunci] for kunci in titles()]


def _look(look: Look, rebuild: Callable[[], object], host: Host) -> Sequence[KartuSetelan]:
    from .lookcard import LookCard

    return [LookCard(host, look, rebuild)]


def _printer(host: Host) -> Sequence[KartuSetelan]:
    from .printercard import PrinterCard

    return [PrinterCard(host)]


def _people(host: Host) -> Sequence[KartuSetelan]:
    from .peoplecard import PeopleCard

    return [PeopleCard(host)]


def _network(office: Office, host: Host) -> Sequence[KartuSetelan]:
    from .networkcard import NetworkCard

    return [NetworkCard(host, office)]


def _data(office: Office, host: Host) -> Sequence[KartuSetelan]:
    from .backupcard import BackupCard
    from .datacard import DataCard, KeyCard

    return [KeyCard(host, office), BackupCard(host, office), DataCard(host, office)]


def _news(office: Office, host: Host) -> Sequence[KartuSetelan]:
    from .noticecard import NoticeCard
    from .updatecard import UpdateCard

    return [NoticeCard(host, office), UpdateCard(host, office)]
