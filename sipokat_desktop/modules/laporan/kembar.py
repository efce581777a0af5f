"""Reports and photos that are likely recorded twice: similar words on near days, pictures that look alike."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations, groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.storage.sqlite import Connection

from . import sebutan, text
from .baca import Jabatan
from .model import Peringatan

DEKAT = 3
"""Days that two reports of one activity may lie apart."""
MIRIP = 78
"""How much (percent) of the letters of their :func:`kata_kunci` two reports of one day share that are likely one."""
RUTIN = frozenset({"surat", "warga", "tamu", "ronda"})
"""Kinds that come back day after day in the same words: only within a day they are doubted."""
KATA_SEDIKIT = 4
"""Words below which a description on another day tells nothing."""
BEDA_BIT = 4
"""Bits of 64 in which the hashes of pictures that look alike differ."""
POLOS = "0" * 16
"""The hash of a picture of one colour: it looks like every other such picture."""
_PITA = tuple(sum(1 << bit for bit in range(64) if bit % (BEDA_BIT + 1) == ke) for ke in range(BEDA_BIT + 1))
"""Bands of bits: of two hashes that differ in BEDA_BIT bits at least one band is the same. A band takes every fifth
bit, from all over the picture: one of neighbours would hold nothing but sky in half of all photos."""
_KATA = re.compile(r"\w+")
_SAMBUNG = frozenset(("di", "ke", "dan", "yang", "untuk", "pada", "dengan", "rt", "rw", "warga", "kegiatan"))


class Ringkas(NamedTuple):
    """A report as far as comparing its words needs it."""

    laporan_id: str
    tanggal: str
    jenis: str
    uraian: str


def kata_kunci(uraian: str) -> str:
    """Return the words of a description that tell it from others, in alphabetical order."""
    rata = uraian if uraian.isascii() else unicodedata.normalize("NFKC", uraian)
    return " ".join(sorted([kata for kata in _KATA.findall(rata.casefold()) if kata not in _SAMBUNG]))


def berulang(satu: Ringkas, kunci: str) -> bool:
    """Tell whether a report says so much that the same words on a near day are doubted."""
    return satu.jenis not in RUTIN and kunci.count(" ") >= KATA_SEDIKIT - 1


def pasangan(semua: Iterable[tuple[str, Ringkas]]) -> Iterator[tuple[Ringkas, Ringkas]]:
    """Yield the reports that are likely one, of (RT, report) pairs in the order of RT and day; the older one first.

    Within a day similar words are enough; on days up to DEKAT apart it takes the same ones, in whatever order.
    """
    from rapidfuzz.fuzz import ratio

    for _, milik in groupby(semua, key=itemgetter(0)):
        terakhir: dict[tuple[str, str], Ringkas] = {}
        for hari, grup in groupby((satu for _, satu in milik), key=attrgetter("tanggal")):
            sama = [(satu, kata_kunci(satu.uraian)) for satu in grup]
            if len(sama) > 1:
                yield from (
                    (a, b) for (a, satu), (b, lain) in combinations(sama, 2) if ratio(satu, lain, score_cutoff=MIRIP)
                )
            awal = _mundur(hari)
            for satu, kunci in sama:
                lama = terakhir.get((satu.jenis, kunci))
                if lama and awal <= lama.tanggal < hari and berulang(satu, kunci):
                    yield lama, satu
                terakhir[satu.jenis, kunci] = satu


@lru_cache(maxsize=5000)
def _mundur(hari: str) -> str:
    return (date.fromisoformat(hari) - timedelta(days=DEKAT)).isoformat()


def saat_dicatat(con: Connection, satu: Jabatan, baris: Fields) -> Iterator[Peringatan]:
    """Yield a doubt where the RT has a report of likely the same activity."""
    from rapidfuzz.fuzz import ratio

    hari, kunci = str(baris["tanggal"]), kata_kunci(str(baris["uraian"]))
    rows = con.execute(
        """SELECT id, tanggal, jenis, uraian FROM laporan_kegiatan
           WHERE jabatan_id = ? AND tanggal BETWEEN ? AND date(?, ?) AND id <> ? ORDER BY tanggal, id""",
        (satu.jabatan_id, _mundur(hari), hari, f"+{DEKAT} days", str(baris.get("id") or "")),
    )
    for lain in (Ringkas(*row) for row in rows):
        kata_lain = kata_kunci(lain.uraian)
        sama = kata_lain == kunci and lain.jenis == baris["jenis"] and berulang(lain, kunci)
        if sama or (lain.tanggal == hari and ratio(kunci, kata_lain) >= MIRIP):
            kata = text.SERUPA.format(rt=satu.rt, hari=sebutan.hari(lain.tanggal), uraian=sebutan.pendek(lain.uraian))
            yield Peringatan("uraian", kata)
            return


def mirip(sidik: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of hashes (16 hex digits) that differ in at most BEDA_BIT bits; what is no hash, or of a picture
    of one colour, is left out."""
    nilai = {n: satu for satu in sidik if (n := _bilangan(satu))}
    pernah: set[tuple[int, int]] = set()
    for pita in _PITA:
        rumah: defaultdict[int, list[int]] = defaultdict(list)
        for n in nilai:
            rumah[n & pita].append(n)
        for semua in rumah.values():
            for a, b in combinations(semua, 2):
                if (a ^ b).bit_count() <= BEDA_BIT and (a, b) not in pernah:
                    pernah.add((a, b))
                    yield nilai[a], nilai[b]


def rupa(sidik: Iterable[str]) -> tuple[int, ...]:
    """Return hashes as :func:`mirip_dengan` takes them, without what is none or of a picture of one colour."""
    return tuple({n for satu in sidik if (n := _bilangan(satu))})


def mirip_dengan(sidik: str, semua: Collection[int]) -> bool:
    """Tell whether a hash is one of some, or differs from one of them in at most BEDA_BIT bits."""
    n = _bilangan(sidik) if semua else 0
    return bool(n) and any((n ^ lain).bit_count() <= BEDA_BIT for lain in semua)


def _bilangan(sidik: str) -> int:
    """Return a hash as a number, 0 for what is none."""
    try:
        return int(sidik, 16) if len(sidik) == len(POLOS) else 0
    except ValueError:
        return 0
