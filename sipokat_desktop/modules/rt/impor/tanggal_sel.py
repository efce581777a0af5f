"""Reads days as offices write them: Excel's numbers, Indonesian words, place and day in one cell."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from sipokat_desktop.importing.sheet import teks
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.errors import InputSalah

from . import kata
from .hasil import Berat, Sel
from .sel import _MIRIP_ANGKA, Pembaca, galat, rapikan, salah

_AWAL_EXCEL = date(1899, 12, 30)
_INGGRIS = {
    "january": "Januari", "february": "Februari", "march": "Maret", "june": "Juni", "july": "Juli",
    "august": "Agustus", "october": "Oktober", "december": "Desember", "agust": "Agustus", "sept": "September",
    "pebr": "Februari", "des": "Desember",
}  # fmt: skip
_HARI = re.compile(r"(?i)\b(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b[ ,]*")
_JAM = re.compile(r"[ T]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?$")
_TAHUN = re.compile(r"(?:19|20)[0-9]{2}").fullmatch
_KATA_TGL = re.compile(r"(?i)\b(?:tgl|tanggal|tertanggal|per tanggal)\b\s*[.:]?\s*")
_TGL_SK = re.compile(
    r"(?is)^(.*?)[\s,;(]*(?:\b(?:tgl|tanggal|tertanggal)\b\.?\s*[:.]?\s*|[,;\n]\s*)(\d{1,4}[ ./-].*?)[)\s]*$"
)
_NOMOR_SK = re.compile(r"(?i)^(?:sk(?:\s+lurah|\s+camat)?\b|nomor\b|no\b\.?|keputusan lurah\b|:)[\s.:]*")
_SAMPAI = re.compile(r"(?i)\s*(?:\bs\s*[./]?\s*d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|[–—]|\s-\s)\s*")
_DARI = re.compile(r"(?i)^(?:dari|mulai|tmt|sejak|periode|tahun|thn)\b[\s.:]*")


def hari(field: str, hari_ini: date) -> Pembaca:
    """Return the reader of a day; order is always day, month, year unless that is impossible.

    Birth makes an age of 17 to 110 on ``hari_ini``; other days lie between 1950 and 2100 (DOMAIN §2).
    """
    ingat: dict[object, Value | Sel] = {}

    def baca(mentah: object) -> Value | Sel:
        if mentah not in ingat:
            ingat[mentah] = _hari(mentah, field, hari_ini)
        return ingat[mentah]

    return baca


def _hari(mentah: object, field: str, hari_ini: date) -> Value | Sel:
    if isinstance(mentah, datetime):
        return _wajar(mentah.date(), field, hari_ini)
    if isinstance(mentah, date):
        return _wajar(mentah, field, hari_ini)
    isi = rapikan(mentah)
    if not isi or (keliru := galat(isi)):
        return keliru if isi else None
    if isinstance(mentah, float | int) and not isinstance(mentah, bool):
        return _serial(isi, field, hari_ini)
    return _tulisan(isi, field, hari_ini)


def _serial(isi: str, field: str, hari_ini: date) -> Value | Sel:
    """Read a number cell: Excel's count of days, a year alone, or digits typed without separators."""
    angka = isi.partition(".")[0]
    if _TAHUN(angka):
        return Sel(None, Berat.RAGU, kata.TGL_TAHUN)
    if len(angka) > 5 or not angka.isdigit() or int(angka) > 73_415:
        return _tulisan(angka.zfill(8) if len(angka) == 7 else angka, field, hari_ini)
    return _beri(_wajar(_AWAL_EXCEL + timedelta(days=int(angka)), field, hari_ini), Berat.RAPI, kata.TGL_ANGKA)


def _beri(hasil: Value | Sel, berat: Berat, pesan: str) -> Value | Sel:
    """Add a remark to a day that has none yet."""
    return hasil if isinstance(hasil, Sel) or hasil is None else Sel(hasil, berat, pesan)


def _tulisan(isi: str, field: str, hari_ini: date) -> Value | Sel:
    if _TAHUN(isi) or re.fullmatch(r"0?0[-/. ]0?0[-/. ]\d{2,4}", isi):
        return Sel(None, Berat.RAGU, kata.TGL_TAHUN)
    polos = _rapi(isi)
    try:
        return _wajar(_baca(polos, field, hari_ini), field, hari_ini)
    except InputSalah as exc:
        return _lain(polos, field, hari_ini, exc.pesan)


def _rapi(isi: str) -> str:
    """Return a written day without weekday, time of day and the word before it, months in Indonesian."""
    polos = _KATA_TGL.sub("", _HARI.sub("", _JAM.sub("", isi)))
    polos = re.sub(r"[\\|_]", "/", polos).strip(" ,.;:'")
    return re.sub(r"[A-Za-z]+", lambda kata_: _INGGRIS.get(kata_[0].casefold(), kata_[0]), polos)


def _baca(isi: str, field: str, hari_ini: date) -> date:
    return tanggal.baca(isi, field, abad_lahir=field == "tanggal_lahir", hari_ini=hari_ini)


def _lain(isi: str, field: str, hari_ini: date, pesan: str) -> Value | Sel:
    """Try what people write besides: American order, a place before the day, letters for digits."""
    if cocok := re.fullmatch(r"(\d{1,2})([/. -])(\d{1,2})\2(\d{2,4})", isi):
        bulan, hari_, tahun = int(cocok[1]), int(cocok[3]), cocok[4]
        if bulan <= 12 < hari_:
            hasil = _dicoba(f"{hari_}/{bulan}/{tahun}", field, hari_ini)
            return _beri(hasil, Berat.RAGU, kata.TGL_AMERIKA.format(bulan=hari_)) if hasil else salah(pesan)
    if cocok := re.fullmatch(r"[^\d]{3,40}?[\s,/]+(\d.*)", isi):
        hasil = _dicoba(cocok[1], field, hari_ini)
        if hasil:
            return _beri(hasil, Berat.RAPI, kata.TGL_DARI_TEKS)
    usul = isi.translate(_MIRIP_ANGKA)
    if usul != isi and re.fullmatch(r"[\d/. -]+", usul) and _dicoba(usul, field, hari_ini):
        return salah(kata.HURUF_ANGKA.format(usul=usul), usul)
    return salah(pesan)


def _dicoba(isi: str, field: str, hari_ini: date) -> Value | Sel:
    try:
        return _wajar(_baca(isi, field, hari_ini), field, hari_ini)
    except InputSalah:
        return None


def _wajar(hasil: date, field: str, hari_ini: date) -> Value | Sel:
    """Return the day as ISO text, or say that it makes no sense."""
    if field == "tanggal_lahir":
        umur = hari_ini.year - hasil.year - ((hari_ini.month, hari_ini.day) < (hasil.month, hasil.day))
        if not 17 <= umur <= 110:
            return salah(kata.TGL_LAHIR_SALAH.format(tanggal=tanggal.panjang(hasil)))
        return hasil.isoformat()
    batas = hari_ini.year + (20 if field == "akhir_sk" else 2)
    if not 1950 <= hasil.year <= 2100 or (hasil.year > batas and field == "sk_tanggal"):
        return salah(kata.TGL_LAIN_SALAH.format(tanggal=tanggal.panjang(hasil)))
    if hasil.year > batas:
        return Sel(hasil.isoformat(), Berat.RAGU, kata.TGL_JAUH.format(tanggal=tanggal.panjang(hasil)))
    return hasil.isoformat()


def ttl(hari_ini: date) -> Pembaca:
    """Return the reader of place and day of birth in one cell; its value is the place."""
    baca_hari = hari("tanggal_lahir", hari_ini)

    def baca(mentah: object) -> Value | Sel:
        if not isinstance(mentah, str):
            return _gabung(None, baca_hari(mentah))
        isi = rapikan(mentah)
        if not isi:
            return None
        tempat, tgl = _pisah(_HARI.sub("", isi))
        return _gabung(tempat or None, baca_hari(tgl))

    return baca


def _pisah(isi: str) -> tuple[str, str]:
    """Split at the first digit; a place after the day is understood too."""
    angka = re.search(r"\d", isi)
    if not angka:
        return isi.strip(" ,/.;:-"), ""
    tempat = re.sub(r"(?i)\b(tgl|tanggal)\b\.?\s*:?\s*$", "", isi[: angka.start()]).strip(" ,/.;:-")
    if not tempat and (balik := re.fullmatch(r"(\d.*?\d{2,4})\s*[,/]\s*([^\d]{3,})", isi)):
        return balik[2].strip(" ,/."), balik[1]
    if kata_bulan := re.search(r"(?i)[ ,/]+([a-z]{3,9})\s*$", isi[: angka.start()]):
        nama_bulan = kata_bulan[1]
        if _dicoba(f"1 {_rapi(nama_bulan)} 2000", "tmt", date(2000, 1, 1)):
            return tempat[: -len(nama_bulan)].strip(" ,/.;:-"), f"{nama_bulan} {isi[angka.start() :]}"
    return tempat, isi[angka.start() :]


def _gabung(tempat: str | None, tgl: Value | Sel) -> Value | Sel:
    """Return the place with the day as a field beside it; a remark on the day becomes the cell's."""
    if isinstance(tgl, Sel):
        lain: Fields = {"tanggal_lahir": tgl.isi} if tgl.isi else {}
        return tgl._replace(isi=tempat, lain=lain)
    return Sel(tempat, lain={"tanggal_lahir": tgl}) if tgl else tempat


def sk(hari_ini: date) -> Pembaca:
    """Return the reader of an SK number that may hold its day too (``141/12/KPTS/LS/2024 tgl 20-01-2024``)."""
    baca_hari = hari("sk_tanggal", hari_ini)
    bersih = re.compile(r"[0-9]{1,5}[!-~]{4,80}").fullmatch

    def baca(mentah: object) -> Value | Sel:
        if isinstance(mentah, str) and bersih(mentah) and "," not in mentah and ";" not in mentah:
            return mentah
        if isinstance(mentah, date | datetime):
            return _gabung_sk(None, baca_hari(mentah), kata.TGL_DARI_TEKS)
        isi = rapikan(mentah)
        if not isi or (keliru := galat(isi)):
            return keliru if isi else None
        nomor, tgl = isi, ""
        asal = teks(mentah)
        if cocok := _TGL_SK.match(asal):
            nomor, tgl = rapikan(cocok[1]), rapikan(cocok[2])
        nomor = _NOMOR_SK.sub("", _NOMOR_SK.sub("", nomor)).strip(" ,;")
        if len(nomor) > 100:
            return salah("Nomor SK paling panjang 100 huruf.")
        if not tgl:
            return nomor if nomor == isi else Sel(nomor or None, Berat.RAPI, kata.TEKS_RAPI)
        return _gabung_sk(nomor or None, baca_hari(tgl), kata.SK_PISAH)

    return baca


def _gabung_sk(nomor: str | None, tgl: Value | Sel, pesan: str) -> Sel:
    if isinstance(tgl, Sel):
        return tgl._replace(isi=nomor, lain={"sk_tanggal": tgl.isi} if tgl.isi else {})
    return Sel(nomor, Berat.RAPI, pesan, lain={"sk_tanggal": tgl} if tgl else {})


def masa(hari_ini: date) -> Pembaca:
    """Return the reader of a term in one cell (``1/2/2024 s.d. 1/2/2029``); its value is the first day."""
    mulai, akhir = hari("tmt", hari_ini), hari("akhir_sk", hari_ini)

    def baca(mentah: object) -> Value | Sel:
        isi = rapikan(mentah)
        if not isi or isinstance(mentah, date | datetime):
            return mulai(mentah) if isi else None
        if re.fullmatch(r"\D*(?:19|20)\d{2}\s*\D{0,12}\s*(?:(?:19|20)\d{2})?\D*", isi):
            return Sel(None, Berat.RAGU, kata.MASA_TAHUN)
        dari, sampai = (*_SAMPAI.split(isi, maxsplit=1), "")[:2]
        awal, ujung = mulai(_DARI.sub("", dari)), akhir(sampai)
        satu = awal if isinstance(awal, Sel) else Sel(awal)
        dua = ujung if isinstance(ujung, Sel) else Sel(ujung)
        lebih = max(satu, dua, key=lambda sel: sel.berat or 0)
        return lebih._replace(isi=satu.isi, lain={"akhir_sk": dua.isi} if dua.isi else {})

    return baca
