"""What the page shows of one event: its sessions, who is invited or came, what holds for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.modules.bimtek import hadir_queries, queries
from sipokat_desktop.modules.bimtek.model import Kegiatan, Sesi, Undangan, sebut_rt
from sipokat_desktop.modules.bimtek.tanda import Keadaan, berlaku
from sipokat_desktop.storage import sqlite

from . import text

BUKAN = Keadaan(text.BUKAN)
"""What stands for a session that a person does not belong to."""
SEMUA = Keadaan()
"""What stands in the place of the chosen session while all of them are shown."""


class Peserta(NamedTuple):
    """Somebody invited, or recorded without an invitation: ``no`` is the number on the attendance list (0: on none),
    ``keadaan`` what holds in the chosen session, ``semua`` in each session of the event."""

    jabatan_id: str
    lingkup: str
    nomor: str
    rw: str
    kelurahan: str
    nama: str
    hp: str
    no: int
    undangan: Undangan | None
    keadaan: Keadaan
    semua: tuple[Keadaan, ...]

    @property
    def rt(self) -> str:
        """The post in words."""
        return sebut_rt(self.nomor, self.rw)

    @property
    def siapa(self) -> str:
        """The person in words."""
        return self.nama or self.rt

    @property
    def usang(self) -> bool:
        """Tell whether the invitation names somebody who does not head the post any more."""
        return self.undangan is not None and (self.undangan.berganti or self.undangan.kosong)

    @property
    def tanda(self) -> frozenset[str]:
        """What holds in the chosen session; in any of them while all are shown."""
        dilihat = self.semua if self.keadaan is SEMUA else (self.keadaan,)
        return frozenset(satu.tanda for satu in dilihat if satu is not BUKAN and satu.tercatat)

    @property
    def datang(self) -> int:
        """To how many sessions the person came."""
        return sum(satu.datang for satu in self.semua)

    @property
    def sesinya(self) -> int:
        """How many sessions the person belongs to."""
        return sum(satu is not BUKAN for satu in self.semua)


class Isi(NamedTuple):
    """An event as it is shown: ``sesi_id`` is the chosen session, "" for all of them."""

    kegiatan: Kegiatan
    sesi: tuple[Sesi, ...]
    sesi_id: str
    peserta: tuple[Peserta, ...]
    undangan: int
    hari: date

    @property
    def satu_sesi(self) -> Sesi | None:
        """The chosen session."""
        return next((s for s in self.sesi if s.sesi_id == self.sesi_id), None)

    @property
    def usang(self) -> int:
        """How many invitations name somebody who does not head the post any more."""
        return sum(p.usang for p in self.peserta)

    @property
    def beda(self) -> int:
        """How many people have different marks in some session."""
        return sum(any(satu.beda for satu in p.semua) for p in self.peserta)

    @property
    def belum(self) -> int:
        """How many of the invited have no mark in the chosen session; in none while all are shown."""
        return sum(masuk(p, text.BELUM) for p in self.peserta)

    @property
    def tercatat(self) -> int:
        """How many of the invited have a mark: in the chosen session, else in any."""
        return sum(bool(p.tanda) for p in self.peserta if p.undangan is not None)

    def hitung(self, kelurahan: str = "") -> dict[str, int]:
        """Return how many people of a kelurahan ("" for all) every chip shows."""
        di = [p for p in self.peserta if kelurahan in ("", p.lingkup)]
        return {kunci: sum(masuk(p, kunci) for p in di) for kunci, _ in text.CHIP}


def masuk(p: Peserta, saring: str) -> bool:
    """Tell whether a chip lets a person pass."""
    match saring:
        case text.SEMUA:
            return True
        case text.BELUM:
            return p.undangan is not None and bool(p.semua) and not p.tanda and p.keadaan is not BUKAN
        case text.TAMU:
            return p.undangan is None
        case text.USANG:
            return p.usang
        case text.BEDA:
            return p.keadaan.beda or any(satu.beda for satu in p.semua)
        case _:
            return saring in p.tanda


def sesi_bawaan(sesi: Sequence[Sesi], hari: date) -> str:
    """Return the session that is looked at first: the next one to come, else the last; "" where there is none."""
    berikut = [s for s in sesi if s.tanggal >= hari.isoformat()]
    return (berikut[0] if berikut else sesi[-1]).sesi_id if sesi else ""


def kepala(con: sqlite.Connection, kegiatan_id: str, *, hari: date) -> Isi:
    """Return an event without its participants: what can be shown at once. Raises InputSalah when it is not here."""
    k = queries.satu_kegiatan(con, kegiatan_id)
    return Isi(k, tuple(queries.sesi(con, kegiatan_id)), "", (), k.diundang, hari)


def baca(con: sqlite.Connection, kegiatan_id: str, sesi_id: str, *, lingkup: str, hari: date) -> Isi:
    """Read an event for an office; on any thread. A session that is not of the event counts as none.

    Raises InputSalah when the event is not here.
    """
    k = queries.satu_kegiatan(con, kegiatan_id)
    sesi = tuple(queries.sesi(con, kegiatan_id))
    sesi_id = sesi_id if any(s.sesi_id == sesi_id for s in sesi) else ""
    undangan = {u.jabatan_id: u for u in queries.undangan(con, kegiatan_id, lingkup=lingkup, hari=hari)}
    tanda = {s.sesi_id: _tanda(con, s.sesi_id) for s in sesi}
    orang = _satu_sesi(con, sesi_id, lingkup, undangan) if sesi_id else _semua(con, sesi, lingkup, undangan)
    peserta = tuple(_dengan(p, sesi, tanda) for p in orang)
    return Isi(k, sesi, sesi_id, peserta, len(undangan), hari)


def _tanda(con: sqlite.Connection, sesi_id: str) -> dict[str, Keadaan]:
    return {post: berlaku(semua) for post, semua in hadir_queries.catatan(con, sesi_id).items()}


def _satu_sesi(con: sqlite.Connection, sesi_id: str, lingkup: str, undangan: Mapping[str, Undangan]) -> list[Peserta]:
    """Return the attendance list of a session as it is numbered on paper."""
    hasil = []
    for b in hadir_queries.daftar(con, sesi_id, lingkup=lingkup):
        o = b.orang
        hasil.append(
            Peserta(o.jabatan_id, o.lingkup, o.nomor, o.rw, o.kelurahan, o.nama, b.hp, b.no,
                    undangan.get(o.jabatan_id), b.keadaan, ())
        )  # fmt: skip
    return hasil


def _semua(
    con: sqlite.Connection, sesi: Sequence[Sesi], lingkup: str, undangan: Mapping[str, Undangan]
) -> list[Peserta]:
    """Return all that are invited, then those recorded without an invitation."""
    hasil = [
        Peserta(u.jabatan_id, u.lingkup, u.nomor, u.rw, u.kelurahan, u.nama or u.nama_surat, u.hp, 0, u, SEMUA, ())
        for u in undangan.values()
    ]
    tamu: dict[str, Peserta] = {}
    for s in sesi:
        for p in _satu_sesi(con, s.sesi_id, lingkup, undangan):
            if p.undangan is None:
                tamu.setdefault(p.jabatan_id, p._replace(no=0, keadaan=SEMUA))
    return [*hasil, *tamu.values()]


def _dengan(p: Peserta, sesi: Sequence[Sesi], tanda: Mapping[str, Mapping[str, Keadaan]]) -> Peserta:
    """Return a person with what holds in every session."""
    semua = tuple(tanda[s.sesi_id].get(p.jabatan_id) or (Keadaan() if s.untuk(p.lingkup) else BUKAN) for s in sesi)
    return p._replace(semua=semua)
