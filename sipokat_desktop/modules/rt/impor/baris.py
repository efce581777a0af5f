"""Tells the rows of a sheet apart: people, titles repeated on each page, sections, sums, signers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sipokat_desktop.importing.sheet import Sheet, teks
from sipokat_desktop.importing.table import key

from . import kata, tempat_sel
from .kamus import EXACT
from .pemetaan import PemetaanLembar
from .sel import HAMPA

_JUMLAH = re.compile(r"(?i)\W*(sub\s*)?(jumlah|jml|total|rekap\w*)\b")
_KAKI = re.compile(
    r"(?i)\W*(mengetahui|menyetujui|mengesahkan|disahkan|diketahui|dibuat|lurah\b|camat\b|kepala\b|kasi\b|sekretaris|"
    r"an\.|a\.n\.|ttd\b|nip\b|pangkat|pembina|penata|catatan|keterangan|ket\s*[.:]|sumber|nb\b|tanda tangan|demikian|"
    r"[A-Za-z .]{4,30},\s*(\d{1,2}|\.{2,}|_{2,})?\s*[A-Za-z]*\s*(19|20)\d{2}\W*$|[A-Za-z .]{4,30},\s*[._ …]{3,})"
)
_NOMOR_KOLOM = re.compile(r"\(?([0-9]{1,2})\)?\.?").fullmatch
_LOWONG = re.compile(r"(?i)\W*(kosong|lowong|belum ada|belum terisi|vacant|belum dipilih)\W*").fullmatch


class Diabaikan(NamedTuple):
    """A row that is no data: its sheet (from 0) and Excel row number, what it says, why it is left out."""

    lembar: int
    baris: int
    isi: str
    alasan: str


@dataclass(slots=True)
class Terpilah:
    """The data rows of a sheet (from 0) with the RW and kelurahan that hold for them, and the rest."""

    indeks: list[int] = field(default_factory=list)
    rw: list[str] = field(default_factory=list)
    kelurahan: list[str] = field(default_factory=list)
    diabaikan: list[Diabaikan] = field(default_factory=list)


class _Pemilah:
    """Goes down the rows of one sheet."""

    def __init__(self, peta: PemetaanLembar) -> None:
        self._peta = peta
        kolom = {k.isian: k.indeks for k in peta.kolom if k.isian}
        self._nama, self._nomor = kolom.get("nama", -1), kolom.get("nomor", -1)
        self._dibaca = sorted(kolom.values())
        self._judul = {k.indeks: key(k.judul) for k in peta.kolom if k.judul and k.isian}
        self._rw, self._kelurahan = peta.rw, peta.kelurahan
        self._kaki = False
        self.hasil = Terpilah()

    def terima(self, indeks: int, baris: list[object]) -> None:
        """Sort one row."""
        nama, nomor = self._sel(baris, self._nama), self._sel(baris, self._nomor)
        if self._orang(nama, nomor) or (alasan := self._bukan(baris, nomor)) == "":
            self.hasil.indeks.append(indeks)
            self.hasil.rw.append(self._rw)
            self.hasil.kelurahan.append(self._kelurahan)
        elif alasan != kata.BUKAN_DATA or any(map(teks, baris)):
            isi = " ".join(" | ".join(filter(None, map(teks, baris))).split())
            self.hasil.diabaikan.append(Diabaikan(self._peta.indeks, indeks + 1, isi[:120], alasan))

    @staticmethod
    def _sel(baris: list[object], kolom: int) -> object:
        return baris[kolom] if 0 <= kolom < len(baris) else ""

    def _orang(self, nama: object, nomor: object) -> bool:
        """Tell quickly that a row is a person: a name with letters beside a number."""
        if not isinstance(nama, str) or not (nama[:1].isalpha() or any(map(str.isalpha, nama[:12]))):
            return False
        if isinstance(nomor, str):
            return (nomor.isdigit() or any(map(str.isdigit, nomor))) and not _JUMLAH.match(nama)
        return bool(teks(nomor))

    def _bukan(self, baris: list[object], nomor: object) -> str:
        """Return why a row is no data, "" when it is data all the same."""
        isi = [satu for satu in map(teks, baris) if satu]
        if not isi:
            return kata.BUKAN_DATA
        if hiasan := self._hiasan(baris, isi):
            return hiasan
        bernomor = any(ch.isdigit() for ch in teks(nomor))
        if not (bernomor and not self._kaki):
            self._kaki = self._kaki or any(_KAKI.match(satu) for satu in isi)
            if self._kaki:
                return kata.KAKI
        return "" if self._berarti(baris, bernomor) else kata.BUKAN_DATA

    def _hiasan(self, baris: list[object], isi: list[str]) -> str:
        """Return what a row is that only arranges the others; "" when it is none."""
        if self._bagian(isi):
            return kata.BAGIAN
        if self._ulang(baris):
            self._kaki = False
            return kata.ULANG_JUDUL
        if _kolom_bernomor(isi):
            return kata.NOMOR_KOLOM
        return kata.JUMLAH if any(_JUMLAH.match(satu) for satu in isi[:2]) else ""

    def _berarti(self, baris: list[object], bernomor: bool) -> bool:
        """Tell whether enough cells of the columns that are read hold something."""
        terisi = sum(1 for kolom in self._dibaca if kolom < len(baris) and teks(baris[kolom]).casefold() not in HAMPA)
        return bernomor or terisi >= 2

    def _bagian(self, isi: list[str]) -> bool:
        """Take the RW or kelurahan of a section row for the rows below it."""
        berbeda = list(dict.fromkeys(" ".join(satu.split()) for satu in isi))
        if len(berbeda) > 2:
            return False
        ketemu = False
        for satu in [*berbeda, " ".join(berbeda)]:
            if (cocok := tempat_sel.BAGIAN_RW.match(satu)) and (ke := tempat_sel.angka(cocok[1])):
                self._rw, ketemu = f"{ke:02}", True
            polos = re.match(r"(?i)\W*(?:kelurahan|kel\b|desa)[\s.:]+(.{3,40})$", satu)
            if polos and (kode := tempat_sel.cari(polos[1].strip(" ."))):
                self._kelurahan, ketemu = kode, True
        self._kaki = self._kaki and not ketemu
        return ketemu

    def _ulang(self, baris: list[object]) -> bool:
        """Tell whether a row is the header again, as printed on every page."""
        sama = sum(
            key(teks(baris[k])) == judul for k, judul in self._judul.items() if k < len(baris) and teks(baris[k])
        )
        kenal = sum(key(teks(nilai)) in EXACT for nilai in baris if isinstance(nilai, str) and nilai.strip())
        return sama >= 2 or (kenal >= 3 and not any(ch.isdigit() for nilai in baris for ch in teks(nilai)))


def _kolom_bernomor(isi: list[str]) -> bool:
    cocok = [_NOMOR_KOLOM(satu) for satu in isi]
    angka = [int(satu[1]) for satu in cocok if satu]
    return len(angka) == len(isi) >= 3 and angka == list(range(angka[0], angka[0] + len(angka))) and angka[0] <= 2


def kosong(nama: object) -> bool:
    """Tell whether the name's cell says that the post has no head."""
    isi = teks(nama).casefold()
    return isi in HAMPA or bool(_LOWONG(isi))


def pilah(sheet: Sheet, peta: PemetaanLembar) -> Terpilah:
    """Sort the rows below the header; those between the header's end and here are data or named as left out."""
    pemilah = _Pemilah(peta)
    rows = sheet.rows
    for indeks in range(peta.baris_isi - 1, len(rows)):
        pemilah.terima(indeks, rows[indeks])
    return pemilah.hasil
