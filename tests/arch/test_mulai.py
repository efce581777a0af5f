"""The window starts with QtCore, QtGui, QtWidgets and sqlite3 only; the rest is loaded when first used.

SLOW is what the first paint does without so that it comes sooner (keputusan/0014).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.storage import users
from tests.arch.mulai import EVERY_EVENT, NAMES_OF_QT, READ_HINTS
from tests.kota import CityThread

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "requests", "urllib3", "reportlab", "sqlite_utils", "numpy", "keyring", "openpyxl", "pydantic", "cryptography",
    "sqlalchemy", "fastapi", "uvicorn", "python_calamine", "PIL", "pypdfium2",
    "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtNetwork",
)  # fmt: skip
SLOW = (
    NAMES_OF_QT, EVERY_EVENT, "dataclasses", "hashlib", "inspect", "argparse", "logging", "ui.kit.table",
    "ui.kit.crash_dialog", "sipokat_desktop.storage.dangling", "sipokat_desktop.modules.insentif.daftar",
    "tempfile", "textwrap", "traceback", "bz2", "lzma",
    "shibokensupport.signature.parser", "shibokensupport.signature.lib.pyi_generator",
)  # fmt: skip
PARTS = 3
"""What a module of the program may load of itself beside its manifest before the first paint."""


def _started_with(folder: Path, *spoilers: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.arch.mulai", str(folder), *spoilers],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return set(found)


@pytest.fixture
def folder(city: CityThread, office: Callable[[str], Office], tmp_path: Path) -> Path:
    """The data of an enrolled office that has synced once and has one user, as on an ordinary morning."""
    pc = office("kantor")
    city.set_tarif()
    pc.enrol(server=city.url, code=city.invite("16.73.01.1003"), name="Ani")
    pc.sync()
    users.add(pc.store, name="Ani")
    pc.close()
    return tmp_path / "kantor"


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_start_of_the_window_imports_nothing_heavy(folder: Path) -> None:
    modules = _started_with(folder)
    assert not modules & {"ui.shell.wizard", "ui.shell.login"}, "the window did not open its first page"
    loaded = sorted(name for name in HEAVY if name in modules)
    assert not loaded, f"import these inside the function that first needs them: {', '.join(loaded)}"


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_first_paint_does_without_what_is_slow(folder: Path) -> None:
    modules = _started_with(folder)
    touched = [name for name in SLOW if name in modules]
    assert not touched, f"the first paint waits for {', '.join(touched)}: see ui.kit.ink and keputusan/0014"
    read = [name for name in modules if name.startswith(READ_HINTS)]
    assert not read, f"take NamedTuple from kernel.values (keputusan/0013): {', '.join(read)}"
    parts = Counter(".".join(name.split(".")[:3]) for name in modules if name.count(".") > 2 and ".modules." in name)
    assert max(parts.values()) <= PARTS, f"import what a start does not need where it is needed: {parts}"


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_heavy_and_slow_imports_would_be_noticed(folder: Path) -> None:
    plain = [name for name in SLOW if not name.startswith("shibokensupport")]
    modules = _started_with(folder, "requests", *plain)
    assert {"requests", *SLOW} <= modules
    assert f"{READ_HINTS} sipokat_desktop.modules.insentif.daftar.Daftar" in modules
