"""One sync from beginning to end: send, take in, compare, keep the receipt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.tenang import tanpa_sapuan
from sipokat_desktop.storage.store import Store
from sync import protocol
from sync.protocol import Answer, Exchange

from . import apply, ask, outbox, receipt, repair, text
from .apply import Rows
from .http import Http, NetworkTrouble, SessionOver
from .line import Line
from .take import PAGE, PUSH, Before, Here, Taken, take

if TYPE_CHECKING:
    from .photos import Carried

T = TypeVar("T")

MAX_ROUNDS = 2000
SMALLEST_PAGE, FEWEST_OPS = 100, 20

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
    photos: Carried | None = None
    """What became of the photos afterwards; None before."""

    @property
    def changes(self) -> Changes:
        """The rows that look different now, for the screens."""
        return Changes("", {table: tuple(sorted(ids)) for table, ids in self.rows.items()})

    def add(self, more: Summary) -> None:
        """Add what a further sync did."""
        self.sent, self.received = self.sent + more.sent, self.received + more.received
        self.rounds, self.repaired = self.rounds + more.rounds, self.repaired + more.repaired
        self.stuck, self.matching, self.receipt = more.stuck, more.matching, more.receipt
        for table, ids in more.rows.items():
            self.rows[table] |= ids

    def note(self, changed: Rows) -> None:
        """Add changed rows."""
        for table, ids in changed.items():
            self.rows[table].update(ids)
            self.received += len(ids)


class Session:
    """A sync of one store over one connection; may be run again and again."""

    def __init__(self, store: Store, http: Line | None = None) -> None:
        """``http`` is another line than that of the network settings. Raises NetworkTrouble when this computer is not
        enrolled."""
        if not store.identity.enrolled:
            raise NetworkTrouble("daftar", text.BELUM_TERDAFTAR, text.DAFTARKAN)
        if not store.identity.server:
            raise NetworkTrouble("daftar", text.LEWAT_BERKAS, text.LEWAT_BERKAS_SARAN)
        self._store = store
        self._http: Line = http or Http.of(store, store.token)
        self._limit = int(store.setting(PAGE) or protocol.FIRST_PAGE)
        self._most = int(store.setting(PUSH) or protocol.MAX_OPS)
        self.on_the_way = 0
        """How many changes were sent and have no answer yet."""
        self._mended = 0
        """How often rows were fetched because the digests differed."""
        self._answered = 0
        """The number of the last op that this sync had an answer to."""

    @property
    def clock_warning(self) -> str:
        """What to tell about a clock here that is far from the city's; empty while it is near enough."""
        return self._http.clock_warning

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    @tanpa_sapuan()
    def run(
        self, progress: Progress = _silent, *, noting: Callable[[], Mapping[str, str]] = dict,
        arrived: Callable[[Changes], object] = lambda _changes: None,
    ) -> Summary:  # fmt: skip
        """Exchange until nothing is left on either side, then compare and keep the receipt; the settings that
        ``noting`` returns are kept with it, in one transaction: every other one costs an office's disk a flush.

        Raises NetworkTrouble, and what ``progress`` raises to stop between two pages; whatever was answered until
        then stays done, and ``arrived`` hears of the rows from the city in every case.
        """
        summary, self._mended, self._answered = Summary(), 0, 0
        try:
            return self._until_done(summary, progress, noting)
        finally:
            if summary.rows:
                arrived(summary.changes)

    def _until_done(
        self, summary: Summary, progress: Progress, noting: Callable[[], Mapping[str, str]]
    ) -> Summary:  # fmt: skip
        if outbox.stranded(self._store.reader()):
            self._store.renew_incarnation()
        total = outbox.waiting(self._store.reader())
        for _ in range(MAX_ROUNDS):
            answer, taken = self._round(summary, noting)
            if total:
                progress(text.TAHAP_KIRIM.format(n=total), summary.sent, total)
            self._farewell(answer)
            if taken.receipt:
                summary.matching, summary.receipt = not taken.wrong, taken.receipt
                summary.stuck = outbox.stuck(self._store.reader())
                return summary
            if taken.wrong:
                progress(text.TAHAP_COCOK, 0, 0)
                self._repair(taken.wrong, summary)
            elif summary.received:
                progress(text.TAHAP_TERIMA.format(n=summary.received), summary.received, 0)
        raise NetworkTrouble("putaran", text.TERLALU_LAMA, text.HUBUNGI)

    def _farewell(self, answer: Answer) -> None:
        """Raise NetworkTrouble when the city has taken everything in and will give nothing out."""
        if not (answer.revoked or answer.upgrade) or outbox.waiting(self._store.reader()):
            return
        if answer.revoked:
            raise NetworkTrouble("dicabut", text.DICABUT, text.HUBUNGI)
        raise NetworkTrouble("lama", text.PROGRAM_LAMA, text.PERBARUI)

    def _round(self, summary: Summary, noting: Callable[[], Mapping[str, str]]) -> tuple[Answer, Taken]:
        store = self._store
        batch = outbox.next_batch(store.reader(), self._most, after=self._answered)
        self.on_the_way = len(batch.ops)
        try:
            answer, taken = self._ask(ask.exchange(store, batch, limit=self._limit)), Taken()
        finally:
            self.on_the_way = 0
        summary.rounds += 1
        if answer.chain == "ok":
            if answer.receipt:
                receipt.check(answer.receipt, store.identity.server_key)
            ask.adopt(store, answer.pages)
            here = Here(store.tables, store.identity.scopes, store.clock())
            before = Before(summary.sent, summary.received, self._mended, noting() if answer.receipt else {})
            taken = store.transact(lambda con: take(con, here, answer, batch.sent, before))
            summary.note(taken.rows)
            summary.sent += len(batch.ops)
            self._answered = batch.sent.last if batch.sent else self._answered
            self._limit = min(self._limit * 2, protocol.LARGEST_PAGE)
            self._most = min(self._most * 2, protocol.LARGEST_PUSH)
        if answer.chain != "ok" or any(page.resync for page in answer.pages):
            store.renew_incarnation(outbox.requeue_all if answer.chain == "rewound" else None)
            self._answered = 0
        return answer, taken

    def _ask(self, request: Exchange) -> Answer:
        """Send an exchange; next time ask for less of a line that is too slow, and send less where it was too much."""
        try:
            return self._in_session(lambda: self._http.post("/sync/v1/exchange", request, Answer))
        except NetworkTrouble as exc:
            if exc.kind in ("lambat", "besar"):
                less = {PAGE: max(SMALLEST_PAGE, self._limit // 2), PUSH: max(FEWEST_OPS, self._most // 2)}
                self._store.set_settings({name: str(value) for name, value in less.items()})
            raise

    def over(self, work: Callable[[Http], T]) -> T:
        """Return what ``work`` does over this line, which is HTTP, logged in; raises NetworkTrouble."""
        http = self._http
        assert isinstance(http, Http)
        return self._in_session(lambda: work(http))

    def _in_session(self, ask: Callable[[], T]) -> T:
        """Return what ``ask`` returns; log in first where there is no token, and once more where it has run out."""
        if self._http.token:
            with suppress(SessionOver):
                return ask()
        self._log_in()
        try:
            return ask()
        except SessionOver as exc:
            raise NetworkTrouble("sesi", text.SERVER_RUSAK) from exc

    def _log_in(self) -> None:
        store, self._http.token = self._store, ""
        store.token = self._http.log_in(store.identity)
        if self._http.box_key not in ("", store.identity.server_box):
            store.save_identity(store.identity._replace(server_box=self._http.box_key))

    def _repair(self, wrong: dict[str, list[str]], summary: Summary) -> None:
        """Fetch the rows that differ; where that was not enough, fetch the whole scope anew."""
        self._mended += 1
        for scope, names in wrong.items():
            if self._mended == 1:
                found = self._in_session(partial(repair.fetch, self._store, self._http, scope, names))
                summary.note(found.rows)
                summary.repaired += found.count
            else:
                self._store.transact(partial(apply.forget, scope=scope))
