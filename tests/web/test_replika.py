"""Which pages may be answered by a replica of the city's database: figures and the long log, nothing else."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from sqlalchemy import Connection

from sync.server import replica
from sync.server.reach import Reach
from tests.web.panggung import KEL_A, Pusat


class Salinan(replica.Replica):
    """A replica that is away, and counts how often it was asked."""

    def __init__(self) -> None:
        self.ditanya = 0

    def entered(self, stack: ExitStack, reach: Reach) -> Connection | None:  # noqa: ARG002
        self.ditanya += 1
        return None

    def close(self) -> None:
        pass


@pytest.fixture
def salinan(pusat_baca: Pusat, monkeypatch: pytest.MonkeyPatch) -> Salinan:
    satu = Salinan()
    monkeypatch.setattr(pusat_baca.db, "_replica", satu)
    return satu


@pytest.mark.parametrize(
    ("peran", "jalan", "kali"),
    [
        ("", "/", 0), ("", f"/kelurahan/{KEL_A}", 0), ("", "/data/kegiatan/json", 0), ("bagian", "/roster", 0),
        ("kominfo", "/perangkat", 0), ("kominfo", "/jejak", 1), ("kominfo", "/server", 1),
    ],
)  # fmt: skip
def test_only_what_may_be_old_asks_the_replica(
    pusat_baca: Pusat, salinan: Salinan, peran: str, jalan: str, kali: int
) -> None:
    siapa = pusat_baca.masuk(peran) if peran else pusat_baca.tamu()
    assert siapa.get(jalan).status_code == 200
    assert salinan.ditanya == kali
