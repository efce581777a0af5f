"""The HTTP face of the city server: ``/sync/v1`` and the health page."""

from __future__ import annotations

import gzip
import io
import logging
from functools import partial
from typing import Annotated, Any, TypeVar

from fastapi import Depends, FastAPI, Header, Request, Response
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import ValidationError
from pydantic.json_schema import models_json_schema
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from sipokat_desktop import __version__
from sipokat_desktop.kernel.clock import Clock, now_ms
from sync import protocol
from sync.protocol import (
    Answer,
    DigestAnswer,
    EnrolAnswer,
    EnrolRequest,
    Exchange,
    Message,
    Problem,
    SessionAnswer,
    SessionRequest,
)

from . import auth, pull
from .auth import Refused
from .database import Database
from .exchange import Device, exchange
from .keys import ServerKey
from .schema import DEVICE, OP_LOG

LOG = logging.getLogger("sipokat.pusat")
STATUS = {"sesi": 401, "kunci": 403, "kode": 403, "wilayah": 403, "besar": 413, "isi": 422}
ASING = "Wilayah itu bukan milik komputer ini."
ISI_SALAH = "Kiriman tidak terbaca oleh server kota. Data aman di komputer ini; perbarui program lalu coba lagi."
TERLALU_BESAR = "Kiriman terlalu besar. Data aman di komputer ini dan akan dikirim sedikit demi sedikit."
SIBUK = "Server kota sedang sibuk. Data aman di komputer ini dan dikirim lagi sebentar lagi."

REF = "#/components/schemas/{model}"
M = TypeVar("M", bound=Message)


def _device(request: Request, authorization: Annotated[str, Header(max_length=200)] = "") -> Device:
    device: Device = request.app.state.device_of(authorization.removeprefix("Bearer ").strip())
    return device


Caller = Annotated[Device, Depends(_device)]


def make_app(db: Database, *, clock: Clock = now_ms) -> FastAPI:
    """Return the application over ``db``; the server's key is made at the first start."""
    app = FastAPI(title="Sipokat Pusat", version=__version__, docs_url="/api", redoc_url=None)
    key = ServerKey(db)
    _failures(app)
    app.openapi = partial(_openapi, app)  # type: ignore[method-assign]
    app.state.device_of = lambda token: auth.device_of(db, token, clock())

    @app.post("/sync/v1/enrol", **_bodies(EnrolRequest, EnrolAnswer))
    async def enrol(request: Request) -> Response:
        message = await _read(request, EnrolRequest)
        answer = await run_in_threadpool(auth.enrol, db, message, key.public, clock())
        return _send(request, answer)

    @app.post("/sync/v1/session", **_bodies(SessionRequest, SessionAnswer))
    async def session(request: Request) -> Response:
        message = await _read(request, SessionRequest)
        if not message.signature:
            return _send(
                request, SessionAnswer(nonce=await run_in_threadpool(auth.nonce, db, message.device_id, clock()))
            )
        token = await run_in_threadpool(
            auth.open_session, db, message.device_id, message.nonce, message.signature, clock()
        )
        return _send(request, SessionAnswer(token=token))

    @app.post("/sync/v1/exchange", **_bodies(Exchange, Answer))
    async def exchange_(request: Request, caller: Caller) -> Response:
        message = await _read(request, Exchange)
        return _send(request, await run_in_threadpool(exchange, db, key, caller, message, clock))

    @app.get("/sync/v1/digest", responses={200: {"model": DigestAnswer}})
    def digest(request: Request, caller: Caller, scope: str, table: str) -> Response:
        if scope not in caller.readable:
            raise Refused("wilayah", ASING)
        with db.read() as con:
            return _send(request, DigestAnswer(rows=pull.hashes(con, scope, table)))

    @app.get("/sehat", response_class=HTMLResponse)
    def health() -> str:
        with db.read() as con:
            devices = con.scalar(select(func.count()).select_from(DEVICE))
            ops = con.scalar(select(func.count()).select_from(OP_LOG))
            con.execute(text("SELECT 1"))
        return _HEALTH.format(version=__version__, devices=devices, ops=ops)

    return app


_HEALTH = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Sipokat Pusat</title>
<body style="font:16px sans-serif;margin:3em auto;max-width:32em"><h1>Sipokat Pusat berjalan</h1>
<p>Versi {version} · {devices} komputer kantor terdaftar · {ops} perubahan tersimpan.</p>
<p><a href="/api">Keterangan API</a></p></body></html>"""


def _bodies(request: type[Message], answer: type[Message]) -> dict[str, Any]:
    """Describe the messages for OpenAPI; they are read and written by hand because of the compression."""
    schema = {"$ref": REF.format(model=request.__name__)}
    return {
        "responses": {200: {"model": answer}, 422: {"model": Problem, "description": f"bukan {request.__name__}"}},
        "openapi_extra": {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}},
    }


def _openapi(app: FastAPI) -> dict[str, Any]:
    """Return the API's description with the messages that are read by hand."""
    if not app.openapi_schema:
        whole = get_openapi(title=app.title, version=app.version, routes=app.routes)
        _, found = models_json_schema(
            [(Exchange, "validation"), (EnrolRequest, "validation"), (SessionRequest, "validation")], ref_template=REF
        )
        whole["components"]["schemas"] |= found["$defs"]
        app.openapi_schema = whole
    return app.openapi_schema


def _failures(app: FastAPI) -> None:
    @app.exception_handler(Refused)
    async def refused(_request: Request, exc: Refused) -> JSONResponse:
        return _problem(STATUS[exc.kind], exc.kind, exc.pesan)

    @app.exception_handler(SQLAlchemyError)
    async def database(_request: Request, exc: SQLAlchemyError) -> JSONResponse:
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
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            plain = packed.read(protocol.MAX_BODY + 1)
    except (OSError, EOFError) as exc:
        raise Refused("isi", ISI_SALAH) from exc
    if len(plain) > protocol.MAX_BODY:
        raise Refused("besar", TERLALU_BESAR)
    return plain


def _send(request: Request, message: Message) -> Response:
    body = message.model_dump_json().encode()
    headers = {protocol.HEADER: str(protocol.VERSION)}
    if len(body) > 500 and "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, compresslevel=protocol.GZIP_LEVEL)
        headers["Content-Encoding"] = "gzip"
    return Response(body, media_type="application/json", headers=headers)
