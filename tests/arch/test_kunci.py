"""The lock files: every package pinned with hashes, no host named, the server's set without Qt."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

LOCK = Path(__file__).resolve().parents[2] / "resources/packaging"
FILES = ("kantor.txt", "pusat.txt", "qt_rusak.txt", "uji.txt")
PIN = re.compile(r"([a-z0-9-]+)==([^ ]+)(?: ; (.+?))? \\")


def _pins(name: str) -> set[tuple[str, str, str]]:
    text = (LOCK / name).read_text(encoding="utf-8")
    return {(m[1], m[2], m[3] or "") for m in PIN.finditer(text)}


@pytest.mark.parametrize("name", FILES)
def test_lock_file_holds_only_pins_and_hashes(name: str) -> None:
    for line in (LOCK / name).read_text(encoding="utf-8").splitlines():
        allowed = re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line) or PIN.fullmatch(line)
        assert allowed, f"{name}: {line!r} — write it anew: make kunci"


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_a_hash(name: str) -> None:
    lines = (LOCK / name).read_text(encoding="utf-8").splitlines()
    assert all("--hash" in after for line, after in pairwise(lines) if PIN.fullmatch(line))


def test_server_is_locked_without_qt() -> None:
    """Its pages print the papers and its offices sync with themselves (keputusan/0043), but there is no window."""
    names = {name for name, _, _ in _pins("pusat.txt")}
    assert not {n for n in names if n.startswith(("pyside6", "shiboken6"))} | names & {"keyring", "python-calamine"}
    assert {"reportlab", "requests", "alembic", "argon2-cffi"} <= names
    assert {"fastapi", "uvicorn", "sqlalchemy", "psycopg"} <= names


@pytest.mark.parametrize("name", ["kantor.txt", "pusat.txt"])
def test_versions_are_the_tested_ones(name: str) -> None:
    versions = {(package, version) for package, version, _ in _pins(name)}
    assert versions <= {(package, version) for package, version, _ in _pins("uji.txt")}


def test_python_3_11_gets_a_qt_that_does_not_abort() -> None:
    qt = {marker: version for name, version, marker in _pins("uji.txt") if name == "pyside6-essentials"}
    assert qt["python_full_version < '3.12'"].startswith("6.11.")
    assert not qt["python_full_version >= '3.12'"].startswith("6.11.")
