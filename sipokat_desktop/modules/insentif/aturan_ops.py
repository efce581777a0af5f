"""Versions of the performance rule, and the figures of performance per RT and month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import kinerja, text_susun
from .isian import bulan, cari_komponen, rentang, sebelum, simpan, teks
from .kinerja import aturan_bulan, dari_laporan
from .model import Aturan, Komponen


class IsianKinerja(NamedTuple):
    """The figures of a term for a month as typed; an empty one is not known."""

    masa_id: str
    bulan: str
    laporan: str = ""
    skor: str = ""


def simpan_aturan(store: Store, lingkup: str, komponen_id: str, isian: Mapping[str, str]) -> Done[int]:
    """Lay down a new version of a component's performance rule from ``mulai`` on; returns its number.

    Versions are never changed: a new one takes over, and the former ends the month before (or comes into force
    again after it, where the new one has an end). Raises InputSalah for a
    city component (``komponen``), wrong steps or months, or when a later version would be overlapped.
    """
    ukuran = isian.get("ukuran", "")
    if ukuran not in kinerja.UKURAN:
        raise InputSalah("ukuran", text_susun.UKURAN_SALAH)
    pita = kinerja.tulis_pita(kinerja.baca_pita(isian.get("pita", "")))
    mulai, sampai = rentang(isian.get("mulai", ""), isian.get("sampai", ""))

    def work(tx: Tx) -> int:
        k = _milik_sendiri(tx, lingkup, komponen_id)
        _tutup(tx, k, mulai, sampai)
        versi = 1 + max((a.versi for a in k.aturan), default=0)
        isi: Fields = {
            "komponen_id": komponen_id, "versi": versi, "mulai": mulai, "sampai": sampai, "ukuran": ukuran,
            "pita": pita, "dasar_hukum": teks(isian.get("dasar_hukum", "")),
        }  # fmt: skip
        tx.insert("insentif_aturan", isi, scope=lingkup, row_id=id_aturan(komponen_id, versi, mulai))
        return versi

    return store.write("insentif.aturan", work)


def akhiri_aturan(store: Store, lingkup: str, komponen_id: str, sampai: str) -> Changes:
    """Let the rule in force in the month ``sampai`` end with it: afterwards everybody is paid in full again, until
    a version that was laid down for later begins. Raises InputSalah for a month without a rule."""
    akhir = bulan(sampai, "sampai")

    def work(tx: Tx) -> None:
        k = _milik_sendiri(tx, lingkup, komponen_id)
        if aturan_bulan(k, akhir) is None:
            raise InputSalah("sampai", text_susun.ATURAN_TIDAK_ADA.format(bulan=periode_.nama_bulan(akhir)))
        for a in k.aturan:
            if a.mulai <= akhir and (not a.sampai or a.sampai > akhir):
                tx.update("insentif_aturan", a.aturan_id, {"sampai": akhir})

    return store.write("insentif.aturan_akhir", work).changes


def id_aturan(komponen_id: str, versi: int, mulai: str) -> str:
    """Return the id of a version: two computers that lay down the same one give one row."""
    return derived_id("insentif_aturan", komponen_id, str(versi), mulai)


def catat_kinerja(store: Store, lingkup: str, isian: Sequence[IsianKinerja], *, sumber: str) -> Done[int]:
    """Record figures of performance, one row per term and month; returns how many changed.

    An empty figure is not known, 0 is a figure. ``sumber`` says where they come from. Raises InputSalah, whose field
    is ``<term id>|<month>``, for a figure that is no whole number or a term that is not of this kelurahan.
    """

    def work(tx: Tx) -> int:
        jabatan = {m.masa_id: m.jabatan_id for m in rt.masa(tx.con, lingkup=lingkup)}
        return sum(catat(tx, lingkup, satu, jabatan, teks(sumber)) for satu in isian)

    if not isian:
        raise InputSalah("laporan", text_susun.ANGKA_TIDAK_ADA)
    return store.write("insentif.kinerja", work)


def catat(tx: Tx, lingkup: str, satu: IsianKinerja, jabatan: Mapping[str, str], sumber: str | None) -> bool:
    """Record the figures of one term and month; True when they changed. ``jabatan`` is the post of each term.

    Where only the score changes, the count keeps the reports it was taken from as its source.
    """
    field = f"{satu.masa_id}|{satu.bulan}"
    if satu.masa_id not in jabatan:
        raise InputSalah(field, text_susun.MASA_HILANG)
    isi: Fields = {
        "jabatan_id": jabatan[satu.masa_id], "masa_id": satu.masa_id, "bulan": bulan(satu.bulan, field),
        "laporan": _angka(satu.laporan, field), "skor": _angka(satu.skor, field), "sumber": sumber,
    }  # fmt: skip
    row_id = derived_id("insentif_kinerja", satu.masa_id, satu.bulan)
    if tx.has("insentif_kinerja", row_id):
        lama = tx.row("insentif_kinerja", row_id)
        if (lama["laporan"], lama["skor"]) == (isi["laporan"], isi["skor"]):
            return False
        if lama["laporan"] == isi["laporan"] and dari_laporan(str(lama["sumber"] or "")):
            isi = {**isi, "sumber": lama["sumber"]}
        return tx.update("insentif_kinerja", row_id, isi)
    if isi["laporan"] is None and isi["skor"] is None:
        return False
    simpan(tx, "insentif_kinerja", row_id, lingkup, isi)
    return True


def _angka(nilai: str, field: str) -> int | None:
    bersih = nilai.strip()
    if not bersih:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", bersih):
        raise InputSalah(field, text_susun.ANGKA_SALAH)
    return int(bersih)


def _milik_sendiri(tx: Tx, lingkup: str, komponen_id: str) -> Komponen:
    k = cari_komponen(tx.con, lingkup, komponen_id)
    if k.lingkup != lingkup:
        raise InputSalah("komponen", text_susun.ATURAN_KOTA.format(nama=k.nama))
    return k


def _tutup(tx: Tx, k: Komponen, mulai: str, sampai: str | None) -> None:
    for a in k.aturan:
        if a.mulai > mulai and (not sampai or sampai >= a.mulai):
            raise InputSalah("sampai", _sesudah(a))
        kembali = sampai and (not a.sampai or a.sampai > sampai)
        if a.mulai < mulai and (not a.sampai or a.sampai >= mulai) and not kembali:
            tx.update("insentif_aturan", a.aturan_id, {"sampai": sebelum(mulai)})


def _sesudah(a: Aturan) -> str:
    akhir = periode_.nama_bulan(sebelum(a.mulai))
    return text_susun.ATURAN_SESUDAH.format(versi=a.versi, bulan=periode_.nama_bulan(a.mulai), akhir=akhir)
