"""The paper list typed after the event: the numbers of those who signed, per kelurahan, nothing double."""

from __future__ import annotations

import re
import sqlite3

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Done, Store

from . import hadir_ops, text_hadir
from .hadir_model import Baris, HasilBanyak
from .hadir_queries import Lingkup, daftar
from .tanda import HADIR, LEMBAR

_BAGIAN = re.compile(r"([0-9]{1,6})(?:(?:-|\u2013|sd|sampai)([0-9]{1,6}))?")
_SPASI = re.compile(r"\s*(-|\u2013|s\.?\s*d\.?|sampai)\s*", re.IGNORECASE)


def baca_nomor(teks: str, akhir: int) -> tuple[int, ...]:
    """Return the numbers of a typed list (``1-15, 18``; also ``1 s.d. 15``), each once and in order.

    Raises InputSalah('nomor') for what is no number, a range from high to low, or a number beyond ``akhir``.
    """
    rapi = _SPASI.sub(lambda m: "-" if m[1] in "-\u2013" else "sd", teks.strip())
    hasil: set[int] = set()
    for bagian in filter(None, re.split(r"[,;\s]+", rapi)):
        cocok = _BAGIAN.fullmatch(bagian)
        if cocok is None:
            raise InputSalah("nomor", text_hadir.NOMOR_SALAH.format(bagian=bagian))
        awal, sampai = int(cocok[1]), int(cocok[2] or cocok[1])
        if sampai < awal:
            raise InputSalah("nomor", text_hadir.NOMOR_TERBALIK.format(bagian=bagian))
        luar = next((no for no in (awal, sampai) if not 1 <= no <= akhir), 0)
        if luar or not awal:
            raise InputSalah("nomor", text_hadir.NOMOR_LUAR.format(no=luar, akhir=akhir))
        hasil.update(range(awal, sampai + 1))
    return tuple(sorted(hasil))


def pilih_nomor(
    con: sqlite3.Connection, sesi_id: str, nomor: str, *, lingkup: Lingkup, kecuali: bool = False
) -> list[Baris]:
    """Return the lines of the list of ``lingkup`` with these numbers, or all invited but these.

    Raises InputSalah('nomor') as :func:`baca_nomor`, and where none is named and not all but none are meant.
    """
    semua = daftar(con, sesi_id, lingkup=lingkup)
    dipilih = set(baca_nomor(nomor, len(semua)))
    if not dipilih and not kecuali:
        raise InputSalah("nomor", text_hadir.NOMOR_KOSONG)
    if kecuali:
        return [b for b in semua if b.no not in dipilih and b.orang.diundang]
    return [b for b in semua if b.no in dipilih]


def catat_lembar(
    store: Store, sesi_id: str, nomor: str, *, lingkup: Lingkup, kecuali: bool = False, tanda: str = HADIR,
    pintu: str = "",
) -> Done[HasilBanyak]:  # fmt: skip
    """Record the lines with these numbers, or all invited but these, from the signed paper list.

    Who has the same mark already is left as he is; who has another one is passed over and told. Raises InputSalah as
    :func:`pilih_nomor` and :func:`hadir_ops.catat`.
    """
    baris = pilih_nomor(store.reader(), sesi_id, nomor, lingkup=lingkup, kecuali=kecuali)
    ids = [b.orang.jabatan_id for b in baris]
    return hadir_ops.catat_banyak(store, sesi_id, ids, tanda, pintu=pintu, cara=LEMBAR)
