"""A clerk who works while a long download is under way (a first sync of many pages)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops, queries
from sync import protocol, register
from sync.client import outbox
from sync.client.session import Session
from tests.kota import City

KELURAHAN = "16.73.01.1003"


@contextmanager
def small_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let pages hold three rows, however fast the line is."""
    with monkeypatch.context() as patch:
        patch.setattr(protocol, "FIRST_PAGE", 3)
        patch.setattr(protocol, "LARGEST_PAGE", 3)
        yield


def enrolled(city: City, office: Callable[[str], Office], name: str) -> Office:
    """Return an office PC that the city knows."""
    pc = office(name)
    pc.enrol(server=city.url, code=city.invite(KELURAHAN), name=name)
    return pc


def masa_of(pc: Office, nomor: str) -> queries.BarisRoster:
    """Return the row of an RT."""
    roster = queries.roster(pc.store.reader(), lingkup=KELURAHAN, hari=ops.hari_ini(pc.store))
    return next(b for b in roster if b.nomor == nomor)


def test_an_edit_of_an_answered_row_is_no_conflict(
    city: City, office: Callable[[str], Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The city has taken the new RT, its row has not come back yet, and the clerk corrects the NIK."""
    other = enrolled(city, office, "lama")
    for nomor in range(10, 20):
        ops.tambah(other.store, KELURAHAN, {"nomor": str(nomor), "nama": f"Ketua {nomor}", "tmt": "1/2/2024"})
    other.sync()
    pc = enrolled(city, office, "baru")
    ops.tambah(pc.store, KELURAHAN, {"nomor": "3", "nama": "Ernawati", "nik": "1673085301840016"})
    edited = False

    def edit_once(_stage: str, _done: int, _total: int) -> None:
        nonlocal edited
        if not edited and not outbox.waiting(pc.store.reader()):
            edited = True
            baris = masa_of(pc, "03")
            ops.ubah(
                pc.store, jabatan_id=baris.jabatan_id, masa_id=str(baris.masa_id), isian={"nama": "Ernawati, S.Pd"}
            )

    with small_pages(monkeypatch):
        first = Session(pc.store)
        summary = first.run(edit_once)
        first.close()
    pc.sync()
    assert edited
    assert summary.rounds > 5
    assert not pc.status().decisions
    assert masa_of(pc, "03").nama == "Ernawati, S.Pd"
    other.sync()
    assert masa_of(other, "03").nama == "Ernawati, S.Pd"
    assert all(finding.ok for finding in pc.check())


def test_known_bad_an_op_closed_before_its_row_came_back_makes_a_false_conflict(
    city: City, office: Callable[[str], Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same story with ops closed as soon as they are answered, and a city that does not know that a PC has
    seen what it wrote itself: the harness must notice."""
    monkeypatch.setattr(register, "_earlier", lambda _past, _op: False)
    monkeypatch.setattr(outbox, "STATES", outbox.STATES | dict.fromkeys(("applied", "merged", "duplicate"), "acked"))
    with pytest.raises(AssertionError):
        test_an_edit_of_an_answered_row_is_no_conflict(city, office, monkeypatch)
