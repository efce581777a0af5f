"""Fixtures of the web: the city with its pages, and the one browser of a test file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.web.isolasi import Jalan
    from tests.web.panggung import Klien, Pusat


@pytest.fixture(scope="session", autouse=True)
def sabar() -> Iterator[None]:
    """Pages wait until their office is filled, however slow this machine is: that they say so instead after a moment
    has a test of its own."""
    from sync.web.kantor import Hosted

    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(Hosted.siap, "__defaults__", (60.0,))
        yield


@pytest.fixture(scope="module")
def peramban() -> Iterator[Browser]:
    """The one browser of a test file (while it is open no other test may run an event loop of its own); windows are
    opened by tests/web/tangkap.py."""
    from tests.web import tangkap

    with tangkap.peramban() as satu:
        yield satu


@pytest.fixture(scope="session")
def cetakan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled city with the offices of the web, made once; `pusat` is a copy of it."""
    from tests.web import panggung

    folder = tmp_path_factory.mktemp("web")
    (folder / "cetakan").mkdir()
    return panggung.cetak(folder)


@pytest.fixture
def pusat(cetakan: Path, tmp_path: Path) -> Iterator[Pusat]:
    """The city with its pages on a real socket, filled; this test's own."""
    from tests.web import panggung

    satu = panggung.tuang(cetakan, tmp_path / "pusat")
    yield satu
    satu.close()


@pytest.fixture(scope="module")
def pusat_baca(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pusat]:
    """The same for the tests of a whole file, which only read."""
    from tests.web import panggung

    satu = panggung.tuang(cetakan, tmp_path_factory.mktemp("pusat"))
    yield satu
    satu.close()


@pytest.fixture(scope="session")
def cetakan_penuh(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mould in which every page of the web has something to show."""
    from tests.web import contoh_isi

    return contoh_isi.cetak(cetakan, tmp_path_factory.mktemp("penuh"))


@pytest.fixture
def penuh(cetakan_penuh: Path, tmp_path: Path) -> Iterator[Pusat]:
    """A city of this test's own out of that mould; what `jalan` saw is in it."""
    from tests.web import panggung

    satu = panggung.tuang(cetakan_penuh, tmp_path / "penuh")
    yield satu
    satu.close()


@pytest.fixture(scope="session")
def jalan(cetakan_penuh: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Jalan]:
    """What everybody sees who walks through all pages of the city of the mould: "tamu", "camat kec:…", "bagian"…"""
    from sync.web.registry import AREAS
    from tests.web import isolasi, panggung

    rute = isolasi.rute_dari(AREAS)
    with closing(panggung.tuang(cetakan_penuh, tmp_path_factory.mktemp("jalan"))) as satu:
        sebelum = isolasi.isi_kota(satu)
        hasil = {"tamu": isolasi.jelajah(satu.tamu(), rute)}
        for peran, lingkup in panggung.BERJALAN:
            nama = f"{peran} {lingkup}" if lingkup.startswith("kec") else peran.value
            hasil[nama] = isolasi.jelajah(satu.masuk(peran, lingkup), rute)
        berubah = {nama for nama, isi in isolasi.isi_kota(satu).items() if isi != sebelum[nama]}
        assert berubah <= {"device", "incarnation"}, "reading a page changed more than when an office was last seen"
    return hasil


@pytest.fixture
def masuk(pusat: Pusat) -> Callable[..., Klien]:
    """Log somebody in: ``masuk("camat")``, ``masuk("camat", KEC_B)``, ``masuk("bagian")``."""
    return pusat.masuk
