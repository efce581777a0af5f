"""What the verification list reads: the reports that it holds, and what they are compared with."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sipokat_desktop.storage.sqlite import Connection

from . import isi, kembar, sebutan
from .kembar import POLOS, Ringkas
from .model import CAMAT, LURAH, Laporan
from .queries import BARIS, dari_baris

_MENUNGGU = {LURAH: "l.lurah IS NULL", CAMAT: "l.lurah = 'ya' AND l.camat IS NULL"}


class Lain(NamedTuple):
    """Another report that a finding is about: how it is named, its RT, and what tells its activity from others."""

    rt: str
    hari: str
    uraian: str
    jabatan_id: str
    kegiatan: tuple[str, str, str]


class Bahan(NamedTuple):
    """What the findings are made of, each read by one statement."""

    hari: str
    siapa: str
    masa: Mapping[str, Sequence[tuple[str, str]]]
    jiwa: Mapping[str, int]
    serupa: Mapping[str, list[str]]
    sama: Mapping[str, list[str]]
    mirip: Mapping[str, list[str]]
    polos: frozenset[str]
    lain: Mapping[str, Lain]


Foto = dict[str, list[tuple[str, str]]]
"""Per report the (key, hash) of its photos."""


def foto(con: Connection, tempat: str) -> Foto:
    """Return the photos of the reports of these kelurahan (a JSON list of codes)."""
    hasil: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = con.execute(
        """SELECT laporan_id, kunci, coalesce(sidik, '') FROM laporan_foto
           WHERE lingkup IN (SELECT value FROM json_each(?))""",
        (tempat,),
    )
    for id, kunci, sidik in rows:
        hasil[id].append((kunci, sidik))
    return hasil


def diminta(
    con: Connection, tempat: str, foto: Foto, apa: tuple[str, str, str, bool], hanya: str = ""
) -> list[Laporan]:  # fmt: skip
    """Return the reports of the list: those that wait, those that changed since, all of these days, or one alone."""
    siapa, dari, sampai, semua = apa
    di = """l.lingkup IN (SELECT value FROM json_each(?1)) AND (?2 = '' OR l.tanggal >= ?2)
            AND (?3 = '' OR l.tanggal <= ?3)"""
    nilai = (tempat, dari, sampai)
    if hanya:
        rows = con.execute(f"{BARIS} WHERE {di} AND l.id = ?4", (*nilai, hanya))
    elif semua:
        rows = con.execute(f"{BARIS} WHERE {di}", nilai)
    else:
        berubah = json.dumps([*_berubah(con, di, nilai, foto, siapa)])
        rows = con.execute(
            f"{BARIS} WHERE {di} AND ({_MENUNGGU[siapa]} OR l.id IN (SELECT value FROM json_each(?4)))",
            (*nilai, berubah),
        )
    return [dari_baris(row, [kunci for kunci, _ in foto.get(row[0], ())]) for row in rows]


def _berubah(con: Connection, di: str, nilai: tuple[str, ...], foto: Foto, siapa: str) -> Iterator[str]:
    """Yield the reports that say something else than what ``siapa`` verified."""
    kolom = ", ".join(f"l.{nama}" for nama in isi.SUBSTANSI)
    rows = con.execute(
        f"""SELECT l.id, l.{siapa}_isi, {kolom} FROM laporan_kegiatan l
            WHERE {di} AND l.{siapa} IS NOT NULL AND l.{siapa}_isi IS NOT NULL""",
        nilai,
    )
    for id, lama, *substansi in rows:
        if isi.sidik(substansi, (kunci for kunci, _ in foto.get(id, ()))) != lama:
            yield str(id)


def bahan(con: Connection, tempat: str, laporan: Sequence[Laporan], foto: Foto, *, hari: str, siapa: str) -> Bahan:
    """Return what the findings of these reports are made of."""
    serupa = _serupa(con, tempat, laporan)
    ids = {satu.laporan_id for satu in laporan}
    sama, mirip, polos = _gambar(ids, foto if len(ids) > 1 else _serumpun(ids, foto))
    lain = {id for kelompok in (serupa, sama, mirip) for ids in kelompok.values() for id in ids}
    masa: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for jabatan_id, tmt, akhir in con.execute(
        "SELECT jabatan_id, coalesce(tmt, ''), coalesce(akhir_nyata, '9999') FROM rt_masa"
    ):
        masa[jabatan_id].append((tmt, akhir))
    jiwa = con.execute("SELECT id, coalesce(jiwa_l, 0) + coalesce(jiwa_p, 0) FROM rt_jabatan")
    return Bahan(hari, siapa, masa, dict(jiwa.fetchall()), serupa, sama, mirip, polos, _sebut(con, lain))


def _serupa(con: Connection, tempat: str, laporan: Sequence[Laporan]) -> dict[str, list[str]]:
    """Return per report those of the same RT that are likely the same activity."""
    hari = [satu.tanggal for satu in laporan if satu.tanggal]
    if not hari:
        return {}
    dari = (date.fromisoformat(min(hari)) - timedelta(days=kembar.DEKAT)).isoformat()
    sampai = (date.fromisoformat(max(hari)) + timedelta(days=kembar.DEKAT)).isoformat()
    rows = con.execute(
        """SELECT jabatan_id, id, tanggal, jenis, uraian FROM laporan_kegiatan
           WHERE lingkup IN (SELECT value FROM json_each(?)) AND tanggal BETWEEN ? AND ?
           ORDER BY jabatan_id, tanggal, id""",
        (tempat, dari, sampai),
    )
    hasil: defaultdict[str, list[str]] = defaultdict(list)
    for satu, dua in kembar.pasangan((str(row[0]), Ringkas(*row[1:])) for row in rows):
        hasil[satu.laporan_id].append(dua.laporan_id)
        hasil[dua.laporan_id].append(satu.laporan_id)
    return hasil


def _serumpun(ids: set[str], foto: Foto) -> Foto:
    """Return the photos of these reports, and of others those that are the same or look alike: quick for few."""
    milik = [satu for id in ids for satu in foto.get(id, ())]
    kunci, rupa = {satu[0] for satu in milik}, kembar.rupa(satu[1] for satu in milik)
    return {
        id: semua
        for id, semua in foto.items()
        if id in ids or any(satu[0] in kunci or kembar.mirip_dengan(satu[1], rupa) for satu in semua)
    }


def _gambar(ids: set[str], foto: Foto) -> tuple[dict[str, list[str]], dict[str, list[str]], frozenset[str]]:
    """Return per report of the list those with the same picture, those with one that looks alike, and which have one
    of a single colour."""
    kunci, rupa = _pemilik(foto, 0), _pemilik(foto, 1)
    rupa.pop(POLOS, None)
    sama: defaultdict[str, set[str]] = defaultdict(set)
    mirip: defaultdict[str, set[str]] = defaultdict(set)
    for pemilik in kunci.values():
        _kaitkan(sama, ids, pemilik, pemilik)
    for pemilik in rupa.values():
        _kaitkan(mirip, ids, pemilik, pemilik)
    for satu, dua in kembar.mirip(rupa):
        _kaitkan(mirip, ids, rupa[satu], rupa[dua])
        _kaitkan(mirip, ids, rupa[dua], rupa[satu])
    hanya_mirip = {id: sorted(lain - sama[id]) for id, lain in mirip.items() if lain - sama[id]}
    polos = frozenset(id for id in ids & foto.keys() if any(sidik == POLOS for _, sidik in foto[id]))
    return {id: sorted(lain) for id, lain in sama.items() if lain}, hanya_mirip, polos


def _kaitkan(hasil: defaultdict[str, set[str]], ids: set[str], satu: set[str], dua: set[str]) -> None:
    """Note for the reports ``satu`` that are on the list that ``dua`` have the picture too."""
    if len(satu | dua) > 1:
        for id in satu & ids:
            hasil[id] |= dua - {id}


def _pemilik(foto: Foto, ke: int) -> dict[str, set[str]]:
    hasil: defaultdict[str, set[str]] = defaultdict(set)
    for id, semua in foto.items():
        for satu in semua:
            hasil[satu[ke]].add(id)
    return hasil


def _sebut(con: Connection, ids: Iterable[str]) -> dict[str, Lain]:
    """Return what is said of other reports."""
    rows = con.execute(
        """SELECT l.id, coalesce(j.nomor, '?'), coalesce(j.rw, ''), l.tanggal, coalesce(l.uraian, ''), l.jabatan_id,
                  l.jenis
           FROM laporan_kegiatan l LEFT JOIN rt_jabatan j ON j.id = l.jabatan_id
           WHERE l.id IN (SELECT value FROM json_each(?))""",
        (json.dumps([*ids]),),
    )
    return {
        str(id): Lain(
            sebutan.sebut_rt(nomor, rw), sebutan.hari(tanggal), sebutan.pendek(uraian), str(jabatan_id),
            (tanggal, jenis, kembar.kata_kunci(uraian)),
        )
        for id, nomor, rw, tanggal, uraian, jabatan_id, jenis in rows
    }  # fmt: skip
