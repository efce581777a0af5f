"""The terms of open data: as the configuration file says them, else as ever; shown as words and never as markup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from html import escape
from pathlib import Path

import httpx
import pytest

from sync.pusat import cli, serve
from sync.pusat.config import Config, DataTerbuka
from sync.server.database import Database
from sync.web.kantor import Offices
from sync.web.publik import isi, text
from tests.kota import CityThread

SENDIRI = 'CC BY 4.0 <b onclick=1> & "Diskominfo" {{ 7 * 7 }} </script>'


@pytest.fixture(params=["", SENDIRI])
def asked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[httpx.Client, str]]:
    """The public pages of a city with these words in its settings, and the words that hold."""
    config = Config(data_terbuka=DataTerbuka(lisensi=request.param))
    opened: list[Offices] = []

    def app(db: Database) -> object:
        opened.append(Offices(db, tmp_path / "web"))
        return serve.build(config, db, offices=opened[-1])

    with closing(CityThread(f"sqlite:///{tmp_path / 'kota.db'}", app=app)) as city:
        with httpx.Client(base_url=city.url, timeout=60) as guest:
            assert opened[0].of("kota").siap(60)
            yield guest, request.param or text.LISENSI
        opened[0].close()


def test_every_page_and_file_says_the_terms_that_hold(asked: tuple[httpx.Client, str]) -> None:
    guest, words = asked
    for path in ("/data", "/data/kamus"):
        page = guest.get(path).text
        assert escape(words).replace("&quot;", "&#34;") in page, path
        assert "<b onclick" not in page
        assert (text.LISENSI in page) == (words == text.LISENSI), path
    for path in ("/data/kamus/json", *(f"/data/{key}/json" for key in isi.TABEL)):
        assert guest.get(path).json()["lisensi"] == words, path


def test_words_that_cannot_be_shown_are_said_by_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pusat.toml"
    file.write_text(f"basis_data = 'sqlite:///{tmp_path / 'kota.db'}'\n[data_terbuka]\nlisensi = \"a\\nb\"\n")
    for command in (["periksa"], ["konfigurasi", "periksa"]):
        assert cli.main([*command, "--konfigurasi", str(file)]) == 2
        said = capsys.readouterr().err
        assert "Isi data_terbuka.lisensi" in said
        assert "harus satu baris tulisan" in said
