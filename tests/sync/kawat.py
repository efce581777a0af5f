"""Lines between office and city that lose, record or twist what goes over them."""

from __future__ import annotations

import hashlib
import time
from typing import TypeVar

import pytest

from sipokat_desktop.app import Office
from sync.client.http import Http, NetworkTrouble
from sync.client.session import Session
from sync.client.wire import Limits
from sync.protocol import Answer, Exchange, Message
from tests.sync.dunia import KELURAHAN

M = TypeVar("M", bound=Message)
UNANSWERED = "state IN ('pending', 'sent') AND hasil = ''"
SINGKAT = Limits(connect=1, read=0.5, whole=1, answer=4 << 20)
"""The same limits as always, sixty times shorter, so that a test can wait for them."""


class Putus(Http):
    """Loses the answers whose number is in ``hilang``: the city has done its work, the office never hears."""

    hilang: frozenset[int] = frozenset()
    ke = 0

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Ask, and perhaps lose the answer."""
        got = super().post(path, message, answer)
        if isinstance(message, Exchange):
            type(self).ke += 1
            if type(self).ke in self.hilang:
                raise NetworkTrouble("putus", "Terputus.")
        return got

    @classmethod
    def mulai(cls, *hilang: int) -> None:
        """Count anew; lose the answers with these numbers."""
        cls.hilang, cls.ke = frozenset(hilang), 0


class Rekam(Http):
    """Keeps what was asked."""

    kiriman: list[Exchange]

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Ask and keep the question."""
        if isinstance(message, Exchange):
            self.kiriman.append(message)
        return super().post(path, message, answer)


class Hilang(Http):
    """The first request of a sync reaches the city or not (``sampai``); its answer is lost either way."""

    sampai = True

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Ask or not, and lose the answer."""
        if not isinstance(message, Exchange):
            return super().post(path, message, answer)
        if self.sampai:
            super().post(path, message, answer)
        raise NetworkTrouble("putus", "Terputus.")


class Lambat(Http):
    """Never answers in time; ``ukuran`` is the page size of each question."""

    ukuran: list[int]

    def post(self, _path: str, message: Message, _answer: type[M]) -> M:
        """Wait in vain."""
        if isinstance(message, Exchange):
            self.ukuran.append(message.limit)
        raise NetworkTrouble("lambat", "Lambat.")


class Salah(Http):
    """A city that gives out pages of a kelurahan that was not asked for."""

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Ask, and answer for another kelurahan."""
        got = super().post(path, message, answer)
        if isinstance(got, Answer):
            asing = [page.model_copy(update={"scope": KELURAHAN}) for page in got.pages]
            return got.model_copy(update={"pages": asing})
        return got


class Palsu(Http):
    """A city whose receipts bear another signature."""

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Ask, and sign with nonsense."""
        got = super().post(path, message, answer)
        if isinstance(got, Answer) and got.receipt:
            return got.model_copy(update={"receipt": got.receipt.model_copy(update={"signature": "A" * 86 + "=="})})
        return got


def dengan(office: Office, http: type[Http], *, limit: int = 0) -> None:
    """Sync over such a line."""
    store = office.store
    session = Session(store, http(store.identity.server, store.token))
    session._limit = limit or session._limit
    try:
        session.run()
    finally:
        session.close()


def sidik(office: Office) -> str:
    """A hash of all that must not change: every table but the settings, and of an op all but whether it left."""
    con, isi = office.store.reader(), hashlib.blake2b()
    names = [r[0] for r in con.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'setelan'")]
    for name in sorted(names):
        for row in sorted(con.execute(f"SELECT * FROM {name}").fetchall(), key=lambda row: repr(tuple(row))):
            fields = {k: row[k] for k in row.keys() if (name, k) != ("sync_op", "state")}  # noqa: SIM118
            isi.update(repr((name, fields)).encode())
    return isi.hexdigest()


def belum_dijawab(office: Office) -> int:
    """Ops that still wait for the city."""
    return int(office.store.reader().execute(f"SELECT count(*) FROM sync_op WHERE {UNANSWERED}").fetchone()[0])


def gagal(office: Office, url: str, limits: Limits = SINGKAT, http: type[Http] = Http) -> NetworkTrouble:
    """Sync with the server at ``url``, see it fail in time, with every byte of the office as it was."""
    office.store.save_identity(office.store.identity._replace(server=url))
    sebelum, menunggu = sidik(office), belum_dijawab(office)
    jalur = http.of(office.store, office.store.token, limits=limits)
    mulai = time.monotonic()
    try:
        with pytest.raises(NetworkTrouble) as sebab:
            Session(office.store, jalur).run()
    finally:
        jalur.close()
    assert time.monotonic() - mulai < limits.whole + 2
    assert sidik(office) == sebelum
    assert belum_dijawab(office) == menunggu > 0
    assert "Data aman di komputer ini." in sebab.value.lengkap
    assert sebab.value.lengkap.endswith(".")
    return sebab.value
