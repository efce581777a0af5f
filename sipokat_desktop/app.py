"""Composition root of the desktop: the only file that joins storage, sync.client and ui."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import decisions
from sipokat_desktop.storage.decisions import Decision
from sipokat_desktop.storage.store import Store

if TYPE_CHECKING:
    from sipokat_desktop.storage.check import Finding
    from sync.client.session import Summary

Progress = Callable[[str, int, int], None]

KELURAHAN_BELUM = "Kelurahan komputer ini belum diketahui. Daftarkan dengan kode kantor, atau sebutkan --kelurahan."
LAST_SYNC, LAST_TROUBLE = "sinkron_terakhir", "sinkron_gangguan"


def default_folder() -> Path:
    """Return the data folder of this Windows or Linux user (``SIPOKAT_DATA`` overrides)."""
    chosen = os.environ.get("SIPOKAT_DATA")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Sipokat"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local/share"))) / "sipokat"


_STATES = """SELECT state, count(*) FROM sync_op INDEXED BY sync_op_belum
    WHERE state IN ('pending', 'sent') AND NOT (state = 'sent' AND hasil <> '') GROUP BY 1
    UNION ALL SELECT state, count(*) FROM sync_op WHERE state IN ('held', 'refused') GROUP BY 1"""


class Status(NamedTuple):
    """What the status line and ``sipokat status`` say; times in UTC ms, 0 for never."""

    lingkup: str
    label: str
    enrolled: bool
    waiting: int
    sent: int
    stuck: int
    decisions: tuple[Decision, ...]
    last_sync: int
    trouble: str
    last_backup: int


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
        self.store = Store(folder, MODULES)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    @property
    def lingkup(self) -> str:
        """The kelurahan code of this office; empty until it is known."""
        return self.store.setting("lingkup")

    def choose_kelurahan(self, text: str | None) -> str:
        """Return the kelurahan to work for; ``text`` (code or name) settles it on a computer without one.

        Raises InputSalah when it is unknown or another than this computer's.
        """
        here = self.lingkup
        if not text:
            if not here:
                raise InputSalah("kelurahan", KELURAHAN_BELUM)
            return here
        kode = wilayah.cari_kelurahan(text).kode
        if here and kode != here:
            pesan = f"Komputer ini berisi data Kelurahan {wilayah.nama(here)}, bukan {wilayah.nama(kode)}."
            raise InputSalah("kelurahan", pesan)
        if not here:
            self.store.set_setting("lingkup", kode)
        return kode

    def enrol(self, *, server: str, code: str, name: str) -> str:
        """Make this computer known to the city with an office code; returns the kelurahan code."""
        from sync.client.enrol import enrol

        return enrol(self.store, server=server, code=code, name=name)

    def enrol_with(self, invitation: Path, *, name: str, server: str = "") -> str:
        """Make this computer known to the city with an invitation file; returns the kelurahan code."""
        from sync.client.enrol import read_invitation

        found = read_invitation(invitation)
        return self.enrol(server=server or found.server, code=found.code, name=name)

    def sync(self, progress: Progress | None = None) -> Summary:
        """Exchange with the city; raises Gangguan with the cause, which is kept for the status too."""
        from sync.client.session import Session

        session = Session(self.store)
        try:
            summary = session.run(*([progress] if progress else []))
        except Gangguan as exc:
            self.store.set_setting(LAST_TROUBLE, exc.lengkap)
            raise
        finally:
            session.close()
        self.store.set_settings({LAST_TROUBLE: "", LAST_SYNC: str(self.store.clock())})
        return summary

    def status(self) -> Status:
        """Return the state of this computer, from the store alone."""
        con = self.store.reader()
        states = dict(con.execute(_STATES).fetchall())
        setting = self.store.setting
        return Status(
            lingkup=self.lingkup, label=self.store.identity.label, enrolled=self.store.identity.enrolled,
            waiting=states.get("pending", 0) + states.get("sent", 0), sent=states.get("sent", 0),
            stuck=states.get("held", 0) + states.get("refused", 0),
            decisions=tuple(decisions.waiting(con, self.store.tables)),
            last_sync=int(setting(LAST_SYNC, "0")), trouble=setting(LAST_TROUBLE),
            last_backup=int(setting("cadangan_terakhir", "0")),
        )  # fmt: skip

    def backup(self, target: Path | None = None) -> Path:
        """Make a backup that was opened and compared; raise Gangguan when that fails."""
        from sipokat_desktop.storage import backup

        return backup.make(self.store, target)

    def check(self) -> list[Finding]:
        """Check the file, the chain, and the rows against what the city confirmed, digests included."""
        from sipokat_desktop.storage import check
        from sync.client import apply

        con = self.store.reader()
        findings = check.run(con, self.store.tables)
        if check.DAMAGED in findings:
            return findings
        scopes = [str(row[0]) for row in con.execute("SELECT DISTINCT lingkup FROM sync_digest")]
        wrong = [scope for scope in scopes if apply.recount(con, scope) != apply.digests(con, scope)]
        kalimat = (
            f"Jumlah periksa berbeda: {', '.join(wrong)}." if wrong else "Jumlah periksa sama dengan catatan sinkron."
        )
        return [*findings, check.Finding("digest", not wrong, kalimat)]

    def receipt_sides(self, no: int) -> list[tuple[str, int, int]]:
        """Return per table of a receipt: its label, rows here, rows at the city."""
        content = next(isi for nomor, _, _, isi in self.receipts() if nomor == no)
        here, there = office_side(content), city_side(content)
        tables = self.store.tables
        return [
            (tables[name].label if name in tables else name, here.get(name, (0, ""))[0], there.get(name, (0, ""))[0])
            for name in sorted(here.keys() | there.keys())
        ]

    def receipts(self) -> list[tuple[int, int, bool, dict[str, object]]]:
        """Return the kept receipts, newest first: number, time (UTC ms), whether both sides match, content."""
        rows = self.store.reader().execute("SELECT no, waktu, cocok, isi FROM sync_bukti ORDER BY no DESC LIMIT 50")
        return [(int(no), int(at), bool(ok), json.loads(text)) for no, at, ok, text in rows]

    def receipt_pdf(self, no: int) -> bytes:
        """Return the receipt with this number as a PDF."""
        from sipokat_desktop.printing.paper import Kertas
        from sipokat_desktop.printing.proof import BarisBukti, Bukti, gambar

        at, content = next((at, isi) for nomor, at, _, isi in self.receipts() if nomor == no)
        kota, kantor = city_side(content), office_side(content)
        tables = {name: table.label for name, table in self.store.tables.items()}
        baris = tuple(
            BarisBukti(tables.get(name, name), kantor.get(name, (0, ""))[0], count, kantor.get(name) == (count, total))
            for name, (count, total) in kota.items()
        )
        kepala = (
            ("Kelurahan", wilayah.nama(self.lingkup)),
            ("Komputer", self.store.identity.label),
            ("Waktu", f"{tanggal.lengkap(tanggal.wib(at).date())} pukul {tanggal.jam_wib(at)} WIB"),
            ("Nomor bukti", str(no)),
            ("Perubahan terkirim", str(content["terkirim"])),
        )
        return gambar(Bukti(kepala, baris, str(content["tanda_tangan"])), Kertas.A4)

    def end_day(self, progress: Progress) -> Day:
        """Check, back up, sync, keep the receipt; without a line the first two are done all the same."""
        progress("Memeriksa data", 0, 0)
        findings = tuple(self.check())
        progress("Membuat cadangan", 0, 0)
        path = self.backup()
        try:
            return Day(findings, path, self.sync(progress), "")
        except Gangguan as exc:
            return Day(findings, path, None, exc.lengkap)


def city_side(content: dict[str, object]) -> dict[str, tuple[int, str]]:
    """Return (rows, sum of hashes) per table as the city signed them in a receipt."""
    return _side(json.loads(str(content["kota"]))["isi"])


def office_side(content: dict[str, object]) -> dict[str, tuple[int, str]]:
    """Return (rows, sum of hashes) per table as this computer held them at a receipt."""
    return _side(content["kantor"])


def _side(scopes: object) -> dict[str, tuple[int, str]]:
    sums: dict[str, tuple[int, str]] = {}
    if isinstance(scopes, dict):
        for tables in scopes.values():
            for name, digest in tables.items():
                count, total = sums.get(name, (0, ""))
                sums[name] = (count + digest["count"], total + digest["sum"])
    return sums


def restore(folder: Path, file: Path) -> int:
    """Put a backup in place of the store; returns how many unsent changes were carried over."""
    from sipokat_desktop.storage import backup

    return backup.restore(folder, MODULES, file)


def run_window(folder: Path) -> int:
    """Open the window on the data in ``folder``; returns the exit code."""
    from ui.shell.start import run

    return run(lambda: Office(folder))
