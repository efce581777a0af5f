"""Dated tariffs of an office: no silent overlap, and over the city's only where the city left the component open."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import text, text_susun
from .hak import tarif_berlaku
from .isian import cari_komponen, rentang, sebelum, simpan, teks
from .komponen import KOTA
from .model import Komponen, Tarif


def tetapkan_tarif(store: Store, lingkup: str, komponen_id: str, isian: Mapping[str, str]) -> Done[tuple[str, ...]]:
    """Set what a component pays a month from ``mulai`` (to ``sampai``) on; returns what it did to other tariffs.

    A tariff of this office that is open or reaches into the new one ends the month before it; where the new one has
    an end, the former comes into force again after it. Raises InputSalah for a wrong amount or month, when a later
    tariff would be overlapped, or when the city keeps the component to itself (``komponen``).
    """
    jumlah = rupiah.baca(isian.get("jumlah", ""), "jumlah")
    if jumlah <= 0:
        raise InputSalah("jumlah", text.JUMLAH_TARIF)
    mulai, sampai = rentang(isian.get("mulai", ""), isian.get("sampai", ""))
    isi: Fields = {
        "komponen_id": komponen_id, "mulai": mulai, "sampai": sampai, "jumlah": jumlah,
        "dasar_hukum": teks(isian.get("dasar_hukum", "")),
    }  # fmt: skip

    def work(tx: Tx) -> tuple[str, ...]:
        k = _boleh(tx.con, lingkup, komponen_id)
        kalimat = _tutup(tx, k, lingkup, mulai, sampai)
        kota = tarif_berlaku(k._replace(tarif=tuple(t for t in k.tarif if t.lingkup == KOTA)), mulai)
        if k.lingkup == KOTA and lingkup != KOTA and kota:
            kalimat.append(text_susun.TARIF_MENGGANTI.format(jumlah=rupiah.uang(kota.jumlah)))
        kalimat += _terkunci(tx.con, lingkup, k, mulai, sampai, jumlah)
        simpan(tx, "insentif_tarif", id_tarif(k, lingkup, mulai), lingkup, isi)
        return tuple(kalimat)

    return store.write("insentif.tarif", work)


def hapus_tarif(store: Store, lingkup: str, tarif_id: str) -> Changes:
    """Delete a tariff of this office; lists that were locked with it stay as they are.

    Raises InputSalah when it is none of this office's.
    """

    def work(tx: Tx) -> None:
        if not tx.has("insentif_tarif", tarif_id) or tx.row("insentif_tarif", tarif_id)["lingkup"] != lingkup:
            raise InputSalah("tarif", text_susun.TARIF_HILANG_ID)
        tx.delete("insentif_tarif", tarif_id)

    return store.write("insentif.tarif_hapus", work).changes


def id_tarif(k: Komponen, lingkup: str, mulai: str) -> str:
    """Return the id of a tariff: of the component's own scope, or the office's own over a city component."""
    if k.lingkup == lingkup:
        return derived_id("insentif_tarif", k.komponen_id, mulai)
    return derived_id("insentif_tarif", lingkup, k.komponen_id, mulai)


def _boleh(con: sqlite.Connection, lingkup: str, komponen_id: str) -> Komponen:
    k = cari_komponen(con, lingkup, komponen_id)
    if k.lingkup != lingkup and not k.terbuka:
        raise InputSalah("komponen", text_susun.KOMPONEN_TERTUTUP.format(nama=k.nama))
    return k


def _terkunci(
    con: sqlite.Connection, lingkup: str, k: Komponen, mulai: str, sampai: str | None, jumlah: int
) -> list[str]:
    """Say how many locked lists hold months that pay something else from now on: they stay as they were locked."""
    rows = con.execute(
        "SELECT periode FROM insentif_daftar WHERE lingkup = ? AND komponen_id = ? AND keadaan = 'dikunci'",
        (lingkup, k.komponen_id),
    )
    kena = [row[0] for row in rows if _berubah(k, periode_.baca(row[0]).bulan, mulai, sampai, jumlah)]
    return [text_susun.TARIF_TERKUNCI.format(n=len(kena))] if kena else []


def _berubah(k: Komponen, bulan: tuple[str, ...], mulai: str, sampai: str | None, jumlah: int) -> bool:
    lama = (tarif_berlaku(k, b) for b in bulan if b >= mulai and (not sampai or b <= sampai))
    return any(t is None or t.jumlah != jumlah for t in lama)


def _tutup(tx: Tx, k: Komponen, lingkup: str, mulai: str, sampai: str | None) -> list[str]:
    """End what reaches into the new tariff, say so, and refuse to overlap a later one."""
    kalimat: list[str] = []
    for t in k.tarif:
        if t.lingkup != lingkup or t.mulai == mulai:
            continue
        if t.mulai > mulai:
            _tidak_menimpa(t, sampai)
        elif not t.sampai or t.sampai >= mulai:
            kalimat.append(_akhiri(tx, t, mulai, sampai))
    return kalimat


def _tidak_menimpa(t: Tarif, sampai: str | None) -> None:
    if sampai and sampai < t.mulai:
        return
    akhir = periode_.nama_bulan(sebelum(t.mulai))
    pesan = text_susun.TARIF_SESUDAH.format(
        jumlah=rupiah.uang(t.jumlah), bulan=periode_.nama_bulan(t.mulai), akhir=akhir
    )
    raise InputSalah("sampai", pesan)


def _akhiri(tx: Tx, t: Tarif, mulai: str, sampai: str | None) -> str:
    jumlah = rupiah.uang(t.jumlah)
    if sampai and (not t.sampai or t.sampai > sampai):
        return text_susun.TARIF_KEMBALI.format(bulan=periode_.nama_bulan(sampai), jumlah=jumlah)
    tx.update("insentif_tarif", t.tarif_id, {"sampai": sebelum(mulai)})
    return text_susun.TARIF_DITUTUP.format(jumlah=jumlah, bulan=periode_.nama_bulan(sebelum(mulai)))
