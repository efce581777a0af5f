"""The real AT-SPI bus, as a screen reader of Linux reads it, says what the program says of itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import cetakan
from tests.ui import contoh_semua

BUS = Path(__file__).with_name("bus.py")
AKAR = BUS.parents[2]
PYTHON = "/usr/bin/python3"
"""The system's, with python3-pyatspi (`.ci/siapkan uji`)."""
PALING_LAMA_S = 120


@pytest.fixture
def layar_x() -> Iterator[str]:
    """An X server of this test's own."""
    baca, tulis = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tulis), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(tulis,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(tulis)
    try:
        with os.fdopen(baca) as pipa:
            yield f":{pipa.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def test_the_bus_says_what_the_program_says(tmp_path: Path, layar_x: str) -> None:
    cetakan.tuang(tmp_path / "kantor", contoh_semua.siapkan)
    berkas = tmp_path / "isi.json"
    program = [sys.executable, "-m", "tests.ui.panggung_bus", str(tmp_path / "kantor"), str(berkas)]
    suasana = os.environ | {
        "DISPLAY": layar_x, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONPATH": str(AKAR),
    }  # fmt: skip
    selesai = subprocess.run(
        ["dbus-run-session", "--", PYTHON, str(BUS), str(berkas), *program],
        env=suasana, cwd=AKAR, capture_output=True, text=True, timeout=PALING_LAMA_S, check=False,
    )  # fmt: skip
    assert selesai.returncode == 0, selesai.stderr[-2000:]
    bus = [json.loads(baris) for baris in selesai.stdout.splitlines() if baris.startswith("[")]
    terdengar = {(kata, keterangan) for _, nama, keterangan, label, _ in bus for kata in (nama, label)}
    diharap = {(nama, keterangan) for nama, keterangan in json.loads(berkas.read_text(encoding="utf-8"))}
    assert len(diharap) > 20
    assert not diharap - terdengar
    assert ("NIK", "NIK harus 16 angka. Yang diketik 4 angka.") in terdengar
    peran = {nama: jenis for jenis, nama, *_ in bus}
    assert peran["Simpan"] in ("push button", "button")
    tabel = [satu for satu in bus if satu[0] == "table cell" and satu[1] == "Ernawati"]
    assert tabel
    assert tabel[0][2].startswith("RT: RT 01; Nama: Ernawati; ")
    assert [satu for satu in bus if satu[4] and not (satu[1] or satu[3]) and satu[0] != "table cell"] == []
