"""Which column of a sheet is read as which field: proposed by an import, changed by the user, never in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, Self, TypeVar

from sipokat_desktop.importing import text
from sipokat_desktop.importing.sheet import Sheet, teks
from sipokat_desktop.importing.table import Header, Title

_TERPANJANG = 60
"""Letters of a value that is shown beside its column."""


@dataclass(frozen=True, slots=True)
class KolomLembar:
    """One column: its place (from 0) and letters, title, a few values, the field it is read as ("" = not read), why."""

    indeks: int
    huruf: str
    judul: str
    contoh: tuple[str, ...]
    isian: str
    alasan: str

    def baca(self, isian: str, alasan: str) -> Self:
        """Return the column read as another field."""
        return replace(self, isian=isian, alasan=alasan)

    def kunci(self, isian: str) -> tuple[str, str]:
        """Return what only one column of a sheet may be when it is read as ``isian``."""
        return isian, ""


K = TypeVar("K", bound=KolomLembar)
K_co = TypeVar("K_co", bound=KolomLembar, covariant=True)


@dataclass(frozen=True, slots=True)
class PemetaanLembar(Generic[K_co]):
    """One sheet: whether and why it is read, where its table begins (row numbers as Excel shows them), its columns."""

    indeks: int
    nama: str
    dipakai: bool
    alasan: str
    baris_judul: int | None
    baris_isi: int
    kolom: tuple[K_co, ...]

    def kolom_isian(self, isian: str) -> K_co | None:
        """Return the column read as ``isian``."""
        return next((k for k in self.kolom if k.isian == isian), None)

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen on this sheet, in sentences."""
        raise NotImplementedError

    def ganti(self, kolom: int, isian: str) -> Self:
        """Return the sheet with ``kolom`` read as ``isian`` ("" = not read); the column that was it is not read."""
        dipilih = self.kolom[kolom]
        return replace(self, kolom=tuple(_dibaca(satu, dipilih, isian) for satu in self.kolom))


def _dibaca(satu: K, dipilih: K, isian: str) -> K:
    if satu.indeks == dipilih.indeks:
        return satu.baca(isian, text.PILIHAN_ANDA)
    if isian and satu.kunci(satu.isian) == dipilih.kunci(isian):
        return satu.baca("", text.TIDAK_DIBACA)
    return satu


L = TypeVar("L", bound=PemetaanLembar[KolomLembar])


@dataclass(frozen=True, slots=True)
class Pemetaan(Generic[L]):
    """The mapping of a whole file; ``TANPA_LEMBAR`` says what to do where no sheet is read."""

    TANPA_LEMBAR: ClassVar[str] = ""
    lembar: tuple[L, ...]

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen, in sentences; empty when the file can be compared."""
        dipakai = [satu for satu in self.lembar if satu.dipakai]
        return tuple(s for satu in dipakai for s in satu.kurang) if dipakai else (self.TANPA_LEMBAR,)

    def ganti(self, lembar: int, kolom: int, isian: str) -> Self:
        """Return the mapping with ``kolom`` of sheet ``lembar`` read as ``isian`` ("" = not read)."""
        return self._tukar(self.lembar[lembar].ganti(kolom, isian))

    def pakai(self, lembar: int, dipakai: bool) -> Self:
        """Return the mapping with sheet ``lembar`` read or left out."""
        return self._tukar(replace(self.lembar[lembar], dipakai=dipakai, alasan=text.PILIHAN_ANDA))

    def _tukar(self, baru: L) -> Self:
        return replace(self, lembar=tuple(baru if satu.indeks == baru.indeks else satu for satu in self.lembar))


def kosong(sheet: Sheet) -> bool:
    """Tell whether nothing stands in a sheet."""
    return not any(any(map(teks, baris)) for baris in sheet.rows)


def judul_semua(sheet: Sheet, kepala: Header | None, banyak: int) -> tuple[int, tuple[Title, ...]]:
    """Return the row (from 0) where the data begin, and a title for every column of the next ``banyak`` rows."""
    awal = kepala.last + 1 if kepala else 0
    judul = kepala.titles if kepala else ()
    lebar = max(len(judul), max(map(len, sheet.rows[awal : awal + banyak]), default=0))
    return awal, judul + (Title("", ""),) * (lebar - len(judul))


def contoh(sheet: Sheet, awal: int, kolom: int, banyak: int) -> list[object]:
    """Return what is not empty of a column in ``banyak`` rows from ``awal`` on."""
    isi = (baris[kolom] for baris in sheet.rows[awal : awal + banyak] if kolom < len(baris))
    return [nilai for nilai in isi if teks(nilai)]


def tiga(nilai: Sequence[object]) -> tuple[str, ...]:
    """Return up to three different values, short enough to be shown."""
    return tuple(dict.fromkeys(teks(satu)[:_TERPANJANG] for satu in nilai[:12]))[:3]
