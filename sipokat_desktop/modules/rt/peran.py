"""Who signs the papers of which office: the roles of a kelurahan, a kecamatan, the city-level office."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.kernel import wilayah

from . import text


def peran_kantor(lingkup: str) -> Mapping[str, str]:
    """Return who signs the papers of the office of a scope, by role with the words for it; its head first."""
    if wilayah.adalah_kota(lingkup):
        return text.PERAN_KOTA
    return text.PERAN_KECAMATAN if wilayah.adalah_kecamatan(lingkup) else text.PERAN


def peran_kepala(lingkup: str) -> str:
    """Return the role of the head of an office."""
    return next(iter(peran_kantor(lingkup)))
