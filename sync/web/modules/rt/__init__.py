"""Heads of RT at the web: the roster of the city."""

from __future__ import annotations

from sync.web.akun.peran import Peran
from sync.web.kit.rute import Area, Menu, Rute

from . import roster, text

_BAGIAN = frozenset({Peran.BAGIAN})

AREA = Area(
    "rt",
    (
        Rute("GET", "/roster", _BAGIAN, roster.daftar, pribadi=text.PRIBADI_ROSTER),
        Rute("GET", "/roster/unduh", _BAGIAN, roster.unduh, pribadi=text.PRIBADI_DAFTAR, ekspor=True),
        Rute("GET", "/roster/{id}", _BAGIAN, roster.kartu, pribadi=text.PRIBADI_KARTU),
        Rute("GET", "/roster/{id}/nik", _BAGIAN, roster.nik_penuh, pribadi=text.PRIBADI_NIK),
    ),
    (Menu(text.JUDUL, "/roster", _BAGIAN, 70),),
)
