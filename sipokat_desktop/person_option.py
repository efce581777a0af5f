"""``--oleh NAMA --pin-dari BERKAS|-``: who does what is typed on the command line, proven by the PIN."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store

PIN_TIADA = "PIN tidak terbaca dari {berkas}. Tulis PIN di baris pertama berkas itu, atau pakai - dan ketik PIN-nya."
PIN_BELUM = "PIN {nama} belum disebutkan. Tambahkan --pin-dari BERKAS, atau --pin-dari - untuk mengetiknya."
STDIN = "-"


def add(parser: Parser) -> None:
    """Add both options; a command that asks ``--oleh`` itself means the same person where a PIN goes with it."""
    if not parser.offers("--oleh"):
        parser.add_argument("--oleh", dest="pelaku", default="", metavar="NAMA", help="siapa yang mengerjakan ini")
    parser.add_argument(
        "--pin-dari", default="", metavar="BERKAS", help="berkas dengan PIN orang itu di baris pertama; - untuk stdin"
    )


def begin(store: Store, args: argparse.Namespace) -> None:
    """Let the command act as the person named, else as the first one here, whose PIN nobody asked; the PIN that was
    given is kept in ``args.pin_pelaku``.

    Raises InputSalah for a name that is unknown and a PIN that is missing or wrong.
    """
    source: str = getattr(args, "pin_dari", "")
    args.pin_pelaku = ""
    name: str = getattr(args, "pelaku", "") or (getattr(args, "oleh", "") if source else "")
    if name:
        who = users.named(store, name)
        args.pin_pelaku = _pin(source, who.name) if who.has_pin else ""
        users.check_pin(store, who.id, args.pin_pelaku)
        users.begin(store, who)
        return
    people = users.everyone(store)
    store.user = people[0].name if people else getpass.getuser()
    store.user_proven = not any(one.has_pin for one in people)


def _pin(source: str, name: str) -> str:
    if not source:
        raise InputSalah("pin", PIN_BELUM.format(nama=name))
    return read_pin(source)


def read_pin(source: str) -> str:
    """Return the PIN in the first line of a file, or from stdin (``-``); raise InputSalah where there is none."""
    if source == STDIN:
        return getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    try:
        return Path(source).read_text(encoding="utf-8").splitlines()[0].strip()
    except (OSError, UnicodeError, IndexError) as exc:
        raise InputSalah("pin", PIN_TIADA.format(berkas=source)) from exc
