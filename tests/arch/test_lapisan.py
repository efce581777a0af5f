"""Who may import whom: the contracts of pyproject.toml hold, cover everything, and notice what they forbid."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.registry import MODULES

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
PACKAGES = CONFIG["importlinter"]["root_packages"]
NOT_SHIPPED = {"tests"}

PLANTED = {
    "sipokat_desktop/kernel/a_uji.py": ("import sipokat_desktop.storage.store", "lantai-inti rumah"),
    "sipokat_desktop/baru/__init__.py": ("", "lantai-inti"),
    "sipokat_desktop/modules/baru/__init__.py": ("", "lantai-modul"),
    "sipokat_desktop/modules/rt/a_uji.py": ("import sipokat_desktop.modules.insentif.rules", "lantai-modul"),
    "sipokat_desktop/modules/rt/b_uji.py": ("import sqlite_utils", "sqlite-utils"),
    "sipokat_desktop/modules/rt/c_uji.py": ("import reportlab.pdfgen", "reportlab"),
    "sipokat_desktop/storage/a_uji.py": ("import PySide6.QtCore", "qt"),
    "sipokat_desktop/storage/b_uji.py": ("import python_calamine", "calamine"),
    "sipokat_desktop/storage/e_uji.py": ("import xlsxwriter", "xlsxwriter"),
    "sipokat_desktop/storage/f_uji.py": ("import PIL.Image", "pillow"),
    "ui/baru/__init__.py": ("", "lantai-ui"),
    "ui/kit/a_uji.py": ("import ui.modules.rt", "lantai-ui nama-halaman"),
    "ui/kit/b_uji.py": ("import requests", "requests"),
    "ui/shell/a_uji.py": ("import sipokat_desktop.modules.rt", "nama-modul"),
    "ui/modules/rt/a_uji.py": ("import ui.modules.insentif", "lantai-halaman"),
    "sync/baru.py": ("", "lantai-sync"),
    "sync/client/a_uji.py": ("import sync.server.push", "lantai-sync rumah tanpa-server"),
    "sync/client/b_uji.py": ("import sqlalchemy", "server"),
    "sync/server/a_uji.py": ("import structlog", "catatan-pusat"),
    "sync/web/kit/a_uji.py": ("import sync.web.registry", "lantai-web"),
    "sync/web/modules/rt/a_uji.py": ("import sync.web.modules.insentif", "halaman-web"),
    "sync/server/b_uji.py": ("import boto3", "s3"),
    "sync/client/c_uji.py": ("import keyring", "sandi-data"),
    "sync/client/d_uji.py": ("import tuf.api.metadata", "tuf"),
    "sync/server/c_uji.py": ("import argon2", "argon2"),
    "sipokat_desktop/storage/argon_uji.py": ("import argon2", "argon2"),
    "sync/server/d_uji.py": ("import jinja2", "jinja2"),
    "sync/web/kit/b_uji.py": ("import segno", "segno"),
    "sync/web/kit/c_uji.py": ("import alembic", "alembic"),
}


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(program), "--no-logo", "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )


def _broken(output: str) -> set[str]:
    names = {contract["name"]: contract["id"] for contract in CONFIG["importlinter"]["contracts"]}
    return {names[m[1]] for m in re.finditer(r"^(.+?) BROKEN", output, re.MULTILINE)}


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""


def test_contracts_hold() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_every_top_level_package_is_declared() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} - NOT_SHIPPED
    assert folders == set(PACKAGES), "declare the package in [tool.importlinter] root_packages"
    assert folders == set(CONFIG["hatch"]["build"]["targets"]["wheel"]["packages"]), "and in the wheel's packages"


def test_every_module_and_page_has_its_floor() -> None:
    """import-linter sees a folder only when it has an ``__init__.py``."""
    for parent in ("sipokat_desktop", "sipokat_desktop/modules", "ui", "ui/modules", "sync"):
        for folder in (ROOT / parent).iterdir():
            if folder.is_dir() and any(folder.glob("*.py")):
                assert (folder / "__init__.py").exists(), f"add {folder.relative_to(ROOT)}/__init__.py"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The contracts that break in a copy of the house in which every rule is violated once."""
    root = tmp_path_factory.mktemp("rumah")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__", "*.ttf"))
    shutil.copy(ROOT / "pyproject.toml", root)
    for name, (text, _) in PLANTED.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(f"{text}\n", encoding="utf-8")
    return _broken(_lint(root).stdout)


@pytest.mark.parametrize("contract", sorted({c for _, contracts in PLANTED.values() for c in contracts.split()}))
def test_violation_is_noticed(contract: str, planted: set[str]) -> None:
    assert contract in planted


def test_every_contract_has_a_known_violation_and_a_remedy() -> None:
    tried = {contract for _, contracts in PLANTED.values() for contract in contracts.split()}
    assert tried == {contract["id"] for contract in CONFIG["importlinter"]["contracts"]}
    assert all(contract["broken_contract_guidance"] for contract in CONFIG["importlinter"]["contracts"])


@pytest.mark.parametrize("file", sorted((ROOT / "sipokat_desktop/kernel").glob("*.py")), ids=lambda file: file.stem)
def test_kernel_is_standard_library_only(file: Path) -> None:
    foreign = {name.split(".")[0] for name in _imports(file)} - sys.stdlib_module_names
    assert foreign <= {"sipokat_desktop", "resources"}, "the kernel is the standard library only: move this to storage"


@pytest.mark.parametrize("package", ["sync", "sipokat_desktop/storage", "sipokat_desktop/printing"])
def test_no_table_of_a_module_is_named_below_the_modules(package: str) -> None:
    """What sync and storage know of a module they read from its manifest."""
    tables = {table.name for module in MODULES for table in module.tables if module.name != "inti"}
    for file in (ROOT / package).rglob("*.py"):
        words = set(re.findall(r"\w+", file.read_text(encoding="utf-8")))
        assert not words & tables, f"{file.relative_to(ROOT)}: read the manifest instead of naming {words & tables}"
