"""A line of an office in between: 80 ms there and back, 5 Mbit/s each way; it also counts the bytes."""

from __future__ import annotations

import queue
import socket
import threading
import time
from contextlib import suppress

PERJALANAN_S = 0.080
BIT_PER_S = 5_000_000


class Garis:
    """A proxy in front of a local port. ``lambat`` False passes at once and only counts."""

    def __init__(self, port: int, *, lambat: bool) -> None:
        self._tujuan, self._lambat = port, lambat
        self.keluar = self.masuk = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.alamat = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._layani, daemon=True).start()

    def nol(self) -> None:
        """Begin to count anew."""
        self.keluar = self.masuk = 0

    def close(self) -> None:
        """Take no more connections."""
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _layani(self) -> None:
        with suppress(OSError):
            while True:
                kantor, _ = self._server.accept()
                if self._lambat:
                    time.sleep(PERJALANAN_S)  # the handshake of TCP
                kota = socket.create_connection(("127.0.0.1", self._tujuan))
                for dari, ke, arah in ((kantor, kota, "keluar"), (kota, kantor, "masuk")):
                    dari.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self._salurkan(dari, ke, arah)

    def _salurkan(self, dari: socket.socket, ke: socket.socket, arah: str) -> None:
        antre: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()

        def baca() -> None:
            bebas = 0.0
            isi = b"-"
            while isi:
                try:
                    isi = dari.recv(1 << 14)
                except OSError:
                    isi = b""
                setattr(self, arah, getattr(self, arah) + len(isi))
                bebas = max(bebas, time.monotonic()) + len(isi) * 8 / BIT_PER_S
                antre.put((bebas + PERJALANAN_S / 2 if self._lambat else 0.0, isi))

        def tulis() -> None:
            with suppress(OSError):
                while True:
                    kapan, isi = antre.get()
                    time.sleep(max(0.0, kapan - time.monotonic()))
                    if not isi:
                        ke.shutdown(socket.SHUT_WR)
                        return
                    ke.sendall(isi)

        for kerja in (baca, tulis):
            threading.Thread(target=kerja, daemon=True).start()
