"""The invariants I1–I13 of SYNC.md as checks over what city and PCs hold when all is quiet; it counts for itself."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import canonical
from sipokat_desktop.storage.core import GANDA, HAPUS, KERAS, LUNAK, TERBUKA
from sync.client import digest
from sync.operation import Op
from sync.protocol import WireOp
from sync.server import push
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DIGEST, DOC, METADATA, OP_LOG
from tests.sync.dunia import BUKU, buku, isi_kantor, isi_kota, semua_buku, slot_ganda

CITY = "kota"
Isi = dict[tuple[str, str], dict[str, object]]


class Catatan:
    """What the city's log and rows of one scope say, read once."""

    def __init__(self, db: Database, scope: str) -> None:
        self.db, self.scope = db, scope
        with db.read(ALL_SCOPES) as con:
            kolom = (OP_LOG.c.op_id, OP_LOG.c.inc, OP_LOG.c.n, OP_LOG.c.body, OP_LOG.c.outcome, OP_LOG.c.device_id,
                     OP_LOG.c.at)  # fmt: skip
            self.log = con.execute(select(*kolom).order_by(OP_LOG.c.at, OP_LOG.c.inc, OP_LOG.c.n)).all()
            self.docs = con.execute(select(DOC).where(DOC.c.scope == scope)).all()
            self.digest = {
                d.tbl: (d.total, d.sum) for d in con.execute(select(DIGEST).where(DIGEST.c.scope == scope)).all()
            }
        self.ops = {r.op_id: Op.parse(r.body) for r in self.log}
        self.hasil = {r.op_id: str(r.outcome) for r in self.log}
        self.isi: Isi = {(d.tbl, d.id): json.loads(d.doc) for d in self.docs if not d.deleted}

    def milik(self, *kinds: str, masuk: bool = True) -> list[tuple[str, Op]]:
        """The ops of this scope, of these kinds, that entered the city's state."""
        jadi = ("applied", "merged") if masuk else ("applied", "merged", "duplicate", "held", "refused")
        return [
            (i, op) for i, op in self.ops.items()
            if op.scope == self.scope and op.kind in kinds and self.hasil[i] in jadi
        ]  # fmt: skip

    def konflik(self, jenis: str) -> list[dict[str, object]]:
        """The conflicts of a kind."""
        return [f for (table, _), f in self.isi.items() if table == "konflik" and f["jenis"] == jenis]


def periksa(db: Database, scope: str, offices: Iterable[Office], pernah: Iterable[str]) -> None:
    """Assert every law for one kelurahan after all its PCs have synced and nothing is left over."""
    c = Catatan(db, scope)
    for office in offices:
        _kotak_keluar(c, office)
        _sama(c, office)
        _hanya_miliknya(office)
    hilang = set(pernah) - c.ops.keys()
    assert not hilang, f"I1: ops are in neither outbox nor log: {hilang}"
    _angka_kota(c)
    _buku(c)
    _ganda(c)
    _tertimpa(c)
    _dihapus(c)


def _kotak_keluar(c: Catatan, office: Office) -> None:
    semua = office.store.reader().execute("SELECT op_id, state, hasil, lingkup FROM sync_op").fetchall()
    assert {r["op_id"] for r in semua} <= c.ops.keys(), "I1: an op of a live PC is not in the log of the drained city"
    for r in semua:
        assert r["state"] in ("acked", "held", "refused"), f"I3: an op is still {r['state']}"
        terlihat = {"held": "held", "refused": "refused"}.get(c.hasil[r["op_id"]])
        if terlihat and r["lingkup"] == c.scope:
            # An op that was held and decided since is closed; its outcome still says what became of it.
            assert terlihat in (r["state"], r["hasil"]), "I3: the office does not show what the city held or refused"


def _sama(c: Catatan, office: Office) -> None:
    con = office.store.reader()
    assert digest.recount(con, c.scope) == digest.stored(con, c.scope) == c.digest, "I2: digests differ"
    kolom = {name: {k.name for k in table.columns} for name, table in office.store.tables.items()}
    harap = {k: {n: v for n, v in f.items() if n in kolom[k[0]]} for k, f in c.isi.items()}
    assert isi_kantor(office, c.scope) == harap, "I2: the screen shows something else than the city holds"
    assert isi_kantor(office, CITY) == isi_kota(c.db, CITY), "I2: the city's own rows differ"


def _hanya_miliknya(office: Office) -> None:
    con, boleh = office.store.reader(), set(office.store.identity.scopes)
    for table in (*office.store.tables, "sync_shadow", "sync_inbox"):
        ada = {r[0] for r in con.execute(f"SELECT DISTINCT lingkup FROM {table}")}
        assert ada <= boleh, f"I10: rows of {ada - boleh} on a PC of {boleh}"


def _angka_kota(c: Catatan) -> None:
    jumlah: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for d in c.docs:
        jumlah[d.tbl][0] += 1
        jumlah[d.tbl][1] += canonical.row_number(d.tbl, d.id, bool(d.deleted), d.doc)
    harap = {t: (n, f"{s % canonical.MODULUS:032x}") for t, (n, s) in jumlah.items()}
    assert c.digest == harap, "I2: the city's digests are not those of its rows"


def _buku(c: Catatan) -> None:
    masuk = {op.row: op.fields for i, op in c.milik("append") if op.table in BUKU}
    entri = semua_buku(c.isi)
    assert entri.keys() == masuk.keys(), "I4: the ledger is not the set of its appends"
    jumlah = [sum(int(str(e.get("jumlah") or 0)) for e in x.values()) for x in (entri, masuk)]
    assert jumlah[0] == jumlah[1], "I4: the ledger's sum is not that of its appends"
    semua = {op.row for _, op in c.milik("append", masuk=False) if op.table in BUKU}
    ditahan = {op.row for i, op in c.ops.items() if c.hasil[i] in ("held", "refused")}
    assert semua <= masuk.keys() | ditahan, "I4: an append was neither taken nor held"


def _ganda(c: Catatan) -> None:
    terbuka = [str(f["slot"]) for f in c.konflik(GANDA) if f["keadaan"] == TERBUKA and '"soal"' not in str(f["isi"])]
    assert len(terbuka) == len(set(terbuka)), "I5: one slot has two conflicts"
    assert set(terbuka) == slot_ganda(semua_buku(c.isi)), "I5: open conflicts are not the doubly claimed slots"


def _tertimpa(c: Catatan) -> None:
    """I6: a value written by someone whom the writer of another value had not seen is told about in a conflict."""
    disebut: dict[tuple[str, str], str] = defaultdict(str)
    for f in (*c.konflik(KERAS), *c.konflik(LUNAK), *c.konflik(HAPUS)):
        disebut[str(f["tabel"]), str(f["row_id"])] += json.dumps(f)
    hapus = {(op.table, op.row) for _, op in c.milik("delete", "restore", masuk=False)}
    pindah: dict[tuple[str, str], list[tuple[str, Op]]] = defaultdict(list)
    for i, op in c.milik("move"):
        pindah[op.table, op.row].append((i, op))
    penulis: dict[tuple[str, str, str], list[tuple[str, Op]]] = defaultdict(list)
    for i, op in c.milik("set"):
        for name in op.fields if (op.table, op.row) not in hapus else ():
            penulis[op.table, op.row, name].append((i, op))
    for (table, row, name), semua in penulis.items():
        dilihat = {i for _, op in (*semua, *pindah[table, row]) for i in op.seen.get(name, "").split()}
        ujung = {json.dumps(op.fields[name]): i for i, op in semua if i not in dilihat}
        kini = json.dumps(c.isi.get((table, row), {}).get(name))
        lain = [i for nilai, i in ujung.items() if nilai != kini and i not in disebut[table, row]]
        assert len(ujung) == 1 or not lain, f"I6: {name} of {table} was overwritten unseen, without a word"


def _dihapus(c: Catatan) -> None:
    """I7: a deleted row is alive only where an explicit restore of it was applied."""
    pulih = {(op.table, op.row) for _, op in c.milik("restore")}
    hapus = {(op.table, op.row) for i, op in c.milik("delete") if c.hasil[i] == "applied"}
    assert not (hapus - pulih) & c.isi.keys(), "I7: a deleted row came back without a restore"


def susun_ulang(c: Catatan, tempat: Database, benih: int) -> None:
    """I9: the same ops in another interleaving give the same ledger and the same open conflicts.

    An op comes after those it has seen. Of tables that a list can lock only the ledger is compared: what is held
    there depends on who came first.
    """
    with tempat.write() as con:
        for table in METADATA.sorted_tables:
            con.execute(table.delete())
    for potong in _antrean(c, Random(benih)):
        _dorong(tempat, potong, c.scope)
    lain = Catatan(tempat, c.scope)
    assert _uang(lain) == _uang(c), "I9: another order of pushes gives another ledger"
    assert _terbuka(lain) == _terbuka(c), "I9: another order of pushes gives other conflicts"


def _antrean(c: Catatan, acak: Random) -> Iterator[list[Any]]:
    """The ops of all PCs in a random order that each of them could have pushed in, a few at a time."""
    per_inc: dict[str, list[Any]] = defaultdict(list)
    for r in sorted((r for r in c.log if r.inc != CITY), key=lambda r: r.n):
        per_inc[r.inc].append(r)
    antre, belum = list(per_inc.values()), c.ops.keys() - {r.op_id for r in c.log if r.inc == CITY}
    while antre:
        boleh = [rows for rows in antre if not _dilihat(c, rows[0]) & belum] or antre
        rows = acak.choice(boleh)
        potong = [rows.pop(0)]
        belum.discard(potong[0].op_id)
        while rows and rows[0].at == potong[0].at and len(potong) < 4 and not _dilihat(c, rows[0]) & belum:
            belum.discard(rows[0].op_id)
            potong.append(rows.pop(0))
        antre = [sisa for sisa in antre if sisa]
        yield potong


def _dilihat(c: Catatan, r: Any) -> set[str]:
    return {satu for ops in c.ops[r.op_id].seen.values() for satu in ops.split()} - {r.op_id}


def _uang(c: Catatan) -> dict[str, tuple[object, ...]]:
    """The ledger without its words: of two PCs that take the same entry back, the first one's reason is kept."""
    return {row: tuple(f.get(n) for n in ("slot", "jumlah", "jenis", "membalik")) for row, f in buku(c.isi).items()}


def _terbuka(c: Catatan) -> set[tuple[object, ...]]:
    """What waits for a person: slots claimed twice, and fields of the roster on which two do not agree."""
    slot = {("", "", f["slot"]) for f in c.konflik(GANDA) if f["keadaan"] == TERBUKA}
    isian = (f for jenis in (KERAS, HAPUS) for f in c.konflik(jenis) if f["keadaan"] == TERBUKA)
    return slot | {(f["tabel"], f["row_id"], f.get("field")) for f in isian if str(f["tabel"]).startswith("rt_")}


def _dorong(db: Database, rows: list[Any], scope: str) -> None:
    sender = push.Sender(rows[0].inc, rows[0].device_id, "PC", frozenset({scope}))
    wires = [WireOp(n=r.n, hash="0" * 32, body=r.body) for r in rows]
    with db.write(ALL_SCOPES) as con:
        push.judge_all(db, con, wires, sender, now=rows[0].at)


def sidik(db: Database) -> str:
    """All that a repeated request must not change: everything but when a PC was last seen, sessions and nonces."""
    with db.read(ALL_SCOPES) as con:
        isi = {
            t.name: sorted(map(repr, con.execute(select(t)).all()))
            for t in METADATA.sorted_tables
            if t.name not in ("device", "session", "meta")
        }
    return json.dumps(isi, sort_keys=True)


def kursor(office: Office) -> dict[str, int]:
    """How far a PC has read each scope."""
    rows = office.store.reader().execute("SELECT lingkup, cursor FROM sync_cursor")
    return {str(r[0]): int(str(r[1] or "0").partition(".")[0] or 0) for r in rows}
