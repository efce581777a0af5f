"""What a page gets from the window it lives in: the store, background work, messages, undo, the way elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.storage import permits
from sipokat_desktop.storage.authority import PerluLurah
from sipokat_desktop.storage.store import Done, Store
from ui.kit import text
from ui.kit.buttons import Aksi
from ui.kit.tampilan import Tampilan

if TYPE_CHECKING:
    from datetime import date

    from sipokat_desktop.kernel.changes import Changes
    from sipokat_desktop.storage.authority import Approval
    from ui.kit.jobs import Jobs
    from ui.kit.messagebar import MessageBar
    from ui.kit.setelan import Setel, Setelan
    from ui.kit.theme import Role


class Angka(NamedTuple):
    """A figure for Beranda: what, how much, a remark."""

    judul: str
    angka: str
    catatan: str
    role: Role | None = None


class Tugas(NamedTuple):
    """Something that waits on a page: a sentence, and the id to open there."""

    kalimat: str
    id: str = ""


class Tautan(NamedTuple):
    """A way to another page: its words, the page, and the id to open there."""

    kata: str
    page: str
    id: str


class Page(Tampilan):
    """A page of the window; ``tables`` are those it shows, ``help`` explains its keys."""

    tables: frozenset[str] = frozenset()
    help: str = ""
    panduan: str = ""
    """The chapter of the guide that is about the page, ``chapter#section``."""
    always = False
    """Whether the page shows the state of the sync too, so that any change makes it stale."""
    all_kelurahan = False
    """Whether the page shows every kelurahan of an office at once, so that none is to be chosen above it."""

    def load(self) -> None:
        """Read the store again; called when the page is shown and when its tables changed."""

    def open_id(self, id: str) -> None:
        """Go to the record with ``id``."""

    def place(self) -> str:
        """Return the id to open again when the page is made anew, "" when it is at its beginning."""
        return ""


class PageSpec(NamedTuple):
    """A page in the navigation; ``make`` imports and builds it when it is first opened, ``find`` gives
    (name, id) of every record that Ctrl+K can go to, ``links`` (words, id) of what it has about a row shown elsewhere:
    a post by its id, an event that people attend by ``source:id``; ``helps`` gives (title, help) of the page and of
    each page under it, ``commands`` the words of what can be done on it from anywhere, ``settings`` its sections of
    Pengaturan.
    """

    key: str
    title: str
    icon: str
    tables: frozenset[str]
    make: Callable[[Host], Page]
    figures: Callable[[Host], Sequence[Angka]]
    tasks: Callable[[Host], Sequence[Tugas]]
    find: Callable[[Host], Sequence[tuple[str, str]]]
    links: Callable[[str], Sequence[tuple[str, str]]] = lambda _id: ()
    helps: Callable[[], Sequence[tuple[str, str]]] = lambda: ()
    commands: Callable[[], Sequence[str]] = lambda: ()
    settings: Callable[[], Sequence[Setelan]] = lambda: ()


AskLurah = Callable[["PerluLurah", Callable[["Approval"], object], Callable[[Exception], object]], bool]
"""Asks a lurah on the spot: what to do with the word, and with the error when none is given; false: nobody to ask."""


class Host(QObject):
    """The window as a page sees it: ``lingkup`` is the kelurahan that pages show, ``kantor`` the scope of this office
    (that kelurahan; ``kec:…`` or ``kota`` where it looks after several). Pages are made anew when it changes."""

    changed = Signal(object)
    turned = Signal(object)
    """After ``changed``: what an undo or redo changed; whoever did it sees where."""
    disimpan = Signal()
    """Something was saved that no page needs to show yet: it may be sent soon."""
    opened = Signal(str, str)

    def __init__(
        self, store: Store, jobs: Jobs, messages: MessageBar, lingkup: str, parent: QObject, *,
        others: Callable[[str], Sequence[str]] = lambda _key: (),
        links: Callable[[str], Sequence[Tautan]] = lambda _id: (), kantor: str = "",
        photo: Callable[[str], bytes | None] | None = None, ask_lurah: AskLurah | None = None,
    ) -> None:  # fmt: skip
        """``others`` asks the city who else works on something, and returns a sentence for each; ``links`` gives
        what the pages have about a row, so that one page leads to another without knowing it; ``photo`` fetches a
        photo that is not on this computer; ``ask_lurah`` asks for a word that an act lacks."""
        super().__init__(parent)
        self.store, self.jobs, self.messages, self.lingkup = store, jobs, messages, lingkup
        self._others, self.links, self._photo, self._ask_lurah = others, links, photo, ask_lurah
        self.kantor = kantor or lingkup
        self._acts: list[str | Setel] = []
        self._undone: list[str | Setel] = []

    @property
    def wilayah(self) -> tuple[str, ...]:
        """The codes of all kelurahan that this office looks after."""
        return wilayah.kelurahan_dari(self.kantor)

    @property
    def beberapa(self) -> bool:
        """Tell whether this office looks after several kelurahan: a kecamatan's, or the city-level one."""
        return wilayah.beberapa(self.kantor)

    @property
    def di_kecamatan(self) -> bool:
        """Tell whether this is a kecamatan's computer."""
        return wilayah.adalah_kecamatan(self.kantor)

    @property
    def di_kota(self) -> bool:
        """Tell whether this is a computer of the city-level office."""
        return wilayah.adalah_kota(self.kantor)

    def larangan(self, table: str, field: str = "", lingkup: str = "") -> str:
        """Return why this office may not write rows of ``table`` (or a field) in the scope ``lingkup`` (empty: the
        kelurahan that is shown); empty where it may."""
        one, scope = self.store.tables[table], lingkup or self.lingkup
        if (
            permits.may(one, "set", [field], own=self.kantor, scope=scope)
            if field
            else permits.may_add(one, own=self.kantor, scope=scope)
        ):
            return ""
        return permits.refusal(one, scope)

    @property
    def today(self) -> date:
        """Today in the office (WIB)."""
        return tanggal.wib(self.store.clock()).date()

    def act(
        self, work: Callable[[], Changes | Done[object]], *, said: str | Callable[[object], str] = "",
        done: Callable[[object], object] | None = None, failed: Callable[[Exception], object] | None = None,
        owner: QObject | None = None, doing: str = text.MENYIMPAN,
    ) -> None:  # fmt: skip
        """Run an operation (its arguments bound) in the background, then refresh, say it, and offer undo.

        Wrong input and trouble go to ``failed``, else to the message bar; ``done`` gets the operation's value.
        """

        def finish(result: Changes | Done[object]) -> None:
            changes, value = (result.changes, result.value) if isinstance(result, Done) else (result, None)
            if changes.rows:
                self._acts.append(changes.act_id)
                self._undone.clear()
                self.changed.emit(changes)
            if done:
                done(value)
            sentence = said(value) if callable(said) else said
            if sentence:
                self.messages.berhasil(sentence, *([self.urungkan] if changes.rows else []))

        run = partial(self.jobs.run, apa=doing, done=finish, owner=owner or self)
        run(work, failed=self._or_approved(work, run, failed or self.tell))

    def _or_approved(
        self, work: Callable[[], object], run: Callable[..., object], otherwise: Callable[[Exception], object]
    ) -> Callable[[Exception], object]:
        """Return what hears of a failure: what lacks the lurah's word is done once it was given on the spot."""

        def fail(error: Exception) -> None:
            if not (isinstance(error, PerluLurah) and self._ask_lurah and self._ask_lurah(error, again, otherwise)):
                otherwise(error)

        def again(given: Approval) -> None:
            run(self.store.approvals.using(given)(work), failed=otherwise)

        return fail

    def setel(self, ubah: Setel) -> None:
        """Change a setting of this computer, say it, and offer undo as for any act."""
        ubah.kini()
        self._acts.append(ubah)
        self._undone.clear()
        self.messages.berhasil(ubah.kata, self.urungkan)

    @property
    def urungkan(self) -> Aksi:
        """The button that takes the last act back; the key is the window's."""
        return Aksi(text.URUNGKAN, self.undo, "Ctrl+Z", pasang=False)

    def announce(self, key: str) -> None:
        """Tell the other PCs of this office what is worked on here, and warn when one of them does the same."""

        def warn(others: Sequence[str]) -> None:
            if others:
                self.messages.perhatian(" ".join(others))

        self.jobs.run(self._others, key, apa=text.BERSAMA, done=warn, owner=self)

    def photo(self, key: str) -> bytes | None:
        """Return a photo by its key, from the city where it is not here; None where it is nowhere. It may take long:
        run it in the background. Raises Gangguan when the city cannot be reached."""
        if self._photo:
            return self._photo(key)
        from sipokat_desktop.storage import photos

        return photos.read(self.store, key)

    def tell(self, error: Exception) -> None:
        """Show a failure in the message bar."""
        if isinstance(error, InputSalah):
            self.messages.salah(error.pesan)
        else:
            self.jobs.gangguan.emit(error)

    def undo(self) -> None:
        """Undo the last act of this session that has not been undone yet."""
        if self._acts:
            self._turn(self._acts.pop(), self._acts)
        else:
            self.messages.info(text.TAK_ADA_URUNGAN)

    def redo(self) -> None:
        """Do again what was undone last, as long as nothing else was done since."""
        if self._undone:
            self._turn(self._undone.pop(), self._undone)
        else:
            self.messages.info(text.TAK_ADA_ULANGAN)

    def undo_act(self, act_id: str, *, failed: Callable[[Exception], object] | None = None) -> None:
        """Undo any act of this PC, whenever it was done; ``failed`` gets the reason why not (else it is told)."""
        self._turn(act_id, None, failed=failed)

    def _turn_setting(self, ubah: Setel, *, back: bool) -> None:
        (ubah.lama if back else ubah.kini)()
        (self._undone if back else self._acts).append(ubah)
        lagi = Aksi(text.ULANGI, self.redo) if back else self.urungkan
        self.messages.berhasil(text.SETELAN_KEMBALI if back else ubah.kata, lagi)

    def _turn(
        self, act_id: str | Setel, taken_from: list[str | Setel] | None, *,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:  # fmt: skip
        """Undo an act, or the undoing of one; what the disk refused can be tried again."""
        if not isinstance(act_id, str):
            self._turn_setting(act_id, back=taken_from is self._acts)
            return
        from ui.kit.turning import Turned, turn

        def finish(turned: Turned) -> None:
            if taken_from is None:
                self._acts, self._undone = [act for act in self._acts if act != act_id], []
            (self._undone if turned.undone else self._acts).append(turned.changes.act_id)
            self.changed.emit(turned.changes)
            self.turned.emit(turned.changes)
            back = Aksi(text.ULANGI, self.redo) if turned.undone else Aksi(text.URUNGKAN, self.undo)
            self.messages.berhasil(turned.sentence, back)

        def fail(error: Exception) -> None:
            if taken_from is not None and not isinstance(error, InputSalah):
                taken_from.append(act_id)
            (failed or self.tell)(error)

        work = partial(turn, self.store, act_id)
        run = partial(self.jobs.run, apa=text.MENGURUNGKAN, done=finish, owner=self)
        run(work, failed=self._or_approved(work, run, fail))

    def go(self, page: str, id: str = "") -> None:
        """Open a page, at a record if ``id`` is given."""
        self.opened.emit(page, id)
