"""Real offices and the real city over a real socket, on SQLite and on PostgreSQL: the stories that must end well."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sipokat_desktop import app
from sipokat_desktop.app import Office
from sipokat_desktop.kernel import canonical, periode
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.storage import history
from sync.client.http import Http, NetworkTrouble
from sync.client.session import Session
from sync.client.session import check as periksa_bukti
from sync.protocol import Answer, Exchange, Message, Receipt
from sync.server import cli, push
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LAIN, daftarkan, isi_rt, periksa_tenang, sinkron
from tests.unit import kantor

Buka = Callable[[str | Path], Office]


def _ubah(office: Office, rt_nomor: str, **isian: str) -> str:
    m = next(m for m in rt_queries.masa(office.store.reader(), lingkup=KELURAHAN) if m.nomor == rt_nomor)
    return rt.ubah(office.store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian=isian).act_id


def _orang(office: Office, field: str) -> list[str]:
    return [r[0] for r in office.store.reader().execute(f"SELECT {field} FROM rt_orang ORDER BY nama")]


def _tenang(city: City, *offices: Office) -> None:
    for _ in range(2):
        for satu in offices:
            sinkron(satu)
    periksa_tenang(city.db, offices)


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
    _tenang(city, satu, dua)
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
    _tenang(city, satu, dua)
    assert dunia.dibayar(satu, nomor) == dunia.dibayar(dua, nomor) == 0
    insentif.terima(dua.store, nomor)
    _tenang(city, satu, dua)
    assert dunia.dibayar(satu, nomor) == 550_000
    assert dunia.jenis(satu) == []


def test_edits_that_did_not_see_each_other(city: City, office: Buka) -> None:
    """A phone number: the later is shown. A name: the city's stays and a person decides. Nothing is lost."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    sinkron(dua)
    _ubah(satu, "01", hp="0811111111", nama="Nama Satu", alamat="Jl. Satu")
    _ubah(dua, "01", hp="0822222222", nama="Nama Dua")
    _tenang(city, satu, dua)
    for pc in (satu, dua):
        assert (_orang(pc, "nama"), _orang(pc, "hp"), _orang(pc, "alamat")) == (["Nama Satu"], ["0822222222"], ["Jl. Satu"])
        assert dunia.jenis(pc) == ["isian berbeda"]
        assert "Nama Dua" in pc.status().decisions[0].kalimat
    konflik = [f for (t, _), f in dunia.isi_kota(city.db, KELURAHAN).items() if t == "konflik"]
    assert sorted((f["field"], f["keadaan"]) for f in konflik) == [("hp", "selesai"), ("nama", "terbuka")]


def test_one_rt_added_on_both_pcs_is_one_post(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    for pc in (satu, dua):
        isi_rt(pc, 5)
    _tenang(city, satu, dua)
    assert len([1 for t, _ in dunia.isi_kantor(satu, KELURAHAN) if t == "rt_jabatan"]) == 1


def test_add_undo_and_add_again(city: City, office: Buka) -> None:
    """The same post after a delete that the city knows: an explicit restore, never held for ever."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    tambah = rt.tambah(satu.store, KELURAHAN, kantor.isian(5)).changes
    _tenang(city, satu, dua)
    history.undo(satu.store, tambah.act_id)
    _tenang(city, satu, dua)
    assert dunia.isi_kantor(dua, KELURAHAN) == {}
    isi_rt(dua, 5)
    _tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []
    assert [b.nama for b in rt_queries.roster(satu.store.reader(), lingkup=KELURAHAN, hari=rt.hari_ini(satu.store))] == ["Ketua 05"]


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
    _tenang(city, satu)
    assert dunia.jenis(satu) == []
    assert dunia.dibayar(satu, nomor) == 1_650_000


def test_a_delete_against_an_unseen_edit(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    tambah = rt.tambah(satu.store, KELURAHAN, kantor.isian(1)).changes
    sinkron(satu)
    sinkron(dua)
    _ubah(dua, "01", hp="0812345678")
    history.undo(satu.store, tambah.act_id)
    sinkron(dua)
    _tenang(city, satu, dua)
    assert _orang(satu, "hp") == _orang(dua, "hp") == ["0812345678"]
    assert "hapus tertahan" in dunia.jenis(satu)
    assert "ditahan kota" in dunia.jenis(satu)


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
    _tenang(city, satu, dua)
    assert dunia.jenis(dua) == ["ditahan kota"]
    assert "dikunci" in dua.status().decisions[0].kalimat
    for pc in (satu, dua):
        assert queries.cari_daftar(pc.store.reader(), nomor).jumlah_penerima == 2
        assert len(rt_queries.masa(pc.store.reader(), lingkup=KELURAHAN)) == 3
    dunia.terkunci(dua)
    _tenang(city, satu, dua)


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
    _tenang(city, satu, dua)
    assert {queries.cari_daftar(pc.store.reader(), nomor).dikunci_oleh for pc in (satu, dua)} == {"Lurah Satu"}


class _Putus(Http):
    """Loses the answers whose number is in ``hilang``: the city has done its work, the office never hears."""

    hilang: frozenset[int] = frozenset()
    ke = 0

    def post(self, path: str, message: Message, answer: type[Message]) -> Message:  # type: ignore[override]
        got = super().post(path, message, answer)
        if isinstance(message, Exchange):
            type(self).ke += 1
            if type(self).ke in self.hilang:
                raise NetworkTrouble("putus", "Terputus.")
        return got


def _dengan(office: Office, http: type[Http], *, limit: int = 0) -> None:
    store = office.store
    session = Session(store, http(store.identity.server, store.setting("sesi")))
    session._limit = limit or session._limit
    try:
        session.run()
    finally:
        session.close()


def test_an_answer_that_was_lost_is_a_duplicate_not_a_double(city: City, office: Buka) -> None:
    city.set_tarif()
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2)
    nomor = dunia.terkunci(satu)
    insentif.terima(satu.store, nomor)
    _Putus.hilang, _Putus.ke = frozenset({1, 2, 3}), 0
    for _ in range(3):
        with pytest.raises(NetworkTrouble):
            _dengan(satu, _Putus)
        assert dunia.menunggu(satu) > 0
    sebelum = dunia.isi_kota(city.db, KELURAHAN)
    assert len(dunia.buku(sebelum)) == 6
    _tenang(city, satu)
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert dunia.dibayar(satu, nomor) == 2 * 1_650_000


class _Rekam(Http):
    """Keeps what was asked."""

    kiriman: list[Exchange]

    def post(self, path: str, message: Message, answer: type[Message]) -> Message:  # type: ignore[override]
        if isinstance(message, Exchange):
            self.kiriman.append(message)
        return super().post(path, message, answer)


def test_any_request_again_and_again_changes_nothing(city: City, office: Buka) -> None:
    city.set_tarif()
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    insentif.terima(satu.store, dunia.terkunci(satu))
    _Rekam.kiriman = []
    _dengan(satu, _Rekam, limit=2)
    sebelum, log = dunia.isi_kota(city.db, KELURAHAN), dunia.hasil(city.db)
    http = Http(city.url, satu.store.setting("sesi"))
    for message in [*_Rekam.kiriman, *reversed(_Rekam.kiriman)] * 2:
        answer = http.post("/sync/v1/exchange", message, Answer)
        assert answer.chain == "ok"
        assert {r.outcome for r in answer.results} <= {"duplicate"}
    http.close()
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert dunia.hasil(city.db) == log
    _tenang(city, satu)


@pytest.mark.parametrize("limit", [1, 3])
def test_a_download_in_small_pages_and_broken_in_the_middle_goes_on(city: City, office: Buka, limit: int) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1, 2, 3, 4)
    sinkron(satu)
    _Putus.hilang, _Putus.ke = frozenset({3}), 0
    with pytest.raises(NetworkTrouble):
        _dengan(dua, _Putus, limit=limit)
    terambil = dua.store.reader().execute("SELECT count(*) FROM sync_inbox").fetchone()[0]
    assert terambil >= 2 * limit
    assert dunia.isi_kantor(dua, KELURAHAN) == {}
    isi_rt(dua, 9)
    sinkron(dua, limit=limit)
    _tenang(city, satu, dua)
    assert len(_orang(dua, "nama")) == 5


def test_what_is_typed_while_a_long_download_runs_does_not_collide_with_itself(city: City, office: Buka) -> None:
    """Sent and answered in the first of many pages, then edited again before its row has come back."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1, 2, 3, 4)
    sinkron(satu)
    isi_rt(dua, 9)
    _Putus.hilang, _Putus.ke = frozenset({2}), 0
    with pytest.raises(NetworkTrouble):
        _dengan(dua, _Putus, limit=2)
    assert dunia.menunggu(dua) == 0
    _ubah(dua, "09", nama="Nama Kedua", hp="0812345678")
    _tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []
    assert "Nama Kedua" in _orang(satu, "nama")


@pytest.mark.parametrize("kapan", ["sebelum", "sesudah"])
def test_a_cloned_pc_is_noticed_and_nothing_is_lost(city: City, office: Buka, tmp_path: Path, kapan: str) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    if kapan == "sesudah":
        isi_rt(satu, 2)
    satu.close()
    dunia.salin(tmp_path / "a", tmp_path / "b")
    satu, dua = office("a"), office("b")
    isi_rt(satu, 3)
    isi_rt(dua, 4)
    _tenang(city, satu, dua)
    assert sorted(_orang(satu, "nama")) == sorted(["Ketua 01", "Ketua 03", "Ketua 04"] + (["Ketua 02"] if kapan == "sesudah" else []))


def test_a_clone_that_no_token_shows_is_a_fork(city: City, office: Buka, tmp_path: Path) -> None:
    """The same chain twice (a disk image): the city notices by the hash, the second goes on as another."""
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    satu.close()
    dunia.salin(tmp_path / "a", tmp_path / "b")
    kembar = json.loads((tmp_path / "b" / "identitas.json").read_bytes())
    kembar["file_no"] = 0
    (tmp_path / "b" / "identitas.json").write_text(json.dumps(kembar))
    satu, dua = office("a"), office("b")
    assert satu.store.identity.inc == dua.store.identity.inc
    isi_rt(satu, 3)
    isi_rt(dua, 4, 5)
    _tenang(city, satu, dua)
    assert satu.store.identity.inc != dua.store.identity.inc
    assert len(_orang(satu, "nama")) == 5


@pytest.mark.parametrize("cadangan", ["kosong", "tengah", "tanpa_perubahan"])
def test_the_city_restored_from_an_older_backup(city: City, office: Buka, cadangan: str) -> None:
    """Rewound: the offices hand in again what the city has forgotten; no office loses a row."""
    city.set_tarif()
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    simpanan = dunia.Simpanan(city.db)
    sinkron(satu)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    sinkron(dua)
    if cadangan != "kosong":
        simpanan = dunia.Simpanan(city.db)
    _ubah(dua, "01", nama="Nama Baru", hp="0812345678")
    isi_rt(satu, 3)
    nomor = dunia.terkunci(satu)
    insentif.terima(satu.store, nomor, kecuali=[2])
    _tenang(city, satu, dua)
    _ubah(satu, "01", hp="0899999999")
    _tenang(city, satu, dua)
    if cadangan == "tanpa_perubahan":
        simpanan = dunia.Simpanan(city.db)
    sebelum = dunia.isi_kantor(satu, KELURAHAN)
    simpanan.pulihkan(city.db)
    isi_rt(dua, 4)
    _tenang(city, dua, satu)
    sesudah = dunia.isi_kantor(satu, KELURAHAN)
    assert {k for k in sebelum if k[0] != "konflik"} <= sesudah.keys()
    assert dunia.buku(sesudah) == dunia.buku(sebelum)
    assert dunia.dibayar(dua, nomor) == 2 * 1_650_000
    assert len(_orang(dua, "nama")) == 4


def test_what_an_earlier_incarnation_had_sent_comes_back_too(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    simpanan = dunia.Simpanan(city.db)
    isi_rt(satu, 1)
    sinkron(satu)
    satu.store.renew_incarnation()
    isi_rt(satu, 2)
    sinkron(satu)
    satu.store.renew_incarnation()
    simpanan.pulihkan(city.db)
    _tenang(city, satu)
    assert len([1 for t, _ in dunia.isi_kota(city.db, KELURAHAN) if t == "rt_orang"]) == 2


def test_an_office_restored_from_its_backup(city: City, office: Buka, tmp_path: Path) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    satu.backup(tmp_path / "simpan.sipokat")
    isi_rt(satu, 2)
    sinkron(satu)
    isi_rt(satu, 3)
    _ubah(satu, "01", hp="0812345678")
    satu.close()
    assert app.restore(tmp_path / "a", tmp_path / "simpan.sipokat") == 4
    satu = office("a")
    isi_rt(satu, 4)
    _tenang(city, satu, dua)
    assert len(_orang(dua, "nama")) == 4
    assert "0812345678" in _orang(dua, "hp")


def test_a_tampered_row_is_found_and_fetched_again(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    dunia.ubah_bayangan(satu)
    assert not all(f.ok for f in satu.check())
    summary = sinkron(satu)
    assert (summary.matching, summary.repaired) == (True, 1)
    assert "000" not in _orang(satu, "hp")
    _tenang(city, satu)
    assert sinkron(satu).repaired == 0


def test_a_city_that_stays_different_is_told_not_hidden(city: City, office: Buka) -> None:
    """Known-bad control: the city's digest is wrong for good; the receipt says so and the next one too."""
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    with city.db.write() as con:
        con.execute(push.DIGEST.update().values(total=push.DIGEST.c.total + 1))
    summary = sinkron(satu)
    assert (summary.matching, summary.repaired) == (False, 1)
    assert satu.receipts()[0][2] is False
    with pytest.raises(AssertionError):
        periksa_tenang(city.db, [satu])


def test_a_revoked_pc_hands_in_what_it_had_into_held(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    sinkron(dua)
    isi_rt(satu, 2)
    assert cli.main(["kantor", "cabut", satu.store.identity.device_id, "--db", city.db_url]) == 0
    isi_rt(dua, 7)
    sinkron(dua)
    for _ in range(2):
        with pytest.raises(Gangguan, match="dicabut") as sebab:
            sinkron(satu)
        assert "Data aman" in sebab.value.lengkap
    assert [o for o in dunia.hasil(city.db).values() if o == "held"] == ["held"] * 3
    assert "Ketua 07" not in _orang(satu, "nama")
    assert set(dunia.jenis(satu)) == {"ditahan kota"}
    periksa_tenang(city.db, [dua])


def test_another_kelurahan_sees_and_writes_nothing(city: City, office: Buka) -> None:
    city.set_tarif()
    satu, asing = daftarkan(office("a"), city), daftarkan(office("c"), city, LAIN)
    isi_rt(satu, 1)
    sinkron(satu)
    sinkron(asing)
    assert dunia.isi_kantor(asing, KELURAHAN) == {}
    assert len(dunia.isi_kantor(asing, "kota")) == 2
    masa = satu.store.reader().execute("SELECT * FROM rt_orang").fetchone()
    for kerja in (
        lambda tx: tx.insert("rt_orang", {"nama": "Selundupan"}, scope=KELURAHAN),
        lambda tx: tx.insert("rt_orang", {"nama": "Rampas"}, scope=LAIN, row_id=masa["id"]),
        lambda tx: tx.append(dunia.LEDGER, {"slot": "a|b|c", "jumlah": 1, "jenis": "bayar"}, scope="kota"),
    ):
        asing.store.write("curang", kerja)
    sebelum = dunia.isi_kota(city.db, KELURAHAN)
    summary = sinkron(asing)
    assert summary.stuck == 3
    assert dunia.jenis(asing) == ["ditolak kota"] * 3
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert dunia.isi_kota(city.db, LAIN) == {}
    http = Http(city.url, asing.store.setting("sesi"))
    request = Exchange(inc=asing.store.identity.inc, acked_n=0, acked_hash="0" * 32, cursors={KELURAHAN: "", LAIN: ""})
    assert {p.scope for p in http.post("/sync/v1/exchange", request, Answer).pages} == {LAIN, "kota"}
    http.close()
    _tenang(city, satu)


def test_a_pc_does_not_take_a_foreign_page_in(city: City, office: Buka) -> None:
    satu, asing = daftarkan(office("a"), city), daftarkan(office("c"), city, LAIN)
    isi_rt(satu, 1)
    sinkron(satu)

    class Salah(Http):
        def post(self, path: str, message: Message, answer: type[Message]) -> Message:  # type: ignore[override]
            got = super().post(path, message, answer)
            if isinstance(got, Answer):
                return got.model_copy(update={"pages": [p.model_copy(update={"scope": KELURAHAN}) for p in got.pages]})
            return got

    with pytest.raises(NetworkTrouble, match="wilayah lain"):
        _dengan(asing, Salah)
    assert dunia.isi_kantor(asing, KELURAHAN) == {}


def test_a_stolen_place_in_the_chain_is_refused(city: City, office: Buka) -> None:
    """A hostile PC writes another PC's incarnation into its op: it must not take that PC's numbers away."""
    satu, jahat = daftarkan(office("a"), city), daftarkan(office("c"), city, LAIN)
    isi_rt(satu, 1)
    isi_rt(jahat, 1)
    korban = satu.store.identity.inc
    rows = jahat.store.reader().execute("SELECT op_id, n, body FROM sync_op ORDER BY n").fetchall()
    rantai = "0" * 32
    for row in rows:
        body = canonical.dumps(json.loads(row["body"]) | {"inc": korban, "scope": LAIN})
        rantai = canonical.chain(rantai, body)
        jahat.store.local(
            lambda con, b=body, h=rantai, i=row["op_id"]: con.execute("UPDATE sync_op SET body = ?, hash = ? WHERE op_id = ?", (b, h, i))
        )
    assert sinkron(jahat).stuck == 3
    _tenang(city, satu)
    assert len(dunia.hasil(city.db)) == 3


def test_a_receipt_is_signed_and_a_forged_one_is_refused(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    summary = sinkron(satu)
    isi = satu.receipts()[0][3]
    asli = Receipt(text=str(isi["kota"]), signature=str(isi["tanda_tangan"]))
    kunci = satu.store.identity.server_key
    periksa_bukti(asli, kunci)
    assert json.loads(asli.text)["isi"][KELURAHAN]["rt_orang"]["count"] == 1
    assert isi["kantor"] == json.loads(asli.text)["isi"]
    assert summary.receipt == 1
    for palsu in (
        asli.model_copy(update={"text": asli.text.replace('"count":1', '"count":2')}),
        asli.model_copy(update={"signature": "x" + asli.signature[1:]}),
        asli.model_copy(update={"signature": ""}),
    ):
        with pytest.raises(NetworkTrouble, match="Tanda tangan"):
            periksa_bukti(palsu, kunci)
    satu.store.save_identity(replace(satu.store.identity, server_key="A" * 43 + "="))
    with pytest.raises(NetworkTrouble, match="Tanda tangan"):
        sinkron(satu)


def test_codes(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    satu, dua = office("a"), office("b")
    kode = city.invite(KELURAHAN)
    for salah, kalimat in (("", "belum diisi"), ("ABC", "10 huruf"), ("ABCDE-FGHJK", "tidak dikenal")):
        with pytest.raises(InputSalah, match=kalimat) as kata:
            satu.enrol(server=city.url, code=salah, name="Rina")
        assert kata.value.field == "kode"
        assert not satu.status().enrolled
    assert satu.enrol(server=city.url, code=f" {kode.lower().replace('-', ' ')} ", name="Rina") == KELURAHAN
    assert satu.enrol(server=city.url, code=kode, name="Rina") == KELURAHAN
    with pytest.raises(InputSalah, match="sudah dipakai"):
        dua.enrol(server=city.url, code=kode, name="Budi")
    monkeypatch.setattr(cli.auth, "CODE_DAYS", -1)
    with pytest.raises(InputSalah, match="lewat masanya"):
        dua.enrol(server=city.url, code=city.invite(KELURAHAN), name="Budi")
    monkeypatch.undo()
    assert [satu.store.identity.label, daftarkan(dua, city).store.identity.label] == ["PC-1", "PC-2"]
    with pytest.raises(InputSalah, match="milik Kelurahan"):
        dua.enrol(server=city.url, code=city.invite(LAIN), name="Budi")


def test_an_invitation_file(city: City, office: Buka, tmp_path: Path) -> None:
    satu = office("a")
    assert satu.enrol_with(city.invitation(KELURAHAN, tmp_path / "u.json"), name="Rina") == KELURAHAN
    for isi in (b"", b"{}", b"\xff\xfe", b"x" * 70_000):
        (tmp_path / "u.json").write_bytes(isi)
        with pytest.raises(InputSalah, match="undangan tidak terbaca"):
            office("b").enrol_with(tmp_path / "u.json", name="Rina")


def test_work_before_the_enrolment_is_sent_after_it(city: City, office: Buka) -> None:
    city.set_tarif()
    satu = office("a")
    satu.choose_kelurahan(KELURAHAN)
    isi_rt(satu, 1, 2)
    with pytest.raises(Gangguan, match="belum terdaftar"):
        sinkron(satu)
    daftarkan(satu, city)
    assert sinkron(satu).sent == 6
    _tenang(city, satu)


def test_nothing_to_do_is_one_round_trip(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, *range(1, 20))
    sinkron(satu)
    isi_rt(satu, 30)
    assert sinkron(satu).rounds == 1
    assert sinkron(satu).rounds == 1


def test_states_on_the_way(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    assert satu.status().waiting == 3
    _Putus.hilang, _Putus.ke = frozenset({1}), 0
    with pytest.raises(NetworkTrouble):
        _dengan(satu, _Putus)
    assert (satu.status().waiting, satu.status().sent) == (3, 3)
    sinkron(satu)
    assert (satu.status().waiting, satu.status().sent, satu.status().trouble) == (0, 0, "")


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
    _ubah(dua, "01", hp="0812345678")
    _tenang(city, satu, dua)
    (orang,) = [f for (t, _), f in dunia.isi_kota(city.db, KELURAHAN).items() if t == "rt_orang"]
    assert (orang["agama_baru"], orang["hp"]) == ("isi", "0812345678")
