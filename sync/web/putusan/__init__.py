"""What waits for a person's word: double claims, edits that differ, changes that the city holds."""

from __future__ import annotations

from sync.web.akun.peran import KECAMATAN, Peran
from sync.web.kit.rute import Area, Menu, Rute

from . import diputuskan, halaman, text

_PEMUTUS = KECAMATAN | {Peran.BAGIAN}

AREA = Area(
    "putusan",
    (
        Rute("GET", "/putusan", _PEMUTUS, halaman.daftar, pribadi=text.PRIBADI),
        Rute("GET", diputuskan.HALAMAN, _PEMUTUS, diputuskan.halaman, pribadi=text.PRIBADI),
        Rute("POST", "/putusan/urung", frozenset({Peran.BAGIAN}), diputuskan.urungkan),
        Rute("GET", "/putusan/{kunci}", _PEMUTUS, halaman.satu, pribadi=text.PRIBADI),
        Rute("POST", "/putusan/{kunci}/jawab", _PEMUTUS, halaman.jawab),
        Rute("POST", "/putusan/{kunci}/tertahan", _PEMUTUS, halaman.tertahan),
    ),
    (Menu(text.JUDUL, "/putusan", _PEMUTUS, 12),),
)
