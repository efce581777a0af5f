"""The advisory lease: a second PC is warned, another office never learns of it, and nothing depends on it."""

from __future__ import annotations

import pytest

from sync.server import lease
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import LAIN, Buka, daftarkan

DAFTAR = "insentif:INS-1"


def test_the_second_pc_is_warned_by_name(city: City, office: Buka) -> None:
    satu, dua, asing = daftarkan(office("a"), city), daftarkan(office("b"), city), daftarkan(office("c"), city, LAIN)
    for pc, nama in ((satu, "Rina"), (dua, "Hasan"), (asing, "Orang lain")):
        pc.store.user = nama
        pc.sync()
    assert satu.others(DAFTAR) == []
    assert asing.others(DAFTAR) == []
    (kalimat,) = dua.others(DAFTAR)
    assert kalimat.startswith("PC-1 (Rina) juga sedang menandai daftar ini sejak ")
    assert [k.split(" juga")[0] for k in satu.others(DAFTAR)] == ["PC-2 (Hasan)"]
    assert dua.others("insentif:INS-2") == []


def test_it_runs_out_by_itself(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    for pc in (satu, dua):
        pc.sync()
    monkeypatch.setattr(lease, "LEASE_MS", -1)
    satu.others(DAFTAR)
    assert dua.others(DAFTAR) == []


def test_without_a_line_nobody_is_named_and_nothing_fails(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    assert pc.others(DAFTAR) == [], "before the first sync there is no session"
    pc.sync()
    pc.store.save_identity(pc.store.identity._replace(server="http://127.0.0.1:9"))
    assert pc.others(DAFTAR) == []


def test_a_revoked_pc_learns_nothing(city: City, office: Buka) -> None:
    from sync.pusat import cli

    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    for pc in (satu, dua):
        pc.sync()
    satu.others(DAFTAR)
    assert cli.main(["kantor", "cabut", dua.store.identity.device_id, "--db", city.db_url]) == 0
    assert dua.others(DAFTAR) == []
    dunia.tenang(city, satu)
