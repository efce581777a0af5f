"""kill −9 at points spread over a whole day: what was said to be saved is there, whole, and backups are whole."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import sealed
from tests.anak import Anak
from tests.e2e.test_kill import Janji
from tests.fault import hari
from tests.unit import kantor

KALI = int(os.environ.get("SIPOKAT_GANGGUAN", "40"))
"""Points of the day; the campaign of `make test-gangguan` takes 1,000."""
BENIH = 11


def sehari(folder: Path, titik: int, cara: str = "") -> tuple[Janji, list[Path], int]:
    """Let a day run to its end or to the point where it is cut; return what was promised, backups, and the points."""
    ucapan = folder.with_name("ucapan.jsonl")
    ucapan.unlink(missing_ok=True)
    proses = Anak(hari.main, folder, BENIH, titik, cara, kata=ucapan)
    proses.wait(120)
    janji, cadangan, langkah = Janji(), list[Path](), 0
    for baris in ucapan.read_text(encoding="utf-8").splitlines():
        isi = json.loads(baris)
        janji.catat(baris)
        cadangan += [Path(isi["cadangan"])] if "cadangan" in isi else []
        langkah = isi.get("langkah", langkah)
    return janji, cadangan, langkah


def periksa(folder: Path, janji: Janji, cadangan: list[Path]) -> list[str]:
    """Return what is not as it was promised."""
    office = Office(folder)
    try:
        salah = janji.hilang(office)
        salah += [f.kalimat for f in office.check() if f.name in ("berkas", "rantai") and not f.ok]
        salah += [] if kantor.satu_kesatuan(office.store) else ["an op without its history"]
        for satu in cadangan:
            sealed.read(satu)
        rt.tambah(office.store, kantor.KELURAHAN, kantor.isian(900))
        return salah
    finally:
        office.close()


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office in the morning."""
    folder = tmp_path_factory.mktemp("pagi") / "data"
    hari.siapkan(folder)
    return folder


def test_a_day_cut_anywhere_keeps_what_it_promised(asal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(asal, folder)
    utuh, cadangan, langkah = sehari(folder, 0)
    assert len(cadangan) == hari.ACTS // hari.BACKUP_EVERY
    assert not periksa(folder, utuh, cadangan)
    assert langkah > KALI
    janji_semua = 0
    for ke in range(KALI):
        shutil.rmtree(folder)
        shutil.copytree(asal, folder)
        janji, cadangan, selesai = sehari(folder, 1 + ke * langkah // KALI)
        assert not selesai, "it was cut"
        assert not periksa(folder, janji, cadangan), f"point {ke}"
        janji_semua += len(janji.acts)
    assert janji_semua > KALI
    print(f"{KALI} cuts over {langkah} points, {janji_semua} promises, 0 lost")


def test_known_bad_a_promise_before_its_commit_is_noticed(asal: Path, tmp_path: Path) -> None:
    for titik in range(400, 2000, 37):
        folder = tmp_path / "data"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(asal, folder)
        janji, _, _ = sehari(folder, titik, "buruk")
        office = Office(folder)
        hilang = janji.hilang(office)
        office.close()
        if hilang:
            return
    pytest.fail("the harness did not notice promises that were never kept")
