"""Phones and other goods at the web: where they are, who holds them, who has none."""

from __future__ import annotations

from sync.web.akun.peran import KECAMATAN, Peran
from sync.web.kit.rute import Area, Menu, Rute

from . import bantuan, barang

_KOMINFO = frozenset({Peran.KOMINFO})
_PRIBADI = "nama pemegang HP dan nomor yang dapat dihubungi"

AREA = Area(
    "ponsel",
    (
        Rute("GET", "/stok/barang", KECAMATAN, barang.halaman),
        Rute("GET", "/stok/barang/{kode}", KECAMATAN, barang.kelurahan, pribadi="nama ketua RT yang memegang barang"),
        Rute("GET", "/bantuan", _KOMINFO, bantuan.semua, pribadi=_PRIBADI),
        Rute("POST", "/bantuan/{id}", _KOMINFO, bantuan.jawab, pribadi=_PRIBADI),
    ),
    (Menu("Minta bantuan HP", "/bantuan", _KOMINFO, 30),),
)
