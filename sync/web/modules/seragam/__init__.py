"""Uniforms at the web: stock at the kecamatan, what went to the kelurahan, who has not picked up."""

from __future__ import annotations

from sync.web.akun.peran import KECAMATAN
from sync.web.kit.rute import Area, Menu, Rute

from . import stok

AREA = Area(
    "seragam",
    (
        Rute("GET", "/stok", KECAMATAN, stok.halaman),
        Rute("GET", "/stok/seragam/{kode}", KECAMATAN, stok.kelurahan, pribadi="nama ketua RT dan ukuran seragamnya"),
    ),
    (Menu("Seragam dan barang", "/stok", KECAMATAN, 40),),
)
