"""Rows of one file that repeat each other: to the letter, the same NIK, the same RT."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from . import kata
from .bacaan import Bacaan
from .hasil import Berat, Letak, Tanda


@dataclass(slots=True)
class Ganda:
    """Rows that repeat another one to the letter (with that row's number), and remarks on the others."""

    persis: dict[Letak, int] = field(default_factory=dict)
    tanda: dict[Letak, list[Tanda]] = field(default_factory=lambda: defaultdict(list))


def cari(baris: Sequence[Bacaan], *, sama: Callable[[str], str]) -> Ganda:
    """Return the repetitions; both rows of a contradiction are marked, for nobody can know which is right."""
    hasil = Ganda()
    per_pos: dict[object, Bacaan] = {}
    per_nik: dict[object, Bacaan] = {}
    for satu in baris:
        isi = satu.isi
        pos, nik = (isi.get("nomor"), isi.get("rw")), isi.get("nik")
        if pos[0] is not None:
            pertama = per_pos.setdefault(pos, satu)
            if pertama is not satu:
                if _persis(satu, pertama, sama):
                    hasil.persis[satu.letak] = pertama.letak.baris
                    continue
                _berdua(hasil, satu, pertama, "nomor", kata.RT_DUA)
        if nik is not None:
            pertama = per_nik.setdefault(nik, satu)
            if pertama is not satu and (pertama.isi.get("nomor"), pertama.isi.get("rw")) != pos:
                _berdua(hasil, satu, pertama, "nik", kata.NIK_DUA)
    return hasil


def _persis(satu: Bacaan, dua: Bacaan, sama: Callable[[str], str]) -> bool:
    """Tell whether a row says nothing that the other does not say too."""
    if satu.isi == dua.isi:
        return satu.awalan == dua.awalan
    nama = sama(str(satu.isi.get("nama") or "")) == sama(str(dua.isi.get("nama") or ""))
    return nama and all(dua.isi.get(f) == nilai for f, nilai in satu.isi.items() if f != "nama")


def _berdua(hasil: Ganda, satu: Bacaan, dua: Bacaan, isian: str, pesan: str) -> None:
    hasil.tanda[satu.letak].append(Tanda(isian, "", "", Berat.SALAH, pesan.format(baris=dua.letak.baris)))
    hasil.tanda[dua.letak].append(Tanda(isian, "", "", Berat.SALAH, pesan.format(baris=satu.letak.baris)))
