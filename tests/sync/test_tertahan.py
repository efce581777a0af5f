"""What waits for a person, between real offices and the real city: held, refused, differing, deleted; the ways out."""

from __future__ import annotations

import json

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage import deciding, decisions, history
from sipokat_desktop.storage.decision import Decision
from sync.pusat import cli
from sync.server import batch, held
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.unit import kantor

Dua = tuple[Office, Office]


@pytest.fixture
def dua(city: City, office: Buka) -> Dua:
    """Two PCs of one kelurahan with two heads of RT, in step with the city."""
    city.set_tarif()
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    satu.store.user, dua.store.user = "Siti", "Rudi"
    sinkron(satu)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    sinkron(dua)
    return satu, dua


def hal(office: Office, jenis: str) -> Decision:
    """The one thing of a kind that waits here."""
    (satu,) = [d for d in office.status().decisions if d.jenis == jenis]
    return satu


def terkunci_lebih_dulu(city: City, satu: Office, dua: Office) -> str:
    """PC-1 locks a list while PC-2 adds a line to it; returns the op that the city holds."""
    nomor = insentif.susun(satu.store, KELURAHAN, periode.baca("2026-TW1")).value
    sinkron(satu)
    sinkron(dua)
    insentif.kunci(satu.store, nomor, lurah="Lurah")
    isi_rt(dua, 3)
    assert insentif.susun(dua.store, KELURAHAN, periode.baca("2026-TW1")).value == nomor
    dunia.tenang(city, satu, dua)
    return hal(dua, "ditahan kota").op


def test_a_held_change_is_seen_by_both_pcs_and_the_city_lets_it_through(
    city: City, dua: Dua, capsys: pytest.CaptureFixture[str]
) -> None:
    satu, lain = dua
    op = terkunci_lebih_dulu(city, satu, lain)
    for pc in dua:
        d = hal(pc, "ditahan kota")
        assert (d.op, d.pilihan[0].oleh, d.pilihan[0].perangkat) == (op, "Rudi", "PC-2")
        assert "dikunci" in d.kalimat
    assert cli.main(["tertahan", "daftar", "--json", "--db", city.db_url]) == 0
    (menunggu,) = json.loads(capsys.readouterr().out)
    assert (menunggu["op"], menunggu["lingkup"], menunggu["oleh"]) == (op, KELURAHAN, "Rudi")
    assert cli.main(["tertahan", "terima", op, "--oleh", "Camat", "--db", city.db_url]) == 0
    dunia.tenang(city, satu, lain)
    for pc in dua:
        assert dunia.jenis(pc) == []
        (daftar,) = queries.semua_daftar(pc.store.reader(), lingkup=KELURAHAN)
        assert daftar.jumlah_penerima == 3
        row = pc.store.reader().execute("SELECT putusan, diputus_oleh FROM konflik WHERE jenis = 'ditahan'").fetchone()
        assert tuple(row) == ("diterima kota", "Camat")
    assert lain.status().stuck == 0
    assert cli.main(["tertahan", "terima", op, "--db", city.db_url]) == 2


def test_the_city_refuses_with_a_reason(city: City, dua: Dua) -> None:
    satu, lain = dua
    op = terkunci_lebih_dulu(city, satu, lain)
    assert cli.main(["tertahan", "tolak", op, "--alasan", "", "--db", city.db_url]) == 2
    assert cli.main(["tertahan", "tolak", op, "--alasan", "Susun daftar susulan", "--db", city.db_url]) == 0
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []
    alasan = "SELECT alasan FROM konflik WHERE putusan = 'ditolak kota'"
    assert lain.store.reader().execute(alasan).fetchone()[0] == "Susun daftar susulan"
    assert lain.status().stuck == 0


def test_the_office_withdraws_and_thinks_again(city: City, dua: Dua) -> None:
    satu, lain = dua
    op = terkunci_lebih_dulu(city, satu, lain)
    tarik = deciding.close(lain.store, hal(lain, "ditahan kota"), "ditarik")
    assert dunia.jenis(lain) == []
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == []
    with pytest.raises(InputSalah):
        held.approve(city.db, op, by="Camat", now=now_ms())
    history.undo(lain.store, tarik.act_id)
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == ["ditahan kota"]
    assert lain.status().stuck == 1
    assert held.approve(city.db, op, by="Camat", now=now_ms()) == "applied"
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []


def test_what_a_revoked_pc_had_may_be_taken(city: City, dua: Dua) -> None:
    satu, lain = dua
    sinkron(satu)
    insentif.susun(lain.store, KELURAHAN, periode.baca("2026-TW1"))
    isi_rt(lain, 7)
    assert cli.main(["kantor", "cabut", lain.store.identity.device_id, "--db", city.db_url]) == 0
    with pytest.raises(Exception, match="dicabut"):
        sinkron(lain)
    menunggu = held.waiting(city.db)
    assert {one.tabel for one in menunggu} >= {"rt_jabatan", "rt_orang", "rt_masa", "insentif_daftar"}
    for one in menunggu:
        assert held.approve(city.db, one.op, by="Kominfo", now=now_ms()) == "applied"
    dunia.tenang(city, satu)
    assert dunia.jenis(satu) == []
    assert "Ketua 07" in dunia.orang(satu, "nama")


def test_a_server_that_learns_a_table_takes_what_waited(city: City, dua: Dua, monkeypatch: pytest.MonkeyPatch) -> None:
    satu, lain = dua
    tahu = dict(batch.TABLES)
    monkeypatch.delitem(batch.TABLES, "rt_pejabat")
    rt.set_pejabat(satu.store, KELURAHAN, "lurah", {"nama": "Yunita"})
    sinkron(satu)
    assert "belum mengenal" in hal(satu, "ditahan kota").kalimat
    assert held.retry(city.db, now=now_ms()) == 0
    monkeypatch.setitem(batch.TABLES, "rt_pejabat", tahu["rt_pejabat"])
    assert held.retry(city.db, now=now_ms()) == 1
    assert held.retry(city.db, now=now_ms()) == 0
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []
    pejabat = roster.pejabat(lain.store.reader(), lingkup=KELURAHAN, peran="lurah", hari=rt.hari_ini(lain.store))
    assert pejabat is not None


def test_a_person_decides_a_field_and_all_agree(city: City, dua: Dua) -> None:
    satu, lain = dua
    dunia.ubah(satu, "01", nama="Nama Satu")
    dunia.ubah(lain, "01", nama="Nama Dua")
    dunia.tenang(city, satu, lain)
    d = hal(lain, "isian berbeda")
    assert [(c.nilai, c.oleh, c.perangkat) for c in d.pilihan] == [
        ("Nama Satu", "Siti", "PC-1"), ("Nama Dua", "Rudi", "PC-2"),
    ]  # fmt: skip
    assert d.judul.startswith("Nama · RT 01")
    deciding.choose(lain.store, d, "Nama Dua")
    assert dunia.jenis(lain) == []
    dunia.tenang(city, satu, lain)
    for pc in dua:
        assert dunia.jenis(pc) == []
        assert dunia.orang(pc, "nama") == ["Ketua 02", "Nama Dua"]
        (selesai,) = decisions.settled(pc.store.reader(), pc.store.tables, since=0)
        assert (selesai.putusan, selesai.diputus_oleh, {c.nilai for c in selesai.pilihan}) == (
            "Nama Dua", "Rudi", {"Nama Satu", "Nama Dua"},
        )  # fmt: skip


def test_deciding_for_what_is_shown_ends_it_too(city: City, dua: Dua) -> None:
    satu, lain = dua
    dunia.ubah(satu, "01", nama="Nama Satu")
    dunia.ubah(lain, "01", nama="Nama Dua")
    dunia.tenang(city, satu, lain)
    deciding.choose(lain.store, hal(lain, "isian berbeda"), "Nama Satu")
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []
    assert dunia.orang(satu, "nama") == dunia.orang(lain, "nama") == ["Ketua 02", "Nama Satu"]


def test_two_people_decide_at_once(city: City, dua: Dua) -> None:
    satu, lain = dua
    dunia.ubah(satu, "01", nama="Nama Satu")
    dunia.ubah(lain, "01", nama="Nama Dua")
    dunia.tenang(city, satu, lain)
    deciding.choose(satu.store, hal(satu, "isian berbeda"), "Nama Satu")
    deciding.choose(lain.store, hal(lain, "isian berbeda"), "Nama Dua")
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == ["isian berbeda"]
    deciding.choose(satu.store, hal(satu, "isian berbeda"), "Nama Dua")
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []


@pytest.mark.parametrize("jalan", ["hidupkan", "biarkan"])
def test_an_edit_of_what_was_deleted(city: City, dua: Dua, jalan: str) -> None:
    """Deleted first, edited elsewhere unseen: revived with the edit, or left deleted, by whoever decides."""
    satu, lain = dua
    tambah = rt.tambah(satu.store, KELURAHAN, kantor.isian(5)).changes
    dunia.tenang(city, satu, lain)
    dunia.ubah(lain, "05", hp="0812345678")
    history.undo(satu.store, tambah.act_id)
    sinkron(satu)
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == ["hapus tertahan"]
    d = hal(lain, "hapus tertahan")
    assert ([c.oleh for c in d.hapus], [(c.oleh, c.nilai) for c in d.pilihan]) == (["Siti"], [("Rudi", "0812345678")])
    if jalan == "hidupkan":
        deciding.revive(lain.store, d)
    else:
        deciding.delete_after_all(lain.store, d)
    assert dunia.jenis(lain) == []
    dunia.tenang(city, satu, lain)
    for pc in dua:
        assert dunia.jenis(pc) == []
        assert pc.status().stuck == 0
        assert ("0812345678" in dunia.orang(pc, "hp")) == (jalan == "hidupkan")


@pytest.mark.parametrize("jalan", ["hapus", "jangan"])
def test_a_delete_of_what_was_edited(city: City, dua: Dua, jalan: str) -> None:
    """Edited first, deleted elsewhere unseen: deleted after all, or kept."""
    satu, lain = dua
    tambah = rt.tambah(satu.store, KELURAHAN, kantor.isian(5)).changes
    dunia.tenang(city, satu, lain)
    dunia.ubah(lain, "05", hp="0812345678")
    history.undo(satu.store, tambah.act_id)
    sinkron(lain)
    dunia.tenang(city, satu, lain)
    d = hal(satu, "hapus tertahan")
    (deciding.delete_after_all if jalan == "hapus" else deciding.keep)(satu.store, d)
    assert dunia.jenis(satu) == []
    dunia.tenang(city, satu, lain)
    for pc in dua:
        assert dunia.jenis(pc) == []
        assert pc.status().stuck == 0
        assert ("0812345678" in dunia.orang(pc, "hp")) == (jalan == "jangan")


def test_a_refused_change_is_closed(city: City, dua: Dua) -> None:
    satu, lain = dua
    satu.store.write("rusak", lambda tx: tx.insert("rt_orang", {"nama": None}, scope=KELURAHAN))
    dunia.tenang(city, satu, lain)
    d = hal(lain, "ditolak kota")
    assert (d.field, "wajib diisi" in d.kalimat) == ("nama", True)
    deciding.close(lain.store, d)
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []
    assert satu.status().stuck == 0
