"""The letterhead and the head of any office that prints: a kelurahan, a kecamatan, the city's Bagian (DOMAIN §8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.printing.model import Kop, Penanda
from sipokat_desktop.storage.sqlite import Connection

from . import berita, queries, text
from . import text_bast as kata
from .logo import logo
from .peran import peran_kepala


@dataclass(frozen=True, slots=True)
class Pihak:
    """Somebody who signs: an official with NIP, or a ketua RT (``ber_nip`` False)."""

    nama: str
    jabatan: str
    alamat: str = ""
    pangkat: str = ""
    nip: str = ""
    ber_nip: bool = False

    def penanda(self, sebutan: str = "") -> Penanda:
        """Return the party as a signer under the words ``sebutan``."""
        return Penanda(
            tuple(filter(None, (sebutan, self.jabatan))), self.nama, self.pangkat, self.nip, ber_nip=self.ber_nip
        )


def kop(con: Connection, lingkup: str) -> Kop:
    """Return the letterhead of the office of a scope: a kelurahan code, ``kec:…`` or ``kota``."""
    if wilayah.adalah_kota(lingkup):
        return Kop(text.KOP_KOTA, queries.alamat_kantor(con, lingkup), logo(con, lingkup))
    if wilayah.adalah_kecamatan(lingkup):
        baris = (text.KOP[0], text.KOP[1].format(nama=wilayah.nama(lingkup).upper()))
        return Kop(baris, queries.alamat_kantor(con, lingkup), logo(con, lingkup))
    return berita.kop(con, lingkup, queries.nama_kelurahan(con, lingkup))


def kepala(con: Connection, lingkup: str, hari: date) -> Pihak:
    """Return the lurah, the camat or the head of the Bagian on a day; the name is empty where it is not known."""
    orang = queries.pejabat(con, lingkup=lingkup, peran=peran_kepala(lingkup), hari=hari)
    jabatan = sebutan_kepala(con, lingkup)
    if orang is None:
        return Pihak("", jabatan, ber_nip=True)
    return Pihak(orang.nama, orang.sebutan or jabatan, pangkat=orang.pangkat, nip=orang.nip, ber_nip=True)


def penanda_kepala(con: Connection, lingkup: str, hari: date, di_atas: str = kata.MENGETAHUI) -> Penanda:
    """Return the head of the office as a signer under the words ``di_atas``, dots where nobody is recorded."""
    return kepala(con, lingkup, hari).penanda(di_atas)


def sebutan_kepala(con: Connection, lingkup: str) -> str:
    """Return what the head of an office is called: *Lurah …*, *Camat …*, *Kepala Bagian Tata Pemerintahan*."""
    if wilayah.adalah_kota(lingkup):
        return text.PERAN_KOTA[peran_kepala(lingkup)]
    if wilayah.adalah_kecamatan(lingkup):
        return kata.CAMAT.format(nama=wilayah.nama(lingkup))
    return kata.LURAH.format(nama=queries.nama_kelurahan(con, lingkup))


def tempat(con: Connection, lingkup: str) -> str:
    """Return the building that an office is in, as a sentence names it: *Kantor Lurah …*."""
    if wilayah.adalah_kota(lingkup):
        return kata.DI_KOTA
    if wilayah.adalah_kecamatan(lingkup):
        return kata.DI_KECAMATAN.format(nama=wilayah.nama(lingkup))
    return kata.DI_KELURAHAN.format(nama=queries.nama_kelurahan(con, lingkup))


def judul(con: Connection, lingkup: str) -> str:
    """Return whose paper it is, as the line of a title says it: *KELURAHAN … KECAMATAN …*."""
    if wilayah.adalah_kota(lingkup):
        return wilayah.nama(lingkup).upper()
    if wilayah.adalah_kecamatan(lingkup):
        return kata.JUDUL_KECAMATAN.format(nama=wilayah.nama(lingkup).upper())
    kelurahan, kecamatan = queries.nama_kelurahan(con, lingkup), wilayah.nama_kecamatan(lingkup)
    return kata.JUDUL_KELURAHAN.format(kelurahan=kelurahan.upper(), kecamatan=kecamatan.upper())
