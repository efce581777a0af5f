"""The papers of uniforms on the command line: receipt list, matrix, minutes of a delivery."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel.arguments import keluaran
from sipokat_desktop.storage.command import Command, Context, Output

from . import text_cetak as text
from .commands_pilih import lingkup, mana, pilih_pengadaan


def _tanda_terima_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--acara", default="", metavar="NAMA", help="hanya yang menerima pada acara ini")
    _matriks_arguments(parser)


def _matriks_arguments(parser: ArgumentParser) -> None:
    mana(parser)
    keluaran(parser)


def _kirim_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="nomor surat jalan")
    keluaran(parser)


def _tanda_terima(context: Context, args: Namespace) -> Output:
    from . import prints

    p, con = pilih_pengadaan(context, args), context.store.reader()
    return _simpan(
        args,
        prints.tanda_terima(
            con, p.pengadaan_id, lingkup=lingkup(context, args), kertas=args.kertas, sekarang=context.store.clock(),
            acara=args.acara,
        ),
    )  # fmt: skip


def _matriks(context: Context, args: Namespace) -> Output:
    from . import prints

    p, con, kini = pilih_pengadaan(context, args), context.store.reader(), context.store.clock()
    pdf = prints.matriks(con, p.pengadaan_id, lingkup=lingkup(context, args), kertas=args.kertas, sekarang=kini)
    return _simpan(args, pdf)


def _kirim(context: Context, args: Namespace) -> Output:
    from . import prints

    con, kini = context.store.reader(), context.store.clock()
    return _simpan(args, prints.bast_kirim(con, args.nomor, lingkup=context.kantor, kertas=args.kertas, sekarang=kini))


def _simpan(args: Namespace, pdf: bytes) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    simpan_pdf(args.keluaran, pdf)
    return Output((text.TERSIMPAN.format(berkas=args.keluaran),), {"berkas": str(args.keluaran)})


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "seragam"), "daftar tanda terima seragam", _tanda_terima_arguments, _tanda_terima),
    Command(("cetak", "matriks"), "matriks ukuran per kelurahan", _matriks_arguments, _matriks),
    Command(("cetak", "surat-jalan"), "berita acara kiriman seragam", _kirim_arguments, _kirim),
)
