"""How the routes of ``/sync/v1`` read and write their messages, say who asks, and describe themselves."""

from __future__ import annotations

import gzip
import json
import zlib
from types import UnionType
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request, Response, Security
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import ValidationError

from sync import protocol
from sync.protocol import Message, Problem

from .auth import Refused
from .exchange import Device

ISI_SALAH = "Kiriman tidak terbaca oleh server kota. Data aman di komputer ini; perbarui program lalu coba lagi."
TERLALU_BESAR = "Kiriman terlalu besar. Data aman di komputer ini dan akan dikirim sedikit demi sedikit."
REF = "#/components/schemas/{model}"
M = TypeVar("M", bound=Message)

BEARER = HTTPBearer(auto_error=False, scheme_name="sesi", description="token dari /sync/v1/session")


async def _token(token: Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)]) -> str:
    return token.credentials if token else ""


Token = Annotated[str, Depends(_token)]


def _device(request: Request, token: Token) -> Device:
    device: Device = request.app.state.device_of(token)
    return device


Caller = Annotated[Device, Depends(_device)]
Name = Annotated[str, Query(max_length=64, pattern=protocol.TEXT)]


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe refusals for OpenAPI."""
    return {status: {"model": Problem, "description": "ditolak; `pesan` untuk pengguna"} for status in statuses}


def bodies(
    request: type[Message], answer: type[Message] | UnionType, *statuses: int, too_old: type[Message] | None = None
) -> dict[str, Any]:
    """Describe the messages for OpenAPI; they are read and written by hand because of the compression.

    ``too_old`` is what a program gets that may only hand in its changes (426).
    """
    upgrade = {426: {"model": too_old, "description": "program terlalu lama"}} if too_old else {}
    schema = {"$ref": REF.format(model=request.__name__)}
    return {
        "responses": problems(*statuses, 413, 422, 503) | {200: {"model": answer}} | upgrade,
        "openapi_extra": {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}},
    }


def problem(status: int, kind: str, pesan: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """Return a refusal: what it is for the program, and a sentence for the user."""
    body = Problem(kind=kind, pesan=pesan).model_dump()
    return JSONResponse(body, status, {protocol.HEADER: str(protocol.VERSION)} | (headers or {}))


async def read(request: Request, model: type[M]) -> M:
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


def send(request: Request, message: Message | dict[str, Any], status: int = 200) -> Response:
    """Return a message as an answer, gzipped where the asker reads that and it is worth it."""
    body = message.model_dump_json().encode() if isinstance(message, Message) else json.dumps(message).encode()
    headers = {protocol.HEADER: str(protocol.VERSION)}
    if len(body) > 500 and "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, compresslevel=protocol.GZIP_LEVEL)
        headers["Content-Encoding"] = "gzip"
    return Response(body, status, media_type="application/json", headers=headers)
