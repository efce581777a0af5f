"""Who works on this computer: names with PINs and roles, kept here only; nobody is deleted, history names them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.storage import sqlite

from . import keys, office, pins
from . import people_text as text
from .authority import LURAH, OPERATOR, PEOPLE, ROLES, Approval
from .people_text import NAMA_KOSONG, PIN_MUDAH, PIN_PENDEK, PIN_SALAH
from .store import Store

__all__ = ["NAMA_KOSONG", "PIN_MUDAH", "PIN_PENDEK", "PIN_SALAH"]


class User(NamedTuple):
    """A person who may work here; ``has_pin`` is false for one made on the command line."""

    id: str
    name: str
    role: str
    has_pin: bool
    active: bool = True


class Menunggu(InputSalah):
    """Too many wrong PINs: nobody is asked before ``until`` (UTC ms)."""

    def __init__(self, wrong: int, left: int, until: int) -> None:
        """``left``: what is still to wait, in ms."""
        super().__init__("pin", text.PIN_TUNGGU.format(n=wrong, lama=_lasting(left)))
        self.until = until


def everyone(store: Store, *, all: bool = False) -> list[User]:
    """Return the people who may work here in the order they were added; ``all``: those switched off too."""
    rows = store.reader().execute(
        "SELECT id, nama, peran, pin <> '', NOT nonaktif FROM pengguna WHERE ? OR NOT nonaktif ORDER BY id", (all,)
    )
    return [User(str(i), str(n), str(r), bool(p), bool(a)) for i, n, r, p, a in rows]


def named(store: Store, name: str, *, all: bool = False) -> User:
    """Return the person called so (``all``: or one switched off); raise InputSalah that tells who there is."""
    people = everyone(store, all=all)
    found = next((one for one in people if one.name.casefold() == _clean(name).casefold()), None)
    if found is None:
        ada = ", ".join(one.name for one in people) or "-"
        raise InputSalah("oleh", text.TAK_DIKENAL.format(nama=name, ada=ada))
    return found


def lurahs(store: Store) -> list[User]:
    """Return those who may give the lurah's word; empty where the office has named none."""
    return [one for one in everyone(store) if one.role == LURAH]


def last_acts(store: Store) -> dict[str, int]:
    """Return when each person last recorded something on this computer or approved it (UTC ms), by id, under whatever
    name they had; nothing for those who never did."""
    from .acts import FROM_CITY

    seen: dict[str, int] = {}
    con = store.reader()
    for signed, at in con.execute("SELECT oleh, max(waktu) FROM riwayat WHERE act <> ? GROUP BY oleh", (FROM_CITY,)):
        for name in str(signed).split(text.ANTARA):
            seen[name] = max(seen.get(name, 0), int(at))
    rows = con.execute("SELECT id, nama, nama_lama FROM pengguna").fetchall()
    found = {str(i): max(seen.get(n, 0) for n in (str(nama), *json.loads(former))) for i, nama, former in rows}
    return {user_id: at for user_id, at in found.items() if at}


def head(store: Store) -> str:
    """Return what people call the head of this office: Lurah, Camat, Kepala Bagian."""
    return wilayah.kepala(office.own(store))


def head_here(store: Store) -> str:
    """Return the same where one is named, who can be asked; else empty."""
    return head(store) if lurahs(store) else ""


def roles(store: Store) -> dict[str, str]:
    """Return what the roles are called in this office, by key."""
    return {key: word.format(kepala=head(store)) for key, word in text.PERAN.items()}


def add(store: Store, *, name: str, pin: str = "", role: str = OPERATOR) -> User:
    """Add a user and return it; raise InputSalah for an empty name or one that is there, for a PIN that is too weak,
    and where the lurah has to approve it."""
    clean = _clean(name)
    _role_fits(store, role, has_pin=bool(pin))
    kept = pins.hashed(_strong(pin)) if pin else ""
    user = User(new_id(), clean, role, bool(pin))

    def work(con: sqlite.Connection) -> None:
        store.guard(con).author(PEOPLE)
        _free(con, clean)
        con.execute(
            "INSERT INTO pengguna (id, nama, peran, pin) VALUES (?, ?, ?, ?)", (user.id, clean, role, kept)
        )  # fmt: skip

    store.local(work)
    return user


def change(store: Store, user_id: str, *, name: str, role: str, active: bool = True) -> None:
    """Give somebody another name or role, and say whether they work here; the names of before stay known.

    Raises InputSalah as :func:`add`, and where nobody would be left.
    """
    clean = _clean(name)

    def work(con: sqlite.Connection) -> None:
        store.guard(con).author(PEOPLE)
        before, has_pin, former = con.execute(
            "SELECT nama, pin <> '', nama_lama FROM pengguna WHERE id = ?", (user_id,)
        ).fetchone()
        _role_fits(store, role, has_pin=bool(has_pin))
        names = json.loads(former)
        if before != clean:
            _free(con, clean, user_id)
            names = [*names, before]
        others = con.execute("SELECT count(*) FROM pengguna WHERE NOT nonaktif AND id <> ?", (user_id,)).fetchone()[0]
        if not active and not others:
            raise InputSalah("keadaan", text.TERAKHIR)
        if not active and before == store.user:
            raise InputSalah("keadaan", text.SEDANG_BEKERJA.format(nama=before))
        con.execute(
            "UPDATE pengguna SET nama = ?, peran = ?, nama_lama = ?, nonaktif = ? WHERE id = ?",
            (clean, role, json.dumps(names, ensure_ascii=False), int(not active), user_id),
        )

    store.local(work)


def change_pin(store: Store, user_id: str, old: str, new: str) -> None:
    """Give oneself another PIN; raise InputSalah when ``old`` is not the present one or ``new`` too weak."""
    check_pin(store, user_id, old)
    _strong(new, "pin_baru")
    _set_pin(store, user_id, new)


def reset_pin(store: Store, user_id: str, new: str) -> None:
    """Give somebody who lost it a new PIN, with the lurah's word; raise InputSalah as :func:`add`, and where nobody is
    named lurah: a colleague's word would let one work under the other's name."""
    _strong(new, "pin_baru")
    if not lurahs(store):
        raise InputSalah("kode", text.RESET_TANPA_LURAH.format(kepala=head(store)))
    store.local(lambda con: store.guard(con).author(PEOPLE))
    _set_pin(store, user_id, new)


def recover_pin(store: Store, user_id: str, code: str, new: str) -> None:
    """Set a new PIN with the recovery code of the data: who has that sheet could open the data anyway.

    Raises InputSalah for a code that is mistyped or another one's, and for a PIN that is too weak.
    """
    _strong(new, "pin_baru")
    keys.check_code(store.folder, code)
    _set_pin(store, user_id, new)


def check_pin(store: Store, user_id: str, pin: str) -> None:
    """Raise InputSalah unless ``pin`` is the user's, Menunggu (an InputSalah) while it is too early to ask.

    A try is counted before it is judged, so that neither a kill nor a second program gets one for nothing; a disk that
    refuses to count keeps nobody out.
    """
    kept = _counted(store, user_id)
    if kept is None or (kept and not pins.fits(kept, pin)):
        raise InputSalah("pin", PIN_SALAH)
    again = pins.hashed(pin) if kept and pins.outdated(kept) else kept
    with suppress(Gangguan):
        store.local(
            lambda con: con.execute(
                "UPDATE pengguna SET salah = 0, tunggu = 0, pin = ? WHERE id = ? AND pin = ?", (again, user_id, kept)
            )
        )


def begin(store: Store, who: User) -> None:
    """Let what is done from now on bear this name. A person without a PIN proves nothing where others have one."""
    store.user, store.user_proven = who.name, who.has_pin or not any(one.has_pin for one in everyone(store))


def approve(store: Store, user_id: str, pin: str) -> Approval:
    """Return the word of a lurah for one act; raise InputSalah as :func:`check_pin`, or when it is none."""
    who = next((one for one in everyone(store) if one.id == user_id), None)
    if who is None or who.role != LURAH:
        raise InputSalah("id", text.BUKAN_LURAH.format(nama=who.name if who else "", kepala=head(store)))
    check_pin(store, user_id, pin)
    return Approval(who.id, who.name)


def _counted(store: Store, user_id: str) -> str | None:
    """Count a try and return what is kept of the PIN; None for a stranger."""
    now = store.clock()

    def work(con: sqlite.Connection) -> str | None:
        row = con.execute("SELECT pin, salah, tunggu FROM pengguna WHERE id = ?", (user_id,)).fetchone()
        if row is None or not row[0]:
            return None if row is None else ""
        kept, wrong, until = str(row[0]), int(row[1]), int(row[2])
        left = min(until - now, pins.waits(wrong))
        if left > 0:
            raise Menunggu(wrong, left, now + left)
        con.execute(
            "UPDATE pengguna SET salah = ?, tunggu = ? WHERE id = ?",
            (wrong + 1, now + pins.waits(wrong + 1), user_id),
        )
        return kept

    try:
        return store.local(work)
    except Gangguan:
        row = store.reader().execute("SELECT pin FROM pengguna WHERE id = ?", (user_id,)).fetchone()
        return str(row[0]) if row else None


def _set_pin(store: Store, user_id: str, pin: str) -> None:
    values: Mapping[str, str] = {"pin": pins.hashed(pin), "id": user_id}
    store.local(lambda con: con.execute("UPDATE pengguna SET pin = :pin, salah = 0, tunggu = 0 WHERE id = :id", values))


def _clean(name: str) -> str:
    clean = " ".join(name.split())
    if not clean:
        raise InputSalah("nama", NAMA_KOSONG)
    if text.ANTARA.strip(", ") in clean.casefold():
        raise InputSalah("nama", text.NAMA_DIPAKAI_SISTEM)
    return clean


def _free(con: sqlite.Connection, name: str, but: str = "") -> None:
    """Raise InputSalah when somebody else has, or had, this name."""
    for user_id, nama, former in con.execute("SELECT id, nama, nama_lama FROM pengguna"):
        if user_id != but and name.casefold() in {one.casefold() for one in (nama, *json.loads(former))}:
            raise InputSalah("nama", text.NAMA_ADA.format(nama=name))


def _strong(pin: str, field: str = "pin") -> str:
    if not (pin.isascii() and pin.isdigit() and len(pin) >= 4):
        raise InputSalah(field, PIN_PENDEK)
    if len(set(pin)) == 1 or pin in "01234567890" or pin in "9876543210":
        raise InputSalah(field, PIN_MUDAH)
    return pin


def _role_fits(store: Store, role: str, *, has_pin: bool) -> None:
    if role not in ROLES:
        raise ValueError(role)
    if role == LURAH and not has_pin:
        raise InputSalah("pin", text.PIN_PERLU.format(kepala=head(store)))


def _lasting(ms: int) -> str:
    seconds = -(-ms // 1000)
    return text.DETIK.format(n=seconds) if seconds <= 90 else text.MENIT.format(n=-(-seconds // 60))
