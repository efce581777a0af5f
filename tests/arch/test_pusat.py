"""The city server works in a venv of its own, made from pusat.txt: no Qt, nothing that reads spreadsheets."""

from __future__ import annotations

import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.kota import free_port

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".siap/pusat/bin"
ABSENT = ("PySide6", "shiboken6", "python_calamine", "pytest")
START_S = 30


@pytest.fixture(autouse=True)
def _prepared() -> None:
    if not (BIN / "sipokat-pusat").exists():
        pytest.fail("venv .siap/pusat belum dibuat. Jalankan: bash .ci/siapkan uji")


def _python(code: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(BIN / "python"), "-c", code], cwd=cwd, capture_output=True, text=True, check=False)


@contextmanager
def _serving(db: str, folder: Path) -> Iterator[str]:
    port = free_port()
    with (folder / "log").open("wb") as log:
        command = [str(BIN / "sipokat-pusat"), "jalankan", "--db", db, "--alamat", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _health(url: str) -> str:
    end = time.monotonic() + START_S
    while True:
        try:
            with urllib.request.urlopen(f"{url}/sehat", timeout=5) as answer:
                return str(answer.read().decode())
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


@pytest.mark.parametrize("name", ABSENT)
def test_server_venv_is_without(name: str, tmp_path: Path) -> None:
    done = _python(f"import {name}", tmp_path)
    assert f"No module named '{name}'" in done.stderr, f"take {name} out of the extra 'pusat', then: make kunci"


def test_server_application_is_importable(tmp_path: Path) -> None:
    done = _python("import sync.server.app, sync.pusat.cli", tmp_path)
    assert done.returncode == 0, f"import it inside the function that needs it, or add it to 'pusat':\n{done.stderr}"


def test_trial_server_sets_a_tariff_invites_and_answers(city_url: str, tmp_path: Path) -> None:
    """On SQLite and on PostgreSQL, as README tells an administrator to do it."""
    for words in (
        ("siapkan",),
        ("tarif", "set", "--jumlah", "550000", "--mulai", "2026-01"),
        ("kantor", "undang", "16.73.01.1003", "--keluaran", str(tmp_path / "undangan.json")),
    ):
        done = subprocess.run(
            [str(BIN / "sipokat-pusat"), *words, "--db", city_url],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    with _serving(city_url, tmp_path) as url:
        assert "Sipokat Pusat berjalan" in _health(url)
