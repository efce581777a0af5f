"""What every command of ``sipokat-pusat`` understands: which settings and which database."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.errors import InputSalah
from sync.server.database import Database

from . import config, text
from .config import Config

Run = Callable[[argparse.Namespace], tuple[str, object]]
"""A command: it returns the sentence for people and the answer for machines."""


def common() -> Parser:
    """Return the options of every command."""
    parser = Parser(help=False)
    parser.add_argument(
        "--db", default="", metavar="URL", help=f"sqlite:///FILE atau postgresql://… (atau {config.DB})"
    )
    parser.add_argument("--konfigurasi", type=Path, metavar="FILE", help=f"berkas setelan; bawaannya {config.USUAL}")
    parser.add_argument("--json", action="store_true", help="jawaban untuk mesin")
    return parser


def settings(args: argparse.Namespace) -> Config:
    """Return the settings of the file, with what stands in the environment and on the command line; InputSalah."""
    given = {name: getattr(args, word, None) for name, word in _WORDS.items()}
    return config.load(args.konfigurasi).altered(given)


_WORDS = {
    "basis_data": "db", "basis_data_baca": "db_baca", "batas_tunggu": "batas_tunggu", "alamat": "alamat",
    "pekerja": "pekerja", "foto.tempat": "foto",
}  # fmt: skip


def with_database(args: argparse.Namespace) -> Config:
    """Return the settings, which name a database; InputSalah otherwise."""
    found = settings(args)
    if not found.basis_data:
        raise InputSalah("db", text.DB_BELUM)
    return found


@contextmanager
def database(args: argparse.Namespace) -> Iterator[Database]:
    """Open the city's database."""
    with closing(Database(with_database(args).basis_data)) as db:
        yield db
