"""Offices that live at the server: each a desktop's store of its own scopes, kept fresh by the sync itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from threading import RLock
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlalchemy import bindparam, select

from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import identity, office
from sipokat_desktop.storage.store import Store
from sync.client.device import public_key
from sync.client.session import Session
from sync.envelope import public_box
from sync.protocol import b64
from sync.server.database import Database
from sync.server.keys import ServerKey
from sync.server.schema import DEVICE, SCOPE

from .line import InProcess

T = TypeVar("T")
NAMA = "Halaman web"
LABEL = "Web"
DI_SERVER = "di server kota"
"""What stands in place of a server's address in the identity of an office that lives there."""
DITOLAK = "Kota belum menerima keputusan ini. Data tetap seperti semula; muat ulang halaman lalu coba lagi."
_HEADS = (
    select(SCOPE.c.id, SCOPE.c.head).where(SCOPE.c.id.in_(bindparam("scopes", expanding=True))).order_by(SCOPE.c.id)
)

Heads = tuple[tuple[str, int], ...]


class Hosted:
    """One office at the server: its store is read by pages, and written by decisions that are sent at once.

    Methods block and may be called from any thread.
    """

    def __init__(self, db: Database, key: ServerKey, folder: Path, lingkup: str, *, clock: Clock = now_ms) -> None:
        """Open (or make) the office's store in ``folder``; raise Gangguan when the disk refuses."""
        self.db, self.lingkup, self._clock = db, lingkup, clock
        _leave_another_city(folder, key)
        self.store = Store(folder, MODULES, clock=clock)
        self._gate = RLock()
        self._heads: Heads | None = None
        self._enrol(key)
        self._line = InProcess(db, key, self.store.identity.device_id, clock)

    @property
    def siap(self) -> bool:
        """Tell whether the store has once held all that the city does: before that, pages would show half of it."""
        return self._heads is not None

    @property
    def wilayah(self) -> tuple[str, ...]:
        """The codes of the kelurahan that this office looks after."""
        return wilayah.kelurahan_dari(self.lingkup)

    def segarkan(self) -> None:
        """Bring the store to what the city holds now; costs one small question where nothing is new.

        Raises Gangguan when the city's database is away.
        """
        if self._at_city() == self._heads:
            return
        with self._gate:
            self._exchange()

    def tulis(self, oleh: str, kerja: Callable[[Store], T]) -> T:
        """Do an act of a module as the person ``oleh``, and hand it to the city at once.

        Raises InputSalah with the city's reason where it does not take the act, or what ``kerja`` raises.
        """
        with self._gate:
            self._exchange_if_new()
            store = self.store
            before = self._last_op()
            store.user = oleh
            result = kerja(store)
            self._exchange()
            self._check(before)
            return result

    def close(self) -> None:
        """Close the store."""
        with self._gate:
            self.store.close()

    # with the city

    def _exchange_if_new(self) -> None:
        if self._at_city() != self._heads:
            self._exchange()

    def _exchange(self) -> None:
        heads = self._at_city()
        Session(self.store, self._line).run()
        self._heads = heads if self._at_city() == heads else None

    def _at_city(self) -> Heads:
        """Return how far the city's own record of each scope goes."""
        with self.db.read() as con:
            rows = con.execute(_HEADS, {"scopes": wilayah.lingkup_baca(self.lingkup)})
            return tuple((str(row.id), int(row.head)) for row in rows)

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

    # once

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

    def __init__(self, db: Database, folder: Path, *, clock: Clock = now_ms) -> None:
        self._db, self._folder, self._clock = db, folder, clock
        self._key = ServerKey(db)
        self._open: dict[str, Hosted] = {}
        self._gate = RLock()

    def of(self, lingkup: str) -> Hosted:
        """Return the office of a scope (``kec:…`` or ``kota``); raise Gangguan when the disk refuses."""
        with self._gate:
            if lingkup not in self._open:
                folder = self._folder / lingkup.replace(":", "_")
                self._open[lingkup] = Hosted(self._db, self._key, folder, lingkup, clock=self._clock)
            return self._open[lingkup]

    def close(self) -> None:
        """Close every office."""
        with self._gate:
            for hosted in self._open.values():
                hosted.close()
            self._open.clear()
