"""Bugs to be seeded into the real code of the server, and the list of all with the stories that they spoil (SYNC.md).

A story is told with the rules of the random histories; the laws at its end must hold without the bug and fail with it.
"""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from sipokat_desktop.app import Office
from sync import merge
from sync.server import exchange, pull, push
from sync.server.database import Put
from sync.server.schema import CLAIM, OP_LOG
from tests.sync.mutan_kantor import (
    bayar,
    cerita_hilang,
    cerita_keputusan,
    cerita_rusak,
    keputusan_basi,
    salin_jumlah,
    tanpa_antre_ulang,
    terjawab_dulu,
)
from tests.sync.pemain import tambah
from tests.sync.riwayat import Riwayat
from tests.sync.uji_mutan import Mutan

HARI = 24 * 3600 * 1000


def _tulis(m: Riwayat, i: int, nilai: int, apa: int = 2) -> None:
    """PC i changes the phone number (2) or the name (3) of the first head."""
    m.data(i=i, apa=apa, ke=0, nilai=nilai)


def lompat(tambal: pytest.MonkeyPatch) -> None:
    """Cursor jump: a page's cursor is one row ahead of its rows."""
    asli = pull.page

    def page(con: Any, scope: str, cursor: str, sums: Any, *, limit: int) -> Any:
        satu = asli(con, scope, cursor, sums, limit=limit)
        lebih = asli(con, scope, cursor, sums, limit=limit + 1)
        return satu.model_copy(update={"cursor": lebih.cursor}) if satu.more else satu

    tambal.setattr(pull, "page", page)


def cerita_halaman(m: Riwayat) -> None:
    """Many rows come in small pages."""
    for ke in range(4, 8):
        m._kerja(0, lambda pc, ke=ke: tambah(pc, 0, ke))  # type: ignore[misc]
    m.sinkron(i=0, limit=0)
    m.sinkron(i=1, limit=1)


def tanpa_ingatan(tambal: pytest.MonkeyPatch) -> None:
    """No dedup: an op that was taken is judged again."""

    def put(table: Any, rows: Any) -> Put:
        return Put(table, rows, "ON CONFLICT DO NOTHING" if table is OP_LOG else "")

    tambal.setattr(push, "_known", lambda *_args: {})
    tambal.setattr(push, "Put", put)


def cerita_ulang(m: Riwayat) -> None:
    """A request is repeated after others have gone on from what it did."""
    _tulis(m, 0, 1)
    m.sinkron(i=0, limit=0)
    m.sinkron(i=1, limit=0)
    _tulis(m, 1, 2)
    m.sinkron(i=1, limit=0)
    for ke in range(10):
        m.ulang(ke=ke)


def tanpa_cabang(tambal: pytest.MonkeyPatch) -> None:
    """No fork check: whatever comes under an incarnation is taken for its chain."""
    asli = exchange._check

    def periksa(con: Any, here: exchange.Chain, same: bool, request: Any) -> exchange.Chain:
        found = asli(con, here, same, request)
        return here if found.state == "fork" else found

    tambal.setattr(exchange, "_check", periksa)


def cerita_kembar(m: Riwayat) -> None:
    """Two PCs of one disk image both work."""
    m.sinkron(i=0, limit=0)
    m.kloning(0, 1, tersembunyi=True)
    _tulis(m, 0, 1)
    m.sinkron(i=0, limit=0)
    m.data(i=1, apa=4, ke=1, nilai=2)
    _tulis(m, 1, 3)
    m.sinkron(i=1, limit=0)


def tanpa_tanda(tambal: pytest.MonkeyPatch) -> None:
    """No rewind token: a cursor is a number, whatever history it came from."""
    tambal.setattr(pull, "_position", lambda _con, _scope, cursor: (int(cursor.partition(".")[0] or 0), False))


def cerita_mundur(m: Riwayat) -> None:
    """The city is restored from a backup, another office works on, and then the first comes back."""
    _tulis(m, 0, 1)
    m.sinkron(i=0, limit=0)
    m.sinkron(i=1, limit=0)
    m.kota_pulih()
    _tulis(m, 2, 4, apa=4)
    m.data(i=2, apa=4, ke=1, nilai=3)
    m.sinkron(i=2, limit=0)
    m.sinkron(i=1, limit=0)


def tanpa_kepala(tambal: pytest.MonkeyPatch) -> None:
    """No head check: the hash at acked_n is not compared."""

    def periksa(con: Any, here: exchange.Chain, same: bool, request: Any) -> exchange.Chain:
        if not same:
            return exchange.NOTHING
        if request.acked_n > here.n:
            return exchange.Chain("rewound", here.n, here.hash)
        return exchange._check_ops(con, here, request)

    tambal.setattr(exchange, "_check", periksa)


def _kursor_lama(pc: Office) -> None:
    """Let the cursor of a broken download be one that a city before keputusan/0066 gave out: without the head seen."""
    semua = pc.store.reader().execute("SELECT lingkup, staged FROM sync_cursor").fetchall()
    lama = [(".".join(staged.split(".")[:2]), lingkup) for lingkup, staged in semua]
    pc.store.local(lambda con: con.executemany("UPDATE sync_cursor SET staged = ? WHERE lingkup = ?", lama))


def cerita_kepala(m: Riwayat) -> None:
    """An op is answered while older pages are still to come; the city goes back behind it; a twin takes its number."""
    for ke in range(4, 8):
        m._kerja(2, lambda pc, ke=ke: tambah(pc, 2, ke))  # type: ignore[misc]
    m.sinkron(i=2, limit=0)
    m.kota.simpan("cadangan.db")
    m.simpanan = "cadangan.db"
    m.kloning(0, 1, tersembunyi=True)
    _tulis(m, 0, 1)
    m.putus(i=0, apa="hilang", ke=2, limit=1)
    m._kerja(0, _kursor_lama)
    m.kota_pulih()
    m.data(i=1, apa=4, ke=1, nilai=2)
    m.sinkron(i=1, limit=0)


def slot_tunggal(tambal: pytest.MonkeyPatch) -> None:
    """Unique slot: a second claim on a ledger slot is dropped as a repetition of the first."""
    asli = push._judge

    def judge(op: Any, batch: Any, sender: Any) -> merge.Verdict:
        slot = op.fields.get("slot")
        if op.kind == "append" and slot and not op.fields.get("membalik"):
            ada = batch.con.scalar(select(CLAIM.c.entry).where(CLAIM.c.slot == slot, CLAIM.c.entry != op.row))
            if ada:
                return merge.Verdict("duplicate")
        return asli(op, batch, sender)

    tambal.setattr(push, "_judge", judge)


def cerita_bayar(m: Riwayat) -> None:
    """Two PCs pay the same list without knowing of each other."""
    bayar(m, 0)
    bayar(m, 1)


def terakhir_menang(tambal: pytest.MonkeyPatch) -> None:
    """Silent last-write-wins: every edit counts as one that had seen the others."""
    asli = merge.judge

    def judge(op: Any, table: Any, doc: Any, context: Any) -> merge.Verdict:
        if op.kind == "set" and doc is not None and not doc.deleted:
            op = op._replace(seen={name: doc.writer(name) for name in op.fields})
        return asli(op, table, doc, context)

    tambal.setattr(merge, "judge", judge)


def cerita_sunting(m: Riwayat) -> None:
    """Two PCs change the same name without having seen each other."""
    _tulis(m, 0, 1, apa=3)
    _tulis(m, 1, 2, apa=3)
    m.sinkron(i=0, limit=0)
    m.sinkron(i=1, limit=0)


def bangkit(tambal: pytest.MonkeyPatch) -> None:
    """Resurrect: an edit of a deleted row makes it anew."""
    asli = merge.judge

    def judge(op: Any, table: Any, doc: Any, context: Any) -> merge.Verdict:
        gone = op.kind == "set" and doc is not None and doc.deleted
        return asli(op, table, None if gone else doc, context)

    tambal.setattr(merge, "judge", judge)


def cerita_hapus(m: Riwayat) -> None:
    """A head of RT is added and seen elsewhere; the first PC takes it back while the other corrects it."""
    m.data(i=0, apa=0, ke=6, nilai=1)
    m.sinkron(i=0, limit=0)
    m.sinkron(i=1, limit=0)
    m.uang(i=0, apa=5, ke=0, no=1)
    for ke in range(8):
        m.data(i=1, apa=2, ke=ke, nilai=3)
    m.sinkron(i=0, limit=0)
    m.sinkron(i=1, limit=0)


MUTAN = {
    "kursor melompat": Mutan(lompat, cerita_halaman, "I2"),
    "tanpa ingatan op": Mutan(tanpa_ingatan, cerita_ulang, "I12|I4"),
    "tanpa periksa cabang": Mutan(tanpa_cabang, cerita_kembar, "I1|I2|I3"),
    "tanpa tanda kursor": Mutan(tanpa_tanda, cerita_mundur, "I1|I2"),
    "tanpa antre ulang": Mutan(tanpa_antre_ulang, cerita_mundur, "I1"),
    "tanpa periksa kepala": Mutan(tanpa_kepala, cerita_kepala, "I1"),
    "slot tunggal": Mutan(slot_tunggal, cerita_bayar, "I2|I4|I5"),
    "yang terakhir menang diam-diam": Mutan(terakhir_menang, cerita_sunting, "I6"),
    "yang terhapus bangkit": Mutan(bangkit, cerita_hapus, "I7"),
    "terjawab sebelum tersimpan": Mutan(terjawab_dulu, cerita_hilang, "I1"),
    "keputusan basi tertinggal": Mutan(keputusan_basi, cerita_keputusan, "I2"),
    "jumlah periksa disalin": Mutan(salin_jumlah, cerita_rusak, "I2"),
}
"""Every bug that SYNC.md and the issue name."""
