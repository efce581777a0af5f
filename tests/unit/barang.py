"""Registered goods for tests: valid IMEIs, an office with heads of RT and phones."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.ponsel import ops, queries
from sipokat_desktop.modules.ponsel.rules import luhn
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN


def imei(ke: int) -> str:
    """A valid IMEI; another one for each ``ke``."""
    tanpa = f"35209900{ke:06d}"
    return next(tanpa + str(akhir) for akhir in range(10) if luhn(tanpa + str(akhir)))


def hp(store: Store, ke: int, *, lingkup: str = KELURAHAN, **lain: str) -> str:
    """Record a phone; returns its id."""
    isian = {"merek": "Samsung", "tipe": "J2 Prime", "imei1": imei(ke), "tahun": "2017"}
    return ops.simpan_unit(store, lingkup, isian | lain).value


def hari(store: Store) -> date:
    """Today at the office."""
    return tanggal.wib(store.clock()).date()


def unit(store: Store, unit_id: str) -> queries.Unit:
    """A unit as the register shows it today."""
    satu = queries.unit(store.reader(), unit_id, hari=hari(store))
    assert satu is not None
    return satu


def masa_id(store: Store, rt: str, *, hari_: date | None = None) -> str:
    """The term of the head in office of an RT."""
    semua = queries.pemegang(store.reader(), lingkup=KELURAHAN, hari=hari_ or hari(store))
    return next(p.masa_id for p in semua if p.nomor_rt == rt)


def serah(store: Store, unit_id: str, rt: str, **lain: str) -> str:
    """Hand a unit to the head of an RT; returns the hand-over's id."""
    return ops.serah(store, unit_id, {"masa_id": masa_id(store, rt)} | lain).value[0]
