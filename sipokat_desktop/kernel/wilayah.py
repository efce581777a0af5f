"""Kecamatan and kelurahan of the city, keyed by Kemendagri code, never by name (DOMAIN §1)."""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

import resources

from .errors import InputSalah


class Tempat(NamedTuple):
    """One kota, kecamatan or kelurahan with the spellings that people use for it."""

    kode: str
    tingkat: str
    nama: str
    alias: tuple[str, ...]

    @property
    def induk(self) -> str:
        """The code one level up."""
        return self.kode.rpartition(".")[0]


@cache
def semua() -> dict[str, Tempat]:
    """Return every place by code, in the order of the codes."""
    with resources.path("referensi", "wilayah.csv").open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    return {
        b["kode"]: Tempat(b["kode"], b["tingkat"], b["nama"], tuple(filter(None, b["alias"].split("|")))) for b in baris
    }


def kunci_cari(teks: str) -> str:
    """Return ``teks`` without case, blanks and punctuation: what a forgiving search compares."""
    return "".join(ch for ch in teks.casefold() if ch.isalnum())


def cari_kelurahan(teks: str, field: str = "kelurahan") -> Tempat:
    """Return the kelurahan by code, name or alias; raise InputSalah when there is none."""
    tempat = semua().get(teks.strip())
    if tempat and tempat.tingkat == "kelurahan":
        return tempat
    dicari = kunci_cari(teks)
    for calon in semua().values():
        if calon.tingkat == "kelurahan" and dicari in map(kunci_cari, (calon.kode, calon.nama, *calon.alias)):
            return calon
    raise InputSalah(field, f"Kelurahan “{teks}” tidak dikenal. Tulis nama atau kode seperti 16.73.01.1003.")


def nama(kode: str) -> str:
    """Return the name of a code, or the code itself where it is not in the list."""
    tempat = semua().get(kode)
    return tempat.nama if tempat else kode


def nama_kecamatan(kode_kelurahan: str) -> str:
    """Return the name of the kecamatan that a kelurahan belongs to."""
    return nama(kode_kelurahan.rpartition(".")[0])
