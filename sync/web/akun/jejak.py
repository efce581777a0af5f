"""Who read or took out personal data, who was turned away, who failed to come in: a log that is only added to."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, not_, or_, select, true

from sipokat_desktop.kernel import ids
from sync.server.database import Database
from sync.server.schema import READING

from . import text
from .peran import KECAMATAN, Orang, Peran, sebutan_kantor

SEHALAMAN = 100
HARI_MS = 24 * 3600 * 1000
MASUK = "/masuk"
_HAK = (MASUK, "/akun", "/pengguna", "/perangkat", "/undangan")
"""Pages whose acts are about who and which computer may come in; their lines are whole sentences."""


class Jenis(StrEnum):
    """What a line of the log is about."""

    BACA = "baca"
    UNDUH = "unduh"
    MASUK = "masuk"
    HAK = "hak"
    TOLAK = "tolak"


def baca(db: Database, orang: Orang, *, jalan: str, apa: str, ekspor: bool, now: int) -> None:
    """Note that a person read personal data, or took data out as a file."""
    _catat(db, orang, jalan, now=now, what=apa, export=int(ekspor))


def tolak(db: Database, orang: Orang, jalan: str, *, now: int) -> None:
    """Note that a person asked for what is not for the role."""
    _catat(db, orang, jalan, now=now, refused=1)


def tindakan(db: Database, orang: Orang, apa: str, *, jalan: str, now: int) -> None:
    """Note what a person did to who may come in."""
    _catat(db, orang, jalan, now=now, what=apa)


def gagal(db: Database, orang: Orang | None, apa: str, *, now: int) -> None:
    """Note that somebody did not get in: whom the typed login names, where it names anybody. What was typed is not
    kept otherwise: it may be a password."""
    isi = {"person_id": orang.id, "name": orang.nama, "role": orang.peran.value, "scope": orang.lingkup} if orang else {
        "person_id": "", "name": text.NAMA_TAK_DIKENAL, "role": "", "scope": ""
    }  # fmt: skip
    with db.write() as con:
        con.execute(READING.insert().values(id=ids.new_id(), at=now, path=MASUK, what=apa, refused=1, **isi))


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
    peran: Peran | None
    """None: nobody whom the city knows."""
    lingkup: str
    jalan: str
    apa: str
    ekspor: bool
    ditolak: bool

    @property
    def kantor(self) -> str:
        """What people call the office; empty where nobody knows who it was."""
        return sebutan_kantor(self.lingkup) if self.lingkup else ""

    @property
    def jenis(self) -> Jenis:
        """What the line is about."""
        if self.jalan == MASUK:
            return Jenis.MASUK
        if self.ditolak:
            return Jenis.TOLAK
        if self.ekspor:
            return Jenis.UNDUH
        return Jenis.HAK if self.jalan.startswith(_HAK) else Jenis.BACA


def daftar(
    db: Database, pelihat: Orang, *, orang_id: str = "", mulai: int = 0, sampai: int = 0, jenis: Jenis | None = None,
    halaman: int = 1,
) -> tuple[list[Bacaan], bool]:  # fmt: skip
    """Return a page of the log as far as ``pelihat`` may see it, the latest first, and whether more follows.

    ``mulai`` and ``sampai`` (excluded; 0: open) in UTC ms. The last seconds may be missing where a replica answers.
    """
    syarat = [terlihat(pelihat)]
    if orang_id:
        syarat.append(READING.c.person_id == orang_id)
    if mulai:
        syarat.append(READING.c.at >= mulai)
    if sampai:
        syarat.append(READING.c.at < sampai)
    if jenis:
        syarat.append(_tentang(jenis))
    cari = select(READING).where(and_(*syarat)).order_by(READING.c.at.desc(), READING.c.id.desc())
    with db.read(stale_ok=True) as con:
        rows = con.execute(cari.limit(SEHALAMAN + 1).offset((halaman - 1) * SEHALAMAN)).all()
    hasil = [
        Bacaan(
            r.at, r.person_id, r.name, Peran(r.role) if r.role else None, r.scope, r.path, r.what, bool(r.export),
            bool(r.refused),
        )
        for r in rows[:SEHALAMAN]
    ]  # fmt: skip
    return hasil, len(rows) > SEHALAMAN


def _tentang(jenis: Jenis) -> ColumnElement[bool]:
    """Return which lines are of a kind, as :attr:`Bacaan.jenis` tells it."""
    masuk, tolak, unduh = READING.c.path == MASUK, READING.c.refused == 1, READING.c.export == 1
    hak = or_(*(READING.c.path.startswith(awal) for awal in _HAK))
    match jenis:
        case Jenis.MASUK:
            return masuk
        case Jenis.TOLAK:
            return and_(tolak, not_(masuk))
        case Jenis.UNDUH:
            return and_(unduh, not_(tolak), not_(masuk))
        case Jenis.HAK:
            return and_(hak, not_(unduh), not_(tolak), not_(masuk))
        case Jenis.BACA:
            return and_(not_(hak), not_(unduh), not_(tolak))


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
