"""What the papers of this module share: signers of the day, the place, the head pairs and the foot."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import text_cetak as text
from . import text_siklus
from .daftar import Daftar


def penanda(con: Connection, lingkup: str, peran: str, hari: date, *, di_atas: str = "") -> Penanda:
    """Return who signs as ``peran`` on a day, under the line ``di_atas``; dots where nobody is recorded."""
    sebutan = text.PENANDA[peran].format(
        kelurahan=rt.nama_kelurahan(con, lingkup), kecamatan=wilayah.nama_kecamatan(lingkup)
    )
    orang = rt.pejabat(con, lingkup=lingkup, peran=peran, hari=hari)
    if orang is None:
        return Penanda(tuple(filter(None, (di_atas, sebutan))))
    baris = tuple(filter(None, (di_atas, orang.sebutan or sebutan)))
    return Penanda(baris, orang.nama, orang.pangkat, orang.nip)


def berlaku(d: Daftar, draf: str = "") -> None:
    """Raise InputSalah for a cancelled list, and for a draft with the sentence ``draf`` where one is given."""
    if d.keadaan == "batal":
        raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=d.nomor))
    if draf and d.keadaan != "dikunci":
        raise InputSalah("nomor", draf.format(nomor=d.nomor))


def tempat(con: Connection, lingkup: str) -> str:
    """``KELURAHAN … KECAMATAN …``, the second line of a title."""
    kelurahan, kecamatan = rt.nama_kelurahan(con, lingkup), wilayah.nama_kecamatan(lingkup)
    return text.WILAYAH.format(kelurahan=kelurahan.upper(), kecamatan=kecamatan.upper())


def tempat_tanggal(hari: date) -> str:
    """``Lubuk Linggau, 20 November 2026``."""
    return f"{text.TEMPAT}, {tanggal.panjang(hari)}"


def hari_ini(sekarang: int) -> date:
    """Return the day in WIB of a time in UTC ms."""
    return tanggal.wib(sekarang).date()


def kaki(kiri: str, sekarang: int) -> Kaki:
    """Return the foot of a paper printed at ``sekarang`` (UTC ms)."""
    return Kaki(kiri, f"{tanggal.pendek(hari_ini(sekarang))} {tanggal.jam_wib(sekarang)}")
