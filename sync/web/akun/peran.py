"""Who may log in to the web: four roles, each of one office."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah


class Peran(StrEnum):
    """What a person is at the web; the value is what the database keeps."""

    CAMAT = "camat"
    STAF = "staf"
    BAGIAN = "bagian"
    KOMINFO = "kominfo"

    @property
    def sebutan(self) -> str:
        """What people call the role."""
        return _SEBUTAN[self]


_SEBUTAN = {
    Peran.CAMAT: "Camat",
    Peran.STAF: "Staf kecamatan",
    Peran.BAGIAN: "Bagian Tata Pemerintahan",
    Peran.KOMINFO: "Dinas Kominfo",
}

PUBLIK: frozenset[Peran] = frozenset()
"""Everybody, without a name."""
KECAMATAN = frozenset({Peran.CAMAT, Peran.STAF})
KOTA = frozenset({Peran.BAGIAN, Peran.KOMINFO})
SEMUA = frozenset(Peran)


class Orang(NamedTuple):
    """A person who is logged in; ``lingkup`` is the scope of the office: ``kec:…`` or ``kota``."""

    id: str
    nama: str
    peran: Peran
    lingkup: str

    @property
    def kantor(self) -> str:
        """What people call the office."""
        return sebutan_kantor(self.lingkup)


def sebutan_kantor(lingkup: str) -> str:
    """Return what people call the office of a scope; that of the city has Bagian and Kominfo in it."""
    return wilayah.kota().nama if wilayah.adalah_kota(lingkup) else wilayah.nama_kantor(lingkup)
