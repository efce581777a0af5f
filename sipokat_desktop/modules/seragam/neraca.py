"""What came to a place and what left it, by where from and where to: came − left = what lies there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.storage import sqlite

from . import rules
from . import text_neraca as text
from .model import Barang
from .tempat import sebut_tempat

_GERAK = """SELECT dari, ke, model, ukuran, jumlah, model_kembali, ukuran_kembali FROM seragam_gerak
WHERE pengadaan_id = ?"""


class Neraca(NamedTuple):
    """Pieces of a place that came from (``dari``) and left for (``ke``) other places; what was taken back or exchanged
    is already set off against what it takes back."""

    dari: Mapping[str, int]
    ke: Mapping[str, int]

    @property
    def masuk(self) -> int:
        """Pieces that came."""
        return sum(self.dari.values())

    @property
    def keluar(self) -> int:
        """Pieces that left."""
        return sum(self.ke.values())

    @property
    def sisa(self) -> int:
        """What lies there by the ledger; below zero it is a discrepancy."""
        return self.masuk - self.keluar

    @property
    def kalimat(self) -> str:
        """Where the pieces came from and went to, in words; empty where nothing moved."""
        masuk = _daftar(self.dari, text.DARI, text.DARI_KANTOR)
        keluar = _daftar(self.ke, text.KE, text.KE_KANTOR)
        dua = ((text.MASUK, masuk), (text.KELUAR, keluar))
        return " ".join(pola.format(isi=isi) for pola, isi in dua if isi)


def _daftar(isi: Mapping[str, int], kata: Mapping[str, str], kantor: str) -> str:
    return ", ".join(
        text.SATU.format(n=rupiah.titik(n), arah=kata.get(di) or kantor.format(tempat=sebut_tempat(di)))
        for di, n in sorted(isi.items())
    )


def neraca(con: sqlite.Connection, pengadaan_id: str) -> Mapping[str, Mapping[Barang, Neraca]]:
    """Return for every place of a purchase each kind that ever was there, in order."""
    bersih: defaultdict[tuple[str, str, Barang], int] = defaultdict(int)
    for dari, ke, model, ukuran, jumlah, model_kembali, ukuran_kembali in con.execute(_GERAK, (pengadaan_id,)):
        bersih[dari, ke, Barang(model or "", ukuran)] += jumlah
        if ukuran_kembali is not None:
            bersih[ke, dari, Barang(model_kembali or "", ukuran_kembali)] += jumlah
    hasil: defaultdict[str, dict[Barang, Neraca]] = defaultdict(dict)
    for (dari, ke, barang), n in sorted(bersih.items(), key=lambda satu: rules.urut(satu[0][2])):
        for di in (dari, ke):
            hasil[di].setdefault(barang, Neraca({}, {}))
        if (lebih := n - bersih.get((ke, dari, barang), 0)) > 0:
            hasil[dari][barang] = _catat(hasil[dari][barang], "ke", ke, lebih)
            hasil[ke][barang] = _catat(hasil[ke][barang], "dari", dari, lebih)
    return dict(hasil)


def jumlah(semua: Mapping[Barang, Neraca]) -> Neraca:
    """Return the sum over the kinds of a place."""
    dari: defaultdict[str, int] = defaultdict(int)
    ke: defaultdict[str, int] = defaultdict(int)
    for satu in semua.values():
        for lain, n in satu.dari.items():
            dari[lain] += n
        for lain, n in satu.ke.items():
            ke[lain] += n
    return Neraca(dict(dari), dict(ke))


def _catat(satu: Neraca, arah: str, lawan: str, n: int) -> Neraca:
    if arah == "ke":
        return satu._replace(ke={**satu.ke, lawan: n})
    return satu._replace(dari={**satu.dari, lawan: n})
