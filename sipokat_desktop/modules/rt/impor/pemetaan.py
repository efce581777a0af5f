"""Which column holds which field: data that is proposed, can be changed by the user, and is remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import blake2b
from typing import NamedTuple

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


class KolomLembar(NamedTuple):
    """One column: its place (from 0) and letters, title, a few values, the field it is read as ("" = not read), why."""

    indeks: int
    huruf: str
    judul: str
    contoh: tuple[str, ...]
    isian: str
    keyakinan: Keyakinan
    alasan: str


@dataclass(frozen=True, slots=True)
class PemetaanLembar:
    """One sheet: whether and why it is read, where its table begins (row numbers as Excel shows them), its columns.

    ``kelurahan`` (a code) and ``rw`` are what the titles above the table or the sheet's name say of all rows.
    """

    indeks: int
    nama: str
    dipakai: bool
    alasan: str
    baris_judul: int | None
    baris_isi: int
    kolom: tuple[KolomLembar, ...]
    bentuk: str = ""
    ingat: bool = False
    kelurahan: str = ""
    rw: str = ""

    def kolom_isian(self, isian: str) -> KolomLembar | None:
        """Return the column read as ``isian``."""
        return next((k for k in self.kolom if k.isian == isian), None)

    @property
    def kurang(self) -> tuple[str, ...]:
        """The required fields that no column holds."""
        return tuple(isian for isian in WAJIB if self.kolom_isian(isian) is None)


@dataclass(frozen=True, slots=True)
class Pemetaan:
    """The mapping of a whole file."""

    lembar: tuple[PemetaanLembar, ...]

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen, in sentences; empty when the file can be compared."""
        dipakai = [satu for satu in self.lembar if satu.dipakai]
        if not dipakai:
            return (kata.KURANG_LEMBAR,)
        return tuple(
            kata.KURANG_KOLOM.format(label=ISIAN[isian], lembar=satu.nama) for satu in dipakai for isian in satu.kurang
        )

    def ganti(self, lembar: int, kolom: int, isian: str) -> Pemetaan:
        """Return the mapping with ``kolom`` of sheet ``lembar`` read as ``isian`` ("" = not read)."""
        lama = self.lembar[lembar]
        kolom_baru = tuple(_dengan(satu, kolom, isian) for satu in lama.kolom)
        return self._tukar(replace(lama, kolom=kolom_baru, ingat=False))

    def pakai(self, lembar: int, dipakai: bool) -> Pemetaan:
        """Return the mapping with sheet ``lembar`` read or left out."""
        return self._tukar(replace(self.lembar[lembar], dipakai=dipakai, alasan=kata.PILIHAN_ANDA))

    def _tukar(self, baru: PemetaanLembar) -> Pemetaan:
        return Pemetaan(tuple(baru if satu.indeks == baru.indeks else satu for satu in self.lembar))


def _dengan(satu: KolomLembar, kolom: int, isian: str) -> KolomLembar:
    if satu.indeks == kolom:
        yakin = Keyakinan.PENGGUNA if isian else Keyakinan.LEWAT
        return satu._replace(isian=isian, keyakinan=yakin, alasan=kata.PILIHAN_ANDA)
    if isian and satu.isian == isian:
        return satu._replace(isian="", keyakinan=Keyakinan.LEWAT, alasan=kata.TIDAK_DIBACA)
    return satu


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
        if satu.dipakai and satu.bentuk and any(k.alasan == kata.PILIHAN_ANDA for k in satu.kolom)
    }
