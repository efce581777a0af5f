"""The HTTP face of the city server: ``/sync/v1`` and the health page."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import psycopg
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic.json_schema import JsonSchemaMode, models_json_schema
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from sipokat_desktop import __version__
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.tenang import tanpa_sapuan
from sync import protocol
from sync.protocol import (
    Answer,
    DigestAnswer,
    EnrolAnswer,
    EnrolRequest,
    Exchange,
    LeaseAnswer,
    LeaseRequest,
    Message,
    PhotosRequest,
    RowsAnswer,
    RowsRequest,
    SessionAnswer,
    SessionRequest,
)

from . import auth, depot, lease, older, photo_routes, pull, sums
from .auth import Refused
from .database import Database
from .depot import Depot
from .exchange import Device, Unsigned, receive
from .headers import CityName
from .keys import ServerKey
from .messages import ISI_SALAH, REF, Caller, Name, Token, bodies, problem, problems, read, send
from .turns import Turns
from .wait import BelumPasti

LOG = logging.getLogger("sipokat.pusat")
STATUS = {"sesi": 401, "kunci": 403, "kode": 403, "wilayah": 403, "besar": 413, "isi": 422,
          "foto": 403, "foto_rusak": 422, "simpan": 503}  # fmt: skip
ASING = "Wilayah itu bukan milik komputer ini."
TAK_ADA = "Alamat itu tidak ada di server kota. Data aman di komputer ini; perbarui program lalu coba lagi."
TANDA_SALAH = "Tanda tangan kiriman tidak cocok dengan komputer ini. Data aman di komputer ini; hubungi Kominfo."
SIBUK = "Server kota sedang sibuk. Data aman di komputer ini dan dikirim lagi sebentar lagi."
BELUM_PASTI = "Server kota belum pasti menyimpan kiriman ini. Data aman di komputer ini dan dikirim lagi sebentar lagi."

READ = (Exchange, EnrolRequest, SessionRequest, RowsRequest, LeaseRequest, PhotosRequest)
"""The messages that are read by hand, because of the compression."""


Note = Callable[[Device, Exchange, Answer], None]


def make_app(
    db: Database,
    *,
    clock: Clock = now_ms,
    shelf: Depot | None = None,
    note: Note = lambda *_: None,
    turns: Turns | None = None,
) -> FastAPI:
    """Return the application over ``db``; the server's key is made at the first start.

    ``shelf``: where photos are, else the place chosen for this city; ``note``: told of every answered exchange;
    ``turns``: those of this process.
    """
    app = FastAPI(title="Sipokat Pusat", version=__version__, docs_url="/api", redoc_url=None)
    key = ServerKey(db)
    app.add_middleware(CityName, name=protocol.city_name(key.public))
    _failures(app)
    app.openapi = partial(_openapi, app)  # type: ignore[method-assign]
    app.state.device_of = lambda token: auth.device_of(db, token, clock())

    @app.post("/sync/v1/enrol", **bodies(EnrolRequest, EnrolAnswer, 403))
    async def enrol(request: Request) -> Response:
        message = await read(request, EnrolRequest)
        answer = await run_in_threadpool(auth.enrol, db, message, key, clock())
        return send(request, answer)

    @app.post("/sync/v1/session", **bodies(SessionRequest, SessionAnswer, 403))
    async def session(request: Request) -> Response:
        message = await read(request, SessionRequest)
        if not message.signature:
            return send(
                request, SessionAnswer(nonce=await run_in_threadpool(auth.nonce, db, message.device_id, clock()))
            )
        token = await run_in_threadpool(auth.open_session, db, message, clock())
        return send(request, SessionAnswer(token=token, box_key=key.public_box))

    _sync_routes(app, db, key, clock, note, turns or Turns())
    _lease_route(app, db, clock)
    photo_routes.add(app, db, shelf or depot.of(db), clock)

    @app.get("/sehat", response_class=HTMLResponse, responses=problems(503))
    def health() -> str:
        devices, ops = sums.size(db)
        return _HEALTH.format(version=__version__, devices=devices, ops=ops)

    return app


def _sync_routes(app: FastAPI, db: Database, key: ServerKey, clock: Clock, note: Note, turns: Turns) -> None:
    door = auth.Door(app.state.device_of)

    def answered(token: str, message: Exchange) -> Answer:
        with tanpa_sapuan():
            device = door.last(token) or door.device_of(token)
            answer = receive(db, key, device, message, clock, again=partial(auth.device_in, db, token=token))
        note(device, message, answer)
        return answer

    @app.post("/sync/v1/exchange", **bodies(Exchange, Answer | older.AnswerV1, 401, 403, too_old=Answer))
    async def exchange_(request: Request, token: Token) -> Response:
        if not door.last(token):
            await run_in_threadpool(door.device_of, token)
        message = await read(request, Exchange)
        answer = await turns.exchange(answered, token, message)
        body = older.answer_v1(answer) if message.protocol == 1 else answer
        return send(request, body, 426 if answer.upgrade else 200)

    @app.post("/sync/v1/rows", **bodies(RowsRequest, RowsAnswer, 401, 403))
    async def rows(request: Request, caller: Caller) -> Response:
        message = await read(request, RowsRequest)
        if message.scope not in caller.readable:
            raise Refused("wilayah", ASING)
        return send(request, await run_in_threadpool(_single, db, caller, message))

    @app.get("/sync/v1/digest", responses=problems(401, 403, 422, 503) | {200: {"model": DigestAnswer}})
    def digest(request: Request, caller: Caller, scope: Name, table: Name) -> Response:
        if scope not in caller.readable:
            raise Refused("wilayah", ASING)
        with db.read(caller.reach) as con:
            return send(request, DigestAnswer(rows=pull.hashes(con, scope, table)))


def _lease_route(app: FastAPI, db: Database, clock: Clock) -> None:
    @app.post("/sync/v1/lease", **bodies(LeaseRequest, LeaseAnswer, 401, 403))
    async def claim(request: Request, caller: Caller) -> Response:
        message = await read(request, LeaseRequest)
        if not caller.readable:
            raise Refused("wilayah", ASING)
        return send(request, await run_in_threadpool(lease.claim, db, caller, message, clock()))


def _single(db: Database, caller: Device, message: RowsRequest) -> RowsAnswer:
    with db.read(caller.reach) as con:
        return pull.single(db, con, message.scope, message.table, message.ids)


_HEALTH = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Sipokat Pusat</title>
<body style="font:16px sans-serif;margin:3em auto;max-width:32em"><h1>Sipokat Pusat berjalan</h1>
<p>Versi {version} · {devices} komputer kantor terdaftar · {ops} perubahan tersimpan.</p>
<p><a href="/api">Keterangan API</a></p></body></html>"""


def _openapi(app: FastAPI) -> dict[str, Any]:
    """Return the API's description with the messages that are read by hand."""
    if not app.openapi_schema:
        whole = get_openapi(title=app.title, version=app.version, routes=app.routes)
        read: list[tuple[type[Message], JsonSchemaMode]] = [(model, "validation") for model in READ]
        _, found = models_json_schema(read, ref_template=REF)
        whole["components"]["schemas"] |= found["$defs"]
        app.openapi_schema = whole
    return app.openapi_schema


def _failures(app: FastAPI) -> None:
    @app.exception_handler(Refused)
    async def refused(_request: Request, exc: Refused) -> JSONResponse:
        return problem(STATUS[exc.kind], exc.kind, exc.pesan)

    @app.exception_handler(Unsigned)
    async def unsigned(_request: Request, _exc: Unsigned) -> JSONResponse:
        return problem(403, "tanda", TANDA_SALAH)

    @app.exception_handler(RequestValidationError)
    async def unreadable(_request: Request, _exc: RequestValidationError) -> JSONResponse:
        return problem(422, "isi", ISI_SALAH)

    @app.exception_handler(HTTPException)
    async def unknown(_request: Request, exc: HTTPException) -> JSONResponse:
        return problem(exc.status_code, "alamat", TAK_ADA, dict(exc.headers or {}))

    @app.exception_handler(ClientDisconnect)
    async def gone(_request: Request, _exc: ClientDisconnect) -> JSONResponse:
        return problem(422, "isi", ISI_SALAH)

    @app.exception_handler(BelumPasti)
    async def uncertain(_request: Request, _exc: BelumPasti) -> JSONResponse:
        LOG.error("basis data: COMMIT tidak dijawab")
        return problem(503, "sibuk", BELUM_PASTI, {"Retry-After": "5"})

    @app.exception_handler(sqlite3.Error)
    @app.exception_handler(psycopg.Error)
    @app.exception_handler(SQLAlchemyError)
    async def database(_request: Request, exc: SQLAlchemyError | psycopg.Error | sqlite3.Error) -> JSONResponse:
        LOG.error("basis data: %s", type(exc).__name__)
        return problem(503, "sibuk", SIBUK, {"Retry-After": "10"})
