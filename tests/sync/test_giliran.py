"""What nobody waits for begins after a burst of exchanges, alone; a burst without end does not keep it away."""

from __future__ import annotations

from contextlib import closing, nullcontext
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as enumerate_threads
from time import monotonic

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import ops
from sync.server.turns import Turns
from sync.web.kantor import Offices
from sync.web.latar import Giliran
from tests.kota import City
from tests.sync.dunia import sinkron
from tests.sync.test_kantor_di_server import CAMAT, LAPORAN, lurah, satu, ya

__all__ = ["lurah"]
LAMA_S = 60.0


def test_work_behind_begins_when_the_last_exchange_has_ended() -> None:
    turns, mulai = Turns(calm=0.0, patience=LAMA_S), Event()

    def kerja() -> None:
        with turns.behind():
            mulai.set()

    utas = Thread(target=kerja)
    with turns.under_way():
        with turns.under_way():
            utas.start()
        assert not mulai.wait(0.05), "one exchange is still under way"
    utas.join(LAMA_S)
    assert mulai.is_set()


def test_a_gap_between_two_exchanges_is_no_end_of_the_burst() -> None:
    turns = Turns(calm=0.2, patience=LAMA_S)
    with turns.under_way():
        pass
    mulai = monotonic()
    with turns.behind():
        assert monotonic() - mulai >= 0.19
    mulai = monotonic()
    with turns.behind():
        assert monotonic() - mulai < LAMA_S / 2, "calm has lasted: nothing to wait for"


def test_exchanges_without_end_do_not_keep_it_away() -> None:
    turns = Turns(calm=LAMA_S, patience=0.05)
    with turns.under_way(), turns.behind():
        pass


def test_one_work_behind_at_a_time() -> None:
    turns, masuk, lepas = Turns(calm=0.0), list[int](), Event()

    def kerja(ke: int) -> None:
        with turns.behind():
            masuk.append(ke)
            lepas.wait(LAMA_S)

    utas = [Thread(target=kerja, args=(ke,)) for ke in range(3)]
    for satu_ in utas:
        satu_.start()
    utas[0].join(0.05)
    assert len(masuk) == 1
    lepas.set()
    for satu_ in utas:
        satu_.join(LAMA_S)
    assert sorted(masuk) == [0, 1, 2]


@pytest.mark.parametrize(("berjaga", "terlihat"), [(True, False), (False, True)])
def test_pages_in_a_burst_show_what_was_before_it_and_after_an_act_the_present(
    city: City, lurah: Office, tmp_path: Path, berjaga: bool, terlihat: bool
) -> None:
    """Without a turn (the known bad) the store is renewed amid the burst."""
    turns = Turns(calm=0.0, patience=LAMA_S)
    giliran: Giliran = turns.behind if berjaga else nullcontext
    with closing(Offices(city.db, tmp_path / "web", sabar=LAMA_S if not berjaga else 0.05, giliran=giliran)) as kantor:
        camat = kantor.of(CAMAT)
        assert camat.siap(LAMA_S)

        def uraian() -> str:
            return str(camat.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()[0])

        def lapor(kata: str) -> None:
            ops.ubah(lurah.store, satu(lurah.store), {"uraian": kata})
            ya(lurah.store)
            sinkron(lurah)

        with turns.under_way():
            lapor("Gotong royong lagi")
            camat.segarkan()
            assert (uraian() == "Gotong royong lagi") is terlihat
            camat.segarkan(segera=True)
            assert uraian() == "Gotong royong lagi", "who acts waits for nobody"
            lapor("Gotong royong ketiga")
            camat.segarkan()
        akhir = monotonic() + LAMA_S
        while uraian() != "Gotong royong ketiga" and monotonic() < akhir:
            camat.segarkan()
        assert uraian() == "Gotong royong ketiga"


def test_work_that_waits_for_its_turn_when_the_office_closes_ends_quietly(tmp_path: Path, city: City) -> None:
    turns = Turns(calm=0.0, patience=LAMA_S)
    with closing(Offices(city.db, tmp_path / "web", sabar=0.0, giliran=turns.behind)) as kantor:
        camat = kantor.of(CAMAT)
        assert camat.siap(LAMA_S)
        with turns.under_way():
            camat._latar.mulai()
            kantor.close()
        camat._latar.tunggu(LAMA_S)
        assert not [utas.name for utas in enumerate_threads() if utas.name.startswith("segar")]
