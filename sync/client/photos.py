"""Photos travel after the rows: sent piece by piece from where the city stands, fetched for this office's own rows."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TypeVar

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import office, photoqueue, photos, shelf
from sipokat_desktop.storage.photoqueue import Waiting
from sipokat_desktop.storage.photos import AT_CITY, LOST, TO_SEND, WANTED, Ref
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Store
from sync import protocol
from sync.protocol import PhotoPart, PhotoPiece, PhotoRef, PhotosAnswer, PhotosRequest, PhotoState

from . import outbox, text
from .http import Http, NetworkTrouble
from .session import Progress, Session, Summary
from .wire import Limits

T = TypeVar("T")
ASK, PHOTOS = "/sync/v1/photos/ask", "/sync/v1/photos"
BACKGROUND_S = 20.0
"""How long photos take at most before the rows have their turn again."""
PIECE = "foto_bagian"
"""Setting: how many bytes of a photo the line carries well in one request."""
FIRST_PIECE, LEAST_PIECE = 256 << 10, 16 << 10
QUICK_S, SLOW_S = 1.0, 5.0
"""A piece that took less is doubled, one that took more is halved."""
AGAIN = ("putus", "lambat", "jawaban")
"""Kinds of trouble with a line that may be well again at once; so often is tried without any progress:"""
TRIES = 3
AGE_MS = 90 * 24 * 3600 * 1000
"""Of older rows, photos of another computer are fetched only when somebody looks at them."""
FREE = 1 << 30
"""Bytes that a disk must have free for photos that nobody has asked for."""
PATIENT = Limits(connect=5, read=15, whole=30)


@dataclass(slots=True)
class Carried:
    """What became of photos: how many were sent and fetched, how many are ``left`` to be sent, what stood in the way
    (None: nothing), and whether ``more`` would go over the line now; ``pieces`` arrived at the city."""

    sent: int = 0
    fetched: int = 0
    left: int = 0
    pieces: int = 0
    more: bool = False
    trouble: Gangguan | None = None


def carry(
    session: Session, store: Store, summary: Summary, *, progress: Progress, stop: Callable[[], bool], whole: bool
) -> None:
    """Let photos follow the rows of a sync, and add to its summary what became of them: what stands in the way is
    told there, never raised, and the next sync goes on.

    New rows have their turn at once. In the background (not ``whole``) that is the next sync, and it ends soon.
    """

    def rows_wait() -> bool:
        return outbox.waiting(store.reader()) > 0

    until = float("inf") if whole else monotonic() + BACKGROUND_S
    carrier = Carrier(store, session, progress, lambda: stop() or rows_wait(), until)
    summary.photos = carried = carrier.carried
    try:
        photoqueue.discover(store, summary.rows)
        carrier.run()
        while whole and rows_wait() and not stop():
            summary.add(session.run(progress))
            carrier.run()
    except Gangguan as exc:
        carried.trouble = exc
        carried.more = carried.pieces + carried.fetched > 0
    carried.left = photos.unsent(store.reader())


def get(store: Store, key: str) -> bytes | None:
    """Return a photo, fetched from the city (and kept) where it is not here; None where the city lacks it too.

    Raises NetworkTrouble, or Gangguan when the disk refuses it.
    """
    here = photos.read(store, key)
    if here is not None or not store.identity.server:
        return here
    scopes = wilayah.lingkup_baca(office.own(store))
    ref = photoqueue.refs(store.reader(), store.photo_columns, [key], scopes).get(key)
    if ref is None:
        return None
    with closing(Session(store, Http.of(store, store.token, limits=PATIENT))) as session:
        content = _get(session, ref)
    if content is not None:
        photos.keep(store, content)
        store.local(partial(photoqueue.mark_if, key=key, state=AT_CITY, of=WANTED, now=store.clock()))
    return content


@dataclass(slots=True)
class Carrier:
    """Carries photos over the line of a session until ``until`` (monotonic seconds), or until ``stop`` says so.

    Whatever has had its turn is marked or put off, so that the next look at the queue brings something else.
    """

    store: Store
    session: Session
    progress: Progress
    stop: Callable[[], bool]
    until: float
    carried: Carried = field(default_factory=Carried)
    piece: int = FIRST_PIECE
    _said: tuple[str, int, int] | None = None

    def run(self) -> None:
        """Send what waits, confirm what is in doubt, fetch what is wanted; raises NetworkTrouble."""
        before = self.piece = int(self.store.setting(PIECE, str(FIRST_PIECE)))
        try:
            while not self.stopped and (some := photoqueue.to_ask(self.store, protocol.MAX_PHOTOS_ASKED)):
                self._send_all(self._at_city(some))
            while not self.stopped and (some := self._wanted()):
                self._fetch_all(self._at_city(some))
            self.carried.more = monotonic() >= self.until
        finally:
            if self.piece != before:
                self.store.set_setting(PIECE, str(self.piece))

    @property
    def stopped(self) -> bool:
        """Tell whether it is somebody else's turn."""
        return monotonic() >= self.until or self.stop()

    def _again(self) -> None:
        """Tell the same before every request: whoever listens may stop there."""
        if self._said:
            self.progress(*self._said)

    def _at_city(self, waiting: Sequence[Waiting]) -> list[tuple[Waiting, PhotoState]]:
        """Ask the city about photos that a row there names; the others wait until one does."""
        named = [one for one in waiting if one.ref]
        states = self._ask([one.ref for one in named if one.ref]) if named else []
        told = [(one, state) for one, state in zip(named, states, strict=True) if state.named]
        silent = {one.key for one in waiting} - {one.key for one, _ in told}
        if silent:
            columns, now = self.store.photo_columns, self.store.clock()
            self.store.local(lambda con: photoqueue.put_off(con, columns, silent, now))
        return told

    def _ask(self, refs: Sequence[Ref]) -> list[PhotoState]:
        request = PhotosRequest(photos=[_named(ref) for ref in refs])
        answer = self._over(lambda http: http.post(ASK, request, PhotosAnswer)).photos
        if len(answer) != len(refs):
            raise NetworkTrouble("jawaban", text.JAWABAN_RUSAK)
        return answer

    def _over(self, work: Callable[[Http], T]) -> T:
        """Do something over the line, a few times where it breaks."""
        for _ in range(TRIES - 1):
            try:
                self._again()
                return self.session.over(work)
            except NetworkTrouble as exc:
                if exc.kind not in AGAIN or self.stopped:
                    raise
        return self.session.over(work)

    def _send_all(self, told: Sequence[tuple[Waiting, PhotoState]]) -> None:
        held = [one.key for one, state in told if state.held]
        here = [key for key in held if photos.is_here(self.store.folder, key)]
        self._mark(here, AT_CITY)
        self._mark([key for key in held if key not in here], WANTED)
        total = len(told) - len(held) + self.carried.sent
        for one, state in told:
            if self.stopped:
                return
            if not state.held and one.ref:
                self._said = text.TAHAP_KIRIM_FOTO, self.carried.sent, total
                self._send(one, one.ref, state.bytes)

    def _send(self, one: Waiting, ref: Ref, offset: int) -> None:
        """Send one photo from where the city stands. One that is here no more is told; another's is wanted again."""
        content = photos.read(self.store, one.key)
        if content is None:
            lost = WANTED if one.state == AT_CITY else LOST
            self.store.local(lambda con: photoqueue.postpone(con, one.key, lost, self.store.clock()))
            return
        try:
            done = self._pieces(ref, content, offset)
        except NetworkTrouble as exc:
            if exc.kind not in ("foto", "foto_rusak"):
                raise
            self.store.local(lambda con: photoqueue.postpone(con, one.key, TO_SEND, self.store.clock()))
            self.carried.trouble = exc
            return
        if done:
            self._mark([one.key], AT_CITY)
            self.carried.sent += 1

    def _pieces(self, ref: Ref, content: bytes, offset: int) -> bool:
        """Send the pieces from ``offset`` on; return whether the city holds the photo, False when time was up."""
        vain = 0
        while not self.stopped:
            try:
                state = self._piece(ref, content, offset)
            except NetworkTrouble as exc:
                vain += 1
                if exc.kind not in (*AGAIN, "foto_rusak") or vain >= TRIES or self.stopped:
                    raise
                self.piece = max(LEAST_PIECE, self.piece // 2)
                state = self._ask([ref])[0]
            if state.held:
                return True
            vain = 0 if state.bytes > offset else vain + 1
            if vain > TRIES:
                raise NetworkTrouble("foto_rusak", text.FOTO_RUSAK)
            offset = state.bytes
        return False

    def _piece(self, ref: Ref, content: bytes, offset: int) -> PhotoState:
        piece = content[offset : offset + self.piece]
        part = PhotoPart(**_named(ref).model_dump(), offset=offset, total=len(content))
        self._again()
        begun = monotonic()
        state = self.session.over(lambda http: http.post_bytes(PHOTOS, part.model_dump(), piece, PhotoState))
        took = monotonic() - begun
        self.carried.pieces += state.bytes > offset
        if took < QUICK_S and len(piece) == self.piece:
            self.piece = min(protocol.MAX_PHOTO_PART, self.piece * 2)
        elif took > SLOW_S:
            self.piece = max(LEAST_PIECE, self.piece // 2)
        return state

    def _wanted(self) -> list[Waiting]:
        """Return what is to be fetched unasked, none on a disk that is nearly full."""
        if shutil.disk_usage(self.store.folder).free < FREE:
            return []
        return photoqueue.to_fetch(self.store, protocol.MAX_PHOTOS_ASKED, self.store.clock() - AGE_MS)

    def _fetch_all(self, told: Sequence[tuple[Waiting, PhotoState]]) -> None:
        for one, state in told:
            if self.stopped:
                return
            content = None
            if state.held and one.ref:
                self._said = text.TAHAP_AMBIL_FOTO, self.carried.fetched, len(told)
                content = self._over(partial(_got, ref=one.ref, before=self._again))
            if content is None:
                self.store.local(partial(photoqueue.postpone, key=one.key, state=WANTED, now=self.store.clock()))
                continue
            photos.keep(self.store, content)
            self._mark([one.key], AT_CITY)
            self.carried.fetched += 1

    def _mark(self, keys: Sequence[str], state: str) -> None:
        if not keys:
            return
        now = self.store.clock()

        def work(con: Connection) -> None:
            for key in keys:
                photoqueue.mark(con, key, state, now)

        self.store.local(work)


def _named(ref: Ref) -> PhotoRef:
    return PhotoRef(key=ref.key, scope=ref.scope, table=ref.table, row=ref.row_id)


def _get(session: Session, ref: Ref) -> bytes | None:
    try:
        return session.over(partial(_got, ref=ref))
    except NetworkTrouble as exc:
        if exc.kind == "foto":
            return None
        raise


def _got(http: Http, *, ref: Ref, before: Callable[[], object] = lambda: None) -> bytes | None:
    """Fetch a photo, calling ``before`` each piece; None where it comes other than named. Raises NetworkTrouble."""
    content, size = b"", 1
    while len(content) < size:
        before()
        piece = PhotoPiece(**_named(ref).model_dump(), offset=len(content))
        part, size = http.get_bytes(PHOTOS, piece.model_dump())
        if not part or size > protocol.MAX_PHOTO:
            return None
        content += part
    return content if shelf.key_of(content) == ref.key else None
