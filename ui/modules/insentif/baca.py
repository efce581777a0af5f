"""What people type into the forms of Insentif, read once for all of them."""

from __future__ import annotations

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import text as insentif

_SENTI = 100


def persen(teks: str, field: str) -> int:
    """Read ``2,5`` or ``2,5 %`` as ten-thousandths. Raises InputSalah outside 0 to 100, or with finer parts."""
    utuh, koma, pecahan = teks.strip().removesuffix("%").rstrip().replace(".", ",").partition(",")
    benar = utuh.isascii() and utuh.isdigit() and len(pecahan) <= 2 and (not koma or pecahan.isdigit())
    hasil = int(utuh) * _SENTI + int(pecahan.ljust(2, "0")) if benar else -1
    if not 0 <= hasil <= rupiah.SERATUS_PERSEN:
        raise InputSalah(field, insentif.PERSEN_SALAH)
    return hasil
