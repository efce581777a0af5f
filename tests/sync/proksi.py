"""A proxy of an office network: it may want a password, refuse, or open secure lines."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Self

from tests.sync.pelayan import baca_semua


@dataclass
class Proksi:
    """Every name that is asked for is the server at ``tujuan`` (a port here); ``diminta`` is what came in."""

    tujuan: int
    masuk: str = ""
    status: str = ""
    buka: ssl.SSLContext | None = None
    diminta: list[bytes] = field(default_factory=list)
    port: int = 0

    @contextmanager
    def jalan(self) -> Iterator[Self]:
        """Run it; ``port`` is where."""
        berhenti = threading.Event()
        with socket.create_server(("127.0.0.1", 0)) as telinga:
            self.port = telinga.getsockname()[1]
            telinga.settimeout(0.05)
            utas = threading.Thread(target=self._dengar, args=(telinga, berhenti))
            utas.start()
            try:
                yield self
            finally:
                berhenti.set()
                utas.join(10)

    @property
    def alamat(self) -> str:
        """host:port"""
        return f"127.0.0.1:{self.port}"

    def _dengar(self, telinga: socket.socket, berhenti: threading.Event) -> None:
        utas: list[threading.Thread] = []
        while not berhenti.is_set():
            try:
                sambungan, _ = telinga.accept()
            except TimeoutError:
                continue
            utas.append(threading.Thread(target=self._layani, args=(sambungan, berhenti)))
            utas[-1].start()
        for satu in utas:
            satu.join(10)

    def _layani(self, sambungan: socket.socket, berhenti: threading.Event) -> None:
        with closing(sambungan):
            sambungan.settimeout(5)
            try:
                kepala = baca_semua(sambungan)
                self.diminta.append(kepala)
                status = self.status or ("" if self._boleh(kepala) else "407 Proxy Authentication Required")
                if status:
                    sambungan.sendall(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())
                    return
                sambungan.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                if self.buka:
                    with closing(self.buka.wrap_socket(sambungan, server_side=True)) as jalur:
                        self.diminta.append(baca_semua(jalur))
                    return
                with socket.create_connection(("127.0.0.1", self.tujuan)) as kota:
                    _salurkan(sambungan, kota, berhenti)
            except OSError:
                return

    def _boleh(self, kepala: bytes) -> bool:
        benar = b"Proxy-Authorization: Basic " + base64.b64encode(self.masuk.encode())
        return not self.masuk or benar in kepala


def _salurkan(kiri: socket.socket, kanan: socket.socket, berhenti: threading.Event) -> None:
    def salin(dari: socket.socket, ke: socket.socket) -> None:
        dari.settimeout(0.05)
        while not berhenti.is_set():
            try:
                data = dari.recv(65536)
                if not data:
                    ke.shutdown(socket.SHUT_WR)
                    return
                ke.sendall(data)
            except TimeoutError:
                continue
            except OSError:
                return

    balik = threading.Thread(target=salin, args=(kanan, kiri))
    balik.start()
    salin(kiri, kanan)
    balik.join(10)
