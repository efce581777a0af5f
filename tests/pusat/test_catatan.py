"""The log of a whole story holds what happened, and nothing about persons."""

from __future__ import annotations

import io
import json
import logging
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests
import structlog
from fastapi import FastAPI

from sync.pusat import logs, serve
from sync.pusat.config import Config
from sync.server import app as api
from sync.server.database import Database
from tests.kota import CityThread
from tests.sync.album import isi_album
from tests.sync.dunia import KELURAHAN, LAIN, Buka, daftarkan, sinkron, ubah
from tests.unit.kantor import isian

NIK, NAMA, HP, ALAMAT = "1673014107750009", "Nyimas Ratu Kembang", "081367009911", "Jalan Kenanga Indah"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the server logs from here on."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in ("uvicorn", "uvicorn.error", "alembic", "urllib3")}
    logs.configure("debug", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    structlog.reset_defaults()


@pytest.fixture
def tokens(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every session token that the city gives out."""
    given: list[str] = []
    fresh = secrets.token_urlsafe

    def noted(size: int) -> str:
        given.append(fresh(size))
        return given[-1]

    monkeypatch.setattr(secrets, "token_urlsafe", noted)
    return given


def _broken(app: FastAPI) -> None:
    """A defect whose message repeats a row, as a database's complaint does."""

    @app.get("/rusak/{nik}")
    def broken(nik: str) -> None:
        try:
            raise ValueError(f"duplicate key: ({nik}, {NAMA}, {HP})")
        except ValueError as exc:
            raise RuntimeError(f"row of {NAMA}") from exc


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: io.StringIO) -> Iterator[CityThread]:
    """The whole application, with a defect in it."""
    make: Callable[..., FastAPI] = api.make_app

    def with_defect(*args: Any, **options: Any) -> FastAPI:
        app = make(*args, **options)
        _broken(app)
        return app

    monkeypatch.setattr(serve, "make_app", with_defect)
    assert log.getvalue() == ""

    def build(db: Database) -> Any:
        return serve.build(Config(), db)

    with closing(CityThread(f"sqlite:///{tmp_path / 'kota.db'}", app=build)) as city:
        yield city


def _story(city: CityThread, office: Buka) -> list[str]:
    """Offices enrol, write, send photos, disagree; somebody knocks with wrong words. Returns what must not be told."""
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    from sipokat_desktop.modules.rt import ops as rt

    rt.tambah(a.store, KELURAHAN, isian(1, nama=NAMA, nik=NIK, hp=HP, alamat=ALAMAT))
    isi_album(a, 1)
    for _ in range(2):
        sinkron(a)
        sinkron(b)
    ubah(a, "01", hp="081300000001")
    ubah(b, "01", hp="081300000002")
    for one in (a, b, a):
        sinkron(one)
    daftarkan(office("c"), city, LAIN).sync()
    code = city.invite(KELURAHAN)
    paths = (f"/orang/{NIK}?nama={NAMA}", f"/sync/v1/digest?scope={NIK}&table={NAMA}", f"/rusak/{NIK}", "/sehat")
    for path in paths:
        requests.get(f"{city.url}{path}", headers={"Authorization": f"Bearer {HP}"}, timeout=30)
    requests.post(f"{city.url}/sync/v1/enrol", json={"code": code, "name": NAMA}, timeout=30)
    requests.post(f"{city.url}/sync/v1/exchange", data=NIK.encode(), timeout=30)
    requests.request(NAMA.replace(" ", ""), f"{city.url}/sehat", timeout=30)
    people = [one for one in NAMA.split() if len(one) > 4]
    return [NIK, HP, "081300000001", "081300000002", ALAMAT, NAMA, *people, "Rina", code, a.store.identity.private_key]


def test_log_of_a_whole_story_names_nobody(
    server: CityThread, log: io.StringIO, tokens: list[str], office: Buka, caplog: pytest.LogCaptureFixture
) -> None:
    secret = _story(server, office)
    said = log.getvalue()
    assert tokens
    assert [one for one in (*secret, *tokens) if one in said] == []
    assert re.findall(r"\d{16}", said) == []
    lines = [json.loads(line) for line in said.splitlines()]
    assert all({"waktu", "tingkat", "acara", "dari"} <= line.keys() for line in lines)
    synced = [line for line in lines if line["acara"] == "sinkron"]
    assert {line["lingkup"] for line in synced} == {KELURAHAN, LAIN}
    assert sum(line["perubahan"] for line in synced) > 0
    (broken,) = [line for line in lines if line["acara"] == "galat program"]
    assert (broken["galat"], broken["sebab"], broken["rute"]) == ("RuntimeError", "ValueError", "/rusak/{nik}")
    assert any(place.startswith("test_catatan.py:") for place in broken["tempat"])
    same = [line for line in lines if line.get("permintaan") == broken["permintaan"]]
    assert [line["status"] for line in same if line["acara"] == "permintaan"] == [500]
    routes = {line["rute"] for line in lines if line["acara"] == "permintaan"}
    assert routes >= {"lain", "/sync/v1/exchange", "/sync/v1/enrol", "/sehat"}
    caplog.clear()


def test_known_bad_a_message_of_ours_with_a_name_would_be_seen(log: io.StringIO) -> None:
    logging.getLogger("sipokat.pusat").info("disimpan: %s", NAMA)
    assert NAMA in log.getvalue()


def test_of_a_library_only_the_pattern_of_a_message_is_kept(log: io.StringIO, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("pustaka.lain").warning("cannot store %s", NIK)
    logging.getLogger("pustaka.lain").warning(f"cannot store {NIK}")
    logging.getLogger("pustaka.lain").error("failed", exc_info=ValueError(NIK))
    said = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [line["acara"] for line in said[:1]] == ["cannot store %s"]
    assert said[1]["acara"].startswith("test_catatan:")
    assert said[2]["galat"] == "ValueError"
    assert NIK not in log.getvalue()
    caplog.clear()


def test_defect_is_told_in_a_sentence_with_a_number(server: CityThread, caplog: pytest.LogCaptureFixture) -> None:
    answer = requests.get(f"{server.url}/rusak/1", timeout=30)
    assert (answer.status_code, "aman" in answer.json()["pesan"]) == (500, True)
    assert answer.headers["x-permintaan"]
    page = requests.get(f"{server.url}/rusak/1", headers={"Accept": "text/html"}, timeout=30)
    assert "<p>Server kota mengalami galat." in page.text
    caplog.clear()
