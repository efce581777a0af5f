"""Photos from and to the offices: only beside a row that names them, and only to whom that row belongs.

A key alone gives nothing: an office may name any key in a row of its own, so a photo counts for the scope whose office
has itself sent the whole of it (keputusan/0037).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Connection

from sipokat_desktop.storage import permits
from sipokat_desktop.storage.manifest import photo_columns
from sync import protocol
from sync.files import PhotoFile
from sync.protocol import PhotoPart, PhotoPiece, PhotoRef, PhotosAnswer, PhotosRequest, PhotoState, unb64

from .auth import Refused
from .batch import TABLES
from .database import Database
from .depot import Depot
from .exchange import Device
from .reach import of_office
from .schema import DOC, PHOTO

ASING = "Foto itu belum ada di kota untuk komputer ini. Foto dicoba lagi sesudah datanya terkirim."
RUSAK = "Foto tidak utuh sampai di kota. Data aman di komputer ini; foto dikirim lagi dari awal."
TERLALU_BESAR = "Bagian foto itu terlalu besar. Data aman di komputer ini; perbarui program lalu coba lagi."
TERLALU_KECIL = "Bagian foto itu terlalu kecil. Data aman di komputer ini; perbarui program lalu coba lagi."
TAK_TERSIMPAN = "Server kota belum dapat menyimpan foto. Foto aman di komputer ini dan dikirim lagi nanti."
PHOTO_COLUMNS = photo_columns(TABLES)


def ask(db: Database, depot: Depot, device: Device, request: PhotosRequest) -> PhotosAnswer:
    """Return what the city has of each photo; of one that no row of the caller's names, nothing. Raises Refused."""
    with db.read(device.reach) as con:
        named = _named(db, con, device, request.photos)
        whole = _whole(db, con, named)
    try:
        states = [_state(depot, ref, whole) if ref in named else PhotoState() for ref in request.photos]
    except OSError as exc:
        raise Refused("simpan", TAK_TERSIMPAN) from exc
    return PhotosAnswer(photos=states)


def receive(db: Database, depot: Depot, device: Device, part: PhotoPart, content: bytes, now: int) -> PhotoState:
    """Take in a part of a photo; one at another offset than the city's is not taken, and the answer tells which.

    Raises Refused.
    """
    ref = _ref(part)
    _fitting(part, len(content))
    with db.read(device.reach) as con:
        if not _may_send(device, ref) or ref not in _named(db, con, device, [ref]):
            raise Refused("foto", ASING)
        whole = _whole(db, con, [ref])
    try:
        state = _state(depot, ref, whole)
        if state.held or part.offset != state.bytes:
            return state
        if content:
            depot.receive(ref.scope, ref.key, part.offset, content)
        if part.offset + len(content) < part.total:
            return _state(depot, ref, whole)
        if not depot.finish(ref.scope, ref.key):
            raise Refused("foto_rusak", RUSAK)
    except OSError as exc:
        raise Refused("simpan", TAK_TERSIMPAN) from exc
    with db.write(device.reach) as con:
        row = {"scope": ref.scope, "key": ref.key, "bytes": part.total, "device_id": device.id, "at": now}
        db.upsert(con, PHOTO, [row])
    return PhotoState(named=True, held=True, bytes=part.total)


def take(db: Database, depot: Depot, device: Device, brought: Sequence[PhotoFile], now: int) -> list[str]:
    """Take in whole photos that came by file, as :func:`receive` does each part; returns the keys that are held now.

    One that no row names, or that is not what its key says, is left out: the office sends it again.
    """
    held: list[str] = []
    for photo in brought:
        with suppress(Refused, ValueError):
            content, state = unb64(photo.content), PhotoState()
            while not state.held:
                piece = content[state.bytes : state.bytes + protocol.MAX_PHOTO_PART]
                part = PhotoPart(**_ref(photo).model_dump(), offset=state.bytes, total=len(content))
                state = receive(db, depot, device, part, piece, now)
            held.append(photo.key)
    return held


def give(db: Database, depot: Depot, device: Device, piece: PhotoPiece) -> tuple[bytes, int]:
    """Return a part of a photo and the size of the whole; raise Refused to whom no row gives a right to it."""
    ref = _ref(piece)
    with db.read(device.reach) as con:
        named = _named(db, con, device, [ref])
        whole = _whole(db, con, named)
    try:
        size = depot.size(ref.key) if (ref.scope, ref.key) in whole else 0
        if not size:
            raise Refused("foto", ASING)
        return depot.read(ref.key, piece.offset, piece.limit), size
    except OSError as exc:
        raise Refused("foto", ASING) from exc


def whole(db: Database, depot: Depot, scope: str, key: str) -> bytes | None:
    """Return a photo that the office of ``scope`` has itself sent; None where it has not, or the city lost it.

    For a page of an office that holds ``scope`` and a row of it that names the photo.
    """
    with db.read(of_office(scope)) as con:
        rows = db.matching(con, PHOTO, [{"scope": scope, "key": key}], ("bytes",))
        size = next((int(row[0]) for row in rows), 0)
    try:
        return depot.read(key, 0, size) if size and depot.size(key) == size else None
    except OSError:
        return None


def _ref(message: PhotoRef) -> PhotoRef:
    return PhotoRef(key=message.key, scope=message.scope, table=message.table, row=message.row)


def _fitting(part: PhotoPart, size: int) -> None:
    if size > protocol.MAX_PHOTO_PART or part.offset + size > part.total:
        raise Refused("besar", TERLALU_BESAR)
    if size < protocol.MIN_PHOTO_PART and part.offset + size < part.total:
        raise Refused("isi", TERLALU_KECIL)


def _may_send(device: Device, ref: PhotoRef) -> bool:
    """Tell whether this computer could itself have written the columns of photos in such a row."""
    if device.revoked or ref.scope not in device.writable or ref.table not in PHOTO_COLUMNS:
        return False
    return permits.may(TABLES[ref.table], "set", PHOTO_COLUMNS[ref.table], own=device.scope, scope=ref.scope)


def _named(db: Database, con: Connection, device: Device, refs: Sequence[PhotoRef]) -> list[PhotoRef]:
    """Return those of ``refs`` whose row is at the city, may be read by this computer, and names the photo."""
    keys = [
        {"tbl": ref.table, "id": ref.row, "scope": ref.scope}
        for ref in refs
        if ref.scope in device.readable and ref.table in PHOTO_COLUMNS
    ]
    rows = db.matching(con, DOC, keys, ("tbl", "id", "scope", "doc", "deleted"))
    docs = {(tbl, row_id, scope): json.loads(doc) for tbl, row_id, scope, doc, deleted in rows if not deleted}
    return [
        ref
        for ref in refs
        if (doc := docs.get((ref.table, ref.row, ref.scope)))
        and any(doc.get(name) == ref.key for name in PHOTO_COLUMNS[ref.table])
    ]


def _whole(db: Database, con: Connection, refs: Sequence[PhotoRef]) -> dict[tuple[str, str], int]:
    """Return by scope and key the sizes of the photos that the office of that scope has sent."""
    keys = [{"scope": ref.scope, "key": ref.key} for ref in refs]
    rows = db.matching(con, PHOTO, keys, ("scope", "key", "bytes"))
    return {(scope, key): size for scope, key, size in rows}


def _state(depot: Depot, ref: PhotoRef, whole: dict[tuple[str, str], int]) -> PhotoState:
    """Hold what was noted against what is there: a photo that the city has lost is wanted again."""
    size = whole.get((ref.scope, ref.key), 0)
    if size and depot.size(ref.key) == size:
        return PhotoState(named=True, held=True, bytes=size)
    return PhotoState(named=True, bytes=depot.received(ref.scope, ref.key))
