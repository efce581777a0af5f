"""Cloned PCs, restored offices, a city that went back in time: nothing is lost, both sides end equal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sipokat_desktop import safety
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage import restore
from sync.client import repair
from sync.client.http import NetworkTrouble
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DIGEST, SESSION
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, periksa_tenang, sinkron
from tests.sync.kawat import Putus, dengan
from tests.sync.panggung import lupakan_nomor


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
    dunia.tenang(city, satu, dua)
    assert sorted(dunia.orang(satu, "nama")) == sorted(
        ["Ketua 01", "Ketua 03", "Ketua 04"] + (["Ketua 02"] if kapan == "sesudah" else [])
    )


def test_a_clone_that_no_token_shows_is_a_fork(city: City, office: Buka, tmp_path: Path) -> None:
    """The same chain twice (a disk image): the city notices by the hash, the second goes on as another."""
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    satu.close()
    lupakan_nomor(dunia.salin(tmp_path / "a", tmp_path / "b"))
    satu, dua = office("a"), office("b")
    assert satu.store.identity.inc == dua.store.identity.inc
    isi_rt(satu, 3)
    isi_rt(dua, 4, 5)
    dunia.tenang(city, satu, dua)
    assert satu.store.identity.inc != dua.store.identity.inc
    assert len(dunia.orang(satu, "nama")) == 5


def test_a_hidden_clone_is_a_fork_where_the_city_knew_the_op_at_its_number_from_another_copy(
    city: City, office: Buka, tmp_path: Path
) -> None:
    """The first copy hands an op in under a name of its own, so the log has nothing at the original's number; the disk
    image then comes with other work at that number, which nobody has seen."""
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    satu.close()
    lupakan_nomor(dunia.salin(tmp_path / "a", tmp_path / "b"))
    satu, bayangan = office("a"), office("b")
    dunia.ubah(satu, "01", hp="0811111111")
    satu.close()
    dunia.salin(tmp_path / "a", tmp_path / "c")
    satu, salinan = office("a"), office("c")
    assert satu.store.identity.inc == bayangan.store.identity.inc != salinan.store.identity.inc
    sinkron(salinan)
    dunia.ubah(satu, "01", hp="0833333333")
    sinkron(satu)
    dunia.ubah(bayangan, "01", hp="0822222222")
    dunia.tenang(city, satu, bayangan, salinan)
    assert satu.store.identity.inc != bayangan.store.identity.inc
    diganti = [f for (tabel, _), f in dunia.isi_kota(city.db, KELURAHAN).items() if tabel == "konflik"]
    assert len(diganti) == 1, "the value that was not taken is told"
    assert {"0822222222", "0833333333"} == {satu["nilai"] for satu in json.loads(str(diganti[0]["isi"]))["isian"]}


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
    dunia.ubah(dua, "01", nama="Nama Baru", hp="0812345678")
    isi_rt(satu, 3)
    nomor = dunia.terkunci(satu)
    insentif.terima(satu.store, nomor, kecuali=[2])
    dunia.tenang(city, satu, dua)
    dunia.ubah(satu, "01", hp="0899999999")
    dunia.tenang(city, satu, dua)
    if cadangan == "tanpa_perubahan":
        simpanan = dunia.Simpanan(city.db)
    sebelum = dunia.isi_kantor(satu, KELURAHAN)
    simpanan.pulihkan(city.db)
    isi_rt(dua, 4)
    dunia.tenang(city, dua, satu)
    sesudah = dunia.isi_kantor(satu, KELURAHAN)
    assert {k for k in sebelum if k[0] != "konflik"} <= sesudah.keys()
    assert dunia.buku(sesudah) == dunia.buku(sebelum)
    assert dunia.dibayar(dua, nomor) == 2 * 1_650_000
    assert len(dunia.orang(dua, "nama")) == 4


def test_a_download_that_broke_off_is_not_gone_on_with_at_a_city_that_went_back(city: City, office: Buka) -> None:
    """The page that arrived lacks a row that had moved on; restored, the city has it where it was, before that page."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    sinkron(dua)
    for nomor in ("01", "02"):
        dunia.ubah(satu, nomor, hp="0811111111")
        sinkron(satu)
    simpanan = dunia.Simpanan(city.db)
    dunia.ubah(satu, "01", hp="0822222222")
    sinkron(satu)
    Putus.mulai(2)
    with pytest.raises(NetworkTrouble):
        dengan(dua, Putus, limit=1)
    simpanan.pulihkan(city.db)
    summary = dua.sync()
    assert (summary.repaired, summary.matching) == (0, True)
    assert sorted(dunia.orang(dua, "hp")) == ["0811111111"] * 2


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
    dunia.tenang(city, satu)
    assert len([1 for t, _ in dunia.isi_kota(city.db, KELURAHAN) if t == "rt_orang"]) == 2


@pytest.mark.parametrize("putus", [False, True])
def test_an_office_restored_from_its_backup(city: City, office: Buka, tmp_path: Path, putus: bool) -> None:
    """What was synced since the backup, what was not, and a change of an old row; also where the computer is switched
    off before it could carry anything over."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    satu.safety.backup(tmp_path / "simpan.sipokat")
    isi_rt(satu, 2)
    sinkron(satu)
    isi_rt(satu, 3)
    dunia.ubah(satu, "01", hp="0812345678")
    satu.close()
    if putus:
        patch = pytest.MonkeyPatch()
        patch.setattr(restore, "_carry", _padam)
        with pytest.raises(KeyboardInterrupt):
            safety.restore(tmp_path / "a", tmp_path / "simpan.sipokat")
        patch.undo()
    else:
        assert safety.restore(tmp_path / "a", tmp_path / "simpan.sipokat") == 4
    satu = office("a")
    isi_rt(satu, 4)
    dunia.tenang(city, satu, dua)
    assert len(dunia.orang(dua, "nama")) == 4
    assert "0812345678" in dunia.orang(dua, "hp")


def _padam(*_apa: object) -> int:
    raise KeyboardInterrupt


def test_a_tampered_row_is_found_and_fetched_again(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    dunia.ubah_bayangan(satu)
    assert sinkron(satu).repaired == 0, "between two counts only the kept digests are compared"
    assert not all(f.ok for f in satu.check())
    summary = sinkron(satu)
    assert (summary.matching, summary.repaired, summary.rounds) == (True, 1, 2)
    assert "000" not in dunia.orang(satu, "hp")
    dunia.tenang(city, satu)
    assert sinkron(satu).repaired == 0


def test_the_rows_are_counted_anew_every_day(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    dunia.ubah_bayangan(satu)
    besok = satu.store.clock() + 24 * 3600 * 1000
    satu.store.clock = lambda: besok
    assert sinkron(satu).repaired == 1
    assert all(f.ok for f in satu.check())


def test_a_row_that_only_this_pc_believes_in_leaves_the_shadow(city: City, office: Buka) -> None:
    """The city's digest decides what is compared; what the user sees is never deleted by it."""
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    satu.store.transact(
        lambda con: con.execute(
            "INSERT INTO sync_shadow (tabel, id, lingkup, seq, deleted, doc, writers, hash)"
            " SELECT tabel, 'lain', lingkup, seq, deleted, doc, writers, hash FROM sync_shadow WHERE tabel = 'rt_orang'"
        )
    )
    assert not all(f.ok for f in satu.check())
    assert (sinkron(satu).repaired, sinkron(satu).matching) == (1, True)


def test_a_city_that_stays_different_is_told_not_hidden(city: City, office: Buka) -> None:
    """Known-bad control: the city's digest is wrong for good; the receipt says so and the next one too."""
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    with city.db.write(ALL_SCOPES) as con:
        con.execute(DIGEST.update().values(total=DIGEST.c.total + 1))
    summary = sinkron(satu)
    assert (summary.matching, summary.repaired) == (False, 0)
    assert satu.receipts()[0][2] is False
    with pytest.raises(AssertionError):
        periksa_tenang(city.db, [satu])


def test_a_session_that_ends_before_the_repair_is_renewed(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    dunia.ubah_bayangan(satu)
    assert not all(f.ok for f in satu.check())
    asli = repair.fetch
    berakhir: list[bool] = []

    def sesudah_sesi(*args: object) -> object:
        if not berakhir:
            berakhir.append(True)
            with city.db.write(ALL_SCOPES) as con:
                con.execute(SESSION.delete())
        return asli(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(repair, "fetch", sesudah_sesi)
    assert (sinkron(satu).repaired, berakhir) == (1, [True])
