"""Likely duplicates among the proposals of a kelurahan: the same kind of work at the same place in similar words."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations

from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store

from . import baca
from . import text_perintah as kata
from .model import Pasangan, Usulan

SETELAN = "usulan.bukan_kembar"
_BATAS = 72
_HAMPA = frozenset(
    ("di", "ke", "dan", "yang", "untuk", "pada", "dari", "jalan", "jl", "jln", "rt", "rw", "gang", "gg", "lingkungan")
)
_KATA = re.compile(r"[0-9a-z]+")


def kembar(con: sqlite.Connection, *, lingkup: str, tahun: int) -> list[Pasangan]:
    """Return pairs of a year's proposals that are likely the same, the surest first; those that this PC was told are
    two are left out, and so are merged ones."""
    from rapidfuzz import fuzz

    per: defaultdict[str, list[Usulan]] = defaultdict(list)
    for u in baca.semua(con, lingkup=[lingkup], tahun=tahun):
        if not u.induk_id and u.terbuka:
            per[u.kategori].append(u)
    bukan = _bukan(con)
    hasil = [
        satu
        for semua in per.values()
        for a, b in combinations(semua, 2)
        if _kunci(a.usulan_id, b.usulan_id) not in bukan and (satu := _nilai(a, b, fuzz.token_set_ratio))
    ]
    return sorted(hasil, key=lambda p: (-p.nilai, p.satu.judul, p.satu.usulan_id, p.dua.usulan_id))


def bukan_kembar(store: Store, satu_id: str, dua_id: str) -> None:
    """Remember on this PC that two proposals are two: the pair is not offered again."""
    semua = _bukan(store.reader()) | {_kunci(satu_id, dua_id)}
    store.set_setting(SETELAN, json.dumps(sorted(semua)))


def _bukan(con: sqlite.Connection) -> set[tuple[str, str]]:
    row = con.execute("SELECT nilai FROM setelan WHERE kunci = ?", (SETELAN,)).fetchone()
    return {(str(a), str(b)) for a, b in json.loads(row[0])} if row else set()


def _kunci(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _nilai(a: Usulan, b: Usulan, mirip: Callable[[str, str], float]) -> Pasangan | None:
    """Judge a pair of one category: by the words of title and place, more where the place is the same; two of one RT
    must say the same place."""
    judul = mirip(_rata(a.judul), _rata(b.judul))
    sama = bool(a.lokasi) and kunci_cari(a.lokasi) == kunci_cari(b.lokasi)
    tempat = 100.0 if sama else mirip(_rata(a.lokasi), _rata(b.lokasi)) if a.lokasi and b.lokasi else 0.0
    semua = mirip(_rata(f"{a.judul} {a.lokasi}"), _rata(f"{b.judul} {b.lokasi}"))
    nilai = round(max((judul + tempat) / 2, semua - 15) if a.lokasi and b.lokasi else semua - 10)
    if nilai < _BATAS or not _rata(a.judul):
        return None
    sebab = [kata.KEMBAR_KATEGORI.format(kategori=a.kata_kategori)]
    sebab += [kata.KEMBAR_TEMPAT.format(lokasi=a.lokasi)] if sama else []
    sebab += [kata.KEMBAR_KATA] if judul >= _BATAS else []
    return Pasangan(a, b, min(nilai, 100), tuple(sebab))


def _rata(teks: str) -> str:
    return " ".join(satu for satu in _KATA.findall(teks.casefold()) if satu not in _HAMPA)
