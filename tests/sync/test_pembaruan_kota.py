"""Updates over the line: the city's route, a line that is cut every 64 KiB, the commands of the release maker."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import requests
from fastapi import FastAPI

from sipokat_desktop.kernel.clock import now_ms
from sync.client.http import Http
from sync.client.network import Network
from sync.client.pembaruan import DariFolder, DariKota
from sync.client.pembaruan_tuf import Ditolak, Pemeriksa
from sync.pusat import cli, pembaruan_web
from sync.pusat.config import Batas
from sync.pusat.gate import Gate
from sync.server.app import make_app
from sync.server.database import Database
from tests.kota import CityThread

from .gudang_uji import SANDI, Penerbit

CUT = 64 << 10
Pusat = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Penerbit:
    made = Penerbit(tmp_path_factory.mktemp("penerbit"))
    made.publish("0.2.0", size=300_000)
    return made


@pytest.fixture(scope="module")
def kota(terbit: Penerbit) -> Iterator[CityThread]:
    def app(db: Database) -> FastAPI:
        made = make_app(db)
        pembaruan_web.add(made, terbit.folder, now_ms)
        return made

    server = CityThread(f"sqlite:///{terbit.folder / 'kota.db'}", app=app)
    yield server
    server.close()


@contextmanager
def _cut(port: int, most: int) -> Iterator[str]:
    """A way to ``port`` that breaks each connection after ``most`` bytes of answers; yields its address."""
    stop = threading.Event()

    def serve(client: socket.socket) -> None:
        with closing(client), socket.create_connection(("127.0.0.1", port)) as server:
            asking = threading.Thread(target=_pass_on, args=(client, server, 1 << 30))
            asking.start()
            _pass_on(server, client, most)
            asking.join(10)

    threads: list[threading.Thread] = []

    def listen(ear: socket.socket) -> None:
        while not stop.is_set():
            try:
                client, _ = ear.accept()
            except TimeoutError:
                continue
            threads.append(threading.Thread(target=serve, args=(client,)))
            threads[-1].start()

    with socket.create_server(("127.0.0.1", 0)) as ear:
        ear.settimeout(0.05)
        listener = threading.Thread(target=listen, args=(ear,))
        listener.start()
        try:
            yield f"http://127.0.0.1:{ear.getsockname()[1]}"
        finally:
            stop.set()
            listener.join(10)
            for one in threads:
                one.join(10)


@contextmanager
def _quiet() -> Iterator[None]:
    try:
        yield
    except OSError:
        return


def _pass_on(come: socket.socket, go: socket.socket, left: int) -> None:
    """Pass on what comes, at most ``left`` bytes, then break both ways."""
    with _quiet():
        while left > 0 and (data := come.recv(min(left, 16384))):
            go.sendall(data)
            left -= len(data)
    for one in (come, go):
        with _quiet():
            one.shutdown(socket.SHUT_RDWR)


def _fetch(url: str, folder: Path, root: bytes) -> bytes:
    with closing(Http(url, network=Network(proxy="tanpa"))) as http:
        looked = Pemeriksa(DariKota(http), folder, root)
        found = looked.latest()
        assert found is not None
        return looked.fetch(found).read_bytes()


def test_fetched_from_the_city(kota: CityThread, terbit: Penerbit, tmp_path: Path) -> None:
    assert _fetch(kota.url, tmp_path / "kantor", terbit.root) == terbit.setup("0.2.0").read_bytes()


def test_line_that_is_cut_every_64_kib(kota: CityThread, terbit: Penerbit, tmp_path: Path) -> None:
    with _cut(int(kota.url.rpartition(":")[2]), CUT) as url:
        assert _fetch(url, tmp_path / "kantor", terbit.root) == terbit.setup("0.2.0").read_bytes()


def test_city_without_updates_says_so(tmp_path: Path, terbit: Penerbit) -> None:
    server = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    try:
        with pytest.raises(Ditolak) as told:
            _fetch(server.url, tmp_path / "kantor", terbit.root)
        assert told.value.kind == "tiada"
    finally:
        server.close()


def test_route_gives_pieces_ranges_and_nothing_else(kota: CityThread, terbit: Penerbit) -> None:
    name = terbit.setup("0.2.0").name
    whole = terbit.setup("0.2.0").read_bytes()
    ask = requests.get(f"{kota.url}/pembaruan/{name}", timeout=30)
    assert ask.content == whole
    ranged = requests.get(f"{kota.url}/pembaruan/{name}", headers={"Range": "bytes=100-199"}, timeout=30)
    assert (ranged.status_code, ranged.content) == (206, whole[100:200])
    piece = requests.get(f"{kota.url}/pembaruan/{name}", params={"mulai": 299_000, "panjang": 5000}, timeout=30)
    assert (piece.content, piece.headers["Sipokat-Bita"]) == (whole[299_000:], "300000")
    for wrong in ("..%2flayanan.pem", ".kunci", "layanan.pem", "tiada.json", "a%00b"):
        assert requests.get(f"{kota.url}/pembaruan/{wrong}", timeout=30).status_code in (404, 422)


def test_updates_are_asked_for_within_limits(terbit: Penerbit, tmp_path: Path) -> None:
    def app(db: Database) -> Gate:
        made = make_app(db)
        pembaruan_web.add(made, terbit.folder, now_ms)
        return Gate(made, limits=Batas(pembaruan_per_menit=6), turned_away=lambda _what: None)

    with closing(CityThread(f"sqlite:///{tmp_path / 'kota.db'}", app=app)) as server:
        found = [requests.get(f"{server.url}/pembaruan/timestamp.json", timeout=30).status_code for _ in range(7)]
    assert found == [200] * 5 + [429] * 2


@pytest.fixture
def pusat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Pusat:
    word = tmp_path / "sandi"
    word.write_text(SANDI + "\n", encoding="utf-8")

    def run(command: str, *words: str, keys: Path | None = tmp_path / "kunci") -> tuple[int, str]:
        more = ["--kunci", str(keys), "--sandi-dari", str(word)] if keys else []
        code = cli.main(["pembaruan", command, "--gudang", str(tmp_path / "gudang"), *more, *words])
        out = capsys.readouterr()
        return code, out.out + out.err

    return run


def test_release_maker_works_with_the_commands(pusat: Pusat, tmp_path: Path) -> None:
    assert "belum disiapkan" in pusat("daftar", keys=None)[1]
    code, said = pusat("siapkan")
    assert (code, "make windows AKAR=" in said) == (0, True)
    assert "sudah ada" in pusat("siapkan")[1]
    setup = tmp_path / "Sipokat-0.2.0-pasang.exe"
    setup.write_bytes(b"isi")
    assert pusat("tambah", str(setup), "--catatan", "Lebih cepat.")[0] == 0
    setup.write_bytes(b"lain")
    assert "dengan isi lain" in pusat("tambah", str(setup))[1]
    assert "harus Sipokat-VERSI-pasang.exe" in pusat("tambah", str(tmp_path / "x.exe"))[1]
    assert "0.2.0" in pusat("daftar", keys=None)[1]
    told = json.loads(pusat("daftar", "--json", keys=None)[1])
    assert [one["versi"] for one in told["versi"]] == ["0.2.0"]
    stick = tmp_path / "flashdisk"
    assert pusat("tulis", str(stick), keys=None)[0] == 0
    root = (tmp_path / "kunci/akar.json").read_bytes()
    looked = Pemeriksa(DariFolder(stick), tmp_path / "kantor", root)
    found = looked.latest()
    assert found is not None
    assert (found.versi, found.catatan, looked.fetch(found).read_bytes()) == ("0.2.0", "Lebih cepat.", b"isi")
    assert "Kunci diganti" in pusat("perpanjang", "--kunci-baru", str(tmp_path / "baru"))[1]
    assert "bukan kunci gudang ini" in pusat("cabut", "0.2.0")[1]
    assert "terbaru sekarang: tidak ada" in pusat("cabut", "0.2.0", keys=tmp_path / "baru")[1]
    (tmp_path / "sandi").write_text("lain sama sekali", encoding="utf-8")
    assert "tidak terbuka dengan kata sandi itu" in pusat("cabut", "0.2.0", keys=tmp_path / "baru")[1]
    assert "paling sedikit 15 huruf" in _short(pusat, tmp_path)


def _short(pusat: Pusat, tmp_path: Path) -> str:
    (tmp_path / "sandi").write_text("pendek", encoding="utf-8")
    (tmp_path / "gudang").rename(tmp_path / "gudang-lama")
    return pusat("siapkan", keys=tmp_path / "kunci-tiga")[1]


def test_keys_are_locked_and_private(terbit: Penerbit) -> None:
    for name in ("akar.pem", "terbit.pem"):
        assert b"ENCRYPTED" in (terbit.keys / name).read_bytes()
    for file in (*terbit.keys.glob("*.pem"), terbit.folder / "layanan.pem"):
        assert file.stat().st_mode & 0o077 == 0
    assert not list(terbit.public.glob("*.pem"))
