"""The laws of transport money, counted by the tests themselves from the marks at the doors and the ledger."""

from __future__ import annotations

from collections import defaultdict
from sqlite3 import Connection

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.modules.insentif import acara as acara_
from sipokat_desktop.modules.insentif import queries, tahan_acara
from sipokat_desktop.modules.insentif.text_acara import DUA_JENIS
from tests.sync.dunia import LEDGER

Pos = tuple[str, str, str]
"""(post, event, head where each is paid for his own sessions)."""


def acara(con: Connection, komponen_id: str) -> tuple[str, str]:
    """The event that a component pays and for what it pays it; empty for months in office."""
    row = con.execute("SELECT asal, per FROM insentif_komponen WHERE id = ?", (komponen_id,)).fetchone()
    return (str(row[0] or ""), str(row[1] or "")) if row else ("", "")


def _sesi(con: Connection, asal: str, masa_id: str) -> dict[str, set[str]]:
    rows = con.execute(
        "SELECT sesi_id, tanda, cara FROM bimtek_hadir WHERE kegiatan_id = ? AND masa_id = ?", (asal, masa_id)
    )
    per: dict[str, set[str]] = defaultdict(set)
    for sesi, tanda, cara in rows:
        if cara != "sisa":
            per[sesi].add(tanda)
    return per


def hadir(con: Connection, asal: str, masa_id: str) -> int:
    """At how many sessions a term was present by the marks that this PC has."""
    return sum(bool(tanda & {"hadir", "diwakili"}) for tanda in _sesi(con, asal, masa_id).values())


def beda(con: Connection, asal: str, masa_id: str) -> bool:
    """Tell whether the doors contradict each other about a session at which it may have been present."""
    return any(len(tanda) > 1 and tanda & {"hadir", "diwakili"} for tanda in _sesi(con, asal, masa_id).values())


def periksa_daftar(pc: Office, nomor: str, tarif: int) -> None:
    """U8: what a list gives that pays an event is the attendance times the tariff (rupiah), for nobody else."""
    con = pc.store.reader()
    daftar = queries.cari_daftar(con, nomor)
    asal, per = acara(con, daftar.komponen_id)
    for b in queries.baris(con, daftar_id=daftar.daftar_id):
        kali = hadir(con, asal, b.masa_id)
        seharusnya = tarif * (kali if per == "sesi" else min(kali, 1))
        assert b.asal.bruto == seharusnya > 0, f"U8: {b.asal.bruto} for {kali} sessions at {tarif}"


def dibayar(con: Connection) -> dict[Pos, list[tuple[str, str, str]]]:
    """Per post and event (and head, where sessions are paid) the payments in force (entry, slot, term)."""
    rows = con.execute(
        f"""SELECT m.id, m.slot, m.masa_id, m.jabatan_id, k.asal, k.per FROM {LEDGER} m
            JOIN insentif_komponen k ON k.id = m.komponen_id WHERE k.asal <> '' AND {queries.HIDUP} ORDER BY m.id"""
    )
    per: dict[Pos, list[tuple[str, str, str]]] = defaultdict(list)
    for id, slot, masa_id, jabatan_id, asal, kapan in rows:
        sendiri = masa_id if kapan == "sesi" else ""
        assert slot.split("|")[3:] == [sendiri] * bool(sendiri), "U8: the slot is not of who is owed"
        per[jabatan_id, asal, sendiri].append((id, slot, masa_id))
    return dict(per)


def periksa_bayar(pc: Office, sebelum: dict[Pos, list[tuple[str, str, str]]]) -> None:
    """U8, U10: what this PC just paid was not in doubt, and was no second payment that it could have seen."""
    con = pc.store.reader()
    for pos, semua in dibayar(con).items():
        asal, baru = pos[1], [satu for satu in semua if satu not in sebelum.get(pos, [])]
        assert not baru or len(semua) == 1, "U10: an event was paid again by a PC that knew of the first payment"
        assert not any(beda(con, asal, masa_id) for _, _, masa_id in baru), "U8: paid on contradictory marks"
        assert all(hadir(con, asal, masa_id) for _, _, masa_id in baru), "U8: paid without attendance"


def periksa_tanya(pc: Office) -> None:
    """U9: one event that was paid under two slots is asked about on every screen."""
    semua = dibayar(pc.store.reader())
    dua = {rows[0][0] for rows in semua.values() if len({slot for _, slot, _ in rows}) > 1}
    ditanya = {d.baris[0] for d in pc.status().decisions if d.jenis == DUA_JENIS}
    assert dua == ditanya, "U9: one event was paid twice, and nobody is asked"


def tanpa_ragu(tambal: pytest.MonkeyPatch) -> None:
    """A bug: payments that do not wait for what the doors say differently."""
    tambal.setattr(acara_, "ragu", lambda *_args: {})


def tanpa_tahan(tambal: pytest.MonkeyPatch) -> None:
    """A bug: payments that do not ask the attendance again."""
    tambal.setattr(tahan_acara, "tertahan", lambda *_args: {})
