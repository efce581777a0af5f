"""Reads the data rows of a register into cleaned cells with a remark on every doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sipokat_desktop.importing.mapping import KolomLembar
from sipokat_desktop.importing.sheet import Maju, Sheet, Workbook, teks
from sipokat_desktop.importing.table import key
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.rt.impor.hasil import Berat, Letak, Sel, Tanda

from . import kata
from .kamus import PENGENAL
from .pemetaan import Pemetaan, PemetaanLembar
from .rencana import Diabaikan, Pilihan
from .sel import Pembaca, alat

_KAKI = re.compile(r"(?i)\W*(jumlah|total|mengetahui|menyetujui|diketahui|dibuat|lurah\b|camat\b|nip\b|pptk|bendahara)")


@dataclass(slots=True)
class Bacaan:
    """One data row: its place, values by field, and what was said of its cells."""

    letak: Letak
    lembar: str
    isi: Fields = field(default_factory=dict)
    tanda: list[Tanda] = field(default_factory=list)

    @property
    def salah(self) -> str:
        """The first remark that keeps the row from being taken; "" when there is none."""
        return next((t.pesan for t in self.tanda if t.berat is Berat.SALAH), "")


def baca(
    berkas: Workbook, pemetaan: Pemetaan, hari_ini: date, pilihan: Pilihan, maju: Maju
) -> tuple[list[Bacaan], list[Diabaikan]]:
    """Return the data rows of every sheet that the mapping takes, and the rows that are none."""
    baris: list[Bacaan] = []
    diabaikan: list[Diabaikan] = []
    pembaca = alat(hari_ini)
    for peta in pemetaan.lembar:
        if peta.dipakai:
            for satu in _lembar(berkas.lembar[peta.indeks], peta, pembaca, pilihan, maju):
                baris.append(satu) if isinstance(satu, Bacaan) else diabaikan.append(satu)
    return baris, diabaikan


def _lembar(
    sheet: Sheet, peta: PemetaanLembar, pembaca: Mapping[str, Pembaca], pilihan: Pilihan, maju: Maju
) -> Iterator[Bacaan | Diabaikan]:
    dibaca = [kolom for kolom in peta.kolom if kolom.isian]
    for indeks in range(peta.baris_isi - 1, len(sheet.rows)):
        if indeks % 500 == 0:
            maju(indeks, len(sheet.rows))
        row, letak = sheet.rows[indeks], Letak(peta.indeks, indeks + 1)
        if not any(map(teks, row)):
            continue
        if not _data(row, dibaca):
            yield Diabaikan(peta.indeks, indeks + 1, " | ".join(filter(None, map(teks, row)))[:120], kata.BUKAN_DATA)
            continue
        satu = Bacaan(letak, peta.nama)
        for kolom in dibaca:
            asal: object = row[kolom.indeks] if kolom.indeks < len(row) else ""
            _sel(satu, kolom, pilihan.isi.get((letak, kolom.isian), asal), pembaca)
        yield satu


def _data(row: Sequence[object], dibaca: Sequence[KolomLembar]) -> bool:
    """Tell whether a row is a unit: it has a number of its own or a name of goods, and is no title or foot."""
    isi = [satu for satu in map(teks, row) if satu]
    per_isian = {k.isian: teks(row[k.indeks]) for k in dibaca if k.indeks < len(row)}
    if any(_KAKI.match(satu) for satu in isi[:2]) and not any(per_isian.get(satu) for satu in PENGENAL):
        return False
    if sum(key(teks(row[k.indeks])) == key(k.judul) for k in dibaca if k.indeks < len(row) and k.judul) >= 2:
        return False
    if len(isi) > 2 and all(satu.strip("().").isdigit() and len(satu) < 4 for satu in isi):
        return False
    return any(per_isian.get(satu) for satu in (*PENGENAL, "merek", "tipe"))


def _sel(satu: Bacaan, kolom: KolomLembar, mentah: object, pembaca: Mapping[str, Pembaca]) -> None:
    nilai = pembaca[kolom.isian](mentah)
    if isinstance(nilai, Sel):
        for isian, lain in nilai.lain.items():
            satu.isi.setdefault(isian, lain)
        if nilai.berat is not None:
            satu.tanda.append(
                Tanda(
                    kolom.isian, kolom.judul, kolom.huruf, nilai.berat, nilai.pesan, teks(mentah)[:200],
                    str(nilai.isi or ""), nilai.usul,
                )
            )  # fmt: skip
        nilai = nilai.isi
    if nilai is not None and nilai != "":
        satu.isi[kolom.isian] = nilai
