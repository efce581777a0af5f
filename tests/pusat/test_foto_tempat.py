"""The places for photos, a folder and a store that speaks S3, do the same; the latter over a real socket."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sipokat_desktop.storage import shelf
from sync.pusat import cli, config, serve
from sync.server import depot
from sync.server.database import Database
from sync.server.depot import S3, Depot, FolderDepot
from tests.kota import CityThread
from tests.sync.album import isi_album
from tests.sync.dunia import Buka, daftarkan, sinkron

if TYPE_CHECKING:
    from moto.server import ThreadedMotoServer

SCOPE, OTHER = "16.73.01.1003", "16.73.01.1004"
BUCKET = "s3://foto-kota/arsip/linggau"


def _photo(seed: int, size: int = 200_000) -> tuple[str, bytes]:
    content = b"\xff\xd8\xff" + random.Random(seed).randbytes(size)
    return hashlib.sha256(content).hexdigest(), content


@pytest.fixture(scope="module")
def s3() -> Iterator[S3]:
    """A store that speaks S3, with a bucket."""
    import boto3
    from moto.server import ThreadedMotoServer

    server: ThreadedMotoServer = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    access = S3(f"http://{host}:{port}", "us-east-1", "kunci", "rahasia")
    boto3.client(
        "s3", endpoint_url=access.alamat, region_name=access.wilayah, aws_access_key_id="kunci",
        aws_secret_access_key="rahasia",
    ).create_bucket(Bucket="foto-kota")  # fmt: skip
    yield access
    server.stop()


@pytest.fixture(params=["folder", "s3"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Depot]:
    """Open the same place once more, as another process does."""
    if request.param == "folder":
        return lambda: FolderDepot(tmp_path / "foto")
    from sync.server.depot_s3 import S3Depot

    access = request.getfixturevalue("s3")
    return lambda: S3Depot(f"{BUCKET}/{tmp_path.name}", access)


def test_photo_in_parts_becomes_whole(opened: Callable[[], Depot]) -> None:
    place, (key, content) = opened(), _photo(1)
    assert (place.size(key), place.received(SCOPE, key), list(place.keys())) == (0, 0, [])
    for at in range(0, len(content), 65_536):
        assert place.received(SCOPE, key) == at
        opened().receive(SCOPE, key, at, content[at : at + 65_536])
    assert place.received(OTHER, key) == 0
    assert opened().finish(SCOPE, key)
    assert (place.size(key), place.received(SCOPE, key), list(place.keys())) == (len(content), 0, [(key, len(content))])
    assert place.read(key, 0, 1 << 20) == content
    assert place.read(key, 100, 50) == content[100:150]
    assert place.read(key, len(content), 50) == b""
    assert place.read(key, 10, 0) == b""


def test_part_twice_or_out_of_turn_does_no_harm(opened: Callable[[], Depot]) -> None:
    place, (key, content) = opened(), _photo(2)
    place.receive(SCOPE, key, 0, content[:90_000])
    place.receive(SCOPE, key, 0, content[:50_000])
    place.receive(SCOPE, key, 0, content[:90_000])
    place.receive(SCOPE, key, 150_000, content[150_000:])
    assert place.received(SCOPE, key) == 90_000
    place.receive(SCOPE, key, 90_000, content[90_000:150_000])
    assert place.received(SCOPE, key) == len(content)
    assert place.finish(SCOPE, key)
    assert place.read(key, 0, len(content)) == content


@pytest.mark.parametrize("change", [lambda c: c[:-1] + b"?", lambda c: b"GIF" + c[3:]], ids=["lain", "bukan foto"])
def test_what_is_not_that_photo_is_dropped(change: Callable[[bytes], bytes], opened: Callable[[], Depot]) -> None:
    place, (key, content) = opened(), _photo(3)
    place.receive(SCOPE, key, 0, change(content))
    assert not place.finish(SCOPE, key)
    assert (place.size(key), place.received(SCOPE, key)) == (0, 0)
    assert not place.finish(SCOPE, key)


def test_more_parts_than_one_page_lists(opened: Callable[[], Depot], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "7")
    place, (key, content) = opened(), _photo(4, 20_000)
    for at in range(0, len(content), 1000):
        place.receive(SCOPE, key, at, content[at : at + 1000])
    assert place.received(SCOPE, key) == len(content)
    assert place.finish(SCOPE, key)


def test_place_that_is_away_is_an_os_error(s3: S3) -> None:
    from sync.server.depot_s3 import S3Depot

    for away in (S3Depot("s3://tidak-ada", s3), S3Depot(BUCKET, s3._replace(alamat="http://127.0.0.1:9"))):
        with pytest.raises(OSError, match="S3"):
            away.receive(SCOPE, "00" * 32, 0, b"x")


def test_city_remembers_the_place_that_was_chosen(tmp_path: Path, s3: S3) -> None:
    from sync.server.depot_s3 import S3Depot

    with closing(Database(f"sqlite:///{tmp_path / 'kota.db'}")) as db:
        assert depot.place(db, "") == str(tmp_path / "kota-foto")
        assert isinstance(depot.of(db), FolderDepot)
        assert depot.place(db, BUCKET) == BUCKET
        assert depot.place(db, "") == BUCKET
        assert isinstance(depot.of(db, s3), S3Depot)
        assert depot.of(db, s3).size("00" * 32) == 0
        assert depot.place(db, str(tmp_path / "lain")) == str(tmp_path / "lain")


def test_offices_and_backups_of_a_city_whose_photos_lie_in_s3(
    tmp_path: Path, s3: S3, office: Buka, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pusat.toml"
    file.write_text(
        f"""basis_data = "sqlite:///{tmp_path / "kota.db"}"
[foto]
tempat = "{BUCKET}/kantor"
s3_alamat = "{s3.alamat}"
s3_wilayah = "us-east-1"
s3_kunci = "kunci"
s3_rahasia = "rahasia"
"""
    )
    settings = config.load(file)
    assert cli.main(["siapkan", "--konfigurasi", str(file)]) == 0
    with closing(CityThread(settings.basis_data, app=lambda db: serve.build(settings, db))) as city:
        a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
        (key,) = isi_album(a, 1)
        sinkron(a)
        sinkron(b)
        shown = b.photo(key)
        assert shown is not None
        assert not (tmp_path / "kota-foto").exists()
        assert cli.main(["cadangan", "--konfigurasi", str(file), "--keluaran", str(tmp_path / "cadangan")]) == 0
        assert cli.main(["periksa", "--konfigurasi", str(file)]) == 0, capsys.readouterr().out
    copy = shelf.get(tmp_path / "cadangan/foto", key)
    assert copy is not None
    with closing(Database(settings.basis_data)) as db:
        assert depot.of(db, settings.foto.s3).read(key, 0, len(copy)) == copy
