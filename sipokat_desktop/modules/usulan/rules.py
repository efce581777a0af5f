"""Rules of proposals without a store: what can be typed of one and of a status, and how it is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel import periode, rupiah, tanggal, volume
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import jumlah, teks

from . import text
from .status import DRAF, PERLU_ALASAN

JUDUL, PENDEK, URAIAN = 200, 120, 1000
"""Letters of a title, of a short text, and of a long one: so much stands in a row of F7."""


def pilihan(ketik: str, semua: Mapping[str, str], field: str, pesan: str) -> str:
    """Return the code of a choice typed as code or words; raise InputSalah for none."""
    dicari = " ".join(ketik.split()).casefold()
    for kode, kata in semua.items():
        if dicari in (kode.casefold(), kata.casefold()):
            return kode
    raise InputSalah(field, pesan.format(pilihan=", ".join(semua.values())))


def _teks(field: str, panjang: int) -> Callable[[str], str | None]:
    def baca(nilai: str) -> str | None:
        if len(nilai.strip()) > panjang:
            raise InputSalah(field, text.TEKS_PANJANG.format(n=panjang))
        return teks(nilai, field, panjang)

    return baca


def _judul(nilai: str) -> str:
    kata = _teks("judul", JUDUL)(nilai)
    if not kata:
        raise InputSalah("judul", text.JUDUL_KOSONG)
    return kata


def _prioritas(nilai: str) -> int | None:
    angka = jumlah(nilai, "prioritas")
    if angka is not None and angka < 1:
        raise InputSalah("prioritas", text.PRIORITAS_SALAH)
    return angka


_BACA: Mapping[str, Callable[[str], str | int | None]] = {
    "kategori": lambda nilai: pilihan(nilai, text.KATEGORI, "kategori", text.KATEGORI_SALAH),
    "judul": _judul,
    "uraian": _teks("uraian", URAIAN),
    "lokasi": _teks("lokasi", JUDUL),
    "volume": volume.baca,
    "satuan": _teks("satuan", 20),
    "biaya": lambda nilai: rupiah.baca(nilai, "biaya") if nilai.strip() else None,
    "manfaat": _teks("manfaat", JUDUL),
    "kk": lambda nilai: jumlah(nilai, "kk"),
    "prioritas": _prioritas,
    "opd": _teks("opd", PENDEK),
    "tahun": periode.baca_tahun,
    "pengusul": _teks("pengusul", PENDEK),
    "catatan": _teks("catatan", URAIAN),
    "jabatan_id": lambda nilai: nilai.strip() or None,
}
ISIAN = tuple(_BACA)
"""What can be typed of a proposal."""
ISIAN_STATUS = ("status", "tanggal", "alasan", "dokumen")
"""What can be typed of a step in its history."""


def bersihkan(isian: Mapping[str, str], *, baru: bool) -> Fields:
    """Return the typed fields of a proposal as they are stored; of a new one category, title and year are needed, what
    is left out of a change stays. Raises InputSalah for the first wrong one."""
    lengkap = {"kategori": "", "judul": "", "tahun": ""} if baru else {}
    semua = lengkap | dict(isian)
    for nama in semua.keys() - _BACA.keys():
        raise InputSalah(nama, text.BUKAN_ISIAN.format(nama=nama))
    return {nama: _BACA[nama](semua[nama]) for nama in _BACA if nama in semua}


def bersihkan_status(isian: Mapping[str, str], hari_ini: date, *, awal: bool = False) -> Fields:
    """Return a typed status as it is stored; the day is today where none is typed. Only the first step (``awal``) is a
    draft: a proposal becomes one again when its history is taken away.

    Raises InputSalah for an unknown status, a day to come, or where a reason is needed and missing.
    """
    boleh = {kode: kata for kode, kata in text.STATUS.items() if (kode == DRAF) is awal}
    status = pilihan(isian.get("status", ""), boleh, "status", text.STATUS_SALAH)
    ketik = isian.get("tanggal", "")
    hari = tanggal.baca(ketik, "tanggal") if ketik.strip() else hari_ini
    if hari > hari_ini:
        raise InputSalah("tanggal", text.TANGGAL_DEPAN)
    alasan = _teks("alasan", 500)(isian.get("alasan", ""))
    if status in PERLU_ALASAN:
        alasan_.baca(alasan or "", kosong=text.ALASAN_PERLU)
    dokumen = _teks("dokumen", PENDEK)(isian.get("dokumen", ""))
    return {"status": status, "tanggal": hari.isoformat(), "alasan": alasan, "dokumen": dokumen}
