"""The papers of module bimtek: F10, F12, F14 and F15 (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sipokat_desktop.printing import attendance, invitation, letter
from sipokat_desktop.printing.attendance import DaftarHadir
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection

from . import hadir_cetak, laporan_cetak, notulen_cetak, queries, undangan_cetak
from . import text_cetak as kata
from .model import Lingkup

Maju = Callable[[int, int], None]
"""Told how many of how many are drawn; may raise to cancel."""


def daftar_hadir(
    con: Connection, sesi_id: str, *, lingkup: Lingkup, kertas: str, sekarang: int, kosong: bool = True
) -> bytes:
    """Return F10 of a session as a PDF: with room to sign, or with the marks that hold (not ``kosong``).

    ``lingkup`` says whose people: "" or ``kota`` for all. Raises InputSalah when the session is gone.
    """
    isi = hadir_cetak.susun(con, sesi_id, lingkup=lingkup, sekarang=sekarang, kosong=kosong)
    return attendance.gambar(isi, Kertas[kertas])


def undangan(
    con: Connection, kegiatan_id: str, *, lingkup: Lingkup, kertas: str, sekarang: int, dua: bool = False,
    jabatan: Collection[str] = (), maju: Maju | None = None,
) -> bytes:  # fmt: skip
    """Return F12 as one PDF: the invitations by kecamatan, kelurahan and RT, behind a sheet for each kelurahan.

    ``dua`` puts two on a page; with ``jabatan`` (ids) only these, without the sheets. ``maju`` is told after each one.
    Raises InputSalah when the event is gone, nobody is invited in ``lingkup``, or the letter is too long.
    """
    surat, bundel = undangan_cetak.susun(con, kegiatan_id, lingkup=lingkup, sekarang=sekarang, jabatan=jabatan)
    return invitation.gambar(surat, bundel, Kertas[kertas], dua=dua, maju=maju)


def notulen(con: Connection, sesi_id: str, *, kertas: str, sekarang: int) -> bytes:
    """Return F14 of a session as a PDF; InputSalah when the session is gone."""
    return letter.gambar(notulen_cetak.susun(con, sesi_id, sekarang=sekarang), Kertas[kertas])


def laporan(con: Connection, kegiatan_id: str, *, kertas: str, sekarang: int) -> bytes:
    """Return F15 of an event as a PDF; InputSalah when the event is gone."""
    return letter.gambar(laporan_cetak.susun(con, kegiatan_id, sekarang=sekarang), Kertas[kertas])


def nama_berkas(con: Connection, apa: str, id: str) -> str:
    """Return the file name to propose for a paper (``hadir``, ``undangan``, ``notulen``, ``laporan``) of a session or
    an event."""
    sesi = queries.satu_sesi(con, id) if apa in ("hadir", "notulen") else None
    k = queries.satu_kegiatan(con, sesi.kegiatan_id if sesi else id)
    hari = sesi.tanggal if sesi else k.mulai
    bersih = "".join(huruf if huruf.isalnum() else "-" for huruf in k.nama.casefold())
    return "-".join(filter(None, (kata.BERKAS[apa], *bersih.split("-"), hari))) + ".pdf"


def _contoh(con: Connection, apa: str) -> bytes:
    """Return a paper of the newest event there is, else an empty list."""
    for k in queries.kegiatan(con):
        sesi = queries.sesi(con, k.kegiatan_id)
        if not (sesi and k.diundang):
            continue
        match apa:
            case "hadir":
                return daftar_hadir(con, sesi[0].sesi_id, lingkup="", kertas="F4", sekarang=0)
            case "undangan":
                return undangan(con, k.kegiatan_id, lingkup="", kertas="F4", sekarang=0)
            case "notulen":
                return notulen(con, sesi[0].sesi_id, kertas="F4", sekarang=0)
            case _:
                return laporan(con, k.kegiatan_id, kertas="F4", sekarang=0)
    judul = (kata.DOKUMEN[apa].upper(),)
    kosong = DaftarHadir(judul, (), (), (kata.BELUM_ADA,), (), "", Kaki(judul[0], "-"), None, attendance.kolom())
    return attendance.gambar(kosong, Kertas.F4)


DOCUMENTS = (
    Document("daftar-hadir-bimtek", kata.DOKUMEN["hadir"], lambda con: _contoh(con, "hadir")),
    Document("undangan-bimtek", kata.DOKUMEN["undangan"], lambda con: _contoh(con, "undangan")),
    Document("notulen-bimtek", kata.DOKUMEN["notulen"], lambda con: _contoh(con, "notulen")),
    Document("laporan-bimtek", kata.DOKUMEN["laporan"], lambda con: _contoh(con, "laporan")),
)
