"""Who read or took out personal data, and who was turned away: a log that is only added to."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select, true

from sipokat_desktop.kernel import ids
from sync.server.database import Database
from sync.server.schema import READING

from .peran import KECAMATAN, Orang, Peran, sebutan_kantor

SEHALAMAN = 100
HARI_MS = 24 * 3600 * 1000


def baca(db: Database, orang: Orang, *, jalan: str, apa: str, ekspor: bool, now: int) -> None:
    """Note that a person read personal data, or took data out as a file."""
    _catat(db, orang, jalan, now=now, what=apa, export=int(ekspor))


def tolak(db: Database, orang: Orang, jalan: str, *, now: int) -> None:
    """Note that a person asked for what is not for the role."""
    _catat(db, orang, jalan, now=now, refused=1)


def tindakan(db: Database, orang: Orang, apa: str, *, jalan: str, now: int) -> None:
    """Note what a person did to who may come in."""
    _catat(db, orang, jalan, now=now, what=apa)


def _catat(db: Database, orang: Orang, jalan: str, *, now: int, **lain: object) -> None:
    with db.write() as con:
        con.execute(
            READING.insert().values(
                id=ids.new_id(), at=now, person_id=orang.id, name=orang.nama, role=orang.peran.value,
                scope=orang.lingkup, path=jalan, **lain,
            )
        )  # fmt: skip


class Bacaan(NamedTuple):
    """One line of the log; ``waktu`` in UTC ms."""

    waktu: int
    orang_id: str
    nama: str
    peran: Peran
    lingkup: str
    jalan: str
    apa: str
    ekspor: bool
    ditolak: bool

    @property
    def kantor(self) -> str:
        """What people call the office."""
        return sebutan_kantor(self.lingkup)


def daftar(
    db: Database, pelihat: Orang, *, orang_id: str = "", mulai: int = 0, sampai: int = 0, halaman: int = 1
) -> tuple[list[Bacaan], bool]:
    """Return a page of the log as far as ``pelihat`` may see it, the latest first, and whether more follows.

    ``mulai`` and ``sampai`` (excluded; 0: open) in UTC ms.
    """
    syarat = [terlihat(pelihat)]
    if orang_id:
        syarat.append(READING.c.person_id == orang_id)
    if mulai:
        syarat.append(READING.c.at >= mulai)
    if sampai:
        syarat.append(READING.c.at < sampai)
    cari = select(READING).where(and_(*syarat)).order_by(READING.c.at.desc(), READING.c.id.desc())
    with db.read() as con:
        rows = con.execute(cari.limit(SEHALAMAN + 1).offset((halaman - 1) * SEHALAMAN)).all()
    hasil = [
        Bacaan(r.at, r.person_id, r.name, Peran(r.role), r.scope, r.path, r.what, bool(r.export), bool(r.refused))
        for r in rows[:SEHALAMAN]
    ]
    return hasil, len(rows) > SEHALAMAN


def terlihat(pelihat: Orang) -> ColumnElement[bool]:
    """Return which lines a person may see: the own ones and those of the people below."""
    sendiri = READING.c.person_id == pelihat.id
    if pelihat.peran is Peran.KOMINFO:
        return true()
    if pelihat.peran is Peran.BAGIAN:
        return or_(sendiri, READING.c.role.in_([peran.value for peran in KECAMATAN]))
    if pelihat.peran is Peran.CAMAT:
        return or_(sendiri, and_(READING.c.role == Peran.STAF.value, READING.c.scope == pelihat.lingkup))
    return sendiri
