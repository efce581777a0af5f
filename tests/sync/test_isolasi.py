"""P7/I10: every route, method and caller that OpenAPI knows, tried for the rows of another kelurahan: nothing leaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.wilayah import kecamatan_dari
from sync.server import push, slots
from sync.server.database import Database
from sync.server.exchange import Device
from sync.server.schema import CLAIM
from tests.kota import CityThread
from tests.sync.perangkat import skema_api
from tests.sync.tetangga import A, B, Json, Tetangga, baris_daftar, dirikan, foto_b, hasil, jujur, serangan

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
MASUK = ("sendiri", "dicabut")
PEMANGGIL = (*MASUK, "habis", "kota lain", "tanpa")
"""Who calls: A's own PC, a revoked one of A, and those whom no route that wants a token may let in."""


@pytest.fixture(params=[A, kecamatan_dari(A)], ids=["kelurahan", "kecamatan"])
def tetangga(city: CityThread, request: pytest.FixtureRequest) -> Iterator[Tetangga]:
    """Two kelurahan at one city; the one, or its kecamatan, reaches for the other."""
    dua = dirikan(city, request.param)
    yield dua
    dua.http.close()


def _contoh(skema: dict[str, Any], semua: dict[str, Any]) -> Any:
    """The smallest whole value of a JSON schema: every property there, one item in every list."""
    if "$ref" in skema:
        return _contoh(semua[skema["$ref"].rpartition("/")[2]], semua)
    pilihan = skema.get("anyOf") or skema.get("oneOf")
    if pilihan:
        return _contoh(pilihan[0], semua)
    match skema.get("type"):
        case "object" if "properties" in skema:
            return {nama: _contoh(bagian, semua) for nama, bagian in skema["properties"].items()}
        case "object":
            return {"": _contoh(skema.get("additionalProperties") or {}, semua)}
        case "array":
            return [_contoh(skema.get("items") or {}, semua)]
        case "integer" | "number":
            return int(skema.get("default", skema.get("minimum", 0)))
        case "boolean":
            return False
        case _:
            return skema.get("enum", ["0" * 32 if "[0-9a-f]{32}" in skema.get("pattern", "") else "x"])[0]


def _ganti(nilai: Any, baru: str) -> Iterator[Any]:
    """Every value that differs from ``nilai`` in one text (or key), which is now ``baru``."""
    match nilai:
        case str():
            yield baru
        case list():
            for ke, satu in enumerate(nilai):
                yield from ([*nilai[:ke], lain, *nilai[ke + 1 :]] for lain in _ganti(satu, baru))
        case dict():
            for nama, satu in nilai.items():
                yield from (nilai | {nama: lain} for lain in _ganti(satu, baru))
                if nama == "":
                    yield {baru: satu}
                    yield from ({baru: lain} for lain in _ganti(satu, baru))


@dataclass(frozen=True, slots=True)
class Permintaan:
    """A request, whether its route wants a token, and whether it is the first of its value on this route."""

    method: str
    path: str
    isi: Json
    terjaga: bool
    pertama: bool


def permintaan(t: Tetangga) -> Iterator[Permintaan]:
    """Every route × method with B's values in every place that a text can stand."""
    skema = skema_api()
    for path, operasi in skema["paths"].items():
        for method in METHODS:
            rincian = operasi.get(method.lower(), {})
            for nilai in t.harta.kenal.values() if rincian else [B]:
                for ke, isi in enumerate(_isian(rincian, skema["components"]["schemas"], nilai)):
                    yield Permintaan(method, path, isi, "security" in rincian, ke == 0)
    for method, path, isi in foto_b(t):
        yield Permintaan(method, path, isi, terjaga=True, pertama=True)


def _isian(rincian: Json, semua: Json, nilai: str) -> Iterator[Json]:
    """Queries and bodies of one operation with ``nilai`` somewhere."""
    data: Any = rincian
    nama = [p["name"] for p in data.get("parameters", ()) if p["in"] == "query"]
    badan = data.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    for satu in _badan(_contoh(badan, semua), nilai) if badan else ():
        yield {"json": satu}
    yield {"params": dict.fromkeys(nama, B) | {n: nilai for n in nama if n != "scope"}}
    yield {"params": dict.fromkeys(nama or ["scope"], nilai)}


def _badan(contoh: Json, nilai: str) -> Iterator[Json]:
    """Every body with ``nilai`` in one place, all of it of B's; without ops too: their chain is not right."""
    yield {n: B if n == "scope" else "rt_orang" if n == "table" else [nilai] if n == "ids" else v
           for n, v in contoh.items()}  # fmt: skip
    for badan in _ganti(contoh, nilai):
        yield badan
        if "ops" in badan:
            yield badan | {"ops": [], "cursors": {B: "", nilai: nilai}, "limit": 100}


def _serbu(t: Tetangga) -> set[str]:
    """Everything that any caller but B gets out of the server that is B's."""
    bocor: set[str] = set()
    for satu in permintaan(t):
        for siapa in PEMANGGIL if satu.pertama else MASUK:
            dari = len(t.terkirim)
            answer = t.minta(satu.method, satu.path, t.token.get(siapa), **_sebagai(siapa, satu.isi))
            assert answer.status_code < 500, (satu, answer.text)
            if satu.terjaga and siapa not in MASUK:
                assert answer.status_code == 401, (siapa, satu)
            bocor |= {f"{siapa} {satu.method} {satu.path}: {apa}" for apa in t.bocor(answer, sejak=dari)}
    return bocor


def _sebagai(siapa: str, isi: Json) -> Json:
    """The same request under an incarnation of the caller's own, where it does not name B's."""
    badan = isi.get("json")
    return {"json": badan | {"inc": f"x {siapa}"}} if isinstance(badan, dict) and badan.get("inc") == "x" else isi


def _serang(t: Tetangga) -> set[str]:
    """What A gets back for chained ops that reach for B, and in a full download afterwards."""
    bocor: set[str] = set()
    for nama, ops in serangan(t):
        answer = t.tukar(ops, cursors={B: "", "kota": ""})
        assert answer.status_code == 200, (nama, answer.text)
        t.a.acked = (t.a.chain.n, t.a.chain.hash)
        bocor |= {f"{nama}: {apa}" for apa in t.bocor(answer)}
    return bocor


def _kota_lain(t: Tetangga, folder: str) -> None:
    lain = CityThread(f"sqlite:///{folder}/lain.db")
    try:
        t.token["kota lain"] = dirikan(lain).token["sendiri"]
    finally:
        lain.close()


def test_no_route_gives_another_kelurahan_away(tetangga: Tetangga, tmp_path_factory: pytest.TempPathFactory) -> None:
    _kota_lain(tetangga, str(tmp_path_factory.mktemp("lain")))
    sebelum = tetangga.milik_b()
    assert not _serbu(tetangga)
    assert tetangga.milik_b() == sebelum
    assert len(tetangga.terkirim) > 1000


def test_no_op_reaches_another_kelurahan(tetangga: Tetangga) -> None:
    sebelum = tetangga.milik_b()
    assert not _serang(tetangga)
    assert tetangga.milik_b() == sebelum
    assert jujur(tetangga), "B's own work came out wrong after A's attack"


def test_a_foreign_list_is_no_oracle(tetangga: Tetangga) -> None:
    """A line for B's locked list fares as one for a list that nobody has: A does not learn that it is locked."""
    daftar = (tetangga.harta.kenal["baris insentif_daftar"], ids.new_id())
    assert hasil(tetangga.tukar([baris_daftar(tetangga, satu) for satu in daftar])) == ["applied", "applied"]


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_known_bad_rows_of_every_scope_are_given_out(tetangga: Tetangga, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Device, "readable", property(lambda device: (device.scope, B, "kota")))
    bocor = _serbu(tetangga)
    assert {"sendiri POST /sync/v1/exchange: RAHASIA", "dicabut POST /sync/v1/exchange: RAHASIA"} <= bocor
    assert any("GET /sync/v1/digest" in satu for satu in bocor)
    assert any("POST /sync/v1/rows: RAHASIA" in satu for satu in bocor)
    assert "sendiri GET /sync/v1/photos: RAHASIA" in bocor


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("celah", ["tulis", "op dikenal", "balik", "slot"])
def test_known_bad_every_check_of_an_op_is_needed(
    tetangga: Tetangga, monkeypatch: pytest.MonkeyPatch, celah: str
) -> None:
    """Take one check out of the push: the attack must show, in what A gets, in B's rows, or in B's later work."""
    _bolongi(monkeypatch, celah)
    sebelum = tetangga.milik_b()
    assert _serang(tetangga) or tetangga.milik_b() != sebelum or not jujur(tetangga)


def _luas(sender: push.Sender) -> push.Sender:
    """The same sender, free to write everywhere."""
    return replace(sender, scopes=sender.scopes | {B, "kota"})


def _bolongi(monkeypatch: pytest.MonkeyPatch, celah: str) -> None:
    asli_kirim, asli_kenal, asli_cocok = push.Sender, push._known, Database.matching
    match celah:
        case "tulis":
            monkeypatch.setattr(push, "Sender", lambda *args: _luas(asli_kirim(*args)))
        case "op dikenal":
            monkeypatch.setattr(push, "_known", lambda batch, ops, _s: asli_kenal(batch, ops, frozenset({B})))
        case "balik":
            monkeypatch.setattr(
                slots, "_own", lambda _batch, back: [{k: one[k] for k in ("entry", "by")} for one in back]
            )
        case _:

            def matching(self: Database, con: Any, table: Any, keys: Any, what: Any) -> Any:
                """Look for the slots of everybody, and take all that is found for the asker's."""
                if table is not CLAIM or "slot" not in what or not keys:
                    return asli_cocok(self, con, table, keys, what)
                semua = [{k: v for k, v in key.items() if k != "scope"} for key in keys]
                return [(keys[0]["scope"], *row[1:]) for row in asli_cocok(self, con, table, semua, what)]

            monkeypatch.setattr(Database, "matching", matching)
