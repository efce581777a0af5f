"""The main window: set-up, login or the pages, the commands of the keyboard, and the background work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import users
from ui.kit.buttons import Aksi
from ui.kit.crash import CrashHook
from ui.kit.host import Host, Page
from ui.kit.jobs import Jobs, LateThreads
from ui.kit.messagebar import MessageBar
from ui.registry import PAGES, links

from . import geometry, text
from .atwork import AtWork
from .autobackup import AutoBackup
from .autosync import AutoSync
from .autoupdate import AutoUpdate
from .frame import DECISIONS, GUIDE, HOME, SETTINGS, SYNC, Frame
from .guiding import Guiding
from .home import HomePage
from .keys import END_DAY, WindowKeys
from .look import Look
from .pages import Pages
from .tour import Tour
from .wilayah import home_of

if TYPE_CHECKING:
    from sipokat_desktop.kernel.changes import Changes
    from sipokat_desktop.storage.users import User

    from .port import Office


class MainWindow(QMainWindow):
    """Shows the wizard, the login, or the pages; owns the background work."""

    def __init__(self, office: Office, look: Look) -> None:
        super().__init__()
        self._office, self.look = office, look
        self.setWindowTitle(text.APP)
        self._threads = LateThreads(3)
        self.jobs = Jobs(self._threads, self)
        self.crash = CrashHook(Path(office.store.folder) / "log" / "kesalahan.log", self)
        self.messages = MessageBar(self)
        self.sync = AutoSync(office, self.jobs, self)
        self.backups = AutoBackup(office, self.jobs, self.messages, self._tell)
        self.updates = AutoUpdate(office, self.jobs, self.messages, self.sync)
        self._frame: Frame | None = None
        self._pages = Pages(self._make)
        self._tour = Tour(office.store, lambda: self._frame, self.show_page)
        self._guiding = Guiding(self._open, lambda: self.page, self._tour.begin)
        self._shown = HOME
        self._tempat = QStackedWidget()
        self.setCentralWidget(self._tempat)
        self.people = AtWork(self, office.store, self.messages, self._tempat, self._put, self._tell)
        self.jobs.gangguan.connect(self.messages.gangguan)
        self.jobs.bug.connect(self.crash.laporkan)
        self.jobs.salah.connect(lambda salah: self.messages.salah(salah.pesan))
        self._shortcuts()
        geometry.put(self, office.store)
        self._enter_or_ask()

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {"Ctrl+Z": partial(self._turn, on=False), "Ctrl+K": self._palette}
        keys |= dict.fromkeys(("Ctrl+Y", "Ctrl+Shift+Z"), partial(self._turn, on=True))
        self._keys = WindowKeys(self, keys | dict(self.people.keys) | dict.fromkeys(END_DAY, self._end_day))

    # before the pages

    def _enter_or_ask(self) -> None:
        people = users.everyone(self._office.store)
        if not self._office.lingkup or not people:
            self._set_up(only_enrol=False)
        elif any(user.has_pin for user in people):
            from .login import LoginPage

            page = LoginPage(self._office.store, people, self.enter)
            self._put(page)
            page.focus()
        else:
            self.enter(people[0])

    def _put(self, widget: QWidget) -> None:
        """Show ``widget`` alone; what stood here before goes, the pages stay in the background."""
        old = self._tempat.currentWidget()
        self._tempat.addWidget(widget)
        self._tempat.setCurrentWidget(widget)
        if old is not None and not (old is self._frame and not isinstance(widget, Frame)):
            self._tempat.removeWidget(old)
            old.deleteLater()
        self._keys.let(on=isinstance(widget, Frame))

    def _set_up(self, *, only_enrol: bool) -> None:
        from .wizard import Wizard

        def finish(user: User | None) -> None:
            if only_enrol:
                self._back_to_pages()
            else:
                self.enter(user or users.everyone(self._office.store)[0])
                self._tour.begin()
            self.sync.run()

        back = self._back_to_pages if only_enrol else None
        wizard = Wizard(self._office, self.jobs, finish, back=back)
        self._put(wizard)
        wizard.focus()

    def _back_to_pages(self) -> None:
        wizard = self._tempat.currentWidget()
        assert self._frame is not None
        assert wizard is not None
        self._tempat.setCurrentWidget(self._frame)
        self._tempat.removeWidget(wizard)
        wizard.deleteLater()
        self._keys.let(on=True)
        self._pages.mark_all()
        self.show_page(SYNC)

    def enter(self, user: User) -> None:
        """Open the pages for a person."""
        users.begin(self._office.store, user)
        office = self._office
        self.host = Host(
            office.store, self.jobs, self.messages, office.lingkup, self, others=office.others, links=links,
            kantor=office.kantor, photo=office.photo, ask_lurah=self.people.ask_lurah,
        )  # fmt: skip
        self.host.changed.connect(self._changed)
        self.host.turned.connect(self._pages.point)
        self.host.disimpan.connect(self.sync.soon)
        self.host.opened.connect(self.people.unless_locked(self.show_page))
        self.sync.arrived.connect(self._arrived)
        self.sync.finished.connect(lambda summary: self._arrived(summary.changes))
        self.sync.failed.connect(self.host.tell)
        self.sync.told.connect(lambda _teks, _role: self._tell())
        self._build()
        self.show_page(HOME)

    def _build(self) -> None:
        self._frame = None
        frame = Frame(self._office, self.host, self.sync, self.show_kelurahan)
        frame.asked.connect(self.show_page)
        self._put(frame)
        self.sync.tell()
        self._frame = frame

    def rebuild(self) -> None:
        """Make the pages anew after a change of the text size or colours; each opens where it was."""
        if self._frame is None:
            return
        self._pages.forget()
        self.messages.setParent(self)
        self._build()
        self.show_page(self._shown)

    def show_kelurahan(self, kode: str) -> None:
        """Show another kelurahan that this office looks after; the page stays the same one."""
        if kode == self.host.lingkup:
            return
        self._turn_to(kode)
        self.show_page(self._shown)

    def _turn_to(self, kode: str) -> None:
        self._office.show_kelurahan(kode)
        self.host.lingkup = kode
        self._pages.forget(places=False)
        self.messages.setParent(self)
        self._build()

    # pages

    def show_page(self, key: str, id: str = "") -> None:
        """Show a page, made when it is first asked for; at a record when ``id`` is given, in its own kelurahan."""
        if key == GUIDE and not id:
            self._guiding.ask(self._shown)
        else:
            self._open(key, id)

    def jelaskan(self, di: QWidget) -> None:
        """Explain the shown page over a sheet of it."""
        if self._tempat.currentWidget() is self._frame:
            self._guiding.over(self._shown, di)

    def _open(self, key: str, id: str) -> None:
        kode = home_of(self.host, next((page.tables for page in PAGES if page.key == key), ()), id)
        if kode not in ("", self.host.lingkup):
            self._turn_to(kode)
        frame = self._frame
        assert frame is not None
        page, place = self._pages.open(key)
        self._keys.let(*END_DAY, on=key != HOME)
        self._pages.load(page)
        frame.show_page(key, page)
        self._shown = key
        self._tour.shown(key)
        self._tell()
        page.setFocus()
        if id or place:
            page.open_id(id or place)

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

                return SettingsPage(self.host, self._office, self.look, self.rebuild)
            case s if s == GUIDE:
                return self._guiding.make()
            case _:
                return next(page for page in PAGES if page.key == key).make(self.host)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        assert self._frame is not None
        return self._frame.page

    def refresh(self) -> None:
        """Read the shown page again where it is stale, and the status line."""
        self._pages.load(self.page)
        self._tell()

    def _tell(self) -> None:
        if self._frame is not None:
            self._frame.tell(self._office.store.user)

    def _changed(self, changes: Changes) -> None:
        self._arrived(changes)
        self.sync.soon()

    def _arrived(self, changes: Changes) -> None:
        self._pages.mark(changes)
        self.refresh()

    # commands

    def _turn(self, *, on: bool) -> None:
        (self.host.redo if on else self.host.undo)()

    def _end_day(self) -> None:
        self.show_page(HOME)
        page = self.page
        assert isinstance(page, HomePage)
        page.day.end_day()

    def _palette(self) -> None:
        from .anywhere import Anywhere

        commands = ((text.AKHIRI_TOMBOL, self._end_day), *self.people.commands)
        Anywhere(self.host, self.show_page, lambda: self.page, self.show_kelurahan, commands, self._shown).open(self)

    def watch(self) -> None:
        """Begin to look for what the user should be told of."""
        from .notices import Notices

        self._notices = Notices(
            self._office, self.sync, self, self.messages, self.show_page,
            lambda: self._tempat.currentWidget() is self._frame,
        )  # fmt: skip

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being saved, out of sight, then close the store."""
        self.sync.stop()
        geometry.keep(self, self._office.store)
        self.jobs.tutup()
        self.hide()
        self._threads.shutdown()
        try:
            self._office.close()
        except Gangguan as exc:
            self.messages.gangguan(exc)
        event.accept()
