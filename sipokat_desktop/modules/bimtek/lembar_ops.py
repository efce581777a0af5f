"""The paper list typed after the event: the numbers of those who signed, per kelurahan, nothing double."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store

from . import hadir_ops, text_hadir
from .hadir_model import Baris, HasilBanyak
from .hadir_queries import Lingkup, daftar
from .tanda import HADIR, LEMBAR

PANJANG_KODE = 4
"""So many letters and digits has the code of a printed list."""
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


def kode_daftar(sesi_id: str, semua: Sequence[Baris]) -> str:
    """Return the code of a list, which F10 has in its foot: it follows from which number stands for which invited post,
    so that a list that numbers otherwise has another one."""
    nomor = [f"{b.no}:{b.orang.jabatan_id}" for b in semua if b.orang.diundang]
    return ids.short_code("|".join([sesi_id, *nomor]), PANJANG_KODE)


def pilih_nomor(
    con: sqlite.Connection, sesi_id: str, nomor: str, *, lingkup: Lingkup, kode: str, kecuali: bool = False
) -> list[Baris]:
    """Return the invited of the list of ``lingkup`` with these numbers, or all but these; ``kode`` is that of the
    printed list.

    Raises InputSalah('kode') where today's list is another than the printed one, InputSalah('nomor') as
    :func:`baca_nomor`, and where none is named and not all but none are meant.
    """
    semua = [b for b in daftar(con, sesi_id, lingkup=lingkup) if b.orang.diundang]
    _periksa_kode(kode, kode_daftar(sesi_id, semua))
    dipilih = set(baca_nomor(nomor, len(semua)))
    if not dipilih and not kecuali:
        raise InputSalah("nomor", text_hadir.NOMOR_KOSONG)
    return [b for b in semua if (b.no in dipilih) is not kecuali]


def _periksa_kode(ketik: str, kini: str) -> None:
    kode = "".join(filter(str.isalnum, ketik)).upper()
    if not kode:
        raise InputSalah("kode", text_hadir.KODE_DAFTAR_KOSONG)
    if kode != kini:
        raise InputSalah("kode", text_hadir.KODE_DAFTAR_LAIN)


def catat_lembar(
    store: Store, sesi_id: str, nomor: str, *, lingkup: Lingkup, kode: str, kecuali: bool = False, tanda: str = HADIR,
    pintu: str = "",
) -> Done[HasilBanyak]:  # fmt: skip
    """Record the lines with these numbers, or all invited but these, from the signed paper list with this code.

    Who has the same mark already is left as he is; who has another one is passed over and told. Raises InputSalah as
    :func:`pilih_nomor` and :func:`hadir_ops.catat`.
    """
    baris = pilih_nomor(store.reader(), sesi_id, nomor, lingkup=lingkup, kode=kode, kecuali=kecuali)
    posts = [b.orang.jabatan_id for b in baris]
    return hadir_ops.catat_banyak(store, sesi_id, posts, tanda, pintu=pintu, cara=LEMBAR)
