"""Tax on a line (PPh 21): the schemes, and the golongan as people write it."""

from __future__ import annotations

import re
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah

from . import text_susun as text
from .model import Komponen

BRUTO, SEPARUH = 500, 250
"""Ten-thousandths: 5 %, and 5 % of half."""
PER_GOLONGAN = (0, 0, 0, 500, 1500)
"""Ten-thousandths for golongan 0 (no ASN) to IV (PP 80/2010)."""
_ANGKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_POLA = re.compile(r"(?<![a-z0-9])(iv|i{1,3}|[1-4])(?:\s*[/.\-]?\s*([a-e]))?(?![a-z0-9])")
_BUKAN = re.compile(r"-+|non\b.*|bukan\b.*|tidak\b.*|swasta|wiraswasta")


class Potongan(NamedTuple):
    """The tax of a line in rupiah, its rate in ten-thousandths, the arithmetic in words ("" where nothing is taken),
    and whether everything needed was known."""

    pph: int
    basis_poin: int
    kata: str
    tahu: bool = True


def golongan(teks: str | None) -> int | None:
    """Read ``III/b``, ``3b``, ``IVa``, ``Penata Tk. I (III/d)`` as 1–4; 0 where it says that there is none.

    None for an empty text and for what has no meaning here, such as the golongan of PPPK (I–XVII, other rules).
    """
    bersih = " ".join((teks or "").casefold().split())
    if _BUKAN.fullmatch(bersih):
        return 0
    if not bersih or "pppk" in bersih or "p3k" in bersih:
        return None
    semua = _POLA.findall(bersih)
    dengan_ruang = {_ANGKA[angka] for angka, ruang in semua if ruang}
    pilih = dengan_ruang or {_ANGKA[angka] for angka, _ in semua}
    return pilih.pop() if len(pilih) == 1 else None


def skema_efektif(komponen: Komponen) -> str:
    """Return the scheme (key of text.SKEMA), derived from ``pajak`` where none is named."""
    if komponen.skema:
        return komponen.skema
    return {0: "tidak", BRUTO: "bruto", SEPARUH: "separuh"}.get(komponen.pajak, "persen")


def potongan(bruto: int, komponen: Komponen, teks_golongan: str | None = None) -> Potongan:
    """Return the tax on a line's gross rupiah, rounded down to the rupiah once per line (DOMAIN §3).

    Under the scheme ``golongan`` 0 is taken from whoever is no ASN, and from whoever's golongan is not known:
    then ``tahu`` is False and the list says so.
    """
    match skema_efektif(komponen):
        case "tidak":
            return Potongan(0, 0, "")
        case "bruto":
            return _biasa(bruto, BRUTO, text.PPH)
        case "separuh":
            return _biasa(bruto, SEPARUH, text.PPH_SEPARUH)
        case "golongan":
            return _golongan(bruto, teks_golongan)
        case _:
            return _biasa(bruto, komponen.pajak, text.PPH)


def _biasa(bruto: int, basis_poin: int, pola: str) -> Potongan:
    pph = rupiah.potong(bruto, basis_poin)
    kata = pola.format(persen=rupiah.persen(basis_poin), bruto=rupiah.titik(bruto), pph=rupiah.titik(pph))
    return Potongan(pph, basis_poin, kata)


def _golongan(bruto: int, teks: str | None) -> Potongan:
    ke = golongan(teks)
    if ke is None:
        return Potongan(0, 0, text.PPH_TAK_TAHU, tahu=False)
    if ke == 0:
        return Potongan(0, 0, text.PPH_BUKAN_ASN)
    pola = text.PPH_GOLONGAN.replace("{golongan}", text.GOLONGAN[ke])
    return _biasa(bruto, PER_GOLONGAN[ke], pola)
