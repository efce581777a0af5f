"""Reads proposals with what holds of them: their status, what was merged into them, who proposes, what is odd."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import sqlite

from . import gabung, text
from .gabung import Gabungan
from .model import Status, Usulan
from .status import DRAF, berlaku, janggal, urut

_KOLOM = """b.id, b.lingkup, coalesce(b.jabatan_id, ''),
    CASE WHEN b.jabatan_id IS NULL THEN '' ELSE coalesce(j.nomor, '?') END, coalesce(b.tahun, 0),
    coalesce(b.kategori, ''), coalesce(b.judul, ''), coalesce(b.uraian, ''), coalesce(b.lokasi, ''), b.volume,
    coalesce(b.satuan, ''), b.biaya, coalesce(b.manfaat, ''), b.kk, b.prioritas, coalesce(b.opd, ''),
    coalesce(b.pengusul, ''), coalesce(b.catatan, ''), coalesce(b.gabung_id, ''), coalesce(b.dari_id, '')"""
_DARI = "FROM usulan_butir b LEFT JOIN rt_jabatan j ON j.id = b.jabatan_id"
_Tempat = tuple[str, int, int | None, str, str]
"""A place on a list: kelurahan, year, priority, and who has it (id, title)."""
_DI = "IN (SELECT value FROM json_each(?))"


class _Bahan(NamedTuple):
    """What is read at once of many proposals: the rows, who stands for whom, the histories, the linked activities."""

    butir: Mapping[str, Usulan]
    gabungan: Gabungan
    riwayat: Mapping[str, list[Status]]
    dasar: Mapping[str, int]
    lagi: Mapping[str, int]


def semua(con: sqlite.Connection, *, lingkup: Sequence[str], tahun: int | None = None) -> list[Usulan]:
    """Return the proposals of kelurahan (of a year) as they stand now, merged ones too; survivors in the order of their
    list, each with those merged into it behind it."""
    syarat = "" if tahun is None else " AND b.tahun = ?"
    nilai = [json.dumps([*lingkup]), *([] if tahun is None else [tahun])]
    rows = con.execute(f"SELECT b.id {_DARI} WHERE b.lingkup {_DI}{syarat}", nilai)
    return _menurut_id(con, [str(row[0]) for row in rows.fetchall()], utuh=True)


def menurut_id(con: sqlite.Connection, ids: Collection[str]) -> list[Usulan]:
    """Return these proposals as they stand now, without those that are not here, in the order of :func:`semua`."""
    return _menurut_id(con, ids, utuh=False)


def _menurut_id(con: sqlite.Connection, ids: Collection[str], *, utuh: bool) -> list[Usulan]:
    """As :func:`menurut_id`; ``utuh`` says that ``ids`` are whole lists."""
    peta = gabungan(con)
    bahan = _bahan(con, peta, {anggota for id in ids for anggota in peta.kelompok(id)})
    tetap = sorted((_lengkap(bahan, u) for u in bahan.butir.values() if u.usulan_id not in peta.induk), key=_urutan)
    lain = [(u.lingkup, u.tahun, u.prioritas, u.usulan_id, u.judul) for u in tetap] if utuh else _sedaftar(con, tetap)
    terurut = _prioritas_kembar(tetap, (satu for satu in lain if satu[3] not in peta.induk))
    diminta = set(ids)
    hasil = [satu for u in terurut for satu in (u, *(_tergabung(bahan, u, id) for id in u.anggota))]
    return [u for u in hasil if u.usulan_id in diminta]


def gabungan(con: sqlite.Connection) -> Gabungan:
    """Return who stands for whom in this store; what another computer moved to another year meanwhile stands on its
    own, for it is in another list."""
    rows = con.execute(
        """SELECT b.id, b.gabung_id, i.id IS NOT NULL AND i.tahun IS b.tahun FROM usulan_butir b
           LEFT JOIN usulan_butir i ON i.id = b.gabung_id WHERE b.gabung_id IS NOT NULL"""
    ).fetchall()
    ada = {str(id) for row in rows for id in (row[0], *(row[1:2] if row[2] else ()))}
    return gabung.susun({str(id): str(ke) if sama else "" for id, ke, sama in rows}, ada)


def riwayat(con: sqlite.Connection, ids: Collection[str]) -> dict[str, list[Status]]:
    """Return the histories of proposals, each in order, with what is odd in words."""
    rows = con.execute(
        f"""SELECT id, usulan_id, coalesce(status, ''), coalesce(tanggal, ''), coalesce(alasan, ''),
            coalesce(dokumen, ''), coalesce(dicatat, 0) FROM usulan_status WHERE usulan_id {_DI}""",
        (json.dumps([*ids]),),
    )
    per: defaultdict[str, list[Status]] = defaultdict(list)
    for row in rows:
        per[row[1]].append(Status(*row))
    return {id: _dengan_ragu(urut(satu)) for id, satu in per.items()}


def kata_mundur(satu: Status, lain: Status) -> str:
    """Say that a step stands after one that it cannot follow."""
    return text.RAGU_MUNDUR.format(
        status=satu.kata, tanggal=sebut_hari(satu.tanggal), lain=lain.kata, hari=sebut_hari(lain.tanggal)
    )


def sebut_hari(iso: str) -> str:
    """Say a day (ISO), empty where there is none."""
    return tanggal.panjang(date.fromisoformat(iso)) if iso else ""


def _dengan_ragu(terurut: list[Status]) -> list[Status]:
    ragu = {satu.status_id: kata_mundur(satu, lain) for satu, lain in janggal(terurut)}
    if not ragu:
        return terurut
    return [s._replace(ragu=(ragu[s.status_id],)) if s.status_id in ragu else s for s in terurut]


def _bahan(con: sqlite.Connection, peta: Gabungan, ids: Collection[str]) -> _Bahan:
    diminta = json.dumps([*ids])
    butir = {str(row[0]): Usulan(*row) for row in con.execute(f"SELECT {_KOLOM} {_DARI} WHERE b.id {_DI}", (diminta,))}
    dasar = con.execute(f"SELECT usulan_id, count(*) FROM usulan_dasar WHERE usulan_id {_DI} GROUP BY 1", (diminta,))
    lagi = con.execute(f"SELECT dari_id, max(tahun) FROM usulan_butir WHERE dari_id {_DI} GROUP BY 1", (diminta,))
    return _Bahan(butir, peta, riwayat(con, ids), *({str(id): int(n or 0) for id, n in rows} for rows in (dasar, lagi)))


def _lengkap(bahan: _Bahan, u: Usulan) -> Usulan:
    """Return a survivor with its status, what was merged into it, and its doubts."""
    anggota = sorted(
        (bahan.butir[id] for id in bahan.gabungan.anggota.get(u.usulan_id, ()) if id in bahan.butir), key=_urutan
    )
    keluarga = (u, *anggota)
    langkah = bahan.riwayat.get(u.usulan_id, [])
    nomor = sorted({satu.nomor_rt for satu in keluarga} - {""}, key=_urut_rt)
    rt = [text.RT.format(rt=satu) for satu in nomor]
    sendiri = [text.KELURAHAN] if rt and not all(satu.nomor_rt for satu in keluarga) else []
    return _berstatus(u, berlaku(langkah))._replace(
        anggota=tuple(satu.usulan_id for satu in anggota),
        rt=(*rt, *sendiri),
        nama=tuple(dict.fromkeys(satu.pengusul for satu in keluarga if satu.pengusul)),
        kk_semua=gabung.kk((satu.nomor_rt, satu.kk) for satu in keluarga),
        dasar=sum(bahan.dasar.get(satu.usulan_id, 0) for satu in keluarga),
        lagi=bahan.lagi.get(u.usulan_id, 0),
        ragu=(*_ragu_gabungan(bahan, u), *_ragu_anggota(bahan, u, anggota), *(r for s in langkah for r in s.ragu)),
    )


def _tergabung(bahan: _Bahan, induk: Usulan, id: str) -> Usulan:
    """Return a merged proposal: the status is its survivor's, the rest its own."""
    u = bahan.butir[id]
    return u._replace(
        induk_id=induk.usulan_id, status=induk.status, status_tanggal=induk.status_tanggal,
        status_alasan=induk.status_alasan, status_dokumen=induk.status_dokumen, kk_semua=u.kk,
        rt=(text.RT.format(rt=u.nomor_rt),) if u.nomor_rt else (), nama=(u.pengusul,) if u.pengusul else (),
        dasar=bahan.dasar.get(id, 0), lagi=bahan.lagi.get(id, 0) or induk.lagi,
    )  # fmt: skip


def _berstatus(u: Usulan, kini: Status | None) -> Usulan:
    if kini is None:
        return u
    return u._replace(
        status=kini.status, status_tanggal=kini.tanggal, status_alasan=kini.alasan, status_dokumen=kini.dokumen
    )


def _ragu_gabungan(bahan: _Bahan, u: Usulan) -> list[str]:
    if u.usulan_id in bahan.gabungan.putus:
        return [text.RAGU_PUTUS]
    melingkar = any(u.usulan_id in satu for satu in bahan.gabungan.lingkar)
    return [text.RAGU_MELINGKAR.format(judul=u.judul)] if melingkar else []


def _ragu_anggota(bahan: _Bahan, u: Usulan, anggota: Iterable[Usulan]) -> list[str]:
    """Say which of those merged into ``u`` got a status of its own after the survivor's: somebody did not know."""
    kini = berlaku(bahan.riwayat.get(u.usulan_id, ()))
    hasil: list[str] = []
    for satu in anggota:
        milik = berlaku(bahan.riwayat.get(satu.usulan_id, ()))
        if milik is None or milik.status in (DRAF, kini.status if kini else DRAF):
            continue
        if kini is None or berlaku((kini, milik)) is milik:
            hasil.append(
                text.RAGU_ANGGOTA.format(judul=satu.judul, status=milik.kata, tanggal=sebut_hari(milik.tanggal))
            )
    return hasil


def _sedaftar(con: sqlite.Connection, tetap: list[Usulan]) -> list[_Tempat]:
    """Return what has the same place on the same list as these proposals, they too."""
    rows = con.execute(
        f"""SELECT b.lingkup, b.tahun, b.prioritas, b.id, coalesce(b.judul, '') FROM usulan_butir b
            JOIN (SELECT DISTINCT lingkup, tahun, prioritas FROM usulan_butir WHERE id {_DI} AND prioritas > 0) k
            ON k.lingkup = b.lingkup AND k.tahun = b.tahun AND k.prioritas = b.prioritas ORDER BY b.id""",
        (json.dumps([u.usulan_id for u in tetap]),),
    )
    return [(str(row[0]), int(row[1]), int(row[2]), str(row[3]), str(row[4])) for row in rows.fetchall()]


def _prioritas_kembar(tetap: list[Usulan], lain: Iterable[_Tempat]) -> list[Usulan]:
    """Add to survivors whose priority another one of the same list has too a word about it."""
    per: defaultdict[tuple[str, int, int | None], list[tuple[str, str]]] = defaultdict(list)
    for lingkup, tahun, prioritas, id, judul in lain:
        per[lingkup, tahun, prioritas].append((id, judul))
    return [
        _dengan_kembar(u, per.get((u.lingkup, u.tahun, u.prioritas), ())) if u.prioritas is not None else u
        for u in tetap
    ]


def _dengan_kembar(u: Usulan, sama: Iterable[tuple[str, str]]) -> Usulan:
    lain = next((judul for id, judul in sama if id != u.usulan_id), None)
    return u if lain is None else u._replace(ragu=(*u.ragu, text.RAGU_PRIORITAS.format(n=u.prioritas, judul=lain)))


def _urutan(u: Usulan) -> tuple[object, ...]:
    kelurahan = not u.nomor_rt
    return u.lingkup, u.tahun, u.prioritas is None, u.prioritas or 0, kelurahan, *_urut_rt(u.nomor_rt), u.usulan_id


def _urut_rt(nomor: str) -> tuple[int, str]:
    return len(nomor), nomor
