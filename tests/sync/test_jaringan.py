"""A hostile or broken network between office and city: a sentence each, nothing changed, nothing called sent."""

from __future__ import annotations

import gzip
import json
import os
import socket
import threading
import time
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sync import protocol
from sync.client.http import Http, NetworkTrouble
from sync.client.network import Network
from sync.client.session import Session
from sync.client.wire import Limits
from sync.protocol import Answer, EnrolRequest, SessionAnswer, SessionRequest
from tests.kota import City, CityThread, free_port
from tests.sync.dunia import Buka, daftarkan, isi_rt, sinkron
from tests.sync.kawat import SINGKAT, Lambat, gagal, sidik
from tests.sync.pelayan import (
    KITA,
    Bicara,
    baca_semua,
    banting,
    bisu,
    jawab,
    kepala_menetes,
    menetes,
    palsu,
    terus,
)

HTML = b"<html><body>Selamat datang di WiFi gratis. Silakan login.</body></html>"
JAWABAN = Answer(clock=0, chain="ok", acked_n=0, acked_hash="0" * 32).model_dump_json().encode()
GZIP = KITA + "Content-Encoding: gzip\r\n"
BOM = gzip.compress(b" " * (8 << 20))
DALAM = b"[" * 100_000
SIBUK = json.dumps({"kind": "sibuk", "pesan": "Server kota sedang sibuk."}).encode()
KOTA_LAIN = f"{KITA}{protocol.CITY_HEADER}: 0123456789abcdef\r\n"
POTONGAN = b"10000\r\n" + b" " * 65536 + b"\r\n"

KASUS: dict[str, tuple[Bicara, str, str]] = {
    "portal 200": (jawab("200 OK", HTML, "Content-Type: text/html\r\n"), "portal", "login WiFi"),
    "portal 302": (jawab("302 Found", b"", "Location: http://10.0.0.1/login\r\n"), "portal", "ke 10.0.0.1"),
    "portal 307": (jawab("307 Temporary Redirect", b"", "Location: https://masuk.wifi/x\r\n"), "portal", "masuk.wifi"),
    "portal 302 aneh": (jawab("302 Found", b"", "Location: http://[::1\r\n"), "portal", "login WiFi"),
    "portal 302 tanpa akhir": (terus(POTONGAN, b"HTTP/1.1 302 Found\r\nTransfer-Encoding: chunked\r\n\r\n"),
                               "jawaban", "tidak utuh"),
    "alih dari kita": (jawab("308 Permanent Redirect", b"", f"{KITA}Location: http://a.b/\r\n"), "portal", "ke a.b"),
    "portal 511": (jawab("511 Network Authentication Required", HTML), "portal", "login WiFi"),
    "bukan kita 404": (jawab("404 Not Found", HTML), "portal", "bukan ke server Sipokat"),
    "proksi 407": (jawab("407 Proxy Authentication Required", HTML), "proksi", "meminta nama dan kata sandi"),
    "rusak 500": (jawab("500 Internal Server Error", b"Internal Server Error"), "server", "sedang bermasalah"),
    "rusak 500 kita": (jawab("500 Internal Server Error", HTML, KITA), "server", "sedang bermasalah"),
    "rusak 502": (jawab("502 Bad Gateway", HTML), "server", "sedang bermasalah"),
    "sibuk 503": (jawab("503 Service Unavailable", SIBUK, KITA + "Retry-After: 7\r\n"), "sibuk", "sibuk"),
    "sibuk 503 nginx": (jawab("503 Service Unavailable", HTML), "server", "sibuk"),
    "sibuk 429 nginx": (jawab("429 Too Many Requests", HTML, "Retry-After: 9\r\n"), "server", "sibuk"),
    "kota lain": (jawab("200 OK", JAWABAN, KOTA_LAIN), "kota lain", "server Sipokat lain"),
    "kota lain menolak": (jawab("403 Forbidden", SIBUK, KOTA_LAIN), "kota lain", "server Sipokat lain"),
    "json salah": (jawab("200 OK", b"{halo", KITA), "jawaban", "tidak utuh"),
    "json lain": (jawab("200 OK", b'{"a": 1}', KITA), "jawaban", "tidak utuh"),
    "json larik": (jawab("200 OK", b"[1, 2]", KITA), "jawaban", "tidak utuh"),
    "json dalam": (jawab("200 OK", DALAM, KITA), "jawaban", "tidak utuh"),
    "bukan utf-8": (jawab("200 OK", b'{"nonce": "\xff\xfe"}', KITA), "jawaban", "tidak utuh"),
    "kosong": (jawab("200 OK", b"", KITA), "jawaban", "tidak utuh"),
    "penolakan rusak": (jawab("403 Forbidden", HTML, KITA), "jawaban", "tidak utuh"),
    "gzip terpotong": (jawab("200 OK", gzip.compress(JAWABAN)[:-12], GZIP), "jawaban", "tidak utuh"),
    "gzip palsu": (jawab("200 OK", b"bukan gzip", GZIP), "jawaban", "tidak utuh"),
    "gzip bom": (jawab("200 OK", BOM, GZIP), "jawaban", "tidak utuh"),
    "tanpa akhir": (terus(POTONGAN, f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{KITA}\r\n".encode()),
                    "jawaban", "tidak utuh"),
    "putus di tengah": (jawab("200 OK", JAWABAN[:20], KITA, panjang=len(JAWABAN)), "putus", "tidak terjangkau"),
    "putus di kepala": (lambda s: s.sendall(b"HTTP/1.1 200 OK\r\nContent-Le"), "putus", "tidak terjangkau"),
    "putus segera": (lambda s: s.close(), "putus", "tidak terjangkau"),
    "banting di tengah": (banting(f"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n{KITA}\r\n{{".encode()),
                          "putus", "tidak terjangkau"),
    "bukan http": (lambda s: s.sendall(b"220 smtp siap\r\n"), "putus", "tidak terjangkau"),
    "kepala tanpa akhir": (terus(b"X: a\r\n" * 99, b"HTTP/1.1 200 OK\r\n"), "putus", "tidak terjangkau"),
    "bisu": (bisu(), "lambat", "tidak menjawab"),
    "kepala menetes": (kepala_menetes(0.05), "lambat", "tidak menjawab"),
    "100 tanpa akhir": (terus(b"HTTP/1.1 100 Continue\r\n\r\n", jeda=0.05), "lambat", "tidak menjawab"),
    "menetes": (menetes(0.05, JAWABAN), "lambat", "tidak menjawab"),
    "menetes gzip": (menetes(0.05, gzip.compress(JAWABAN * 3), GZIP), "lambat", "tidak menjawab"),
    "menetes tanpa akhir": (terus(b"1\r\n \r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 0.05),
                            "lambat", "tidak menjawab"),
}  # fmt: skip


@pytest.fixture
def kantor(tmp_path: Path, office: Buka) -> Office:
    """An office with three changes to send, enrolled with a city that is not there any more."""
    kota = CityThread(f"sqlite:///{tmp_path / 'lama.db'}")
    satu = daftarkan(office("a"), kota)
    isi_rt(satu, 1)
    sinkron(satu)
    kota.close()
    isi_rt(satu, 2)
    return satu


@pytest.mark.parametrize("masuk", [False, True], ids=["login", "kirim"])
@pytest.mark.parametrize("kasus", list(KASUS))
def test_every_way_a_network_fails_is_a_sentence(kantor: Office, kasus: str, *, masuk: bool) -> None:
    """In the login before the ops leave, and in the exchange that carries them."""
    bicara, kind, kalimat = KASUS[kasus]
    kantor.store.token = "masih-berlaku" if masuk else ""
    with palsu(bicara) as url:
        sebab = gagal(kantor, url)
    assert sebab.kind == kind
    assert kalimat in sebab.pesan
    assert kantor.status().waiting == 3


def test_a_change_would_be_noticed(kantor: Office) -> None:
    """Known-bad control of the harness: a server that is believed changes the hash."""
    sebelum = sidik(kantor)
    kota = CityThread(f"sqlite:///{kantor.store.folder.parent / 'lama.db'}")
    try:
        with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
            gagal(kantor, kota.url, Limits())
    finally:
        kota.close()
    assert sidik(kantor) != sebelum


def test_the_trouble_is_kept_for_the_status(kantor: Office) -> None:
    with palsu(KASUS["portal 200"][0]) as url:
        kantor.store.save_identity(kantor.store.identity._replace(server=url))
        with pytest.raises(NetworkTrouble) as sebab:
            kantor.sync()
    assert kantor.status().trouble == sebab.value.lengkap
    assert kantor.status().waiting == 3


def test_no_server_at_all(kantor: Office) -> None:
    kantor.store.token = "masih-berlaku"
    assert gagal(kantor, f"http://127.0.0.1:{free_port()}").kind == "mati"
    assert (kantor.status().waiting, kantor.status().sent) == (3, 0)


def _sampai(menyerah: threading.Event) -> Bicara:
    """Say nothing until the other side has given up."""

    def bicara(_sambungan: socket.socket) -> None:
        menyerah.wait(60)

    return bicara


def test_a_server_that_does_not_take_what_is_sent() -> None:
    """An upload that stalls is given up like an answer that does."""
    banyak = EnrolRequest(code="x" * 200, public_key="", name="", inc="a").model_copy(
        update={"public_key": os.urandom(8 << 20).hex()}
    )
    menyerah = threading.Event()
    with palsu(_sampai(menyerah), baca=False) as url:
        http = Http(url, limits=SINGKAT)
        with pytest.raises(NetworkTrouble, match="tidak menjawab"):
            http.post("/sync/v1/enrol", banyak, SessionAnswer)
        menyerah.set()
        http.close()


@pytest.mark.parametrize("alamat", ["ftp://a", "kota", "http://", "http://[::1", "https://a:b", "https://u:p@kota"])
def test_an_address_that_is_none(kantor: Office, alamat: str) -> None:
    kantor.store.save_identity(kantor.store.identity._replace(server=alamat))
    with pytest.raises(Exception, match=r"[Ss]erver") as sebab:
        kantor.sync()
    assert hasattr(sebab.value, "pesan")


@pytest.mark.parametrize("alamat", ["http://kota.go.id", "http://10.0.0.5:8000", "HTTP://sipokat"])
def test_nothing_goes_unencrypted_over_a_network(alamat: str) -> None:
    with pytest.raises(Exception, match="https://"):
        Http(alamat)
    for sini in ("http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", alamat.lower().replace("http", "https")):
        Http(sini).close()


@pytest.mark.parametrize(("kasus", "detik"), [("sibuk 503", 7), ("sibuk 429 nginx", 9)])
def test_a_retry_time_is_kept(kantor: Office, kasus: str, detik: int) -> None:
    with palsu(KASUS[kasus][0]) as url:
        assert gagal(kantor, url).retry_after == detik


def test_a_redirect_is_never_followed(kantor: Office) -> None:
    """Neither the token nor anything else reaches the place that the redirect names."""
    terdengar: list[bytes] = []

    def catat(sambungan: socket.socket) -> None:
        terdengar.append(baca_semua(sambungan))

    kantor.store.token = "rahasia"
    with palsu(catat, baca=False) as lain:
        for status in ("301", "302", "303", "307", "308"):
            with palsu(jawab(f"{status} Pindah", b"", f"Location: {lain}/sync/v1/exchange\r\n")) as url:
                assert "ke 127.0.0.1" in gagal(kantor, url).pesan
        time.sleep(0.1)
        assert terdengar == []
        with pytest.raises(NetworkTrouble):
            Http(lain, "rahasia").post("/", SessionRequest(device_id="a"), SessionAnswer)
    assert b"rahasia" in terdengar[0]


def test_another_citys_server_is_not_believed(kantor: Office, city: City) -> None:
    """A true server with a key of its own: it would not even be asked who this computer is."""
    assert gagal(kantor, city.url, Limits()).kind == "kota lain"


def test_a_line_that_was_too_slow_is_asked_for_less_the_next_time(kantor: Office) -> None:
    """One try a sync, so that it gives up within a minute; the page is halved from one to the next."""
    Lambat.ukuran = []
    for _ in range(4):
        session = Session(kantor.store, Lambat("https://kota", "masih-berlaku"))
        with pytest.raises(NetworkTrouble):
            session.run()
    assert Lambat.ukuran == [1000, 500, 250, 125]
    assert kantor.store.setting("halaman") == "100"


def test_an_answer_in_pieces_is_read_whole() -> None:
    """Known-good control of the false server: many small pieces, chunked or not, are one answer."""
    badan = SessionAnswer(nonce="n" * 150).model_dump_json().encode()

    def potong(sambungan: socket.socket) -> None:
        sambungan.sendall(f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{GZIP}\r\n".encode())
        for byte in gzip.compress(badan):
            sambungan.sendall(b"1\r\n" + bytes([byte]) + b"\r\n")
        sambungan.sendall(b"0\r\n\r\n")

    for bicara in (menetes(0, badan), menetes(0, gzip.compress(badan), GZIP), potong, jawab("200 OK", badan, KITA)):
        with palsu(bicara) as url:
            http = Http(url, network=Network(proxy="tanpa"))
            assert http.post("/sync/v1/session", SessionRequest(device_id="a"), SessionAnswer).nonce == "n" * 150
            http.close()
