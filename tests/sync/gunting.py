"""A line that is cut again and again: after so many bytes, or so many seconds; and slow, if it is to be."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Self

POTONG = 16 << 10
TAK_ADA = 1 << 60


@dataclass
class Gunting:
    """Carries bytes to the port ``tujuan``; ``tiap`` bytes upwards or ``detik`` seconds cut every connection.

    ``laju``: bytes a second upwards, 0 for as fast as it goes. ``naik`` counts what went up, ``putus`` the cuts.
    """

    tujuan: int
    tiap: int = TAK_ADA
    detik: float = 1e9
    laju: int = 0
    naik: int = 0
    putus: int = 0
    url: str = ""
    _kunci: threading.Lock = field(default_factory=threading.Lock)
    _batas: int = 0
    _saat: float = 0
    _hidup: list[socket.socket] = field(default_factory=list)
    _berhenti: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def jalan(self) -> Iterator[Self]:
        """Run it; ``url`` is where."""
        self._atur()
        with socket.create_server(("127.0.0.1", 0)) as telinga:
            self.url = f"http://127.0.0.1:{telinga.getsockname()[1]}"
            telinga.settimeout(0.05)
            utas = [threading.Thread(target=self._dengar, args=(telinga,)), threading.Thread(target=self._jam)]
            for satu in utas:
                satu.start()
            try:
                yield self
            finally:
                self._berhenti.set()
                self._gunting()
                for satu in utas:
                    satu.join(10)

    def utuh(self) -> None:
        """Cut no more."""
        self.tiap, self.detik, self.laju = TAK_ADA, 1e9, 0
        self._atur()

    def _atur(self) -> None:
        self._batas, self._saat = self.naik + self.tiap, time.monotonic() + self.detik

    def _jam(self) -> None:
        while not self._berhenti.wait(0.02):
            if time.monotonic() >= self._saat:
                self.putus += 1
                self._gunting()
                self._atur()

    def _gunting(self) -> None:
        """Reset every connection: neither side hears a goodbye."""
        with self._kunci:
            for satu in self._hidup:
                with suppress(OSError):
                    satu.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    satu.shutdown(socket.SHUT_RDWR)
            self._hidup.clear()

    def _dengar(self, telinga: socket.socket) -> None:
        utas: list[threading.Thread] = []
        while not self._berhenti.is_set():
            with suppress(TimeoutError):
                kantor, _ = telinga.accept()
                utas.append(threading.Thread(target=self._layani, args=(kantor,)))
                utas[-1].start()
        for satu in utas:
            satu.join(10)

    def _layani(self, kantor: socket.socket) -> None:
        with kantor, suppress(OSError), socket.create_connection(("127.0.0.1", self.tujuan)) as kota:
            for satu in (kantor, kota):
                satu.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._kunci:
                self._hidup += [kantor, kota]
            balik = threading.Thread(target=self._turun, args=(kota, kantor))
            balik.start()
            with suppress(OSError):
                self._naikkan(kantor, kota)
            with suppress(OSError):
                kota.shutdown(socket.SHUT_WR)
            balik.join(10)
            with self._kunci:
                self._hidup = [satu for satu in self._hidup if satu not in (kantor, kota)]

    def _naikkan(self, dari: socket.socket, ke: socket.socket) -> None:
        while data := dari.recv(POTONG):
            if self.laju:
                time.sleep(len(data) / self.laju)
            ke.sendall(data)
            self.naik += len(data)
            if self.naik >= self._batas:
                self.putus += 1
                self._atur()
                self._gunting()

    def _turun(self, dari: socket.socket, ke: socket.socket) -> None:
        with suppress(OSError):
            while data := dari.recv(POTONG):
                ke.sendall(data)
        with suppress(OSError):
            ke.shutdown(socket.SHUT_WR)
