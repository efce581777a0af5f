"""What a command of module seragam is about: the purchase, the kelurahan, the RT that were typed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import nomor_rt
from sipokat_desktop.storage.command import Context

from . import queries, text_perintah
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


def posts(context: Context, nomor: Iterable[str]) -> list[str]:
    """Return the posts of the chosen kelurahan with these RT numbers (``03`` or, with its RW, ``03/02``).

    Raises InputSalah for one that is not there or of which there are several.
    """
    roster = rt.roster(context.store.reader(), lingkup=context.lingkup, hari=hari_ini(context.store))
    return [_satu(roster, satu) for satu in nomor]


def _satu(roster: Iterable[rt.BarisRoster], teks: str) -> str:
    nomor, _, rw = teks.partition("/")
    dicari = nomor_rt(nomor, "rt")
    cocok = {
        r.jabatan_id for r in roster
        if r.nomor == dicari and (not rw or (r.rw or "").lstrip("0") == rw.strip().lstrip("0"))
    }  # fmt: skip
    if len(cocok) != 1:
        kata = text_perintah.RT_BANYAK if cocok else text_perintah.RT_TIDAK_ADA
        raise InputSalah("rt", kata.format(rt=teks.strip()))
    return cocok.pop()
