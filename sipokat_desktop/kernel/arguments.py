"""Command lines in Indonesian: a parser whose help and complaints a clerk's IT person can read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NoReturn

from .errors import InputSalah

_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"Belum disebutkan: \1."),
    (r"unrecognized arguments: (.*)", r"Tidak dikenal: \1."),
    (r"argument (\S+): invalid choice: (.*?) \(.*choose from (.*)\)", r"\1: pilihan \2 tidak ada. Yang ada: \3."),
    (r"argument (\S+): expected .*", r"\1: isinya belum disebutkan."),
    (r"argument (\S+): invalid \S+ value: (.*)", r"\1: \2 bukan isian yang benar."),
)


BERKAS_KOSONG = "Nama berkas keluaran belum diisi. Tulis misalnya --keluaran daftar.pdf."
TULISAN_RUSAK = (
    "Ada huruf yang tidak dapat dibaca pada perintah atau nama berkasnya. Ketik ulang, dan ganti nama berkas itu "
    "dengan huruf biasa."
)


def berkas(teks: str) -> Path:
    """Read the name of a file to write; raise InputSalah for an empty one."""
    if not teks.strip():
        raise InputSalah("keluaran", BERKAS_KOSONG)
    return Path(teks)


def keluaran(parser: argparse.ArgumentParser, akhiran: str = "F.pdf") -> None:
    """Add what every command asks that writes a paper: the file, and the paper's size."""
    parser.add_argument("--keluaran", required=True, type=berkas, metavar=akhiran)
    parser.add_argument("--kertas", choices=("F4", "A4"), default="F4")


def terbaca(kata: Sequence[str]) -> None:
    """Raise InputSalah for words with a NUL or half a character in them, which nothing here can store or open."""
    for satu in kata:
        if "\0" in satu or any("\ud800" <= huruf <= "\udfff" for huruf in satu):
            raise InputSalah("", TULISAN_RUSAK)


Words = tuple[str, ...]
"""What is typed to name a command."""


def meant(typed: Sequence[str], commands: Collection[Words], *, flags: Collection[str], valued: str) -> set[Words]:
    """Return the commands that ``typed`` can mean, so that the others need not be built: all when it names none.

    ``flags`` and ``valued`` (one that takes a value) are the options that may stand before a command.
    """
    head = _head(typed, flags, valued)
    depth = next(n for n in range(len(head), -1, -1) if any(words[:n] == head[:n] for words in commands))
    above = {head[:n] for n in range(1, depth)}
    return {words for words in commands if words[:depth] == head[:depth] or words in above}


def _head(typed: Sequence[str], flags: Collection[str], valued: str) -> Words:
    start, found = 0, list[str]()
    while start < len(typed) and (typed[start] in (*flags, valued) or typed[start].startswith(f"{valued}=")):
        start += 2 if typed[start] == valued else 1
    for word in typed[start:]:
        if word.startswith("-"):
            break
        found.append(word)
    return tuple(found)


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)  # type: ignore[arg-type]


class Parser(argparse.ArgumentParser):
    """Raises InputSalah instead of ending the process."""

    def __init__(
        self,
        *,
        prog: str | None = None,
        description: str | None = None,
        parents: Sequence[Parser] = (),
        help: bool = True,
    ) -> None:
        super().__init__(
            prog=prog, description=description, parents=list(parents), add_help=False, formatter_class=_Formatter,
            allow_abbrev=False,
        )  # fmt: skip
        self._positionals.title, self._optionals.title = "Isian", "Pilihan"
        if help:
            self.add_argument("-h", "--help", "--bantuan", action="help", help="tampilkan keterangan ini")

    def offers(self, option: str) -> bool:
        """Tell whether an option such as ``--kelurahan`` was added."""
        return option in self._option_string_actions

    def error(self, message: str) -> NoReturn:
        """Say in one Indonesian sentence what was wrong with the words typed."""
        for pattern, sentence in _COMPLAINTS:
            if re.fullmatch(pattern, message):
                raise InputSalah("", f"{re.sub(pattern, sentence, message)} Keterangan: {self.prog} --help")
        raise InputSalah("", f"Perintah tidak dikenal. Keterangan: {self.prog} --help")


class Tree:
    """Commands of one or more words under one parser; a command may have further ones below it (added after it)."""

    def __init__(self, root: Parser, common: Parser) -> None:
        self._common = common
        self._levels: dict[tuple[str, ...], argparse._SubParsersAction[Parser]] = {}
        self._commands: dict[tuple[str, ...], Parser] = {}
        self._levels[()] = root.add_subparsers(metavar="PERINTAH", dest="_perintah", parser_class=Parser)

    def add(self, words: tuple[str, ...], help: str) -> Parser:
        """Return the parser of the command typed as ``words``."""
        level = self._levels[()]
        for depth in range(1, len(words)):
            head = words[:depth]
            if head not in self._levels:
                own = self._commands.get(head)
                group = own or level.add_parser(words[depth - 1], help=f"perintah {words[depth - 1]}")
                self._levels[head] = group.add_subparsers(
                    metavar="PERINTAH", dest="_" + "_".join(head), required=own is None, parser_class=Parser
                )
            level = self._levels[head]
        parser = self._commands[words] = level.add_parser(words[-1], parents=[self._common], help=help)
        return parser
