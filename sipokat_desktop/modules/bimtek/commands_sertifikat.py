"""Certificates on the command line: issuing them, and their PDF."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel.arguments import berkas
from sipokat_desktop.storage.command import Command, Context, Output

from . import text_sertifikat as text


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kegiatan", metavar="KEGIATAN", nargs="?", default="", help="nama kegiatan atau sebagian")


def _terbit_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--syarat", default="satu", choices=sorted(text.SYARAT), help="hadir di satu sesi, atau semua")


def _cetak_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--keluaran", required=True, type=berkas, metavar="F.pdf")


def _terbit(context: Context, args: Namespace) -> Output:
    from . import kegiatan, sertifikat_ops

    k = kegiatan.cari_kegiatan(context.store.reader(), args.kegiatan)
    hasil = sertifikat_ops.terbitkan(context.store, k.kegiatan_id, syarat=args.syarat).value
    return Output((hasil.kalimat,), {"baru": hasil.baru, "sudah": hasil.sudah})


def _cetak(context: Context, args: Namespace) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    from . import kegiatan, sertifikat_cetak
    from .text_cetak import TERSIMPAN

    con = context.store.reader()
    simpan_pdf(args.keluaran, sertifikat_cetak.sertifikat(con, kegiatan.cari_kegiatan(con, args.kegiatan).kegiatan_id))
    return Output((TERSIMPAN.format(berkas=args.keluaran),), {"berkas": str(args.keluaran)})


COMMANDS: tuple[Command, ...] = (
    Command(("bimtek", "sertifikat"), "terbitkan sertifikat bagi yang hadir", _terbit_arguments, _terbit),
    Command(("cetak", "sertifikat"), "simpan sertifikat yang terbit (F13) sebagai PDF", _cetak_arguments, _cetak),
)
