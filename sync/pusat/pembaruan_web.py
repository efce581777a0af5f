"""``/pembaruan/…``: the published updates as they lie there; signed, so that nobody need log in for them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query, Response
from fastapi import Path as InPath
from fastapi.responses import FileResponse

from sipokat_desktop.kernel.clock import Clock
from sipokat_desktop.kernel.errors import SipokatError
from sync import protocol
from sync.server import depot
from sync.server.app import TAK_ADA
from sync.server.database import Database
from sync.server.messages import problem, problems

from .config import Config

LOG = logging.getLogger("sipokat.pusat")
NAME = r"^[0-9A-Za-z][0-9A-Za-z._-]{0,150}$"
MOST = 4 << 20
"""Bytes of one piece at most."""
BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def folder_of(config: Config, db: Database) -> Path:
    """Return where the store of updates is: as set, else beside the photos' usual place."""
    usual = depot.usual(db)
    return Path(config.pembaruan) if config.pembaruan else usual.with_name(usual.name.replace("foto", "pembaruan"))


def add(app: FastAPI, folder: Path, clock: Clock) -> None:
    """Give the application the route: a file whole (with HTTP ranges), or the piece that ``mulai`` and ``panjang``
    name."""
    public = folder / "terbit"

    @app.get(
        "/pembaruan/{nama}", response_class=Response,
        responses=problems(404, 422) | {200: {"content": BYTES, "description": "berkas pembaruan atau bagiannya"}},
    )  # fmt: skip
    def given(
        nama: Annotated[str, InPath(pattern=NAME)],
        mulai: Annotated[int, Query(ge=0)] = 0,
        panjang: Annotated[int, Query(ge=0, le=MOST)] = 0,
    ) -> Response:
        file = public / nama
        if nama == "timestamp.json":
            _freshen(folder, clock)
        if not file.is_file():
            return problem(404, "alamat", TAK_ADA)
        headers = {protocol.HEADER: str(protocol.VERSION), "X-Content-Type-Options": "nosniff"}
        if not panjang:
            return FileResponse(file, media_type="application/octet-stream", headers=headers)
        with file.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(mulai)
            content = stream.read(panjang)
        headers |= {protocol.SIZE_HEADER: str(size), "Cache-Control": "no-store"}
        return Response(content, media_type="application/octet-stream", headers=headers)


def _freshen(folder: Path, clock: Clock) -> None:
    """Sign the timestamp anew where it is a day old; what is there is given out where that fails."""
    from .gudang import Gudang

    store = Gudang(folder, clock)
    try:
        if store.ready:
            store.freshen()
    except SipokatError as exc:
        LOG.error("pembaruan: %s", exc.pesan)
