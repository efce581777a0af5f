"""What an administrator installs fits the program: every command that a unit or the README names is understood."""

from __future__ import annotations

import configparser
import re
import shlex
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sync.pusat import cli, config, text

FOLDER = Path(__file__).resolve().parents[2] / "resources/packaging/pusat"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
UNITS = sorted([*FOLDER.glob("*.service"), *FOLDER.glob("*.timer")])


def _understood(words: list[str]) -> None:
    try:
        cli._parser().parse_args(words)
    except InputSalah as exc:
        pytest.fail(f"{words}: {exc.pesan}")


def _unit(file: Path) -> configparser.ConfigParser:
    found = configparser.ConfigParser(strict=False, interpolation=None)
    found.optionxform = str  # type: ignore[assignment, method-assign]
    found.read(file, encoding="utf-8")
    return found


def test_units_run_commands_that_exist_as_a_user_without_rights() -> None:
    for file in UNITS:
        unit = _unit(file)
        if file.suffix == ".timer":
            assert file.with_suffix(".service") in UNITS
            assert unit["Timer"]["Persistent"] == "true"
            continue
        service = unit["Service"]
        _understood(shlex.split(service["ExecStart"])[1:])
        assert (service["User"], service["NoNewPrivileges"], service["ProtectSystem"]) == ("sipokat", "yes", "strict")
        assert f"{config.FILE}={config.USUAL}" in file.read_text(encoding="utf-8")


def test_server_is_given_longer_to_end_than_it_gives_its_requests() -> None:
    service = _unit(FOLDER / "sipokat-pusat.service")["Service"]
    assert int(service["TimeoutStopSec"]) > config.Config().batas.berhenti_detik + 10


def test_readme_names_commands_and_files_that_exist() -> None:
    told = set(re.findall(r"(?:`|-- |^ *)sipokat-pusat ([a-z][^`\n]*)", README, flags=re.MULTILINE))
    assert len(told) > 7
    for command in told - {"pulihkan", "cadangan"}:
        _understood(shlex.split(command, comments=True))
    for name in re.findall(r"resources/packaging/([\w./-]+\w)", README):
        assert (FOLDER.parent / name).exists() or "*" in name, name
    for name in re.findall(r"^\| `([\w.-]+)`", README, flags=re.MULTILINE)[:3]:
        assert (FOLDER / name).exists(), name


def test_servers_in_front_hide_what_is_for_this_machine_and_overwrite_the_address() -> None:
    for name in ("Caddyfile", "nginx.conf"):
        shown = (FOLDER / name).read_text(encoding="utf-8")
        assert all(path in shown for path in ("metrik", "siap", "hidup")), name
    assert "header_up X-Forwarded-For {remote_host}" in (FOLDER / "Caddyfile").read_text(encoding="utf-8")
    behind = (FOLDER / "sipokat-ke-belakang.conf").read_text(encoding="utf-8")
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in behind


def test_sentences_for_administrators_are_indonesian() -> None:
    sentences = [value for name, value in vars(text).items() if name.isupper() and isinstance(value, str)]
    english = re.compile(r"\b(error|failed|file not|invalid|please|server is|unknown)\b", re.IGNORECASE)
    assert len(sentences) > 50
    assert [one for one in sentences if english.search(one)] == []
