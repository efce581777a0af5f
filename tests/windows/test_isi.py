"""What goes into the bundle, and the texts it is built from; needs neither Wine nor a download."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from resources.packaging.windows import bangun, isi, sbom, susun

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [str(name) for name in isi.of_program(ROOT)]


def test_program_comes_without_the_citys_rooms() -> None:
    assert not [name for name in PROGRAM if name.startswith(isi.SERVER_ONLY)]
    assert not [name for name in PROGRAM if "__pycache__" in name or name.startswith("tests")]


def test_program_comes_whole() -> None:
    needed = {"sipokat_desktop/__main__.py", "ui/shell/window.py", "sync/client/session.py", "sync/protocol.py"}
    needed |= {"resources/fonts/NotoSans-Regular.ttf", "resources/i18n/qt_id.qm", "resources/referensi/wilayah.csv"}
    assert needed <= set(PROGRAM)


def test_every_qt_module_the_window_imports_is_shipped() -> None:
    found = {
        name
        for file in (ROOT / "ui").rglob("*.py")
        for name in re.findall(r"^\s*from PySide6\.(\w+) import", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert found <= set(isi.QT)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/qml/QtQuick/qmldir", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qoffscreen.dll", False),
        ("pip/__init__.py", False),
        ("pip-26.3.dist-info/METADATA", False),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/RECORD", False),
        ("_cffi_backend.cp313-win_amd64.pyd", True),
        ("rapidfuzz/fuzz.pyi", False),
        ("PIL/_imaging.cp313-win_amd64.pyd", True),
        ("PIL/_avif.cp313-win_amd64.pyd", False),
        ("sqlcipher3/_sqlite3.cp313-win_amd64.pyd", True),
    ],
)
def test_wheels_are_trimmed(name: str, *, wanted: bool) -> None:
    assert isi.wanted(name) is wanted


def test_licences_travel_and_the_commercial_one_does_not() -> None:
    assert isi.is_licence("requests-2.34.2.dist-info/licenses/LICENSE")
    assert not isi.is_licence("shiboken6-6.12.0.dist-info/licenses/LicenseRef-Qt-Commercial.txt")
    assert not isi.is_licence("pip-26.3.dist-info/licenses/LICENSE.txt")


def test_file_commands_do_not_depend_on_the_order_of_the_disk() -> None:
    files = ["versi/1/b.txt", "Sipokat.exe", "versi/1/a.txt", "versi/1/x/c.txt"]
    assert bangun.file_commands(files) == bangun.file_commands(files[::-1])
    assert bangun.file_commands(files).splitlines() == [
        'SetOutPath "$INSTDIR"', 'File "${ISI}/Sipokat.exe"',
        'SetOutPath "$INSTDIR\\versi\\1"', 'File "${ISI}/versi/1/a.txt"', 'File "${ISI}/versi/1/b.txt"',
        'SetOutPath "$INSTDIR\\versi\\1\\x"', 'File "${ISI}/versi/1/x/c.txt"',
    ]  # fmt: skip


@pytest.mark.parametrize(("version", "numbers"), [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0"), ("1.2.3rc4", "1.2.3.4")])
def test_windows_gets_four_numbers(version: str, numbers: str) -> None:
    assert bangun.numbers_of(version) == numbers


def test_a_python_with_other_contents_is_not_shipped(tmp_path: Path) -> None:
    other = tmp_path / "python.zip"
    other.write_bytes(b"lain")
    with pytest.raises(SystemExit, match="bukan CPython yang disepakati"):
        susun.embedded_python(other)


def test_list_of_parts_is_the_same_for_the_same_parts() -> None:
    parts = [sbom.Part("requests", "2.34.2", "Apache-2.0"), sbom.Part("CPython", "3.13.2", "PSF-2.0")]
    text = sbom.cyclonedx("0.1.0", parts, "a" * 64)
    assert text == sbom.cyclonedx("0.1.0", parts, "a" * 64) != sbom.cyclonedx("0.1.1", parts, "a" * 64)
    read = json.loads(text)
    assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
    assert [one["purl"] for one in read["components"]] == ["pkg:pypi/requests@2.34.2", "pkg:generic/cpython@3.13.2"]


def test_build_writes_version_and_time_into_its_copy(tmp_path: Path) -> None:
    file = tmp_path / "__init__.py"
    file.write_bytes((ROOT / "sipokat_desktop/__init__.py").read_bytes())
    susun.mark(file, "9.8.7", 1_800_000_000)
    found: dict[str, object] = {}
    exec(compile(file.read_text(encoding="utf-8"), file.name, "exec"), found)
    assert (found["__version__"], found["BUILT_MS"]) == ("9.8.7", 1_800_000_000_000)
    file.write_text("", encoding="utf-8")
    with pytest.raises(SystemExit, match="__version__ tidak ditemukan"):
        susun.mark(file, "9.8.7", 1)


def test_tools_are_no_packages_for_python() -> None:
    text = sbom.cyclonedx("0.1.0", [sbom.Part("mingw-w64", "10.0.0", "ZPL-2.1")], "a" * 64)
    assert json.loads(text)["components"][0]["purl"] == "pkg:generic/mingw-w64@10.0.0"


def test_setup_keeps_the_data_unless_told() -> None:
    text = (ROOT / "resources/packaging/windows/pasang.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in text
    removing = [line.strip() for line in text.splitlines() if line.strip().startswith("RMDir /r")]
    assert removing == [
        'RMDir /r "$INSTDIR\\versi"', 'RMDir /r "$LOCALAPPDATA\\Sipokat"', 'RMDir /r "$LOCALAPPDATA\\Sipokat"'
    ]  # fmt: skip
    assert "/SD IDNO" in text
