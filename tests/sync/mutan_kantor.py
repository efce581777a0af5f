"""Bugs to be seeded into the real code of the office, each with a story in which it does harm (see :mod:`mutan`)."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from sync.client import apply, digest, outbox
from sync.client import session as session_
from sync.client.session import Session
from tests.sync import dunia
from tests.sync.panggung import Gangguan
from tests.sync.riwayat import Riwayat

HARI = 24 * 3600 * 1000


def bayar(m: Riwayat, i: int) -> None:
    """PC i hands the money of the first list out."""
    m.uang(i=i, apa=0, ke=0, no=1)


def tanpa_antre_ulang(tambal: pytest.MonkeyPatch) -> None:
    """No requeue: a restored city is not given again what it forgot."""
    tambal.setattr(outbox, "requeue_all", lambda _con: None)


def terjawab_dulu(tambal: pytest.MonkeyPatch) -> None:
    """Ack before commit: ops count as taken once they have been sent."""
    asli = Session._ask

    def ask(self: Session, request: Any) -> Any:
        if request.ops:
            perintah = "UPDATE sync_op SET state = 'acked', hasil = 'applied' WHERE inc = ? AND n <= ?"
            self._store.transact(lambda con: con.execute(perintah, (request.inc, request.ops[-1].n)))
        return asli(self, request)

    tambal.setattr(Session, "_ask", ask)


def cerita_hilang(m: Riwayat) -> None:
    """A request with a payment is lost on the way, and then the PC gets another disk (a new chain begins)."""
    bayar(m, 0)
    m.putus(i=0, apa="hilang", ke=1, limit=0)
    m.pindah(0)


def salin_jumlah(tambal: pytest.MonkeyPatch) -> None:
    """Digest copied: the office takes over the city's sums instead of counting its own rows."""
    lihat: dict[str, digest.Digests] = {}
    asli = getattr(session_, "take")  # noqa: B009

    def take(con: sqlite3.Connection, here: Any, answer: Any, *lain: Any) -> Any:
        for page in answer.pages:
            lihat[page.scope] = {t: (d.count, d.sum) for t, d in (page.digest or {}).items()}
        return asli(con, here, answer, *lain)

    tambal.setattr(session_, "take", take)
    tambal.setattr(digest, "counted", lambda _con, scopes, _now, *, anew: {s: lihat.get(s, {}) for s in scopes})  # noqa: ARG005


def cerita_rusak(m: Riwayat) -> None:
    """A disk garbles one row of what the PC knows of the city; on the next day the PC syncs."""
    m.sinkron(i=0, limit=0)
    dunia.ubah_bayangan(m.pc[0])
    for jam in m.jam:
        jam.lewat[0] += HARI
    session = Session(m.pc[0].store, m.kabel(0, Gangguan()))
    session.run()


def keputusan_basi(tambal: pytest.MonkeyPatch) -> None:
    """A decision that a restored city does not know any more stays on the screen (found by the random histories)."""
    tambal.setattr(apply, "_drop_forgotten", lambda *_args: {})


def cerita_keputusan(m: Riwayat) -> None:
    """A double payment is seen; the city goes back; the first payer takes his back before the other comes."""
    for i in (0, 1):
        bayar(m, i)
        m.sinkron(i=i, limit=0)
    m.kota_pulih()
    m.uang(i=0, apa=3, ke=0, no=1)
    m.uang(i=0, apa=3, ke=0, no=2)
