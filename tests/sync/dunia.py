"""Offices around one city for the sync tests, and what must hold between them when all is quiet."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import core, engine, sqlite
from sipokat_desktop.storage.oplog import WAITING
from sync.client import digest
from sync.client.session import Session, Summary
from sync.operation import Op
from sync.server import pull
from sync.server.database import Database
from sync.server.push import CITY, TABLES
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC, METADATA, OP_LOG
from tests.kota import City
from tests.unit import kantor

KELURAHAN, LAIN = kantor.KELURAHAN, "16.73.03.1010"
LEDGER = "insentif_mutasi"
BUKU = frozenset(table.name for module in MODULES for table in module.tables if table.ledger)
"""Every ledger of the program."""
Buka = Callable[[str | Path], Office]
"""The fixture ``office``."""


def daftarkan(office: Office, city: City, kode: str = KELURAHAN) -> Office:
    """Enrol an office PC with a fresh code."""
    office.enrol(server=city.url, code=city.invite(kode), name="Rina")
    return office


def sinkron(office: Office, *, limit: int = 0) -> Summary:
    """Sync; ``limit`` rows a page instead of the usual number."""
    if not limit:
        return office.sync()
    session = Session(office.store)
    session._limit = limit
    try:
        return session.run()
    finally:
        session.close()


def ubah(office: Office, rt_nomor: str, **isian: str) -> str:
    """Change fields of the head of an RT; returns the act."""
    m = next(m for m in roster.masa(office.store.reader(), lingkup=KELURAHAN) if m.nomor == rt_nomor)
    return rt.ubah(office.store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian=isian).act_id


def orang(office: Office, field: str) -> list[str]:
    """A field of every person, in the order of the names."""
    return [r[0] for r in office.store.reader().execute(f"SELECT {field} FROM rt_orang ORDER BY nama")]


def tenang(city: City, *offices: Office) -> None:
    """Let every office sync twice, then assert what must hold."""
    for _ in range(2):
        for satu in offices:
            sinkron(satu)
    periksa_tenang(city.db, offices)


def isi_rt(office: Office, *ke: int) -> None:
    """Add heads of RT."""
    for satu in ke:
        rt.tambah(office.store, KELURAHAN, kantor.isian(satu))


def terkunci(office: Office, kode: str = "2026-TW1") -> str:
    """Draw up and lock the list of a period; returns its number."""
    nomor = insentif.susun(office.store, KELURAHAN, periode.baca(kode)).value
    insentif.kunci(office.store, nomor, lurah="Lurah")
    return nomor


def satu_daftar(office: Office) -> str:
    """The number of a list."""
    return str(office.store.reader().execute("SELECT nomor FROM insentif_daftar ORDER BY id").fetchone()[0])


def dibayar(office: Office, nomor: str) -> int:
    """Rupiah handed out under a list."""
    return queries.cari_daftar(office.store.reader(), nomor).dibayar


def jenis(office: Office) -> list[str]:
    """The kinds of what waits for a decision."""
    return sorted(d.jenis for d in office.status().decisions)


def salin(asal: Path, tujuan: Path) -> Path:
    """Copy a data folder as a technician does."""
    shutil.copytree(asal, tujuan)
    return tujuan


class Simpanan:
    """A backup of the city's whole database, and the way back to it."""

    def __init__(self, db: Database) -> None:
        with db.read(ALL_SCOPES) as con:
            self._rows = {t.name: [dict(r._mapping) for r in con.execute(select(t))] for t in METADATA.sorted_tables}

    def pulihkan(self, db: Database) -> None:
        """Put every table back as it was; sessions opened since are forgotten."""
        with db.write(ALL_SCOPES) as con:
            for table in METADATA.sorted_tables:
                con.execute(table.delete())
                if self._rows[table.name]:
                    con.execute(table.insert(), self._rows[table.name])


def isi_kota(db: Database, scope: str) -> dict[tuple[str, str], dict[str, object]]:
    """The city's live rows of a scope: (table, id) → fields."""
    with db.read(ALL_SCOPES) as con:
        rows = con.execute(select(DOC).where(DOC.c.scope == scope, DOC.c.deleted == 0))
        return {(r.tbl, r.id): json.loads(r.doc) for r in rows}


def isi_kantor(office: Office, scope: str) -> dict[tuple[str, str], dict[str, object]]:
    """What an office sees of a scope: (table, id) → fields that are not empty."""
    con, found = office.store.reader(), {}
    for name in office.store.tables:
        for row in con.execute(f"SELECT * FROM {name} WHERE lingkup = ?", (scope,)):
            fields = {k: row[k] for k in row.keys() if k not in ("id", "lingkup") and row[k] is not None}  # noqa: SIM118
            found[name, row["id"]] = fields
    return found


def tercatat(db: Database) -> dict[str, Op]:
    """Every op of the city's log."""
    with db.read(ALL_SCOPES) as con:
        return {r.op_id: Op.parse(r.body) for r in con.execute(select(OP_LOG.c.op_id, OP_LOG.c.body))}


def hasil(db: Database) -> dict[str, str]:
    """The outcome of every op of the city's log."""
    with db.read(ALL_SCOPES) as con:
        return {r.op_id: r.outcome for r in con.execute(select(OP_LOG.c.op_id, OP_LOG.c.outcome))}


def buku(isi: dict[tuple[str, str], dict[str, object]]) -> dict[str, dict[str, object]]:
    """The entries of every ledger among rows."""
    return {row: fields for (table, row), fields in isi.items() if TABLES[table].ledger}


def semua_buku(isi: dict[tuple[str, str], dict[str, object]]) -> dict[str, dict[str, object]]:
    """The entries of every ledger among rows."""
    return {row: fields for (table, row), fields in isi.items() if table in BUKU}


def slot_ganda(entri: dict[str, dict[str, object]]) -> set[str]:
    """The slots on which two live claims stand, counted from the entries themselves."""
    dibalik = {e.get("membalik") for e in entri.values()}
    hidup = [str(e["slot"]) for row, e in entri.items() if not e.get("membalik") and row not in dibalik]
    return {slot for slot in hidup if hidup.count(slot) > 1}


def periksa_tenang(db: Database, offices: Iterable[Office], scope: str = KELURAHAN) -> None:
    """Assert I1–I5 of SYNC.md after every office has synced twice; the harness counts for itself."""
    log, di_kota = tercatat(db), isi_kota(db, scope)
    for office in offices:
        con = office.store.reader()
        semua = con.execute("SELECT op_id, state FROM sync_op").fetchall()
        assert {r["op_id"] for r in semua} <= log.keys(), "I1: an op is in neither outbox nor log"
        assert not [r for r in semua if r["state"] in ("pending", "sent")], "I3: the outbox is not empty"
        with db.read(ALL_SCOPES) as db_con:
            for lingkup in (scope, CITY):
                kota = {t: (d.count, d.sum) for t, d in pull.digests(db_con, [lingkup])[lingkup].items()}
                assert kota == digest.recount(con, lingkup) == digest.stored(con, lingkup), "I2: digests differ"
        assert isi_kantor(office, scope) == _dikenal(office, di_kota), (
            "I2: the screen shows something else than the city holds"
        )
        assert isi_kantor(office, CITY) == isi_kota(db, CITY)
        assert all(f.ok for f in office.check()), [f.kalimat for f in office.check()]
    _periksa_buku(log, hasil(db), di_kota, scope)


def _dikenal(
    office: Office, rows: dict[tuple[str, str], dict[str, object]]
) -> dict[tuple[str, str], dict[str, object]]:
    """The fields among the city's that this version of the program knows."""
    columns = {name: {c.name for c in table.columns} for name, table in office.store.tables.items()}
    return {k: {n: v for n, v in fields.items() if n in columns[k[0]]} for k, fields in rows.items()}


def _periksa_buku(
    log: dict[str, Op], outcomes: dict[str, str], di_kota: dict[tuple[str, str], dict[str, object]], scope: str
) -> None:
    entri = semua_buku(di_kota)
    masuk = {
        op.row: op.fields
        for op_id, op in log.items()
        if op.kind == "append" and op.scope == scope and outcomes[op_id] == "applied"
    }
    assert entri.keys() == masuk.keys(), "I4: the ledger is not the set of its appends"
    jumlah = [sum(int(str(e.get("jumlah") or 0)) for e in satu) for satu in (entri.values(), masuk.values())]
    assert jumlah[0] == jumlah[1], "I4"
    terbuka = {
        str(fields["slot"])
        for (table, _), fields in di_kota.items()
        if table == "konflik" and fields["jenis"] == core.GANDA and fields["keadaan"] == core.TERBUKA
        if "soal" not in json.loads(str(fields["isi"]))
    }
    assert terbuka == slot_ganda(entri), "I5: open conflicts are not the doubly claimed slots"


def semua_op(office: Office) -> set[str]:
    """Every op that this PC has kept."""
    return {str(r[0]) for r in office.store.reader().execute("SELECT op_id FROM sync_op")}


def menunggu(office: Office) -> int:
    """Ops on this PC that the city has not answered."""
    row = (
        office.store.reader()
        .execute(f"SELECT count(*) FROM sync_op WHERE state IN {WAITING} AND hasil = ''")
        .fetchone()
    )
    return int(row[0])


def ubah_bayangan(office: Office) -> None:
    """Tamper with one row of what this PC believes the city to hold, and with what is shown of it."""
    with closing(sqlite.connect(office.store.path, isolation_level=None)) as con:
        engine.unlock(con, office.store.key)
        con.create_function("sipokat_dalam_op", 0, lambda: 1)
        con.execute(
            "UPDATE sync_shadow SET doc = json_set(doc, '$.hp', '000') WHERE id = (SELECT min(id) FROM rt_orang)"
        )
        con.execute("UPDATE rt_orang SET hp = '000' WHERE id = (SELECT min(id) FROM rt_orang)")
