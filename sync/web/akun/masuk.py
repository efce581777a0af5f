"""The way in: login and password, the second factor or its first set-up, an own password; a new token at every step."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, Row, select, update

from sipokat_desktop.kernel.errors import InputSalah
from sync.server.database import Database
from sync.server.schema import PERSON

from . import faktor, jejak, sesi, tahan, text
from .penjaga import Penjaga
from .peran import Orang, Peran
from .sandi import layak
from .sesi import Sesi


class Tahap(StrEnum):
    """What a session still lacks."""

    KODE = "kode"
    SANDI = "sandi"
    PASANG = "pasang"
    SELESAI = ""


def tahap(db: Database, ses: Sesi) -> Tahap:
    """Return what comes next: the code of the phone, an own password, setting up the second factor, or nothing."""
    row = _orang(db, ses.orang.id)
    if row.totp and not ses.kedua:
        return Tahap.KODE
    if row.must_change:
        return Tahap.SANDI
    return Tahap.SELESAI if row.totp else Tahap.PASANG


def _orang(db: Database, id: str) -> Row[tuple[object, ...]]:
    with db.read() as con:
        return con.execute(select(PERSON).where(PERSON.c.id == id)).one()


def dengan_sandi(db: Database, penjaga: Penjaga, *, login: str, sandi: str, alamat: str, now: int) -> str:
    """Return the token of a session that has the second factor still before it; raise InputSalah.

    A login that nobody has, or that was switched off, is answered as a wrong password is, and takes as long.
    """
    kunci = tahan.kunci(penjaga.rahasia, login, alamat)
    tahan.coba(db, kunci, now)
    with db.read() as con:
        row = con.execute(select(PERSON).where(PERSON.c.login == login)).one_or_none()
    hidup = row is not None and not row.disabled
    cocok = penjaga.sandi.cocok(row.password if row is not None and hidup else "", sandi)
    if row is None or not cocok:
        _gagal(db, row, text.GAGAL_SANDI if hidup else text.GAGAL_DITUTUP, alamat, now)
        raise InputSalah("sandi", text.MASUK_SALAH)
    if 0 < row.password_until < now:
        _gagal(db, row, text.GAGAL_LEWAT, alamat, now)
        raise InputSalah("sandi", text.SANDI_LEWAT)
    baru = penjaga.sandi.hash(sandi) if penjaga.sandi.lemah(row.password) else row.password
    with db.write() as con:
        tahan.benar(con, kunci)
        con.execute(
            update(PERSON).where(PERSON.c.id == row.id, PERSON.c.password == row.password).values(password=baru)
        )
        return sesi.buka(con, row.id, kedua=False, alamat=alamat, now=now)


def _gagal(db: Database, row: Row[tuple[object, ...]] | None, apa: str, alamat: str, now: int) -> None:
    """Write down that somebody did not get in, in the name of whom the login belongs to."""
    siapa = Orang(row.id, row.name, Peran(row.role), row.scope) if row is not None else None
    jejak.gagal(db, siapa, (apa if siapa else text.GAGAL_NAMA).format(alamat=alamat), now=now)


def dengan_kode(db: Database, penjaga: Penjaga, ses: Sesi, *, kode: str, alamat: str, now: int) -> str:
    """Return the token of the whole session for a code of the phone, or one from the paper; raise InputSalah."""
    kunci = tahan.kunci(penjaga.rahasia, _orang(db, ses.orang.id).login, alamat)
    tahan.coba(db, kunci, now)
    dari_hp = len("".join(kode.split())) <= 6
    with db.write() as con:
        pakai = faktor.pakai if dari_hp else faktor.pakai_pemulihan
        if pakai(con, ses.orang.id, penjaga.rahasia, kode, now):
            tahan.benar(con, kunci, selesai=kunci[0].sidik)
            return _ganti(con, ses, kedua=True, alamat=alamat, now=now)
    jejak.gagal(db, ses.orang, text.GAGAL_KODE.format(alamat=alamat), now=now)
    raise InputSalah("kode", text.KODE_SALAH if dari_hp else text.PEMULIHAN_SALAH)


def _ganti(con: Connection, ses: Sesi, *, kedua: bool, alamat: str, now: int) -> str:
    """End a session and begin another in its place."""
    sesi.tutup(con, ses.id)
    return sesi.buka(con, ses.orang.id, kedua=kedua, alamat=alamat, now=now, mulai=ses.mulai)


def periksa_sandi(db: Database, penjaga: Penjaga, ses: Sesi, *, sandi: str, alamat: str, now: int) -> None:
    """Raise InputSalah unless ``sandi`` is the password of whoever sits here; wrong tries are counted."""
    row = _orang(db, ses.orang.id)
    kunci = tahan.kunci(penjaga.rahasia, str(row.login), alamat)
    tahan.coba(db, kunci, now)
    if not penjaga.sandi.cocok(str(row.password), sandi):
        raise InputSalah("lama", text.SANDI_LAMA_SALAH)
    with db.write() as con:
        tahan.benar(con, kunci)


def sandi_baru(
    db: Database, penjaga: Penjaga, ses: Sesi, *, baru: str, ulang: str, alamat: str, now: int
) -> str:  # fmt: skip
    """Keep an own password; all other sessions end. Returns the token that takes over; raises InputSalah."""
    row = _orang(db, ses.orang.id)
    sandi = layak(baru, ulang, login=str(row.login), nama=str(row.name))
    if penjaga.sandi.cocok(str(row.password), sandi):
        raise InputSalah("sandi", text.SANDI_TETAP)
    sidik = penjaga.sandi.hash(sandi)
    with db.write() as con:
        con.execute(
            update(PERSON).where(PERSON.c.id == ses.orang.id).values(password=sidik, must_change=0, password_until=0)
        )
        sesi.tutup_semua(con, ses.orang.id)
        return sesi.buka(con, ses.orang.id, kedua=ses.kedua, alamat=alamat, now=now, mulai=ses.mulai)


def rahasia_baru(db: Database, penjaga: Penjaga, orang_id: str) -> bytes:
    """Return the secret that waits to be confirmed; it stays the same until then, so that a page can be read twice."""
    with db.write() as con:
        segel = penjaga.rahasia.segel(faktor.baru(), milik=orang_id)
        con.execute(update(PERSON).where(PERSON.c.id == orang_id, PERSON.c.totp_next == "").values(totp_next=segel))
        ada = con.scalar(select(PERSON.c.totp_next).where(PERSON.c.id == orang_id))
    return penjaga.rahasia.buka(str(ada), milik=orang_id)


def pasang(db: Database, penjaga: Penjaga, ses: Sesi, *, kode: str, alamat: str, now: int) -> tuple[str, list[str]]:
    """Make the secret that waits the second factor, for a code that the phone makes of it.

    Returns the token that takes over and the codes for the paper; raises InputSalah.
    """
    with db.write() as con:
        row = con.execute(select(PERSON).where(PERSON.c.id == ses.orang.id)).one()
        rahasia = penjaga.rahasia.buka(row.totp_next, milik=row.id) if row.totp_next else b""
        kini = faktor.langkah(rahasia, kode, now) if rahasia else 0
        if not kini:
            raise InputSalah("kode", text.KODE_SALAH)
        con.execute(
            update(PERSON).where(PERSON.c.id == row.id).values(totp=row.totp_next, totp_next="", totp_step=kini)
        )
        pemulihan = faktor.pemulihan_baru(con, row.id, penjaga.rahasia)
        sesi.tutup_semua(con, row.id)
        return sesi.buka(con, row.id, kedua=True, alamat=alamat, now=now, mulai=ses.mulai), pemulihan
