"""528 uniforms, from the sizes of eight kecamatan to the last exchange, through the real server, right to the piece."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.contoh_528 import KECAMATAN
from tests.kota import CityThread
from tests.sync.cerita_seragam import DI_ACARA, KURANG, Cerita, hari_cerita, isi_rt


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[CityThread]:
    city = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    isi_rt(city)
    yield city
    city.close()


def test_528_uniforms(kota: CityThread, tmp_path: Path) -> None:
    with ExitStack() as tumpuk:
        c = Cerita(kota, tmp_path, tumpuk)
        c.umumkan()
        c.sinkron()
        perlu = c.catat_ukuran()
        c.sinkron()
        assert sum(perlu.values()) == 528
        c.beli(perlu)
        c.sinkron()
        c.kirim()
        c.sinkron()
        hari = hari_cerita(c.semua[0])
        assert c.di_acara(hari[0], dua=DI_ACARA - len(KECAMATAN)) == DI_ACARA
        c.sinkron()
        menunggu = c.menunggu()
        assert c.ambil(hari[1:], menunggu) == 528 - DI_ACARA - KURANG
        c.sinkron()
        c.tukar()
        c.sinkron()
        c.periksa(perlu, menunggu)
