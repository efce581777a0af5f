"""Style that no other tool checks; every message says what to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("sipokat_desktop", "ui", "sync", "resources")
FILES = sorted(path for top in (*SHIPPED, "tests") for path in (ROOT / top).rglob("*.py"))
WRITTEN = {".py", ".md", ".txt", ".sh", ".toml", ".service", ".csv", ".ts", ".json", ""}
TEXTS = [ROOT / name for name in ("README.md", "Makefile", "pyproject.toml")] + sorted(
    path
    for top in (*SHIPPED, "tests", "keputusan", ".ci")
    for path in (ROOT / top).rglob("*")
    if path.suffix in WRITTEN and path.is_file()
)
SPEAKING = (
    *(ROOT / "sipokat_desktop/modules").iterdir(),
    *(ROOT / "ui/modules").iterdir(),
    *(ROOT / name for name in ("ui/kit", "ui/shell", "sipokat_desktop/printing", "sync/client")),
)
MAX_FILE, MAX_FUNCTION, MAX_CLASS = 300, 40, 250
UNFINISHED = re.compile(r"#.*\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(
    r"""(?<![\w.$}~/])/(wo""" r"""rk|ro""" r"""ot|ho""" r"""me|Us""" r"""ers|o""" r"""pt)/\w|[A-Z]:\\\\?Users"""
)
REGISTRY = re.compile(r"(pypi|pythonhosted|npmjs|deb\.debian)\." r"(org|com)", re.IGNORECASE)
OUTPUT = {"print", "debug", "info", "warning", "error", "exception", "critical"}


class Facts(NamedTuple):
    """What the tests ask of one file. Its tree is not kept: all trees together fill half a gigabyte."""

    duty: str
    functions: list[tuple[int, str, int]]
    classes: list[tuple[int, str, int]]
    """Line, name, own length."""
    swallows: list[int]
    shows_nik: list[int]
    """Lines."""


@cache
def _facts() -> dict[Path, Facts]:
    return {file: _read(ast.parse(file.read_text(encoding="utf-8"))) for file in FILES}


def _read(tree: ast.Module) -> Facts:
    found = Facts((ast.get_docstring(tree) or "").strip(), [], [], [], [])
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                found.functions.append((node.lineno, node.name, _own_length(node)))
            case ast.ClassDef():
                found.classes.append((node.lineno, node.name, _own_length(node)))
            case ast.ExceptHandler() if _swallows(node):
                found.swallows.append(node.lineno)
            case ast.Call() if _shows_nik(node):
                found.shows_nik.append(node.lineno)
    return found


def _own_length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines of a function or class without the functions defined inside a function."""
    length = (node.end_lineno or 0) - node.lineno + 1
    if isinstance(node, ast.ClassDef):
        return length
    inner = (n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return length - sum((n.end_lineno or 0) - n.lineno + 1 for n in inner)


def _swallows(node: ast.ExceptHandler) -> bool:
    broad = isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
    silent = all(isinstance(inner, ast.Pass | ast.Continue) for inner in node.body)
    return node.type is None or (broad and silent)


def _shows_nik(node: ast.Call) -> bool:
    called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if called not in OUTPUT:
        return False
    words = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    words |= {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
    return any("nik" in word.lower().split("_") for word in words) and "samarkan" not in words


def test_what_is_forbidden_is_noticed() -> None:
    facts = _read(ast.parse("""try: pass
except Exception: pass
print(orang.nik, nik.samarkan)
print(orang.nik)
def luar():
    def dalam():
        return 1
    return dalam
class Besar:
    pass
"""))  # fmt: skip
    assert facts == Facts("", [(5, "luar", 2), (6, "dalam", 2)], [(9, "Besar", 2)], [2], [4])


def _place(file: Path, line: int) -> str:
    return f"{file.relative_to(ROOT)}:{line}"


def _lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{_place(file, number)}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def _fail_on(found: list[str], remedy: str) -> None:
    if found:
        pytest.fail(remedy + "\n" + "\n".join(found))


def test_files_are_short() -> None:
    counts = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    long = [f"{file.relative_to(ROOT)}: {count}" for file, count in counts.items() if count > MAX_FILE]
    _fail_on(long, f"A file over {MAX_FILE} lines has two duties: split it.")


def _long(limit: int, defined: Callable[[Facts], list[tuple[int, str, int]]]) -> list[str]:
    """A migration is one step and frozen once released: schema files may be long."""
    return [
        f"{_place(file, line)} {name}: {length}"
        for file, facts in _facts().items()
        for line, name, length in defined(facts)
        if length > limit and not file.stem.endswith("schema")
    ]


def test_functions_are_short() -> None:
    found = _long(MAX_FUNCTION, lambda facts: facts.functions)
    _fail_on(found, f"A function over {MAX_FUNCTION} lines does several things: give each a name.")


def test_classes_are_short() -> None:
    found = _long(MAX_CLASS, lambda facts: facts.classes)
    _fail_on(found, f"A class over {MAX_CLASS} lines: move a part into a class of its own.")


def test_every_file_says_its_duty_in_its_first_line() -> None:
    found = [str(file.relative_to(ROOT)) for file, facts in _facts().items() if not facts.duty]
    _fail_on(found, "Begin the file with a docstring: one line, the duty.")


def test_nothing_is_left_for_later() -> None:
    _fail_on(_lines_with(UNFINISHED, FILES), "Do it now, or open an issue and delete the remark.")


def test_no_failure_is_swallowed() -> None:
    found = [_place(file, line) for file, facts in _facts().items() for line in facts.swallows]
    _fail_on(found, "Name the exception, and say what happened: Gangguan for the environment, a crash for a bug.")


def test_no_path_of_one_machine() -> None:
    _fail_on(_lines_with(MACHINE_PATH, TEXTS), "Use a path relative to the file, a setting, or tmp_path.")


def test_no_registry_is_named() -> None:
    _fail_on(_lines_with(REGISTRY, TEXTS), "Which registry is used is the business of each machine's settings.")


def test_nik_is_never_printed_or_logged() -> None:
    shipped = ((file, facts) for file, facts in _facts().items() if not file.is_relative_to(ROOT / "tests"))
    found = [_place(file, line) for file, facts in shipped for line in facts.shows_nik]
    _fail_on(found, "A NIK belongs on the screen and on paper only; where it must be told apart use nik.samarkan.")


@pytest.mark.parametrize(
    "folder", [f for f in SPEAKING if f.is_dir() and f.name != "__pycache__"], ids=lambda f: f"{f.parent.name}-{f.name}"
)
def test_what_people_read_is_in_a_text_file(folder: Path) -> None:
    assert (folder / "text.py").exists(), f"put the sentences of {folder.relative_to(ROOT)} into its text.py"
