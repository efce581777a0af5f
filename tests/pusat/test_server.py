"""The server as administrators run it: several processes, an orderly end, health and figures, limits, a folder each."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests
from sqlalchemy import text as sql
from sqlalchemy import update

from sipokat_desktop.kernel.errors import Gangguan
from sync.protocol import EnrolRequest, b64
from sync.pusat import cli, health, serve
from sync.pusat.config import Batas, Config, Metrik
from sync.pusat.gate import Buckets, Limit
from sync.pusat.slot import Slot
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import INVITE
from sync.web.kantor import Offices
from tests.kota import CityProcess, CityThread
from tests.sync.dunia import Buka, daftarkan, isi_rt, sinkron

KELURAHAN = "16.73.01.1003"
WAIT_S = 60


def tunggu(true: Callable[[], bool], what: str) -> None:
    """Return once ``true`` is; fail after a long time."""
    end = time.monotonic() + WAIT_S
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def _metric(shown: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", shown, flags=re.MULTILINE)
    return float(found[1]) if found else 0


def _get(url: str, **headers: str) -> requests.Response:
    """Ask over a connection of its own, so that any worker may answer."""
    return requests.get(url, headers={"Connection": "close", **headers}, timeout=30)


@pytest.fixture
def workers(pg_url: str, tmp_path: Path) -> Iterator[CityProcess]:
    """A city on PostgreSQL with two worker processes and the web, set up by a configuration file."""
    file = tmp_path / "pusat.toml"
    file.write_text(
        f"""pekerja = 2
batas_tunggu = 120
kantor_web = "{tmp_path / "kantor-web"}"
proksi = ["10.0.0.1"]
[batas]
masuk_per_menit = 60
"""
    )
    with closing(CityProcess(pg_url, tmp_path, options=("--konfigurasi", str(file)))) as city:
        yield city


def test_two_workers_share_their_figures_and_end_when_the_last_request_is_answered(
    workers: CityProcess, tmp_path: Path, office: Buka
) -> None:
    city = workers
    tunggu(lambda: _metric(_get(f"{city.url}/metrik").text, "sipokat_pekerja") == 2, "two workers")
    tunggu(lambda: _get(f"{city.url}/siap").status_code == 200, "offices of the web filled")
    tunggu(lambda: {one.name for one in (tmp_path / "kantor-web").iterdir()} == {"1", "2"}, "a folder each")
    for _ in range(20):
        assert _get(f"{city.url}/hidup").json() == {"hidup": True}
    alive = 'sipokat_permintaan_total{metode="GET",rute="/hidup",status="200"}'
    assert _metric(_get(f"{city.url}/metrik").text, alive) == 20
    pc = daftarkan(office("pc"), city)
    isi_rt(pc, 1, 2)
    sinkron(pc)
    shown = _get(f"{city.url}/metrik").text
    assert _metric(shown, 'sipokat_perubahan_total{hasil="applied"}') > 0
    assert _metric(shown, "sipokat_komputer") == 1, "those of the web are not counted"
    assert f'sipokat_lingkup_umur_detik{{lingkup="{KELURAHAN}"}}' in shown
    _number_of_an_answer_is_in_the_log(city, tmp_path / "kota.log")
    _claims_of_an_address_do_not_count(city)
    _ends_in_order(city)


def _number_of_an_answer_is_in_the_log(city: CityProcess, log: Path) -> None:
    numbers = [_get(f"{city.url}/sehat").headers["x-permintaan"] for _ in range(3)]
    assert len(set(numbers)) == 3
    tunggu(lambda: all(number in log.read_text() for number in numbers), "the lines are there")
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    mine = [line for line in lines if line.get("permintaan") in numbers]
    assert {(line["rute"], line["status"], line["tingkat"]) for line in mine} == {("/sehat", 200, "info")}


def _claims_of_an_address_do_not_count(city: CityProcess) -> None:
    """One address, many claims, from a server in front that is not trusted: it runs into the limit all the same."""
    seen = {
        requests.post(f"{city.url}/masuk", headers={"X-Forwarded-For": f"203.0.113.{n}"}, timeout=30).status_code
        for n in range(24)
    }
    assert 429 in seen


def _ends_in_order(city: CityProcess) -> None:
    """A request waits for a row; the server is told to stop; it lets nobody in, answers that one, and ends well."""
    request = EnrolRequest(
        code=city.invite(KELURAHAN), public_key=b64(b"k" * 32), name="Rina", inc="01JINC"
    ).model_dump_json()
    answers: list[int] = []

    def enrol() -> None:
        answer = requests.post(f"{city.url}/sync/v1/enrol", data=request, timeout=60)
        while answer.status_code == 429:
            time.sleep(int(answer.headers["Retry-After"]))
            answer = requests.post(f"{city.url}/sync/v1/enrol", data=request, timeout=60)
        answers.append(answer.status_code)

    asking = threading.Thread(target=enrol)
    with city.db.write(ALL_SCOPES) as con:
        con.execute(update(INVITE).values(created=1))
        asking.start()
        waits = sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        with closing(Database(city.db_url)) as other:
            tunggu(lambda: _waiting(other, waits), "the request waits for the row")
        os.kill(city.pid, signal.SIGTERM)
        tunggu(lambda: not _listens(city.port), "nobody is let in any more")
        assert answers == []
    asking.join(WAIT_S)
    assert answers == [200]
    assert city.ended() == 0


def _waiting(db: Database, question: object) -> bool:
    with db.read(ALL_SCOPES) as con:
        return bool(con.scalar(question))  # type: ignore[call-overload]


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 5).close()
    except ConnectionRefusedError:
        return False
    return True


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Callable[[Config], CityThread]]:
    """Start the whole application in this process, over SQLite, with other settings than usual."""
    open_: list[CityThread] = []

    def start(config: Config, offices: Callable[[Database], Offices | None] = lambda _db: None) -> CityThread:
        def make(db: Database) -> object:
            return serve.build(config, db, offices=offices(db))

        open_.append(CityThread(f"sqlite:///{tmp_path / 'kota.db'}", app=make))
        return open_[-1]

    yield start
    for one in open_:
        one.close()


def test_figures_are_for_this_machine_or_whoever_knows_the_token(small: Callable[[Config], CityThread]) -> None:
    url = f"{small(Config(metrik=Metrik(token='rahasia-metrik-16'))).url}/metrik"
    assert _get(url).status_code == 200
    for passed_on in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
        assert _get(url, **{passed_on: "127.0.0.1"}).status_code == 403
    assert _get(url, Via="x", Authorization="Bearer rahasia-metrik-17").status_code == 403
    assert _get(url, Via="x", Authorization="Bearer rahasia-metrik-16").status_code == 200


def test_not_ready_while_the_database_cannot_be_written_or_is_another(
    small: Callable[[Config], CityThread], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "WITHIN_S", 0.2)
    monkeypatch.setattr(health, "KEPT_S", 0.1)
    city = small(Config())
    tunggu(lambda: _get(f"{city.url}/siap").status_code == 200, "in a moment")
    assert _get(f"{city.url}/siap").json() == {"siap": True}
    with city.db.write(ALL_SCOPES):
        tunggu(lambda: _get(f"{city.url}/siap").status_code == 503, "somebody else writes all the time")
        assert _get(f"{city.url}/siap").json()["pesan"] == "Basis data belum dapat ditulisi."
        assert _get(f"{city.url}/hidup").status_code == 200
        assert _metric(_get(f"{city.url}/metrik").text, "sipokat_basis_data") == 1
    tunggu(lambda: _get(f"{city.url}/siap").status_code == 200, "it writes no longer")
    with city.db.write(ALL_SCOPES) as con:
        con.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    tunggu(lambda: _get(f"{city.url}/siap").status_code == 503, "a newer program has changed the tables")
    assert "versi program" in _get(f"{city.url}/siap").json()["pesan"]


def test_not_ready_before_the_offices_of_the_web_are_filled(
    small: Callable[..., CityThread], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert serve.hosted() == ("kota", *(f"kec:16.73.0{n}" for n in range(1, 9)))
    monkeypatch.setattr(serve, "hosted", lambda: ("kota",))
    opened: list[Offices] = []

    def offices(db: Database) -> Offices:
        opened.append(Offices(db, tmp_path / "web"))
        return opened[-1]

    city = small(Config(), offices)
    first = _get(f"{city.url}/siap")
    tunggu(lambda: _get(f"{city.url}/siap").status_code == 200, "filled")
    assert first.json() == {"siap": False, "pesan": "Data halaman web sedang disiapkan."}
    assert _get(f"{city.url}/tidak-ada").status_code == 404
    for one in opened:
        one.close()


def test_who_tries_codes_too_often_is_told_to_wait(small: Callable[[Config], CityThread], office: Buka) -> None:
    city = small(Config(batas=Batas(masuk_per_menit=1, daftar_per_menit=1)))
    pc = office("pc")
    for _ in range(5):
        with pytest.raises(Exception, match="Kode kantor tidak dikenal"):
            pc.enrol(server=city.url, code="AAAAA-AAAAA", name="Rina")
    with pytest.raises(Exception, match=r"Data aman di komputer ini dan dikirim lagi \d+ detik lagi") as waits:
        pc.enrol(server=city.url, code=city.invite(KELURAHAN), name="Rina")
    assert 1 <= waits.value.retry_after <= 60  # type: ignore[attr-defined]
    for _ in range(5):
        assert requests.post(f"{city.url}/masuk", timeout=30).status_code != 429, "logins are counted by themselves"
    web = requests.post(f"{city.url}/masuk", timeout=30)
    assert (web.status_code, web.headers["Retry-After"].isdigit()) == (429, True)
    assert "Tunggu" in web.text
    other = requests.post(f"{city.url}/masuk", timeout=30, headers={"X-Forwarded-For": "203.0.113.9"})
    assert other.status_code != 429, "another address behind the trusted server in front"


def test_a_training_room_behind_one_address_enrols_at_once(small: Callable[[Config], CityThread]) -> None:
    """72 codes at once: each is looked at, none is told to wait."""
    city = small(Config())
    isi = {"code": "AAAAA-AAAAA", "name": "Rina", "public_key": "x", "box_key": "x"}
    status = [requests.post(f"{city.url}/sync/v1/enrol", json=isi, timeout=30).status_code for _ in range(72)]
    assert 429 not in status


def test_computer_that_exchanges_too_often_waits_and_others_do_not(
    small: Callable[[Config], CityThread], office: Buka
) -> None:
    city = small(Config(batas=Batas(sinkron_per_menit=1)))
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    with pytest.raises(Exception, match="terlalu sering bertanya"):
        _many(lambda: sinkron(a))
    sinkron(b)


def _many(work: Callable[[], object]) -> None:
    for _ in range(10):
        work()


def test_bucket_fills_evenly_and_remembers_no_more_than_it_may() -> None:
    now = 0.0
    buckets = Buckets(Limit(60), now=lambda: now, most=100)
    assert [buckets.ask("a") for _ in range(11)] == [0] * 10 + [1]
    assert buckets.ask("b") == 0
    now = 1.0
    assert [buckets.ask("a"), buckets.ask("a")] == [0, 1]
    now = 1000.0
    assert [buckets.ask("a") for _ in range(11)] == [0] * 10 + [1], "never more at once than that"
    for n in range(10_000):
        buckets.ask(str(n))
    assert len(buckets) == 100
    assert Buckets(Limit(1), now=lambda: now).ask("x") == 0


def test_each_process_has_a_folder_of_its_own(tmp_path: Path) -> None:
    one, two = Slot(tmp_path / "web"), Slot(tmp_path / "web")
    assert (one.folder.name, two.folder.name) == ("1", "2")
    one.close()
    again = Slot(tmp_path / "web")
    assert again.folder.name == "1"
    for slot in (two, again):
        slot.close()
    (tmp_path / "berkas").touch()
    with pytest.raises(Gangguan, match="tidak dapat dipakai"):
        Slot(tmp_path / "berkas")


def test_address_that_somebody_else_listens_on_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        words = ["jalankan", "--db", f"sqlite:///{tmp_path / 'kota.db'}", "--alamat", address]
        assert cli.main(words) == 1
    assert f"Server tidak dapat mendengar di {address}." in capsys.readouterr().err
    assert cli.main([*words[:-1], "127.0.0.1:99999"]) == 1
