"""Finding by typed words: every word has to be there, an exact one comes first, a slip of the finger is forgiven."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from sipokat_desktop.kernel.values import NamedTuple

T = TypeVar("T")
_KATA = re.compile(r"\w+")
_SALAH_KETIK, _TERPENDEK = 78, 4


class Kunci(NamedTuple):
    """What a thing is found by: the words of its name (``rapat``: without blanks), and further ones that count less."""

    nama: tuple[str, ...]
    lain: tuple[str, ...] = ()
    rapat: str = ""


def kunci(nama: str, lain: str = "") -> Kunci:
    """Return the key of a name and of what else belongs to it."""
    kata = tuple(_kata(nama))
    return Kunci(kata, tuple(_kata(lain)), "".join(kata))


def cari(dicari: str, semua: Sequence[tuple[Kunci, T]]) -> list[T]:
    """Return what has all the typed words, the best first and otherwise in the given order; all for nothing typed.

    Where nothing has them, words that differ by a letter or two count as well.
    """
    kata = _kata(dicari)
    if not kata:
        return [satu for _, satu in semua]
    nilai = [(mutu, ke) for ke, (punya, _) in enumerate(semua) if (mutu := _mutu(kata, punya)) is not None]
    if not nilai:
        nilai = _mirip(kata, [punya for punya, _ in semua])
    return [semua[ke][1] for _, ke in sorted(nilai)]


def _kata(teks: str) -> list[str]:
    return _KATA.findall(teks.casefold())


def _mutu(kata: Iterable[str], punya: Kunci) -> int | None:
    """Return how far from perfect a key is: 0 where words of its name begin so, None where a word is missing."""
    jumlah = 0
    for satu in kata:
        if any(milik.startswith(satu) for milik in punya.nama):
            continue
        if any(satu in milik for milik in punya.nama):
            jumlah += 1
        elif any(milik.startswith(satu) for milik in punya.lain):
            jumlah += 2
        elif satu in punya.rapat:
            jumlah += 3
        else:
            return None
    return jumlah


def _mirip(kata: Sequence[str], semua: Sequence[Kunci]) -> list[tuple[int, int]]:
    if any(len(satu) < _TERPENDEK for satu in kata):
        return []
    milik = [{*punya.nama, *punya.lain} for punya in semua]
    kosakata = set().union(*milik)
    dekat = [_dekat(satu, kosakata) for satu in kata]
    hasil = []
    for ke, punya in enumerate(milik):
        terbaik = [max((nilai for milik_, nilai in calon.items() if milik_ in punya), default=0) for calon in dekat]
        if all(terbaik):
            hasil.append((100 * len(terbaik) - sum(terbaik), ke))
    return hasil


def _dekat(satu: str, kosakata: Collection[str]) -> dict[str, int]:
    """Return the words that begin nearly as ``satu``, and how near (to 100)."""
    from rapidfuzz import fuzz, process

    awal = {milik: milik[: len(satu) + 1] for milik in kosakata}
    mirip = process.extract(satu, awal, scorer=fuzz.ratio, score_cutoff=_SALAH_KETIK, limit=None)
    return {str(milik): round(nilai) for _, nilai, milik in mirip}
