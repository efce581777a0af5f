"""Which columns a person sees, in which order and how wide: kept as one line of text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ui.kit.table_model import Kolom

_TERSEMPIT, _TERLEBAR = 30, 1200


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Columns by key in the order on the screen, those that are hidden, and widths in px at scale 1.0."""

    urutan: tuple[str, ...]
    sembunyi: frozenset[str]
    lebar: dict[str, int] = field(default_factory=dict)

    def dengan_lebar(self, kunci: str, lebar: int) -> Pilihan:
        """Return the same with a column as wide as the user made it."""
        return replace(self, lebar={**self.lebar, kunci: max(_TERSEMPIT, min(_TERLEBAR, lebar))})

    def tampakkan(self, kunci: str, tampak: bool) -> Pilihan:
        """Return the same with a column shown or hidden."""
        lain = self.sembunyi - {kunci}
        return replace(self, sembunyi=lain if tampak else lain | {kunci})

    def teks(self) -> str:
        """Return it as one line, for the settings."""
        return json.dumps({"urutan": self.urutan, "sembunyi": sorted(self.sembunyi), "lebar": self.lebar})


def bawaan(kolom: Sequence[Kolom]) -> Pilihan:
    """Return the choice of someone who has not chosen yet."""
    return Pilihan(tuple(k.kunci for k in kolom), frozenset(k.kunci for k in kolom if not k.tampil))


def baca(teks: str, kolom: Sequence[Kolom]) -> Pilihan:
    """Return a kept choice; columns it does not know stand where they belong, damaged text counts as none."""
    awal = bawaan(kolom)
    try:
        isi = json.loads(teks or "{}")
        urutan = [k for k in dict.fromkeys(isi["urutan"]) if k in awal.urutan]
        sembunyi = {k for k in isi["sembunyi"] if k in awal.urutan}
        lebar = {k: int(px) for k, px in isi["lebar"].items() if k in awal.urutan}
    except (ValueError, KeyError, TypeError, AttributeError):
        return awal
    for ke, kunci in enumerate(awal.urutan):
        if kunci not in urutan:
            urutan.insert(ke, kunci)
            sembunyi |= awal.sembunyi & {kunci}
    if len(sembunyi) >= len(urutan):
        return awal
    return Pilihan(tuple(urutan), frozenset(sembunyi), lebar)
