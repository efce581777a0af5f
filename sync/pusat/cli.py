"""``sipokat-pusat``: the city's administration on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from sipokat_desktop.kernel.arguments import Parser, Tree
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah, SipokatError
from sync.server import auth, city

from .args import Run, common, database
from .care_cli import care_commands
from .held_cli import held_commands
from .office_cli import office_commands
from .pembaruan_cli import update_commands
from .pengguna_cli import add as people_commands
from .server_cli import CITY_COMMANDS, server_commands


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 2 (wrong use or bad input) or 1 (the environment is in the way, or a check found
    trouble)."""
    try:
        args = _parser().parse_args(arguments)
        run: Run | None = getattr(args, "run", None)
        if run is None:
            raise InputSalah("", "Sebutkan perintahnya. Keterangan: sipokat-pusat --help")
        sentence, data = run(args)
    except InputSalah as exc:
        print(exc.pesan, file=sys.stderr)
        return 2
    except auth.Refused as exc:
        print(exc.pesan, file=sys.stderr)
        return 2
    except SipokatError as exc:
        print(exc.lengkap if isinstance(exc, Gangguan) else exc.pesan, file=sys.stderr)
        return 1
    if sentence or data is not None:
        print(json.dumps(data, ensure_ascii=False) if args.json else sentence)
    return int(getattr(args, "trouble", 0))


def _parser() -> Parser:
    root = Parser(prog="sipokat-pusat", description="Server kota untuk kantor kelurahan, kecamatan dan kota.")
    tree = Tree(root, common())
    server_commands(tree)
    care_commands(tree)
    office_commands(tree)
    held_commands(tree, database)
    people_commands(tree, database)
    update_commands(tree)
    for command in CITY_COMMANDS:
        sub = tree.add(command.words, command.help)
        command.arguments(sub)
        sub.set_defaults(run=_city, command=command)
    return root


def _city(args: argparse.Namespace) -> tuple[str, object]:
    with database(args) as db:
        answer, results = city.run(db, args.command, args, now=now_ms())
    written = {"baris": [result.outcome for result in results]} if results else None
    return "\n".join(answer.lines), written if answer.data is None else answer.data


if __name__ == "__main__":
    sys.exit(main())
