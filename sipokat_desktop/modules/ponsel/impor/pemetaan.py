"""Which column of a register holds what: proposed from its titles, changed by the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sipokat_desktop.importing import mapping, text
from sipokat_desktop.importing.mapping import KolomLembar
from sipokat_desktop.importing.sheet import Sheet, Workbook
from sipokat_desktop.importing.table import Title, find, letters

from . import kata
from .kamus import ISIAN, LEWAT, PENGENAL, kenali

_CONTOH = 60


@dataclass(frozen=True, slots=True)
class PemetaanLembar(mapping.PemetaanLembar[KolomLembar]):
    """One sheet of a register."""

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen on this sheet, in sentences."""
        ada = any(self.kolom_isian(satu) for satu in PENGENAL)
        return () if ada else (kata.KURANG_KOLOM.format(lembar=self.nama),)


@dataclass(frozen=True, slots=True)
class Pemetaan(mapping.Pemetaan[PemetaanLembar]):
    """The mapping of a register."""

    TANPA_LEMBAR = kata.KURANG_LEMBAR


def usul(berkas: Workbook) -> Pemetaan:
    """Return the proposal for a register."""
    return Pemetaan(tuple(_lembar(ke, sheet) for ke, sheet in enumerate(berkas.lembar)))


def _lembar(ke: int, sheet: Sheet) -> PemetaanLembar:
    if mapping.kosong(sheet):
        return PemetaanLembar(ke, sheet.name, False, text.LEMBAR_INI_KOSONG, None, 1, ())
    kepala = find(sheet, kenali)
    awal, judul = mapping.judul_semua(sheet, kepala, _CONTOH)
    kolom = _kolom(judul, [mapping.contoh(sheet, awal, k, _CONTOH) for k in range(len(judul))])
    hasil = PemetaanLembar(ke, sheet.name, True, kata.LEMBAR_DIPAKAI, awal if kepala else None, awal + 1, kolom)
    return replace(hasil, dipakai=False, alasan=kata.LEMBAR_LAIN) if hasil.kurang else hasil


def _kolom(judul: Sequence[Title], contoh: Sequence[Sequence[object]]) -> tuple[KolomLembar, ...]:
    """Give every title its field once, the leftmost column with values first."""
    calon = [kenali(*satu) for satu in judul]
    terpilih: dict[str, int] = {}
    for k in sorted(range(len(judul)), key=lambda k: (not contoh[k], k)):
        if calon[k] not in ("", LEWAT):
            terpilih.setdefault(calon[k], k)
    hasil = []
    for k, satu in enumerate(judul):
        lain = terpilih.get(calon[k])
        alasan = text.JUDUL_DIKENAL if lain == k else text.TIDAK_DIBACA
        if lain is not None and lain != k:
            alasan = text.SUDAH_ADA.format(label=ISIAN[calon[k]], huruf=letters(lain))
        isian = calon[k] if lain == k else ""
        hasil.append(KolomLembar(k, letters(k), satu.words, mapping.tiga(contoh[k]), isian, alasan))
    return tuple(hasil)
