"""The people who log in: who is there, who may look after whom, and what is changed about them."""

from __future__ import annotations

import re
from typing import NamedTuple

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.exc import IntegrityError

from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sync.server.database import Database
from sync.server.schema import PERSON, RECOVERY

from . import sesi, text
from .peran import KECAMATAN, Orang, Peran
from .sandi import Sandi, pertama

HARI_MS = 24 * 3600 * 1000
SANDI_PERTAMA_MS = 7 * HARI_MS
"""How long a printed first password lets in."""
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")
_DI_BAWAH = {
    Peran.KOMINFO: frozenset(Peran), Peran.BAGIAN: KECAMATAN, Peran.CAMAT: frozenset({Peran.STAF}),
    Peran.STAF: frozenset[Peran](),
}  # fmt: skip


class Akun(NamedTuple):
    """A person as those see him who look after him; times in UTC ms, 0: not."""

    id: str
    login: str
    nama: str
    peran: Peran
    lingkup: str
    dibuat: int
    oleh: str
    dimatikan: int
    ganti_sandi: bool
    faktor: bool

    @property
    def orang(self) -> Orang:
        """The person as sessions know him."""
        return Orang(self.id, self.nama, self.peran, self.lingkup)


class Baru(NamedTuple):
    """Who is to be added."""

    login: str
    nama: str
    peran: Peran
    lingkup: str


def wewenang(atas: Orang, peran: Peran, lingkup: str) -> bool:
    """Tell whether ``atas`` looks after people of this role at this office."""
    return peran in _DI_BAWAH[atas.peran] and (atas.peran is not Peran.CAMAT or lingkup == atas.lingkup)


def mengurus(atas: Orang) -> frozenset[Peran]:
    """Return the roles that ``atas`` may give."""
    return _DI_BAWAH[atas.peran]


def daftar(db: Database, atas: Orang) -> list[Akun]:
    """Return the people whom ``atas`` looks after, by office and name."""
    with db.read() as con:
        rows = con.execute(select(PERSON).order_by(PERSON.c.scope, PERSON.c.role, PERSON.c.name)).all()
    return [akun for akun in map(_akun, rows) if wewenang(atas, akun.peran, akun.lingkup)]


def semua(db: Database) -> list[Akun]:
    """Return everybody, by office and name."""
    with db.read() as con:
        rows = con.execute(select(PERSON).order_by(PERSON.c.scope, PERSON.c.role, PERSON.c.name)).all()
    return [_akun(row) for row in rows]


def satu(db: Database, id: str) -> Akun | None:
    """Return a person; None where there is none."""
    with db.read() as con:
        row = con.execute(select(PERSON).where(PERSON.c.id == id)).one_or_none()
    return _akun(row) if row else None


def bernama(db: Database, login: str) -> Akun | None:
    """Return the person of a login; None where there is none."""
    with db.read() as con:
        row = con.execute(select(PERSON).where(PERSON.c.login == login)).one_or_none()
    return _akun(row) if row else None


def _akun(r: Row[tuple[object, ...]]) -> Akun:
    return Akun(
        r.id, r.login, r.name, Peran(r.role), r.scope, r.created, r.created_by, r.disabled, bool(r.must_change),
        bool(r.totp),
    )  # fmt: skip


def tambah(db: Database, sandi: Sandi, baru: Baru, *, oleh: str, now: int) -> tuple[Akun, str]:
    """Add a person with a first password; return both. Raises InputSalah."""
    baru = Baru(_login(baru.login), _nama(baru.nama), baru.peran, _lingkup(baru.peran, baru.lingkup))
    kata = pertama()
    id, sidik = ids.new_id(), sandi.hash(kata)
    try:
        with db.write() as con:
            con.execute(
                PERSON.insert().values(
                    id=id, login=baru.login, name=baru.nama, role=baru.peran.value, scope=baru.lingkup, password=sidik,
                    password_until=now + SANDI_PERTAMA_MS, must_change=1, created=now, created_by=oleh,
                )
            )  # fmt: skip
            return _akun(con.execute(select(PERSON).where(PERSON.c.id == id)).one()), kata
    except IntegrityError as exc:
        raise InputSalah("login", text.LOGIN_ADA) from exc


def ubah(db: Database, id: str, *, nama: str, peran: Peran, lingkup: str) -> None:
    """Change the name, role and office; a new role or office ends the sessions. Raises InputSalah."""
    nama, lingkup = _nama(nama), _lingkup(peran, lingkup)
    with db.write() as con:
        lama = con.execute(select(PERSON).where(PERSON.c.id == id)).one()
        if (lama.role, lama.scope) != (peran.value, lingkup):
            if peran is not Peran.KOMINFO:
                _masih_ada_kominfo(con, id)
            sesi.tutup_semua(con, id)
        con.execute(update(PERSON).where(PERSON.c.id == id).values(name=nama, role=peran.value, scope=lingkup))


def matikan(db: Database, id: str, *, now: int) -> None:
    """Let a person in no more, from this moment. Raises InputSalah for the last of Kominfo."""
    with db.write() as con:
        _masih_ada_kominfo(con, id)
        con.execute(update(PERSON).where(PERSON.c.id == id).values(disabled=now))
        sesi.tutup_semua(con, id)


def nyalakan(db: Database, id: str) -> None:
    """Let a person in again."""
    with db.write() as con:
        con.execute(update(PERSON).where(PERSON.c.id == id).values(disabled=0))


def atur_ulang(db: Database, sandi: Sandi, id: str, *, faktor: bool, now: int) -> str:
    """Give a person a new first password (and, with ``faktor``, a new second factor to set up); return the password."""
    kata = pertama()
    nilai: dict[str, object] = {
        "password": sandi.hash(kata), "password_until": now + SANDI_PERTAMA_MS, "must_change": 1,
    }  # fmt: skip
    with db.write() as con:
        if faktor:
            nilai |= {"totp": "", "totp_next": ""}
            con.execute(RECOVERY.delete().where(RECOVERY.c.person_id == id))
        con.execute(update(PERSON).where(PERSON.c.id == id).values(**nilai))
        sesi.tutup_semua(con, id)
    return kata


def _masih_ada_kominfo(con: Connection, tanpa: str) -> None:
    """Raise InputSalah where the person is the last of Kominfo who may come in (all of them are looked at in turn)."""
    con.execute(update(PERSON).where(PERSON.c.role == Peran.KOMINFO.value).values(created=PERSON.c.created))
    dia = con.execute(select(PERSON).where(PERSON.c.id == tanpa)).one()
    if dia.role != Peran.KOMINFO.value or dia.disabled:
        return
    lain = select(func.count()).where(
        PERSON.c.role == Peran.KOMINFO.value, PERSON.c.disabled == 0, PERSON.c.id != tanpa
    )  # fmt: skip
    if not con.scalar(lain):
        raise InputSalah("peran", text.KOMINFO_TERAKHIR)


def _login(login: str) -> str:
    if not _LOGIN.fullmatch(login):
        raise InputSalah("login", text.LOGIN_SALAH)
    return login


def _nama(nama: str) -> str:
    nama = " ".join(nama.split())
    if not 0 < len(nama) <= 100 or not nama.isprintable():
        raise InputSalah("nama", text.NAMA_KOSONG)
    return nama


def _lingkup(peran: Peran, lingkup: str) -> str:
    """Return the office of a role; raise InputSalah where the two do not go together."""
    if peran not in KECAMATAN:
        return wilayah.KOTA
    if not wilayah.adalah_kecamatan(lingkup) or lingkup not in lingkup_kecamatan():
        raise InputSalah("lingkup", text.PERAN_SALAH)
    return lingkup


def lingkup_kecamatan() -> tuple[str, ...]:
    """Return the scopes of all kecamatan."""
    return tuple(wilayah.lingkup_kantor(t) for t in wilayah.semua().values() if t.tingkat == "kecamatan")
