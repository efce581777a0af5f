"""The laws of attendance, counted by the tests themselves from the rows: nothing lost, nothing double, doubts told."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.modules.bimtek import queries, text_hadir
from sipokat_desktop.storage import entitled
from sync.operation import Op
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC, OP_LOG
from tests.sync.panggung_hadir import DI, Acara

TABEL = "bimtek_hadir"
Tanda = dict[str, set[str]]
"""Post → the marks that stand for it; what was given to all the rest only where nothing else was."""
DATANG = {"hadir", "diwakili"}


def tanda(rows: Iterable[Mapping[str, object]], sesi_id: str) -> Tanda:
    """Return what stands in a session by these rows."""
    pasti: Tanda = defaultdict(set)
    sisa: Tanda = defaultdict(set)
    for row in rows:
        if row["sesi_id"] == sesi_id:
            (sisa if row["cara"] == "sisa" else pasti)[str(row["jabatan_id"])].add(str(row["tanda"]))
    return {post: pasti.get(post, {"alpa"}) for post in {*pasti, *sisa}}


def baris(pc: Office) -> dict[str, dict[str, object]]:
    """The marks that stand on a PC, by id."""
    return {str(row["id"]): dict(row) for row in pc.store.reader().execute(f"SELECT * FROM {TABEL}")}


def datang(semua: Tanda) -> set[str]:
    """The posts that count as present."""
    return {post for post, marks in semua.items() if marks & DATANG}


def beda(semua: Tanda, dua: set[str]) -> set[str]:
    """The posts whose marks contradict each other: they say different things, or name two heads (``dua``)."""
    return {post for post, marks in semua.items() if len(marks) > 1} | dua


def dua_nama(rows: Iterable[Mapping[str, object]], sesi_id: str) -> set[str]:
    """The posts of which two heads are recorded as present in a session."""
    per: dict[str, set[object]] = defaultdict(set)
    for row in rows:
        if row["sesi_id"] == sesi_id and row["tanda"] in DATANG and row["cara"] != "sisa" and row["masa_id"]:
            per[str(row["jabatan_id"])].add(row["masa_id"])
    return {post for post, masa in per.items() if len(masa) > 1}


def dilihat(semua: Iterable[str], kantor: str) -> set[str]:
    """The posts that an office sees."""
    return {post for post in semua if kantor == "kota" or post.startswith(kantor.removeprefix("kec:"))}


def periksa_pc(pc: Office, kantor: str, acara: Acara) -> None:
    """Assert what holds on a PC at any moment: list, figures, doubts and money say what the rows say."""
    con = pc.store.reader()
    nyata, dua = tanda(baris(pc).values(), acara.sesi_id), dua_nama(baris(pc).values(), acara.sesi_id)
    daftar = {b.orang.jabatan_id: b.keadaan for b in queries.daftar(con, acara.sesi_id)}
    tampak = {post: set(k.macam) for post, k in daftar.items() if k.tercatat}
    assert tampak == nyata, "H3: the list says something else than the marks"
    assert {post for post, k in daftar.items() if k.beda} == beda(nyata, dua), "H3: what contradicts is not told"
    assert {post for post, k in daftar.items() if k.datang} == datang(nyata), "H5: who counts as present"
    _angka(pc, acara, nyata, dua, dilihat(acara.jabatan, kantor))
    _ragu(pc, set() if kantor == DI else beda(nyata, dua))
    hak = {e.post: e for kode in {p.partition("-")[0] for p in nyata} for e in _hak(pc, acara, kode)}
    assert {post for post, e in hak.items() if e.times == 1} == set(hak) == datang(nyata), "H6: who is paid"
    assert {post for post, e in hak.items() if e.doubtful} == beda(nyata, dua) & datang(nyata), (
        "H6: whose payment waits"
    )


def _hak(pc: Office, acara: Acara, kode: str) -> list[entitled.Entitled]:
    return entitled.entitled(pc.store.reader(), "bimtek", acara.kegiatan_id, kode)


def _angka(pc: Office, acara: Acara, nyata: Tanda, dua: set[str], diundang: set[str]) -> None:
    con = pc.store.reader()
    angka = queries.angka_sesi(con, acara.sesi_id)
    assert (angka.diundang, angka.datang) == (len(diundang), len(datang(nyata))), "H5: the figures count otherwise"
    satu = [next(iter(m)) for post, m in nyata.items() if len(m) == 1 and post in diundang - dua]
    for nama in ("hadir", "diwakili", "izin", "sakit", "alpa"):
        assert getattr(angka, nama) == satu.count(nama), f"H5: the figures count {nama} otherwise"
    assert angka.beda == len(beda(nyata, dua) & diundang), "H5: the figures count contradictions otherwise"
    assert angka.belum == len(diundang - nyata.keys()), "H5: the figures count the missing otherwise"
    for bagian in (queries.per_kelurahan(con, acara.sesi_id), queries.per_kecamatan(con, acara.sesi_id)):
        assert sum(b.angka.datang for b in bagian) == angka.datang, "H5: the parts are not the whole"
        assert sum(b.bagian for b in bagian) in (1000, 0), "H5: shares do not add up"


def _ragu(pc: Office, harap: set[str]) -> None:
    """The kelurahan, which pays by it, is not asked."""
    terbuka = [d for d in pc.status().decisions if d.jenis == text_hadir.BEDA_JENIS]
    ditanya = {str(baris(pc)[d.baris[0]]["jabatan_id"]) for d in terbuka}
    assert len(terbuka) == len(ditanya), "H3: one contradiction is asked twice"
    assert ditanya == harap, "H3: doubts are not the contradictions"


def di_kota(db: Database) -> dict[str, dict[str, object]]:
    """The marks that stand at the city, by id."""
    with db.read(ALL_SCOPES) as con:
        docs = con.execute(select(DOC).where(DOC.c.tbl == TABEL, DOC.c.deleted == 0)).all()
    return {str(d.id): json.loads(d.doc) for d in docs}


def dihapus(db: Database) -> set[str]:
    """The marks that somebody has taken away."""
    with db.read(ALL_SCOPES) as con:
        ops = [Op.parse(r.body) for r in con.execute(select(OP_LOG.c.body)).all()]
    return {op.row for op in ops if op.kind == "delete" and op.table == TABEL}


def periksa_kota(db: Database, pc: Iterable[tuple[Office, str]], acara: Acara) -> Tanda:
    """Assert that city and PCs hold the same marks when all is quiet; returns what stands."""
    nyata = tanda(di_kota(db).values(), acara.sesi_id)
    for office, kantor in pc:
        ada = tanda(baris(office).values(), acara.sesi_id)
        assert ada == {post: nyata[post] for post in dilihat(nyata, kantor)}, "H1: a PC says otherwise than the city"
    return nyata


def periksa_hilang(db: Database, tercatat: set[str]) -> None:
    """Assert that every mark that was ever recorded stands unless somebody took just that one away."""
    hilang = tercatat - di_kota(db).keys() - dihapus(db)
    assert not hilang, f"H2: marks are lost that nobody took back: {hilang}"
