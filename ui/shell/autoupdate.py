"""Looks for a new version after a sync, once a day, and says when one is ready; never in the middle of work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.buttons import Aksi
from ui.kit.jobs import Jobs
from ui.kit.messagebar import MessageBar

from . import text_pembaruan as text
from .autosync import AutoSync

if TYPE_CHECKING:
    from .port import Offer, Office


class AutoUpdate(QObject):
    """What cannot be had now is not worth a word: it is looked for again tomorrow. What looks like an attack is in the
    card of the settings, where somebody asks."""

    def __init__(self, office: Office, jobs: Jobs, messages: MessageBar, sync: AutoSync) -> None:
        super().__init__(jobs)
        self._office, self._jobs, self._messages = office, jobs, messages
        self._told = ""
        sync.finished.connect(self.look)

    def started(self) -> None:
        """The window is shown and the store is open: this version runs."""
        said = self._office.safety.updates.started()
        if said and self._messages.isHidden():
            self._messages.perhatian(said)

    def look(self) -> None:
        """Ask the city, where that is due."""
        updates = self._office.safety.updates
        if updates.due():
            self._jobs.run(updates.look, apa=text.MENCARI, done=self._found, failed=self._failed, owner=self)

    def _found(self, offer: Offer | None) -> None:
        if offer is None or offer.setuju or offer.versi == self._told or not self._messages.isHidden():
            return
        self._told = offer.versi
        kata = text.KABAR.format(baru=offer.versi, catatan=offer.catatan).strip()
        self._messages.perhatian(kata, Aksi(text.PASANG, partial(self._accept, offer.versi)))

    def _accept(self, version: str) -> None:
        self._office.safety.updates.accept(True)
        self._messages.berhasil(text.AKAN.format(baru=version))

    def _failed(self, _error: Exception) -> None:
        """Say nothing: what runs stays, and tomorrow is another day."""
