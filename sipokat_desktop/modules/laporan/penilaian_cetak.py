"""F6 on paper: the rekap of RT or kelurahan with its definitions, signed by the head of the office (DOMAIN §8)."""

from __future__ import annotations

from typing import Literal

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.printing import grid
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import evaluasi, evaluasi_kata, penilaian, rentang
from . import text_penilaian as text
from .evaluasi_model import Evaluasi, Rentang
from .penilaian import Kolom

_TINGGI = 5.6
"""Height of a row in mm: every cell is one line."""
_SAAT = 1_775_786_400_000
"""When the sample is printed (2026-04-10 09:00 WIB, in UTC ms)."""


def cetak(con: Connection, lingkup: str, jangka: Rentang, *, kertas: str, sekarang: int) -> bytes:
    """Return F6 of a scope (a kelurahan: its RT; ``kec:…`` and ``kota``: their kelurahan) as a PDF as of ``sekarang``
    (UTC ms)."""
    return grid.gambar([lembar(con, evaluasi.hitung(con, lingkup, jangka), sekarang=sekarang)], Kertas[kertas])


def lembar(con: Connection, e: Evaluasi, *, sekarang: int) -> Lembar:
    """Gather F6 of an evaluation."""
    p, hari = penilaian.susun(e), tanggal.wib(sekarang).date()
    saat = f"{tanggal.pendek(hari)} {tanggal.jam_wib(sekarang)}"
    return Lembar(
        judul=penilaian.judul(e),
        lajur=(Lajur(text.NO, 8, "tengah"), *(Lajur(k.judul, k.lebar, _rata(k)) for k in p.kolom)),
        baris=[
            *((str(ke), *penilaian.isi(p.kolom, b)) for ke, b in enumerate(p.baris, 1)),
            ("", *penilaian.isi(p.kolom, p.jumlah)),
        ],
        penanda=(kantor.penanda_kepala(con, e.lingkup, hari),),
        tempat_tanggal=text.TEMPAT_TANDA.format(hari=tanggal.panjang(hari)),
        kaki=Kaki(text.KAKI.format(tempat=e.tempat, rentang=e.rentang.nama), saat),
        kop=kantor.kop(con, e.lingkup),
        kepala=_kepala(e),
        tebal=1,
        catatan=(" ".join((*e.definisi, *text.DEFINISI)),),
        tinggi=_TINGGI,
    )


def _rata(k: Kolom) -> Literal["kiri", "tengah"]:
    return "kiri" if k.lebar > 40 else "tengah"


def _kepala(e: Evaluasi) -> tuple[tuple[str, str], ...]:
    ujung = e.ujung_kelurahan if len(e.kelurahan) > 1 else e.ujung_rt
    sibuk, sepi = evaluasi_kata.ujungnya(ujung, e)
    return (
        (text.KEPALA_RT, evaluasi_kata.bagian(e.aktif[0])),
        (text.KEPALA_SIBUK, sibuk),
        (text.KEPALA_LURAH, evaluasi_kata.bagian(e.lurah[0])),
        (text.KEPALA_SEPI, sepi),
    )


def contoh(con: Connection) -> bytes:
    """Return F6 of all reports of the city."""
    return cetak(con, "kota", rentang.SEMUA, kertas="F4", sekarang=_SAAT)
