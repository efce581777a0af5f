"""Reads the cells of goods registers: IMEIs that Excel took for numbers, and everything else as the form reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from sipokat_desktop.importing.sheet import teks
from sipokat_desktop.kernel.canonical import Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.impor import sel as rt_sel
from sipokat_desktop.modules.rt.impor import tanggal_sel, tempat_sel
from sipokat_desktop.modules.rt.impor.hasil import Berat, Sel

from .. import rules
from . import kata
from .kamus import ISIAN, UNIT

Pembaca = Callable[[object], Value | Sel]

_ILMIAH = re.compile(r"[0-9][.,]?[0-9]*[eE]\+?[0-9]{1,2}").fullmatch
_DUA = re.compile(r"([0-9 .-]{15,24})\s*[/;,|&]\s*([0-9 .-]{15,24})").fullmatch
_RAPI_KONDISI = {
    "b": "baik", "bagus": "baik", "normal": "baik", "kurang baik": "rusak_ringan", "rr": "rusak_ringan",
    "rusak": "rusak_ringan", "kb": "rusak_ringan", "rb": "rusak_berat", "mati": "rusak_berat",
    "mati total": "rusak_berat",
}  # fmt: skip


def alat(hari_ini: date) -> dict[str, Pembaca]:
    """Return what reads each field."""
    biasa: dict[str, Pembaca] = {isian: _seperti_formulir(isian, hari_ini) for isian in UNIT}
    return biasa | {
        "imei1": imei, "imei2": imei, "kondisi": kondisi, "garansi_sampai": tanggal_sel.hari("akhir_sk", hari_ini),
        "rt": tempat_sel.nomor(), "nama": rt_sel.nama, "tanggal": tanggal_sel.hari("tmt", hari_ini),
        "nomor": rt_sel.kalimat("catatan", 60), "kelurahan": tempat_sel.kelurahan(),
    }  # fmt: skip


def imei(mentah: object) -> Value | Sel:
    """Read an IMEI: a number or with ' in front; two in one cell; a zero that Excel dropped comes back; what it cut
    off is told, never invented."""
    isi = rt_sel.rapikan(mentah)
    if not isi or (keliru := rt_sel.galat(isi)):
        return keliru if isi else None
    if isinstance(mentah, float | int) and not isinstance(mentah, bool):
        isi = f"{mentah:.0f}"
    if _ILMIAH(isi):
        return rt_sel.salah(kata.IMEI_ILMIAH.format(isi=isi))
    if dua := _DUA(isi):
        return _dua(*dua.groups())
    angka = rules.rapikan_imei(isi)
    if len(angka) == rules.PANJANG_IMEI - 1 and angka.isdigit() and not rules.kata_imei(f"0{angka}"):
        return Sel(f"0{angka}", Berat.RAPI, kata.IMEI_NOL)
    salah = rules.kata_imei(angka)
    if salah:
        return rt_sel.salah(salah)
    return Sel(angka, Berat.RAPI, kata.IMEI_RAPI) if isinstance(mentah, str) and angka != teks(mentah) else angka


def _dua(satu: str, dua: str) -> Sel:
    """Read a cell that holds both IMEIs."""
    for isi in (satu, dua):
        if salah := rules.kata_imei(isi):
            return rt_sel.salah(salah)
    return Sel(rules.imei(satu), lain={"imei2": rules.imei(dua)})


def kondisi(mentah: object) -> Value | Sel:
    """Read a condition in the words that registers use; an unknown one is left out with a word."""
    isi = rt_sel.rapikan(mentah)
    if not isi or (keliru := rt_sel.galat(isi)):
        return keliru if isi else None
    dikenal = _RAPI_KONDISI.get(isi.casefold().strip(". "))
    if dikenal:
        return dikenal
    try:
        return rules.pilihan(isi, "kondisi")
    except InputSalah:
        return Sel(None, Berat.RAGU, kata.RAGU_KONDISI.format(isi=isi))


def _seperti_formulir(isian: str, hari_ini: date) -> Pembaca:
    """Return what reads a cell as the form of a unit reads what is typed; a number loses its decimal point."""

    def baca(mentah: object) -> Value | Sel:
        isi = rt_sel.rapikan(mentah)
        if not isi or (keliru := rt_sel.galat(isi)):
            return keliru if isi else None
        if isinstance(mentah, float) and mentah.is_integer():
            isi = f"{mentah:.0f}"
        try:
            return rules.bersihkan({isian: isi}, hari_ini)[isian]
        except InputSalah as exc:
            return rt_sel.salah(f"{ISIAN[isian]}: {exc.pesan}")

    return baca
