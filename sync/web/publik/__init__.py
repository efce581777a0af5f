"""What everybody may see, without a name in it: sums of the city, a kelurahan, and the same as open data."""

from __future__ import annotations

from sync.web.akun.peran import PUBLIK
from sync.web.kit.rute import Area, Menu, Rute

from . import halaman

AREA = Area(
    "publik",
    (
        Rute("GET", "/", PUBLIK, halaman.depan),
        Rute("GET", "/kelurahan", PUBLIK, halaman.semua_kelurahan),
        Rute("GET", "/kelurahan/{kode}", PUBLIK, halaman.kelurahan),
        Rute("GET", "/data", PUBLIK, halaman.data),
        Rute("GET", "/data/kamus", PUBLIK, halaman.kamus),
        Rute("GET", "/data/kamus/json", PUBLIK, halaman.kamus_json),
        Rute("GET", "/data/{kunci}", PUBLIK, halaman.tabel),
        Rute("GET", "/data/{kunci}/csv", PUBLIK, halaman.csv),
        Rute("GET", "/data/{kunci}/json", PUBLIK, halaman.json_),
    ),
    (
        Menu("Ringkasan kota", "/", PUBLIK, 10),
        Menu("Per kelurahan", "/kelurahan", PUBLIK, 20),
        Menu("Data terbuka", "/data", PUBLIK, 30),
    ),
)
