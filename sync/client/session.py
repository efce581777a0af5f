"""One sync from beginning to end: send, take in, compare, keep the receipt."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sipokat_desktop import __version__
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.storage.store import Store
from sync import protocol
from sync.protocol import Answer, Exchange, Page, Receipt, unb64

from . import apply, outbox, text
from .http import Http, NetworkTrouble, SessionOver

MAX_ROUNDS = 2000
SMALLEST_PAGE = 100
TOKEN, PAGE = "sesi", "halaman"
NOT_ARRIVED = ("portal", "proksi", "sertifikat", "alamat", "mati")
"""Troubles in which the city cannot have received anything."""

Progress = Callable[[str, int, int], None]
"""Called with what is going on, how many are done, and how many in all (0: unknown)."""


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass


@dataclass(slots=True)
class Summary:
    """What a sync did; ``matching`` tells that both sides hold the same, row for row."""

    sent: int = 0
    received: int = 0
    stuck: int = 0
    rounds: int = 0
    repaired: int = 0
    matching: bool = False
    receipt: int = 0
    rows: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def changes(self) -> Changes:
        """The rows that look different now, for the screens."""
        return Changes("", {table: tuple(sorted(ids)) for table, ids in self.rows.items()})

    def note(self, changed: dict[str, tuple[str, ...]]) -> None:
        """Add changed rows."""
        for table, ids in changed.items():
            self.rows[table].update(ids)
            self.received += len(ids)


class Session:
    """A sync of one store over one connection; may be run again and again."""

    def __init__(self, store: Store, http: Http | None = None) -> None:
        """Raises NetworkTrouble when this computer is not enrolled."""
        if not store.identity.enrolled:
            raise NetworkTrouble("daftar", text.BELUM_TERDAFTAR, text.DAFTARKAN)
        self._store = store
        self._http = http or Http(store.identity.server, store.setting(TOKEN))
        self._limit = int(store.setting(PAGE) or protocol.FIRST_PAGE)

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def run(self, progress: Progress = _silent) -> Summary:
        """Exchange until nothing is left on either side, then compare and keep the receipt.

        Raises NetworkTrouble; whatever was answered until then stays done.
        """
        summary = Summary()
        total = outbox.waiting(self._store.reader())
        for _ in range(MAX_ROUNDS):
            answer = self._round(summary)
            if total:
                progress(text.TAHAP_KIRIM.format(n=total), summary.sent, total)
            if answer.revoked and not outbox.waiting(self._store.reader()):
                raise NetworkTrouble("dicabut", text.DICABUT, text.HUBUNGI)
            if answer.receipt and not any(page.more or page.resync for page in answer.pages):
                if self._compare(answer.pages, summary):
                    self._keep(answer.receipt, summary)
                    return summary
                progress(text.TAHAP_COCOK, 0, 0)
            elif summary.received:
                progress(text.TAHAP_TERIMA.format(n=summary.received), summary.received, 0)
        raise NetworkTrouble("putaran", text.TERLALU_LAMA, text.HUBUNGI)

    def _round(self, summary: Summary) -> Answer:
        store = self._store
        batch = outbox.next_batch(store.reader())
        if batch.ops:
            store.transact(lambda con: outbox.mark_sent(con, batch.ops, batch.inc))
        request = Exchange(
            inc=batch.inc, acked_n=batch.acked_n, acked_hash=batch.acked_hash, app=__version__, clock=store.clock(),
            ops=batch.ops, cursors=apply.cursors(store.reader(), store.identity.scopes), limit=self._limit,
            waiting=batch.rest,
        )  # fmt: skip
        try:
            answer = self._ask(request)
        except NetworkTrouble as exc:
            if batch.ops and exc.kind in NOT_ARRIVED:
                store.transact(lambda con: outbox.take_back(con, batch.ops, batch.inc))
            raise
        summary.rounds += 1
        if answer.chain == "ok":
            summary.note(store.transact(lambda con: self._take(con, answer, batch)))
            summary.sent += len(batch.ops)
            self._limit = min(self._limit * 2, protocol.LARGEST_PAGE)
        if answer.chain != "ok" or any(page.resync for page in answer.pages):
            self._mend(answer)
        return answer

    def _ask(self, request: Exchange) -> Answer:
        """Send an exchange; log in where the token has run out; next time ask for less of a line that is too slow."""
        logged_in = False
        while True:
            try:
                if not self._http.token:
                    self._store.set_setting(TOKEN, self._http.log_in(self._store.identity))
                return self._http.post("/sync/v1/exchange", request, Answer)
            except SessionOver as exc:
                if logged_in:
                    raise NetworkTrouble("sesi", text.SERVER_RUSAK) from exc
                self._http.token, logged_in = "", True
            except NetworkTrouble as exc:
                if exc.kind == "lambat":
                    self._store.set_setting(PAGE, str(max(SMALLEST_PAGE, self._limit // 2)))
                raise

    def _take(self, con: sqlite3.Connection, answer: Answer, batch: outbox.Batch) -> dict[str, tuple[str, ...]]:
        tables = self._store.tables
        if not {page.scope for page in answer.pages} <= set(self._store.identity.scopes):
            raise NetworkTrouble("wilayah", text.WILAYAH_ASING, text.HUBUNGI)
        again = outbox.settle(con, batch, answer.results)
        changed: dict[str, list[str]] = defaultdict(list)
        for page in answer.pages:
            if not page.more:
                again += outbox.confirm(con, page.scope)
            for table, ids in apply.take_page(con, page, tables, self._store.clock()).items():
                changed[table].extend(ids)
        for table, ids in apply.show_again(con, again, tables).items():
            changed[table].extend(ids)
        return {table: tuple(ids) for table, ids in changed.items()}

    def _mend(self, answer: Answer) -> None:
        """The city was restored (queue everything again), or this PC was cloned: go on as a new incarnation."""
        if answer.chain in ("ok", "rewound"):
            self._store.transact(outbox.requeue_all)
        self._store.renew_incarnation()

    def _compare(self, pages: list[Page], summary: Summary) -> bool:
        """Hold this PC's digests against the city's; where they differ, fetch that scope anew, once."""
        wrong = [
            page
            for page in pages
            if {t: (d.count, d.sum) for t, d in (page.digest or {}).items()}
            != apply.recount(self._store.reader(), page.scope)
        ]
        summary.matching = not wrong
        if not wrong or summary.repaired:
            return True
        summary.repaired += len(wrong)

        def forget(con: sqlite3.Connection) -> None:
            for page in wrong:
                apply.forget(con, page.scope)

        self._store.transact(forget)
        return False

    def _keep(self, receipt: Receipt, summary: Summary) -> None:
        check(receipt, self._store.identity.server_key)
        con = self._store.reader()
        summary.stuck = outbox.stuck(con)
        here = {
            scope: {table: {"count": c, "sum": s} for table, (c, s) in apply.digests(con, scope).items()}
            for scope in self._store.identity.scopes
        }
        content = {
            "kota": receipt.text, "tanda_tangan": receipt.signature, "kantor": here, "terkirim": summary.sent,
            "diterima": summary.received, "tertahan": summary.stuck,
        }  # fmt: skip
        now = self._store.clock()
        if self._store.setting(PAGE):
            self._store.set_setting(PAGE, "")

        def insert(con: sqlite3.Connection) -> int:
            row = (now, int(summary.matching), json.dumps(content))
            return int(con.execute("INSERT INTO sync_bukti (waktu, cocok, isi) VALUES (?, ?, ?)", row).lastrowid or 0)

        summary.receipt = self._store.local(insert)


def check(receipt: Receipt, server_key: str) -> None:
    """Raise NetworkTrouble unless the receipt was signed with the city's key known since the enrolment."""
    try:
        key = Ed25519PublicKey.from_public_bytes(unb64(server_key))
        key.verify(unb64(receipt.signature), receipt.text.encode())
    except (InvalidSignature, ValueError) as exc:
        raise NetworkTrouble("bukti", text.BUKTI_PALSU, text.HUBUNGI) from exc
