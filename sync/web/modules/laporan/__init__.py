"""Reports of activities at the web: verification by the camat, photos, evaluation, the sheet for meetings."""

from __future__ import annotations

from sync.web.akun.peran import KECAMATAN, Peran
from sync.web.kit.rute import Area, Menu, Rute

from . import diputuskan, evaluasi, foto, rakor, verifikasi

_CAMAT = frozenset({Peran.CAMAT})
_BACA = KECAMATAN | {Peran.BAGIAN}
"""Who reads evaluation and Lembar rakor: of a kecamatan, or of all the city."""
_PRIBADI = "laporan kegiatan dengan nama ketua RT"

AREA = Area(
    "laporan",
    (
        Rute("GET", "/verifikasi", KECAMATAN, verifikasi.halaman, pribadi=_PRIBADI),
        Rute("GET", "/verifikasi/kartu/{id}", KECAMATAN, verifikasi.kartu, pribadi=_PRIBADI),
        Rute("POST", "/verifikasi/putusan", _CAMAT, verifikasi.putuskan, pribadi=_PRIBADI),
        Rute("POST", "/verifikasi/bersih", _CAMAT, verifikasi.setujui_bersih),
        Rute("POST", "/verifikasi/urung", _CAMAT, verifikasi.urungkan, pribadi=_PRIBADI),
        Rute("GET", diputuskan.HALAMAN, KECAMATAN, diputuskan.halaman, pribadi=_PRIBADI),
        Rute("POST", "/verifikasi/tarik", _CAMAT, diputuskan.tarik),
        Rute("GET", "/laporan/foto/{kunci}", KECAMATAN, foto.foto, pribadi="foto laporan kegiatan"),
        Rute("GET", "/evaluasi", _BACA, evaluasi.halaman, pribadi="rekap penilaian ketua RT"),
        Rute("GET", "/evaluasi/pdf", _BACA, evaluasi.pdf, ekspor=True, pribadi="rekap penilaian ketua RT"),
        Rute("GET", "/evaluasi/xlsx", _BACA, evaluasi.xlsx, ekspor=True, pribadi="rekap penilaian ketua RT"),
        Rute("GET", "/rakor", _BACA, rakor.halaman),
        Rute("GET", "/rakor/pdf", _BACA, rakor.pdf, ekspor=True),
    ),
    (
        Menu("Verifikasi laporan", "/verifikasi", KECAMATAN, 10),
        Menu("Evaluasi laporan", "/evaluasi", _BACA, 50),
        Menu("Lembar rakor", "/rakor", _BACA, 60),
    ),
)
