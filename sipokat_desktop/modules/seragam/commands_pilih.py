"""What a command of module seragam is about: the purchase and the kelurahan."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.storage.command import Context

from . import queries
from .model import Pengadaan
from .pemakai import Lingkup


def mana(parser: ArgumentParser) -> None:
    """Add the options that choose the purchase and the kelurahan."""
    parser.add_argument("--pengadaan", default="", metavar="NAMA", help="nama atau tahunnya; bawaan: yang berjalan")
    parser.add_argument("--kelurahan", metavar="NAMA", help="di kecamatan: satu kelurahan saja")


def pilih_pengadaan(context: Context, args: Namespace) -> Pengadaan:
    """Return the purchase that is meant; raise InputSalah where that is not clear."""
    return queries.cari_pengadaan(context.store.reader(), args.pengadaan)


def lingkup(context: Context, args: Namespace) -> Lingkup:
    """Return whose RT are meant: the named kelurahan, else all of this office."""
    return context.lingkup if getattr(args, "kelurahan", None) else context.kantor
