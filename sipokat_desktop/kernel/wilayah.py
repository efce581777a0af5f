"""Kecamatan and kelurahan of the city, keyed by Kemendagri code, never by name (DOMAIN §1)."""

from __future__ import annotations

import csv
from functools import cache

import resources

from .errors import InputSalah
from .values import NamedTuple

KECAMATAN = "kec:"
"""What the scope of a kecamatan office begins with; the rest is its code."""
KOTA = "kota"
"""The scope of the city's own rows, which every office reads, and of the city-level office (keputusan/0034)."""
KANTOR_KOTA = "Bagian Tata Pemerintahan"
"""What people call the city-level office."""
_SEBUTAN_KOTA = (KANTOR_KOTA, "Tata Pemerintahan", "Bagian Tapem", "Tapem", KOTA)
KANTOR_ASING = (
    "Kantor “{teks}” tidak dikenal. Tulis nama atau kode kelurahan atau kecamatan seperti 16.73.01.1003 atau 16.73.01, "
    "atau “kota”."
)


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


def cari_kantor(teks: str, field: str = "kelurahan") -> Tempat:
    """Return the kelurahan, kecamatan or kota by code, scope, name or alias; raise InputSalah when there is none.

    A name that two have is the kelurahan's, unless “Kecamatan” stands before it.
    """
    ketik = teks.strip()
    tempat = semua().get(ketik.removeprefix(KECAMATAN))
    if tempat and tempat.tingkat == ("kecamatan" if ketik.startswith(KECAMATAN) else tempat.tingkat):
        return tempat
    dicari = kunci_cari(teks)
    if dicari in map(kunci_cari, _SEBUTAN_KOTA):
        return kota()
    for tingkat in ("kelurahan", "kecamatan", KOTA):
        for calon in (t for t in semua().values() if t.tingkat == tingkat):
            kunci = [kunci_cari(satu) for satu in (calon.nama, *calon.alias)]
            if dicari in kunci or dicari in (f"{tingkat}{satu}" for satu in kunci):
                return calon
    raise InputSalah(field, KANTOR_ASING.format(teks=teks))


def kota() -> Tempat:
    """Return the city."""
    return next(t for t in semua().values() if t.tingkat == KOTA)


def lingkup_kecamatan(kode: str) -> str:
    """Return the scope of the office of a kecamatan (by its code)."""
    return f"{KECAMATAN}{kode}"


def lingkup_kantor(tempat: Tempat) -> str:
    """Return the scope of the office of a kelurahan, a kecamatan or the city."""
    if tempat.tingkat == KOTA:
        return KOTA
    return lingkup_kecamatan(tempat.kode) if tempat.tingkat == "kecamatan" else tempat.kode


def adalah_kecamatan(lingkup: str) -> bool:
    """Tell whether a scope is that of a kecamatan office."""
    return lingkup.startswith(KECAMATAN)


def adalah_kota(kantor: str) -> bool:
    """Tell whether an office is the city-level one."""
    return kantor == KOTA


def beberapa(kantor: str) -> bool:
    """Tell whether an office stands above others and looks after several kelurahan: a kecamatan's or the city's."""
    return adalah_kota(kantor) or adalah_kecamatan(kantor)


def kecamatan_dari(kelurahan: str) -> str:
    """Return the scope of the kecamatan office that a kelurahan belongs to."""
    return lingkup_kecamatan(kelurahan.rpartition(".")[0])


@cache
def kelurahan_dari(kantor: str) -> tuple[str, ...]:
    """Return the kelurahan that an office looks after: all of the city or a kecamatan, of a kelurahan itself."""
    if not beberapa(kantor):
        return (kantor,) if kantor else ()
    return tuple(t.kode for t in semua().values() if t.tingkat == "kelurahan" and milik(kantor, t.kode))


@cache
def bawahan(kantor: str) -> tuple[str, ...]:
    """Return the scopes of the offices below one: a kecamatan's kelurahan, all kecamatan and kelurahan of the city."""
    if not beberapa(kantor):
        return ()
    kecamatan = [lingkup_kantor(t) for t in semua().values() if t.tingkat == "kecamatan" and adalah_kota(kantor)]
    return (*kecamatan, *kelurahan_dari(kantor))


def milik(kantor: str, lingkup: str) -> bool:
    """Tell whether rows of the scope ``lingkup`` may reach an office: its own, those of the offices below it (the code
    of a kelurahan begins with that of its kecamatan, every code with the city's), the city's."""
    if lingkup in (kantor, KOTA):
        return True
    if adalah_kota(kantor):
        return lingkup.removeprefix(KECAMATAN).startswith(f"{kota().kode}.")
    return adalah_kecamatan(kantor) and lingkup.startswith(f"{kantor.removeprefix(KECAMATAN)}.")


def lingkup_baca(kantor: str) -> tuple[str, ...]:
    """Return the scopes whose rows an office gets: its own, those of the offices below it, the city's."""
    return tuple(dict.fromkeys((*lingkup_tulis(kantor), KOTA)))


def lingkup_tulis(kantor: str) -> tuple[str, ...]:
    """Return the scopes that an office may write in, be it little: its own, those of the offices below it."""
    return (kantor, *bawahan(kantor))


def nama_kantor(lingkup: str) -> str:
    """Return what people call the office of a scope: Kelurahan …, Kecamatan …, Bagian Tata Pemerintahan."""
    if lingkup == KOTA:
        return KANTOR_KOTA
    return f"{sebutan_kantor(lingkup)} {nama(lingkup)}"


def sebutan_kantor(lingkup: str) -> str:
    """Return which kind of office a scope is, as a word."""
    if lingkup == KOTA:
        return "Kantor"
    return "Kecamatan" if adalah_kecamatan(lingkup) else "Kelurahan"


def kepala(kantor: str) -> str:
    """Return what people call the head of an office: Lurah (also where the office is not known yet), Camat, Kepala
    Bagian."""
    if adalah_kota(kantor):
        return "Kepala Bagian"
    return "Camat" if adalah_kecamatan(kantor) else "Lurah"


def nama(kode: str) -> str:
    """Return the name of a code or scope, or the code itself where it is not in the list."""
    tempat = kota() if kode == KOTA else semua().get(kode.removeprefix(KECAMATAN))
    return tempat.nama if tempat else kode


def nama_kecamatan(kode_kelurahan: str) -> str:
    """Return the name of the kecamatan that a kelurahan belongs to."""
    return nama(kode_kelurahan.rpartition(".")[0])
