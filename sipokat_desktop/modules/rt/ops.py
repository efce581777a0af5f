"""What a clerk does to the roster; each function is one act, checked, logged and undoable."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.storage.manifest import Table
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import JABATAN, MASA, ORANG, queries, rules, text


def id_jabatan(lingkup: str, nomor: str, rw: str | None = None) -> str:
    """Return the id of a post: the same on every PC, so that two offline rosters meet in one row."""
    return derived_id("rt_jabatan", lingkup, nomor, rw or "")


def hari_ini(store: Store) -> date:
    """Return today in the office (WIB)."""
    return tanggal.wib(store.clock()).date()


def tambah(store: Store, lingkup: str, isian: Mapping[str, str]) -> Done[str]:
    """Record a post with the head who holds it; returns the term's id.

    Raises InputSalah when a field is wrong, the NIK belongs to another head in office,
    or the post is still held (Permendagri 18/2018: one ketua per RT).
    """
    hari = hari_ini(store)
    fields = rules.bersihkan(isian, hari)
    rules.periksa_masa(fields)

    def work(tx: Tx) -> str:
        _nik_bebas(tx.con, fields, orang_id="", hari=hari)
        _jabatan_bebas(tx.con, lingkup, fields, hari)
        return catat_masa(tx, lingkup, fields)

    return store.write("rt.tambah", work)


def ubah(store: Store, *, jabatan_id: str, masa_id: str, isian: Mapping[str, str]) -> Changes:
    """Change fields of a post, its term and its holder; raises InputSalah as :func:`tambah`."""
    hari = hari_ini(store)
    fields = rules.bersihkan(isian, hari)

    def work(tx: Tx) -> None:
        try:
            masa = tx.row("rt_masa", masa_id)
            orang_id = str(masa["orang_id"])
            _nik_bebas(tx.con, fields, orang_id=orang_id, hari=hari)
            rules.periksa_masa(masa | fields)
            tx.update("rt_orang", orang_id, bagian(ORANG, fields))
            tx.update("rt_masa", masa_id, bagian(MASA, fields))
            tx.update("rt_jabatan", jabatan_id, bagian(JABATAN, fields))
        except KeyError as exc:
            raise InputSalah("", text.TIDAK_ADA) from exc

    return store.write("rt.ubah", work).changes


def akhiri(store: Store, *, masa_id: str, isian: Mapping[str, str]) -> Changes:
    """Close a term with its real end and the reason; the person stays on record for past claims."""
    fields = rules.bersihkan(isian, hari_ini(store))
    if not fields.get("akhir_nyata"):
        raise InputSalah("akhir_nyata", text.TANGGAL_AKHIR_KOSONG)

    def work(tx: Tx) -> None:
        rules.periksa_masa(tx.row("rt_masa", masa_id) | fields)
        tx.update("rt_masa", masa_id, bagian(MASA, fields))

    return store.write("rt.akhiri", work).changes


def set_pejabat(store: Store, lingkup: str, peran: str, isian: Mapping[str, str]) -> Changes:
    """Record who signs as ``peran`` from ``mulai`` on (the beginning of this year when left empty)."""
    row_id, fields = _pejabat(lingkup, peran, isian, hari_ini(store))
    return store.write("rt.pejabat", lambda tx: _simpan_pejabat(tx, lingkup, row_id, fields)).changes


def set_semua_pejabat(store: Store, lingkup: str, isian: Mapping[str, str]) -> Changes:
    """Record all signers at once; keys are ``lurah.nama``, ``pptk.nip`` …; a role without a name is left out."""
    hari = hari_ini(store)
    rows: list[tuple[str, Fields]] = []
    for peran in text.PERAN:
        satu = {field: isian.get(f"{peran}.{field}", "") for field in ("nama", "nip", "pangkat")}
        if not any(nilai.strip() for nilai in satu.values()):
            continue
        try:
            rows.append(_pejabat(lingkup, peran, satu, hari))
        except InputSalah as exc:
            raise InputSalah(f"{peran}.{exc.field}", exc.pesan) from exc

    def work(tx: Tx) -> None:
        for row_id, fields in rows:
            _simpan_pejabat(tx, lingkup, row_id, fields)

    return store.write("rt.pejabat", work).changes


def _pejabat(lingkup: str, peran: str, isian: Mapping[str, str], hari: date) -> tuple[str, Fields]:
    if peran not in text.PERAN:
        raise InputSalah("peran", text.PILIHAN_SALAH.format(pilihan=", ".join(text.PERAN)))
    fields: Fields = {"peran": peran, "nama": rules.bersihkan({"nama": isian.get("nama", "")}, hari)["nama"]}
    for field in ("sebutan", "pangkat", "nip"):
        fields[field] = rules.teks(isian.get(field, ""), field)
    mulai = isian.get("mulai", "")
    fields["mulai"] = (tanggal.baca(mulai, "mulai") if mulai.strip() else hari.replace(month=1, day=1)).isoformat()
    return derived_id("rt_pejabat", lingkup, peran, str(fields["mulai"])), fields


def _simpan_pejabat(tx: Tx, lingkup: str, row_id: str, fields: Fields) -> None:
    if tx.has("rt_pejabat", row_id):
        tx.update("rt_pejabat", row_id, fields)
    else:
        tx.insert("rt_pejabat", fields, scope=lingkup, row_id=row_id)


def catat_masa(tx: Tx, lingkup: str, fields: Fields) -> str:
    """Inside an act: add post (where new), person and term from cleaned ``fields``; return the term's id."""
    jabatan_id = _jabatan(tx, lingkup, fields)
    orang_id = tx.insert("rt_orang", bagian(ORANG, fields), scope=lingkup)
    masa = bagian(MASA, fields) | {"jabatan_id": jabatan_id, "orang_id": orang_id}
    return tx.insert("rt_masa", masa, scope=lingkup)


def bagian(table: Table, fields: Fields) -> Fields:
    """Return the part of ``fields`` that belongs to ``table``."""
    names = {column.name for column in table.columns}
    return {name: value for name, value in fields.items() if name in names}


def _jabatan(tx: Tx, lingkup: str, fields: Fields) -> str:
    isi = bagian(JABATAN, fields)
    rw = isi.get("rw")
    jabatan_id = id_jabatan(lingkup, str(isi["nomor"]), str(rw) if rw else None)
    if tx.has("rt_jabatan", jabatan_id):
        tx.update("rt_jabatan", jabatan_id, {name: value for name, value in isi.items() if value is not None})
    else:
        tx.insert("rt_jabatan", isi, scope=lingkup, row_id=jabatan_id)
    return jabatan_id


def _nik_bebas(con: sqlite3.Connection, fields: Fields, *, orang_id: str, hari: date) -> None:
    nik = fields.get("nik")
    pemegang = queries.pemegang_nik(con, str(nik), hari=hari, kecuali_orang=orang_id) if nik else []
    if pemegang:
        raise InputSalah("nik", text.NIK_DIPAKAI.format(rt=pemegang[0]))


def _jabatan_bebas(con: sqlite3.Connection, lingkup: str, fields: Fields, hari: date) -> None:
    for baris in queries.roster(con, lingkup=lingkup, hari=hari):
        if (baris.nomor, baris.rw) == (fields["nomor"], fields.get("rw")) and baris.orang_id:
            raise InputSalah("nomor", text.RT_TERISI.format(rt=baris.nomor, nama=baris.nama))
