"""One red flag as a value."""

from __future__ import annotations

from typing import Literal, NamedTuple

Berat = Literal["berat", "sedang", "ringan"]
_URUT = {"berat": 0, "sedang": 1, "ringan": 2}


class Bendera(NamedTuple):
    """A flag: its kind (a key of ``text_audit.JENIS``), weight, sentence, rupiah, and where it is mended:
    the row ``row_id`` of ``tabel`` on ``halaman`` ("insentif" or "rt"); list, RT, name and month where it has them."""

    jenis: str
    berat: Berat
    kalimat: str
    jumlah: int
    halaman: str
    tabel: str
    row_id: str
    daftar: str = ""
    rt: str = ""
    nama: str = ""
    bulan: str = ""


def urut(satu: Bendera) -> tuple[int, int, str, str, str]:
    """Return what flags are sorted by: the gravest and largest first."""
    return _URUT[satu.berat], -satu.jumlah, satu.rt, satu.bulan, satu.kalimat
