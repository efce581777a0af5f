"""The line is cut at every byte of a sync, in both directions: it always recovers, and nothing is ever paid twice."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.clock import Clock
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.modules.insentif import ops as insentif
from sync.operation import Op
from sync.protocol import Answer, Exchange, WireOp
from sync.server import exchange as pertukaran
from sync.server.database import Database
from sync.server.exchange import Again, Device
from sync.server.keys import ServerKey
from tests.kota import CityThread
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, periksa_tenang, sinkron
from tests.sync.pemotong import Arah, Panggung

LAMA = os.environ.get("HYPOTHESIS_PROFILE") == "lama"
SEMUA_SAMPAI = 2000
"""Up to here every byte is tried in the long run; beyond, and in the everyday run, a sample."""

HARIAN, DI_BELAKANG, POSTGRES = 200, 200, 25
DIKENAL = {"utuh", "selesai", "putus", "portal", "jawaban", "mati", "lambat"}


@pytest.fixture
def panggung(city: CityThread, office: Buka, tmp_path: Path) -> Iterator[Panggung]:
    """An office that has paid one list and changed a head; the city has seen neither, nor its login of today.

    Another office has added heads meanwhile, and a page is small, so that the session takes several rounds.
    """
    city.set_tarif()
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2)
    nomor = dunia.terkunci(satu)
    sinkron(satu)
    dua = daftarkan(office("b"), city)
    isi_rt(dua, 7, 8)
    sinkron(dua)
    insentif.terima(satu.store, nomor)
    dunia.ubah(satu, "01", hp="081200001111", alamat="Jl. Garuda 1")
    satu.store.set_setting("halaman", "4")
    semua = Panggung(satu, city, tmp_path)
    yield semua
    semua.tutup()


def coba(panggung: Panggung, arah: Arah, berapa: int) -> Counter[str]:
    """Cut at ``berapa`` places spread over the whole session (0: all up to 2,000, then a sample); returns the ends."""
    panggung.ulang()
    panggung.garis.mulai()
    assert panggung.kirim().matching
    panjang, benar = panggung.garis.jumlah[arah], panggung.isi()
    ends: Counter[str] = Counter()
    for byte in tempat(panjang, berapa):
        ends[panggung.potong(arah, byte)] += 1
        assert not dibayar_ganda(panggung), f"{arah} {byte}: dibayar dua kali"
        assert panggung.isi() == benar, f"{arah} {byte}: isinya lain daripada tanpa gangguan"
        if byte % 16 == 0 or berapa < HARIAN:
            periksa_tenang(panggung.kota.db, [panggung.office])
    return ends


def dibayar_ganda(panggung: Panggung) -> bool:
    """Whether the city's ledger holds anything but the six months that were paid."""
    entri = dunia.buku(dunia.isi_kota(panggung.kota.db, KELURAHAN)).values()
    return sorted(str(e["slot"]) for e in entri) != sorted({str(e["slot"]) for e in entri}) or len(entri) != 6


def tempat(panjang: int, berapa: int) -> list[int]:
    """The bytes to cut behind: the first and last ones always."""
    if not berapa:
        padat = list(range(1, min(panjang, SEMUA_SAMPAI) + 1))
        return padat + [n for n in tempat(panjang, DI_BELAKANG) if n > SEMUA_SAMPAI]
    langkah = max(1, panjang // berapa)
    return sorted({1, 2, panjang - 1, panjang, *range(1, panjang + 1, langkah)})


@pytest.mark.kampanye
@pytest.mark.parametrize("arah", ["naik", "turun"])
@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_a_cut_anywhere_costs_nothing(panggung: Panggung, arah: Arah) -> None:
    ends = coba(panggung, arah, 0 if LAMA else HARIAN)
    assert set(ends) <= DIKENAL
    assert sum(ends.values()) >= HARIAN
    assert ends["utuh"] < 30 <= ends["putus"], ends


@pytest.mark.parametrize("arah", ["naik", "turun"])
@pytest.mark.parametrize("city_url", ["postgres"], indirect=True)
def test_a_cut_anywhere_costs_nothing_on_postgresql(panggung: Panggung, arah: Arah) -> None:
    assert set(coba(panggung, arah, DI_BELAKANG if LAMA else POSTGRES)) <= DIKENAL


def lupa(
    db: Database, key: ServerKey, device: Device, request: Exchange, clock: Clock, *, again: Again | None = None
) -> Answer:
    """The known-bad city: what it is sent it books anew each time, as a form on a web page does."""
    inc, digest, ops, nama = new_id(), canonical.GENESIS, [], {}
    for ke, wire in enumerate(request.ops, 1):
        op = Op.parse(wire.body)
        baru = new_id()
        nama[baru] = op.op_id
        isi = {
            "op_id": baru, "inc": inc, "n": ke, "hlc": op.hlc, "scope": op.scope, "kind": op.kind, "table": op.table,
            "row": new_id() if op.kind == "append" else op.row, "by": op.by, "fields": op.fields, "seen": op.seen,
            "expected": op.expected,
        }  # fmt: skip
        body = canonical.dumps(isi)
        digest = canonical.chain(digest, body)
        ops.append(WireOp(n=ke, hash=digest, body=body))
    anew = {"inc": inc, "acked_n": 0, "acked_hash": canonical.GENESIS, "ops": ops}
    answer = ASLI(db, key, device, request.model_copy(update=anew), clock, again=again)
    results = [result.model_copy(update={"op_id": nama[result.op_id]}) for result in answer.results]
    end = request.ops[-1] if request.ops else None
    acked = {"acked_n": end.n if end else request.acked_n, "acked_hash": end.hash if end else request.acked_hash}
    return answer.model_copy(update={"results": results, **acked})


ASLI = pertukaran.exchange


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_a_city_without_operation_keys_is_caught_paying_twice(
    panggung: Panggung, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known-bad control: without a cut it books right; cut behind the commit it books twice, and that is noticed."""
    monkeypatch.setattr(pertukaran, "exchange", lupa)
    panggung.ulang()
    panggung.garis.mulai()
    panggung.kirim()
    assert not dibayar_ganda(panggung)
    ganda = set()
    for byte in tempat(panggung.garis.jumlah["turun"], POSTGRES):
        panggung.potong("turun", byte)
        ganda.add(dibayar_ganda(panggung))
    assert ganda == {False, True}


def test_the_places_of_the_cuts() -> None:
    assert tempat(50, 0) == list(range(1, 51))
    assert tempat(5000, 0)[:2000] == list(range(1, 2001))
    assert len(tempat(5000, 0)) > 2100
    assert tempat(5000, 0)[-2:] == [4999, 5000]
    assert 200 <= len(tempat(3000, HARIAN)) <= 220
