"""Puts hand-overs behind others: one that hangs, and one that happened after another PC's."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.tx import Tx, replacement_id

from . import rantai, text
from .rantai import PEGANG, TABEL, Entri
from .unit_ops import ada, sebut


def penerus(con: sqlite.Connection, entri: Entri) -> Entri | None:
    """Return the last live entry that follows ``entri``, None where none does."""
    return next(reversed(rantai.cabang(rantai.entri(con, [entri.unit_id])[entri.unit_id], entri.id)[1:]), None)


def batalkan(tx: Tx, entri: Entri, alasan: str) -> None:
    """Inside an act: take ``entri`` back with everything that was recorded after it, the last one first."""
    semua = rantai.entri(tx.con, [entri.unit_id])[entri.unit_id]
    for e in reversed(rantai.cabang(semua, entri.id)):
        tx.reverse(TABEL, e.id, alasan)


def susulkan(tx: Tx, entri: Entri) -> list[str]:
    """Inside an act: take back ``entri`` and what follows it, and record each again behind the rest of the chain; of
    several others behind the latest, so that of many claims one less is left to decide.

    Raises InputSalah where an entry of the rest hangs, these branch, or the entry would then change nothing.
    """
    semua = rantai.entri(tx.con, [entri.unit_id])[entri.unit_id]
    pindah = rantai.cabang(semua, entri.id)
    sisa = rantai.posisi([e for e in semua if e not in pindah])
    if sisa.putus or rantai.bercabang(pindah):
        raise InputSalah("", text.BANYAK_CABANG)
    akhir = max(sisa.ujung, key=lambda e: (e.tanggal, e.id), default=None)
    batalkan(tx, entri, text.DISUSULKAN)
    return _lagi(tx, pindah, entri.unit_id, akhir)


def pindahkan(tx: Tx, entri: Entri, unit_id: str, alasan: str) -> list[str]:
    """Inside an act: take ``entri`` back with what follows it, and record it on another unit of the office, which was
    what went out. Raises InputSalah where that one is held, or the entries are no single chain."""
    pindah = rantai.cabang(rantai.entri(tx.con, [entri.unit_id])[entri.unit_id], entri.id)
    tujuan, posisi = ada(tx, unit_id), rantai.posisi_unit(tx.con, unit_id)
    if len(posisi.ujung) > 1 or posisi.putus:
        raise InputSalah("unit_id", text.PERLU_SAMBUNG.format(sebutan=sebut(tujuan)))
    if posisi.kini and posisi.kini.pemegang:
        raise InputSalah("unit_id", text.BARANG_TERPAKAI.format(sebutan=sebut(tujuan), nama=posisi.kini.nama))
    if rantai.bercabang(pindah):
        raise InputSalah("", text.BANYAK_CABANG)
    batalkan(tx, entri, alasan)
    return _lagi(tx, pindah, unit_id, posisi.kini)


def _lagi(tx: Tx, pindah: Sequence[Entri], unit_id: str, kini: Entri | None) -> list[str]:
    """Record entries that were taken back again, one after the other behind ``kini``; the ids follow from theirs."""
    unit = ada(tx, unit_id)
    hasil: list[str] = []
    for e in pindah:
        isi = _disusulkan(tx.row(TABEL, e.id), kini, sebut(unit))
        isi |= {"unit_id": unit_id, "slot": rantai.slot(unit_id, kini.id if kini else rantai.AWAL)}
        baru = replacement_id(TABEL, e.id)
        row_id = tx.append(TABEL, isi, scope=str(unit["lingkup"]), row_id="" if tx.has(TABEL, baru) else baru)
        hasil.append(row_id)
        kini = e._replace(
            id=row_id, jenis=str(isi["jenis"]), slot=str(isi["slot"]), tanggal=str(isi["tanggal"]),
            masa_id=str(isi["masa_id"] or ""), nama=str(isi["nama"] or ""), jabatan_id=str(isi["jabatan_id"] or ""),
        )  # fmt: skip
    return hasil


def _disusulkan(lama: Fields, kini: Entri | None, nama: str) -> Fields:
    """Return an entry as it reads behind ``kini``: given by the office it is *serah*, by another head *alih*."""
    isi = _tanpa_kunci(lama)
    dari = kini if kini and kini.pemegang else None
    if isi["jenis"] not in PEGANG:
        if not dari and isi["jenis"] == "kembali":
            raise InputSalah("", text.SAMBUNG_PERCUMA.format(sebutan=nama))
        siapa = {"jabatan_id": dari.jabatan_id, "masa_id": dari.masa_id, "nama": dari.nama} if dari else {}
        return isi | siapa | {"tanggal": _tidak_sebelum(isi, kini)}
    if dari and dari.masa_id == isi["masa_id"]:
        raise InputSalah("", text.SAMA_PEMEGANG.format(nama=dari.nama, sebutan=nama))
    isi |= {"jenis": "alih" if dari else "serah", "tanggal": _tidak_sebelum(isi, kini)}
    return isi | {"dari_masa_id": dari.masa_id if dari else None, "dari_nama": dari.nama if dari else None}


def _tidak_sebelum(isi: Fields, kini: Entri | None) -> str:
    """Return the day of an entry, not before that of the one it follows."""
    return max(str(isi["tanggal"]), kini.tanggal if kini else "")


def _tanpa_kunci(lama: Fields) -> Fields:
    return {nama: nilai for nama, nilai in lama.items() if nama not in ("id", "lingkup")}
