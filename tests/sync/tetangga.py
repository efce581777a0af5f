"""Two neighbouring kelurahan at one city for the isolation tests: what B owns, what A may know, what A tries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import requests
from sqlalchemy import select

from sipokat_desktop.kernel import canonical, ids
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.wilayah import kecamatan_dari
from sipokat_desktop.storage import shelf
from sync.protocol import Answer, PhotoPart, WireOp
from sync.server import depot, photos, push
from sync.server.keys import ServerKey
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE, DIGEST, DOC, INCARNATION, OP_LOG, PHOTO, SCOPE_COMMIT, SESSION
from tests.kota import City
from tests.sync.dunia import KELURAHAN, LAIN, LEDGER
from tests.sync.perangkat import Perangkat, Ubahan, sesi_http

A, B = KELURAHAN, LAIN
Json = dict[str, object]
FOTO = b"\xff\xd8\xffRAHASIA foto B" + b"0" * 5000
KUNCI = shelf.key_of(FOTO)
"""Of a photo of B; a key is no secret: any office may name it in a row of its own."""
SLOT = "RAHASIA-jabatan|RAHASIA-komponen|2026-01"
"""Twice paid at B. Whoever knows the slot can derive the id of its conflict, so that id is no secret."""


@dataclass(frozen=True, slots=True)
class Harta:
    """What the attacker may have got to know of B (``kenal``), and what must never come out (``rahasia``)."""

    kenal: dict[str, str]
    rahasia: frozenset[str]


@dataclass(slots=True)
class Tetangga:
    """A running city with B's rows planted; ``a`` is the office that attacks, ``b`` the one that owns them."""

    city: City
    a: Perangkat
    b: Perangkat
    baris_a: str
    token: dict[str, str]
    harta: Harta
    lingkup: str = A
    http: requests.Session = field(default_factory=sesi_http)
    terkirim: list[str] = field(default_factory=list)

    def minta(self, method: str, path: str, token: str | None, **isi: object) -> requests.Response:
        """Send a request as whoever ``token`` is; everything sent is remembered: an echo of it is no leak."""
        self.terkirim.append(json.dumps([path, isi], ensure_ascii=False, default=repr))
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        return self.http.request(method, self.city.url + path, headers=headers, timeout=30, **isi)  # type: ignore[arg-type]

    def bocor(self, answer: requests.Response, *, sejak: int = 0) -> set[str]:
        """The secrets of B in an answer's body or headers that were not in what was sent since request ``sejak``."""
        teks = answer.text + json.dumps(dict(answer.headers))
        dikirim = "".join(self.terkirim[sejak:])
        return {r for r in self.harta.rahasia if r in teks and r not in dikirim}

    def tukar(self, ops: list[WireOp] | None = None, **lain: object) -> requests.Response:
        """An exchange of A with its own token."""
        isi = json.loads(self.a.pesan(ops, **lain).model_dump_json())
        return self.minta("POST", "/sync/v1/exchange", self.token["sendiri"], json=isi)

    def milik_b(self) -> dict[str, object]:
        """The state that only B may change: rows, digests, order, open conflicts."""
        with self.city.db.read(ALL_SCOPES) as con:
            docs = con.execute(select(DOC).where(DOC.c.scope == B).order_by(DOC.c.seq)).all()
            digest = con.execute(select(DIGEST).where(DIGEST.c.scope == B).order_by(DIGEST.c.tbl)).all()
            commits = con.execute(select(SCOPE_COMMIT).where(SCOPE_COMMIT.c.scope == B)).all()
            chain = con.execute(select(INCARNATION).where(INCARNATION.c.inc == self.b.chain.inc)).all()
            foto = con.execute(select(PHOTO).where(PHOTO.c.scope == B)).all()
        isi = [p.read_bytes() for p in self.city.foto.glob("??/*") if p.stem == KUNCI]
        return {"doc": docs, "digest": digest, "commit": commits, "chain": chain, "foto": foto, "isi foto": isi}


def bayar(slot: str, jumlah: int = 1, **lain: str) -> Fields:
    """The fields of a payment."""
    isi: Fields = {
        "jabatan_id": "j", "masa_id": "m", "komponen_id": "k", "bulan": "2026-01", "slot": slot, "jenis": "bayar",
        "jumlah": jumlah, "tanggal": "2026-02-01",
    }  # fmt: skip
    return isi | lain


def dirikan(city: City, lingkup: str = A) -> Tetangga:
    """Plant B's rows (people, a locked list, a payment made twice, a conflict) and let the callers log in; who attacks
    is the office of ``lingkup``: the kelurahan A, or its kecamatan."""
    key = ServerKey(city.db)
    a, b, b2, usai, cabut = (Perangkat(city.db, key, s) for s in (lingkup, B, B, lingkup, lingkup))
    token = {"sendiri": a.daftar("Orang A"), "asing": b.daftar("RAHASIA petugas B")}
    b2.daftar("RAHASIA petugas dua")
    token |= {"habis": usai.daftar("Orang A2"), "dicabut": cabut.daftar("Orang A3")}
    with city.db.write(ALL_SCOPES) as con:
        con.execute(SESSION.update().where(SESSION.c.device_id == usai.device.id).values(expires=1))
        con.execute(DEVICE.update().where(DEVICE.c.id == cabut.device.id).values(revoked=1))
    _isi_b(b, b2)
    baris_a = ids.new_id()
    a.kirim(("set", "rt_orang", baris_a, {"nama": "Orang A"}))
    return Tetangga(city, a, b, baris_a, token, _harta(city, b, token["asing"]), lingkup)


def _isi_b(b: Perangkat, b2: Perangkat) -> None:
    orang = [ids.new_id() for _ in range(4)]
    daftar = [ids.new_id(), ids.new_id()]
    slot = SLOT
    gerak: Fields = {"pengadaan_id": "p", "jenis": "serah", "jumlah": 1, "nama": "RAHASIA", "slot": "rt|RAHASIA|j"}
    hp: Fields = {"imei1": "RAHASIA"}
    b.kirim(("append", "seragam_gerak", ids.new_id(), gerak), ("set", "ponsel_unit", ids.new_id(), hp))
    b.kirim(*(_orang(o, n) for n, o in enumerate(orang)))
    b.kirim(*(_daftar(d, f"RAHASIA/{n}") for n, d in enumerate(daftar)), ("append", LEDGER, ids.new_id(), bayar(slot)))
    b2.kirim(("append", LEDGER, ids.new_id(), bayar(slot, 7)), ("set", "rt_orang", orang[0], {"nama": "RAHASIA lain"}))
    b2.kirim(("set", "rt_orang", orang[1], {"hp": "0899RAHASIA"}), ("delete", "rt_orang", orang[2], {}))
    foto = ids.new_id()
    b.kirim(("set", "laporan_foto", foto, {"laporan_id": "RAHASIA", "kunci": KUNCI}))
    part = PhotoPart(key=KUNCI, scope=B, table="laporan_foto", row=foto, offset=0, total=len(FOTO))
    assert photos.receive(b.db, depot.of(b.db), b.device, part, FOTO, 1).held
    b.kirim(("move", "insentif_daftar", daftar[1], {"keadaan": "RAHASIA keadaan"}))


def _orang(row: str, ke: int) -> Ubahan:
    isi: Fields = {"nama": f"RAHASIA {ke}", "hp": f"0800{ke}9999"}
    return ("set", "rt_orang", row, isi)


def _daftar(row: str, nomor: str) -> Ubahan:
    isi: Fields = {"nomor": nomor, "komponen_id": "k", "periode": "2026-01", "keadaan": "RAHASIA terkunci"}
    return ("set", "insentif_daftar", row, isi)


def _harta(city: City, b: Perangkat, token: str) -> Harta:
    with city.db.read(ALL_SCOPES) as con:
        docs = con.execute(select(DOC).where(DOC.c.scope == B).order_by(DOC.c.seq)).all()
        ops = con.execute(select(OP_LOG).where(OP_LOG.c.scope == B)).all()
        commit = con.execute(select(SCOPE_COMMIT).where(SCOPE_COMMIT.c.scope == B)).all()
        devices = con.execute(select(DEVICE).where(DEVICE.c.scope == B)).all()
    per_tabel = {row.tbl: row.id for row in docs}
    kenal = {f"baris {tbl}": row for tbl, row in per_tabel.items()} | {
        "lingkup": B, "inc": b.chain.inc, "perangkat": b.device.id, "op": ops[0].op_id, "op lain": ops[-1].op_id,
        "kursor": f"{commit[0].seq}.{commit[0].token}", "rantai": ops[0].hash, "tabel": "rt_orang", "nama": "rt_orang",
        "foto": KUNCI,
    }  # fmt: skip
    rahasia = {"RAHASIA", "0899RAHASIA", token, b.chain.inc, b.acked[1]}
    rahasia |= {x for r in docs for x in (r.id, r.hash)} | {x for o in ops for x in (o.op_id, o.hash, o.inc)}
    rahasia |= {c.token for c in commit} | {d.id for d in devices} | {d.public_key for d in devices}
    return Harta(kenal, frozenset(rahasia - {ids.derived_id("ganda", LEDGER, SLOT)}))


def foto_b(t: Tetangga) -> Iterator[tuple[str, str, Json]]:
    """Every request for B's photo: by B's row, by a row of A that names it too, and by what is a bit of both."""
    milik = t.a.scope
    baris = ids.new_id()
    t.a.kirim(("set", "laporan_foto", baris, {"laporan_id": "milik A", "kunci": KUNCI}))
    for scope in dict.fromkeys((B, milik, "kota")):
        for table in ("laporan_foto", "rt_orang", "insentif_daftar"):
            for row in (t.harta.kenal["baris laporan_foto"], baris, t.harta.kenal["baris rt_orang"]):
                ref: Json = {"key": KUNCI, "scope": scope, "table": table, "row": row}
                yield "GET", "/sync/v1/photos", {"params": ref}
                yield "POST", "/sync/v1/photos/ask", {"json": {"photos": [ref]}}
                for offset, isi in ((0, b"x" * 5000), (len(FOTO), b"")):
                    part: Json = {"params": ref | {"offset": offset, "total": max(1, offset + len(isi))}, "data": isi}
                    yield "POST", "/sync/v1/photos", part


def serangan(t: Tetangga) -> Iterator[tuple[str, list[WireOp]]]:
    """Ops of A, chained as they should be, that reach for B in every way an op can name something."""
    acak = ids.new_id
    milik_b = [tabel for tabel in push.TABLES if f"baris {tabel}" in t.harta.kenal]
    for tabel in [*milik_b, "rt_jabatan", "ponsel_bantuan"]:
        baris = t.harta.kenal.get(f"baris {tabel}", acak())
        for kind in ("set", "append", "move", "delete", "restore"):
            for scope in dict.fromkeys((t.lingkup, A, B, kecamatan_dari(B), "kota")):
                yield f"{kind} {tabel} {scope}", [_op(t, kind, tabel, baris, scope), _op(t, kind, tabel, acak(), scope)]
    yield from _bersarang(t)


def _op(
    t: Tetangga, kind: str, tabel: str, row: str, scope: str = "", fields: Fields | None = None, **lain: object
) -> WireOp:
    """An op that has seen B's op, and whose every text field names something of B."""
    milik = t.harta.kenal
    isi = fields if fields is not None else _isi(t, tabel)
    return t.a.op(
        {"act": "uji", "act_id": "a", "by": "A", "kind": kind, "table": tabel, "row": row,
         "scope": scope or t.lingkup, "fields": isi, "seen": dict.fromkeys(isi, milik["op"]),
         "expected": "dikunci"} | lain
    )  # fmt: skip


def _isi(t: Tetangga, tabel: str) -> Fields:
    milik = t.harta.kenal
    per_kolom = {"daftar_id": milik["baris insentif_daftar"], "orang_id": milik["baris rt_orang"],
                 "membalik": milik[f"baris {LEDGER}"]}  # fmt: skip
    return {
        c.name: per_kolom.get(c.name, milik["baris rt_orang"]) if c.type == "TEXT" else 1
        for c in push.TABLES[tabel].columns
    }


def _bersarang(t: Tetangga) -> Iterator[tuple[str, list[WireOp]]]:
    """Ids inside ops: B's op ids as the own, B's slot, reversals of B's entries, lines of B's locked list."""
    milik, acak = t.harta.kenal, ids.new_id
    for nama in ("op", "op lain"):
        yield f"op_id {nama}", [_op(t, "set", "rt_orang", acak(), op_id=milik[nama])]
    for _ in range(2):
        lihat = {"nama": f"{milik['op']} {milik['op lain']}", "*": milik["op"]}
        sunting = _op(t, "set", "rt_orang", t.baris_a, fields={"nama": acak()}, seen=lihat)
        yield "sunting melihat B", [sunting, _op(t, "delete", "rt_orang", t.baris_a, fields={}, seen=lihat)]
    slot = SLOT
    yield "slot milik B", [_op(t, "append", LEDGER, acak(), fields=bayar(slot)) for _ in range(2)]
    balik = bayar(slot, -1, jenis="balik", membalik=milik[f"baris {LEDGER}"])
    yield "balik milik B", [_op(t, "append", LEDGER, acak(), fields=balik)]
    yield "daftar milik B", [baris_daftar(t, milik["baris insentif_daftar"])]
    yield (
        "tiruan konflik",
        [
            _op(t, "set", "konflik", ids.derived_id("ganda", LEDGER, slot)),
            _op(t, "append", "rt_orang", ids.derived_id("ganda", LEDGER, slot)),
        ],
    )


def baris_daftar(t: Tetangga, daftar: str) -> WireOp:
    """A new line of A for the list ``daftar``."""
    return _op(t, "append", "insentif_baris", ids.new_id(), fields=_isi(t, "insentif_baris") | {"daftar_id": daftar})


def hasil(answer: requests.Response) -> list[str]:
    """The outcomes of an exchange."""
    return [r.outcome for r in Answer.model_validate_json(answer.content).results]


def jujur(t: Tetangga) -> bool:
    """B goes on working: reverse one of two payments, edit; tell whether its digests are right and nothing is open."""
    with t.city.db.read(ALL_SCOPES) as con:
        entri = t.harta.kenal[f"baris {LEDGER}"]
        isi = json.loads(str(con.scalar(select(DOC.c.doc).where(DOC.c.scope == B, DOC.c.id == entri))))
    t.b.kirim(("append", LEDGER, ids.new_id(), isi | {"jumlah": -1, "jenis": "balik", "membalik": entri}))
    t.b.kirim(("append", LEDGER, ids.new_id(), isi), ("set", "rt_orang", ids.new_id(), {"nama": "RAHASIA baru"}))
    with t.city.db.read(ALL_SCOPES) as con:
        docs = con.execute(select(DOC).where(DOC.c.scope == B)).all()
        digest = {d.tbl: (d.total, int(d.sum, 16)) for d in con.execute(select(DIGEST).where(DIGEST.c.scope == B))}
    buka = [json.loads(d.doc) for d in docs if d.tbl == "konflik" and '"pembayaran ganda"' in d.doc]
    benar = {
        tbl: (len(rows), sum(canonical.row_number(tbl, r.id, bool(r.deleted), r.doc) for r in rows) % canonical.MODULUS)
        for tbl, rows in ((tbl, [d for d in docs if d.tbl == tbl]) for tbl in digest)
    }
    terbuka = [json.loads(e["isi"])["entri"] for e in buka if e["keadaan"] == "terbuka"]
    sendiri = {d.id for d in docs if d.tbl == LEDGER}
    return digest == benar and len(terbuka) == 1 and len(terbuka[0]) == 2 and set(terbuka[0]) <= sendiri
