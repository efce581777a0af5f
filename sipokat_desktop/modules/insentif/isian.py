"""Reading what a form or a command line gives for what is laid down."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import komponen as ketetapan
from . import text, text_susun
from .model import Komponen

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields
    from sipokat_desktop.storage.tx import Tx

_BULAN = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def teks(nilai: str) -> str | None:
    """Return the text without needless spaces, None when it is empty."""
    return " ".join(nilai.split()) or None


def pilih(nilai: str, pilihan: Collection[str], field: str) -> str:
    """Return one of ``pilihan``; raise InputSalah otherwise."""
    if nilai not in pilihan:
        raise InputSalah(field, text_susun.PILIHAN_SALAH.format(pilihan=", ".join(pilihan)))
    return nilai


def baca_persen(nilai: str, field: str = "pajak") -> int:
    """Read ``5`` or ``2,5`` percent as ten-thousandths; raise InputSalah outside 0–100."""
    cocok = re.fullmatch(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*%?", nilai.strip())
    hasil = int(cocok[1]) * 100 + int((cocok[2] or "").ljust(2, "0")) if cocok else -1
    if not 0 <= hasil <= 10_000:
        raise InputSalah(field, text.PERSEN_SALAH)
    return hasil


def bulan(nilai: str, field: str) -> str:
    """Read one month ``YYYY-MM``; raise InputSalah otherwise."""
    if not _BULAN.fullmatch(nilai.strip()):
        raise InputSalah(field, text_susun.BULAN_MULAI)
    return nilai.strip()


def rentang(mulai: str, sampai: str) -> tuple[str, str | None]:
    """Read a first and a last month (None: open); raise InputSalah for ``mulai`` or ``sampai``."""
    awal = bulan(mulai, "mulai")
    if not sampai.strip():
        return awal, None
    akhir = bulan(sampai, "sampai")
    if akhir < awal:
        raise InputSalah("sampai", text_susun.SAMPAI_AWAL)
    return awal, akhir


def cari_komponen(con: sqlite.Connection, lingkup: str, komponen_id: str) -> Komponen:
    """Return a component by id; raise InputSalah when it is not here."""
    for k in ketetapan.komponen(con, lingkup=lingkup):
        if k.komponen_id == komponen_id:
            return k
    raise InputSalah("komponen", text_susun.KOMPONEN_HILANG)


def simpan(tx: Tx, tabel: str, row_id: str, lingkup: str, isi: Fields) -> None:
    """Add the row, or change what differs."""
    if tx.has(tabel, row_id):
        tx.update(tabel, row_id, isi)
    else:
        tx.insert(tabel, isi, scope=lingkup, row_id=row_id)


def sebelum(nilai: str) -> str:
    """Return the month before."""
    return periode_.geser(nilai, -1)
