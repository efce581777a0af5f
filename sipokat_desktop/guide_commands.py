"""``sipokat panduan``: the guide of the window as one PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.storage.command import Output

TERTULIS = "Panduan ditulis ke {berkas}, {halaman} halaman."


def _arguments(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="F.pdf")


def _write(args: argparse.Namespace) -> Output:
    from sipokat_desktop.printing import guide

    halaman = guide.simpan(args.file)
    kalimat = TERTULIS.format(berkas=args.file.name, halaman=halaman)
    return Output((kalimat,), {"berkas": str(args.file), "halaman": halaman})


FIRST = ((("panduan",), "tulis panduan bergambar sebagai satu PDF", _arguments, _write),)
"""What is done without a store."""
