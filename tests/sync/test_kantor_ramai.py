"""Offices at the server in the burst of the end of day: pages wait for little, and nobody misses what he did."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event, Lock
from time import monotonic, sleep
from typing import Any

import httpx
import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.laporan import ops
from sync.server import app as server
from sync.server.exchange import receive
from sync.server.turns import AT_ONCE
from sync.web.kantor import Offices
from sync.web.latar import Latar
from sync.web.line import InProcess
from tests.kota import City, CityThread
from tests.sync.dunia import Buka, daftarkan, sinkron
from tests.sync.test_kantor_di_server import CAMAT, LAPORAN, kata, lurah, satu, ya

__all__ = ["lurah"]


def _tercatat(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every exchange that an office at the server has with the city from now on."""
    putaran: list[str] = []
    asli: Callable[..., object] = InProcess.post

    def tercatat(line: InProcess, path: str, *rest: object) -> object:
        putaran.append(path)
        return asli(line, path, *rest)

    monkeypatch.setattr(InProcess, "post", tercatat)
    return putaran


def test_in_a_burst_pages_share_one_exchange_and_whoever_acts_sees_all(
    city: City, lurah: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jam = [1000.0]
    monkeypatch.setattr("sync.web.kantor.monotonic", lambda: jam[0])
    with closing(Offices(city.db, tmp_path / "web", sabar=60, jeda=5)) as kantor:
        camat = kantor.of(CAMAT)
        assert camat.siap(60)
        jam[0] += 5
        putaran = _tercatat(monkeypatch)

        def lapor(kata: str) -> None:
            ops.ubah(lurah.store, satu(lurah.store), {"uraian": kata})
            ya(lurah.store)
            sinkron(lurah)

        def tampak(kata: str) -> bool:
            return [(kata,)] == [*map(tuple, camat.store.reader().execute(f"SELECT uraian FROM {LAPORAN}"))]

        for ke in range(3):
            lapor(f"Gotong royong {ke}")
            camat.segarkan()
            jam[0] += 1
        assert putaran == ["/sync/v1/exchange"], "the first page brought what was new, the others showed it"
        assert tampak("Gotong royong 0")
        camat.segarkan(segera=True)
        assert tampak("Gotong royong 2"), "whoever has just acted sees all"
        lapor("Gotong royong 3")
        camat.tulis("Camat", ya)
        assert kata(camat.store) == ["ya"], "an own decision is there at once"
        assert tampak("Gotong royong 3")
        lapor("Gotong royong 4")
        jam[0] += 5
        camat.segarkan()
        assert tampak("Gotong royong 4"), "no page lags further behind than it may"


def test_only_the_first_pages_wait_for_a_long_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    jam, lepas, mulai = [0.0], Event(), Event()

    def kerja() -> None:
        mulai.set()
        lepas.wait(60)
        raise Gangguan("Basis data kota sedang tidak dapat dihubungi.")

    monkeypatch.setattr("sync.web.latar.monotonic", lambda: jam[0])
    latar = Latar("uji", kerja)
    latar.mulai()
    assert mulai.wait(60)
    jam[0] = 61.0
    latar.mulai()
    latar.tunggu(60)  # begun 61 seconds ago: returns at once, or this test would last a minute
    assert not lepas.is_set()
    latar.adukan()
    jam[0] = 0.0
    lepas.set()
    latar.tunggu(60)
    with pytest.raises(Gangguan):
        latar.adukan()
    latar.adukan()


def _tunggu(benar: Callable[[], bool]) -> None:
    """Return once it is so; fail after a minute."""
    akhir = monotonic() + 60
    while not benar():
        assert monotonic() < akhir
        sleep(0.01)


def test_many_exchanges_leave_threads_and_connections_to_others(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twelve computers exchange at once, of which two are worked on; whoever else asks is answered meanwhile."""
    di_dalam, terbanyak, lepas, gembok = [0], [0], Event(), Lock()

    def pelan(*isi: Any, **lagi: Any) -> Any:
        with gembok:
            di_dalam[0] += 1
            terbanyak[0] = max(terbanyak[0], di_dalam[0])
        lepas.wait(60)
        with gembok:
            di_dalam[0] -= 1
        return receive(*isi, **lagi)

    kantor = [daftarkan(office(f"pc{ke}"), city) for ke in range(12)]
    monkeypatch.setattr(server, "receive", pelan)
    with ThreadPoolExecutor(len(kantor)) as pool:
        kerja = [pool.submit(pc.sync) for pc in kantor]
        _tunggu(lambda: di_dalam[0] >= AT_ONCE)
        assert [httpx.get(f"{city.url}/sehat", timeout=60).status_code for _ in range(5)] == [200] * 5
        lepas.set()
        assert all(satu.result().matching for satu in kerja)
    assert terbanyak == [AT_ONCE]
