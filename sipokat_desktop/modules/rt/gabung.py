"""Gabungkan orang kembar: two records of one person become one, with all terms, as one act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import references, sqlite
from sipokat_desktop.storage.manifest import Column, Kind, LockedBy, Table
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import MASA, ORANG, ops, rules, text

Sisi = Literal["tetap", "hapus"]


class Beda(NamedTuple):
    """A field in which two records differ, in words; ``saran`` is the side that is filled in (else the kept one)."""

    field: str
    label: str
    tetap: str
    hapus: str
    saran: Sisi


class Gabungan(NamedTuple):
    """What a merge did: terms that moved to the kept person, terms that were the same and became one."""

    masa_dipindah: int
    masa_disatukan: int


def beda(con: sqlite.Connection, tetap_id: str, hapus_id: str) -> list[Beda]:
    """Return the fields in which two people differ; raises InputSalah where one is gone."""
    tetap, hapus = (_orang(con, id) for id in (tetap_id, hapus_id))
    return [
        Beda(c.name, c.label, _kata(c, tetap[c.name]), _kata(c, hapus[c.name]), _saran(tetap[c.name], hapus[c.name]))
        for c in ORANG.columns
        if tetap[c.name] != hapus[c.name]
    ]


def gabungkan(store: Store, tetap_id: str, hapus_id: str, pilihan: Mapping[str, str]) -> Done[Gabungan]:
    """Make one person of two: terms go to ``tetap_id``, ``hapus_id`` goes to the trash; one act, one undo.

    ``pilihan`` names per field the side whose value stays; what is not named stays as it is, or is filled in.
    Two records of one term become one. Raises InputSalah when the terms show two people.
    """
    if tetap_id == hapus_id:
        raise InputSalah("", text.GABUNG_SAMA)

    def work(tx: Tx) -> Gabungan:
        tetap, hapus = (_orang(tx.con, id) for id in (tetap_id, hapus_id))
        isi: Fields = {
            name: hapus[name]
            for c in ORANG.columns
            if pilihan.get(name := c.name, _saran(tetap[name], hapus[name])) == "hapus"
        }
        hasil = _pindahkan(tx, tetap_id, hapus_id)
        _pindahkan_rujukan(tx, tetap_id, hapus_id)
        tx.update("rt_orang", tetap_id, isi)
        tx.keep("rt_orang", tetap_id)
        tx.delete("rt_orang", hapus_id)
        return hasil

    return store.write("rt.gabungkan", work)


def _orang(con: sqlite.Connection, id: str) -> Fields:
    cursor = con.execute("SELECT * FROM rt_orang WHERE id = ?", (id,))
    row = cursor.fetchone()
    if row is None:
        raise InputSalah("", text.TIDAK_ADA)
    return dict(zip((satu[0] for satu in cursor.description), row, strict=True))


def _saran(tetap: Value, hapus: Value) -> Sisi:
    return "hapus" if tetap in (None, "") and hapus not in (None, "") else "tetap"


def _kata(column: Column, nilai: Value) -> str:
    if nilai is None or nilai == "":
        return "—"
    if column.words:
        return column.words(nilai)
    if column.name == "tanggal_lahir":
        return tanggal.panjang(date.fromisoformat(str(nilai)))
    return str(nilai)


def _pindahkan(tx: Tx, tetap_id: str, hapus_id: str) -> Gabungan:
    pindah, satu = 0, 0
    for masa in _masa(tx, hapus_id):
        milik = _masa(tx, tetap_id)
        tumpuk = [lain for lain in milik if rules.bertumpuk(_hari(masa), _hari(lain))]
        kembar = next((lain for lain in tumpuk if lain["jabatan_id"] == masa["jabatan_id"]), None)
        if kembar is not None:
            _satukan(tx, kembar, masa, tetap_id)
            satu += 1
        elif tumpuk:
            rt = sorted({ops.jabatan(tx.con, str(m["jabatan_id"]))[1] for m in (masa, tumpuk[0])})
            raise InputSalah("", text.GABUNG_DUA_RT.format(rt=" dan RT ".join(rt)))
        else:
            tx.update("rt_masa", str(masa["id"]), {"orang_id": tetap_id})
            pindah += 1
    return Gabungan(pindah, satu)


def _masa(tx: Tx, orang_id: str) -> list[Fields]:
    rows = tx.con.execute("SELECT id FROM rt_masa WHERE orang_id = ? ORDER BY tmt, id", (orang_id,)).fetchall()
    return [tx.row("rt_masa", str(row[0])) for row in rows]


def _hari(masa: Fields) -> tuple[str | None, str | None]:
    tmt, akhir = masa["tmt"], masa["akhir_nyata"]
    return str(tmt) if tmt else None, str(akhir) if akhir else None


def _satukan(tx: Tx, satu: Fields, dua: Fields, tetap_id: str) -> None:
    """Make one term of two records of it: the one that lists and payments stand on stays, gaps are filled.

    It begins on the earlier TMT; raises InputSalah where the two end on different days.
    """
    terpakai = [bool(references.users(tx.con, tx.tables, [("rt_masa", str(m["id"]))], most=1)) for m in (satu, dua)]
    if all(terpakai):
        raise InputSalah("", text.GABUNG_TERPAKAI.format(rt=ops.jabatan(tx.con, str(satu["jabatan_id"]))[1]))
    if satu["akhir_nyata"] != dua["akhir_nyata"]:
        raise InputSalah("", text.GABUNG_AKHIR.format(rt=ops.jabatan(tx.con, str(satu["jabatan_id"]))[1]))
    tinggal, pergi = (dua, satu) if terpakai[1] else (satu, dua)
    isi: Fields = {c.name: pergi[c.name] for c in MASA.columns if tinggal[c.name] is None}
    isi["tmt"] = min((str(m["tmt"]) for m in (satu, dua) if m["tmt"]), default=None)
    tx.update("rt_masa", str(tinggal["id"]), isi | {"orang_id": tetap_id})
    tx.delete("rt_masa", str(pergi["id"]))


def _pindahkan_rujukan(tx: Tx, tetap_id: str, hapus_id: str) -> None:
    """Let what else names the person name the kept one, where it may still change: locked lists stay as printed."""
    for table in tx.tables.values():
        for column in table.columns:
            if column.refers != "rt_orang" or table.name == "rt_masa" or table.kind is Kind.LEDGER:
                continue
            rows = tx.con.execute(f"SELECT id FROM {table.name} WHERE {column.name} = ?", (hapus_id,)).fetchall()
            for (id,) in rows:
                if not _terkunci(tx, table, table.locked_by, str(id)):
                    tx.update(table.name, str(id), {column.name: tetap_id})


def _terkunci(tx: Tx, table: Table, oleh: LockedBy | None, id: str) -> bool:
    if oleh is None:
        return False
    row = tx.con.execute(
        f"""SELECT p.{oleh.state_column} FROM {table.name} t JOIN {oleh.table} p ON p.id = t.{oleh.column}
            WHERE t.id = ?""",
        (id,),
    ).fetchone()
    return row is None or row[0] != oleh.open_state
