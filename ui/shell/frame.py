"""The frame around the pages: navigation left, messages above the page, the status line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import module
from ui.kit import text as kit
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import Bar
from ui.kit.icons import Icons
from ui.kit.labels import Gaya, Label, StatusDot
from ui.kit.nav import NavItem, NavList
from ui.kit.theme import Role, theme_of
from ui.registry import PAGES

from . import text
from .wilayah import KelurahanLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.kit.host import Host, Page

    from .autosync import AutoSync
    from .port import Office

HOME, DECISIONS, SYNC, GUIDE, SETTINGS = "beranda", "keputusan", "sinkron", "panduan", "pengaturan"
RECOVERY = "data.kode"
"""Where *Pengaturan* is opened at the recovery code."""

ITEMS = (
    NavItem(HOME, text.BERANDA, "home"),
    *(NavItem(page.key, page.title, page.icon) for page in PAGES),
    NavItem(DECISIONS, text.KEPUTUSAN, "alert-triangle"),
    NavItem(SYNC, text.SINKRON, "refresh"),
    NavItem(GUIDE, text.PANDUAN, "help", "F1", bawah=True),
    NavItem(SETTINGS, text.PENGATURAN, "settings", bawah=True),
)


class Frame(QWidget):
    """Shows one page at a time; ``asked`` carries the key of the page that the user goes to."""

    asked = Signal(str)

    def __init__(self, office: Office, host: Host, sync: AutoSync, show: Callable[[str], object]) -> None:
        """``show`` shows another kelurahan, where this office looks after several."""
        super().__init__()
        self._office, self._host, self._sync = office, host, sync
        kantor = module.office(office.store.reader(), office.store.modules, host.kantor)
        if host.di_kecamatan:
            kantor = kantor.replace(*text.KECAMATAN_PENDEK, 1)
        self._nav = NavList(text.APP, kantor, ITEMS, icons=Icons())
        self._wilayah = KelurahanLine(host, show) if host.beberapa else None
        self._nav.dipilih.connect(self._chosen)
        self._stack = QStackedWidget()
        self._dot = StatusDot()
        self._busy = Label("", Gaya.KECIL, potong=True)
        self._stop: SecondaryButton | None = None
        self._right = Label("", Gaya.KECIL, potong=True)
        self._about: tuple[str, ...] = ("",)
        self._build()
        sync.told.connect(self._tell_state)
        host.jobs.sibuk.connect(self._tell_busy)
        host.jobs.lama.connect(self._offer_stop)

    def _build(self) -> None:
        theme = theme_of(self)
        m = theme.px(24)
        isi = QVBoxLayout()
        isi.setContentsMargins(m, theme.px(16), m, theme.px(12))
        isi.setSpacing(theme.px(10))
        if self._wilayah:
            isi.addWidget(self._wilayah)
        isi.addWidget(self._host.messages)
        isi.addWidget(self._stack, 1)
        kanan = QVBoxLayout()
        kanan.setContentsMargins(0, 0, 0, 0)
        kanan.setSpacing(0)
        kanan.addLayout(isi, 1)
        kanan.addWidget(self._status_line())
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(0)
        tata.addWidget(self._nav)
        tata.addLayout(kanan, 1)

    def _status_line(self) -> Bar:
        theme = theme_of(self)
        self._bar = garis = Bar()
        self._tata_bar = tata = QHBoxLayout(garis)
        tata.setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(6))
        tata.setSpacing(theme.px(16))
        tata.addWidget(self._dot, 1)
        tata.addWidget(self._busy)
        tata.addWidget(self._right)
        return garis

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page: Page = self._stack.currentWidget()  # type: ignore[assignment]
        return page

    @property
    def key(self) -> str:
        """The key of that page."""
        return self._nav.terpilih

    # where things stand, in px of the frame

    def place_of(self, widget: QWidget) -> QRect:
        """Return where a widget in the frame is."""
        return QRect(widget.mapTo(self, QPoint(0, 0)), widget.size())

    def entry_place(self, key: str) -> QRect:
        """Return where the entry of a page in the navigation is."""
        return self._nav.box_of(key).toRect().translated(self._nav.pos())

    @property
    def state_place(self) -> QRect:
        """Where the state of the sync is said."""
        kata = self.place_of(self._dot)
        kata.setWidth(min(kata.width(), self._dot.sizeHint().width()))
        return kata

    @property
    def top_place(self) -> QRect:
        """Where messages appear."""
        atas = self.place_of(self._stack)
        atas.setHeight(theme_of(self).px(8))
        return atas

    def show_page(self, key: str, page: Page) -> None:
        """Show ``page`` as the present one."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._nav.pilih(key)
        if self._wilayah is not None:
            self._wilayah.setVisible(not page.all_kelurahan)
        self._stack.setCurrentWidget(page)

    def _chosen(self, key: str) -> None:
        """Ask for a page; the keyboard stays here while it walks through the navigation."""
        walking = self._nav.hasFocus()
        self.asked.emit(key)
        if walking:
            self._nav.setFocus()

    def tell(self, name: str) -> None:
        """Say who works here, when the last backup was made, which day it is, and what waits."""
        status = self._office.status()
        kini = self._host.store.clock()
        hari = tanggal.lengkap(tanggal.wib(kini).date())
        self._about = (name, _age(status.last_backup, kini), hari)
        self._fit_right()
        self._nav.set_badge(DECISIONS, len(status.decisions))

    def _fit_right(self) -> None:
        """Show as much at the right as leaves the state of the sync its words: the day goes first, then the backup."""
        room = self._bar.width() - self._dot.sizeHint().width() - theme_of(self).px(80)
        for n in range(len(self._about), 0, -1):
            self._right.setText("  ·  ".join(self._about[:n]))
            if self._right.sizeHint().width() <= room:
                break
        self._tata_bar.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the navigation and the words of the status line to the new width."""
        super().resizeEvent(event)
        self._nav.fit(self.width())
        self._fit_right()

    def _tell_state(self, teks: str, role: Role) -> None:
        self._dot.set(teks, role)
        self._fit_right()

    def _offer_stop(self, offered: bool) -> None:
        """Offer to stop what lasts long and can be stopped."""
        if self._stop is None:
            self._stop = SecondaryButton(kit.HENTIKAN, on=self._stop_work)
            self._tata_bar.insertWidget(2, self._stop)
        self._stop.setVisible(offered)

    def _stop_work(self) -> None:
        for job in self._host.jobs.hentikan()[:1]:
            self._host.messages.info(text.DIHENTIKAN.format(apa=job.apa, nasib=job.nasib))

    def _tell_busy(self, said: str | None) -> None:
        self._busy.setText("" if said is None or self._sync.running else said)


def _age(made: int, now: int) -> str:
    """Say how old the last backup is; both in UTC ms, ``made`` 0 for never."""
    if not made:
        return text.KANAN_TANPA_CADANGAN
    days = (tanggal.wib(now).date() - tanggal.wib(made).date()).days
    if days > 1:
        return text.KANAN_CADANGAN_LAMA.format(n=days)
    return text.KANAN_CADANGAN.format(kapan=tanggal.waktu(made, now))
