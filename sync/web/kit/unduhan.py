"""Files that pages give away: papers as PDF, tables as .xlsx, under plain names."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

from starlette.responses import Response

from .kunjungan import Kunjungan

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table

_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def nama_berkas(*bagian: str) -> str:
    """Return words as the name of a file: small letters, digits and dashes."""
    rata = unicodedata.normalize("NFKD", " ".join(bagian)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", rata).strip("-")


def pdf(k: Kunjungan, isi: bytes, *nama: str) -> Response:
    """Give a paper away."""
    return k.unduh(isi, f"{nama_berkas(*nama)}.pdf", _PDF)


def xlsx(k: Kunjungan, tabel: Table, *nama: str) -> Response:
    """Give a table away."""
    from sipokat_desktop.exporting import workbook

    berkas = BytesIO()
    workbook.write(berkas, tabel)
    return xlsx_jadi(k, berkas.getvalue(), *nama)


def xlsx_jadi(k: Kunjungan, isi: bytes, *nama: str) -> Response:
    """Give a sheet away that is written already."""
    return k.unduh(isi, f"{nama_berkas(*nama)}.xlsx", _XLSX)
