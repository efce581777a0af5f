"""Rules of registered goods, without a store: IMEI, serial and other numbers, days, condition (DOMAIN §4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import Peringatan, hp, teks

from . import text

PANJANG_IMEI = 15
_KELOMPOK = ((0, 2), (2, 8), (8, 14), (14, 15))
"""The groups in which boxes and phones show an IMEI: reporting body, model, serial number, check digit."""
_HIASAN = str.maketrans("", "", " -./:\u00a0\t")
TAHUN_PERTAMA = 1990
_TEKS = {"barang": 60, "merek": 60, "tipe": 60, "kode_barang": 40, "kelengkapan": 200, "sumber": 100, "catatan": 500}


def imei(isian: str, field: str = "imei1") -> str | None:
    """Return an IMEI as 15 digits, None when empty; blanks, dashes and a leading ' are fine (3GPP TS 23.003).

    Raises InputSalah with the sentence of :func:`kata_imei`.
    """
    salah = kata_imei(isian)
    if salah:
        raise InputSalah(field, salah)
    return rapikan_imei(isian) or None


def rapikan_imei(isian: str) -> str:
    """Return what was typed without what people put between the digits."""
    return isian.strip().lstrip("'’").translate(_HIASAN)


def kata_imei(isian: str) -> str:
    """Say why an IMEI is wrong and where to look again, "" when it is right or empty."""
    angka = rapikan_imei(isian)
    if not angka:
        return ""
    if not (angka.isascii() and angka.isdigit()):
        return text.IMEI_HURUF
    if len(angka) == PANJANG_IMEI + 1:
        return text.IMEI_16
    if len(angka) != PANJANG_IMEI:
        return text.IMEI_PANJANG.format(n=len(angka))
    if len(set(angka)) == 1:
        return text.IMEI_SAMA
    return "" if luhn(angka) else _salah_satu_angka(angka)


def luhn(angka: str) -> bool:
    """Tell whether the last digit is the check digit of those before (ISO/IEC 7812-1, annex B)."""
    jumlah = 0
    for ke, satu in enumerate(reversed(angka)):
        n = int(satu) * (2 if ke % 2 else 1)
        jumlah += n - 9 if n > 9 else n
    return jumlah % 10 == 0


def tampil_imei(angka: str | None) -> str:
    """Return an IMEI in the groups of the box: ``35 209900 176148 1``."""
    if not angka or len(angka) != PANJANG_IMEI:
        return angka or ""
    return " ".join(angka[dari:sampai] for dari, sampai in _KELOMPOK)


def _salah_satu_angka(angka: str) -> str:
    """Name two neighbours that may have changed places; of one wrong digit all groups have to be looked at again."""
    tukar = [ke for ke in range(PANJANG_IMEI - 1) if luhn(_tertukar(angka, ke))]
    if len(tukar) == 1:
        ke = tukar[0]
        dari, sampai = next((d, s) for d, s in _KELOMPOK if d <= ke < s)
        return text.IMEI_TUKAR.format(imei=tampil_imei(angka), a=ke + 1, b=ke + 2, kelompok=angka[dari:sampai])
    kelompok = " · ".join(angka[dari:sampai] for dari, sampai in _KELOMPOK)
    return text.IMEI_LUHN.format(imei=tampil_imei(angka), kelompok=kelompok)


def _tertukar(angka: str, ke: int) -> str:
    if angka[ke] == angka[ke + 1]:
        return "1" * PANJANG_IMEI
    return angka[:ke] + angka[ke + 1] + angka[ke] + angka[ke + 2 :]


def seri(isian: str, field: str = "seri") -> str | None:
    """Return a serial number in capitals without blanks, None when empty."""
    bersih = teks(isian.strip().lstrip("'’"), field, panjang=60)
    return "".join(bersih.split()).upper() if bersih else None


def sim(isian: str, field: str = "sim") -> str | None:
    """Return the number of a SIM card as ``08…``, None when empty."""
    try:
        return hp(isian, field)
    except InputSalah as exc:
        raise InputSalah(field, text.SIM_SALAH) from exc


def nup(isian: str, field: str = "nup") -> str | None:
    """Return a NUP (the running number of a unit in the asset register) without leading zeros, None when empty."""
    bersih = isian.strip()
    if not bersih:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", bersih):
        raise InputSalah(field, text.NUP_SALAH)
    return bersih.lstrip("0") or "0"


def tahun(isian: str, hari: date, field: str = "tahun") -> int | None:
    """Return the year in which a unit was bought, None when empty."""
    bersih = isian.strip()
    if not bersih:
        return None
    if not re.fullmatch(r"[12][0-9]{3}", bersih) or int(bersih) < TAHUN_PERTAMA:
        raise InputSalah(field, text.TAHUN_SALAH)
    if int(bersih) > hari.year:
        raise InputSalah(field, text.TAHUN_NANTI.format(tahun=bersih))
    return int(bersih)


def pilihan(isian: str, isi: str, field: str = "") -> str | None:
    """Return the code of a choice of the list ``isi``, by code or by words; None when empty."""
    nilai = isian.strip().casefold()
    if not nilai:
        return None
    for kode, kata in text.KODE[isi].items():
        if nilai in (kode, kode.replace("_", " "), kata.casefold()):
            return kode
    raise InputSalah(field or isi, text.PILIHAN_SALAH.format(pilihan=", ".join(text.KODE[isi].values())))


def hari(isian: str, kini: date, field: str = "tanggal", *, bawaan: bool = True) -> str | None:
    """Return a day that is not to come as ISO; empty is today, or None where ``bawaan`` is False."""
    if not isian.strip():
        return kini.isoformat() if bawaan else None
    nilai = tanggal.baca(isian, field)
    if nilai > kini:
        raise InputSalah(field, text.TANGGAL_NANTI.format(tanggal=tanggal.panjang(nilai)))
    return nilai.isoformat()


def bersihkan(isian: Mapping[str, str], kini: date) -> Fields:
    """Turn what was typed of a unit into stored values; raise InputSalah for the first wrong one."""
    fields = {field: _satu(field, nilai, kini) for field, nilai in isian.items()}
    if fields.get("imei1") and fields.get("imei1") == fields.get("imei2"):
        raise InputSalah("imei2", text.IMEI_KEMBAR)
    return fields


def _satu(field: str, nilai: str, kini: date) -> Value:
    baca = _BACA.get(field)
    if baca:
        return baca(nilai, field)
    match field:
        case "kondisi":
            return pilihan(nilai, "kondisi", field)
        case "garansi_sampai":
            return tanggal.baca(nilai, field).isoformat() if nilai.strip() else None
        case "tahun":
            return tahun(nilai, kini)
        case "harga":
            return rupiah.baca(nilai, field) if nilai.strip() else None
        case _:
            return teks(nilai, field, panjang=_TEKS.get(field, 200))


_BACA: Mapping[str, Callable[[str, str], str | None]] = {
    "imei1": imei,
    "imei2": imei,
    "seri": seri,
    "sim": sim,
    "nup": nup,
}


def peringatan(fields: Mapping[str, Value]) -> list[Peringatan]:
    """Return the doubts about a unit with these values; it can be saved as it is."""
    return [*_ragu(fields)]


def _ragu(fields: Mapping[str, Value]) -> Iterator[Peringatan]:
    if not any(fields.get(field) for field in ("imei1", "imei2", "seri", "nup")):
        yield Peringatan("imei1", text.BARANG_TANPA_PENGENAL)
    sampai, beli = fields.get("garansi_sampai"), fields.get("tahun")
    if sampai and beli and str(sampai)[:4] < str(beli):
        yield Peringatan("garansi_sampai", text.GARANSI_LAMA)
