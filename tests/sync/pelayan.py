"""Servers that answer as they like: what an office meets between itself and the city."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from sync import protocol

Bicara = Callable[[socket.socket], None]
KITA = f"{protocol.HEADER}: 1\r\n"


@contextmanager
def palsu(bicara: Bicara, *, baca: bool = True, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """A server that reads one request (``baca``) and then lets ``bicara`` answer as it likes; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as telinga:
        berhenti = threading.Event()

        def dengar() -> None:
            telinga.settimeout(0.05)
            while not berhenti.is_set():
                try:
                    sambungan, _ = telinga.accept()
                except TimeoutError:
                    continue
                _layani(sambungan, bicara, baca=baca, tls=tls)

        utas = threading.Thread(target=dengar)
        utas.start()
        alamat = f"127.0.0.1:{telinga.getsockname()[1]}" if tls is None else f"localhost:{telinga.getsockname()[1]}"
        try:
            yield f"{'http' if tls is None else 'https'}://{alamat}"
        finally:
            berhenti.set()
            utas.join(10)


def _layani(sambungan: socket.socket, bicara: Bicara, *, baca: bool, tls: ssl.SSLContext | None) -> None:
    with closing(sambungan):
        sambungan.settimeout(5)
        try:
            jalur = sambungan if tls is None else tls.wrap_socket(sambungan, server_side=True)
            with closing(jalur):
                if baca:
                    baca_semua(jalur)
                bicara(jalur)
        except OSError:
            return


def baca_semua(sambungan: socket.socket) -> bytes:
    """Read a whole request and return its head: a server that closes early would reset the connection."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = sambungan.recv(65536)
        if not part:
            return data
        data += part
    kepala, _, isi = data.partition(b"\r\n\r\n")
    panjang = [int(b.partition(b":")[2]) for b in kepala.lower().split(b"\r\n") if b.startswith(b"content-length")]
    while panjang and len(isi) < panjang[0]:
        isi += sambungan.recv(65536)
    return kepala


def jawab(status: str, badan: bytes = b"", kepala: str = "", *, panjang: int | None = None) -> Bicara:
    """Answer every request with this."""
    ukuran = len(badan) if panjang is None else panjang
    teks = f"HTTP/1.1 {status}\r\nContent-Length: {ukuran}\r\nConnection: close\r\n{kepala}\r\n".encode() + badan
    return lambda sambungan: sambungan.sendall(teks)


def menetes(jeda: float, badan: bytes, kepala: str = KITA) -> Bicara:
    """Answer at one byte of the body every ``jeda`` seconds."""

    def bicara(sambungan: socket.socket) -> None:
        sambungan.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {len(badan)}\r\n{kepala}\r\n".encode())
        for byte in badan:
            sambungan.sendall(bytes([byte]))
            time.sleep(jeda)

    return bicara


def kepala_menetes(jeda: float, lama: float = 9) -> Bicara:
    """Answer at one byte of the head every ``jeda`` seconds, never reach its end, and hang up after ``lama``."""

    def bicara(sambungan: socket.socket) -> None:
        sambungan.sendall(b"HTTP/1.1 200 OK\r\nX-Panjang: ")
        akhir = time.monotonic() + lama
        while time.monotonic() < akhir:
            sambungan.sendall(b"a")
            time.sleep(jeda)

    return bicara


def terus(potongan: bytes, awal: bytes = b"", jeda: float = 0) -> Bicara:
    """Send ``awal`` and then ``potongan`` again and again."""

    def bicara(sambungan: socket.socket) -> None:
        sambungan.sendall(awal)
        while True:
            sambungan.sendall(potongan)
            time.sleep(jeda)

    return bicara


def bisu(detik: float = 1.5) -> Bicara:
    """Say nothing for a while, then hang up."""
    return lambda _sambungan: time.sleep(detik)


def banting(teks: bytes) -> Bicara:
    """Send ``teks`` and reset the connection (RST instead of FIN)."""

    def bicara(sambungan: socket.socket) -> None:
        sambungan.sendall(teks)
        time.sleep(0.05)
        sambungan.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return bicara
