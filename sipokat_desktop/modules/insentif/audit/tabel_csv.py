"""A table as CSV whose rows are chained: the hash of each row includes that of the row before it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from hashlib import sha256
from io import StringIO
from typing import NamedTuple

from sipokat_desktop.exporting.separated import BOM, SEPARATOR, harmless

AKHIR = "\r\n"
KOLOM_SIDIK = "sidik_baris"
Sel = str | int | None


class Csv(NamedTuple):
    """A finished file: its name, its bytes, how many rows it holds, and the hash that its chain ends with."""

    nama: str
    isi: bytes
    baris: int
    ujung: str


def awal(nama: str, kepala: str) -> str:
    """Return the hash that the chain begins with: SHA-256 over the file's name, a line feed and its head line."""
    return _sha(f"{nama}\n{kepala}")


def sambung(sebelum: str, baris: str) -> str:
    """Return the hash of a row: SHA-256 over the former hash, a line feed and the row without its last cell."""
    return _sha(f"{sebelum}\n{baris}")


def _sha(teks: str) -> str:
    return sha256(teks.encode()).hexdigest()


def buat(nama: str, kolom: Sequence[str], rows: Sequence[Sequence[Sel]]) -> Csv:
    """Write ``rows`` under ``kolom``: UTF-8 with BOM, semicolons, each row numbered from 1 and chained."""
    kepala = _baris(("no", *kolom))
    sidik = awal(nama, kepala)
    baris = [f"{kepala}{SEPARATOR}{KOLOM_SIDIK}"]
    for ke, satu in enumerate(rows, 1):
        teks = _baris((ke, *satu))
        sidik = sambung(sidik, teks)
        baris.append(f"{teks}{SEPARATOR}{sidik}")
    isi = BOM + AKHIR.join(baris) + AKHIR
    return Csv(nama, isi.encode(), len(rows), sidik)


def _baris(sel: Sequence[Sel]) -> str:
    tulisan = StringIO()
    csv.writer(tulisan, delimiter=SEPARATOR, lineterminator="").writerow([_teks(satu) for satu in sel])
    return tulisan.getvalue()


def _teks(nilai: Sel) -> str:
    if nilai is None:
        return ""
    return str(nilai) if isinstance(nilai, int) else harmless(nilai)
