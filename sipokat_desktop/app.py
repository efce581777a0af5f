"""Composition root of the desktop: the only file that joins storage, sync.client and ui."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sipokat_desktop import unlock
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.progress import Progress as Maju
from sipokat_desktop.kernel.progress import quiet
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.safety import Safety, Shut, after_window, opened
from sipokat_desktop.storage import keys, office, status
from sipokat_desktop.storage.status import LAST_SYNC, LAST_TROUBLE, TROUBLE_KIND, Status

if TYPE_CHECKING:
    from sipokat_desktop.kernel.changes import Changes
    from sipokat_desktop.storage.check import Finding
    from sync.client.files import Read, Written
    from sync.client.network import Network
    from sync.client.probe import Step
    from sync.client.session import Session, Summary

Progress = Callable[[str, int, int], None]


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass


CLOCK_WARNING = "jam_salah"
SERVER_BELUM = "Alamat server kota belum ditentukan. Daftarkan komputer ini, atau sebutkan --server URL."


def default_folder() -> Path:
    """Return the data folder of this Windows or Linux user (``SIPOKAT_DATA`` overrides)."""
    chosen = os.environ.get("SIPOKAT_DATA")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Sipokat"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local/share"))) / "sipokat"


class Day(NamedTuple):
    """What *Akhiri hari* did; ``trouble`` says why the city could not be reached, the rest is done."""

    findings: tuple[Finding, ...]
    backup: Path
    summary: Summary | None
    trouble: str

    @property
    def ok(self) -> bool:
        """Tell whether everything was in order, the city included."""
        return all(finding.ok for finding in self.findings) and self.summary is not None


class Office:
    """The running program of one office, without a window; methods block and may run on any thread."""

    def __init__(self, folder: Path) -> None:
        """Open the store; raise Gangguan when that fails."""
        self.store = unlock.store(folder)
        self.safety = Safety(self.store)
        self._session: Session | None = None
        self._stop_photos = Event()

    def close(self) -> None:
        """Close the store."""
        self._stop_photos.set()
        self.store.close()

    @property
    def lingkup(self) -> str:
        """The code of the kelurahan that is shown: this office's, or one of those it looks after; empty until known."""
        return office.shown(self.store)

    @property
    def kantor(self) -> str:
        """The scope of this office: a kelurahan code, ``kec:…`` or ``kota``; empty until it is known."""
        return office.own(self.store)

    def choose_kelurahan(self, text: str | None) -> str:
        """Return the kelurahan to work for; ``text`` (code or name, a kecamatan's or the city's too) settles the office
        on a computer without one. Raises InputSalah when it is unknown or not this office's."""
        return office.choose(self.store, text)

    def show_kelurahan(self, kode: str) -> None:
        """Show another kelurahan of this office from now on; raise InputSalah for one of another office."""
        office.show(self.store, kode)

    def enrol(self, *, server: str, code: str, name: str) -> str:
        """Make this computer known to the city with an office code; returns the office's scope."""
        from sync.client.enrol import enrol

        return enrol(self.store, server=server, code=code, name=name)

    def enrol_with(self, invitation: Path, *, name: str, server: str = "") -> str:
        """Make this computer known to the city with an invitation file; returns the office's scope."""
        from sync.client.enrol import read_invitation

        found = read_invitation(invitation)
        if found.ca:
            from sync.client import tls

            tls.check_ca(found.ca)
            self.set_network(self.network()._replace(ca=found.ca))
        return self.enrol(server=server or found.server, code=found.code, name=name)

    @property
    def clock_warning(self) -> str:
        """What the last sync found wrong with this computer's clock; empty when nothing."""
        return self.store.setting(CLOCK_WARNING)

    @property
    def server(self) -> str:
        """The address of the city's server; empty until it is known."""
        return self.store.identity.server or self.store.setting("server")

    def network(self) -> Network:
        """Return how the city is reached (CA, proxy); raise Gangguan when the settings are damaged."""
        from sync.client import network

        return network.load(self.store.folder)

    def set_network(self, new: Network) -> None:
        """Keep how the city is reached; raise Gangguan when the disk refuses."""
        from sync.client import network

        network.save(self.store.folder, new)

    def test_network(self, server: str = "") -> tuple[Step, ...]:
        """Try the way to the city step by step; raise InputSalah when no address is known."""
        from sync.client import probe

        if not (server or self.server):
            raise InputSalah("server", SERVER_BELUM)
        here = self.store.identity
        return probe.run(server or self.server, self.network(), identity=here, clock=self.store.clock)

    def sync(
        self, progress: Progress = _silent, *, all_photos: bool = False,
        arrived: Callable[[Changes], object] = lambda _changes: None,
    ) -> Summary:  # fmt: skip
        """Exchange rows with the city, then photos for a while, or ``all_photos``; raises Gangguan with the cause why
        rows could not be, which is kept for the status too. ``arrived`` hears of rows from the city before the photos
        begin; trouble with photos is in the summary. What ``progress`` raises stops between two pages or pieces."""
        from sipokat_desktop.storage import photoqueue
        from sync.client import photos
        from sync.client.session import Session

        photoqueue.rename_old(self.store)
        session = self._session = Session(self.store)
        try:
            summary = session.run(progress, noting=partial(self._done, session), arrived=arrived)
            self._session = None
            self._stop_photos.clear()
            stop = self._stop_photos.is_set
            photos.carry(session, self.store, summary, progress=progress, stop=stop, whole=all_photos)
            return summary
        except Gangguan as exc:
            self.store.set_settings({LAST_TROUBLE: exc.lengkap, TROUBLE_KIND: getattr(exc, "kind", "")})
            raise
        finally:
            self._session = None
            session.close()

    def _done(self, session: Session) -> dict[str, str]:
        """Return what is kept with the receipt of a sync."""
        done = {LAST_TROUBLE: "", TROUBLE_KIND: "", LAST_SYNC: str(self.store.clock())}
        return done | {CLOCK_WARNING: session.clock_warning}

    def stop_photos(self) -> None:
        """Let the photos of a sync under way wait for the next one."""
        self._stop_photos.set()

    def photo(self, key: str) -> bytes | None:
        """Return a photo by its key, fetched from the city where it is not here; None where the city lacks it too.

        Raises Gangguan when the city cannot be reached.
        """
        from sync.client import photos

        return photos.get(self.store, key)

    def status(self) -> Status:
        """Return the state of this computer, from the store alone."""
        session = self._session
        return status.read(self.store, on_the_way=session.on_the_way if session else 0)

    def recovery_code_made(self) -> int:
        """Return when the recovery code that opens today's data was made (UTC ms); 0 where there is none yet."""
        known = keys.load(self.store.folder)
        return known.boxed if known else 0

    def new_recovery_code(self) -> tuple[str, bytes]:
        """Make a new recovery code; return it and the sheet to print. Raises Gangguan when the disk refuses."""
        from sipokat_desktop import recovery_paper

        assert self.store.key is not None
        now = self.store.clock()
        code = keys.new_code(self.store.folder, self.store.key, now)
        return code, recovery_paper.pdf(self.store, code, now)

    def check(self, *, maju: Maju = quiet) -> list[Finding]:
        """Check the file, the chain, and the rows against what the city confirmed, digests included.

        Where they differ, the next sync counts anew and fetches what does.
        """
        from sync.client import compare

        return compare.check_all(self.store, maju=maju)

    def report_problem(self, target: Path, *, maju: Maju = quiet) -> None:
        """Write what helps somebody to help into one file, without personal data; raise Gangguan when that fails."""
        from sipokat_desktop import problem_report

        problem_report.write(self.store, self.check(maju=maju), target)

    def receipts(self) -> list[tuple[int, int, bool, dict[str, object]]]:
        """Return the kept receipts, newest first: number, time (UTC ms), whether both sides match, content."""
        from sipokat_desktop import receipts

        return receipts.kept(self.store)

    def receipt_sides(self, no: int) -> list[tuple[str, int, int]]:
        """Return per table of a receipt: its label, rows here, rows at the city."""
        from sipokat_desktop import receipts

        return receipts.sides(self.store, no)

    def receipt_pdf(self, no: int) -> bytes:
        """Return the receipt with this number as a PDF."""
        from sipokat_desktop import receipts

        return receipts.pdf(self.store, no)

    def others(self, key: str) -> list[str]:
        """Tell the city that this PC works on ``key``; returns a sentence for each other PC that does too."""
        from sync.client import lease

        return lease.others(self.store, key)

    def write_file(self, folder: Path, *, maju: Maju = quiet) -> Written:
        """Write what the city has not answered into one file in ``folder``; raise Gangguan when that fails."""
        from sync.client import files

        return files.write(self.store, folder, maju=maju)

    def read_file(self, file: Path, *, maju: Maju = quiet) -> Read:
        """Take a file of the city in; raise InputSalah when it is none, or for another computer."""
        from sync.client import files

        return files.read(self.store, file, maju=maju)

    def enrol_by_file(self, invitation: Path, *, name: str) -> str:
        """Prepare the enrolment of an office without internet: the next file asks for it; returns its scope."""
        from sync.client import enrol, files

        found = enrol.read_invitation(invitation)
        files.invite(self.store, found, name)
        return found.kelurahan

    def end_day(self, progress: Progress) -> Day:
        """Check, back up, sync, keep the receipt; without a line the first two are done all the same."""
        findings = tuple(self.check(maju=partial(progress, "Memeriksa data")))
        path = self.safety.backup(maju=partial(progress, "Membuat cadangan"))
        try:
            return Day(findings, path, self.sync(progress, all_photos=True), "")
        except Gangguan as exc:
            return Day(findings, path, None, exc.lengkap)


class Closed(Shut):
    """The data in a folder while no window is open on it, as the start of the window needs it."""

    def open(self) -> Office:
        """Open it; raises as :class:`Office`."""
        return opened(self._folder, Office)


def run_window(folder: Path) -> int:
    """Open the window on the data in ``folder``; returns the exit code."""
    from ui.kit import pyside

    pyside.load()
    from ui.shell.start import run

    code = run(Closed(folder))
    after_window(folder)
    return code
