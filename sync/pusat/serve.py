"""The city server put together: the API, the web pages, and what watches over both; in one process or several."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request, Response
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan, SipokatError
from sync.server import depot, held
from sync.server.app import make_app
from sync.server.database import Database
from sync.server.turns import Turns

from . import fellows, health, logs, metrics, pembaruan_web, text, watch
from .config import Config
from .fellows import Fellows
from .gate import Gate
from .slot import Slot
from .supervisor import Supervisor

if TYPE_CHECKING:
    from sync.web.kantor import Offices

LOG = logging.getLogger("sipokat.pusat")
KEEP_ALIVE_S = 75
"""Longer than the server in front keeps a connection: so it is never closed under a request."""
FILL_S = 600
AGAIN_S = 5.0
"""So long after an office could not be filled it is tried once more."""
BEHIND_S = 60.0
"""A worker that comes to others which are ready fills its offices for so long at most before it takes requests."""
PAUSE_S = 5.0
"""So long after an exchange began no page asks for another one: what offices send meanwhile comes with the next."""
WAIT_S = 0.05
"""How long a page waits for what offices have just sent; then it shows what was there a moment ago."""


def open_database(config: Config) -> Database:
    """Open the city's database as the settings say; raises Gangguan."""
    return Database(config.basis_data, baca=config.basis_data_baca, batas=config.batas_tunggu)


def build(
    config: Config, db: Database, *, offices: Offices | None = None, clock: Clock = now_ms,
    ended: Callable[[], None] = lambda: None, turns: Turns | None = None, beside: Fellows | None = None,
) -> ASGIApp:  # fmt: skip
    """Return the whole application over ``db``; ``offices``: those of the web, None for the API alone; ``ended`` is
    called when it has answered its last request; ``turns``: those of this process; ``beside``: the workers that share
    its socket."""
    figures = metrics.Metrics(db, clock)
    shelf = depot.of(db, config.foto.s3)
    app = make_app(db, clock=clock, shelf=shelf, note=partial(watch.exchanged, figures), turns=turns)
    health.add(app, health.Ready(db, clock, partial(_filled, offices), beside), figures, config.metrik.token)
    pembaruan_web.add(app, pembaruan_web.folder_of(config, db), clock)
    app.add_exception_handler(Exception, _broken)
    app.router.lifespan_context = partial(_life, ended)
    if offices is not None:
        from sync.web.app import Web

        safe = config.alamat_umum.startswith("https:")
        web = Web(
            db, offices, clock=clock, aman=safe, alamat=config.alamat_umum, foto=shelf,
            lisensi=config.data_terbuka.lisensi,
        )  # fmt: skip
        app.mount("/", web.application())
    gate = Gate(app, limits=config.batas, turned_away=lambda what: figures.turned_away.labels(what).inc())
    return watch.Watch(gate, metrics=figures)


@asynccontextmanager
async def _life(ended: Callable[[], None], _app: FastAPI) -> AsyncIterator[None]:
    yield
    await run_in_threadpool(ended)


async def _broken(request: Request, _exc: Exception) -> Response:
    return watch.broken(request.scope)


def _filled(offices: Offices | None) -> bool:
    """Tell whether every office that lives here holds what the city does; those that do not are being filled."""
    return offices is None or all([offices.of(one).siap(0) for one in hosted()])


def hosted() -> tuple[str, ...]:
    """Return the scopes of the offices that people log in for."""
    return tuple(one for one in (wilayah.KOTA, *wilayah.bawahan(wilayah.KOTA)) if wilayah.beberapa(one))


def folder_of_offices(config: Config, db: Database) -> Path:
    """Return where the web's offices live: as set, else beside the photos' usual place."""
    usual = depot.usual(db)
    return Path(config.kantor_web) if config.kantor_web else usual.with_name(usual.name.replace("foto", "kantor-web"))


def worker(content: str, *, web: bool) -> ASGIApp:
    """Make the application of one worker process from the settings as JSON: it opens what it needs by itself."""
    config = Config.model_validate_json(content)
    logs.configure(config.catatan)
    things = ExitStack()
    db = things.enter_context(closing(open_database(config)))
    offices, turns = None, Turns()
    if web:
        from sync.web import memori
        from sync.web.kantor import Offices

        memori.hemat()
        slot = things.enter_context(closing(Slot(folder_of_offices(config, db))))
        offices = things.enter_context(
            closing(Offices(db, slot.folder, sabar=WAIT_S, jeda=PAUSE_S, giliran=turns.behind))
        )
    beside = fellows.of_this_process()
    _begin(offices, beside, things)
    app = build(config, db, offices=offices, ended=things.close, turns=turns, beside=beside)
    gc.collect()
    gc.freeze()  # what is loaded now stays: the collector need not look at it again with every push
    return app


def _begin(offices: Offices | None, beside: Fellows | None, things: ExitStack) -> None:
    """Fill the offices: behind the first requests, but before them where other workers can answer those."""
    stop, full = Event(), Event()
    Thread(target=_fill, args=(offices, beside, stop, full), name="isi", daemon=True).start()
    if beside is not None:
        if beside.counted().ready:
            full.wait(BEHIND_S)
        beside.begins()
        things.callback(beside.ends)
    things.callback(stop.set)


def _fill(offices: Offices | None, beside: Fellows | None, stop: Event, full: Event) -> None:
    """Fill one office after another, so that the first page finds its data; again where one could not be filled."""
    while offices is not None and not all([_filled_one(offices, one) for one in hosted()]):
        if stop.wait(AGAIN_S):
            return
    if beside is not None:
        beside.is_ready()
    full.set()


def _filled_one(offices: Offices, one: str) -> bool:
    try:
        return offices.of(one).siap(FILL_S)
    except (SipokatError, SQLAlchemyError) as exc:
        LOG.warning("data halaman web %s belum dapat disiapkan: %s", one, type(exc).__name__)
        return False


def run(config: Config, *, web: bool, started: Callable[[], None]) -> None:
    """Serve until told to stop (SIGTERM, SIGINT): no new requests then, those under way end; raises Gangguan."""
    with closing(open_database(config)) as db:
        held.retry(db, now=now_ms())
        depot.place(db, config.foto.tempat)
    if web:
        import sync.web.app  # noqa: F401 — once, before the workers are forked
    with _listening(config) as door:
        started()
        work = partial(_serve, config.model_dump_json(), web, door)
        if config.pekerja == 1:
            work()
            return
        logs.configure(config.catatan)
        limit = config.batas.berhenti_detik
        if not Supervisor(work, config.pekerja, limit=limit, ending=door.close, ended=fellows.ended).run():
            raise Gangguan(text.PEKERJA_MATI, text.LIHAT_CATATAN)


def _serve(content: str, web: bool, door: socket.socket) -> None:
    """Do the work of one process until it is told to stop."""
    import uvicorn

    config = Config.model_validate_json(content)
    settings = uvicorn.Config(
        partial(worker, content, web=web), factory=True, log_config=None, log_level="warning", access_log=False,
        server_header=False, proxy_headers=True, forwarded_allow_ips=list(config.proksi), lifespan="on",
        timeout_keep_alive=KEEP_ALIVE_S, timeout_graceful_shutdown=config.batas.berhenti_detik,
    )  # fmt: skip
    with suppress(_Ended, KeyboardInterrupt), _ending():
        uvicorn.Server(settings).run(sockets=[door])


class _Ended(BaseException):
    """The signal to stop has been obeyed; uvicorn sends it once more when it is done."""


@contextmanager
def _ending() -> Iterator[None]:
    def obeyed(_number: int, _frame: object) -> None:
        raise _Ended

    before = signal.signal(signal.SIGTERM, obeyed)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _listening(config: Config) -> Iterator[socket.socket]:
    """The socket that all worker processes share; raises Gangguan where somebody else listens there."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    # With its protocol named: otherwise asyncio leaves Nagle's algorithm on and every answer waits 40 ms.
    door = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with closing(door):
        if os.name == "posix":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((config.host, config.port))
        except (OSError, OverflowError) as exc:
            pesan = text.ALAMAT_TERPAKAI.format(alamat=config.alamat)
            raise Gangguan(pesan, text.ALAMAT_TERPAKAI_SARAN) from exc
        yield door
