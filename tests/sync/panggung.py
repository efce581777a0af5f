"""The stage of the random histories: a city in this process, PCs copied from a prepared folder, and every mishap.

Nothing of the product is replaced but the socket: requests go through the real application as bytes, stores are
real files. A history costs no enrolment, no thread and no port, so that thousands of them can be played.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar
from urllib.parse import urlencode

import pytest
from fastapi import routing
from fastapi.dependencies import utils
from sqlalchemy import event

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import engine, identity
from sync import protocol
from sync.client import http as http_
from sync.client.http import Http, NetworkTrouble
from sync.protocol import Exchange, Message
from sync.server import app as server_app
from sync.server.app import make_app
from sync.server.database import Database
from tests.kota import CityThread
from tests.sync.dunia import KELURAHAN, LAIN
from tests.sync.perangkat import Jawab, minta
from tests.unit import kantor

CEPAT = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Histories are many and their disk need not last."""
NAMA = "abcd"
TEMPAT = (KELURAHAN, KELURAHAN, KELURAHAN, LAIN)
"""Whose PC each of the four is."""
TANDA = re.compile('"(?:chain|resync|outcome)":"?([a-z]+)')
"""What an answer says of the chain, of cursors (true: start anew) and of each op."""
M = TypeVar("M", bound=Message)
T = TypeVar("T")


class Mati(BaseException):
    """The power is gone: no statement runs any more, whoever asks for it."""


@dataclass(slots=True)
class Jam:
    """The true time, which goes on by a millisecond with every look; ``geser`` is how wrong this clock is."""

    geser: int = 0
    lewat: list[int] = field(default_factory=lambda: [now_ms()])

    def __call__(self) -> int:
        self.lewat[0] += 1
        return self.lewat[0] + self.geser


@dataclass(slots=True)
class Listrik:
    """Counts statements and cuts the power before the one whose turn it is; 0: never."""

    sisa: int = 0
    mati: bool = False

    def pakai(self) -> None:
        """A statement is about to run."""
        if self.mati:
            raise Mati
        if self.sisa:
            self.sisa -= 1
            if not self.sisa:
                self.mati = True
                raise Mati


class Retak:
    """A connection to a store whose power may be cut before any statement; a rollback always works."""

    def __init__(self, con: sqlite3.Connection, listrik: Listrik) -> None:
        self._con, self._listrik = con, listrik

    def __getattr__(self, name: str) -> Any:
        return getattr(self._con, name)

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        """Run a statement, if there is power."""
        if sql != "ROLLBACK":
            self._listrik.pakai()
        return self._con.execute(sql, *args)

    def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
        """Run a statement many times, if there is power."""
        self._listrik.pakai()
        return self._con.executemany(sql, *args)


class Kota:
    """The city: one application for all histories of a process, its database put back before each."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "kota.db"
        self.jam = Jam()
        self.db = Database(f"sqlite:///{self.file}")
        self.app = make_app(self.db, clock=self.jam)
        self.listrik = Listrik()
        self.jejak: Counter[str] = Counter()
        """What has happened so far, so that a test can see that the histories reach every corner."""
        self._loop = asyncio.new_event_loop()
        event.listen(self.db.engine, "before_cursor_execute", lambda *_args: self.listrik.pakai())
        event.listen(self.db.engine, "commit", lambda _con: self.listrik.pakai())

    def minta(self, method: str, path: str, body: bytes, token: str) -> Jawab:
        """Ask the application; raise NetworkTrouble when its power was cut meanwhile."""
        try:
            return self._loop.run_until_complete(minta(self.app, method, path, body, token))
        except Mati as exc:
            self.listrik = Listrik()
            self.jejak["kota padam"] += 1
            raise NetworkTrouble("putus", "Server mati di tengah pekerjaan.") from exc

    def simpan(self, nama: str) -> None:
        """Keep a copy of the whole database."""
        self.lepas()
        shutil.copyfile(self.file, self.file.with_name(nama))

    def pulihkan(self, nama: str) -> None:
        """Put a copy in the place of the database."""
        self.lepas()
        for sisa in self.file.parent.glob("kota.db-*"):
            sisa.unlink()
        shutil.copyfile(self.file.with_name(nama), self.file)

    def lepas(self) -> None:
        """Close every connection: the last one writes the log back into the file."""
        self.db.engine.dispose()

    def tutup(self) -> None:
        """Let go of everything."""
        self.db.close()
        self._loop.close()


@dataclass(slots=True)
class Gangguan:
    """What goes wrong in one sync, at its request number ``ke`` (1, 2, …)."""

    apa: str = ""
    ke: int = 1
    sela: Callable[[], None] | None = None
    """Runs before that request: another PC syncs in between."""


class Kabel(Http):
    """The line from a PC to the city: bytes there and back without a socket, and what goes wrong on the way."""

    def __init__(self, kota: Kota, token: str, gangguan: Gangguan, rekaman: list[tuple[str, bytes, str]]) -> None:
        self.token, self.skew = token, None
        self._kota, self._gangguan, self._rekaman, self._nomor = kota, gangguan, rekaman, 0

    def close(self) -> None:
        """Nothing to close."""

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Send, and perhaps lose the request or the answer, or send it twice."""
        body = message.model_dump_json().encode()
        if not isinstance(message, Exchange):
            return self._jawab(self._kota.minta("POST", path, body, self.token), answer)
        self._nomor += 1
        kini = self._gangguan.apa if self._nomor == self._gangguan.ke else ""
        if self._gangguan.sela and self._nomor == self._gangguan.ke:
            self._gangguan.sela()
        if kini == "hilang":
            raise NetworkTrouble("putus", "Kiriman hilang.")
        for _ in range(2 if kini == "dua kali" else 1):
            got = self._kota.minta("POST", path, body, self.token)
            self._kota.jejak.update(str(tanda) for tanda in TANDA.findall(got[2].decode()))
            if b'"chain":"ok"' in got[2]:
                self._rekaman.append((path, body, self.token))
        if kini == "jawaban hilang":
            raise NetworkTrouble("putus", "Jawaban hilang.")
        return self._jawab(got, answer)

    def get(self, path: str, params: dict[str, str], answer: type[M]) -> M:
        """Ask."""
        return self._jawab(self._kota.minta("GET", f"{path}?{urlencode(params)}", b"", self.token), answer)

    def _jawab(self, got: Jawab, answer: type[M]) -> M:
        status, headers, body = got
        if status != 200:
            raise http_._refusal(_Jawaban(status, headers), body)  # type: ignore[arg-type]
        assert protocol.HEADER.lower() in headers
        return answer.model_validate_json(body)


@dataclass(frozen=True, slots=True)
class _Jawaban:
    status_code: int
    headers: dict[str, str]


LISTRIK: dict[str, Listrik] = {}
"""The power of each PC, by its folder."""


def listrik(folder: Path) -> Listrik:
    """The power of the PC in ``folder``."""
    return LISTRIK.setdefault(str(folder), Listrik())


async def _langsung(kerja: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """Run here what the server runs in a thread: the hops there and back cost more than the work."""
    return kerja(*args, **kwargs)


def lupakan_nomor(folder: Path) -> None:
    """Let a copy of a folder pass for the first one, as the image of a whole disk does."""
    file = folder / "identitas.json"
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"file_no": 0}))


class Panggung:
    """Everything that the histories of a process need; :meth:`mulai` puts it back to its beginning."""

    def __init__(self) -> None:
        self.akar = Path(mkdtemp(prefix="sipokat-acak-", dir=CEPAT))
        self.tumpuk = ExitStack()
        self.tumpuk.callback(shutil.rmtree, self.akar)
        self._siapkan()
        self.kota = Kota(self.akar)
        self.tumpuk.callback(self.kota.tutup)
        self.kota.simpan("awal.db")
        self.folder = self.akar / "main"
        self.cermin = Database(f"sqlite:///{self.akar / 'cermin.db'}")
        """Where a history's ops are pushed in another order."""
        self.tumpuk.callback(self.cermin.close)

    @contextmanager
    def terpasang(self) -> Iterator[None]:
        """Let every store that is opened inside the block hang on its PC's power."""
        buka, simpan = engine.open_writer, identity.save

        def simpan_identitas(path: Path, baru: identity.Identity) -> None:
            listrik(path.parent).pakai()
            simpan(path, baru)

        with pytest.MonkeyPatch.context() as tambal:
            for modul in (server_app, routing, utils):
                tambal.setattr(modul, "run_in_threadpool", _langsung)
            tambal.setattr(engine, "open_writer", lambda path, key=None: Retak(buka(path, key), listrik(path.parent)))
            tambal.setattr(identity, "save", simpan_identitas)
            yield

    def _siapkan(self) -> None:
        """Enrol four PCs, give the city a tariff, one kelurahan its heads of RT and a locked list; keep it all."""
        city = CityThread(f"sqlite:///{self.akar / 'kota.db'}")
        city.set_tarif()
        pc = [Office(self.akar / "contoh" / nama) for nama in NAMA]
        for satu, kode in zip(pc, TEMPAT, strict=True):
            satu.enrol(server=city.url, code=city.invite(kode), name="Rina")
            satu.sync()
        for satu, kode in ((pc[0], KELURAHAN), (pc[3], LAIN)):
            for ke in (1, 2, 3):
                rt.tambah(satu.store, kode, kantor.isian(ke))
            nomor = insentif.susun(satu.store, kode, periode.baca("2026-01")).value
            insentif.kunci(satu.store, nomor, lurah="Lurah")
        for satu in (*pc, *pc):
            satu.sync()
        for satu in pc:
            satu.close()
            lupakan_nomor(satu.store.folder)
        city.close()

    def mulai(self) -> None:
        """Begin a new history: the city and the PCs as they were after the preparation."""
        LISTRIK.clear()
        self.kota.jam.lewat[0] = now_ms()
        self.kota.listrik = Listrik()
        self.kota.pulihkan("awal.db")
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.akar / "contoh", self.folder)
