"""The manifest of a module: its public face towards the program, the command lines and the city."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.storage.sqlite import Connection

    from .briefing import Asked, Section
    from .command import CityCommand, Command
    from .manifest import Table
    from .public import PublicTable
    from .tx import Tx


class Document(NamedTuple):
    """A paper that the module can print; ``sample`` renders it on whatever the store holds."""

    name: str
    title: str
    sample: Callable[[Connection], bytes]


class Holder(NamedTuple):
    """Who holds a post: name, first and last day, and the last day of the decree (ISO, empty where open)."""

    name: str
    first: str
    last: str
    decree_end: str


class PostChange(NamedTuple):
    """A change of the holder of a post, before it is made: the months it touches and who holds the post then."""

    scope: str
    post: str
    months: tuple[str, ...]
    holders: tuple[Holder, ...]


class Choice(NamedTuple):
    """What may become of something: a key, the words of the choice, and the phrase that the minutes say of it."""

    key: str
    words: str
    minutes: str = ""


class Belonging(NamedTuple):
    """Something that is tied to a term of office: what it is in words, its ``kind``, and what may become of it when
    the term ends; ``default`` is the key of the choice that is proposed."""

    id: str
    said: str
    kind: str
    choices: tuple[Choice, ...]
    default: str


class TermEnd(NamedTuple):
    """A term of office that ends or has ended: its post, reason and last day (ISO; empty where not known)."""

    scope: str
    post: str
    term: str
    reason: str = ""
    day: str = ""


class Handover(NamedTuple):
    """What becomes of the belongings of a term: ``choices`` by their ids; ``heir`` is the term that follows."""

    end: TermEnd
    heir: str
    heir_name: str
    day: str
    choices: Mapping[str, str]


class Clash(NamedTuple):
    """Two rows that may not stand together: ``row_id`` is one of those asked for, or is gone although the other stands
    on it; ``said`` says why."""

    row_id: str
    other_id: str
    said: str


class Derived(NamedTuple):
    """What a module keeps beside its rows and can compute from them: a name, in how many places it ``differs`` (reads
    only), how it is written anew, and the sentences for both ends ({n}: places)."""

    name: str
    differs: Callable[[Connection], int]
    rebuild: Callable[[Connection], None]
    same: str
    rebuilt: str


CLASHES = "Tidak dapat dikembalikan: {said}"


def _silent(_con: Connection, _change: PostChange) -> tuple[str, ...]:
    return ()


def _none_belong(_con: Connection, _end: TermEnd) -> tuple[Belonging, ...]:
    return ()


def _nothing_handed(_tx: Tx, _handover: Handover) -> None:
    return


def _no_clash(_con: Connection, _rows: Mapping[str, Collection[str]]) -> list[Clash]:
    return []


def _no_name(_con: Connection, _code: str) -> str:
    return ""


def _no_remarks(_con: Connection, _post: str) -> tuple[str, ...]:
    return ()


def _nothing_said(_con: Connection, _asked: Asked) -> tuple[Section, ...]:
    return ()


class Module(NamedTuple):
    """A module's public face; to the store it is a :class:`~.manifest.Schema`.

    Documents and commands are called for when they are needed, so that the window starts without them;
    ``acts`` gives what people call its acts, by the names under which they are recorded; ``on_change`` says in
    sentences what a change of the holder of a post means to it; ``place`` gives the office's own name of a place;
    ``clashes`` names, of rows (ids by table) that an undo, a restore or a deletion touches, those that may not stand
    beside another row, and those that are gone although something stands on them; ``derived`` gives what *Periksa
    data* compares with the rows and rebuilds; ``belongings`` names what is tied to a term that ends, and ``hand_over``
    records inside the same act what became of it; ``entitles`` and ``sources`` are SELECTs of who attended what, for
    whom a payment is by attendance (:mod:`~.entitled`); ``remarks`` gives short lines on a post (its id) for whoever
    meets its head at a counter: it is asked for while he stands there; ``activities`` is a SELECT of what heads of RT
    did (:mod:`~.activities`); ``briefing`` gives the module's sections of the *Lembar rakor* (:mod:`~.briefing`);
    ``public`` gives the tables and ``public_sections`` the sections that everybody may see (:mod:`~.public`).
    """

    name: str
    title: str
    tables: tuple[Table, ...]
    version: int
    migrations: Callable[[], Migrations]
    documents: Callable[[], tuple[Document, ...]] = tuple
    commands: Callable[[], tuple[Command, ...]] = tuple
    city_commands: Callable[[], tuple[CityCommand, ...]] = tuple
    acts: Callable[[], Mapping[str, str]] = dict
    on_change: Callable[[Connection, PostChange], tuple[str, ...]] = _silent
    place: Callable[[Connection, str], str] = _no_name
    clashes: Callable[[Connection, Mapping[str, Collection[str]]], list[Clash]] = _no_clash
    derived: Callable[[], tuple[Derived, ...]] = tuple
    belongings: Callable[[Connection, TermEnd], tuple[Belonging, ...]] = _none_belong
    hand_over: Callable[[Tx, Handover], None] = _nothing_handed
    entitles: str = ""
    sources: str = ""
    remarks: Callable[[Connection, str], tuple[str, ...]] = _no_remarks
    activities: str = ""
    briefing: Callable[[Connection, Asked], tuple[Section, ...]] = _nothing_said
    public: Callable[[], tuple[PublicTable, ...]] = tuple
    public_sections: Callable[[Connection, Asked], tuple[Section, ...]] = _nothing_said


def tell_change(con: Connection, modules: Iterable[object], change: PostChange) -> tuple[str, ...]:
    """Return what every module says of a change of the holder of a post."""
    return tuple(said for module in modules if isinstance(module, Module) for said in module.on_change(con, change))


def belongings(con: Connection, modules: Iterable[object], end: TermEnd) -> tuple[Belonging, ...]:
    """Return what every module has tied to a term; the ids begin with the module's name."""
    return tuple(
        one._replace(id=f"{module.name}.{one.id}")
        for module in modules
        if isinstance(module, Module)
        for one in module.belongings(con, end)
    )


def hand_over(tx: Tx, modules: Iterable[object], handover: Handover) -> None:
    """Let every module record, inside this act, what became of its own things among ``handover.choices``."""
    for module in modules:
        if not isinstance(module, Module):
            continue
        prefix = f"{module.name}."
        own = {id.removeprefix(prefix): key for id, key in handover.choices.items() if id.startswith(prefix)}
        if own:
            module.hand_over(tx, handover._replace(choices=own))


def remarks(con: Connection, modules: Iterable[object], post: str) -> tuple[str, ...]:
    """Return what every module has to remark on a post whose head stands at a counter."""
    return tuple(said for module in modules if isinstance(module, Module) for said in module.remarks(con, post))


def clashes(con: Connection, modules: Iterable[object], rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return what every module says of ``rows`` (ids by table) that may not stand beside another row."""
    return [clash for module in modules if isinstance(module, Module) for clash in module.clashes(con, rows)]


@contextmanager
def without_clash(
    con: Connection, modules: Iterable[object], rows: Mapping[str, Collection[str]], sentence: str = CLASHES
) -> Iterator[None]:
    """Refuse (InputSalah) what the block brings back or takes away when rows that did not clash before clash after it;
    ``sentence`` has the place {said}."""
    asked = tuple(modules)
    before = {clash[:2] for clash in clashes(con, asked, rows)}
    yield
    for clash in clashes(con, asked, rows):
        if clash[:2] not in before:
            raise InputSalah("", sentence.format(said=clash.said))


def place(con: Connection, modules: Iterable[object], code: str) -> str:
    """Return what the office calls a place (a kelurahan code, ``kec:…`` or ``kota``), else its official name."""
    from sipokat_desktop.kernel import wilayah

    if wilayah.beberapa(code):
        return wilayah.nama(code)
    own = (module.place(con, code) for module in modules if isinstance(module, Module))
    return next(filter(None, own), wilayah.nama(code))


def office(con: Connection, modules: Iterable[object], scope: str) -> str:
    """Return what people call the office of a scope: *Kelurahan …*, *Kecamatan …*, *Bagian Tata Pemerintahan*."""
    from sipokat_desktop.kernel import wilayah

    if wilayah.beberapa(scope):
        return wilayah.nama_kantor(scope)
    return f"{wilayah.sebutan_kantor(scope)} {place(con, modules, scope)}"
