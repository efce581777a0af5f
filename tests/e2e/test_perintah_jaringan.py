"""``sipokat jaringan``: what IT staff set and test without a window; exit codes, ``--json``, one sentence."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sync.client import network
from sync.pusat import cli as pusat
from tests.kota import CityThread
from tests.sync.sertifikat import konteks, otoritas, server

CA = otoritas("CA Kota Uji")
Jalankan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def jalankan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run a command on one data folder; returns exit code, what it said, and its complaint."""

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.main(["--data", str(tmp_path / "pc"), *words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err.strip()

    return run


@pytest.fixture
def ca(tmp_path: Path) -> str:
    """The city's CA as a file."""
    berkas = tmp_path / "ca.pem"
    berkas.write_text(CA.pem, encoding="ascii")
    return str(berkas)


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[CityThread]:
    """A city over TLS under its own CA."""
    satu = CityThread(f"sqlite:///{tmp_path / 'kota.db'}", tls=konteks(tmp_path, server(CA)))
    yield satu
    satu.close()


def test_from_an_unknown_ca_to_an_enrolled_computer(jalankan: Jalankan, kota: CityThread, ca: str) -> None:
    kode = kota.invite("16.73.01.1003")
    code, _, sebab = jalankan("daftar", "--server", kota.url, "--kode", kode)
    assert (code, "Penerbit sertifikat server (CA Kota Uji) tidak dikenal" in sebab) == (1, True)
    assert jalankan("jaringan", "setel", "--ca", ca)[0] == 0
    Path(ca).unlink()
    assert jalankan("daftar", "--server", kota.url, "--kode", kode)[0] == 0
    assert jalankan("sinkron")[0] == 0
    code, said, _ = jalankan("jaringan", "uji")
    assert code == 0
    assert [baris.split()[0] for baris in said.splitlines()[:5]] == ["baik"] * 5
    code, said, _ = jalankan("jaringan", "uji", "--json")
    assert [s["baik"] for s in json.loads(said)["langkah"]] == [True] * 5


def test_a_failed_test_says_every_step_and_ends_with_one(jalankan: Jalankan, kota: CityThread) -> None:
    code, said, sebab = jalankan("jaringan", "uji", "--server", kota.url, "--json")
    isi = json.loads(said)
    assert (code, isi["baik"]) == (1, False)
    assert [s["baik"] for s in isi["langkah"]] == [True, True, False, None, None]
    assert isi["langkah"][2]["kalimat"] in sebab
    code, said, _ = jalankan("jaringan", "uji", "--server", kota.url)
    assert (code, "GAGAL  Sertifikat:" in said) == (1, True)
    assert jalankan("jaringan", "uji")[0] == 2


def test_settings_are_shown_as_they_are_set(jalankan: Jalankan, ca: str, tmp_path: Path) -> None:
    sandi = tmp_path / "sandi.txt"
    sandi.write_text("rahasia sekali\n", encoding="utf-8")
    proksi = ("--proksi", "10.0.0.1:8080", "--pengguna", "kantor", "--sandi-dari", str(sandi))
    assert jalankan("jaringan", "setel", "--ca", ca, *proksi)[0] == 0
    assert network.load(tmp_path / "pc").password == "rahasia sekali"
    code, said, _ = jalankan("jaringan", "lihat", "--json")
    isi = json.loads(said)
    assert (code, isi["ca"], isi["alamat_proksi"], isi["pengguna_proksi"]) == (
        0,
        "CA Kota Uji",
        "10.0.0.1:8080",
        "kantor",
    )
    assert "rahasia" not in said
    assert jalankan("jaringan", "setel", "--proksi", "tanpa")[0] == 0
    kini = network.load(tmp_path / "pc")
    assert (kini.proxy, kini.address, kini.password, kini.ca) == ("tanpa", "", "", CA.pem)
    assert jalankan("jaringan", "setel", "--tanpa-ca")[0] == 0
    assert network.load(tmp_path / "pc").ca == ""


def test_a_password_comes_from_standard_input(
    jalankan: Jalankan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("dari pipa\n"))
    perintah = ("jaringan", "setel", "--proksi", "a:1", "--pengguna", "k", "--sandi-dari", "-")
    assert jalankan(*perintah)[0] == 0
    assert network.load(tmp_path / "pc").password == "dari pipa"


@pytest.mark.parametrize(
    "kata",
    [
        (),
        ("--ca", "tiada.pem"),
        ("--ca", "x", "--tanpa-ca"),
        ("--proksi", "entah"),
        ("--pengguna", "a"),
        ("--proksi", "tanpa", "--pengguna", "a"),
        ("--proksi", "a:1", "--pengguna", "b", "--sandi-dari", "tiada.txt"),
    ],
)
def test_wrong_use_is_one_sentence_and_changes_nothing(
    jalankan: Jalankan, tmp_path: Path, kata: tuple[str, ...]
) -> None:
    code, said, sebab = jalankan("jaringan", "setel", *kata)
    assert (code, said, len(sebab.splitlines())) == (2, "", 1)
    assert not (tmp_path / "pc" / network.FILE).exists()


def test_damaged_settings_are_mended_by_setting_them_anew(jalankan: Jalankan, ca: str, tmp_path: Path) -> None:
    jalankan("status")
    (tmp_path / "pc" / network.FILE).write_bytes(b"{")
    assert jalankan("jaringan", "lihat")[0] == 1
    assert jalankan("jaringan", "setel", "--proksi", "tanpa")[0] == 1
    assert jalankan("jaringan", "setel", "--ca", ca)[0] == 0
    assert network.load(tmp_path / "pc").ca == CA.pem


def test_an_invitation_brings_the_citys_ca(jalankan: Jalankan, kota: CityThread, ca: str, tmp_path: Path) -> None:
    berkas = tmp_path / "undangan.json"
    undang = ["kantor", "undang", "16.73.01.1003", "--db", kota.db_url, "--server", kota.url, "--keluaran", str(berkas)]
    assert pusat.main([*undang, "--ca", str(berkas)]) == 2
    assert pusat.main([*undang, "--ca", ca]) == 0
    assert jalankan("daftar", "--undangan", str(berkas))[0] == 0
    assert network.load(tmp_path / "pc").ca == CA.pem
    assert jalankan("sinkron")[0] == 0
