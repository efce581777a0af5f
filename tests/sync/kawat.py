"""Lines between office and city that lose, record or twist what goes over them."""

from __future__ import annotations

from typing import TypeVar

from sipokat_desktop.app import Office
from sync.client.http import Http, NetworkTrouble
from sync.client.session import Session
from sync.protocol import Answer, Exchange, Message
from tests.sync.dunia import KELURAHAN

M = TypeVar("M", bound=Message)


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


def dengan(office: Office, http: type[Http], *, limit: int = 0) -> None:
    """Sync over such a line."""
    store = office.store
    session = Session(store, http(store.identity.server, store.setting("sesi")))
    session._limit = limit or session._limit
    try:
        session.run()
    finally:
        session.close()
