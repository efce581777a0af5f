"""The papers and files of a list on the command line."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from sipokat_desktop import cli
from sipokat_desktop.app import Office
from sipokat_desktop.modules.insentif import ops
from sipokat_desktop.modules.rt import ops as rt
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN


@pytest.fixture
def nomor(tmp_path: Path) -> str:
    """A locked list of three heads with accounts; the first one received."""
    with closing(Office(tmp_path / "data")) as office:
        office.choose_kelurahan(KELURAHAN)
        kantor.tarif(office.store)
        for ke in range(1, 4):
            rt.tambah(office.store, KELURAHAN, kantor.isian(ke, rekening=f"00{ke}", bank="Bank Sumsel Babel"))
        nomor = kantor.susun(office.store)
        ops.kunci(office.store, nomor, lurah="Lurah")
        ops.terima(office.store, nomor, hanya=[1])
    return nomor


def jalan(tmp_path: Path, *kata: str) -> int:
    """Run a command of the office program on the store of the test."""
    return cli.main([*kata, "--data", str(tmp_path / "data")])


PDF = {
    "kwitansi": ("{nomor}",), "kelengkapan": ("{nomor}",), "uang": ("{nomor}",), "rekap": ("2026-TW1",),
    "rekap-rt": ("2026",), "kartu": ("01",), "umur": (),
}  # fmt: skip
XLSX = ("uang", "daftar", "transfer", "rekap", "rekap-rt", "kartu", "umur")


@pytest.mark.parametrize("apa", PDF)
def test_every_paper_as_pdf(nomor: str, tmp_path: Path, apa: str) -> None:
    berkas = tmp_path / "keluar.pdf"
    kata = [satu.format(nomor=nomor) for satu in PDF[apa]]
    assert jalan(tmp_path, "cetak", apa, *kata, "--keluaran", str(berkas), "--kertas", "A4") == 0
    with closing(pypdfium2.PdfDocument(berkas.read_bytes())) as pdf:
        assert {round(satu / 72 * 25.4) for satu in pdf.get_page_size(0)} == {210, 297}


@pytest.mark.parametrize("apa", XLSX)
def test_every_table_as_xlsx(nomor: str, tmp_path: Path, apa: str) -> None:
    berkas = tmp_path / "keluar.xlsx"
    kata = [satu.format(nomor=nomor) for satu in PDF.get(apa, ("{nomor}",))]
    assert jalan(tmp_path, "cetak", apa, *kata, "--keluaran", str(berkas)) == 0
    assert CalamineWorkbook.from_path(str(berkas)).get_sheet_by_index(0).to_python()


def test_a_district_and_one_component(nomor: str, tmp_path: Path) -> None:
    lain = ("--kecamatan", "--komponen", "Insentif Ketua RT")
    assert nomor
    assert jalan(tmp_path, "cetak", "rekap", "2026-TW1", "--keluaran", str(tmp_path / "f3.pdf"), *lain) == 0


def test_the_machine_is_told_what_to_withdraw(nomor: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jalan(tmp_path, "cetak", "uang", nomor, "--keluaran", str(tmp_path / "u.pdf"), "--json")
    data = json.loads(capsys.readouterr().out)
    assert data["total"] == 3_300_000
    assert sum(int(n) * banyak for n, banyak in data["ambil"].items()) == 3_300_000
    jalan(tmp_path, "cetak", "transfer", nomor, "--keluaran", str(tmp_path / "t.csv"), "--json")
    assert json.loads(capsys.readouterr().out) == {"berkas": str(tmp_path / "t.csv"), "baris": 2, "total": 3_300_000}


@pytest.mark.parametrize(("apa", "akhiran"), [("kwitansi", "xlsx"), ("daftar", "pdf"), ("uang", "txt")])
def test_another_suffix_is_refused(
    nomor: str, tmp_path: Path, apa: str, akhiran: str, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / f"keluar.{akhiran}"
    assert jalan(tmp_path, "cetak", apa, nomor, "--keluaran", str(berkas)) != 0
    assert "berakhiran" in capsys.readouterr().err
    assert not berkas.exists()
