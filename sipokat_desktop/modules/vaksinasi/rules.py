"""Rules of vaccination figures without a store: what can be typed, and what does not fit together (DOMAIN §6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.rt.rules import jumlah, teks

from . import text

ANGKA = ("sasaran", "dosis1", "dosis2", "booster")
"""The figures, each of which is never more than the one before it."""
ISIAN = (*ANGKA, "alasan", "catatan")
"""What can be typed of an RT on a day."""

Angka = tuple[int, int, int, int]


class Catat(NamedTuple):
    """The figures of an RT on a day (ISO), with the reason for one that fell."""

    tanggal: str
    angka: Angka
    alasan: str


class Salah(NamedTuple):
    """Something that does not fit: the input to go to, and the sentence."""

    field: str
    kalimat: str


def program(ketik: str, dikenal: Iterable[str] = ()) -> str:
    """Return the name of a programme, spelled as it was before where it was; raise InputSalah for none."""
    nama = teks(ketik, "program", 60)
    if not nama or not kunci_cari(nama):
        raise InputSalah("program", text.PROGRAM_KOSONG)
    return next((satu for satu in (*dikenal, text.PROGRAM) if kunci_cari(satu) == kunci_cari(nama)), nama)


def hari(ketik: str, hari_ini: date) -> str:
    """Return a typed day as ISO (today where empty); raise InputSalah for a day to come."""
    satu = tanggal.baca(ketik, "tanggal") if ketik.strip() else hari_ini
    if satu > hari_ini:
        raise InputSalah("tanggal", text.TANGGAL_DEPAN)
    return satu.isoformat()


def kosong(isian: Mapping[str, str]) -> bool:
    """Tell whether none of the figures was typed."""
    return not any(isian.get(nama, "").strip() for nama in ANGKA)


def baca(isian: Mapping[str, str], sebelum: Catat | None) -> Angka:
    """Return the typed figures; an empty one is as it was on the day before (``sebelum``), or 0. Raises InputSalah for
    what is no number, and where it is not known how many people the RT should vaccinate."""
    semula = sebelum.angka if sebelum else (0, 0, 0, 0)
    ketik = [jumlah(isian.get(nama, ""), nama) for nama in ANGKA]
    sasaran, dosis1, dosis2, booster = (lama if n is None else n for n, lama in zip(ketik, semula, strict=True))
    if not sasaran:
        raise InputSalah("sasaran", text.SASARAN_KOSONG)
    return sasaran, dosis1, dosis2, booster


def tak_cocok(angka: Angka) -> list[Salah]:
    """Return which figure is more than the one before it: 0 ≤ booster ≤ dosis 2 ≤ dosis 1 ≤ sasaran."""
    pasangan = zip(ANGKA, ANGKA[1:], angka, angka[1:], strict=False)
    return [
        Salah(kurang, text.LEBIH.format(isian=text.ISIAN[kurang], n=titik(n), atas=text.ISIAN[lebih], m=titik(m)))
        for lebih, kurang, m, n in pasangan
        if n > m
    ]


def turun(lama: Catat, baru: Catat) -> list[Salah]:
    """Return which dose fell from one day to a later one, and whether the sasaran changed: each needs a reason."""
    hasil: list[Salah] = []
    for nama, dulu, kini in zip(ANGKA, lama.angka, baru.angka, strict=True):
        if kini < dulu or (nama == "sasaran" and kini != dulu):
            pola = text.SASARAN_BERUBAH if nama == "sasaran" else text.TURUN
            hasil.append(
                Salah(nama, pola.format(isian=text.ISIAN[nama], dulu=titik(dulu), kini=titik(kini), hari=_hari(lama)))
            )
    return hasil


def tanpa_alasan(lama: Catat, baru: Catat) -> list[Salah]:
    """Return what fell between two days that follow each other and neither of which says why."""
    return [] if baru.alasan or lama.alasan else turun(lama, baru)


def periksa(satu: Catat, sebelum: Catat | None, sesudah: Catat | None) -> list[Salah]:
    """Return all that keeps figures from being saved: what does not fit, and what fell or rises above a later day
    without a reason."""
    hasil = tak_cocok(satu.angka)
    if hasil or satu.alasan:
        return hasil
    jatuh = turun(sebelum, satu) if sebelum else []
    if sesudah and not sesudah.alasan:
        jatuh += [
            Salah(s.field, text.LEBIH_DARI_NANTI.format(isian=text.ISIAN[s.field], hari=_hari(sesudah)))
            for s in turun(satu, sesudah)
            if s.field not in {satu.field for satu in jatuh}
        ]
    return [Salah("alasan", f"{s.kalimat} {text.TULIS_ALASAN}") for s in jatuh[:1]]


def _hari(satu: Catat) -> str:
    return tanggal.panjang(date.fromisoformat(satu.tanggal))
