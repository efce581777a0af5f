"""What keeps the data of an office safe beside the city: backups by the day, their second place, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from sipokat_desktop import unlock
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.progress import Progress, quiet
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import engine, keys, office
from sipokat_desktop.storage.migrate import LebihBaru

if TYPE_CHECKING:
    from sipokat_desktop.storage.backups import Found
    from sipokat_desktop.storage.restore import Inside
    from sipokat_desktop.storage.secondplace import SecondPlace
    from sipokat_desktop.storage.store import Store
    from sipokat_desktop.updates.look import Updates

T = TypeVar("T", bound="Guarded")


class Guarded(Protocol):
    """An open office, as far as its safety goes."""

    safety: Safety


class Backups:
    """The backups of the data in a folder, whether a window is open on it or not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the data is."""
        return self._folder

    def found(self) -> list[Found]:
        """Return every backup here and in the second place, newest first."""
        from sipokat_desktop.storage import backups

        return backups.found(self._folder)

    def chosen(self, file: Path) -> Found | None:
        """Return what is known of a file that somebody chose; None where it cannot be read."""
        from sipokat_desktop.storage import backups

        return backups.chosen(file)

    def look(self, file: Path, code: str) -> Inside:
        """Return what a backup would bring; changes nothing. Raises as :func:`storage.restore.restore`."""
        from sipokat_desktop.storage.restore import look

        return look(self._folder, MODULES, file, key=unlock.key(self._folder), code=code)


def restore(folder: Path, file: Path, code: str = "") -> int:
    """Put a backup in place of the store; returns how many unsent changes were carried over.

    What is replaced is backed up first, where it can be read at all. ``code``: the recovery code, for a backup of
    another computer. Raises as :func:`storage.restore.restore`.
    """
    from sipokat_desktop.storage import backup
    from sipokat_desktop.storage.restore import restore

    key = unlock.key(folder)
    if (folder / keys.STORE).exists():
        with suppress(Gangguan), closing(unlock.store(folder)) as store:
            backup.make(store, spare=file)
    return restore(folder, MODULES, file, key=key, code=code)


def opened(folder: Path, make: Callable[[Path], T]) -> T:
    """Return the office that ``make`` opens; where a version that was left has changed the store, go back first.

    What could not be read of a store that a backup replaced is news of the office, once.
    Raises as ``make``, or Gangguan where there is no way back.
    """
    said = ""
    try:
        office = make(folder)
    except LebihBaru:
        from sipokat_desktop.updates import begin

        said = begin.go_back(folder)
        office = make(folder)
    if (folder / engine.UNREAD).exists():
        from sipokat_desktop.storage import salvage

        said = f"{said} {salvage.take(folder)}".strip()
    office.safety.news = said
    return office


def after_window(folder: Path) -> None:
    """Do what was put off until nothing of this program is open: the set-up of a new version."""
    if (folder / "pembaruan").is_dir():
        from sipokat_desktop.updates import install

        install.at_close(folder)


class Shut(Backups):
    """The data in a folder while no window is open on it: the ways on where it cannot be opened."""

    def recover(self, code: str) -> None:
        """Open the key with the recovery code; raise InputSalah or Gangguan."""
        keys.recover(self._folder, code)

    def begin_anew(self) -> str:
        """Put the data aside; returns the name of the folder that keeps it. Raises Gangguan."""
        return unlock.put_aside(self._folder)

    def restore(self, file: Path, code: str) -> int:
        """Put a backup in place of the store; raises as :func:`restore`."""
        return restore(self._folder, file, code)


class Safety(Backups):
    """The backups of an open store; methods block and may run on any thread."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.folder)
        self._store = store
        self.restore_next: tuple[Path, str] | None = None
        """What is put back once the window has closed: a file and a recovery code."""
        self.news = ""
        """What the window says once, when its first page is shown."""

    def backup(self, target: Path | None = None, *, maju: Progress = quiet) -> Path:
        """Make a backup that was opened and compared; raise Gangguan when that fails, and what ``maju`` raises."""
        from sipokat_desktop.storage import backup

        return backup.make(self._store, target, maju=maju)

    def warnings(self) -> list[str]:
        """Return what is wrong with the disk or the clock, a sentence each."""
        from sipokat_desktop.storage import selfcheck

        return selfcheck.warnings(self._store)

    def due(self) -> bool:
        """Tell whether the last backup is more than 20 hours old; not before this computer has an office."""
        from sipokat_desktop.storage import backup

        return bool(office.own(self._store)) and backup.due(self._store)

    def second_place(self) -> SecondPlace:
        """Return where backups are copied to, and how the last copy went."""
        from sipokat_desktop.storage import secondplace

        return secondplace.load(self._store.folder)

    def choose_second_place(self, folder: Path | None, *, maju: Progress = quiet) -> SecondPlace:
        """Copy backups to ``folder`` too from now on (None: nowhere), beginning with one that is made at once.

        Raises InputSalah for a folder that cannot be used, Gangguan when the disk refuses.
        """
        from sipokat_desktop.storage import secondplace

        if folder is None:
            secondplace.remove(self._store.folder)
        else:
            secondplace.choose(self._store.folder, folder)
            self.backup(maju=maju)
        return self.second_place()

    @property
    def updates(self) -> Updates:
        """The new versions of the program that this computer knows."""
        from sipokat_desktop.updates.look import Updates

        return Updates(self._store)
