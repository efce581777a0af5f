"""The report of a problem holds nothing that somebody typed."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from sipokat_desktop import cli, problem_report
from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import users
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN
from ui.kit import crash

NAMA = ("Zulkarnain Prasetyabudi", "Wahyuningtyas")
ANGKA = ("1673010101700001", "081373998877", "0812-7733-4455", "7.250.431", "7250431", "445566778899")
KATA = ("Jalan Kelapa Gading", "rahasia-ketik", "10.9.8.7")


def _salah(folder: Path) -> None:
    """A log of faults in which personal data stands in every place that Python gives it."""
    for kata in (*NAMA, *ANGKA, *KATA):
        try:
            raise ValueError(f"baris {kata} tidak dikenal\n{kata}\nOperationalError {kata}: x")
        except ValueError as exc:
            isi = crash.rincian(exc, datetime(2026, 11, 22, 9, 0))
        log = folder / problem_report.LOG
        log.parent.mkdir(exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f'{isi}\n{kata}\n  File "C:\\{kata}\\a.py", line 3, in x\n    simpan("{kata}")\n')


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path / "data")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name=NAMA[0])
    office.store.user = NAMA[0]
    isian = kantor.isian(1, nama=NAMA[1], nik=ANGKA[0], hp=ANGKA[1], alamat=KATA[0])
    rt.tambah(office.store, KELURAHAN, isian)
    kantor.tarif(office.store, 7_250_431)
    _salah(office.store.folder)
    return office


def _isi(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as arsip:
        return {name: arsip.read(name).decode() for name in arsip.namelist()}


def test_nothing_that_was_typed_is_in_the_report(office: Office, tmp_path: Path) -> None:
    office.report_problem(tmp_path / "a.zip")
    semua = "".join(_isi(tmp_path / "a.zip").values())
    for kata in (*NAMA, *ANGKA, *KATA):
        assert kata not in semua
        assert kata.split()[0] not in semua
    log = (office.store.folder / problem_report.LOG).read_text(encoding="utf-8")
    assert all(kata in log for kata in (*NAMA, *KATA)), "the control: the log itself does hold it"
    office.close()


def test_the_report_tells_what_helps(office: Office, tmp_path: Path) -> None:
    office.report_problem(tmp_path / "a.zip")
    isi = _isi(tmp_path / "a.zip")
    keadaan = json.loads(isi["keadaan.json"])
    assert keadaan["baris"]["rt_jabatan"] == 1
    assert keadaan["belum_terkirim"] == office.status().waiting
    assert keadaan["pemeriksaan"]["berkas"] is True
    assert keadaan["kantor"] == KELURAHAN
    assert "2026-11-22 09.00.00" in isi["kesalahan.txt"]
    assert "test_laporan_masalah.py:" in isi["kesalahan.txt"]
    assert "ValueError" in isi["kesalahan.txt"]
    office.close()


def test_the_command_writes_it(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = office.store.folder
    office.close()
    assert cli.main(["--data", str(folder), "laporkan-masalah", str(tmp_path / "b.zip")]) == 0
    assert "tanpa data orang" in capsys.readouterr().out
    assert set(_isi(tmp_path / "b.zip")) == {"keadaan.json", "kesalahan.txt"}
    assert cli.main(["--data", str(folder), "laporkan-masalah", str(tmp_path / "tidak-ada" / "b.zip")]) == 1
