"""What a module declares about its data: tables with a merge rule per column."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal, Protocol

from sipokat_desktop.kernel.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlite_utils.migrations import Migrations

    from sipokat_desktop.kernel.canonical import Fields, Value
    from sipokat_desktop.storage.sqlite import Connection

    from .tx import Tx


class Merge(Enum):
    """What two edits of one field that did not see each other become (SYNC.md, Merge)."""

    SOFT = "lunak"
    HARD = "keras"


class Kind(Enum):
    """RECORD rows are edited field by field; LEDGER rows are only ever added."""

    RECORD = "catatan"
    LEDGER = "buku"


class Column(NamedTuple):
    """A synced column besides ``id`` and ``lingkup``; ``label`` is what people call it, ``words`` says a value
    as they read it (empty: it tells people nothing), ``mask`` hides part of it until somebody asks to see it.

    ``refers`` is the table whose rows the column names: those are not deleted while such a row stands. Where it does
    not ``hold`` them, they may be: a row that is nothing without them (``required``) goes in the same act.
    ``photo``: the column names a photo by its SHA-256 (64 hex digits); the photo itself travels after the rows.
    ``silent``: its values are for computers only, and the history leaves it out.
    """

    name: str
    label: str
    type: Literal["TEXT", "INTEGER"] = "TEXT"
    merge: Merge = Merge.SOFT
    required: bool = False
    words: Callable[[Value], str] | None = None
    mask: Callable[[str], str] | None = None
    refers: str = ""
    holds: bool = True
    photo: bool = False
    silent: bool = False


class LockedBy(NamedTuple):
    """Rows are frozen once the row of ``table`` named in ``column`` has left the state ``open_state``."""

    column: str
    table: str
    state_column: str
    open_state: str


class Ask(NamedTuple):
    """Something to fill in before a way out is taken: text, a short word or number (``singkat``), a day, or one of
    ``choices`` (key, words), which depend on the entry."""

    name: str
    label: str
    kind: Literal["teks", "singkat", "tanggal", "pilihan"] = "teks"
    example: str = ""
    required: bool = True
    choices: Callable[[Connection, str], Sequence[tuple[str, str]]] | None = None


class WayOut(NamedTuple):
    """One way out of a doubly claimed slot or of a doubt: a verb, what it means, what is asked, and what is then done
    to the chosen entry or row. ``apply`` raises InputSalah for what cannot be."""

    key: str
    verb: str
    meaning: str
    asks: tuple[Ask, ...]
    apply: Callable[[Tx, str, Mapping[str, str]], None]


def _no_ways() -> tuple[WayOut, ...]:
    return ()


class Doubtful(NamedTuple):
    """One thing amiss: the row that it is about, its name, what is amiss in a sentence, further lines, and since when
    (UTC ms, 0: not known)."""

    row_id: str
    title: str
    said: str
    details: tuple[str, ...] = ()
    since: int = 0


class Doubt(NamedTuple):
    """What only the module can see amiss between rows that each stand rightly, and only a person can settle.

    ``kind`` is what people call it, ``rule`` says in a sentence what it is, ``find`` gives what is open now (it is
    asked for often), ``ways`` are the ways out; they are given the row.
    """

    kind: str
    rule: str
    find: Callable[[Connection], Sequence[Doubtful]]
    ways: Callable[[], tuple[WayOut, ...]]


def _no_doubts() -> tuple[Doubt, ...]:
    return ()


def _silent(_reversal: Fields) -> str:
    return ""


def deleted(table: str) -> str:
    """Return the statement that finds whether the city knows any row of ``table`` as deleted."""
    return f"SELECT 1 FROM sync_shadow WHERE tabel = '{table}' AND deleted LIMIT 1"


class DoubleWords(NamedTuple):
    """What people read of a slot that is claimed twice: the ``title`` of the question, what happened {n} times, the
    ``rule``; and where all claims were taken back on several PCs: that none is left, why, and the answer that none
    was meant."""

    title: str = "Pembayaran ganda"
    claimed: str = "Dibayar {n} kali. Semua catatan disimpan; pilih jalan keluarnya."
    rule: str = (
        "Satu bulan hanya boleh dibayar sekali. Semua catatan disimpan sampai ada yang memutuskan; "
        "jumlahnya memuat keduanya."
    )
    none_left: str = "Kedua catatan dibatalkan di dua komputer, jadi sekarang tidak ada pembayaran yang tercatat."
    crossed: str = (
        "Dua orang membatalkan catatan yang berbeda, dan masing-masing mengira catatan lain tetap ada. "
        "Bila uangnya keluar, catat lagi satu."
    )
    not_done: str = "Memang tidak jadi dibayar"
    not_done_means: str = "Uangnya tidak keluar. Semua pembatalan tetap."


HANDOVER_WORDS = DoubleWords(
    title="Penyerahan ganda",
    claimed="Diserahkan {n} kali. Semua catatan disimpan; pilih jalan keluarnya.",
    rule=(
        "Barang yang sama hanya dapat diserahkan sekali. Semua catatan disimpan sampai ada yang memutuskan; "
        "jumlahnya memuat keduanya."
    ),
    none_left="Kedua catatan dibatalkan di dua komputer, jadi sekarang tidak ada penyerahan yang tercatat.",
    crossed=(
        "Dua orang membatalkan catatan yang berbeda, dan masing-masing mengira catatan lain tetap ada. "
        "Bila barangnya memang diserahkan, catat lagi satu."
    ),
    not_done="Memang tidak jadi diserahkan",
    not_done_means="Barangnya tidak keluar. Semua pembatalan tetap.",
)


class Together(NamedTuple):
    """With what a double claim is settled: claims whose entries have the same ``marks``, one after another by
    ``order``; ``label`` names one of them for people, ``amount`` is what its entry is about (rupiah). ``book`` is the
    list that claims of others stand in too (empty: there is none), ``whose`` names whose claim it is there."""

    marks: tuple[str, ...]
    order: str
    label: str
    amount: int
    book: str = ""
    whose: str = ""


def _alone(_con: Connection, _entry: str) -> Together | None:
    return None


class Ledger(NamedTuple):
    """``slot`` names the column whose value two live entries may not share; ``reverses`` the
    column with the id of the entry that this one takes back; ``reverse`` makes that entry's fields;
    ``describe`` names a slot, ``entry`` an entry for people; ``ways`` are the ways out of a double claim;
    ``said`` tells from a reversal's fields where the money is: two who take one entry back must agree on it;
    ``words`` name a double claim; ``together`` tells what an entry is settled together with, None: with nothing;
    ``another`` tells that who recorded an entry of a double claim does not settle it; ``reopens`` that what the city
    decided of one is taken back by entries of this ledger alone: a way out writes its key as ``jenis`` of the
    reversal, and at most the entry that stands for it in another slot."""

    slot: str
    reverses: str
    reverse: Callable[[Fields, str], Fields]
    describe: Callable[[Connection, str], str]
    entry: Callable[[Connection, str], str]
    ways: Callable[[], tuple[WayOut, ...]] = _no_ways
    said: Callable[[Fields], str] = _silent
    words: DoubleWords = DoubleWords()
    together: Callable[[Connection, str], Together | None] = _alone
    another: bool = False
    reopens: bool = False

    def live(self, con: Connection, table: str, slot: str) -> list[str]:
        """Return the entries that claim a slot and were not taken back, oldest first."""
        rows = con.execute(
            f"""SELECT m.id FROM {table} m WHERE m.{self.slot} = ? AND m.{self.reverses} IS NULL
                AND NOT EXISTS (SELECT 1 FROM {table} b WHERE b.{self.reverses} = m.id) ORDER BY m.id""",
            (slot,),
        )
        return [str(row[0]) for row in rows]


class Table(NamedTuple):
    """A synced table: ``id`` and ``lingkup`` (the scope: a kelurahan code, ``kec:…`` or ``kota``) are implied.

    ``state`` names a column that changes only by a transition with an expected old value.
    ``city_only`` tables are written by the city and read by the offices, who may only move their ``state``.
    ``describe`` names a row for people; empty where there is no such row here.
    ``kecamatan`` tells whether an office above (a kecamatan's, the city-level one) may write rows of the offices below
    it: all of them, or of those that are there the fields named; ``kota`` whether the city-level office may write rows
    that every office reads; ``above`` names the columns that only an office above the row's own writes (see
    :mod:`~sipokat_desktop.storage.permits`).
    ``doubts`` are what the module sees amiss in these rows: they wait in *Perlu keputusan* until a person settles them.
    ``doubtful`` is a short statement that finds a row where there can be any at all; where it finds none, and that is
    asked at every start, they are not even imported.
    """

    name: str
    label: str
    columns: tuple[Column, ...]
    kind: Kind = Kind.RECORD
    state: str = ""
    ledger: Ledger | None = None
    locked_by: LockedBy | None = None
    city_only: bool = False
    describe: Callable[[Connection, str], str] | None = None
    kecamatan: bool | frozenset[str] = False
    kota: bool = False
    above: frozenset[str] = frozenset()
    doubts: Callable[[], tuple[Doubt, ...]] = _no_doubts
    doubtful: str = ""

    def column(self, name: str) -> Column:
        """Return the column called ``name``; raise KeyError when this version does not know it."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


class Schema(Protocol):
    """What the store needs to know of a module. ``version`` is the number of its migrations: it is
    compared at start-up, and the migrations are imported only when some are missing; ``acts`` gives the words
    of its acts by their names."""

    @property
    def name(self) -> str: ...
    @property
    def tables(self) -> tuple[Table, ...]: ...
    @property
    def version(self) -> int: ...
    @property
    def migrations(self) -> Callable[[], Migrations]: ...
    @property
    def acts(self) -> Callable[[], Mapping[str, str]]: ...


def tables_of(modules: Iterable[Schema]) -> dict[str, Table]:
    """Return every synced table by name."""
    return {table.name: table for module in modules for table in module.tables}


def photo_columns(tables: Mapping[str, Table]) -> dict[str, tuple[str, ...]]:
    """Return, per table that has any, the columns that name photos."""
    found = {name: tuple(c.name for c in table.columns if c.photo) for name, table in tables.items()}
    return {name: columns for name, columns in found.items() if columns}
