"""What the city knows of its offices' computers: when they were here last, what they still hold, what ails them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from sipokat_desktop import __version__
from sipokat_desktop.kernel import tanggal, wilayah
from sync.server.database import Database
from sync.server.schema import DEVICE, DOC, META, OP_LOG, PHOTO, SCOPE
from sync.web.kantor import LABEL

DIAM_HARI = 7
"""Days without a word from which an office counts as silent."""
HARI_MS = 86_400_000
JAM_MELESET_MS = 5 * 60_000
"""A clock further off than this is wrong (the office program itself warns then)."""
DISK_SEDIKIT = 2 << 30
"""Bytes below which the disk of a computer is nearly full."""
CADANGAN_HARI = 3
CADANGAN = "cadangan"
"""The entry of the city's own settings that tells of its last backup."""


class Komputer(NamedTuple):
    """A computer of an office; times in UTC ms (0: never), ``skew`` in ms, ``disk`` in bytes (0: not told)."""

    id: str
    lingkup: str
    label: str
    nama: str
    dibuat: int
    dicabut: int
    terakhir: int
    versi: str
    menunggu: int
    skew: int
    disk: int
    cadangan: int

    def masalah(self, now: int) -> list[str]:
        """Return what is wrong with it, in sentences; a revoked one has no troubles."""
        if self.dicabut:
            return []
        if not self.terakhir:
            return ["Belum pernah sinkron."]
        hari = (now - self.terakhir) // HARI_MS
        semua = (
            (hari >= DIAM_HARI, f"Tidak terdengar {hari} hari."),
            (self.menunggu > 0, f"{self.menunggu} perubahan belum terkirim."),
            (abs(self.skew) > JAM_MELESET_MS, f"Jamnya {_selisih(self.skew)}."),
            (0 < self.disk < DISK_SEDIKIT, f"Sisa disk {ukuran(self.disk)}."),
            (0 < self.cadangan < now - CADANGAN_HARI * HARI_MS, "Cadangan terakhir sudah lama."),
            (
                bool(self.versi) and _urut(self.versi) < _urut(__version__),
                f"Program versi {self.versi}, belum diperbarui.",
            ),
        )
        return [kata for ada, kata in semua if ada]


class Kantor(NamedTuple):
    """An office with its computers, the one heard of last first."""

    lingkup: str
    komputer: tuple[Komputer, ...]

    @property
    def terakhir(self) -> int:
        """When any of its computers was here last (UTC ms, 0: never)."""
        return max((k.terakhir for k in self.komputer if not k.dicabut), default=0)

    @property
    def berkomputer(self) -> bool:
        """Whether any computer of it may sync."""
        return any(not k.dicabut for k in self.komputer)

    @property
    def menunggu(self) -> int:
        """How many changes its computers told they still hold."""
        return sum(k.menunggu for k in self.komputer if not k.dicabut)

    def masalah(self, now: int) -> list[str]:
        """Return what is wrong with the office: no computer, or those of its computers, each named where several."""
        hidup = [k for k in self.komputer if not k.dicabut]
        if not hidup:
            return ["Belum ada komputer terdaftar."]
        nama = len(hidup) > 1
        return [f"{k.label}: {kata}" if nama else kata for k in hidup for kata in k.masalah(now)]


class Server(NamedTuple):
    """What the city's database holds, and its last backup (None: never told)."""

    jenis: str
    versi: str
    kantor: int
    baris: int
    operasi: int
    hari_ini: int
    tertahan: int
    foto: int
    bita_foto: int
    cadangan: dict[str, object] | None


def _selisih(skew: int) -> str:
    menit = abs(skew) // 60_000
    kata = f"{menit} menit" if menit < 120 else f"{menit // 60} jam" if menit < 2880 else f"{menit // 1440} hari"
    return f"{kata} lebih {'cepat' if skew > 0 else 'lambat'}"


def ukuran(bita: int) -> str:
    """Write a number of bytes as people do: ``1,4 GB``, ``920 MB``; rounded down."""
    for satuan, nama in ((1 << 30, "GB"), (1 << 20, "MB")):
        if bita >= satuan:
            utuh, pecah = divmod(bita * 10 // satuan, 10)
            return f"{utuh},{pecah} {nama}" if utuh < 10 else f"{utuh} {nama}"
    return f"{bita // 1024} KB"


def _urut(versi: str) -> tuple[int, ...]:
    return tuple(int(bagian) if bagian.isdigit() else 0 for bagian in versi.split("."))


_KOLOM = (
    DEVICE.c.id, DEVICE.c.scope, DEVICE.c.label, DEVICE.c.name, DEVICE.c.created, DEVICE.c.revoked,
    DEVICE.c.last_seen, DEVICE.c.app, DEVICE.c.waiting, DEVICE.c.skew, DEVICE.c.disk, DEVICE.c.backed_up,
)  # fmt: skip


def komputer(db: Database, id: str = "") -> list[Komputer]:
    """Return the computers of all offices (or the one with ``id``) but those of the web itself, heard of last first."""
    asked = select(*_KOLOM).where(DEVICE.c.label != LABEL).order_by(DEVICE.c.last_seen.desc(), DEVICE.c.label)
    with db.read() as con:
        rows = con.execute(asked.where(DEVICE.c.id == id) if id else asked).all()
    return [Komputer._make(row) for row in rows]


def kantor(db: Database) -> list[Kantor]:
    """Return every office of the city, also those without a computer: kelurahan, kecamatan, the Bagian."""
    per: defaultdict[str, list[Komputer]] = defaultdict(list)
    for satu in komputer(db):
        per[satu.lingkup].append(satu)
    return [Kantor(lingkup, tuple(per[lingkup])) for lingkup in (wilayah.KOTA, *wilayah.bawahan(wilayah.KOTA))]


def berurutan(semua: Sequence[Kantor], now: int) -> list[Kantor]:
    """Return offices by how much they need somebody: most troubles first, then those without a computer, then the
    longest silence."""

    def butuh(k: Kantor) -> tuple[int, int]:
        masalah = len(k.masalah(now)) if k.berkomputer else 0
        return (0, -masalah) if masalah else (2 if k.berkomputer else 1, 0)

    return sorted(semua, key=lambda k: (*butuh(k), k.terakhir))


def server(db: Database, now: int) -> Server:
    """Return the figures of the city's own database."""
    hari = now - tanggal.wib(now).hour * 3_600_000 - tanggal.wib(now).minute * 60_000
    with db.read() as con:
        foto = con.execute(select(func.count(), func.coalesce(func.sum(PHOTO.c.bytes), 0))).one()
        cadangan = con.scalar(select(META.c.value).where(META.c.key == CADANGAN))
        return Server(
            "SQLite (percobaan)" if db.is_sqlite else "PostgreSQL",
            __version__,
            con.scalar(select(func.count()).select_from(SCOPE)) or 0,
            con.scalar(select(func.count()).select_from(DOC).where(DOC.c.deleted == 0)) or 0,
            con.scalar(select(func.count()).select_from(OP_LOG)) or 0,
            con.scalar(select(func.count()).select_from(OP_LOG).where(OP_LOG.c.at >= hari)) or 0,
            con.scalar(select(func.count()).select_from(OP_LOG).where(OP_LOG.c.outcome == "held")) or 0,
            int(foto[0]), int(foto[1]), json.loads(cadangan) if cadangan else None,
        )  # fmt: skip
