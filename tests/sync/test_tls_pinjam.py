"""The CAs are read once, not with every sync; settings that are in use, or trust other CAs, are never shared."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sync.client import network, tls
from sync.client.http import Http
from sync.client.network import Network
from tests.kota import CityThread
from tests.sync.dunia import Buka, daftarkan, isi_rt, sinkron
from tests.sync.sertifikat import Ganti, konteks, otoritas, server
from tests.sync.test_tls import Percaya

KOTA, LAIN = otoritas("CA Kota Pinjam"), otoritas("CA Lain Pinjam")
ALAMAT = "https://kota.contoh.go.id"


@pytest.fixture
def dibuat(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[ssl.SSLContext]]:
    """The settings that are made during a test."""
    made: list[ssl.SSLContext] = []
    asli = tls.context

    def catat(net: Network, *, verify: bool = True) -> ssl.SSLContext:
        made.append(asli(net, verify=verify))
        return made[-1]

    monkeypatch.setattr(tls, "context", catat)
    yield made
    tls._spare.clear()


def test_syncs_one_after_another_read_the_cas_once(office: Buka, tmp_path: Path, dibuat: list[ssl.SSLContext]) -> None:
    ganti = Ganti(konteks(tmp_path, server(KOTA)))
    with closing(CityThread(f"sqlite:///{tmp_path / 'kota.db'}", tls=ganti.luar)) as kota:
        pc = office("a")
        network.save(pc.store.folder, Network(ca=KOTA.pem))
        daftarkan(pc, kota)
        dibuat.clear()
        for ke in range(3):
            isi_rt(pc, ke + 1)
            assert sinkron(pc).matching
        assert len(dibuat) <= 1


def test_what_is_in_use_is_not_shared(dibuat: list[ssl.SSLContext]) -> None:
    kota, lain = Network(ca=KOTA.pem), Network(ca=LAIN.pem)
    satu, dua, tiga = Http(ALAMAT, network=kota), Http(ALAMAT, network=kota), Http(ALAMAT, network=lain)
    assert len({id(one) for one in dibuat}) == 3
    satu.close()
    satu.close()
    with closing(Http(ALAMAT, network=lain)):
        assert len(dibuat) == 4
    with closing(Http(ALAMAT, network=kota)), closing(Http(ALAMAT, network=kota)):
        assert len(dibuat) == 5
    dua.close()
    tiga.close()
    assert all(one.verify_mode is ssl.CERT_REQUIRED and one.check_hostname for one in dibuat)


def test_settings_that_accept_anything_are_never_kept(dibuat: list[ssl.SSLContext]) -> None:
    kota = Network(ca=KOTA.pem)
    Percaya(ALAMAT, network=kota).close()
    with closing(Http(ALAMAT, network=kota)):
        assert [one.verify_mode for one in dibuat] == [ssl.CERT_NONE, ssl.CERT_REQUIRED]
