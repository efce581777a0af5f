"""Which column of a register holds what: proposed from its titles, changed by the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sipokat_desktop.importing.sheet import Sheet, Workbook, teks
from sipokat_desktop.importing.table import Title, find, letters

from . import kata
from .kamus import ISIAN, LEWAT, PENGENAL, kenali

_CONTOH = 60


class KolomLembar(NamedTuple):
    """One column: its place (from 0) and letters, title, a few values, the field it is read as ("" = not read), why."""

    indeks: int
    huruf: str
    judul: str
    contoh: tuple[str, ...]
    isian: str
    alasan: str


@dataclass(frozen=True, slots=True)
class PemetaanLembar:
    """One sheet: whether it is read, and where its table begins (row numbers as Excel shows them)."""

    indeks: int
    nama: str
    dipakai: bool
    alasan: str
    baris_judul: int | None
    baris_isi: int
    kolom: tuple[KolomLembar, ...]

    def kolom_isian(self, isian: str) -> KolomLembar | None:
        """Return the column read as ``isian``."""
        return next((k for k in self.kolom if k.isian == isian), None)

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen on this sheet, in sentences."""
        ada = any(self.kolom_isian(satu) for satu in PENGENAL)
        return () if ada else (kata.KURANG_KOLOM.format(lembar=self.nama),)


@dataclass(frozen=True, slots=True)
class Pemetaan:
    """The mapping of a whole file."""

    lembar: tuple[PemetaanLembar, ...]

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen, in sentences; empty when the file can be compared."""
        dipakai = [satu for satu in self.lembar if satu.dipakai]
        return tuple(s for satu in dipakai for s in satu.kurang) if dipakai else (kata.KURANG_LEMBAR,)

    def ganti(self, lembar: int, kolom: int, isian: str) -> Pemetaan:
        """Return the mapping with ``kolom`` of sheet ``lembar`` read as ``isian`` ("" = not read)."""
        lama = self.lembar[lembar]
        return self._tukar(replace(lama, kolom=tuple(_dengan(satu, kolom, isian) for satu in lama.kolom)))

    def pakai(self, lembar: int, dipakai: bool) -> Pemetaan:
        """Return the mapping with sheet ``lembar`` read or left out."""
        return self._tukar(replace(self.lembar[lembar], dipakai=dipakai, alasan=kata.PILIHAN_ANDA))

    def _tukar(self, baru: PemetaanLembar) -> Pemetaan:
        return Pemetaan(tuple(baru if satu.indeks == baru.indeks else satu for satu in self.lembar))


def _dengan(satu: KolomLembar, kolom: int, isian: str) -> KolomLembar:
    if satu.indeks == kolom:
        return satu._replace(isian=isian, alasan=kata.PILIHAN_ANDA)
    if isian and satu.isian == isian:
        return satu._replace(isian="", alasan=kata.TIDAK_DIBACA)
    return satu


def usul(berkas: Workbook) -> Pemetaan:
    """Return the proposal for a register."""
    return Pemetaan(tuple(_lembar(ke, sheet) for ke, sheet in enumerate(berkas.lembar)))


def _lembar(ke: int, sheet: Sheet) -> PemetaanLembar:
    if not any(any(map(teks, baris)) for baris in sheet.rows):
        return PemetaanLembar(ke, sheet.name, False, kata.LEMBAR_KOSONG, None, 1, ())
    kepala = find(sheet, kenali)
    awal = kepala.last + 1 if kepala else 0
    judul = kepala.titles if kepala else ()
    lebar = max(len(judul), max(map(len, sheet.rows[awal : awal + _CONTOH]), default=0))
    judul += (Title("", ""),) * (lebar - len(judul))
    kolom = _kolom(sheet, awal, judul)
    hasil = PemetaanLembar(ke, sheet.name, True, kata.LEMBAR_DIPAKAI, awal if kepala else None, awal + 1, kolom)
    return replace(hasil, dipakai=False, alasan=kata.LEMBAR_LAIN) if hasil.kurang else hasil


def _kolom(sheet: Sheet, awal: int, judul: Sequence[Title]) -> tuple[KolomLembar, ...]:
    """Give every title its field once, the leftmost column with values first."""
    contoh = [_contoh(sheet, awal, k) for k in range(len(judul))]
    calon = [kenali(*satu) for satu in judul]
    terpilih: dict[str, int] = {}
    for k in sorted(range(len(judul)), key=lambda k: (not contoh[k], k)):
        if calon[k] not in ("", LEWAT):
            terpilih.setdefault(calon[k], k)
    hasil = []
    for k, satu in enumerate(judul):
        lain = terpilih.get(calon[k])
        alasan = kata.JUDUL_DIKENAL if lain == k else kata.TIDAK_DIBACA
        if lain is not None and lain != k:
            alasan = kata.SUDAH_ADA.format(label=ISIAN[calon[k]], huruf=letters(lain))
        isian = calon[k] if lain == k else ""
        hasil.append(KolomLembar(k, letters(k), satu.words, contoh[k], isian, alasan))
    return tuple(hasil)


def _contoh(sheet: Sheet, awal: int, kolom: int) -> tuple[str, ...]:
    isi = (teks(baris[kolom])[:60] for baris in sheet.rows[awal : awal + _CONTOH] if kolom < len(baris))
    return tuple(dict.fromkeys(filter(None, isi)))[:3]
