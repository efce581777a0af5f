"""What becomes of the units of a head whose term ends: part of the act *ganti ketua RT* (DOMAIN §2, §4)."""

from __future__ import annotations

import json

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Belonging, Choice, Handover, TermEnd
from sipokat_desktop.storage.tx import Tx

from . import rantai, text
from .rantai import TABEL, Posisi
from .sebutan import sebut_unit
from .tulis import Keadaan, Penerima, catat, keadaan, nomor_bast

ALIH, KEMBALI, BELUM = "alih", "kembali", "belum"
"""Passed to the new head, given back to the office, or still with the old head (then it is overdue)."""

_MENINGGAL = "meninggal"


def milik(con: sqlite.Connection, end: TermEnd) -> tuple[Belonging, ...]:
    """Return the units that the head of this term holds; what waits for a decision is left to that decision.

    Nobody can say by himself what became of a dead head's phone: it stays with the family until somebody records it.
    """
    usul = BELUM if end.reason == _MENINGGAL else ALIH
    return tuple(_satu(con, unit_id, usul) for unit_id in _dipegang(con, end.term))


def serahkan(tx: Tx, handover: Handover) -> None:
    """Inside *ganti ketua*: record each unit as passed on or given back; what stays with the old head gets no entry.

    The ids follow from the entry before and the new term: two PCs that make the same change make one hand-over. A unit
    that the old head does not hold any more is left as it is.
    """
    dipegang = set(_dipegang(tx.con, handover.end.term))
    nomor: dict[str, str] = {}
    for unit_id, pilihan in handover.choices.items():
        if unit_id not in dipegang or pilihan not in (ALIH, KEMBALI):
            continue
        k = keadaan(tx, unit_id)
        nomor.setdefault(pilihan, nomor_bast(tx, handover.day))
        _catat(tx, k, handover, pilihan, nomor[pilihan])


def _catat(tx: Tx, k: Keadaan, handover: Handover, pilihan: str, nomor: str) -> None:
    kepada = Penerima(handover.heir, handover.end.post, handover.heir_name) if pilihan == ALIH else None
    sebelum = k.kini.id if k.kini else rantai.AWAL
    hari = max(handover.day, k.kini.tanggal if k.kini else "")
    row_id = derived_id(TABEL, text.GANTI_KETUA, sebelum, handover.heir, pilihan)
    lain: Fields = {"alasan": text.GANTI_KETUA}
    catat(tx, k, pilihan, hari=hari, nomor=nomor, kepada=kepada, row_id=row_id, lain=lain)


def _dipegang(con: sqlite.Connection, masa_id: str) -> list[str]:
    """Return the units that a term holds and that are not in dispute, in the order in which they came."""
    if not masa_id:
        return []
    rows = con.execute(f"SELECT DISTINCT unit_id FROM {TABEL} WHERE masa_id = ? ORDER BY tanggal, id", (masa_id,))
    semua = rantai.entri(con, [str(row[0]) for row in rows.fetchall()])
    posisi = {unit_id: rantai.posisi(entri) for unit_id, entri in semua.items()}
    ada = {
        unit_id
        for unit_id in _ada(con, [*posisi])
        if _tenang(posisi[unit_id]) and (kini := posisi[unit_id].kini) and kini.pemegang == masa_id
    }
    return [unit_id for unit_id in posisi if unit_id in ada]


def _ada(con: sqlite.Connection, unit: list[str]) -> set[str]:
    rows = con.execute("SELECT id FROM ponsel_unit WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(unit),))
    return {str(row[0]) for row in rows}


def _tenang(posisi: Posisi) -> bool:
    return len(posisi.ujung) == 1 and not posisi.putus and not posisi.menunggu


def _satu(con: sqlite.Connection, unit_id: str, usul: str) -> Belonging:
    nama = sebut_unit(con, unit_id)
    barang = con.execute("SELECT coalesce(barang, ''), kondisi FROM ponsel_unit WHERE id = ?", (unit_id,)).fetchone()
    pilihan = (
        Choice(ALIH, text.BARANG_ALIH, text.BA_ALIH.format(barang=nama)),
        Choice(KEMBALI, text.BARANG_KEMBALI, text.BA_KEMBALI.format(barang=nama)),
        Choice(BELUM, text.BARANG_BELUM, text.BA_BELUM.format(barang=nama)),
    )
    hilang = barang[1] == "hilang"
    nama = f"{nama} · {text.KODE['kondisi']['hilang']}" if hilang else nama
    return Belonging(unit_id, nama, str(barang[0]), pilihan[2:] if hilang else pilihan, BELUM if hilang else usul)
