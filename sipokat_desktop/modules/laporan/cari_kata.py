"""What a typed line and a filter ask of the word index over reports: words, places, kinds, and codes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from sipokat_desktop.kernel import pencarian, wilayah
from sipokat_desktop.storage.sqlite import Connection

from . import text
from .model import Saring
from .schema_cari import EJAAN, KODE

_KATA = re.compile(r"[^\W_]+")
_PENDEK = 2
"""Shorter pieces find nothing by themselves."""
_SEBUTKAN = 60
"""So many words that begin with a piece are named one by one."""
_NOMOR_RT = 3
"""Numbers of so many digits may be an RT's."""


def eja(kata: str) -> str:
    """Return a word in the one spelling that all spellings of it share in the index."""
    for lama, baru in EJAAN:
        kata = kata.replace(lama, baru)
    return kata


def kode(kolom: str, nilai: str) -> str:
    """Return the word of the index that a code of a report is."""
    return f"{KODE[kolom][0]}{_polos(nilai)}"


def _polos(nilai: str) -> str:
    return "".join(ch for ch in nilai.casefold() if ch.isalnum())


def tanya(con: Connection, saring: Saring) -> str:
    """Return the question to the word index, empty where every report answers."""
    return " AND ".join(f"({satu})" for satu in (*_saringan(saring), *_ketikan(con, saring)) if satu)


def _salah_satu(kode: list[str]) -> str:
    return " OR ".join(f'"{satu}"' for satu in kode)


def _saringan(saring: Saring) -> Iterator[str]:
    """Yield what the filter asks, each part one of several words."""
    if saring.lingkup and not wilayah.adalah_kota(saring.lingkup):
        yield _salah_satu([kode("lingkup", satu) for satu in wilayah.kelurahan_dari(saring.lingkup)])
    for kolom in KODE.keys() - {"lingkup"}:
        if nilai := str(getattr(saring, kolom)):
            yield _salah_satu([kode(kolom, nilai)])


def _ketikan(con: Connection, saring: Saring) -> Iterator[str]:
    """Yield what the typed words ask: each is a piece of text, or a place, a kind, a field, a category."""
    nomor, sisa = pencarian.pisah_nomor(pencarian.rata(saring.teks))
    for jenis, angka in nomor:
        yield _salah_satu(_rt(con, saring.lingkup, "nomor" if jenis == "rt" else "rw", angka) or ["q"])
    for kata in _KATA.findall(sisa):
        baku = eja(kata)
        if kata.isdigit():
            yield _angka(con, saring.lingkup, kata)
        elif len(baku) >= _PENDEK and kata not in ("rt", "rw"):
            lain = [*_tempat(con, saring.lingkup, baku), *(k for awal, k in _sebutan() if awal.startswith(baku))]
            yield " OR ".join(filter(None, (_awalan(con, baku), _salah_satu(lain))))


def _awalan(con: Connection, baku: str) -> str:
    """A piece of text: the few words of the index that begin so, each named, so that the first answers come without
    joining all of each; of many words the index joins them itself."""
    if len(baku) > _PENDEK:
        rows = con.execute(
            "SELECT term FROM laporan_cari_vokab WHERE term >= ? AND term < ? LIMIT ?",
            (baku, baku[:-1] + chr(ord(baku[-1]) + 1), _SEBUTKAN + 1),
        ).fetchall()
        if len(rows) <= _SEBUTKAN:
            return _salah_satu([str(row[0]) for row in rows] or [baku])
    return f'"{baku}"*'


def _angka(con: Connection, lingkup: str, kata: str) -> str:
    """A number is one of the text or an RT; a long one is the beginning of one of the text."""
    polos = kata.lstrip("0")
    if len(polos) > _NOMOR_RT or not polos:
        return _awalan(con, kata)
    return _salah_satu([*dict.fromkeys((kata, polos, polos.zfill(2))), *_rt(con, lingkup, "nomor", polos)])


def _rt(con: Connection, lingkup: str, kolom: str, angka: str) -> list[str]:
    rows = con.execute(
        f"""SELECT id FROM rt_jabatan WHERE CAST({kolom} AS INTEGER) = ?
            AND lingkup IN (SELECT value FROM json_each(?))""",
        (int(angka), json.dumps(wilayah.kelurahan_dari(lingkup or wilayah.KOTA))),
    )
    return [kode("jabatan_id", str(row[0])) for row in rows]


def _tempat(con: Connection, lingkup: str, baku: str) -> Iterator[str]:
    """Yield the kelurahan one of whose names has a word that begins so, where there are several."""
    if not wilayah.beberapa(lingkup or wilayah.KOTA):
        return
    sendiri = dict(con.execute("SELECT lingkup, coalesce(nama, '') FROM rt_kelurahan").fetchall())
    for satu in wilayah.kelurahan_dari(lingkup or wilayah.KOTA):
        if any(kata.startswith(baku) for kata in (*_nama(satu), *_kata(str(sendiri.get(satu, ""))))):
            yield kode("lingkup", satu)


@cache
def _nama(lingkup: str) -> tuple[str, ...]:
    satu = wilayah.semua().get(lingkup)
    return tuple(kata for nama in (satu.nama, *satu.alias) for kata in _kata(nama)) if satu else ()


def _kata(teks: str) -> list[str]:
    return [eja(kata) for kata in _KATA.findall(pencarian.rata(teks))]


@cache
def _sebutan() -> tuple[tuple[str, str], ...]:
    """Return the words of fields, kinds and categories, each with the code that it stands for."""
    sebutan = [(nama, kode("bidang", satu)) for satu, nama in text.BIDANG.items()]
    sebutan += [(nama, kode("kategori", satu)) for satu, nama in text.KATEGORI.items()]
    sebutan += [(nama, kode("jenis", satu)) for isi in text.JENIS.values() for satu, nama in isi.items()]
    sebutan.append((text.JENIS_LAIN, kode("jenis", text.LAIN)))
    return tuple((kata, satu) for nama, satu in sebutan for kata in _kata(nama) if len(kata) > _PENDEK)
