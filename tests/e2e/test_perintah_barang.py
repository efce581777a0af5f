"""The commands of registered goods, from the register to the sheet and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import resources
from sipokat_desktop import cli
from tests.unit.barang import imei

KELURAHAN = "16.73.01.1003"
ROSTER = str(resources.path("contoh", "roster_contoh.xlsx"))


class Kantor:
    """An office that has imported its roster; runs commands on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder, self._capsys = folder, capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Return exit code, output, and error line."""
        code = cli.main(["--data", str(self._folder), *words])
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err.strip()

    def jawab(self, *words: str) -> dict[str, object]:
        """Return the answer for machines."""
        code, out, err = self(*words, "--json")
        assert code == 0, err
        isi: dict[str, object] = json.loads(out)
        return isi


@pytest.fixture
def kantor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kantor:
    """The office of the sample roster."""
    satu = Kantor(tmp_path / "data", capsys)
    assert satu("impor", "rt", ROSTER, "--kelurahan", KELURAHAN)[0] == 0
    return satu


def test_a_phone_by_commands(kantor: Kantor, tmp_path: Path) -> None:
    assert "Belum ada barang" in kantor("barang", "daftar")[1]
    for ke in (1, 2):
        kantor.jawab("barang", "tambah", "--merek", "Samsung", "--tipe", "J2 Prime", "--imei1", imei(ke))
    serah = kantor.jawab("barang", "serah", imei(1), "--rt", "3", "--tanggal", "1/3/2026", "--kelengkapan", "dus")
    assert str(serah["nomor"]).startswith("BAST-2026-")
    assert kantor("barang", "serah", imei(1), "--rt", "1")[0] == 2
    kantor.jawab(
        "barang", "kejadian", imei(1)[-6:], "--jenis", "rusak", "--uraian", "layar", "--tanggal", "2/3/2026",
        "--pengganti", imei(2),
    )  # fmt: skip
    _, out, _ = kantor("barang", "daftar", "rt 3")
    assert f"HP Samsung J2 Prime · IMEI …{imei(2)[-4:]} · baik · RT 03 Iskandar Muda · sejak 02/03/2026" in out
    assert "1 barang: 1 dipegang, 0 di kantor" in out
    ganti = (
        "rt", "ganti", "3", "--akhir-nyata", "14/3/2026", "--alasan-akhir", "pindah", "--nama", "Budi Santoso",
        "--barang", "alih",
    )  # fmt: skip
    assert "Dialihkan kepada ketua baru" in kantor(*ganti, "--lihat")[1]
    assert kantor(*ganti)[0] == 0
    assert "RT 03 Budi Santoso" in kantor("barang", "daftar", imei(2))[1]
    kantor.jawab("barang", "alih", imei(2), "--rt", "1")
    kantor.jawab("barang", "kembali", imei(2), "--penerima", "Siti")
    kantor.jawab("barang", "tarik", imei(2), "--alasan", "usang")
    assert "Permintaan bantuan dicatat" in kantor("barang", "bantuan", imei(2), "--jenis", "rusak")[1]
    assert "menunggu kota" in kantor("barang", "bantuan")[1]
    assert kantor.jawab("barang", "xlsx", str(tmp_path / "hp.xlsx"))["baris"] == 2
    assert kantor("barang", "tarik", "999999", "--alasan", "x") == (
        2, "", "Tidak ada barang dengan 999999. Tulis IMEI, nomor seri, atau NUP-nya.",
    )  # fmt: skip
    code, _, err = kantor("barang", "serah", imei(1), "--rt", "88")
    assert code == 2
    assert "RT 88 tidak ada ketuanya" in err


def test_the_sheet_that_was_written_is_read_back_as_the_same(kantor: Kantor, tmp_path: Path) -> None:
    lembar = str(tmp_path / "hp.xlsx")
    for ke in (1, 2, 3):
        kantor.jawab("barang", "tambah", "--merek", "Samsung", "--imei1", imei(ke), "--tahun", "2017")
    kantor.jawab("barang", "serah", imei(1), "--rt", "1")
    kantor.jawab("barang", "xlsx", lembar)
    neraca = kantor.jawab("barang", "impor", lembar, "--pratinjau")
    assert (neraca["dibaca"], neraca["sama"], neraca["ditolak"]) == (3, 3, 0)


def test_an_import_is_previewed_refused_and_saved(kantor: Kantor, tmp_path: Path) -> None:
    berkas = tmp_path / "hp.csv"
    berkas.write_text(f"Nama Barang;IMEI;RT\nHP;{imei(1)};1\nHP;123;2\n", encoding="utf-8")
    code, _, err = kantor("barang", "impor", str(berkas))
    assert code == 2
    assert "1 baris ditolak (baris 3)" in err
    neraca = kantor.jawab("barang", "impor", str(berkas), "--lewati-bermasalah")
    assert (neraca["baru"], neraca["serah"], neraca["ditolak"]) == (1, 1, 1)
