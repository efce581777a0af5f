"""The performance rule: versions, off by default, and what a month's figure makes of the amount."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah

from . import text_kinerja
from . import text_susun as text
from .model import Angka, Aturan, Komponen

if TYPE_CHECKING:
    from sipokat_desktop.storage.sqlite import Connection

UKURAN = ("laporan", "skor")
_LANGKAH = re.compile(r"([0-9]{1,6})\s*=\s*([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*%?")
Pita = tuple[tuple[int, int], ...]


def dari_laporan(sumber: str) -> bool:
    """Tell whether the source of a figure says that it was counted from the reports."""
    return sumber.startswith(text_kinerja.SUMBER.partition("{")[0])


def aturan_bulan(komponen: Komponen, bulan: str) -> Aturan | None:
    """Return the rule in force in a month, the later version where two overlap; None: there is none (the default)."""
    berlaku = [a for a in komponen.aturan if a.mulai <= bulan and (not a.sampai or bulan <= a.sampai)]
    return max(berlaku, key=lambda a: (a.mulai, a.versi)) if berlaku else None


def ada_aturan(con: Connection, komponen_id: str) -> bool:
    """Tell whether a version of a performance rule was ever laid down for a component."""
    return con.execute("SELECT 1 FROM insentif_aturan WHERE komponen_id = ?", (komponen_id,)).fetchone() is not None


def ukuran(aturan: Aturan, angka: Angka | None) -> int | None:
    """Return the figure that the rule looks at; None when nobody entered it."""
    if angka is None:
        return None
    return angka.laporan if aturan.ukuran == "laporan" else angka.skor


def persen(aturan: Aturan, angka: Angka | None) -> int | None:
    """Return the ten-thousandths of the month's amount; None when there is no figure.

    A month without a figure is paid in full and the list says that the figure is missing: the program never cuts
    somebody's money because a form was not filled in. A figure that was entered as 0 takes the lowest step.
    """
    nilai = ukuran(aturan, angka)
    if nilai is None:
        return None
    return max(((batas, bagian) for batas, bagian in aturan.pita if batas <= nilai), default=(0, 0))[1]


def baca_pita(teks: str, field: str = "pita") -> Pita:
    """Read the steps as typed, ``0=50 3=100`` or ``0 = 62,5 %, 3 = 100 %``: least measure and percent.

    Raises InputSalah unless they begin at 0, rise, and the percentages (0–100) never fall.
    """
    rapi = re.sub(r"[;\n]+|,\s+", " ; ", teks.strip())
    bagian = [b.strip() for b in re.split(r";|(?<=[0-9%])\s+(?=[0-9]+\s*=)", rapi) if b.strip()]
    cocok = [_LANGKAH.fullmatch(b) for b in bagian]
    langkah = tuple((int(c[1]), int(c[2]) * 100 + int((c[3] or "").ljust(2, "0"))) for c in cocok if c)
    if not langkah or len(langkah) != len(bagian):
        raise InputSalah(field, text.PITA_SALAH)
    return periksa_pita(langkah, field)


def periksa_pita(langkah: Pita, field: str = "pita") -> Pita:
    """Return the steps as they came; raise InputSalah when they are no steps that rise from 0."""
    if any(bagian > rupiah.SERATUS_PERSEN for _, bagian in langkah):
        raise InputSalah(field, text.PITA_PERSEN)
    if not langkah or langkah[0][0] != 0:
        raise InputSalah(field, text.PITA_NOL)
    for (batas, bagian), (batas_lain, bagian_lain) in pairwise(langkah):
        if batas_lain <= batas or bagian_lain < bagian:
            raise InputSalah(field, text.PITA_URUT)
    return langkah


def tulis_pita(pita: Pita) -> str:
    """Write the steps as they are stored: ``0=5000 3=10000``."""
    return " ".join(f"{batas}={bagian}" for batas, bagian in pita)


def urai_pita(teks: str) -> Pita:
    """Read the steps as they are stored."""
    return tuple((int(batas), int(bagian)) for batas, _, bagian in (satu.partition("=") for satu in teks.split()))


def pita_ketik(pita: Pita) -> str:
    """Write the steps as a person types them: ``0=50 3=100``."""
    return " ".join(f"{batas}={rupiah.persen(bagian).removesuffix(' %')}" for batas, bagian in pita)
