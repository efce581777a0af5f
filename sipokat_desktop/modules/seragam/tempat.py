"""The places between which uniforms move."""

from __future__ import annotations

from sipokat_desktop.kernel import wilayah

PENGADAAN, RT, SELISIH = "pengadaan", "rt", "selisih"
"""Where pieces come from, where they end, and where those are that an adjustment adds or takes away; every other
place is a scope: ``kec:16.73.01`` or the code of a kelurahan."""


def sebut_tempat(tempat: str) -> str:
    """Name a place for people: a kelurahan by its name, a kecamatan with the word before it."""
    kata = {PENGADAAN: "Pengadaan", RT: "Ketua RT", SELISIH: "Selisih"}
    if tempat in kata:
        return kata[tempat]
    return wilayah.nama_kantor(tempat) if wilayah.adalah_kecamatan(tempat) else wilayah.nama(tempat)
