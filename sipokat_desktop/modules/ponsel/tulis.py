"""Writes hand-overs: the next entry in the chain of a unit, inside an act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import ids, tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.tx import Tx

from . import rantai, text
from .rantai import TABEL, Entri
from .unit_ops import ada, sebut


class Penerima(NamedTuple):
    """The head who receives: term, post, person's name."""

    masa_id: str
    jabatan_id: str
    nama: str


class Keadaan(NamedTuple):
    """A unit before a hand-over: its row, and the last entry of its chain (None: never handed out)."""

    unit: Fields
    kini: Entri | None

    @property
    def nama(self) -> str:
        """Name the unit."""
        return sebut(self.unit)

    @property
    def pemegang(self) -> str:
        """The term of the head who holds it, "" for the office."""
        return self.kini.pemegang if self.kini else ""


def keadaan(tx: Tx, unit_id: str) -> Keadaan:
    """Return where a unit is; raise InputSalah when it is gone, or when a person has to decide first."""
    unit = ada(tx, unit_id)
    posisi = rantai.posisi_unit(tx.con, unit_id)
    if len(posisi.ujung) > 1 and not posisi.putus:
        nama = text.ATAU.join(dict.fromkeys(e.nama if e.pemegang else text.KANTOR for e in posisi.ujung))
        raise InputSalah("", text.PERLU_PUTUSAN.format(sebutan=sebut(unit), nama=nama))
    if posisi.putus:
        raise InputSalah("", text.PERLU_SAMBUNG.format(sebutan=sebut(unit)))
    if posisi.menunggu:
        raise InputSalah("", text.PUTUS_TUNGGU)
    return Keadaan(unit, posisi.kini)


def penerima(tx: Tx, masa_id: str, hari: str, lingkup: str) -> Penerima:
    """Return who receives on a day (ISO); raise InputSalah unless it is a head in office of that kelurahan then."""
    if not masa_id.strip():
        raise InputSalah("masa_id", text.PEMEGANG_KOSONG)
    row = tx.con.execute(
        """SELECT m.id, m.jabatan_id, coalesce(o.nama, ''), m.tmt, m.akhir_nyata, m.lingkup FROM rt_masa m
           LEFT JOIN rt_orang o ON o.id = m.orang_id WHERE m.id = ?""",
        (masa_id,),
    ).fetchone()
    if row is None:
        raise InputSalah("masa_id", text.PEMEGANG_TIDAK_ADA)
    orang = Penerima(str(row[0]), str(row[1]), str(row[2]))
    if row[5] != lingkup:
        raise InputSalah("masa_id", text.PEMEGANG_LAIN_KELURAHAN.format(nama=orang.nama))
    if row[4] and row[4] < hari:
        raise InputSalah(
            "masa_id", text.PEMEGANG_BERHENTI.format(nama=orang.nama, tanggal=_hari(row[4]), hari=_hari(hari))
        )
    if row[3] and row[3] > hari:
        raise InputSalah("masa_id", text.PEMEGANG_BELUM.format(nama=orang.nama, tanggal=_hari(row[3])))
    return orang


def catat(
    tx: Tx, dari: Keadaan, jenis: str, *, hari: str, nomor: str, kepada: Penerima | None = None, row_id: str = "",
    lain: Fields | None = None,
) -> str:  # fmt: skip
    """Add the entry that follows what holds now, with the condition of the unit; return its id.

    Of an entry that gives back, ``nama`` is who gave. Raises InputSalah for a day before the one before.
    """
    unit_id, kini = str(dari.unit["id"]), dari.kini
    tidak_mundur(kini, hari)
    isi: Fields = {
        "unit_id": unit_id, "jenis": jenis, "tanggal": hari, "nomor": nomor,
        "slot": rantai.slot(unit_id, kini.id if kini else rantai.AWAL),
    }  # fmt: skip
    lama = kini if kini and kini.pemegang else None
    if kepada:
        isi |= {"jabatan_id": kepada.jabatan_id, "masa_id": kepada.masa_id, "nama": kepada.nama}
    elif lama:
        isi |= {"jabatan_id": lama.jabatan_id, "masa_id": lama.masa_id, "nama": lama.nama}
    if jenis == "alih" and lama:
        isi |= {"dari_masa_id": lama.masa_id, "dari_nama": lama.nama}
    isi |= {"kondisi": dari.unit["kondisi"], "kelengkapan": dari.unit["kelengkapan"]}
    isi |= {nama: nilai for nama, nilai in (lain or {}).items() if nilai}
    ubah = {nama: isi[nama] for nama in ("kondisi", "kelengkapan") if isi[nama]}
    tx.update("ponsel_unit", unit_id, ubah)
    return tx.append(
        TABEL, isi, scope=str(dari.unit["lingkup"]), row_id="" if row_id and tx.has(TABEL, row_id) else row_id
    )


def tidak_mundur(kini: Entri | None, hari: str) -> None:
    """Raise InputSalah for a day before the hand-over before."""
    if kini and hari < kini.tanggal:
        raise InputSalah("tanggal", text.SEBELUM_CATATAN.format(tanggal=_hari(hari), sebelum=_hari(kini.tanggal)))


def nomor_bast(tx: Tx, hari: str) -> str:
    """Mint the next BAST number of this incarnation: two PCs never give the same one (SYNC.md)."""
    awalan = f"BAST-{hari[:4]}-{ids.short_code(tx.chain.inc, 3)}-"
    dipakai = tx.con.execute(
        f"SELECT count(DISTINCT nomor) FROM {TABEL} WHERE nomor >= ?1 AND nomor < ?1 || '~'", (awalan,)
    ).fetchone()[0]
    return f"{awalan}{dipakai + 1:02d}"


def semua_sama(keadaan_: Sequence[Keadaan]) -> None:
    """Raise InputSalah when units on one paper are held by different people."""
    if len({k.pemegang for k in keadaan_}) > 1:
        raise InputSalah("", text.BEDA_PEMEGANG)


def _hari(iso: str) -> str:
    return tanggal.panjang(date.fromisoformat(iso))
