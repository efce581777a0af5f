"""Offices, computers, copies and health, for Kominfo."""

from __future__ import annotations

from sync.web.akun.peran import Peran
from sync.web.kit.rute import Area, Menu, Rute

from . import halaman, undangan

_KOMINFO = frozenset({Peran.KOMINFO})

AREA = Area(
    "kominfo",
    (
        Rute("GET", "/perangkat", _KOMINFO, halaman.semua, tanpa_kantor=True),
        Rute("GET", "/perangkat/{id}", _KOMINFO, halaman.satu, tanpa_kantor=True),
        Rute("POST", "/perangkat/{id}/nama", _KOMINFO, halaman.ganti_nama, tanpa_kantor=True),
        Rute("POST", "/perangkat/{id}/cabut", _KOMINFO, halaman.cabut, tanpa_kantor=True),
        Rute("POST", "/perangkat/{id}/izinkan", _KOMINFO, halaman.izinkan, tanpa_kantor=True),
        Rute("GET", "/undangan", _KOMINFO, undangan.semua, tanpa_kantor=True),
        Rute("POST", "/undangan", _KOMINFO, undangan.buat, tanpa_kantor=True),
        Rute("POST", "/undangan/tarik", _KOMINFO, undangan.tarik, tanpa_kantor=True),
        Rute("POST", "/undangan/kembalikan", _KOMINFO, undangan.kembalikan, tanpa_kantor=True),
        Rute("GET", "/server", _KOMINFO, halaman.server, tanpa_kantor=True),
    ),
    (
        Menu("Komputer kantor", "/perangkat", _KOMINFO, 10),
        Menu("Undangan", "/undangan", _KOMINFO, 20),
        Menu("Server dan cadangan", "/server", _KOMINFO, 40),
    ),
)
