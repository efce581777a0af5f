"""The server under fuzz from its own OpenAPI: never a 500, every answer as described, no row of another kelurahan."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import canonical, clock, ids
from sync import protocol
from sync.protocol import Answer, Problem, SessionAnswer, WireOp
from sync.server import push
from sync.server.keys import ServerKey
from tests.kota import CityThread
from tests.sync.dunia import KELURAHAN, LAIN
from tests.sync.perangkat import Perangkat, sesi_http, skema_api

RAHASIA = "Rahasia Kelurahan Sebelah"
BANYAK = max(15, settings().max_examples // 3)
ATUR = settings(max_examples=BANYAK, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@dataclass(slots=True)
class Sasaran:
    """A running city with a neighbour whose rows must never be seen, and an office that knocks."""

    city: CityThread
    pc: Perangkat
    token: str
    http: requests.Session

    def tanya(self, body: bytes, path: str = "exchange", token: str | None = None, **kepala: str) -> requests.Response:
        """Post raw bytes."""
        wanted = {"Authorization": f"Bearer {self.token if token is None else token}"} | {
            k.replace("_", "-"): v for k, v in kepala.items()
        }
        return self.http.post(f"{self.city.url}/sync/v1/{path}", data=body, headers=wanted, timeout=30)


@pytest.fixture
def sasaran(city: CityThread) -> Iterator[Sasaran]:
    """A city, a neighbour with rows, and an office."""
    key = ServerKey(city.db)
    tetangga, pc = Perangkat(city.db, key, LAIN), Perangkat(city.db, key)
    tetangga.daftar(RAHASIA)
    tetangga.kirim(("set", "rt_orang", ids.new_id(), {"nama": RAHASIA}))
    with sesi_http() as http:
        yield Sasaran(city, pc, pc.daftar(), http)


def _wajar(answer: requests.Response) -> None:
    """No failure of the server, its header on every answer, a sentence in every refusal, nothing of the neighbour."""
    assert answer.status_code < 500, answer.text
    assert protocol.HEADER in answer.headers or answer.request.path_url == "/sehat"
    assert RAHASIA not in answer.text
    if answer.status_code != 200:
        assert Problem.model_validate_json(answer.content).pesan


_SKEMA = skema_api()
OPERASI = [f"{method.upper()} {path}" for path, semua in _SKEMA["paths"].items() for method in semua]
"""Every operation that the server describes: a new route is fuzzed without a change here."""


@pytest.mark.parametrize("nama", OPERASI)
def test_every_answer_is_as_described(sasaran: Sasaran, nama: str) -> None:
    import schemathesis  # slow to load: only where it is used, not in every worker
    from schemathesis import Case, GenerationMode
    from schemathesis.specs.openapi import checks

    method, path = nama.split()
    operasi = schemathesis.openapi.from_dict(_SKEMA)[path][method]
    sesuai = [checks.status_code_conformance, checks.content_type_conformance, checks.response_schema_conformance]
    cara = list(GenerationMode) if operasi.body or operasi.query else [GenerationMode.POSITIVE]

    @ATUR
    @given(case=st.one_of(*map(operasi.as_strategy, cara)), token=st.sampled_from([sasaran.token, "salah", ""]))
    def serang(case: Case[Any], token: str) -> None:
        kepala = {"Authorization": f"Bearer {token}"} if token else {}
        answer = case.call(base_url=sasaran.city.url, headers=kepala, session=sasaran.http)
        case.validate_response(answer, checks=sesuai)
        assert answer.status_code < 500
        assert RAHASIA not in answer.text

    serang()


@pytest.mark.parametrize("path", ["exchange", "enrol", "session"])
def test_raw_and_packed_bodies(sasaran: Sasaran, path: str) -> None:
    benar = sasaran.pc.pesan().model_dump_json().encode()

    @ATUR
    @given(data=st.data())
    def serang(data: st.DataObject) -> None:
        isi = data.draw(st.one_of(st.binary(max_size=300), st.just(benar), _JSON))
        bungkus = gzip.compress(isi)
        potong = data.draw(st.integers(0, len(bungkus)))
        rusak = bytearray(bungkus)
        rusak[potong % len(rusak)] ^= data.draw(st.integers(1, 255))
        for body in (isi, bungkus, bungkus[:potong], bytes(rusak), bungkus + isi):
            for kode in ("gzip", data.draw(st.sampled_from(["identity", "deflate", "br", "GZIP", "x"]))):
                _wajar(sasaran.tanya(body, path, Content_Encoding=kode))

    serang()


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda anak: st.one_of(
        st.lists(anak, max_size=3),
        st.dictionaries(st.sampled_from(["inc", "ops", "acked_n", "device_id", "nonce", "code"]), anak),
    ),
    max_leaves=8,
).map(lambda isi: json.dumps(isi).encode())


def test_bodies_that_no_fuzzer_would_think_of(sasaran: Sasaran) -> None:
    dalam = b'{"inc":' * 5000
    dua_kali = gzip.compress(gzip.compress(b"{}"))
    bom = gzip.compress(b"[" * (protocol.MAX_BODY + 1))
    for body, harap in ((b"", 422), (dalam, 422), (dua_kali, 422), (b"\xff\xfe{", 422), (bom, 413), (b"NaN", 422)):
        answer = sasaran.tanya(body, **({"Content_Encoding": "gzip"} if body[:1] == b"\x1f" else {}))
        _wajar(answer)
        assert answer.status_code == harap, body[:10]
    for path, isi in (
        ("session", {"device_id": sasaran.pc.device.id, "nonce": f"{clock.now_ms()}.é", "signature": "é"}),
        ("session", {"device_id": sasaran.pc.device.id, "nonce": "9" * 200, "signature": "="}),
        ("session", {"device_id": "a\0b"}),
        ("enrol", {"code": "é\0", "public_key": "é", "name": "\0", "inc": "i"}),
        ("enrol", {"code": "x", "public_key": "", "name": "x" * 200, "inc": "\0"}),
        ("exchange", sasaran.pc.pesan().model_dump() | {"app": "\0"}),
        ("exchange", sasaran.pc.pesan().model_dump() | {"cursors": {KELURAHAN: "1.\0", "\0": "é"}}),
        ("exchange", sasaran.pc.pesan().model_dump() | {"inc": "\ud800"}),
    ):
        answer = sasaran.tanya(json.dumps(isi).encode(), path)
        _wajar(answer)
        assert answer.status_code in (403, 422), (path, isi)


def test_unknown_addresses_and_methods(sasaran: Sasaran) -> None:
    lain = ("/", "/sync/v1/", "/sync/v2/exchange", "/sync/v1/exchange/x", "/%00", "/api/../sehat")
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "ANEH"):
        for path in (*_SKEMA["paths"], *lain):
            answer = sasaran.http.request(method, f"{sasaran.city.url}{path}", timeout=30, allow_redirects=False)
            assert answer.status_code < 500, (method, path)
            if answer.status_code in (404, 405) and method != "HEAD":
                _wajar(answer)


def test_a_line_that_breaks_in_the_middle_of_a_body(sasaran: Sasaran) -> None:
    host, port = sasaran.city.url.removeprefix("http://").split(":")
    for kepala in (b"Content-Length: 1000", b"Transfer-Encoding: chunked"):
        with socket.create_connection((host, int(port))) as line:
            line.sendall(b"POST /sync/v1/enrol HTTP/1.1\r\nHost: x\r\n" + kepala + b"\r\n\r\n5\r\n{")
    _wajar(sasaran.tanya(b"{}"))


_KUNCI = st.sampled_from(["nama", "hp", "jumlah", "slot", "membalik", "daftar_id", "keadaan", "lain", "\0", ""])
_TEKS = st.one_of(st.text(max_size=8), st.sampled_from(["\0", "\ud800", "é" * 70, "x" * 300, "", KELURAHAN, LAIN]))
_ANGKA = st.one_of(st.integers(-5, 5), st.sampled_from([1 << 62, 1 << 63, -(1 << 63), 10**30]))
_NILAI = st.one_of(st.none(), _TEKS, _ANGKA, st.booleans(), st.floats(), st.just([]), st.just({}))
_OP = st.fixed_dictionaries(
    {
        "op_id": st.one_of(_TEKS, st.uuids().map(str)),
        "kind": st.one_of(st.sampled_from(["set", "append", "move", "delete", "restore"]), _TEKS),
        "table": st.one_of(st.sampled_from([*push.TABLES, "tak_ada"]), _TEKS),
        "row": st.one_of(st.uuids().map(str), _TEKS, st.just("sama")),
        "scope": st.one_of(st.just(KELURAHAN), _TEKS),
        "fields": st.one_of(st.dictionaries(_KUNCI, _NILAI, max_size=4), _NILAI),
        "seen": st.one_of(st.dictionaries(_KUNCI, _TEKS, max_size=3), _NILAI),
    },
    optional={"by": _NILAI, "expected": _NILAI, "act": _NILAI, "tambahan": _NILAI},
)
"""Ops that no PC would write, most of them half right: they get past the chain, which generated messages never do."""


def test_odd_ops_on_a_right_chain_never_block_the_others(sasaran: Sasaran) -> None:
    pc = sasaran.pc

    @ATUR
    @given(aneh=st.lists(_OP, min_size=1, max_size=6), hlc=_ANGKA)
    def serang(aneh: list[dict[str, object]], hlc: int) -> None:
        ops = [_rantaikan(pc, op, hlc) for op in aneh] + pc.ops(("set", "rt_orang", ids.new_id(), {"nama": "Biasa"}))
        answer = sasaran.tanya(pc.pesan(ops).model_dump_json().encode())
        _wajar(answer)
        assert answer.status_code == 200, answer.text
        jawab = pc.terjawab(Answer.model_validate_json(answer.content))
        assert len(jawab.results) == len(ops)
        assert jawab.results[-1].outcome == "applied"

    serang()


def _rantaikan(pc: Perangkat, op: dict[str, object], hlc: int) -> WireOp:
    """Link an op whose content is not even canonical."""
    pc.chain.n += 1
    body = json.dumps(op | {"inc": pc.chain.inc, "n": pc.chain.n, "hlc": hlc})
    pc.chain.hash = canonical.chain(pc.chain.hash, body)
    return WireOp(n=pc.chain.n, hash=pc.chain.hash, body=body)


def test_known_bad_a_server_that_answers_something_else_is_noticed(
    sasaran: Sasaran, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SessionAnswer, "model_dump_json", lambda _self: '{"nonce": 5}')
    with pytest.raises(BaseException, match=r"(?i)schema|conform"):
        test_every_answer_is_as_described(sasaran, "POST /sync/v1/session")
