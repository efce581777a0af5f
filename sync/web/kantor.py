"""Offices that live at the server: each a desktop's store of its own scopes, kept fresh by the sync itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from shutil import rmtree
from threading import Event, RLock
from time import monotonic
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlalchemy import bindparam, select
from sqlalchemy.exc import SQLAlchemyError

from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import identity, office, sqlite
from sipokat_desktop.storage.store import Store
from sync.client import apply, outbox
from sync.client.device import public_key
from sync.client.session import Session
from sync.envelope import public_box
from sync.protocol import b64
from sync.server import city
from sync.server.database import Database
from sync.server.keys import ServerKey
from sync.server.reach import of_office
from sync.server.schema import DEVICE, SCOPE, SCOPE_COMMIT

from . import memori
from .ingatan import Ingatan, Keadaan, Lalu
from .latar import Giliran, Latar, Sambilan
from .line import InProcess

T = TypeVar("T")
SABAR_S = 0.7
"""How long a page waits for an office that is being filled, before it says so."""
TUTUP_S = 5.0
"""How long closing waits for the work that people have begun, once it was told to end."""
BACA_KIB = 512
"""Memory of each of the many connections that read an office's store: the system remembers the file for all."""
NAMA = "Halaman web"
LABEL = "Web"
DI_SERVER = "di server kota"
"""What stands in place of a server's address in the identity of an office that lives there."""
TERTUNDA = "Keputusan sudah dicatat, tetapi basis data kota sedang tidak dapat dihubungi."
TERTUNDA_SARAN = "Keputusan diteruskan sendiri begitu basis data kembali; jangan diulang."
DITOLAK = "Kota belum menerima keputusan ini. Data tetap seperti semula; muat ulang halaman lalu coba lagi."
_AT_HEAD = (SCOPE_COMMIT.c.scope == SCOPE.c.id) & (SCOPE_COMMIT.c.seq == SCOPE.c.head)
_ENDS = (
    select(SCOPE.c.id, SCOPE.c.head, SCOPE_COMMIT.c.token)
    .select_from(SCOPE.outerjoin(SCOPE_COMMIT, _AT_HEAD))
    .where(SCOPE.c.id.in_(bindparam("scopes", expanding=True)))
    .order_by(SCOPE.c.id)
)


class Hosted:
    """One office at the server: its store is read by pages, and written by decisions that are sent at once.

    Methods block and may be called from any thread.
    """

    def __init__(
        self, db: Database, key: ServerKey, folder: Path, lingkup: str, *, clock: Clock = now_ms,
        sabar: float | None = None, jeda: float = 0.0, giliran: Giliran = nullcontext,
    ) -> None:  # fmt: skip
        """Open (or make) the office's store in ``folder``; raise Gangguan when the disk refuses.

        ``sabar``: so many seconds a page waits for what is new at the city, and then shows what was here before, while
        the exchange goes on behind it (None: until all is here). ``jeda``: so many seconds after an exchange began no
        page asks for another one. ``giliran``: the turn of what goes on behind pages.
        """
        self.db, self.lingkup, self._clock = db, lingkup, clock
        self._sabar, self._jeda, self._giliran = sabar, jeda, giliran
        _leave_another_city(folder, key)
        self.store = Store(folder, MODULES, clock=clock, reader_kib=BACA_KIB)
        self._gate = RLock()
        self._asked_at = float("-inf")
        self._ingatan, self._lalu = Ingatan(), Lalu(f"hitung {lingkup}", self.store.end_reader, giliran)
        self._filled = Event()
        self._latar = Latar(f"segar {lingkup}", self._renew)
        self.sambilan = Sambilan()
        self._enrol(key)
        self._line = InProcess(db, key, self.store.identity.device_id, clock)

    def siap(self, tunggu: float = SABAR_S) -> bool:
        """Tell whether the store has once held all that the city does: before that, pages would show half of it.

        The first call begins to fill it in the background; every call waits ``tunggu`` seconds at most. Raises what
        stood in the way of filling it, and the next call begins again.
        """
        self._latar.adukan()
        if not self._filled.is_set():
            self._latar.mulai()
        return self._filled.wait(tunggu)

    @property
    def wilayah(self) -> tuple[str, ...]:
        """The codes of the kelurahan that this office looks after."""
        return wilayah.kelurahan_dari(self.lingkup)

    def segarkan(self, *, segera: bool = False) -> None:
        """Bring the store to what the city holds now; one small question where nothing is new.

        With ``sabar`` and ``jeda``: to what it held a moment ago, unless that is not enough (``segera``). Raises
        Gangguan when the city's database is away.
        """
        came = monotonic()
        if self._sabar is not None and not segera:
            self._behind(self._sabar, came)
        elif not self._alike():
            with self._gate:
                if self._asked_at < came:  # else an exchange began since: those who wait need one, not one each
                    self._exchange_if_new()

    def _behind(self, sabar: float, came: float) -> None:
        """Exchange in the background where something is new, and wait a moment for it.

        Raises what stood in the way of the last exchange.
        """
        if came - self._asked_at >= self._jeda and not self._alike():
            self._latar.mulai()
            self._latar.tunggu(sabar)
        self._latar.adukan()

    def _renew(self) -> None:
        """Do in the background what a page does not wait for."""
        filled = self._filled.is_set()
        try:
            with self._giliran() if filled else nullcontext(), self._gate:
                if not (filled and self._alike()):
                    self._exchange()
        finally:
            self.store.end_reader()
            if not filled:
                memori.kembalikan()

    def ingat(self, kunci: Hashable, hitung: Callable[[sqlite.Connection], T]) -> T:
        """Return what ``hitung`` reads, remembered under ``kunci`` until something new comes from the city."""
        return self._ingatan.ambil(self._versi(), kunci, lambda: hitung(self.store.reader()))

    def ingat_lalu(
        self, tetap: Callable[[sqlite.Connection], Hashable], hitung: Callable[[sqlite.Connection], T], *,
        segera: bool = False,
    ) -> T:  # fmt: skip
        """Return what ``hitung`` reads, remembered while ``tetap`` reads the same. What has come from the city since is
        counted behind the page where there is ``sabar`` and nothing ``segera``. One such answer is remembered."""
        return self._lalu.ambil(
            lambda: Keadaan(tetap(self.store.reader()), self._versi()), lambda: hitung(self.store.reader()),
            None if segera else self._sabar,
        )  # fmt: skip

    def _versi(self) -> tuple[str, ...]:
        return tuple(apply.cursors(self.store.reader(), wilayah.lingkup_baca(self.lingkup)).values())

    def tulis(self, oleh: str, kerja: Callable[[Store], T]) -> T:
        """Do an act of a module as the person ``oleh``, and hand it to the city at once.

        Raises InputSalah with the city's reason where it does not take the act, or what ``kerja`` raises; Gangguan
        where the city's database goes away meanwhile: the act is kept here and goes with the next exchange.
        """
        with self._gate:
            self._exchange_if_new()
            store = self.store
            before = self._last_op()
            store.user = oleh
            result = kerja(store)
            self._hand_over()
            self._check(before)
            return result

    def sebagai_kota(self, oleh: str, kerja: Callable[[Store], object]) -> None:
        """Let the city settle what no office above may write: the acts are tried in this store and written by the city
        itself, as the person ``oleh``. Who may ask for that is for the caller to know.

        Raises InputSalah with the city's reason, nothing kept then, or what ``kerja`` raises.
        """
        with self._gate:
            self._exchange_if_new()
            self.store.user = oleh
            city.settle(self.db, self.store.rehearse(kerja), now=self._clock())
            self._hand_over()

    def close(self) -> None:
        """Have what is under way end, then close the store."""
        self.sambilan.tutup(TUTUP_S)
        self._lalu.tutup(TUTUP_S)
        with self._gate:
            self.store.close()

    def _hand_over(self) -> None:
        """Exchange what was decided; raise Gangguan, which says that it is kept, where the city goes away meanwhile."""
        try:
            self._exchange()
        except (Gangguan, SQLAlchemyError) as exc:
            raise Gangguan(TERTUNDA, TERTUNDA_SARAN) from exc

    def _exchange_if_new(self) -> None:
        if not self._alike():
            self._exchange()

    def _exchange(self) -> None:
        self._asked_at = float("-inf")
        asked_at = monotonic()
        Session(self.store, self._line).run()
        self._asked_at = asked_at
        self._filled.set()

    def _alike(self) -> bool:
        """Tell whether the store has read every scope to the end of the city's own record, and owes it nothing.

        Compared by place and token: a city that was restored may count as far again.
        """
        scopes, con = wilayah.lingkup_baca(self.lingkup), self.store.reader()
        with self.db.read(of_office(self.lingkup)) as city:
            ends = {str(row.id): f"{row.head}.{row.token}" for row in city.execute(_ENDS, {"scopes": scopes})}
        return not outbox.waiting(con) and apply.cursors(con, scopes) == {s: ends.get(s, "") for s in scopes}

    def _last_op(self) -> int:
        found = self.store.reader().execute("SELECT coalesce(max(hlc), 0) FROM sync_op").fetchone()
        return int(found[0])

    def _check(self, before: int) -> None:
        """Raise InputSalah where the city did not take one of the ops after ``before``."""
        found = self.store.reader().execute(
            "SELECT alasan FROM sync_op WHERE hlc > ? AND hasil IN ('held', 'refused') LIMIT 1", (before,)
        )
        for (alasan,) in found:
            raise InputSalah("", str(alasan) or DITOLAK)

    def _enrol(self, key: ServerKey) -> None:
        """Make this office known to the city: once, and again where the city was restored to a time before that."""
        if not self.store.identity.enrolled:
            self._name_itself(key)
        here = self.store.identity
        with self.db.write() as con:
            known = con.execute(select(DEVICE.c.id).where(DEVICE.c.id == here.device_id)).first()
            if known is None:
                con.execute(
                    DEVICE.insert().values(
                        id=here.device_id, scope=self.lingkup, label=LABEL, name=NAMA, created=self._clock(),
                        public_key=public_key(here.private_key), box_key=public_box(here.private_key),
                    )
                )  # fmt: skip

    def _name_itself(self, key: ServerKey) -> None:
        raw = Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        self.store.save_identity(
            self.store.identity._replace(
                device_id=ids.new_id(), label=LABEL, server=DI_SERVER, server_key=key.public,
                server_box=key.public_box, private_key=b64(raw), scopes=tuple(wilayah.lingkup_baca(self.lingkup)),
            )
        )  # fmt: skip
        self.store.set_setting(office.OWN, self.lingkup)


def _leave_another_city(folder: Path, key: ServerKey) -> None:
    """Drop a store that belongs to another city's database: nothing in it is unsent, and nothing of it may show."""
    known = identity.load(folder / "identitas.json").server_key
    if known not in ("", key.public):
        rmtree(folder)


class Offices:
    """The offices that live in one process, each opened when it is first asked for."""

    def __init__(
        self, db: Database, folder: Path, *, clock: Clock = now_ms, sabar: float | None = None, jeda: float = 0.0,
        giliran: Giliran = nullcontext,
    ) -> None:  # fmt: skip
        """``sabar``, ``jeda`` and ``giliran`` as :class:`Hosted` takes them."""
        self._db, self._folder = db, folder
        self._new = partial(Hosted, clock=clock, sabar=sabar, jeda=jeda, giliran=giliran)
        self._key = ServerKey(db)
        self._open: dict[str, Hosted] = {}
        self._gate = RLock()

    def of(self, lingkup: str) -> Hosted:
        """Return the office of a scope (``kec:…`` or ``kota``); raise Gangguan when the disk refuses."""
        with self._gate:
            if lingkup not in self._open:
                folder = self._folder / lingkup.replace(":", "_")
                self._open[lingkup] = self._new(self._db, self._key, folder, lingkup)
            return self._open[lingkup]

    def close(self) -> None:
        """Close every office."""
        with self._gate:
            for hosted in self._open.values():
                hosted.close()
            self._open.clear()
