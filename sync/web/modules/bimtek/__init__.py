"""Bimtek at the web: events, figures of attendance, who never came, papers."""

from __future__ import annotations

from sync.web.akun.peran import Peran
from sync.web.kit.rute import Area, Menu, Rute

from . import halaman, kertas, text

_BAGIAN = frozenset({Peran.BAGIAN})

AREA = Area(
    "bimtek",
    (
        Rute("GET", "/bimtek", _BAGIAN, halaman.daftar),
        Rute("GET", "/bimtek/absen", _BAGIAN, halaman.absen_tahun, pribadi=text.PRIBADI_ABSEN),
        Rute("GET", "/bimtek/{id}", _BAGIAN, halaman.satu),
        Rute("GET", "/bimtek/{id}/absen", _BAGIAN, halaman.absen, pribadi=text.PRIBADI_ABSEN),
        Rute("GET", "/bimtek/{id}/xlsx", _BAGIAN, kertas.xlsx, ekspor=True),
        Rute("GET", "/bimtek/{id}/laporan.pdf", _BAGIAN, kertas.laporan, ekspor=True),
        Rute("GET", "/bimtek/{id}/undangan.pdf", _BAGIAN, kertas.undangan, pribadi=text.PRIBADI_UNDANGAN, ekspor=True),
        Rute(
            "GET",
            "/bimtek/{id}/sertifikat.pdf",
            _BAGIAN,
            kertas.sertifikat,
            pribadi=text.PRIBADI_SERTIFIKAT,
            ekspor=True,
        ),
        Rute("GET", "/bimtek/sesi/{id}/hadir.pdf", _BAGIAN, kertas.hadir, pribadi=text.PRIBADI_HADIR, ekspor=True),
        Rute("GET", "/bimtek/sesi/{id}/notulen.pdf", _BAGIAN, kertas.notulen, ekspor=True),
    ),
    (Menu(text.JUDUL, "/bimtek", _BAGIAN, 85),),
)
