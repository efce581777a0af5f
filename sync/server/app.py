"""The HTTP face of the city server: ``/sync/v1`` and the health page."""

from __future__ import annotations

import gzip
import json
import logging
import sqlite3
import zlib
from functools import partial
from types import UnionType
from typing import Annotated, Any, TypeVar

import psycopg
from fastapi import Depends, FastAPI, Query, Request, Response, Security
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import ValidationError
from pydantic.json_schema import JsonSchemaMode, models_json_schema
from sqlalchemy import func, select, text
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
    Problem,
    RowsAnswer,
    RowsRequest,
    SessionAnswer,
    SessionRequest,
)

from . import auth, lease, older, pull
from .auth import Refused
from .database import Database
from .exchange import Device, Unsigned, receive
from .headers import CityName
from .keys import ServerKey
from .schema import DEVICE, OP_LOG

LOG = logging.getLogger("sipokat.pusat")
STATUS = {"sesi": 401, "kunci": 403, "kode": 403, "wilayah": 403, "besar": 413, "isi": 422}
ASING = "Wilayah itu bukan milik komputer ini."
ISI_SALAH = "Kiriman tidak terbaca oleh server kota. Data aman di komputer ini; perbarui program lalu coba lagi."
TERLALU_BESAR = "Kiriman terlalu besar. Data aman di komputer ini dan akan dikirim sedikit demi sedikit."
TAK_ADA = "Alamat itu tidak ada di server kota. Data aman di komputer ini; perbarui program lalu coba lagi."
TANDA_SALAH = "Tanda tangan kiriman tidak cocok dengan komputer ini. Data aman di komputer ini; hubungi Kominfo."
SIBUK = "Server kota sedang sibuk. Data aman di komputer ini dan dikirim lagi sebentar lagi."

READ = (Exchange, EnrolRequest, SessionRequest, RowsRequest, LeaseRequest)
"""The messages that are read by hand, because of the compression."""
REF = "#/components/schemas/{model}"
M = TypeVar("M", bound=Message)


_BEARER = HTTPBearer(auto_error=False, scheme_name="sesi", description="token dari /sync/v1/session")


async def _token(token: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]) -> str:
    return token.credentials if token else ""


Token = Annotated[str, Depends(_token)]


def _device(request: Request, token: Token) -> Device:
    device: Device = request.app.state.device_of(token)
    return device


Caller = Annotated[Device, Depends(_device)]
Name = Annotated[str, Query(max_length=64, pattern=protocol.TEXT)]


def make_app(db: Database, *, clock: Clock = now_ms) -> FastAPI:
    """Return the application over ``db``; the server's key is made at the first start."""
    app = FastAPI(title="Sipokat Pusat", version=__version__, docs_url="/api", redoc_url=None)
    key = ServerKey(db)
    app.add_middleware(CityName, name=protocol.city_name(key.public))
    _failures(app)
    app.openapi = partial(_openapi, app)  # type: ignore[method-assign]
    app.state.device_of = lambda token: auth.device_of(db, token, clock())

    @app.post("/sync/v1/enrol", **_bodies(EnrolRequest, EnrolAnswer, 403))
    async def enrol(request: Request) -> Response:
        message = await _read(request, EnrolRequest)
        answer = await run_in_threadpool(auth.enrol, db, message, key, clock())
        return _send(request, answer)

    @app.post("/sync/v1/session", **_bodies(SessionRequest, SessionAnswer, 403))
    async def session(request: Request) -> Response:
        message = await _read(request, SessionRequest)
        if not message.signature:
            return _send(
                request, SessionAnswer(nonce=await run_in_threadpool(auth.nonce, db, message.device_id, clock()))
            )
        token = await run_in_threadpool(auth.open_session, db, message, clock())
        return _send(request, SessionAnswer(token=token, box_key=key.public_box))

    _sync_routes(app, db, key, clock)
    _lease_route(app, db, clock)

    @app.get("/sehat", response_class=HTMLResponse, responses=_problems(503))
    def health() -> str:
        with db.read() as con:
            devices = con.scalar(select(func.count()).select_from(DEVICE))
            ops = con.scalar(select(func.count()).select_from(OP_LOG))
            con.execute(text("SELECT 1"))
        return _HEALTH.format(version=__version__, devices=devices, ops=ops)

    return app


def _sync_routes(app: FastAPI, db: Database, key: ServerKey, clock: Clock) -> None:
    door = auth.Door(app.state.device_of)

    def answered(token: str, message: Exchange) -> Answer:
        with tanpa_sapuan():
            return receive(db, key, door.device_of(token), message, clock)

    @app.post("/sync/v1/exchange", **_bodies(Exchange, Answer | older.AnswerV1, 401, 403, too_old=Answer))
    async def exchange_(request: Request, token: Token) -> Response:
        if not door.knows(token):
            await run_in_threadpool(door.device_of, token)
        message = await _read(request, Exchange)
        answer = await run_in_threadpool(answered, token, message)
        body = older.answer_v1(answer) if message.protocol == 1 else answer
        return _send(request, body, 426 if answer.upgrade else 200)

    @app.post("/sync/v1/rows", **_bodies(RowsRequest, RowsAnswer, 401, 403))
    async def rows(request: Request, caller: Caller) -> Response:
        message = await _read(request, RowsRequest)
        if message.scope not in caller.readable:
            raise Refused("wilayah", ASING)
        return _send(request, await run_in_threadpool(_single, db, message))

    @app.get("/sync/v1/digest", responses=_problems(401, 403, 422, 503) | {200: {"model": DigestAnswer}})
    def digest(request: Request, caller: Caller, scope: Name, table: Name) -> Response:
        if scope not in caller.readable:
            raise Refused("wilayah", ASING)
        with db.read() as con:
            return _send(request, DigestAnswer(rows=pull.hashes(con, scope, table)))


def _lease_route(app: FastAPI, db: Database, clock: Clock) -> None:
    @app.post("/sync/v1/lease", **_bodies(LeaseRequest, LeaseAnswer, 401, 403))
    async def claim(request: Request, caller: Caller) -> Response:
        message = await _read(request, LeaseRequest)
        if not caller.readable:
            raise Refused("wilayah", ASING)
        return _send(request, await run_in_threadpool(lease.claim, db, caller, message, clock()))


def _single(db: Database, message: RowsRequest) -> RowsAnswer:
    with db.read() as con:
        return pull.single(db, con, message.scope, message.table, message.ids)


_HEALTH = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Sipokat Pusat</title>
<body style="font:16px sans-serif;margin:3em auto;max-width:32em"><h1>Sipokat Pusat berjalan</h1>
<p>Versi {version} · {devices} komputer kantor terdaftar · {ops} perubahan tersimpan.</p>
<p><a href="/api">Keterangan API</a></p></body></html>"""


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    return {status: {"model": Problem, "description": "ditolak; `pesan` untuk pengguna"} for status in statuses}


def _bodies(
    request: type[Message], answer: type[Message] | UnionType, *statuses: int, too_old: type[Message] | None = None
) -> dict[str, Any]:
    """Describe the messages for OpenAPI; they are read and written by hand because of the compression.

    ``too_old`` is what a program gets that may only hand in its changes (426).
    """
    upgrade = {426: {"model": too_old, "description": "program terlalu lama"}} if too_old else {}
    schema = {"$ref": REF.format(model=request.__name__)}
    return {
        "responses": _problems(*statuses, 413, 422, 503) | {200: {"model": answer}} | upgrade,
        "openapi_extra": {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}},
    }


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
        return _problem(STATUS[exc.kind], exc.kind, exc.pesan)

    @app.exception_handler(Unsigned)
    async def unsigned(_request: Request, _exc: Unsigned) -> JSONResponse:
        return _problem(403, "tanda", TANDA_SALAH)

    @app.exception_handler(RequestValidationError)
    async def unreadable(_request: Request, _exc: RequestValidationError) -> JSONResponse:
        return _problem(422, "isi", ISI_SALAH)

    @app.exception_handler(HTTPException)
    async def unknown(_request: Request, exc: HTTPException) -> JSONResponse:
        return _problem(exc.status_code, "alamat", TAK_ADA, dict(exc.headers or {}))

    @app.exception_handler(ClientDisconnect)
    async def gone(_request: Request, _exc: ClientDisconnect) -> JSONResponse:
        return _problem(422, "isi", ISI_SALAH)

    @app.exception_handler(sqlite3.Error)
    @app.exception_handler(psycopg.Error)
    @app.exception_handler(SQLAlchemyError)
    async def database(_request: Request, exc: SQLAlchemyError | psycopg.Error | sqlite3.Error) -> JSONResponse:
        LOG.error("basis data: %s", type(exc).__name__)
        return _problem(503, "sibuk", SIBUK, {"Retry-After": "10"})


def _problem(status: int, kind: str, pesan: str, headers: dict[str, str] | None = None) -> JSONResponse:
    body = Problem(kind=kind, pesan=pesan).model_dump()
    return JSONResponse(body, status, {protocol.HEADER: str(protocol.VERSION)} | (headers or {}))


async def _read(request: Request, model: type[M]) -> M:
    """Read a message, gunzipped where the header says so, never more than 16 MB; raise Refused otherwise."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > protocol.MAX_BODY:
            raise Refused("besar", TERLALU_BESAR)
    if request.headers.get("content-encoding") == "gzip":
        body = _gunzip(body)
    try:
        return model.model_validate_json(body)
    except ValidationError as exc:
        raise Refused("isi", ISI_SALAH) from exc


def _gunzip(body: bytes) -> bytes:
    unpack = zlib.decompressobj(wbits=31)
    try:
        plain = unpack.decompress(body, protocol.MAX_BODY + 1)
    except zlib.error as exc:
        raise Refused("isi", ISI_SALAH) from exc
    if len(plain) > protocol.MAX_BODY:
        raise Refused("besar", TERLALU_BESAR)
    if not unpack.eof or unpack.unused_data:
        raise Refused("isi", ISI_SALAH)
    return plain


def _send(request: Request, message: Message | dict[str, Any], status: int = 200) -> Response:
    body = message.model_dump_json().encode() if isinstance(message, Message) else json.dumps(message).encode()
    headers = {protocol.HEADER: str(protocol.VERSION)}
    if len(body) > 500 and "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, compresslevel=protocol.GZIP_LEVEL)
        headers["Content-Encoding"] = "gzip"
    return Response(body, status, media_type="application/json", headers=headers)
