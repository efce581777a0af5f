"""Acts on the register: a unit recorded, mended, several at once, one deleted that was never used."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, text
from .model import sebutan
from .tabel import UNIT as TABEL_UNIT

UNIT = tuple(column.name for column in TABEL_UNIT.columns)
"""The inputs of a unit."""

_PENGENAL = ("imei1", "imei2", "seri")
_PEMISAH = re.compile(r"[/;\t,]")


def simpan_unit(store: Store, lingkup: str, isian: Mapping[str, str], *, unit_id: str = "") -> Done[str]:
    """Record a unit of a kelurahan, or change the fields of ``isian`` of one; returns its id.

    Raises InputSalah when a field is wrong or the unit is gone. A number that another unit has is a doubt, no error.
    """
    fields = _bersih(isian, hari_ini(store), baru=not unit_id)

    def work(tx: Tx) -> str:
        if not unit_id:
            return tambah(tx, lingkup, fields)
        ada(tx, unit_id)
        tx.update("ponsel_unit", unit_id, fields)
        return unit_id

    return store.write("ponsel.ubah" if unit_id else "ponsel.tambah", work)


def tambah_banyak(store: Store, lingkup: str, isian: Mapping[str, str], pengenal: Sequence[str]) -> Done[list[str]]:
    """Record several units alike as one act: a line per unit with its numbers (``IMEI 1 / IMEI 2 ; seri``).

    Raises InputSalah for the first line that is wrong, named by its number, or when there is none.
    """
    hari = hari_ini(store)
    sama = {field: nilai for field, nilai in isian.items() if field not in _PENGENAL}
    baris = [(ke, satu) for ke, satu in enumerate(pengenal, 1) if satu.strip()]
    if not baris:
        raise InputSalah("pengenal", text.BANYAK_KOSONG)
    semua = [_bersih(sama | _satu_baris(ke, satu), hari, baru=True, baris=ke) for ke, satu in baris]
    _tanpa_kembar(semua)
    return store.write("ponsel.tambah_banyak", lambda tx: [tambah(tx, lingkup, fields) for fields in semua])


def hapus_unit(store: Store, unit_id: str) -> Changes:
    """Delete a unit that was recorded by mistake; raises InputSalah where it was handed over or has an incident."""

    def work(tx: Tx) -> None:
        unit = ada(tx, unit_id)
        for tabel in ("ponsel_serah", "ponsel_kejadian", "ponsel_bantuan"):
            if tx.con.execute(f"SELECT 1 FROM {tabel} WHERE unit_id = ? LIMIT 1", (unit_id,)).fetchone():
                raise InputSalah("", text.MASIH_DIPAKAI.format(sebutan=sebut(unit)))
        tx.delete("ponsel_unit", unit_id)

    return store.write("ponsel.hapus", work).changes


def tambah(tx: Tx, lingkup: str, fields: Fields) -> str:
    """Inside an act: add a unit and return its id, the same on two PCs that record the same IMEI, else a new one."""
    imei = fields.get("imei1")
    row_id = derived_id("ponsel_unit", lingkup, str(imei)) if imei else ""
    return tx.insert(
        "ponsel_unit", fields, scope=lingkup, row_id="" if row_id and tx.has("ponsel_unit", row_id) else row_id
    )


def ada(tx: Tx, unit_id: str) -> Fields:
    """Return the row of a unit; raise InputSalah when it is gone."""
    try:
        return tx.row("ponsel_unit", unit_id)
    except KeyError as exc:
        raise InputSalah("", text.TIDAK_ADA) from exc


def sebut(unit: Fields) -> str:
    """Name a unit's row: ``HP Samsung J2 Prime``."""
    return sebutan(*(str(unit.get(nama) or "") for nama in ("barang", "merek", "tipe")))


def _bersih(isian: Mapping[str, str], hari: date, *, baru: bool, baris: int = 0) -> Fields:
    asing = isian.keys() - {*UNIT}
    if asing:
        raise KeyError(min(asing))
    try:
        fields = rules.bersihkan(isian, hari)
    except InputSalah as exc:
        if not baris:
            raise
        raise InputSalah("pengenal", text.BANYAK_BARIS.format(baris=baris, sebab=exc.pesan)) from exc
    if baru or "barang" in fields:
        fields["barang"] = fields.get("barang") or text.BARANG
    if baru or "kondisi" in fields:
        fields["kondisi"] = fields.get("kondisi") or "baik"
    return fields


def _satu_baris(ke: int, baris: str) -> dict[str, str]:
    """Read the numbers of a unit: IMEIs are told from a serial number by their digits."""
    hasil: dict[str, str] = {}
    for bagian in filter(None, (satu.strip() for satu in _PEMISAH.split(baris))):
        angka = rules.rapikan_imei(bagian).isdigit()
        bebas = [field for field in (_PENGENAL[:2] if angka else _PENGENAL[2:]) if field not in hasil]
        if not bebas:
            raise InputSalah("pengenal", text.BANYAK_BARIS.format(baris=ke, sebab=text.BANYAK_LEBIH))
        hasil[bebas[0]] = bagian
    return hasil


def _tanpa_kembar(semua: Sequence[Fields]) -> None:
    dilihat: set[object] = set()
    for ke, fields in enumerate(semua, 1):
        nomor = {fields.get("imei1"), fields.get("imei2")} - {None}
        if nomor & dilihat:
            raise InputSalah("pengenal", text.BANYAK_BARIS.format(baris=ke, sebab=text.BANYAK_KEMBAR))
        dilihat |= nomor
