"""The doubts about a head, a term or a post as it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import rules


def kalimat(nilai: Mapping[str, str], hari: date, *, semua: bool = True) -> dict[str, str]:
    """Return the doubts about what was typed, by input; what is wrong or (without ``semua``) empty is left out."""
    bersih = tersimpan(nilai, hari)
    ragu = [r for r in rules.peringatan(bersih, hari) if r.field in bersih or not nilai.get(r.field)]
    return {r.field: r.kalimat for r in reversed(ragu) if semua or nilai.get(r.field)}


def tersimpan(nilai: Mapping[str, str], hari: date) -> Fields:
    """Return the stored values of the inputs that are fine."""
    hasil: Fields = {}
    for kunci, teks in nilai.items():
        try:
            hasil |= rules.bersihkan({kunci: teks}, hari)
        except InputSalah:
            continue
    return hasil
