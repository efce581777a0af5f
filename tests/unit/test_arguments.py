"""Only the commands that the words typed can mean are built; what is said is what the whole tree would say."""

from __future__ import annotations

import argparse

import pytest

from sipokat_desktop import cli
from sipokat_desktop.kernel.arguments import Parser, Words, meant
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.registry import MODULES

SEMUA: list[Words] = [
    *(words for words, *_ in cli._COMMANDS),
    *(command.words for module in MODULES for command in module.commands()),
]
SALAH = (
    ("insentif", "salah"), ("salah",), ("salah", "rt", "daftar"), ("--salah", "rt", "daftar"), ("--data",), ("rt",),
    ("rt", "daftar", "--salah"), ("insentif", "cetak"), ("--data", "rt", "salah"), ("--json", "bimtek", "x"),
)  # fmt: skip


def kata(parser: Parser, typed: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    """Return the complaint or the help that these words get."""
    try:
        parser.parse_args(list(typed), argparse.Namespace(data=None, json=False))
    except InputSalah as exc:
        return exc.pesan
    except SystemExit:
        return capsys.readouterr().out
    return ""


@pytest.mark.parametrize("typed", [*SALAH, *((*awal, "--bantuan") for awal in ((), ("insentif",), ("bimtek",)))])
def test_wrong_words_and_help_say_the_same(typed: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert kata(cli._parser(typed), typed, capsys) == kata(cli._parser(()), typed, capsys)


def test_every_command_is_built_when_it_is_typed_and_few_others() -> None:
    for words in SEMUA:
        for awal in ((), ("--json",), ("--data", "rt"), ("--data=rt", "--json")):
            dibangun = meant((*awal, *words, "--kelurahan", "rt"), SEMUA, flags=("--json",), valued="--data")
            assert words in dibangun
            assert all(satu[: len(words)] == words or words[: len(satu)] == satu for satu in dibangun)
    assert meant((), SEMUA, flags=("--json",), valued="--data") == set(SEMUA)
