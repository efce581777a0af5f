"""How people name a row of module laporan, and its stored codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection

from . import text


def jenis(kode: str) -> str:
    """Return the words of a kind of activity, whichever field it belongs to."""
    return next((isi[kode] for isi in text.JENIS.values() if kode in isi), text.JENIS_LAIN)


KATA: Mapping[str, Callable[[str], str]] = {
    "bidang": lambda kode: text.BIDANG.get(kode, kode),
    "jenis": jenis,
    "kategori": lambda kode: text.KATEGORI.get(kode, kode),
    "putusan": lambda kode: text.PUTUSAN.get(kode, kode),
    "asal": lambda kode: text.ASAL.get(kode, kode),
}
"""What says a stored code in words."""


def laporan(_con: Connection, _id: str) -> str:
    """Return what people call a report."""
    return ""


def foto(_con: Connection, _id: str) -> str:
    """Return what people call a photo of a report."""
    return ""


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {"laporan_kegiatan": laporan, "laporan_foto": foto}
"""What names a row of each table."""
