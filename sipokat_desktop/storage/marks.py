"""Is this store the one that the identity file beside it knows? A copy or an older one put in its place is told by an
incarnation, the number of its file, and how often it was opened."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan

from . import identity, sqlite
from .identity import Identity

_OPENED = "SELECT nilai FROM setelan WHERE kunci = 'dibuka'"


class Marks:
    """The marks of the store at ``store``. An opening counts in store and file with the first write after it
    (keputusan/0065): what only reads, as a window until its first paint, waits for no disk."""

    def __init__(self, store: Path) -> None:
        self.file = store.with_name("identitas.json")
        self._store, self._counted = store, False

    def known(self, con: sqlite.Connection) -> Identity | None:
        """Return whose store this is; None where it is new, a copy, or was put back (a crash between store and file
        may part their counts by one). Raises Gangguan when the file is there but cannot be read."""
        known = identity.load(self.file)
        row = con.execute(f"SELECT ({_OPENED}), inc FROM rantai").fetchone()
        if row is None or row[1] != known.inc or known.file_no not in (0, self._file_no()):
            return None
        return known if int(row[0]) - known.opened in (0, 1) else None

    def renew(self, con: sqlite.Connection) -> Identity:
        """Make the store of ``con``, in a transaction, one of a new incarnation; :meth:`keep` it then."""
        from . import oplog

        known = identity.load(self.file).renewed()
        fresh = con.execute("SELECT 1 FROM rantai").fetchone() is None
        (oplog.start if fresh else oplog.rechain)(con, known.inc)
        return known._replace(opened=self._write(con, max(_count(con), known.opened) + 1), file_no=self._file_no())

    def keep(self, known: Identity) -> None:
        """Write the identity file of an opening that is counted in the store; raise Gangguan when that fails."""
        identity.save(self.file, known)
        self._counted = True

    def count(self, con: sqlite.Connection, known: Identity) -> int:
        """Count this opening in the store, in the transaction of a write; return the count, 0 where that was done."""
        if self._counted:
            return 0
        before = _count(con)
        return self._write(con, before if before == known.opened + 1 else max(before, known.opened) + 1)

    def told(self, opened: int, known: Identity) -> Identity | None:
        """Count it in the identity file too, and return that; what the disk refuses now is tried again with the next
        write, for the one it came with is safe. ``known`` stands in for a file that was lost meanwhile."""
        try:
            there = identity.load(self.file)
            known = (there if there.inc == known.inc else known)._replace(opened=opened, file_no=self._file_no())
            self.keep(known)
        except Gangguan:
            return None
        return known

    def _file_no(self) -> int:
        return self._store.stat().st_ino

    @staticmethod
    def _write(con: sqlite.Connection, opened: int) -> int:
        con.execute("INSERT OR REPLACE INTO setelan VALUES ('dibuka', ?)", (str(opened),))
        return opened


def _count(con: sqlite.Connection) -> int:
    row = con.execute(_OPENED).fetchone()
    return int(row[0]) if row else 0
