"""The city's side of the exchange by file: the same push and pull as over the line."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import ValidationError
from sqlalchemy import select

from sipokat_desktop.kernel.clock import Clock
from sipokat_desktop.kernel.errors import InputSalah
from sync import envelope, protocol
from sync.envelope import BadFile
from sync.files import CityFile, OfficeFile, Part
from sync.protocol import Answer, Exchange

from . import auth, depot, photos
from .database import Database
from .depot import Depot
from .exchange import Device, Unsigned, receive
from .keys import ServerKey
from .schema import DEVICE

SIGNED = 2
"""The first protocol that signs, and the first that knows files."""
BUKAN = "Berkas {nama} bukan kiriman kantor, atau rusak, atau untuk server lain. Tidak ada yang diubah."
TAK_TERDAFTAR = "Komputer pengirim berkas {nama} tidak terdaftar. Tidak ada yang diubah."
TANPA_KUNCI = "Komputer itu belum dapat menerima berkas. Perbarui programnya, lalu sinkronkan sekali."


class Reply(NamedTuple):
    """The file to give back, for which device, how its ops fared, and how many of its photos the city holds."""

    content: bytes
    device: Device
    taken: int
    held: int
    photos: int


def read(db: Database, key: ServerKey, content: bytes, name: str, clock: Clock, *, shelf: Depot | None = None) -> Reply:
    """Take an office's file in and return the answer file; the same file twice changes nothing. ``shelf``: where the
    photos are kept, where it is not the place that :func:`depot.of` knows of by itself.

    Raises InputSalah when it is none, is damaged or forged; auth.Refused for a bad enrolment code.
    """
    try:
        file = _opened(db, key, content)
    except (BadFile, ValidationError) as exc:
        raise InputSalah("berkas", BUKAN.format(nama=name)) from exc
    enrolled = auth.enrol(db, file.enrol, key, clock()) if file.enrol else None
    device, box = _device(db, enrolled.device_id if enrolled else envelope.head(content).sender)
    if device is None:
        raise InputSalah("berkas", TAK_TERDAFTAR.format(nama=name))
    if not box:
        raise InputSalah("berkas", TANPA_KUNCI)
    try:
        parts = _answer(db, key, device, file, clock)
    except Unsigned as exc:
        raise InputSalah("berkas", BUKAN.format(nama=name)) from exc
    kept = photos.take(db, shelf or depot.of(db), device, file.photos, clock())
    return _reply(key, device, box, CityFile(parts=parts, enrol=enrolled, photos=kept))


def _opened(db: Database, key: ServerKey, content: bytes) -> OfficeFile:
    sender = envelope.head(content).sender
    known, _ = _device(db, sender)

    def sender_key(plain: bytes) -> str:
        """Whoever enrols signs with the key that is enrolled; nobody acts for another device."""
        file = OfficeFile.model_validate_json(plain)
        if any(request.protocol < SIGNED for request in file.exchanges):
            return ""
        if file.enrol:
            return "" if sender else file.enrol.public_key
        return known.public_key if known else ""

    return OfficeFile.model_validate_json(envelope.opened(content, signing_key=key.private, sender_key=sender_key))


def _device(db: Database, device_id: str) -> tuple[Device | None, str]:
    """Return the device and its key for files."""
    with db.read() as con:
        row = con.execute(select(DEVICE).where(DEVICE.c.id == device_id)).one_or_none()
    if row is None:
        return None, ""
    return Device(row.id, row.scope, row.label, bool(row.revoked), row.public_key, bool(row.signs)), row.box_key


def _answer(db: Database, key: ServerKey, device: Device, file: OfficeFile, clock: Clock) -> list[Part]:
    """Take every exchange in, then give out page after page until nothing is left over."""
    parts: list[Part] = []
    for request in file.exchanges:
        for part in parts[-1:]:
            part.answer.pages.clear()
        parts.append(_part(request, receive(db, key, device, request, clock)))
    last = file.exchanges[-1]
    while parts[-1].answer.chain == "ok" and any(page.more for page in parts[-1].answer.pages):
        answer = parts[-1].answer
        read = last.cursors | {page.scope: page.cursor for page in answer.pages}
        end = {"acked_n": answer.acked_n, "acked_hash": answer.acked_hash}
        last = last.model_copy(update={"ops": [], "cursors": read, "limit": protocol.LARGEST_PAGE, **end})
        parts.append(_part(last, receive(db, key, device, last, clock)))
    return parts


def _part(request: Exchange, answer: Answer) -> Part:
    first, last = (request.ops[0].n, request.ops[-1].n) if request.ops else (0, 0)
    return Part(inc=request.inc, first=first, last=last, cursors=request.cursors, answer=answer)


def _reply(key: ServerKey, device: Device, box: str, answer: CityFile) -> Reply:
    content = answer.model_dump_json().encode()
    results = [result.outcome for part in answer.parts for result in part.answer.results]
    stuck = sum(outcome in ("held", "refused") for outcome in results)
    sealed = envelope.seal(content, sender="kota", signing_key=key.private, to=box)
    return Reply(sealed, device, len(results) - stuck, stuck, len(answer.photos))
