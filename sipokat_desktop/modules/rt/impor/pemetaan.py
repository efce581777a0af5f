"""Which column holds which field: data that is proposed, can be changed by the user, and is remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import blake2b
from typing import Self

from sipokat_desktop.importing import mapping, text
from sipokat_desktop.importing.table import Title, key
from sipokat_desktop.storage.store import Store

from . import kata
from .kamus import ISIAN, WAJIB

_SETELAN = "impor.bentuk."


class Keyakinan(Enum):
    """How a column came to its field."""

    PASTI = "pasti"
    DUGAAN = "dugaan"
    INGAT = "ingat"
    PENGGUNA = "pengguna"
    LEWAT = "lewat"


@dataclass(frozen=True, slots=True)
class KolomLembar(mapping.KolomLembar):
    """One column, and how it came to its field."""

    keyakinan: Keyakinan

    def baca(self, isian: str, alasan: str) -> Self:
        """Return the column read as another field by the user's choice."""
        yakin = Keyakinan.PENGGUNA if isian else Keyakinan.LEWAT
        return replace(self, isian=isian, alasan=alasan, keyakinan=yakin)


@dataclass(frozen=True, slots=True)
class PemetaanLembar(mapping.PemetaanLembar[KolomLembar]):
    """One sheet; ``kelurahan`` (a code) and ``rw`` are what the titles above the table or its name say of all rows."""

    bentuk: str = ""
    ingat: bool = False
    kelurahan: str = ""
    rw: str = ""

    @property
    def belum(self) -> tuple[str, ...]:
        """The required fields that no column holds."""
        return tuple(isian for isian in WAJIB if self.kolom_isian(isian) is None)

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen on this sheet, in sentences."""
        return tuple(kata.KURANG_KOLOM.format(label=ISIAN[isian], lembar=self.nama) for isian in self.belum)

    def ganti(self, kolom: int, isian: str) -> Self:
        """Return the sheet as everywhere; it is no longer as the user chose it the last time."""
        return replace(mapping.PemetaanLembar.ganti(self, kolom, isian), ingat=False)


@dataclass(frozen=True, slots=True)
class Pemetaan(mapping.Pemetaan[PemetaanLembar]):
    """The mapping of a roster."""

    TANPA_LEMBAR = kata.KURANG_LEMBAR


def bentuk(judul: tuple[Title, ...]) -> str:
    """Return the shape of a sheet: a hash of its titles, without case, blanks and punctuation."""
    rapi = "\x1f".join(key(satu.words) for satu in judul).rstrip("\x1f")
    return blake2b(rapi.encode(), digest_size=10).hexdigest() if rapi else ""


def ingatan(store: Store, bentuk_: str) -> dict[int, str]:
    """Return the mapping that was used last for this shape, by column; empty when there is none."""
    try:
        isi = json.loads(store.setting(_SETELAN + bentuk_) or "{}") if bentuk_ else {}
        return {int(kolom): isian for kolom, isian in isi.items() if isian in ISIAN or isian == ""}
    except (ValueError, AttributeError):
        return {}


def setelan_ingatan(pemetaan: Pemetaan) -> dict[str, str]:
    """Return the settings that keep what the user chose for the shapes of a file."""
    return {
        _SETELAN + satu.bentuk: json.dumps({str(k.indeks): k.isian for k in satu.kolom})
        for satu in pemetaan.lembar
        if satu.dipakai and satu.bentuk and any(k.alasan == text.PILIHAN_ANDA for k in satu.kolom)
    }
