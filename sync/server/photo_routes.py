"""The routes of photos: asked for, sent in parts, given out in parts."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from sipokat_desktop.kernel.clock import Clock
from sync import protocol
from sync.protocol import PhotoPart, PhotoPiece, PhotosAnswer, PhotosRequest, PhotoState

from . import photos
from .auth import Refused
from .database import Database
from .depot import Depot
from .messages import ISI_SALAH, Caller, bodies, problems, read, send

BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def add(app: FastAPI, db: Database, shelf: Depot, clock: Clock) -> None:
    """Give the application the routes of photos."""

    @app.post("/sync/v1/photos/ask", **bodies(PhotosRequest, PhotosAnswer, 401))
    async def asked(request: Request, caller: Caller) -> Response:
        message = await read(request, PhotosRequest)
        return send(request, await run_in_threadpool(photos.ask, db, shelf, caller, message))

    @app.post(
        "/sync/v1/photos",
        responses=problems(401, 403, 413, 422, 503) | {200: {"model": PhotoState}},
        openapi_extra={"requestBody": {"required": True, "content": BYTES}},
    )
    async def received(request: Request, caller: Caller, part: Annotated[PhotoPart, Query()]) -> Response:
        content, whole = await _part(request)
        state = await run_in_threadpool(photos.receive, db, shelf, caller, part, content, clock())
        if not whole:
            raise Refused("isi", ISI_SALAH)
        return send(request, state)

    @app.get(
        "/sync/v1/photos",
        response_class=Response,
        responses=problems(401, 403, 422, 503) | {200: {"content": BYTES, "description": "bagian foto"}},
    )
    def given(caller: Caller, piece: Annotated[PhotoPiece, Query()]) -> Response:
        content, size = photos.give(db, shelf, caller, piece)
        headers = {protocol.HEADER: str(protocol.VERSION), protocol.SIZE_HEADER: str(size),
                   "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}  # fmt: skip
        return Response(content, media_type="application/octet-stream", headers=headers)


async def _part(request: Request) -> tuple[bytes, bool]:
    """Return the part of a photo in a body, as far as it came before the line broke, and whether that is all of it."""
    content = b""
    try:
        async for piece in request.stream():
            content += piece
            if len(content) > protocol.MAX_PHOTO_PART:
                raise Refused("besar", photos.TERLALU_BESAR)
    except ClientDisconnect:
        return content, False
    return content, True
