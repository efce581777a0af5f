"""A kecamatan's computer on the command line: enrolment, state, and commands for one of its kelurahan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import resources
from sipokat_desktop import cli
from tests.e2e.test_perintah_rt import GANTI
from tests.kota import CityThread

ROSTER = str(resources.path("contoh", "roster_contoh.xlsx"))
KECAMATAN, KELURAHAN, LAIN = "kec:16.73.01", "16.73.01.1003", "16.73.03.1010"


def jalan(capsys: pytest.CaptureFixture[str], data: Path, *words: str) -> tuple[int, str, str]:
    """Run a command on the data in a folder; returns exit code, output and error line."""
    code = cli.main(["--data", str(data), *words])
    said = capsys.readouterr()
    return code, said.out.strip(), said.err.strip()


def test_a_kecamatan_by_commands(tmp_path: Path, city: CityThread, capsys: pytest.CaptureFixture[str]) -> None:
    lurah, camat = tmp_path / "lurah", tmp_path / "camat"
    assert jalan(capsys, lurah, "daftar", "--server", city.url, "--kode", city.invite(KELURAHAN))[0] == 0
    assert jalan(capsys, lurah, "impor", "rt", ROSTER)[0] == 0
    assert jalan(capsys, lurah, "sinkron")[0] == 0
    code, out, _ = jalan(capsys, camat, "daftar", "--server", city.url, "--kode", city.invite(KECAMATAN))
    assert (code, out) == (0, "Komputer ini terdaftar sebagai Kec-1 Kecamatan Lubuk Linggau Timur I.")
    assert jalan(capsys, camat, "sinkron")[0] == 0
    status = json.loads(jalan(capsys, camat, "status", "--json")[1])
    assert (status["kantor"], status["nama_kantor"]) == (KECAMATAN, "Kecamatan Lubuk Linggau Timur I")
    assert jalan(capsys, camat, "status")[1].startswith("Kecamatan Lubuk Linggau Timur I Kec-1")
    lembar = tmp_path / "rt.xlsx"
    ekspor = ("rt", "ekspor", str(lembar), "--json")
    assert json.loads(jalan(capsys, camat, *ekspor, "--kelurahan", KELURAHAN)[1])["baris"] == 9
    code, _, err = jalan(capsys, camat, *ekspor, "--kelurahan", LAIN)
    assert (code, err.startswith("Komputer ini berisi data Kecamatan Lubuk Linggau Timur I, bukan")) == (2, True)
    code, _, err = jalan(capsys, camat, *GANTI, "--kelurahan", "Taba Jemekeh")
    assert (code, "dicatat oleh kelurahan. Minta Kelurahan Taba Jemekeh" in err) == (2, True)


def test_a_kecamatan_without_the_city(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "camat"
    assert jalan(capsys, data, "rt", "ekspor", str(tmp_path / "a.xlsx"))[0] == 2
    assert jalan(capsys, data, "rt", "ekspor", str(tmp_path / "a.xlsx"), "--kelurahan", KECAMATAN)[0] == 0
    assert json.loads(jalan(capsys, data, "status", "--json")[1])["kantor"] == KECAMATAN


def test_the_city_level_office_by_commands(
    tmp_path: Path, city: CityThread, capsys: pytest.CaptureFixture[str]
) -> None:
    lurah, pusat = tmp_path / "lurah", tmp_path / "pusat"
    assert jalan(capsys, lurah, "daftar", "--server", city.url, "--kode", city.invite(KELURAHAN))[0] == 0
    assert jalan(capsys, lurah, "impor", "rt", ROSTER)[0] == 0
    assert jalan(capsys, lurah, "sinkron")[0] == 0
    code, out, _ = jalan(capsys, pusat, "daftar", "--server", city.url, "--kode", city.invite("kota"))
    assert (code, out) == (0, "Komputer ini terdaftar sebagai Kota-1 Bagian Tata Pemerintahan.")
    assert jalan(capsys, pusat, "sinkron")[0] == 0
    status = json.loads(jalan(capsys, pusat, "status", "--json")[1])
    assert (status["kantor"], status["nama_kantor"]) == ("kota", "Bagian Tata Pemerintahan")
    assert jalan(capsys, pusat, "status")[1].startswith("Bagian Tata Pemerintahan Kota-1")
    ekspor = ("rt", "ekspor", str(tmp_path / "rt.xlsx"), "--json")
    assert json.loads(jalan(capsys, pusat, *ekspor, "--kelurahan", "Taba Jemekeh")[1])["baris"] == 9
    assert json.loads(jalan(capsys, pusat, *ekspor, "--kelurahan", LAIN)[1])["baris"] == 0
    code, _, err = jalan(capsys, pusat, *GANTI, "--kelurahan", "Taba Jemekeh")
    assert (code, "dicatat oleh kelurahan. Minta Kelurahan Taba Jemekeh" in err) == (2, True)
    tarif = ("insentif", "tarif", "--jumlah", "1000", "--mulai", "2026-01")
    code, _, err = jalan(capsys, pusat, *tarif)
    assert (code, "dicatat oleh kelurahan" in err) == (2, True)
    assert jalan(capsys, pusat, "rt", "pejabat", "kabag", "--nama", "Drs. H. Amran")[0] == 0
    code, _, err = jalan(capsys, pusat, "rt", "pejabat", "lurah", "--nama", "Palsu")
    assert (code, "dicatat oleh kelurahan" in err) == (2, True)
    assert jalan(capsys, pusat, "sinkron")[1].startswith("1 perubahan terkirim")


def test_the_city_level_office_without_the_city(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "pusat"
    assert jalan(capsys, data, "rt", "ekspor", str(tmp_path / "a.xlsx"), "--kelurahan", "kota")[0] == 0
    assert json.loads(jalan(capsys, data, "status", "--json")[1])["kantor"] == "kota"
