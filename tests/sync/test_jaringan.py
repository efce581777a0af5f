"""A hostile or broken network between office and city: a sentence each, nothing changed, nothing called sent."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sync import protocol
from sync.client import http as http_
from sync.client.http import Http, NetworkTrouble
from sync.client.session import Session
from sync.protocol import Answer, SessionAnswer, SessionRequest
from tests.kota import CityThread, free_port
from tests.sync.dunia import Buka, daftarkan, isi_rt, sinkron
from tests.sync.kawat import Lambat

Bicara = Callable[[socket.socket], None]
KITA = f"{protocol.HEADER}: 1\r\n"


@contextmanager
def palsu(bicara: Bicara) -> Iterator[str]:
    """A server that reads one request and then lets ``bicara`` answer as it likes; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as telinga:
        berhenti = threading.Event()

        def dengar() -> None:
            telinga.settimeout(0.05)
            while not berhenti.is_set():
                try:
                    sambungan, _ = telinga.accept()
                except TimeoutError:
                    continue
                with closing(sambungan):
                    sambungan.settimeout(5)
                    try:
                        _baca(sambungan)
                        bicara(sambungan)
                    except OSError:
                        continue

        utas = threading.Thread(target=dengar)
        utas.start()
        try:
            yield f"http://127.0.0.1:{telinga.getsockname()[1]}"
        finally:
            berhenti.set()
            utas.join(10)


def _baca(sambungan: socket.socket) -> None:
    """Read a whole request: a server that closes early would reset the connection."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = sambungan.recv(65536)
        if not part:
            return
        data += part
    kepala, _, isi = data.partition(b"\r\n\r\n")
    panjang = [int(b.partition(b":")[2]) for b in kepala.lower().split(b"\r\n") if b.startswith(b"content-length")]
    while panjang and len(isi) < panjang[0]:
        isi += sambungan.recv(65536)


def jawab(status: str, badan: bytes = b"", kepala: str = "", *, panjang: int | None = None) -> Bicara:
    """Answer every request with this."""
    ukuran = len(badan) if panjang is None else panjang
    teks = f"HTTP/1.1 {status}\r\nContent-Length: {ukuran}\r\nConnection: close\r\n{kepala}\r\n".encode() + badan
    return lambda sambungan: sambungan.sendall(teks)


def _menetes(jeda: float, badan: bytes, kepala: str = KITA) -> Bicara:
    def bicara(sambungan: socket.socket) -> None:
        sambungan.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {len(badan)}\r\n{kepala}\r\n".encode())
        for byte in badan:
            sambungan.sendall(bytes([byte]))
            time.sleep(jeda)

    return bicara


def _bisu(sambungan: socket.socket) -> None:
    time.sleep(1.5)
    sambungan.close()


def _tanpa_akhir(sambungan: socket.socket) -> None:
    sambungan.sendall(f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{KITA}\r\n".encode())
    while True:
        sambungan.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")


HTML = b"<html><body>Selamat datang di WiFi gratis. Silakan login.</body></html>"
JAWABAN = Answer(clock=0, chain="ok", acked_n=0, acked_hash="0" * 32).model_dump_json().encode()
GZIP = KITA + "Content-Encoding: gzip\r\n"
BOM = gzip.compress(b" " * (8 << 20))
SIBUK = json.dumps({"kind": "sibuk", "pesan": "Server kota sedang sibuk."}).encode()

KASUS: dict[str, tuple[Bicara, str, str]] = {
    "portal 200": (jawab("200 OK", HTML, "Content-Type: text/html\r\n"), "portal", "login WiFi"),
    "portal 302": (jawab("302 Found", b"", "Location: http://10.0.0.1/login\r\n"), "portal", "login WiFi"),
    "portal 511": (jawab("511 Network Authentication Required", HTML), "server", "sedang bermasalah"),
    "bukan kita 404": (jawab("404 Not Found", HTML), "portal", "bukan ke server Sipokat"),
    "proksi 407": (jawab("407 Proxy Authentication Required", HTML), "proksi", "proksi"),
    "rusak 500": (jawab("500 Internal Server Error", b"Internal Server Error"), "server", "sedang bermasalah"),
    "rusak 502": (jawab("502 Bad Gateway", HTML), "server", "sedang bermasalah"),
    "sibuk 503": (jawab("503 Service Unavailable", SIBUK, KITA + "Retry-After: 7\r\n"), "sibuk", "sibuk"),
    "json salah": (jawab("200 OK", b"{halo", KITA), "jawaban", "tidak utuh"),
    "json lain": (jawab("200 OK", b'{"a": 1}', KITA), "jawaban", "tidak utuh"),
    "kosong": (jawab("200 OK", b"", KITA), "jawaban", "tidak utuh"),
    "penolakan rusak": (jawab("403 Forbidden", HTML, KITA), "jawaban", "tidak utuh"),
    "gzip terpotong": (jawab("200 OK", gzip.compress(JAWABAN)[:-12], GZIP), "jawaban", "tidak utuh"),
    "gzip palsu": (jawab("200 OK", b"bukan gzip", GZIP), "jawaban", "tidak utuh"),
    "gzip bom": (jawab("200 OK", BOM, GZIP), "jawaban", "tidak utuh"),
    "putus di tengah": (jawab("200 OK", JAWABAN[:20], KITA, panjang=len(JAWABAN)), "putus", "tidak terjangkau"),
    "putus segera": (lambda sambungan: sambungan.close(), "putus", "tidak terjangkau"),
    "bukan http": (lambda sambungan: sambungan.sendall(b"220 smtp siap\r\n"), "putus", "tidak terjangkau"),
    "bisu": (_bisu, "lambat", "tidak menjawab"),
    "menetes": (_menetes(0.05, JAWABAN), "lambat", "tidak menjawab"),
    "menetes gzip": (_menetes(0.05, gzip.compress(JAWABAN * 3), GZIP), "lambat", "tidak menjawab"),
    "tanpa akhir": (_tanpa_akhir, "lambat", "tidak menjawab"),
}  # fmt: skip


@pytest.fixture
def tidak_sabar(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same limits as always, sixty times shorter, so that a test can wait for them."""
    monkeypatch.setattr(http_, "CONNECT_S", 1)
    monkeypatch.setattr(http_, "READ_S", 0.5)
    monkeypatch.setattr(http_, "WHOLE_S", 1)
    monkeypatch.setattr(http_, "MAX_ANSWER", 4 << 20)


def _keadaan(office: Office) -> dict[str, object]:
    """All that must not change: every table but the settings, where the trouble itself is noted."""
    con = office.store.reader()
    names = [r[0] for r in con.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'setelan'")]
    return {name: [tuple(r) for r in con.execute(f"SELECT * FROM {name}")] for name in names}


@pytest.fixture
def kantor(tmp_path: Path, office: Buka) -> Office:
    """An office with three changes to send, enrolled with a city that is not there any more."""
    kota = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    satu = daftarkan(office("a"), kota)
    isi_rt(satu, 1)
    sinkron(satu)
    kota.close()
    isi_rt(satu, 2)
    return satu


@pytest.mark.usefixtures("tidak_sabar")
@pytest.mark.parametrize("kasus", list(KASUS))
def test_every_way_a_network_fails_is_a_sentence(kantor: Office, kasus: str) -> None:
    bicara, kind, kalimat = KASUS[kasus]
    sebelum = _keadaan(kantor)
    with palsu(bicara) as url:
        kantor.store.save_identity(replace(kantor.store.identity, server=url))
        mulai = time.monotonic()
        with pytest.raises(NetworkTrouble) as sebab:
            kantor.sync()
        assert time.monotonic() - mulai < 4
    assert sebab.value.kind == kind
    assert kalimat in sebab.value.pesan
    assert "Data aman di komputer ini." in sebab.value.lengkap
    assert sebab.value.lengkap.endswith(".")
    sesudah = _keadaan(kantor)
    if kind not in ("lambat", "putus", "jawaban", "server", "sibuk"):
        assert sesudah == sebelum
    assert {t: r for t, r in sesudah.items() if t != "sync_op"} == {t: r for t, r in sebelum.items() if t != "sync_op"}
    assert kantor.status().waiting == 3
    assert kantor.status().trouble == sebab.value.lengkap


@pytest.mark.usefixtures("tidak_sabar")
@pytest.mark.parametrize("kasus", ["portal 200", "portal 302", "proksi 407"])
def test_what_never_arrived_is_not_called_sent(kantor: Office, kasus: str) -> None:
    with palsu(KASUS[kasus][0]) as url:
        kantor.store.save_identity(replace(kantor.store.identity, server=url))
        kantor.store.set_setting("sesi", "masih-berlaku")
        with pytest.raises(NetworkTrouble):
            kantor.sync()
    assert (kantor.status().waiting, kantor.status().sent) == (3, 0)


def test_no_server_at_all(kantor: Office) -> None:
    kantor.store.set_setting("sesi", "masih-berlaku")
    kantor.store.save_identity(replace(kantor.store.identity, server=f"http://127.0.0.1:{free_port()}"))
    with pytest.raises(NetworkTrouble, match="tidak terjangkau"):
        kantor.sync()
    assert (kantor.status().waiting, kantor.status().sent) == (3, 0)


@pytest.mark.parametrize("alamat", ["ftp://a", "kota", "http://", "http://[::1"])
def test_an_address_that_is_none(kantor: Office, alamat: str) -> None:
    kantor.store.save_identity(replace(kantor.store.identity, server=alamat))
    with pytest.raises(Exception, match=r"[Ss]erver") as sebab:
        kantor.sync()
    assert hasattr(sebab.value, "pesan")


def test_a_retry_time_is_kept(kantor: Office) -> None:
    with palsu(KASUS["sibuk 503"][0]) as url:
        kantor.store.save_identity(replace(kantor.store.identity, server=url))
        with pytest.raises(NetworkTrouble) as sebab:
            kantor.sync()
    assert sebab.value.retry_after == 7


@pytest.mark.usefixtures("tidak_sabar")
def test_a_line_that_was_too_slow_is_asked_for_less_the_next_time(kantor: Office) -> None:
    """One try a sync, so that it gives up within a minute; the page is halved from one to the next."""
    Lambat.ukuran = []
    for _ in range(4):
        session = Session(kantor.store, Lambat("http://kota", "masih-berlaku"))
        with pytest.raises(NetworkTrouble):
            session.run()
    assert Lambat.ukuran == [500, 250, 125, 100]
    assert kantor.store.setting("halaman") == "100"


def test_an_answer_in_pieces_is_read_whole() -> None:
    """Known-good control of the false server: many small pieces, chunked or not, are one answer."""
    badan = SessionAnswer(nonce="n" * 150).model_dump_json().encode()

    def potong(sambungan: socket.socket) -> None:
        sambungan.sendall(f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{GZIP}\r\n".encode())
        for byte in gzip.compress(badan):
            sambungan.sendall(b"1\r\n" + bytes([byte]) + b"\r\n")
        sambungan.sendall(b"0\r\n\r\n")

    for bicara in (_menetes(0, badan), _menetes(0, gzip.compress(badan), GZIP), potong, jawab("200 OK", badan, KITA)):
        with palsu(bicara) as url:
            http = Http(url)
            assert http.post("/sync/v1/session", SessionRequest(device_id="a"), SessionAnswer).nonce == "n" * 150
            http.close()
