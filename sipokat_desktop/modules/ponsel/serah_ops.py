"""Acts on hand-overs: given out, given back, passed on, withdrawn, taken back, and a hanging one put in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rantai, rules, susul, text
from .rantai import TABEL
from .tulis import Keadaan, catat, keadaan, nomor_bast, penerima, semua_sama

_ISIAN = ("kelengkapan", "penerima", "surat_kuasa", "alasan")
_Satu = Callable[[Tx, Sequence[Keadaan], Fields, str], list[str]]


def serah(store: Store, unit_id: str | Sequence[str], isian: Mapping[str, str]) -> Done[list[str]]:
    """Hand units of the office to a head in office on one BAST; returns the hand-overs' ids.

    Inputs: ``masa_id``, ``tanggal`` (today), ``kondisi``, ``kelengkapan``, ``penerima`` and ``surat_kuasa`` where
    somebody else takes it. Raises InputSalah for a unit that is held, lost or disputed, or a wrong input.
    """

    def satu(tx: Tx, semua: Sequence[Keadaan], isi: Fields, masa_id: str) -> list[str]:
        for k in semua:
            if k.pemegang and k.kini:
                raise InputSalah("", text.SUDAH_DIPEGANG.format(sebutan=k.nama, nama=k.kini.nama))
        _tidak_hilang(semua, isi)
        return _catat(tx, semua, "serah", isi, masa_id)

    return _jalankan(store, "serah", unit_id, isian, satu)


def kembali(store: Store, unit_id: str | Sequence[str], isian: Mapping[str, str]) -> Done[list[str]]:
    """Take units back from their holder, also from a former head, on one BAST; inputs as :func:`serah` without
    ``masa_id``, with ``alasan``."""

    def satu(tx: Tx, semua: Sequence[Keadaan], isi: Fields, _masa_id: str) -> list[str]:
        for k in semua:
            if not k.pemegang:
                raise InputSalah("", text.BELUM_DIPEGANG.format(sebutan=k.nama))
        _tidak_hilang(semua, isi)
        semua_sama(semua)
        return _catat(tx, semua, "kembali", isi)

    return _jalankan(store, "kembali", unit_id, isian, satu)


def alih(store: Store, unit_id: str | Sequence[str], isian: Mapping[str, str]) -> Done[list[str]]:
    """Pass units from the head who holds them to another one in office, on one BAST; inputs as :func:`serah`."""

    def satu(tx: Tx, semua: Sequence[Keadaan], isi: Fields, masa_id: str) -> list[str]:
        for k in semua:
            if not k.pemegang or k.kini is None:
                raise InputSalah("", text.BELUM_DIPEGANG.format(sebutan=k.nama))
            if k.pemegang == masa_id:
                raise InputSalah("masa_id", text.SAMA_PEMEGANG.format(nama=k.kini.nama, sebutan=k.nama))
        _tidak_hilang(semua, isi)
        semua_sama(semua)
        return _catat(tx, semua, "alih", isi, masa_id)

    return _jalankan(store, "alih", unit_id, isian, satu)


def tarik(store: Store, unit_id: str | Sequence[str], isian: Mapping[str, str]) -> Done[list[str]]:
    """Withdraw units, held or not, with the reason ``alasan``; raises InputSalah where they are withdrawn already."""
    alasan_.baca(isian.get("alasan", ""), kosong=text.ALASAN_KOSONG)

    def satu(tx: Tx, semua: Sequence[Keadaan], isi: Fields, _masa_id: str) -> list[str]:
        for k in semua:
            if k.kini and k.kini.jenis == "tarik":
                hari = tanggal.panjang(date.fromisoformat(k.kini.tanggal))
                raise InputSalah("", text.SUDAH_DITARIK.format(sebutan=k.nama, tanggal=hari))
        semua_sama(semua)
        return _catat(tx, semua, "tarik", isi)

    return _jalankan(store, "tarik", unit_id, isian, satu)


def batal(store: Store, serah_id: str, *, alasan: str) -> Changes:
    """Take a hand-over back that was recorded wrongly; the entry stays in the history with the reason.

    Raises InputSalah when it was taken back already, or another one follows it.
    """
    kata = alasan_.baca(teks(alasan, "alasan") or "", kosong=text.ALASAN_KOSONG)

    def work(tx: Tx) -> None:
        entri = entri_ada(tx.con, serah_id)
        sesudah = susul.penerus(tx.con, entri)
        if sesudah:
            raise InputSalah("", text.BUKAN_TERAKHIR.format(nomor=sesudah.nomor, nama=sesudah.nama))
        tx.reverse(TABEL, serah_id, kata)

    return store.write("ponsel.batal", work).changes


def sambung(store: Store, serah_id: str) -> Changes:
    """Record a hand-over again that stands on one taken back elsewhere, after what holds now; the old entry is
    reversed. Raises InputSalah where it hangs on nothing, or would change nothing."""

    def work(tx: Tx) -> None:
        entri = entri_ada(tx.con, serah_id)
        if serah_id not in {e.id for e in rantai.posisi_unit(tx.con, entri.unit_id).putus}:
            raise InputSalah("", text.TIDAK_PUTUS)
        susul.susulkan(tx, entri)

    return store.write("ponsel.sambung", work).changes


def entri_ada(con: sqlite.Connection, serah_id: str) -> rantai.Entri:
    """Return a live hand-over; raise InputSalah when it is not here or was taken back."""
    row = con.execute(f"SELECT unit_id FROM {TABEL} WHERE id = ? AND membalik IS NULL", (serah_id,)).fetchone()
    semua = rantai.entri(con, [str(row[0])])[str(row[0])] if row else []
    entri = next((e for e in semua if e.id == serah_id), None)
    if entri is None:
        raise InputSalah("", text.SERAH_TIDAK_ADA)
    if any(e.membalik == serah_id for e in semua):
        raise InputSalah("", text.SUDAH_DIBATALKAN)
    return entri


def isi_serah(isian: Mapping[str, str], kini: date) -> Fields:
    """Clean what was typed of a hand-over; raise InputSalah for the first wrong input."""
    isi: Fields = {"tanggal": rules.hari(isian.get("tanggal", ""), kini)}
    isi["kondisi"] = rules.pilihan(isian.get("kondisi", ""), "kondisi")
    return isi | {nama: teks(isian.get(nama, ""), nama, panjang=200) for nama in _ISIAN}


def _jalankan(
    store: Store, jenis: str, unit_id: str | Sequence[str], isian: Mapping[str, str], satu: _Satu
) -> Done[list[str]]:
    units = [unit_id] if isinstance(unit_id, str) else list(dict.fromkeys(unit_id))
    if not units:
        raise InputSalah("", text.TANPA_BARANG)
    isi = isi_serah(isian, hari_ini(store))
    masa_id = isian.get("masa_id", "").strip()

    def work(tx: Tx) -> list[str]:
        return satu(tx, [keadaan(tx, one) for one in units], isi, masa_id)

    return store.write(f"ponsel.{jenis}", work)


def _tidak_hilang(semua: Sequence[Keadaan], isi: Fields) -> None:
    """Raise InputSalah for a unit that is lost: nobody can hand it over or give it back before it is found."""
    for k in semua:
        if (isi.get("kondisi") or k.unit["kondisi"]) == "hilang":
            raise InputSalah("kondisi", text.HILANG_DISERAHKAN.format(sebutan=k.nama))


def _catat(tx: Tx, semua: Sequence[Keadaan], jenis: str, isi: Fields, masa_id: str | None = None) -> list[str]:
    hari = str(isi["tanggal"])
    lain: Fields = {nama: nilai for nama, nilai in isi.items() if nama != "tanggal"}
    nomor = nomor_bast(tx, hari)
    hasil = []
    for k in semua:
        kepada = None if masa_id is None else penerima(tx, masa_id, hari, str(k.unit["lingkup"]))
        hasil.append(catat(tx, k, jenis, hari=hari, nomor=nomor, kepada=kepada, lain=lain))
    return hasil
