"""Rules of the roster, without a store: what may be written into a post, a person, a term (DOMAIN §2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import nik, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.values import NamedTuple

from . import text

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields, Value

_DATES = {"tanggal_lahir": True, "sk_tanggal": False, "tmt": False, "akhir_sk": False, "akhir_nyata": False}
_CHOICES: dict[str, Mapping[str, str]] = {
    "kelamin": text.KELAMIN,
    "jenis": text.JENIS,
    "cara": text.CARA,
    "sk_penerbit": text.PENERBIT,
    "alasan_akhir": text.ALASAN_AKHIR,
}
_COUNTS = ("jumlah_kk", "jiwa_l", "jiwa_p")
UMUR_PALING_TUA = 110
UMUR_MENJABAT = 17
MASA_PALING_LAMA = 10
"""Years: the oldest living person that is believed, the age of consent of a head, the longest usual term."""

_RT = r"(?i)(?:(?:ketua )?rt[ .:-]{0,3})?0*([1-9][0-9]{0,2})"
_JUMLAH = r"[0-9]{1,6}|[0-9]{1,3}\.[0-9]{3}"


class Peringatan(NamedTuple):
    """A doubt about a saved value: ``field`` names the input that mends it; it never blocks."""

    field: str
    kalimat: str


def nomor_rt(isian: str, field: str = "nomor") -> str:
    """Return an RT number as two digits or more (``3``, ``RT. 03`` and ``003`` are all ``03``)."""
    cocok = re.fullmatch(_RT, " ".join(isian.split()))
    if not cocok:
        raise InputSalah(field, text.RT_SALAH)
    return cocok[1].zfill(2)


def teks(isian: str, field: str, panjang: int = 500) -> str | None:
    """Return one clean line in NFC, None when empty; refuse control and direction characters."""
    import unicodedata

    bersih = " ".join(unicodedata.normalize("NFC", isian).split())
    if len(bersih) > panjang:
        raise InputSalah(field, text.TEKS_PANJANG)
    if any(unicodedata.category(ch) in ("Cc", "Cf", "Co", "Cs") for ch in bersih):
        raise InputSalah(field, text.TEKS_ANEH)
    return bersih or None


def hp(isian: str, field: str = "hp") -> str | None:
    """Return a phone number as ``08…``; +62, missing 0, dashes and blanks are understood."""
    angka = "".join(ch for ch in isian if ch in "0123456789")
    if any(ch.isalnum() and ch not in angka for ch in isian):
        raise InputSalah(field, text.HP_SALAH)
    if not angka:
        return None
    lokal = "0" + angka.removeprefix("62").lstrip("0")
    if not 9 <= len(lokal) <= 14:
        raise InputSalah(field, text.HP_SALAH)
    return lokal


def jumlah(isian: str, field: str) -> int | None:
    """Return a count of people or households, None when empty."""
    angka = isian.strip()
    if not angka:
        return None
    if not re.fullmatch(_JUMLAH, angka):
        raise InputSalah(field, text.JUMLAH_SALAH)
    return int(angka.replace(".", ""))


def _pilihan(isian: str, field: str) -> str | None:
    nilai = isian.strip()
    if not nilai:
        return None
    for kode, label in _CHOICES[field].items():
        if nilai.casefold() in (kode.casefold(), label.casefold()):
            return kode
    raise InputSalah(field, text.PILIHAN_SALAH.format(pilihan=", ".join(_CHOICES[field].values())))


def bersihkan(isian: Mapping[str, str], hari_ini: date) -> Fields:
    """Turn what was typed into stored values, field by field; raise InputSalah for the first wrong one."""
    return {field: _satu(field, nilai, hari_ini) for field, nilai in isian.items()}


def _satu(field: str, nilai: str, hari_ini: date) -> str | int | None:
    if field == "nomor":
        return nomor_rt(nilai)
    if field == "nik":
        return nik.baca(nilai)
    if field == "hp":
        return hp(nilai)
    if field == "nama":
        return _nama(nilai)
    if field in _COUNTS:
        return jumlah(nilai, field)
    if field in _CHOICES:
        return _pilihan(nilai, field)
    if field in _DATES:
        return _tanggal(nilai, field, hari_ini)
    return teks(nilai, field)


def _nama(nilai: str) -> str:
    nama = teks(nilai, "nama", panjang=100)
    if not nama:
        raise InputSalah("nama", text.NAMA_KOSONG)
    return nama


def _tanggal(nilai: str, field: str, hari_ini: date) -> str | None:
    if not nilai.strip():
        return None
    hari = tanggal.baca(nilai, field, abad_lahir=_DATES[field], hari_ini=hari_ini)
    if _DATES[field]:
        _lahir_mungkin(hari, field, hari_ini)
    return hari.isoformat()


def _lahir_mungkin(lahir: date, field: str, hari_ini: date) -> None:
    if lahir > hari_ini:
        raise InputSalah(field, text.LAHIR_NANTI)
    if tahun_antara(lahir, hari_ini) > UMUR_PALING_TUA:
        raise InputSalah(field, text.LAHIR_TERLALU_LAMA.format(tahun=lahir.year))


def periksa_masa(masa: Fields) -> None:
    """Raise InputSalah when a term ends before its TMT."""
    tmt = masa.get("tmt")
    for field in ("akhir_sk", "akhir_nyata"):
        akhir = masa.get(field)
        if tmt and akhir and str(akhir) < str(tmt):
            hari = tanggal.panjang(date.fromisoformat(str(tmt)))
            raise InputSalah(field, text.AKHIR_SEBELUM_TMT.format(tmt=hari))


def tahun_antara(awal: date, akhir: date) -> int:
    """Return the full years from one day to another (an age)."""
    return akhir.year - awal.year - ((akhir.month, akhir.day) < (awal.month, awal.day))


def bertumpuk(satu: tuple[str | None, str | None], dua: tuple[str | None, str | None]) -> bool:
    """Tell whether two terms (first day, last day; ISO, None: open) share a day: a post has one head."""
    return (not satu[1] or not dua[0] or dua[0] <= satu[1]) and (not dua[1] or not satu[0] or satu[0] <= dua[1])


def peringatan(isian: Mapping[str, Value], hari: date) -> list[Peringatan]:
    """Return the doubts about the stored values of a post, its head and the term; all may stay as they are.

    DOMAIN §2: an odd NIK is saved with a warning, expiry warns, a double office (rangkap jabatan) is not allowed.
    """
    if not isian.get("nama"):
        return []
    return [*_ragu_orang(isian, hari), *_ragu_masa(isian, hari), *_ragu_rt(isian)]


def _hari(isian: Mapping[str, Value], field: str) -> date | None:
    nilai = isian.get(field)
    return date.fromisoformat(str(nilai)) if nilai else None


def _ragu_orang(isian: Mapping[str, Value], hari: date) -> Iterator[Peringatan]:
    lahir, tmt = _hari(isian, "tanggal_lahir"), _hari(isian, "tmt")
    if isian.get("nik"):
        kelamin = str(isian.get("kelamin") or "")
        for kalimat in nik.peringatan(str(isian["nik"]), tanggal_lahir=lahir, kelamin=kelamin, hari_ini=hari):
            yield Peringatan("nik", kalimat)
    else:
        yield Peringatan("nik", f"{text.TANPA_NIK}.")
    if lahir and tahun_antara(lahir, tmt or hari) < UMUR_MENJABAT:
        umur = max(tahun_antara(lahir, tmt or hari), 0)
        yield Peringatan("tanggal_lahir", text.TERLALU_MUDA.format(umur=umur, batas=UMUR_MENJABAT))
    if isian.get("rangkap"):
        yield Peringatan("rangkap", text.RANGKAP.format(jabatan=isian["rangkap"]))
    if isian.get("rekening") and not isian.get("bank"):
        yield Peringatan("bank", text.BANK_KOSONG)


def _ragu_masa(isian: Mapping[str, Value], hari: date) -> Iterator[Peringatan]:
    tmt, akhir, sk = _hari(isian, "tmt"), _hari(isian, "akhir_sk"), _hari(isian, "sk_tanggal")
    if tmt and tahun_antara(hari, tmt) >= 1:
        yield Peringatan("tmt", text.TMT_JAUH.format(tanggal=tanggal.panjang(tmt)))
    if tmt and akhir and tahun_antara(tmt, akhir - timedelta(days=1)) >= MASA_PALING_LAMA:
        lama = tahun_antara(tmt, akhir)
        yield Peringatan("akhir_sk", text.MASA_PANJANG.format(tahun=lama))
    if sk and tmt and sk > tmt:
        yield Peringatan("sk_tanggal", text.SK_SETELAH_TMT.format(tanggal=tanggal.panjang(sk)))
    if sk and tmt and tahun_antara(sk, tmt) >= 2:
        yield Peringatan("sk_tanggal", text.SK_TERLALU_AWAL.format(tanggal=tanggal.panjang(sk)))
    if sk and akhir and sk > akhir:
        yield Peringatan("akhir_sk", text.SK_SETELAH_AKHIR)
    if sk and sk > hari:
        yield Peringatan("sk_tanggal", text.SK_NANTI.format(tanggal=tanggal.panjang(sk)))


def _ragu_rt(isian: Mapping[str, Value]) -> Iterator[Peringatan]:
    kk, laki, perempuan = (isian.get(field) for field in _COUNTS)
    if kk and laki is not None and perempuan is not None and int(laki) + int(perempuan) < int(kk):
        yield Peringatan("jumlah_kk", text.JIWA_KURANG.format(kk=kk, jiwa=int(laki) + int(perempuan)))


def keadaan(
    *, orang_id: str | None, tmt: str | None, akhir_sk: str | None, sk: str | None, hari_ini: date
) -> tuple[str, str]:
    """Return (role, sentence) for a post: role is ``baik``, ``awas`` or ``salah``; expiry only warns."""
    if not orang_id:
        return "awas", text.KOSONG
    if not tmt:
        return "awas", text.TANPA_TMT
    if akhir_sk:
        hari = date.fromisoformat(akhir_sk)
        if hari < hari_ini:
            return "salah", text.SK_HABIS.format(tanggal=tanggal.panjang(hari))
        if (hari - hari_ini).days <= 90:
            return "awas", text.SK_AKAN_HABIS.format(tanggal=tanggal.panjang(hari))
    if not sk:
        return "awas", text.TANPA_SK
    return "baik", text.SIAP
