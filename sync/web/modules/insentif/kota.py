"""The pages of Bagian Tata Pemerintahan in insentif: what is laid down, sums of the city, the audit pack."""

from __future__ import annotations

from sync.web.akun.peran import Peran
from sync.web.kit.rute import Menu, Rute

from . import kota_audit, kota_cabut, kota_ketetapan, kota_total, text_kota

_BAGIAN = frozenset({Peran.BAGIAN})

RUTE: tuple[Rute, ...] = (
    Rute("GET", "/ketetapan", _BAGIAN, kota_ketetapan.daftar),
    Rute("GET", "/ketetapan/cabut/{id}", _BAGIAN, kota_cabut.tanya),
    Rute("POST", "/ketetapan/cabut/{id}", _BAGIAN, kota_cabut.cabut),
    Rute("GET", "/ketetapan/{apa}", _BAGIAN, kota_ketetapan.isi),
    Rute("POST", "/ketetapan/{apa}/coba", _BAGIAN, kota_ketetapan.coba),
    Rute("GET", "/ketetapan/{apa}/coba", _BAGIAN, kota_ketetapan.akibat),
    Rute("POST", "/ketetapan/{apa}/tetapkan", _BAGIAN, kota_ketetapan.tetapkan),
    Rute("GET", "/total", _BAGIAN, kota_total.halaman),
    Rute("GET", "/total/f3.pdf", _BAGIAN, kota_total.f3_pdf, ekspor=True),
    Rute("GET", "/total/f3.xlsx", _BAGIAN, kota_total.f3_xlsx, ekspor=True),
    Rute("GET", "/total/audit", _BAGIAN, kota_audit.tanya),
    Rute("POST", "/total/audit", _BAGIAN, kota_audit.mulai),
    Rute("GET", "/total/audit/{id}", _BAGIAN, kota_audit.keadaan),
    Rute("GET", "/total/audit/{id}/unduh", _BAGIAN, kota_audit.unduh, pribadi=text_kota.PRIBADI_AUDIT, ekspor=True),
)
MENU: tuple[Menu, ...] = (
    Menu(text_kota.KETETAPAN, "/ketetapan", _BAGIAN, 75),
    Menu(text_kota.TOTAL, "/total", _BAGIAN, 80),
)
