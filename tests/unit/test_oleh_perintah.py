"""``--oleh NAMA --pin-dari BERKAS|-``: the command line knows who acts, and obeys the same rules as the window."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

Jalankan = Callable[..., tuple[int, str]]
PIN, PIN_LURAH = "2748", "8264"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with a draft list, Siti with a PIN and, called so in the tests that want one, a lurah."""
    with closing(Office(tmp_path / "pc")) as office:
        office.choose_kelurahan(KELURAHAN)
        kantor.tarif(office.store)
        kantor.isi_rt(office.store, 2)
        kantor.susun(office.store)
        users.add(office.store, name="Siti Aminah", pin=PIN)
    return tmp_path / "pc"


@pytest.fixture
def jalan(folder: Path, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run a command; returns its code and the one sentence of a refusal."""

    def run(*words: str) -> tuple[int, str]:
        code = cli.main(["--data", str(folder), *words])
        return code, capsys.readouterr().err.strip()

    return run


def nomor(folder: Path) -> str:
    with closing(Office(folder)) as office:
        return str(office.store.reader().execute("SELECT nomor FROM insentif_daftar").fetchone()[0])


def oleh(folder: Path) -> str:
    with closing(Office(folder)) as office:
        return str(office.store.reader().execute("SELECT oleh FROM riwayat ORDER BY no DESC").fetchone()[0])


def test_without_a_named_lurah_a_script_locks_as_before(folder: Path, jalan: Jalankan) -> None:
    assert jalan("insentif", "kunci", nomor(folder))[0] == 0
    assert oleh(folder) == "Siti Aminah"


def test_a_named_lurah_is_asked_for_by_name_and_pin(
    folder: Path, jalan: Jalankan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Office(folder)) as office:
        users.add(office.store, name="Hj. Rohana", pin=PIN_LURAH, role="lurah")
    kunci = ("insentif", "kunci", nomor(folder))
    code, kata = jalan(*kunci)
    assert (code, "persetujuan Lurah" in kata, "--oleh NAMA --pin-dari" in kata) == (2, True, True)
    berkas = tmp_path / "pin.txt"
    berkas.write_text(f"{PIN}\n")
    assert "persetujuan Lurah" in jalan(*kunci, "--oleh", "Siti Aminah", "--pin-dari", str(berkas))[1]
    assert "PIN salah" in jalan(*kunci, "--oleh", "Hj. Rohana", "--pin-dari", str(berkas))[1]
    assert "belum disebutkan" in jalan(*kunci, "--oleh", "Hj. Rohana")[1]
    assert "tidak terbaca" in jalan(*kunci, "--oleh", "Hj. Rohana", "--pin-dari", str(tmp_path / "tiada"))[1]
    assert "Yang ada: Siti Aminah, Hj. Rohana" in jalan(*kunci, "--oleh", "Budi", "--pin-dari", str(berkas))[1]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PIN_LURAH}\n"))
    assert jalan(*kunci, "--oleh", "hj. rohana", "--pin-dari", "-") == (0, "")
    assert oleh(folder) == "Hj. Rohana"


def test_a_command_with_an_oleh_of_its_own_keeps_it(folder: Path, jalan: Jalankan, tmp_path: Path) -> None:
    """Who checked a list is any name; with a PIN it is a person of this computer."""
    assert jalan("insentif", "periksa", nomor(folder), "--oleh", "Pemeriksa dari luar") == (0, "")
    assert oleh(folder) == "Siti Aminah"
    berkas = tmp_path / "pin.txt"
    berkas.write_text(PIN)
    sebagai = ("--oleh", "Pemeriksa dari luar", "--pin-dari", str(berkas))
    assert "Yang ada: Siti Aminah" in jalan("insentif", "periksa", nomor(folder), *sebagai)[1]
