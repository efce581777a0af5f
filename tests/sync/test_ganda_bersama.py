"""A whole list that two PCs marked as paid while offline: one act settles the months of one person, or all of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif.ganda import SALAH_CATAT
from sipokat_desktop.storage import deciding, history, joint
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.joint import Joint
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import LEDGER, Buka, daftarkan, isi_rt, sinkron

TARIF = 550_000
ALASAN = {"alasan": "Uangnya hanya keluar sekali"}
Dua = tuple[Office, Office, str]


@pytest.fixture
def dua_kali(city: City, office: Buka) -> Dua:
    """Two PCs that both paid three RT for three months; others sit there now."""
    city.set_tarif(TARIF)
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    satu.store.user, dua.store.user = "Siti", "Rudi"
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    nomor = dunia.terkunci(satu)
    sinkron(satu)
    sinkron(dua)
    for pc in (satu, dua):
        insentif.terima(pc.store, nomor, hari=date(2026, 4, 1))
    dunia.tenang(city, satu, dua)
    satu.store.user, dua.store.user = "Rohana", "Hasan"
    return satu, dua, nomor


def semua(office: Office) -> Sequence[Decision]:
    return [d for d in office.status().decisions if d.jenis == "pembayaran ganda"]


def serta(office: Office, grup: Sequence[Decision], oleh: str) -> Joint:
    """What goes with an entry that somebody recorded."""
    entri = next(str(c.nilai) for c in grup[0].pilihan if c.oleh == oleh)
    ikut = joint.joint(office.store.reader(), office.store.tables, grup, entri)
    assert ikut
    return ikut


def test_all_of_a_list_in_one_act_and_undone_in_one(city: City, dua_kali: Dua) -> None:
    satu, dua, nomor = dua_kali
    assert dunia.dibayar(satu, nomor) == 18 * TARIF
    con, tables = satu.store.reader(), satu.store.tables
    d = semua(satu)[0]
    sebulan = serta(satu, joint.beside(con, tables, semua(satu), d), "Rudi")
    assert (sebulan.labels, sebulan.people) == (("Januari 2026", "Februari 2026", "Maret 2026"), 1)
    ikut = serta(satu, joint.whole_book(con, tables, semua(satu), d), "Rudi")
    assert (len(ikut.entries), ikut.people, ikut.amount) == (9, 3, 9 * TARIF)
    act = deciding.take_back_all(satu.store, LEDGER, ikut.entries, SALAH_CATAT, ALASAN).act_id
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        assert semua(pc) == []
        assert dunia.dibayar(pc, nomor) == 9 * TARIF
        balik = f"SELECT count(*) FROM {LEDGER} WHERE membalik IS NOT NULL"
        assert pc.store.reader().execute(balik).fetchone()[0] == 9
    history.undo(satu.store, act)
    dunia.tenang(city, satu, dua)
    assert [len(semua(pc)) for pc in (satu, dua)] == [9, 9]
    assert dunia.dibayar(dua, nomor) == 18 * TARIF


def test_one_that_was_settled_meanwhile_keeps_all_of_them(dua_kali: Dua) -> None:
    satu, _, nomor = dua_kali
    con, tables = satu.store.reader(), satu.store.tables
    ikut = serta(satu, joint.whole_book(con, tables, semua(satu), semua(satu)[0]), "Siti")
    deciding.take_back(satu.store, LEDGER, ikut.entries[-1], SALAH_CATAT, ALASAN)
    with pytest.raises(InputSalah, match="sudah diputuskan"):
        deciding.take_back_all(satu.store, LEDGER, ikut.entries, SALAH_CATAT, ALASAN)
    assert dunia.dibayar(satu, nomor) == 17 * TARIF


def test_another_list_or_another_pc_stands_apart(city: City, office: Buka, dua_kali: Dua) -> None:
    """A list of the next quarter, and a claim that a third PC shares, are not taken along."""
    satu, dua, _ = dua_kali
    lain = dunia.terkunci(satu, "2026-TW2")
    sinkron(satu)
    tiga = daftarkan(office("c"), city)
    sinkron(tiga)
    sinkron(dua)
    tiga.store.user, dua.store.user = "Murni", "Rudi"
    for pc in (tiga, dua):
        insentif.terima(pc.store, lain, hanya=[1], hari=date(2026, 7, 1))
    dunia.tenang(city, satu, dua, tiga)
    con, tables = satu.store.reader(), satu.store.tables
    grup = [len(joint.whole_book(con, tables, semua(satu), d)) for d in semua(satu)]
    assert sorted(grup) == [3] * 3 + [9] * 9
