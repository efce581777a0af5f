"""Orang kembar: people on record twice, found by what they share, never by comparing everyone with everyone."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store

from . import text
from .gabung import Beda, Gabungan, beda, gabungkan

__all__ = ["Beda", "Gabungan", "Pasangan", "Ringkas", "abaikan", "beda", "cari", "gabungkan"]

SETELAN = "kembar.abaikan"
_BATAS = 60
"""The lowest score that is shown."""
_KERUMUNAN = 40
"""A key that so many people share (a default birth date, an office's phone) tells nothing."""
_MIRIP = 85
"""How alike two names are, of 100, to be one name written in two ways."""

_GELAR = re.compile(
    r"\b(h|hj|kh|drs?|dra|ir|prof|s\.?\s?(pd|ag|e|h|sos|kom|ip|t|p|kep|km|si)(\.?i)?|m\.?\s?(pd|si|m|h|ag|kes)"
    r"|a\.?\s?ma(\.?pd)?|a\.?md|bin|binti|alm|almh)\b\.?",
)
_EJAAN = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("y", "i"), ("kh", "h"), ("ph", "f"), ("z", "s"))


class Ringkas(NamedTuple):
    """A person as a list of pairs shows it; ``jabatan`` says which RT and until when."""

    orang_id: str
    nama: str
    nik: str | None
    tanggal_lahir: str | None
    hp: str | None
    alamat: str | None
    jabatan: str


class Pasangan(NamedTuple):
    """Two records that are probably one person; ``skor`` 0–100, ``sebab`` says why."""

    satu: Ringkas
    dua: Ringkas
    skor: int
    sebab: tuple[str, ...]


class _Orang(NamedTuple):
    id: str
    nama: str
    nik: str | None
    lahir: str | None
    hp: str | None
    rekening: str | None
    alamat: str | None
    kunci: str
    """The name without titles and variants of spelling."""


def cari(con: sqlite.Connection, *, lingkup: str, batas: int = 500) -> list[Pasangan]:
    """Return pairs that are probably one person, the surest first; those set aside here are left out.

    People are compared only within small groups that share a NIK, name, birth date, phone, account or post.
    """
    semua, pos = _semua(con, lingkup), _pos(con, lingkup)
    dinilai: dict[tuple[str, str], tuple[int, tuple[str, ...]]] = {}
    for a, b in _calon(semua, pos) - _diabaikan(con):
        nilai = _nilai(semua[a], semua[b], sepos=bool(pos.get(a, set()) & pos.get(b, set())))
        if nilai[0] >= _BATAS:
            dinilai[a, b] = nilai
    terbaik = sorted(dinilai, key=lambda kunci: (-dinilai[kunci][0], semua[kunci[0]].nama, kunci))[:batas]
    jabatan = _jabatan(con, {id for kunci in terbaik for id in kunci})
    return [Pasangan(_ringkas(semua[a], jabatan), _ringkas(semua[b], jabatan), *dinilai[a, b]) for a, b in terbaik]


def abaikan(store: Store, satu_id: str, dua_id: str) -> None:
    """Remember on this PC that two records are two people: the pair is not shown again."""
    pasangan = {tuple(satu) for satu in json.loads(store.setting(SETELAN) or "[]")}
    pasangan.add(tuple(sorted((satu_id, dua_id))))
    store.set_setting(SETELAN, json.dumps(sorted(pasangan)))


def kunci_nama(nama: str) -> str:
    """Return a name without titles, accents and the old spellings: what two writings of one name share."""
    huruf = unicodedata.normalize("NFKD", nama.casefold())
    polos = "".join(ch for ch in huruf if not unicodedata.combining(ch)).replace("'", "").replace(",", " ")
    kata = re.sub(r"[^a-z ]", " ", _GELAR.sub(" ", polos)).split()
    rapi = " ".join("muhammad" if satu in ("m", "muh", "moh", "mohd", "muhd", "mohammad") else satu for satu in kata)
    for lama, baru in _EJAAN:
        rapi = rapi.replace(lama, baru)
    return re.sub(r"([a-z])\1", r"\1", rapi)


def _semua(con: sqlite.Connection, lingkup: str) -> dict[str, _Orang]:
    rows = con.execute(
        """SELECT id, coalesce(nama, ''), nik, tanggal_lahir, hp, rekening, alamat FROM rt_orang
           WHERE lingkup = ? ORDER BY id""",
        (lingkup,),
    )
    return {row[0]: _Orang(*(*row, kunci_nama(row[1]))) for row in rows}


def _pos(con: sqlite.Connection, lingkup: str) -> dict[str, set[str]]:
    pos: dict[str, set[str]] = defaultdict(set)
    for orang, jabatan in con.execute("SELECT orang_id, jabatan_id FROM rt_masa WHERE lingkup = ?", (lingkup,)):
        pos[str(orang)].add(str(jabatan))
    return pos


def _calon(semua: dict[str, _Orang], pos: dict[str, set[str]]) -> set[tuple[str, str]]:
    """Return the pairs worth a look: those who share a key that few people share."""
    kelompok: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, orang in semua.items():
        for kunci in _kunci(orang, pos.get(id, set())):
            kelompok[kunci].append(id)
    return {
        (a, b) if a < b else (b, a)
        for anggota in kelompok.values()
        if 1 < len(anggota) <= _KERUMUNAN
        for a, b in combinations(anggota, 2)
    }


def _kunci(orang: _Orang, pos: set[str]) -> Iterator[tuple[str, str]]:
    for nama, nilai in (
        ("nik", orang.nik), ("nama", orang.kunci), ("lahir", orang.lahir), ("hp", orang.hp),
        ("rekening", orang.rekening),
    ):  # fmt: skip
        if nilai:
            yield nama, nilai
    for satu in pos:
        yield "pos", satu


def _nilai(a: _Orang, b: _Orang, *, sepos: bool) -> tuple[int, tuple[str, ...]]:
    """Return how sure it is that two records are one person, and why; what contradicts it takes away."""
    from rapidfuzz import fuzz

    mirip = 100 if a.kunci == b.kunci else int(fuzz.token_sort_ratio(a.kunci, b.kunci))
    sama_nik = bool(a.nik and a.nik == b.nik)
    if mirip < _MIRIP and not sama_nik:
        return 0, ()
    bukti = (
        (sama_nik, 60, text.KEMBAR_NIK), (mirip == 100, 45, text.KEMBAR_NAMA),
        (_MIRIP <= mirip < 100, 35, text.KEMBAR_MIRIP),
        (bool(a.lahir) and a.lahir == b.lahir, 40, text.KEMBAR_LAHIR),
        (bool(a.hp) and a.hp == b.hp, 35, text.KEMBAR_HP),
        (bool(a.rekening) and a.rekening == b.rekening, 40, text.KEMBAR_REKENING),
        (bool(a.alamat) and a.alamat == b.alamat, 20, text.KEMBAR_ALAMAT), (sepos, 25, text.KEMBAR_RT),
    )  # fmt: skip
    skor = sum(nilai for benar, nilai, _ in bukti if benar) - _bantah(a, b)
    sebab = [kata for benar, _, kata in bukti if benar]
    if sama_nik and mirip < _MIRIP:
        sebab.append(text.KEMBAR_NAMA_LAIN)
    return min(max(skor, 0), 100), tuple(sebab)


def _bantah(a: _Orang, b: _Orang) -> int:
    """Return what speaks against: another NIK (less where only a digit or two differ), another birth date."""
    lawan = 0
    if a.nik and b.nik and a.nik != b.nik:
        lawan += 15 if sum(x != y for x, y in zip(a.nik, b.nik, strict=False)) <= 2 else 60
    if a.lahir and b.lahir and a.lahir != b.lahir:
        lawan += 25
    return lawan


def _diabaikan(con: sqlite.Connection) -> set[tuple[str, str]]:
    row = con.execute("SELECT nilai FROM setelan WHERE kunci = ?", (SETELAN,)).fetchone()
    return {(str(a), str(b)) for a, b in json.loads(row[0])} if row else set()


def _jabatan(con: sqlite.Connection, ids: set[str]) -> dict[str, str]:
    """Return what each person was last: ``RT 03 · menjabat``, ``RT 03 · sampai 14/03/2026``."""
    rows = con.execute(
        """SELECT m.orang_id, coalesce(j.nomor, '?'), m.akhir_nyata FROM rt_masa m
           LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
           WHERE m.orang_id IN (SELECT value FROM json_each(?)) ORDER BY m.akhir_nyata IS NULL, m.akhir_nyata""",
        (json.dumps(sorted(ids)),),
    )
    return {str(orang): _sebut(str(nomor), akhir) for orang, nomor, akhir in rows}


def _sebut(nomor: str, akhir: str | None) -> str:
    if akhir is None:
        return text.KEMBAR_MENJABAT.format(rt=nomor)
    return text.KEMBAR_SAMPAI.format(rt=nomor, tanggal=tanggal.pendek(date.fromisoformat(akhir)))


def _ringkas(o: _Orang, jabatan: dict[str, str]) -> Ringkas:
    return Ringkas(o.id, o.nama, o.nik, o.lahir, o.hp, o.alamat, jabatan.get(o.id, ""))
