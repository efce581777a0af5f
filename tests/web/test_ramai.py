"""Many people at once, and people who act: threads and connections stay few, and an own act is never missed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event, get_ident
from time import monotonic, sleep

import pytest
from sqlalchemy import event
from starlette.responses import PlainTextResponse, Response

from sipokat_desktop.storage import engine
from sync.pusat import serve
from sync.web.akun.peran import Peran
from sync.web.app import SEKALIGUS
from sync.web.kantor import BACA_KIB, Hosted
from sync.web.kit import kabar
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.rute import Area, Rute
from sync.web.registry import AREAS
from tests.web.panggung import KEC_A, Klien, Pusat, tuang

ORANG_BANYAK = 3 * SEKALIGUS
PROGRAM = """
from pathlib import Path
from sync.web import memori

def dipakai():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

memori.hemat()
isi = [bytearray(100_000) for _ in range(1000)]
del isi[:-1]  # the last one lies above all others: without being asked the heap keeps what is below it
sebelum = dipakai()
memori.kembalikan()
print(sebelum, dipakai())
"""


def test_many_readers_hold_few_connections_and_leave_the_door_open(
    cetakan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All who may read at once are at it, others wait their turn; who logs in is answered all the same."""
    masuk, lepas, buka = list[int](), Event(), list[tuple[Path, int]]()
    asli = engine.open_reader

    def lama(k: Kunjungan) -> Response:
        k.baca()
        masuk.append(get_ident())
        lepas.wait(60)
        return PlainTextResponse("selesai")

    def dibuka(path: Path, key: bytes | None = None, *, cache_kib: int) -> object:
        buka.append((path, cache_kib))
        return asli(path, key, cache_kib=cache_kib)

    area = Area("uji", (Rute("GET", "/uji-lama", frozenset({Peran.CAMAT}), lama),))
    with closing(tuang(cetakan, tmp_path / "ramai", areas=(*AREAS, area))) as pusat:
        pusat.siapkan_kantor(KEC_A)
        camat = pusat.masuk("camat")
        monkeypatch.setattr(engine, "open_reader", dibuka)
        with ThreadPoolExecutor(ORANG_BANYAK) as orang:
            kerja = [orang.submit(camat.get, "/uji-lama") for _ in range(ORANG_BANYAK)]
            akhir = monotonic() + 60
            while len(masuk) < SEKALIGUS and monotonic() < akhir:
                sleep(0.01)
            assert [pusat.tamu().get("/masuk").status_code for _ in range(3)] == [200] * 3
            lepas.set()
            assert {satu.result().text for satu in kerja} == {"selesai"}
    assert len(set(masuk)) == SEKALIGUS
    assert max(Counter(path for path, _ in buka).values()) <= SEKALIGUS, "each thread that reads keeps its connection"
    assert {kib for _, kib in buka} == {BACA_KIB}


def test_whoever_has_just_acted_waits_for_all_that_the_city_holds(
    masuk: Callable[..., Klien], monkeypatch: pytest.MonkeyPatch
) -> None:
    catatan, asli = list[bool](), Hosted.segarkan

    def dicatat(kantor: Hosted, *, segera: bool = False) -> None:
        catatan.append(segera)
        asli(kantor, segera=segera)

    monkeypatch.setattr(Hosted, "segarkan", dicatat)
    kominfo, lain = masuk("kominfo"), masuk("bagian")
    pc = re.findall(r"/perangkat/([0-9a-f-]{36})", kominfo.get("/perangkat").text)[0]
    kominfo.get("/bantuan")
    assert kominfo.kirim(f"/perangkat/{pc}/nama", {"nama": "x" * 99}).status_code == 422
    kominfo.get("/bantuan")
    jawab = kominfo.kirim(f"/perangkat/{pc}/nama", {"nama": "Loket depan"})
    assert f"Max-Age={kabar.SEGAR_S}" in next(k for k in jawab.headers.get_list("set-cookie") if kabar.BERTINDAK in k)
    kominfo.get("/bantuan")
    lain.get("/total")
    kominfo.cookies.delete(kabar.BERTINDAK)
    kominfo.get("/bantuan")
    assert catatan == [False, False, True, False, False]


def test_a_page_never_lags_longer_than_whoever_acted_is_remembered() -> None:
    assert serve.PAUSE_S + serve.WAIT_S < kabar.SEGAR_S


def test_the_log_is_counted_once_a_minute(pusat: Pusat, masuk: Callable[..., Klien]) -> None:
    kominfo, hitung = masuk("kominfo"), list[str]()

    def ditanya(_con: object, _cursor: object, sql: str, *_rest: object) -> None:
        hitung.extend(re.findall("FROM op_log", sql))

    event.listen(pusat.db.engine, "before_cursor_execute", ditanya)
    pusat.jam.maju(menit=2)
    semua = [kominfo.get("/server").text for _ in range(3)]
    assert len(hitung) <= 2, "three pages, within one minute or over its end"
    assert len({satu.partition("<dl")[2] for satu in semua}) == 1
    pusat.jam.maju(menit=1)
    kominfo.get("/server")
    assert len(hitung) >= 2


def test_memory_that_was_used_once_is_given_back() -> None:
    hasil = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True)
    sebelum, sesudah = map(int, hasil.stdout.split())
    assert sesudah < sebelum - 50_000_000
