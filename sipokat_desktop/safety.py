"""What keeps the data of an office safe beside the city: backups by the day, their second place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.storage import office

if TYPE_CHECKING:
    from sipokat_desktop.storage.secondplace import SecondPlace
    from sipokat_desktop.storage.store import Store


class Safety:
    """The backups of an open store; methods block and may run on any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def backup(self, target: Path | None = None) -> Path:
        """Make a backup that was opened and compared; raise Gangguan when that fails."""
        from sipokat_desktop.storage import backup

        return backup.make(self._store, target)

    def due(self) -> bool:
        """Tell whether the last backup is more than 20 hours old; not before this computer has an office."""
        from sipokat_desktop.storage import backup

        return bool(office.own(self._store)) and backup.due(self._store)

    def second_place(self) -> SecondPlace:
        """Return where backups are copied to, and how the last copy went."""
        from sipokat_desktop.storage import secondplace

        return secondplace.load(self._store.folder)

    def choose_second_place(self, folder: Path | None) -> SecondPlace:
        """Copy backups to ``folder`` too from now on (None: nowhere), beginning with one that is made at once.

        Raises InputSalah for a folder that cannot be used, Gangguan when the disk refuses.
        """
        from sipokat_desktop.storage import secondplace

        if folder is None:
            secondplace.remove(self._store.folder)
        else:
            secondplace.choose(self._store.folder, folder)
            self.backup()
        return self.second_place()
