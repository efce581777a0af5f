"""A line that is cut at one byte, in one direction, once; and a city and an office that can be put back in no time."""

from __future__ import annotations

import contextlib
import select
import socket
import sqlite3
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Literal

from sipokat_desktop.app import Office
from sipokat_desktop.storage import engine, sqlite
from sync.client.http import Http, NetworkTrouble
from sync.client.session import Session, Summary
from sync.client.wire import Limits
from tests.kota import CityThread
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Simpanan

Arah = Literal["naik", "turun"]
"""From the office to the city, and back."""

BATAS = Limits(connect=5, read=5, whole=10)


class Pemotong:
    """Carries one connection after another to the city; counts the bytes each way and cuts where it was told."""

    def __init__(self, tujuan: int) -> None:
        self._tujuan = ("127.0.0.1", tujuan)
        self._telinga = socket.create_server(("127.0.0.1", 0))
        self._telinga.settimeout(0.05)
        self._berhenti = threading.Event()
        self.url = f"http://127.0.0.1:{self._telinga.getsockname()[1]}"
        self.mulai()
        self._utas = threading.Thread(target=self._dengar, name="pemotong")
        self._utas.start()

    def mulai(self, arah: Arah = "naik", byte: int | None = None, *, banting: bool = False) -> None:
        """Count anew; cut behind ``byte`` bytes in that direction (None: never), with a reset if ``banting``."""
        self.jumlah = {"naik": 0, "turun": 0}
        self._arah, self._byte, self._banting = arah, byte, banting
        self.terpotong = False

    def tutup(self) -> None:
        """Stop."""
        self._berhenti.set()
        self._utas.join(10)
        self._telinga.close()

    def _dengar(self) -> None:
        while not self._berhenti.is_set():
            try:
                kantor, _ = self._telinga.accept()
            except TimeoutError:
                continue
            with closing(kantor), closing(socket.create_connection(self._tujuan)) as kota:
                for satu in (kantor, kota):
                    satu.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with contextlib.suppress(OSError):
                    self._bawa(kantor, kota)
                if self.terpotong and self._banting:
                    for satu in (kantor, kota):
                        satu.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _bawa(self, kantor: socket.socket, kota: socket.socket) -> None:
        """Carry bytes until one side hangs up or the cut comes."""
        jalan: dict[socket.socket, tuple[Arah, socket.socket]] = {kantor: ("naik", kota), kota: ("turun", kantor)}
        while not self._berhenti.is_set():
            if self._habis():
                return
            siap, _, _ = select.select([kantor, kota], [], [], 0.05)
            for dari in siap:
                arah, ke = jalan[dari]
                data = dari.recv(min(65536, self._sisa(arah)))
                if not data:
                    return
                ke.sendall(data)
                self.jumlah[arah] += len(data)
                if self._habis():
                    return

    def _sisa(self, arah: Arah) -> int:
        if self._byte is None or arah != self._arah or self.terpotong:
            return 65536
        return max(1, self._byte - self.jumlah[arah])

    def _habis(self) -> bool:
        if self._byte is None or self.terpotong or self.jumlah[self._arah] < self._byte:
            return False
        self.terpotong = True
        return True


def _terbuka(berkas: Path) -> sqlite3.Connection:
    return sqlite3.connect(berkas, check_same_thread=False)


def _terkunci(kunci: bytes | None, berkas: Path) -> sqlite3.Connection:
    con = sqlite.connect(berkas, check_same_thread=False)
    engine.unlock(con, kunci)
    return con


class _Foto:
    """A copy of an SQLite file, page by page, and the way back into a file that stays open."""

    def __init__(self, asal: sqlite3.Connection, berkas: Path, buka: Callable[[Path], sqlite3.Connection]) -> None:
        self._isi = buka(berkas)
        asal.backup(self._isi)

    def pulihkan(self, tujuan: sqlite3.Connection) -> None:
        self._isi.backup(tujuan)

    def tutup(self) -> None:
        self._isi.close()


class Panggung:
    """One office with changes to send and one city, both put back to the same moment before every try."""

    def __init__(self, office: Office, kota: CityThread, folder: Path) -> None:
        self.office, self.kota = office, kota
        self.garis = Pemotong(int(kota.url.rpartition(":")[2]))
        office.store.token = ""
        office.store.save_identity(office.store.identity._replace(server=self.garis.url))
        self._jati = office.store.identity
        self._kantor = _Foto(office.store._con, folder / "foto-kantor.db", partial(_terkunci, office.store.key))
        self._pusat = None if kota.db.is_sqlite else Simpanan(kota.db)
        self._pusat_sqlite = None
        if kota.db.is_sqlite:
            with self._mentah() as con:
                self._pusat_sqlite = _Foto(con, folder / "foto-kota.db", _terbuka)

    def tutup(self) -> None:
        """Stop the line and let go of the copies."""
        self.garis.tutup()
        self._kantor.tutup()
        if self._pusat_sqlite:
            self._pusat_sqlite.tutup()

    @contextlib.contextmanager
    def _mentah(self) -> Iterator[sqlite3.Connection]:
        with closing(self.kota.db.engine.raw_connection()) as con:
            asli = con.driver_connection
            assert isinstance(asli, sqlite3.Connection)
            yield asli

    def ulang(self) -> None:
        """Put office and city back."""
        self.reda()
        self._kantor.pulihkan(self.office.store._con)
        if self.office.store.identity != self._jati:
            self.office.store.save_identity(self._jati)
        if self._pusat:
            self._pusat.pulihkan(self.kota.db)
        else:
            assert self._pusat_sqlite is not None
            with self._mentah() as con:
                self._pusat_sqlite.pulihkan(con)

    def reda(self) -> None:
        """Wait until the city works on nothing any more: a request that was cut off may still be under way there."""
        akhir = time.monotonic() + 10
        while self.kota.sedang:
            assert time.monotonic() < akhir, "kota tidak selesai"
            time.sleep(0.0005)

    def kirim(self) -> Summary:
        """Sync over the line."""
        store = self.office.store
        http = Http.of(store, store.token, limits=BATAS)
        try:
            return Session(store, http).run()
        finally:
            http.close()

    def potong(self, arah: Arah, byte: int) -> str:
        """Put all back, cut one sync at a byte, sync again to the end; returns how the cut one ended.

        A session packs to some bytes more or less each time: a cut at its very end may find nothing to cut (utuh).
        """
        self.ulang()
        self.garis.mulai(arah, byte, banting=byte % 2 == 1)
        hasil = "selesai"
        try:
            self.kirim()
        except NetworkTrouble as exc:
            hasil = exc.kind
        utuh = not self.garis.terpotong
        self.garis.mulai()
        assert self.kirim().matching
        return "utuh" if utuh else hasil

    def isi(self) -> tuple[object, object, object]:
        """What the city holds, what became of every op, and what the office sees."""
        db = self.kota.db
        return dunia.isi_kota(db, KELURAHAN), sorted(dunia.hasil(db)), dunia.isi_kantor(self.office, KELURAHAN)
