"""City servers for the tests: the real application on a real port, in a thread or as a process of its own."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError

import uvicorn

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.registry import MODULES
from sync.protocol import Invitation
from sync.server import auth, city, depot
from sync.server.app import make_app
from sync.server.database import Database
from tests.anak import Anak

START_S = 120
PATIENT_S = 120
"""How long the city waits for its database here: the cores of a test are busy with others."""
STOP_S = 20


def free_port() -> int:
    """Return a port on 127.0.0.1 that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


class City:
    """What a city official does; ``db`` is the city's database, ``url`` where the offices reach it."""

    def __init__(self, db_url: str, url: str) -> None:
        self.db_url, self.url = db_url, url
        self.db = Database(db_url, batas=PATIENT_S)
        self.foto = depot.usual(self.db)
        """Where the city keeps photos: beside its SQLite file, else in a folder of the test's own."""
        if not self.db.is_sqlite:
            self.foto = depot.choose(self.db, Path(tempfile.mkdtemp(prefix="sipokat-foto-")))

    def invite(self, kode: str) -> str:
        """Return a one-time code for the kelurahan or kecamatan ``kode`` (or its name)."""
        return auth.invite(self.db, wilayah.lingkup_kantor(wilayah.cari_kantor(kode)), now_ms())

    def invitation(self, kode: str, file: Path) -> Path:
        """Write an invitation file for the kelurahan or kecamatan ``kode`` and return it."""
        tempat = wilayah.cari_kantor(kode)
        kantor = wilayah.lingkup_kantor(tempat)
        isi = Invitation(server=self.url, code=self.invite(kode), kelurahan=kantor, nama=tempat.nama)
        file.write_text(isi.model_dump_json(), encoding="utf-8")
        return file

    def command(self, *words: str) -> str:
        """Run a command that a module brings for the city (``tarif set …``) and return its sentence."""
        brought = [command for module in MODULES for command in module.city_commands()]
        for command in sorted(brought, key=lambda one: -len(one.words)):
            if words[: len(command.words)] == command.words:
                parser = Parser()
                command.arguments(parser)
                answer, _ = city.run(self.db, command, parser.parse_args(words[len(command.words) :]), now=now_ms())
                return "\n".join(answer.lines)
        raise LookupError(words)

    def set_tarif(self, jumlah: int = 550_000, *, mulai: str = "2025-01", komponen: str = "Insentif Ketua RT") -> None:
        """Set the tariff (rupiah a month) for every office."""
        self.command("tarif", "set", "--komponen", komponen, "--jumlah", str(jumlah), "--mulai", mulai)

    def close(self) -> None:
        """Let go of the database."""
        if not self.db.is_sqlite:
            shutil.rmtree(self.foto, ignore_errors=True)
        self.db.close()


class _Server(uvicorn.Server):
    """Ends when it is told to: uvicorn looks ten times a second, and waits as long again when nobody is served."""

    def end(self) -> None:
        """Stop; from any thread."""
        self.should_exit = True
        self._loop.call_soon_threadsafe(self._told.set)

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop, self._told = asyncio.get_running_loop(), asyncio.Event()
        await super().serve(sockets)

    async def main_loop(self) -> None:
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), timeout=1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await asyncio.sleep(0)
        if self.server_state.connections or self.server_state.tasks:
            await super().shutdown(sockets)
        else:
            await self.lifespan.shutdown()


class CityThread(City):
    """A city server in a thread of this process: quick to start; cannot be killed."""

    def __init__(
        self, db_url: str, *, tls: ssl.SSLContext | None = None, app: Callable[[Database], Any] = make_app
    ) -> None:
        """``app`` makes the application over the city's database."""
        # With its protocol named: otherwise asyncio leaves Nagle's algorithm on and every answer waits 40 ms.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.bind(("127.0.0.1", 0))
        host = "https://localhost" if tls else "http://127.0.0.1"
        super().__init__(db_url, f"{host}:{self._socket.getsockname()[1]}")
        config = uvicorn.Config(
            app(self.db), log_config=None, log_level="warning", access_log=False, timeout_graceful_shutdown=3
        )
        config.load()
        config.ssl = tls
        self._server = _Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, name="kota")
        self._thread.start()
        end = time.monotonic() + START_S
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > end:
                raise RuntimeError("Server kota di dalam uji tidak menyala.")
            time.sleep(0.005)

    @property
    def sedang(self) -> bool:
        """Tell whether a request is under way."""
        return bool(self._server.server_state.tasks)

    def close(self) -> None:
        """Stop the server."""
        if self._thread.is_alive():
            self._server.end()
        self._thread.join(STOP_S)
        self._socket.close()
        super().close()
        if self._thread.is_alive():
            raise RuntimeError("Server kota di dalam uji tidak berhenti.")


class CityProcess(City):
    """A city server as people run it, ``sipokat-pusat jalankan``; may be killed and started again on its port."""

    def __init__(self, db_url: str, folder: Path, *, options: Sequence[str] = ("--tanpa-web",)) -> None:
        """``options``: of the command; offices of the web live there only where they are wanted."""
        self._port, self._options = free_port(), options
        self._log = folder / "kota.log"
        self._process: subprocess.Popen[bytes] | Anak | None = None
        super().__init__(db_url, f"http://127.0.0.1:{self._port}")
        try:
            self.start()
        except RuntimeError:
            super().close()
            raise

    def start(self, *, options: Sequence[str] | None = None) -> None:
        """Start it (with other ``options`` from now on) and return once it answers; raise RuntimeError with its log
        otherwise."""
        self._options = self._options if options is None else options
        self._process = self._run(
            ["jalankan", "--db", self.db_url, "--alamat", f"127.0.0.1:{self._port}", *self._options]
        )
        end = time.monotonic() + START_S
        while not self.healthy():
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise RuntimeError(f"Server kota tidak menyala:\n{self._log.read_text()}")
            time.sleep(0.02)

    def _run(self, words: list[str]) -> subprocess.Popen[bytes] | Anak:
        command = [sys.executable, "-m", "sync.pusat.cli", *words]
        root = Path(__file__).resolve().parents[1]
        with self._log.open("ab") as out:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=root)

    @property
    def pid(self) -> int:
        """The number of the running process; 0 when it is down."""
        return self._process.pid if self._process else 0

    @property
    def port(self) -> int:
        """The port on 127.0.0.1."""
        return self._port

    def healthy(self) -> bool:
        """Tell whether the health page answers."""
        try:
            with urllib.request.urlopen(f"{self.url}/sehat", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def kill(self) -> None:
        """End it at once, as a power cut would (``kill -9``)."""
        self._end(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)

    def stop(self) -> None:
        """End it as an administrator does."""
        self._end(signal.SIGTERM)

    def close(self) -> None:
        """Stop the server."""
        self.stop()
        super().close()

    def ended(self) -> int:
        """Wait until it has ended by itself; return what it left with."""
        assert self._process is not None
        left = self._process.wait(STOP_S)
        self._process = None
        return int(left or 0)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


class QuickCity(CityProcess):
    """The same, forked from a process that has loaded the server: up in a tenth of the time."""

    def _run(self, words: list[str]) -> Anak:
        from sync.pusat import cli

        return Anak(cli.main, words, kata=self._log)
