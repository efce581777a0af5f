"""The exchange by file, for an office without internet: what is handed in, and what comes back from the city."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.progress import Progress, between, quiet
from sipokat_desktop.storage import photoqueue, photos, sqlite
from sipokat_desktop.storage.identity import write_atomically
from sipokat_desktop.storage.store import Store
from sync import envelope, protocol
from sync.envelope import BadFile
from sync.files import CITY, OFFICE, PHOTO_BYTES, PHOTOS, CityFile, OfficeFile, Part, PhotoFile
from sync.protocol import Answer, EnrolRequest, Exchange, Invitation, Page, b64

from . import apply, ask, enrol, outbox, receipt, text
from .device import private_key
from .outbox import Sent
from .take import Before, Here, Taken, take

INVITED = "undangan"
"""Setting: the invitation of an office that enrols by file, until the city has answered."""

NEW = "baru"
"""What the name of a file calls a computer that the city has not numbered."""
NAMED = re.compile(rf"sipokat-(?P<office>.+)-(?P<label>PC-\d+|{NEW})-\d{{8}}-\d{{6}}")
"""How :func:`write` names a file; the city's answer keeps that name."""


class Written(NamedTuple):
    """A file for the city, how many changes and photos are in it, and how many photos had no more room."""

    path: Path
    ops: int
    photos: int
    photos_left: int


class Read(NamedTuple):
    """What a file of the city brought: changes that it is the first to answer, and rows; ``matching`` is None where
    it was older than what this PC has.

    ``note``: what the user has to know or do besides.
    """

    answered: int
    rows: dict[str, list[str]]
    matching: bool | None
    receipt: int
    note: str = ""


def invite(store: Store, invitation: Invitation, name: str) -> None:
    """Keep an invitation, so that the next file enrols this computer. Raises InputSalah for another office's."""
    if not invitation.box_key:
        raise InputSalah("undangan", text.UNDANGAN_TANPA_KUNCI)
    enrol.same_office(store, invitation.kelurahan)
    store.set_settings({INVITED: invitation.model_dump_json(), "nama_komputer": name, "lingkup": invitation.kelurahan})


def write(store: Store, folder: Path, *, maju: Progress = quiet) -> Written:
    """Write everything the city has not answered into one file in ``folder``; raise Gangguan when that fails.

    Nothing is marked as sent: the same changes may go by any other way too, as often as one likes. Where ``maju``
    raises, no part of a file is left.
    """
    if outbox.stranded(store.reader()):
        store.renew_incarnation()
    request, to = _enrolment(store)
    waiting, photos_waiting = outbox.waiting(store.reader()), photos.unsent(store.reader())
    whole = waiting + photos_waiting
    parts = _exchanges(store, between(maju, 0, waiting, whole))
    pictures = _photos(store, between(maju, waiting, whole, whole))
    maju(whole, whole)
    content = OfficeFile(exchanges=parts, enrol=request, photos=pictures).model_dump_json().encode()
    here = store.identity
    sender = "" if request else here.device_id
    sealed = envelope.seal(content, sender=sender, signing_key=private_key(here), to=to)
    stamp = tanggal.wib(store.clock()).strftime("%Y%m%d-%H%M%S")
    name = f"sipokat-{_office(store)}-{here.label or NEW}-{stamp}{OFFICE}"
    write_atomically(folder / name, sealed)
    return Written(folder / name, sum(len(part.ops) for part in parts), len(pictures), photos_waiting - len(pictures))


def _photos(store: Store, maju: Progress) -> list[PhotoFile]:
    """Return the photos that wait, the oldest first, as far as there is room; their rows go along or went before."""
    found: list[PhotoFile] = []
    room = PHOTO_BYTES
    refs = photoqueue.to_carry(store, PHOTOS)
    for ke, ref in enumerate(refs):
        maju(ke, len(refs))
        content = photos.read(store, ref.key)
        if content is None or len(content) > room:
            continue
        room -= len(content)
        found.append(PhotoFile(key=ref.key, scope=ref.scope, table=ref.table, row=ref.row_id, content=b64(content)))
    return found


def _enrolment(store: Store) -> tuple[EnrolRequest | None, str]:
    """Return the request to enrol, where an invitation waits, and the city's key for files."""
    here = store.identity
    if not (kept := store.setting(INVITED)):
        if not here.enrolled:
            raise Gangguan(text.BELUM_TERDAFTAR, text.PAKAI_UNDANGAN)
        if not here.server_box:
            raise Gangguan(text.BERKAS_BELUM, text.BERKAS_SEKALI)
        return None, here.server_box
    invitation = Invitation.model_validate_json(kept)
    request = enrol.request_of(store, enrol.check_code(invitation.code), store.setting("nama_komputer"))
    return request, invitation.box_key


def _exchanges(store: Store, maju: Progress) -> list[Exchange]:
    """Return the waiting ops in as many requests as they need; the last one asks for the pages."""
    found: list[Exchange] = []
    after = done = 0
    while True:
        batch = outbox.next_batch(store.reader(), protocol.LARGEST_PUSH, after=after)
        maju(done, done + len(batch.ops) + batch.rest)
        done += len(batch.ops)
        found.append(ask.exchange(store, batch, limit=protocol.LARGEST_PAGE))
        if not batch.ops or not batch.rest:
            return found
        after = batch.ops[-1].n


def read(store: Store, file: Path, *, maju: Progress = quiet) -> Read:
    """Take a file of the city in; older, newer, twice: each op and row counts once.

    Raises InputSalah when the file is none of the city's, is damaged, or is for another computer, and what ``maju``
    raises between two parts: what was taken in until then stays, reading the file again brings the rest.
    """
    content = _opened(store, file)
    maju(0, len(content.parts))
    if content.enrol and (kept := store.setting(INVITED)):
        enrol.accept(store, content.enrol, Invitation.model_validate_json(kept).server)
        store.set_setting(INVITED, "")
    answered, rows = 0, dict[str, list[str]]()
    last = Taken()
    for key in content.photos:
        store.local(partial(photoqueue.mark_if, key=key, state=photos.AT_CITY, of=photos.TO_SEND, now=store.clock()))
    for ke, part in enumerate(content.parts):
        maju(ke, len(content.parts))
        ask.adopt(store, part.answer.pages)
        if part.answer.receipt:
            receipt.check(part.answer.receipt, store.identity.server_key)
        last, new = store.transact(partial(_take, store=store, part=part, answered=answered))
        apply.merge(rows, last.rows)
        answered += new
        _mend(store, part)
    for scope in last.wrong:
        store.transact(partial(apply.forget, scope=scope))
    matching = not last.wrong if last.receipt or last.wrong else None
    return Read(answered, rows, matching, last.receipt, _note(content.parts[-1].answer) if content.parts else "")


def _note(answer: Answer) -> str:
    """Return what the user has to know of an answer that is no ordinary one."""
    if answer.revoked:
        return f"{text.DICABUT} {text.HUBUNGI}"
    if answer.upgrade:
        return f"{text.PROGRAM_LAMA} {text.PERBARUI}"
    if answer.chain != "ok" or any(page.resync for page in answer.pages):
        return text.BERKAS_ULANG
    return ""


def _opened(store: Store, file: Path) -> CityFile:
    here = store.identity
    kept = store.setting(INVITED)
    server_key = Invitation.model_validate_json(kept).server_key if kept else here.server_key
    try:
        sealed = file.read_bytes()
        return CityFile.model_validate_json(
            envelope.opened(sealed, signing_key=private_key(here), sender_key=lambda _content: server_key)
        )
    except OSError as exc:
        raise InputSalah("berkas", text.BERKAS_TIDAK_ADA.format(nama=file.name)) from exc
    except (BadFile, ValidationError) as exc:
        raise InputSalah("berkas", _refusal(store, file.name)) from exc


def _office(store: Store) -> str:
    """Return how the names of the files call this office."""
    return store.setting("lingkup").replace(":", "-")


def _refusal(store: Store, name: str) -> str:
    """Return what is said of a file that does not open; its name tells whose it was meant to be, where it still can."""
    said = {"nama": name, "akhir": CITY, "kantor": _office(store), "sini": store.identity.label or NEW}
    if name.endswith(OFFICE):
        return text.BERKAS_KANTOR.format(**said)
    meant = NAMED.match(name)
    if meant and meant["office"] != said["kantor"]:
        return text.BERKAS_KANTOR_LAIN.format(**said, lain=meant["office"])
    if meant and NEW not in (meant["label"], said["sini"]) and meant["label"] != said["sini"]:
        return text.BERKAS_PC_LAIN.format(**said, label=meant["label"])
    return text.BERKAS_BUKAN.format(**said)


def _take(con: sqlite.Connection, store: Store, part: Part, answered: int) -> tuple[Taken, int]:
    """Take a part in; returns what it did, and how many changes had waited for this answer."""
    waiting = outbox.waiting(con)
    here = Here(store.tables, store.identity.scopes, store.clock())
    at = apply.cursors(con, here.scopes)
    pages = [new for page in part.answer.pages if (new := _newer(page, at, part.cursors.get(page.scope, "")))]
    answer = part.answer.model_copy(update={"pages": pages})
    if len(pages) < len(part.answer.pages):
        answer = answer.model_copy(update={"receipt": None})
    sent = Sent.of(con, part.inc, part.first, part.last) if part.first and answer.chain == "ok" else None
    taken = take(con, here, answer, sent, Before(sent=answered, repairs=2))
    return taken, max(0, waiting - outbox.waiting(con))


def _newer(page: Page, at: dict[str, str], since: str) -> Page | None:
    """Return what a page brings beyond what this PC has read; None where it is older, or leaves a gap."""
    here = at.get(page.scope, "")
    if page.resync:
        return page if here == since else None
    if apply.position(since) > apply.position(here) or apply.position(page.cursor) < apply.position(here):
        return None
    at[page.scope] = page.cursor
    rows = [row for row in page.rows if row[2] > apply.position(here)]
    return page.model_copy(update={"rows": rows})


def _mend(store: Store, part: Part) -> None:
    """Go on as after an exchange over the line, where the file answers the chain as it is now."""
    answer: Answer = part.answer
    if part.inc != store.identity.inc:
        return
    if answer.chain != "ok" or any(page.resync for page in answer.pages):
        store.renew_incarnation(outbox.requeue_all if answer.chain == "rewound" else None)
