"""The store of one office PC: one writer at a time, named acts, read-only connections for everyone else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.values import NamedTuple

from . import engine, identity, migrate, room, sqlite
from .authority import Approvals, Guard
from .gate import Gate
from .keys import STORE
from .manifest import Schema, photo_columns, tables_of
from .marks import Marks
from .photolock import PhotoLock

if TYPE_CHECKING:
    from sipokat_desktop.kernel.changes import Changes

    from .tx import Tx

OPERATOR = "Operator"
"""Whom an act names where nobody is known."""
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Done(NamedTuple, Generic[T_co]):
    """The result of a committed act and what it changed."""

    value: T_co
    changes: Changes


class Store:
    """Opens the store in ``folder``; every public method may be called from any thread."""

    def __init__(
        self, folder: Path, modules: tuple[Schema, ...], *, key: bytes | None = None, clock: Clock = now_ms,
        reader_kib: int = 0,
    ) -> None:  # fmt: skip
        """Create the folder and file where missing, migrate, and notice a copied or restored file.

        ``key`` (32 bytes) locks the file and the photos beside it; without one they are open to everybody.
        ``reader_kib``: the memory of each read connection, where there are many (0: SQLite's own measure).
        Raises Gangguan when the file cannot be opened, is damaged, or is newer than this program.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise Gangguan(f"Folder data {folder} tidak dapat dibuat.", "Pilih folder lain.") from exc
        self.folder = folder
        self.path = folder / STORE
        self.key = key
        self.photo_lock = PhotoLock(key)
        self.modules = modules
        self.tables = tables_of(modules)
        self.photo_columns = photo_columns(self.tables)
        self.clock = clock
        self.user, self.user_proven, self.approvals = "", True, Approvals()
        self.token = ""
        """The city's session token: never in a file, so that a copied folder or a backup opens nothing."""
        self._gate = Gate()
        self._readers = threading.local()
        self._reader_kib = reader_kib
        self._opened: list[sqlite.Connection] = []
        self._writing = threading.RLock()
        self._rehearsed: list[dict[str, object]] | None = None
        self._marks = Marks(self.path)
        self._writer: sqlite.Connection | None = None
        self._closed = False
        self.identity = self._open()

    def write(self, act: str, work: Callable[[Tx], T]) -> Done[T]:
        """Run ``work`` as the named act in one transaction and return once it is on the disk.

        Raises what ``work`` raises (nothing is kept then), or Gangguan when the disk fails or has next to no room.
        """
        room.require(self.folder)
        with self._writing:
            return self._act(act, work)

    def rehearse(self, work: Callable[[Store], object]) -> list[dict[str, object]]:
        """Run ``work``, whose acts keep nothing, and return the ops that they would have written, in order.

        What this office may not write is asked of nobody: whoever does the acts in earnest has rights of its own.
        Raises what ``work`` raises.
        """
        with self._writing:
            self._rehearsed = []
            try:
                work(self)
                return self._rehearsed
            finally:
                self._rehearsed = None

    def transact(self, work: Callable[[sqlite.Connection], T]) -> T:
        """Run ``work`` in one transaction that may write synced tables without ops: the sync's apply step."""
        with self._writing, self._gate.opened():
            return self._guarded(work)

    def local(self, work: Callable[[sqlite.Connection], T]) -> T:
        """Run ``work`` in one transaction on unsynced tables (settings, users)."""
        with self._writing:
            return self._guarded(work)

    def local_if_free(self, work: Callable[[sqlite.Connection], object]) -> bool:
        """Do as :meth:`local` unless that would mean to wait for another writer; return whether it was done."""
        if not self._writing.acquire(blocking=False):
            return False
        try:
            self._con.execute("PRAGMA busy_timeout=0")
            self._guarded(work)
        except Gangguan as exc:
            if isinstance(exc.__cause__, sqlite.OperationalError):
                return False
            raise
        finally:
            self._con.execute(f"PRAGMA busy_timeout={engine.BUSY_MS}")
            self._writing.release()
        return True

    def reader(self) -> sqlite.Connection:
        """Return this thread's read-only connection; rows can be read by column name."""
        con: sqlite.Connection | None = getattr(self._readers, "con", None)
        if con is None:
            con = self._readers.con = engine.open_reader(self.path, self.key, cache_kib=self._reader_kib)
            self._opened.append(con)
        return con

    def end_reader(self) -> None:
        """Close this thread's read-only connection: for a thread that ends long before the store does."""
        con: sqlite.Connection | None = getattr(self._readers, "con", None)
        if con is not None:
            self._readers.con = None
            with suppress(ValueError):
                self._opened.remove(con)
            con.close()

    def guard(self, con: sqlite.Connection) -> Guard:
        """Return who is about to act on this thread, with what approval."""
        return Guard(con, self.user, self.user_proven, self.approvals.now)

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting of this installation."""
        row = self.reader().execute("SELECT nilai FROM setelan WHERE kunci = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set_setting(self, key: str, value: str) -> None:
        """Store a setting of this installation."""
        self.set_settings({key: value})

    def set_settings(self, values: Mapping[str, str]) -> None:
        """Store several settings in one transaction."""
        self.local(lambda con: con.executemany("INSERT OR REPLACE INTO setelan VALUES (?, ?)", values.items()))

    def save_identity(self, new: identity.Identity) -> None:
        """Replace the identity file; raise Gangguan when that fails."""
        identity.save(self._marks.file, new)
        self.identity = new

    def count_opening(self) -> None:
        """Count that this store was opened, unless a write has; raise Gangguan when the disk fails."""
        self.local(lambda _con: None)

    def renew_incarnation(self, first: Callable[[sqlite.Connection], object] | None = None) -> int:
        """Become a new incarnation and re-chain the waiting ops; return how many wait.

        ``first`` runs before that in the same transaction: what it queues must not wait under an old number.
        """
        from . import oplog

        new = self.identity.renewed()

        def work(con: sqlite.Connection) -> int:
            if first:
                first(con)
            return oplog.rechain(con, new.inc)

        waiting = self.local(work)
        self.save_identity(self.identity._replace(inc=new.inc))
        return waiting

    def close(self) -> None:
        """Let the write under way finish and close the file, the readers of every thread first."""
        while self._opened:
            self._opened.pop().close()
        with self._writing:
            with suppress(sqlite.Error, Gangguan):
                if not self._closed and self.path.with_name(f"{STORE}-wal").exists():
                    self._writer = self._con  # only who may write takes the log of writes away again
            self._closed = True
            if self._writer is not None:
                self._writer.close()

    @property
    def _con(self) -> sqlite.Connection:
        """The one connection that writes, opened with the first write; only for whoever holds ``_writing``."""
        if self._writer is None:
            if self._closed:
                raise sqlite.OperationalError("Cannot operate on a closed database.")
            self._writer = engine.open_writer(self.path, self.key)
            self._gate.attach(self._writer)
        return self._writer

    def _open(self) -> identity.Identity:
        """Return whose store this is: by reading alone where nothing has to be made, brought up or renewed."""
        try:
            if self.path.exists():
                with suppress(sqlite.DatabaseError, ValueError):  # the writer says in words what it is
                    con = self.reader()
                    if migrate.current(con, self.modules) and (known := self._marks.known(con)):
                        return known
                self.end_reader()
            migrate.ensure(self._con, self.modules)
            known = self._marks.known(self._con)
            if known is None:
                with engine.Immediate(self._con):
                    known = self._marks.renew(self._con)
                self._marks.keep(known)
        except BaseException as exc:
            self.close()
            if isinstance(exc, (sqlite.DatabaseError, ValueError)):
                raise engine.damaged(self.path, exc) from exc
            raise
        return known

    def _act(self, name: str, work: Callable[[Tx], T]) -> Done[T]:
        origin, rehearsed = self.identity.label or "komputer ini", self._rehearsed is not None

        def run(con: sqlite.Connection) -> Done[T]:
            guard = self.guard(con)
            by = (self.user or OPERATOR) if rehearsed else guard.author(name, OPERATOR)
            tx = _tx().begun(
                con, self.tables, self._gate, name=name, by=by, origin=origin, now=self.clock(),
                photo_columns=self.photo_columns,
            )  # fmt: skip
            if rehearsed:
                tx.own = ""
            else:
                tx.guard = guard
            value = work(tx)
            if tx.touched:
                tx.chain.write(con)
            if self._rehearsed is not None:
                from . import oplog

                raise _Rehearsed(Done(value, tx.changes), oplog.unsent(con, tx.act.act_id))
            return Done(value, tx.changes)

        try:
            return self._guarded(run)
        except _Rehearsed as tried:
            assert self._rehearsed is not None
            self._rehearsed += tried.ops
            return cast("Done[T]", tried.done)

    def _guarded(self, work: Callable[[sqlite.Connection], T]) -> T:
        try:
            with engine.Immediate(self._con):
                opened = self._marks.count(self._con, self.identity)
                value = work(self._con)
            self.identity = (self._marks.told(opened, self.identity) if opened else None) or self.identity
            return value
        except sqlite.IntegrityError:
            raise
        except sqlite.DatabaseError as exc:
            raise engine.damaged(self.path, exc) from exc


class _Rehearsed(Exception):
    """Ends an act that keeps nothing, with what it would have returned and written."""

    def __init__(self, done: Done[object], ops: list[dict[str, object]]) -> None:
        self.done, self.ops = done, ops


@cache
def _tx() -> type[Tx]:
    """Return the class of transactions, loaded with the first act: a window that opens writes nothing."""
    from .tx import Tx

    return Tx
