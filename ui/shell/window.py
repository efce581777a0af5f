"""The main window: navigation left, the page, messages above it, the status line below."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import users
from sipokat_desktop.storage.users import User
from ui.kit.buttons import Aksi
from ui.kit.crash import CrashHook
from ui.kit.host import Host, Page
from ui.kit.icons import Icons
from ui.kit.jobs import Jobs
from ui.kit.labels import Gaya, Label, StatusDot
from ui.kit.messagebar import MessageBar
from ui.kit.nav import NavItem, NavList
from ui.kit.theme import theme_of
from ui.registry import PAGES

from . import text
from .autosync import AutoSync
from .home import HomePage
from .look import Look
from .port import Office, Summary

HOME, DECISIONS, SYNC, GUIDE, SETTINGS = "beranda", "keputusan", "sinkron", "panduan", "pengaturan"


class MainWindow(QMainWindow):
    """Shows the wizard, the login, or the pages; owns the background work."""

    def __init__(self, office: Office, look: Look) -> None:
        super().__init__()
        self._office, self._look = office, look
        self.setWindowTitle(text.APP)
        self._executor = ThreadPoolExecutor(3, thread_name_prefix="kerja")
        self.jobs = Jobs(self._executor, self)
        self.crash = CrashHook(Path(office.store.folder) / "log" / "kesalahan.log", self)
        self.messages = MessageBar()
        self.sync = AutoSync(office, self.jobs, self)
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.jobs.gangguan.connect(self.messages.gangguan)
        self.jobs.bug.connect(self.crash.laporkan)
        self.jobs.salah.connect(lambda salah: self.messages.salah(salah.pesan))
        theme = theme_of(self)
        self.resize(theme.px(1366), theme.px(768))
        self.setMinimumSize(900, 560)
        self._enter_or_ask()

    # before the pages

    def _enter_or_ask(self) -> None:
        people = users.everyone(self._office.store)
        if not self._office.lingkup or not people:
            self._set_up(only_enrol=False)
        elif any(user.has_pin for user in people):
            from .login import LoginPage

            page = LoginPage(self._office.store, people, self.enter)
            self.setCentralWidget(page)
            page.focus()
        else:
            self.enter(people[0])

    def _set_up(self, *, only_enrol: bool) -> None:
        from .wizard import Wizard

        def finish(user: User | None) -> None:
            people = users.everyone(self._office.store)
            self.enter(user or people[0])
            self.sync.run()

        self.setCentralWidget(Wizard(self._office, self.jobs, finish, only_enrol=only_enrol))

    def enter(self, user: User) -> None:
        """Open the pages for a person."""
        self._office.store.user = user.name
        self._user = user
        self.host = Host(self._office.store, self.jobs, self.messages, self._office.lingkup, self)
        self.host.changed.connect(self._changed)
        self.host.opened.connect(self.show_page)
        self._pages.clear()
        self._build()
        self._shortcuts()
        self.sync.told.connect(self._dot.set)
        self.sync.finished.connect(self._synced)
        self.sync.failed.connect(self.host.tell)
        self.show_page(HOME)
        self.sync.tell()

    # the frame

    def _build(self) -> None:
        theme = theme_of(self)
        self._nav = NavList(
            text.APP, text.KELURAHAN.format(nama=wilayah.nama(self._office.lingkup)), self._items(), icons=Icons()
        )
        self._nav.dipilih.connect(self.show_page)
        self._stack = QStackedWidget()
        m = theme.px(24)
        isi = QVBoxLayout()
        isi.setContentsMargins(m, theme.px(16), m, theme.px(12))
        isi.setSpacing(theme.px(10))
        isi.addWidget(self.messages)
        isi.addWidget(self._stack, 1)
        kanan = QVBoxLayout()
        kanan.setContentsMargins(0, 0, 0, 0)
        kanan.setSpacing(0)
        kanan.addLayout(isi, 1)
        kanan.addWidget(self._status_line())
        tengah = QWidget()
        tata = QHBoxLayout(tengah)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(0)
        tata.addWidget(self._nav)
        tata.addLayout(kanan, 1)
        self.setCentralWidget(tengah)

    def _items(self) -> list[NavItem]:
        return [
            NavItem(HOME, text.BERANDA, "home"),
            *(NavItem(page.key, page.title, page.icon) for page in PAGES),
            NavItem(DECISIONS, text.KEPUTUSAN, "alert-triangle"),
            NavItem(SYNC, text.SINKRON, "refresh"),
            NavItem(GUIDE, text.PANDUAN, "help", "F1", bawah=True),
            NavItem(SETTINGS, text.PENGATURAN, "settings", bawah=True),
        ]

    def _status_line(self) -> QWidget:
        from ui.kit.cards import Bar

        theme = theme_of(self)
        garis = Bar()
        self._dot = StatusDot()
        self._right = Label("", Gaya.KECIL)
        tata = QHBoxLayout(garis)
        tata.setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(6))
        tata.addWidget(self._dot, 1)
        tata.addWidget(self._right)
        return garis

    def _shortcuts(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Z", self.host.undo),
            ("Ctrl+K", self._palette),
            ("F1", lambda: self.show_page(GUIDE)),
        )
        for key, action in keys:
            QShortcut(QKeySequence(key), self).activated.connect(action)
        self._end_elsewhere = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._end_elsewhere.activated.connect(self._end_day)

    # pages

    def show_page(self, key: str, id: str = "") -> None:
        """Show a page, made when it is first asked for; at a record when ``id`` is given."""
        if key == GUIDE:
            self._guide()
            return
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._make(key)
            self._stack.addWidget(page)
            self._stale.add(key)
        self._nav.pilih(key)
        self._end_elsewhere.setEnabled(key != HOME)
        self._stack.setCurrentWidget(page)
        self.refresh()
        if id:
            page.open_id(id)

    def _make(self, key: str) -> Page:
        match key:
            case s if s == HOME:
                return HomePage(self.host, self._office, self.sync, PAGES)
            case s if s == DECISIONS:
                from .decisions import DecisionsPage

                return DecisionsPage(self.host)
            case s if s == SYNC:
                from .syncpage import SyncPage

                enrol = Aksi(text.DAFTARKAN, lambda: self._set_up(only_enrol=True))
                return SyncPage(self.host, self._office, self.sync, enrol)
            case s if s == SETTINGS:
                from .settings import SettingsPage

                return SettingsPage(self.host, self._office, self._look)
            case _:
                return next(page for page in PAGES if page.key == key).make(self.host)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def refresh(self) -> None:
        """Read the shown page again where it is stale, and the status line."""
        for key in [key for key in self._stale if self._pages.get(key) is self.page]:
            self._stale.discard(key)
            self.page.load()
        self._tell_right()

    def _changed(self, changes: Changes) -> None:
        self._mark_stale(changes)
        self.refresh()
        self.sync.soon()

    def _mark_stale(self, changes: Changes) -> None:
        self._stale |= {key for key, page in self._pages.items() if changes.touches(*page.tables)}
        self._stale |= {key for key in (HOME, SYNC, DECISIONS) if key in self._pages}

    def _synced(self, summary: Summary) -> None:
        self._mark_stale(summary.changes)
        self.refresh()

    def _tell_right(self) -> None:
        status = self._office.status()
        kini = self._office.store.clock()
        cadangan = (
            text.KANAN_CADANGAN.format(kapan=tanggal.waktu(status.last_backup, kini))
            if status.last_backup
            else text.KANAN_TANPA_CADANGAN
        )
        hari = tanggal.lengkap(tanggal.wib(kini).date())
        self._right.setText(f"{self._user.name}  ·  {cadangan}  ·  {hari}")
        self._nav.set_badge(DECISIONS, len(status.decisions))

    def _end_day(self) -> None:
        self.show_page(HOME)
        page = self._pages[HOME]
        assert isinstance(page, HomePage)
        page.end_day()

    def _palette(self) -> None:
        from .palette import Palette, Target

        targets = [Target(item.teks, text.APP, partial(self.show_page, item.kunci)) for item in self._items()]
        targets.append(Target(text.AKHIRI, text.APP, self._end_day))
        for spec in PAGES:
            targets += [
                Target(name, spec.title, partial(self.show_page, spec.key, id)) for name, id in spec.find(self.host)
            ]
        palette = Palette(targets, self)
        palette.move(self.mapToGlobal(self.rect().center()) - palette.rect().center())
        palette.open()

    def _guide(self) -> None:
        from ui.kit.dialog import Sheet

        isi = QWidget()
        tata = QVBoxLayout(isi)
        tata.setContentsMargins(0, 0, 0, 0)
        for paragraf in filter(None, (self.page.help, text.PANDUAN_UMUM)):
            tata.addWidget(Label(paragraf, lipat=True))
        tata.addStretch(1)
        sheet = Sheet(text.PANDUAN_JUDUL, isi, utama=text.TUTUP, shortcut="", parent=self)
        sheet.kedua.hide()
        sheet.disimpan.connect(sheet.accept)
        sheet.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being saved, then close the store."""
        self.jobs.tutup()
        self._executor.shutdown(wait=True, cancel_futures=True)
        try:
            self._office.close()
        except Gangguan as exc:
            self.messages.gangguan(exc)
        event.accept()
