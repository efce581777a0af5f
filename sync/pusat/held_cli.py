"""``sipokat-pusat tertahan``: the city's word on changes that wait for it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.arguments import Tree
from sipokat_desktop.kernel.clock import now_ms
from sync.server import held
from sync.server.batch import TABLES
from sync.server.database import Database

Opener = Callable[[argparse.Namespace], AbstractContextManager[Database]]
KOTA = "Pemerintah kota"


def held_commands(tree: Tree, database: Opener) -> None:
    """Add ``tertahan daftar``, ``terima`` and ``tolak``."""

    def listed(args: argparse.Namespace) -> tuple[str, object]:
        with database(args) as db:
            found = held.waiting(db)
        lines = "\n".join(map(_line, found))
        return lines or "Tidak ada perubahan yang ditahan.", [one._asdict() for one in found]

    def approve(args: argparse.Namespace) -> tuple[str, object]:
        with database(args) as db:
            outcome = held.approve(db, args.op, by=args.oleh, now=now_ms())
        return "Perubahan itu diterima. Kantornya melihatnya pada sinkron berikutnya.", {
            "op": args.op,
            "hasil": outcome,
        }

    def refuse(args: argparse.Namespace) -> tuple[str, object]:
        with database(args) as db:
            held.refuse(db, args.op, by=args.oleh, reason=args.alasan, now=now_ms())
        return "Perubahan itu ditolak. Kantornya membaca alasannya pada sinkron berikutnya.", {"op": args.op}

    tree.add(("tertahan", "daftar"), "perubahan kantor yang ditahan").set_defaults(run=listed)
    yes = tree.add(("tertahan", "terima"), "terima satu perubahan yang ditahan")
    no = tree.add(("tertahan", "tolak"), "tolak satu perubahan yang ditahan")
    for parser, run in ((yes, approve), (no, refuse)):
        parser.add_argument("op", metavar="OP", help="nomor perubahan menurut tertahan daftar")
        parser.add_argument("--oleh", default=KOTA, metavar="NAMA", help="siapa yang memutuskan")
        parser.set_defaults(run=run)
    no.add_argument("--alasan", required=True, metavar="TEKS")


def _line(one: held.Held) -> str:
    table = TABLES.get(one.tabel)
    labels = {column.name: column.label for column in (table.columns if table else ())}
    isian = ", ".join(f"{labels.get(name, name)} {value}" for name, value in one.isian.items() if value is not None)
    siapa = f"{one.oleh}, {one.perangkat}, {tanggal.waktu(one.waktu, now_ms())}"
    tempat = wilayah.nama_kantor(one.lingkup)
    return f"{one.op}  {tempat}  {siapa}  {table.label if table else one.tabel}: {isian or 'hapus'}. {one.kalimat}"
