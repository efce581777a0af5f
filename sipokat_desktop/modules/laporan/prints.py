"""The papers of module laporan."""

from __future__ import annotations

from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection

from . import penilaian_cetak, text_cetak
from .bulanan import cetak as laporan_bulanan
from .bulanan import contoh

__all__ = ["DOCUMENTS", "laporan_bulanan"]


def _rakor(con: Connection) -> bytes:
    from . import MODULE, lembar_rakor, rentang

    return lembar_rakor.pdf(con, (MODULE,), _KANTOR, rentang.SEMUA, sekarang=_SAAT)


_KANTOR, _SAAT = "kota", 1_775_786_400_000
"""Whose sample sheet, and when (2026-04-10 09:00 WIB)."""

DOCUMENTS: tuple[Document, ...] = (
    Document("laporan-bulanan", text_cetak.DOKUMEN, contoh),
    Document("rekap-penilaian", "Rekap penilaian", penilaian_cetak.contoh),
    Document("lembar-rakor", "Lembar rakor", _rakor),
)
