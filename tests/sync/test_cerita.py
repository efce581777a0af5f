"""Real offices and the real city over a real socket, on SQLite and on PostgreSQL: the stories that must end well."""

from __future__ import annotations

import json
import sqlite3

import pytest

from sipokat_desktop.kernel import canonical, periode
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.storage import history
from sync.pusat import cli
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, periksa_tenang, sinkron
from tests.unit import kantor


def test_two_pcs_pay_the_same_month_offline(city: City, office: Buka, capsys: pytest.CaptureFixture[str]) -> None:
    """The issue's story: both entries are kept everywhere, all three show it, the sums tell what was handed out."""
    city.set_tarif(550_000)
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    nomor = dunia.terkunci(satu, "2026-01")
    sinkron(satu)
    sinkron(dua)
    for pc in (satu, dua):
        assert insentif.terima(pc.store, nomor, hanya=[3]).value == [3]
        assert dunia.jenis(pc) == []
    for pc in (satu, dua, satu):
        assert sinkron(pc).matching
    periksa_tenang(city.db, [satu, dua])
    for pc in (satu, dua):
        assert dunia.jenis(pc) == ["pembayaran ganda"]
        assert dunia.dibayar(pc, nomor) == 2 * 550_000
    assert cli.main(["keputusan", "--json", "--db", city.db_url]) == 0
    (keputusan,) = json.loads(capsys.readouterr().out)
    assert (keputusan["jenis"], keputusan["lingkup"], len(keputusan["rincian"])) == ("pembayaran ganda", KELURAHAN, 2)

    (ganda,) = satu.status().decisions
    history.reverse_entry(satu.store, ganda.tabel, ganda.baris[0], "Hanya satu kali diterima")
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        assert dunia.jenis(pc) == []
        assert dunia.dibayar(pc, nomor) == 550_000
    assert cli.main(["keputusan", "--json", "--db", city.db_url]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_both_pcs_take_the_same_entry_back(city: City, office: Buka) -> None:
    city.set_tarif()
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1)
    nomor = dunia.terkunci(satu, "2026-01")
    insentif.terima(satu.store, nomor)
    sinkron(satu)
    sinkron(dua)
    for pc in (satu, dua):
        insentif.batal_terima(pc.store, nomor, 1, alasan=f"Dari {pc.store.identity.label}")
    dunia.tenang(city, satu, dua)
    assert dunia.dibayar(satu, nomor) == dunia.dibayar(dua, nomor) == 0
    insentif.terima(dua.store, nomor)
    dunia.tenang(city, satu, dua)
    assert dunia.dibayar(satu, nomor) == 550_000
    assert dunia.jenis(satu) == []


def test_edits_that_did_not_see_each_other(city: City, office: Buka) -> None:
    """A phone number: the later is shown. A name: the city's stays and a person decides. Nothing is lost."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    sinkron(dua)
    dunia.ubah(satu, "01", hp="0811111111", nama="Nama Satu", alamat="Jl. Satu")
    dunia.ubah(dua, "01", hp="0822222222", nama="Nama Dua")
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        assert (dunia.orang(pc, "nama"), dunia.orang(pc, "hp"), dunia.orang(pc, "alamat")) == (
            ["Nama Satu"],
            ["0822222222"],
            ["Jl. Satu"],
        )
        assert dunia.jenis(pc) == ["isian berbeda"]
        assert "Nama Dua" in pc.status().decisions[0].kalimat
    konflik = [f for (t, _), f in dunia.isi_kota(city.db, KELURAHAN).items() if t == "konflik"]
    assert sorted((f["field"], f["keadaan"]) for f in konflik) == [("hp", "selesai"), ("nama", "terbuka")]


def test_one_rt_added_on_both_pcs_is_one_post(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    for pc in (satu, dua):
        isi_rt(pc, 5)
    dunia.tenang(city, satu, dua)
    assert len([1 for t, _ in dunia.isi_kantor(satu, KELURAHAN) if t == "rt_jabatan"]) == 1


def test_add_undo_and_add_again(city: City, office: Buka) -> None:
    """The same post after a delete that the city knows: an explicit restore, never held for ever."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    tambah = rt.tambah(satu.store, KELURAHAN, kantor.isian(5)).changes
    dunia.tenang(city, satu, dua)
    history.undo(satu.store, tambah.act_id)
    dunia.tenang(city, satu, dua)
    assert dunia.isi_kantor(dua, KELURAHAN) == {}
    isi_rt(dua, 5)
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []
    assert [
        b.nama for b in rt_queries.roster(satu.store.reader(), lingkup=KELURAHAN, hari=rt.hari_ini(satu.store))
    ] == ["Ketua 05"]


def test_pay_undo_and_pay_again(city: City, office: Buka) -> None:
    city.set_tarif()
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 1)
    nomor = dunia.terkunci(satu)
    for _ in range(2):
        bayar = insentif.terima(satu.store, nomor).changes
        sinkron(satu)
        history.undo(satu.store, bayar.act_id)
        sinkron(satu)
    insentif.terima(satu.store, nomor)
    dunia.tenang(city, satu)
    assert dunia.jenis(satu) == []
    assert dunia.dibayar(satu, nomor) == 1_650_000


def test_a_delete_against_an_unseen_edit(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    tambah = rt.tambah(satu.store, KELURAHAN, kantor.isian(1)).changes
    sinkron(satu)
    sinkron(dua)
    dunia.ubah(dua, "01", hp="0812345678")
    history.undo(satu.store, tambah.act_id)
    sinkron(dua)
    dunia.tenang(city, satu, dua)
    assert dunia.orang(satu, "hp") == dunia.orang(dua, "hp") == ["0812345678"]
    assert dunia.jenis(satu) == dunia.jenis(dua) == ["hapus tertahan"]


def test_work_on_a_list_that_was_locked_meanwhile_is_held(city: City, office: Buka) -> None:
    city.set_tarif()
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2)
    nomor = insentif.susun(satu.store, KELURAHAN, periode.baca("2026-TW1")).value
    sinkron(satu)
    sinkron(dua)
    insentif.kunci(satu.store, nomor, lurah="Lurah")
    isi_rt(dua, 3)
    assert insentif.susun(dua.store, KELURAHAN, periode.baca("2026-TW1")).value == nomor
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(dua) == ["ditahan kota"]
    assert "dikunci" in dua.status().decisions[0].kalimat
    for pc in (satu, dua):
        assert queries.cari_daftar(pc.store.reader(), nomor).jumlah_penerima == 2
        assert len(rt_queries.masa(pc.store.reader(), lingkup=KELURAHAN)) == 3
    dunia.terkunci(dua)
    dunia.tenang(city, satu, dua)


def test_both_lock_the_same_list(city: City, office: Buka) -> None:
    city.set_tarif()
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1)
    nomor = insentif.susun(satu.store, KELURAHAN, periode.baca("2026-TW1")).value
    sinkron(satu)
    sinkron(dua)
    insentif.kunci(satu.store, nomor, lurah="Lurah Satu")
    insentif.kunci(dua.store, nomor, lurah="Lurah Dua")
    dunia.tenang(city, satu, dua)
    assert {queries.cari_daftar(pc.store.reader(), nomor).dikunci_oleh for pc in (satu, dua)} == {"Lurah Satu"}


def test_an_older_program_keeps_fields_it_does_not_know(city: City, office: Buka) -> None:
    """I11: a newer PC wrote a field; an older one edits the row; the field is still there."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1)
    row = satu.store.reader().execute("SELECT n, body, op_id FROM sync_op WHERE tabel = 'rt_orang'").fetchone()
    body = json.loads(row["body"])
    body["fields"]["agama_baru"] = "isi"

    def sunting(con: sqlite3.Connection) -> None:
        con.execute("UPDATE sync_op SET body = ? WHERE op_id = ?", (canonical.dumps(body), row["op_id"]))

    satu.store.local(sunting)
    satu.store.renew_incarnation()
    sinkron(satu)
    sinkron(dua)
    dunia.ubah(dua, "01", hp="0812345678")
    dunia.tenang(city, satu, dua)
    (orang,) = [f for (t, _), f in dunia.isi_kota(city.db, KELURAHAN).items() if t == "rt_orang"]
    assert (orang["agama_baru"], orang["hp"]) == ("isi", "0812345678")
