"""Looks for a newer version at the city or on a flash disk, and keeps the checked set-up file aside."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import resources
import sipokat_desktop
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.progress import Progress, quiet
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.kernel.versi import BERKAS_PASANG, lebih_baru

from . import state, text

if TYPE_CHECKING:
    from sipokat_desktop.storage.store import Store
    from sync.client.pembaruan import Sumber


DAY_MS = 20 * 3600 * 1000
"""So long after a look none is due."""


class Offer(NamedTuple):
    """A version that is ready: what is new in it, and whether somebody wants it to be put in at the next close."""

    versi: str
    catatan: str
    setuju: bool


class Updates:
    """The updates of one computer; methods block and may run on any thread."""

    def __init__(self, store: Store) -> None:
        self._store, self._data = store, store.folder

    @property
    def version(self) -> str:
        """The version that runs."""
        return sipokat_desktop.__version__

    @property
    def refusal(self) -> Gangguan | None:
        """Why this program is not brought up to date by itself; None where it is."""
        if state.program() is None:
            return Gangguan(text.BUKAN_WINDOWS, text.BUKAN_WINDOWS_SARAN)
        if _root() is None:
            return Gangguan(text.TANPA_AKAR, text.TANPA_AKAR_SARAN)
        return None

    def due(self) -> bool:
        """Tell whether the city is to be asked: once a day, of an enrolled computer with a set-up of its own."""
        if self.refusal is not None or not self._store.identity.enrolled:
            return False
        return abs(self._store.clock() - state.load(self._data).dilihat) > DAY_MS

    def offer(self) -> Offer | None:
        """Return the version that is kept aside; None for none."""
        known = state.load(self._data)
        if not known.versi or not lebih_baru(known.versi, self.version):
            return None
        return Offer(known.versi, known.catatan, known.setuju)

    def accept(self, yes: bool) -> None:
        """Put the offered version in at the next close, or do not; raise Gangguan where there is none."""
        if yes and self.offer() is None:
            raise Gangguan(text.TANPA_TAWARAN, text.TANPA_TAWARAN_SARAN)
        state.save(self._data, state.load(self._data)._replace(setuju=yes, percobaan=0))

    def install_now(self) -> None:
        """Begin the set-up of the version that was agreed to; it waits until this program has ended.

        Raises Gangguan where that cannot be.
        """
        from . import install

        install.begin(self._store)

    def started(self) -> str:
        """Say that this version runs: its window is shown. Returns what is to be told of one that did not; "" for
        nothing."""
        if state.program() is None:
            return ""
        from . import begin

        begin.started(self._data)
        return begin.news(self._data)

    def look(self, progress: Progress = quiet) -> Offer | None:
        """Ask the city, fetch what is newer, and return what is ready then; None where nothing is newer.

        Raises Gangguan with the cause; what runs stays then.
        """
        from sync.client.http import Http
        from sync.client.pembaruan import DariKota

        if not self._store.identity.enrolled:
            raise Gangguan(text.BELUM_TERDAFTAR, text.BELUM_TERDAFTAR_SARAN)
        state.save(self._data, state.load(self._data)._replace(dilihat=self._store.clock()))
        with closing(Http.of(self._store)) as http:
            return self._take(DariKota(http), progress)

    def from_folder(self, chosen: Path, progress: Progress = quiet) -> Offer | None:
        """Do the same with a folder, or a file in it, on a flash disk: the same signatures are checked."""
        from sync.client.pembaruan import DariFolder

        return self._take(DariFolder(chosen if chosen.is_dir() else chosen.parent), progress)

    def _take(self, source: Sumber, progress: Progress) -> Offer | None:
        from sync.client.pembaruan_tuf import Pemeriksa

        if (refusal := self.refusal) is not None:
            raise refusal
        root = _root()
        assert root is not None
        place = state.folder(self._data)
        looked = Pemeriksa(source, place, root, clock=self._store.clock, progress=progress)
        found = looked.latest()
        known = state.load(self._data)
        if found is None or not lebih_baru(found.versi, self.version) or found.versi in known.ditolak:
            self._drop()
            return None
        looked.fetch(found)
        agreed = known.setuju and known.versi == found.versi
        state.save(
            self._data,
            state.load(self._data)._replace(
                versi=found.versi, berkas=found.berkas, catatan=found.catatan, sha256=found.sha256, setuju=agreed,
                percobaan=known.percobaan if agreed else 0,
            ),
        )  # fmt: skip
        _clean(place, found.berkas)
        return self.offer()

    def _drop(self) -> None:
        """Forget what was kept aside: it was withdrawn, or it is what runs."""
        known = state.load(self._data)
        if known.versi:
            state.save(self._data, known.without_offer())
        _clean(state.folder(self._data), "")


def _clean(place: Path, keep: str) -> None:
    """Remove other set-up files, and the parts of them."""
    for file in place.glob("*Sipokat-*"):
        name = file.name
        if name != keep and (BERKAS_PASANG.fullmatch(name) or name.endswith((".sebagian", ".baru"))):
            with suppress(OSError):
                file.unlink()


def _root() -> bytes | None:
    """Return the root that this program trusts, put in by its build; None for one without."""
    try:
        return resources.path("pembaruan", "akar.json").read_bytes()
    except OSError:
        return None
