"""Lines that break: an answer that never came, a request sent again, a download cut in the middle."""

from __future__ import annotations

import pytest

from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.modules.insentif import ops as insentif
from sync.client.http import Http, NetworkTrouble
from sync.protocol import Answer
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.sync.kawat import Putus, Rekam, dengan


def test_an_answer_that_was_lost_is_a_duplicate_not_a_double(city: City, office: Buka) -> None:
    city.set_tarif()
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2)
    nomor = dunia.terkunci(satu)
    insentif.terima(satu.store, nomor)
    Putus.mulai(1, 2, 3)
    for _ in range(3):
        with pytest.raises(NetworkTrouble):
            dengan(satu, Putus)
        assert dunia.menunggu(satu) > 0
    sebelum = dunia.isi_kota(city.db, KELURAHAN)
    assert len(dunia.buku(sebelum)) == 6
    dunia.tenang(city, satu)
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert dunia.dibayar(satu, nomor) == 2 * 1_650_000


def test_any_request_again_and_again_changes_nothing(city: City, office: Buka) -> None:
    city.set_tarif()
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    insentif.terima(satu.store, dunia.terkunci(satu))
    Rekam.kiriman = []
    dengan(satu, Rekam, limit=2)
    sebelum, log = dunia.isi_kota(city.db, KELURAHAN), dunia.hasil(city.db)
    http = Http(city.url, satu.store.token)
    for message in [*Rekam.kiriman, *reversed(Rekam.kiriman)] * 2:
        answer = http.post("/sync/v1/exchange", message, Answer)
        assert answer.chain == "ok"
        assert {r.outcome for r in answer.results} <= {"duplicate"}
    http.close()
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert dunia.hasil(city.db) == log
    dunia.tenang(city, satu)


@pytest.mark.parametrize("limit", [1, 3])
def test_a_download_in_small_pages_and_broken_in_the_middle_goes_on(city: City, office: Buka, limit: int) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1, 2, 3, 4)
    sinkron(satu)
    Putus.mulai(3)
    with pytest.raises(NetworkTrouble):
        dengan(dua, Putus, limit=limit)
    terambil = dua.store.reader().execute("SELECT count(*) FROM sync_inbox").fetchone()[0]
    assert terambil >= 2 * limit
    assert dunia.isi_kantor(dua, KELURAHAN) == {}
    isi_rt(dua, 9)
    sinkron(dua, limit=limit)
    dunia.tenang(city, satu, dua)
    assert len(dunia.orang(dua, "nama")) == 5


def test_what_is_typed_while_a_long_download_runs_does_not_collide_with_itself(city: City, office: Buka) -> None:
    """Sent and answered in the first of many pages, then edited again before its row has come back."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1, 2, 3, 4)
    sinkron(satu)
    isi_rt(dua, 9)
    Putus.mulai(2)
    with pytest.raises(NetworkTrouble):
        dengan(dua, Putus, limit=2)
    assert dunia.menunggu(dua) == 0
    dunia.ubah(dua, "09", nama="Nama Kedua", hp="0812345678")
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []
    assert "Nama Kedua" in dunia.orang(satu, "nama")


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
    Putus.mulai(1)
    with pytest.raises(NetworkTrouble):
        dengan(satu, Putus)
    assert (satu.status().waiting, satu.status().sent) == (3, 0), "called sent, though nobody has answered"
    sinkron(satu)
    assert (satu.status().waiting, satu.status().sent, satu.status().trouble) == (0, 0, "")


def test_work_before_the_enrolment_is_sent_after_it(city: City, office: Buka) -> None:
    city.set_tarif()
    satu = office("a")
    satu.choose_kelurahan(KELURAHAN)
    isi_rt(satu, 1, 2)
    with pytest.raises(Gangguan, match="belum terdaftar"):
        sinkron(satu)
    daftarkan(satu, city)
    assert sinkron(satu).sent == 6
    dunia.tenang(city, satu)
