"""Through the proxy of an office: none, the system's, one's own with a password that is told to nobody else."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.clock import now_ms
from sync.client import network, probe
from sync.client.http import Http, SessionOver
from sync.client.network import Network
from sync.client.wire import Deadline, Limits, NotConnected, dial, resolve
from sync.protocol import DigestAnswer
from tests.kota import CityThread, free_port
from tests.sync.dunia import Buka, daftarkan, isi_rt, sinkron
from tests.sync.kawat import SINGKAT, gagal
from tests.sync.proksi import Proksi
from tests.sync.sertifikat import konteks, otoritas, server

KOTA = otoritas()
ALAMAT = "https://kota.uji"
SANDI = "kata-sandi-rahasia"
LANGKAH = ["Alamat", "Proksi", "Sertifikat", "Server Sipokat", "Jam"]


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[CityThread]:
    """A city whose name only a proxy can find."""
    satu = CityThread(
        f"sqlite:///{tmp_path / 'kota.db'}", tls=konteks(tmp_path, server(KOTA, dns=("kota.uji", "localhost")))
    )
    yield satu
    satu.close()


@pytest.fixture
def kantor(office: Buka, kota: CityThread) -> Office:
    """An office with three changes to send."""
    satu = office("a")
    network.save(satu.store.folder, Network(ca=KOTA.pem))
    daftarkan(satu, kota)
    isi_rt(satu, 1)
    satu.store.save_identity(satu.store.identity._replace(server=ALAMAT))
    return satu


def port(kota: CityThread) -> int:
    """The port on which the city listens."""
    return int(kota.url.rpartition(":")[2])


def lewat(kantor: Office, proksi: Proksi, user: str = "", sandi: str = "") -> None:
    """Set the proxy in the office."""
    network.save(kantor.store.folder, network.manual(proksi.alamat, user, sandi, ca=KOTA.pem))


def test_a_proxy_is_gone_through_and_never_told_what_is_inside(kantor: Office, kota: CityThread) -> None:
    with Proksi(port(kota)).jalan() as proksi:
        lewat(kantor, proksi)
        assert sinkron(kantor).matching
    assert len(proksi.diminta) == 1
    assert proksi.diminta[0].startswith(b"CONNECT kota.uji:443 ")
    assert b"Authorization" not in proksi.diminta[0]


def test_a_proxy_that_wants_a_password(
    kantor: Office, kota: CityThread, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    with Proksi(port(kota), masuk=f"kantor:{SANDI}").jalan() as proksi:
        lewat(kantor, proksi)
        assert (tanpa := gagal(kantor, ALAMAT, Limits())).rinci == "proksi login"
        lewat(kantor, proksi, "kantor", "salah-sama-sekali")
        assert (salah := gagal(kantor, ALAMAT, Limits())).rinci == "proksi login salah"
        lewat(kantor, proksi, "kantor", SANDI)
        assert sinkron(kantor).matching
    assert all("Pengaturan" in sebab.saran for sebab in (tanpa, salah))
    _hanya_di_berkasnya(tmp_path)
    assert SANDI not in caplog.text
    assert SANDI not in repr(kantor.network())


def _hanya_di_berkasnya(folder: Path) -> None:
    """The password stands in one file, which only its owner may read."""
    berisi = [b for b in folder.rglob("*") if b.is_file() and SANDI.encode() in b.read_bytes()]
    assert [b.name for b in berisi] == [network.FILE]
    if os.name == "posix":
        assert berisi[0].stat().st_mode & 0o077 == 0


def test_a_proxy_that_refuses_or_is_not_there(kantor: Office, kota: CityThread) -> None:
    with Proksi(port(kota), status="403 Forbidden").jalan() as proksi:
        lewat(kantor, proksi)
        assert gagal(kantor, ALAMAT, Limits()).rinci == "proksi menolak"
    lewat(kantor, replace(proksi, port=free_port()))
    assert gagal(kantor, ALAMAT, Limits()).rinci == "proksi mati"
    with Proksi(port(kota), status="200 OK\r\nContent-Length: 3\r\n\r\nhai").jalan() as proksi:
        lewat(kantor, proksi)
        assert gagal(kantor, ALAMAT, Limits()).kind in ("portal", "putus")


def test_a_proxy_that_opens_secure_lines_never_sees_the_token(kantor: Office, kota: CityThread, tmp_path: Path) -> None:
    kantor.store.token = "tiket-masuk"
    buka = konteks(tmp_path, server(otoritas("Kantor Dalam"), dns=("kota.uji",)))
    with Proksi(port(kota), buka=buka).jalan() as proksi:
        lewat(kantor, proksi)
        sebab = gagal(kantor, ALAMAT, Limits())
    assert sebab.rinci == "dibuka"
    assert "Kantor Dalam" in sebab.pesan
    assert not any(b"tiket-masuk" in satu for satu in proksi.diminta)


def test_the_systems_proxy_is_used_unless_none_is_wanted(
    kantor: Office, kota: CityThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Proksi(port(kota)).jalan() as proksi:
        monkeypatch.setenv("HTTPS_PROXY", f"http://{proksi.alamat}")
        network.save(kantor.store.folder, Network(ca=KOTA.pem, proxy="tanpa"))
        assert gagal(kantor, ALAMAT, SINGKAT).kind == "mati"
        assert proksi.diminta == []
        network.save(kantor.store.folder, Network(ca=KOTA.pem))
        assert sinkron(kantor).matching
        assert len(proksi.diminta) == 1


def test_this_computer_itself_is_never_reached_through_a_proxy(
    kantor: Office, kota: CityThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{free_port()}")
    kantor.store.save_identity(kantor.store.identity._replace(server=kota.url))
    assert sinkron(kantor).matching


@pytest.mark.parametrize("isi", ["", "proksi", "proksi:0", "proksi:70000", "http://a:1/x", "a b:1", "user:pw@a:1"])
def test_a_proxy_address_that_is_none(isi: str) -> None:
    with pytest.raises(Exception, match=r"[Pp]roksi") as sebab:
        network.manual(isi)
    assert getattr(sebab.value, "field", "") == "alamat"
    assert network.manual(" http://proksi.kantor:0080/ ").address == "proksi.kantor:80"


def test_names_that_nobody_knows_and_name_servers_that_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A silent name server must not hold the program longer than a connection may last."""
    with pytest.raises(OSError, match=r"."):
        resolve("a..b", 1, 5)
    diam = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: diam.wait(5))
    with pytest.raises(NotConnected, match="silent"):
        dial("kota", 1, Deadline(SINGKAT))
    diam.set()


def test_every_step_of_the_test_is_told(kantor: Office, kota: CityThread) -> None:
    """All is well, with the login of an enrolled computer; and how far it came where something is not."""
    kantor.store.save_identity(kantor.store.identity._replace(server=kota.url))
    baik = kantor.test_network()
    assert [s.name for s in baik] == LANGKAH
    assert all(s.ok for s in baik)
    assert "lewat CA kota. Diterbitkan CA Kota Uji" in baik[2].kalimat
    assert "Mengenal komputer ini sebagai PC-1" in baik[3].kalimat
    assert _keadaan(kantor.test_network("https://kota.uji")) == [False, None, None, None, None]
    network.save(kantor.store.folder, Network())
    assert _keadaan(kantor.test_network()) == [True, True, False, None, None]
    jauh = probe.run(kota.url, Network(ca=KOTA.pem), clock=lambda: kantor.store.clock() + 5 * 3_600_000)
    assert _keadaan(jauh) == [True, True, True, True, False]
    assert "Jam komputer ini salah" in jauh[4].kalimat
    with Proksi(port(kota), masuk="a:b").jalan() as proksi:
        lain = probe.run(ALAMAT, network.manual(proksi.alamat, ca=KOTA.pem))
    assert _keadaan(lain) == [True, False, None, None, None]
    assert probe.run("ftp://x", Network())[0].ok is False


def _keadaan(steps: tuple[probe.Step, ...]) -> list[bool | None]:
    return [s.ok for s in steps]


def test_the_citys_clock_is_known_after_any_answer(kantor: Office, kota: CityThread) -> None:
    http = Http(kota.url, network=Network(ca=KOTA.pem), clock=lambda: kantor.store.clock() - 86_400_000)
    with pytest.raises(SessionOver):
        http.get("/sync/v1/digest", {"scope": "kota", "table": "konflik"}, DigestAnswer)
    assert http.skew is not None
    assert abs(http.skew - 86_400_000) < 5000
    http.close()


def test_a_clock_that_is_off_is_told_after_the_sync(office: Buka, kota: CityThread) -> None:
    satu = office("b")
    network.save(satu.store.folder, Network(ca=KOTA.pem))
    daftarkan(satu, kota)
    sinkron(satu)
    assert satu.clock_warning == ""
    satu.store.clock = lambda: now_ms() - 3 * 3_600_000
    assert sinkron(satu).matching
    assert "Jam komputer ini salah" in satu.clock_warning
    satu.store.clock = now_ms
    sinkron(satu)
    assert satu.clock_warning == ""
