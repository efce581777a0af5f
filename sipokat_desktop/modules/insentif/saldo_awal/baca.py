"""Reads the data rows of payment sheets into cleaned cells with a remark on every doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sipokat_desktop.importing.sheet import Maju, Sheet, Workbook, diam, teks
from sipokat_desktop.importing.table import key
from sipokat_desktop.kernel import nik as nik_
from sipokat_desktop.modules.rt.impor import sel as rt_sel
from sipokat_desktop.modules.rt.impor import tanggal_sel, tempat_sel
from sipokat_desktop.modules.rt.impor.hasil import Berat, Letak, Sel, Tanda

from . import kata
from . import sel as sel_
from .kamus import BULAN, TRIWULAN, kenali, tahun_judul
from .pemetaan import KolomLembar, Pemetaan, PemetaanLembar
from .rencana import Diabaikan

_JUMLAH = re.compile(r"(?i)\W*(sub\s*)?(jumlah|jml|total|rekap\w*|terbilang)\b")
_KAKI = re.compile(
    r"(?i)\W*(mengetahui|menyetujui|disahkan|diketahui|dibuat|lurah\b|camat\b|bendahara|pptk|nip\b|catatan|ttd\b|"
    r"[A-Za-z .]{4,30},\s*[._ …]{3,}|[A-Za-z .]{4,30},\s*\d{1,2}\s+[A-Za-z]+\s+(19|20)\d{2})"
)
_KELURAHAN = re.compile(r"(?i)\W*(?:[0-9]{1,2}[.)]?\s*)?(?:kelurahan|kel\b|desa)[\s.:]+(.{3,40})").fullmatch
_TURUN = ("nomor", "rw", "nama", "nik", "bulan", "tahun", "komponen", "tanggal", "sp2d")
_UANG = ("jumlah", "pph", *BULAN, *TRIWULAN)


class Uang(NamedTuple):
    """An amount of a row: the field of its column, the year and the component that its title names, rupiah."""

    isian: str
    tahun: int
    jumlah: int
    komponen: str = ""


@dataclass(slots=True)
class Bacaan:
    """One data row: its place, texts by field, and rupiah by column."""

    letak: Letak
    lembar: str
    isi: dict[str, str] = field(default_factory=dict)
    uang: list[Uang] = field(default_factory=list)
    pph: int = 0
    mentah_bulan: object = ""
    tanda: list[Tanda] = field(default_factory=list)

    @property
    def salah(self) -> str:
        """The first remark that keeps the row from being taken; "" when there is none."""
        return next((t.pesan for t in self.tanda if t.berat is Berat.SALAH), "")


@dataclass(frozen=True, slots=True)
class HasilBaca:
    """All data rows of a file in its order, each with its sheet's mapping, and the rows that are none."""

    baris: list[tuple[PemetaanLembar, Bacaan]]
    diabaikan: list[Diabaikan]


def baca(
    berkas: Workbook, pemetaan: Pemetaan, hari_ini: date, isian: Mapping[tuple[Letak, str], str], *, maju: Maju = diam
) -> HasilBaca:
    """Read every sheet that the mapping takes; ``isian`` holds what the user typed instead of a cell."""
    hasil = HasilBaca([], [])
    alat = _alat(hari_ini)
    for peta in pemetaan.lembar:
        if peta.dipakai:
            _lembar(hasil, berkas.lembar[peta.indeks], peta, alat, isian, maju)
    return hasil


Pembaca = Callable[[object], object]


def _alat(hari_ini: date) -> dict[str, Pembaca]:
    alat: dict[str, Pembaca] = {
        "nomor": tempat_sel.nomor(), "rw": tempat_sel.rw(), "nama": rt_sel.nama, "nik": rt_sel.nik,
        "tanggal": tanggal_sel.hari("tmt", hari_ini), "komponen": rt_sel.kalimat("nama", 100),
        "sp2d": rt_sel.kalimat("sk_nomor", 100), "keterangan": rt_sel.kalimat("catatan", 300), "tahun": _tahun,
        "kelurahan": tempat_sel.kelurahan(),
    }  # fmt: skip
    return alat | dict.fromkeys(_UANG, sel_.uang)


def _tahun(mentah: object) -> str:
    return str(tahun_judul(teks(mentah)) or "")


def _lembar(
    hasil: HasilBaca, sheet: Sheet, peta: PemetaanLembar, alat: Mapping[str, Pembaca],
    isian: Mapping[tuple[Letak, str], str], maju: Maju,
) -> None:  # fmt: skip
    dibaca = [kolom for kolom in peta.kolom if kolom.isian]
    gabung = _gabungan(sheet)
    kaki, kelurahan = False, peta.kelurahan
    for indeks in range(peta.baris_isi - 1, len(sheet.rows)):
        if indeks % 500 == 0:
            maju(indeks, len(sheet.rows))
        letak = Letak(peta.indeks, indeks + 1)
        sel = {k.indeks: _sel(sheet, indeks, k, gabung, letak, isian) for k in dibaca}
        alasan, kaki = _bukan_data(sheet.rows[indeks], dibaca, sel, kaki)
        if alasan:
            kelurahan = _bagian(sheet.rows[indeks]) or kelurahan
            _abaikan(hasil, peta, indeks, sheet.rows[indeks], alasan)
            continue
        satu = _baris(letak, peta, dibaca, sel, alat)
        kelurahan = satu.isi.setdefault("kelurahan", kelurahan)
        hasil.baris.append((peta, satu))


def _bagian(row: Sequence[object]) -> str:
    """Return the kelurahan that a row between the data names for those below it; "" where it names none."""
    isi = " ".join(dict.fromkeys(filter(None, map(teks, row))))
    cocok = _KELURAHAN(isi) if len(isi) < 60 else None
    return tempat_sel.cari(cocok[1].strip(" .")) if cocok else ""


def _gabungan(sheet: Sheet) -> dict[tuple[int, int], int]:
    """Return for each cell under the first of a merged column range the row that holds its text."""
    return {
        (baris, kiri): atas
        for (atas, kiri), (bawah, kanan) in sheet.merged
        if kiri == kanan and 0 < bawah - atas < 200
        for baris in range(atas + 1, bawah + 1)
    }


def _sel(
    sheet: Sheet, indeks: int, kolom: KolomLembar, gabung: Mapping[tuple[int, int], int], letak: Letak,
    isian: Mapping[tuple[Letak, str], str],
) -> object:  # fmt: skip
    if (letak, kolom.isian) in isian:
        return isian[letak, kolom.isian]
    row = sheet.rows[indeks]
    nilai = row[kolom.indeks] if kolom.indeks < len(row) else ""
    atas = gabung.get((indeks, kolom.indeks))
    if atas is None or teks(nilai) or kolom.isian not in _TURUN:
        return nilai
    induk = sheet.rows[atas]
    return induk[kolom.indeks] if kolom.indeks < len(induk) else ""


def _bukan_data(
    row: Sequence[object], dibaca: Sequence[KolomLembar], sel: Mapping[int, object], kaki: bool
) -> tuple[str, bool]:
    """Return why a row is no data ("" when it is), and whether the foot of the table has begun."""
    isi = [satu for satu in map(teks, row) if satu]
    if not isi:
        return kata.BUKAN_DATA, kaki
    if _bagian(row):
        return kata.BAGIAN, False
    if any(_JUMLAH.match(satu) for satu in isi[:2]):
        return kata.BARIS_JUMLAH, kaki
    if _kolom_bernomor(isi):
        return kata.NOMOR_KOLOM, kaki
    sama = sum(key(teks(sel[k.indeks])) == key(k.judul.split()[-1] if k.judul else "") for k in dibaca if k.judul)
    kenal = sum(bool(kenali("", satu)) for satu in isi)
    if sama >= 2 or (kenal >= 3 and not any(ch.isdigit() for satu in isi for ch in satu)):
        return kata.ULANG_JUDUL, False
    per_isian = {k.isian: sel[k.indeks] for k in dibaca}
    bernomor = any(ch.isdigit() for ch in teks(per_isian.get("nomor", "")))
    if not bernomor and (kaki or any(_KAKI.match(satu) for satu in isi)):
        return kata.KAKI, True
    beruang = any(sel_.uang(per_isian[satu]) is not None for satu in _UANG if satu in per_isian)
    return ("", kaki) if bernomor or (beruang and teks(per_isian.get("nama", ""))) else (kata.BUKAN_DATA, kaki)


def _kolom_bernomor(isi: Sequence[str]) -> bool:
    polos = [satu.strip("(). ") for satu in isi]
    if len(polos) < 3 or not all(satu.isdigit() and len(satu) < 3 for satu in polos):
        return False
    angka = [int(satu) for satu in polos]
    return angka == list(range(angka[0], angka[0] + len(angka))) and angka[0] <= 2


def _abaikan(hasil: HasilBaca, peta: PemetaanLembar, indeks: int, row: Sequence[object], alasan: str) -> None:
    isi = " ".join(" | ".join(filter(None, map(teks, row))).split())
    if isi:
        hasil.diabaikan.append(Diabaikan(peta.indeks, indeks + 1, isi[:120], alasan))


def _baris(
    letak: Letak, peta: PemetaanLembar, dibaca: Sequence[KolomLembar], sel: Mapping[int, object],
    alat: Mapping[str, Pembaca],
) -> Bacaan:  # fmt: skip
    satu = Bacaan(letak, peta.nama)
    for kolom in dibaca:
        mentah = sel[kolom.indeks]
        if kolom.isian == "bulan":
            satu.mentah_bulan = mentah
            continue
        nilai = alat[kolom.isian](mentah)
        if isinstance(nilai, Sel):
            _tandai(satu, kolom, mentah, nilai)
            nilai = nilai.isi
        if nilai is None or nilai == "":
            continue
        if kolom.isian == "pph" and isinstance(nilai, int):
            satu.pph = nilai
        elif kolom.isian in _UANG and isinstance(nilai, int):
            satu.uang.append(
                Uang(kolom.isian, tahun_judul(kolom.judul), nilai, kolom.komponen if kolom.isian == "jumlah" else "")
            )
        else:
            satu.isi[kolom.isian] = str(nilai)
    return satu


def _tandai(satu: Bacaan, kolom: KolomLembar, mentah: object, sel: Sel) -> None:
    for isian, nilai in sel.lain.items():
        if isian == "rw" and nilai is not None:
            satu.isi.setdefault(isian, str(nilai))
    berat, asal, jadi, usul = sel.berat, teks(mentah)[:200], str(sel.isi or ""), sel.usul
    if berat is None:
        return
    if kolom.isian == "nik":
        berat, usul = min(berat, Berat.RAGU), ""
        asal, jadi = nik_.samarkan(asal) if len(asal) > 8 else asal, nik_.samarkan(jadi)
    satu.tanda.append(Tanda(kolom.isian, kolom.judul, kolom.huruf, berat, sel.pesan, asal, jadi, usul))
