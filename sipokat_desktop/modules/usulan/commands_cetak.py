"""The papers and sheets of proposals on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from sipokat_desktop.kernel.arguments import berkas, keluaran
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Output

from . import text_perintah as kata
from .commands_pilih import milik_rt, tahun, tahun_arguments, tempat
from .text import SARINGAN


def _saring(parser: ArgumentParser) -> None:
    tahun_arguments(parser)
    parser.add_argument("--saring", default="", choices=tuple(kunci for kunci, _ in SARINGAN))
    parser.add_argument("--kelurahan", metavar="NAMA", help="hanya satu kelurahan")


def _daftar_arguments(parser: ArgumentParser) -> None:
    _saring(parser)
    keluaran(parser)


def _kabar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", nargs="*", metavar="NOMOR", help="nomor pada perintah usulan daftar")
    parser.add_argument("--rt", default="", metavar="RT", help="semua usulan satu RT")
    tahun_arguments(parser)
    keluaran(parser)


def _daftar(context: Context, args: Namespace) -> Output:
    from . import prints

    pdf = prints.daftar(
        context.store.reader(), kantor=tempat(context, args), tahun=tahun(context, args), kertas=args.kertas,
        sekarang=context.store.clock(), saring=args.saring,
    )  # fmt: skip
    return _simpan(args, pdf)


def _kabar(context: Context, args: Namespace) -> Output:
    from . import prints

    ids = [k.usulan.usulan_id for k in milik_rt(context, args)]
    kini = context.store.clock()
    return _simpan(args, prints.kabar(context.store.reader(), usulan_ids=ids, kertas=args.kertas, sekarang=kini))


def _simpan(args: Namespace, pdf: bytes) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    simpan_pdf(args.keluaran, pdf)
    return Output((kata.TERSIMPAN.format(berkas=args.keluaran),), {"berkas": str(args.keluaran)})


def _lembar_arguments(akhiran: str) -> Callable[[ArgumentParser], None]:
    def arguments(parser: ArgumentParser) -> None:
        parser.add_argument("keluaran", type=berkas, metavar=f"F.{akhiran}")
        _saring(parser)

    return arguments


def _lembar(akhiran: str) -> Callable[[Context, Namespace], Output]:
    def run(context: Context, args: Namespace) -> Output:
        from . import ekspor

        path = args.keluaran
        if path.suffix.casefold() != f".{akhiran}":
            path = path.with_name(f"{path.name}.{akhiran}")
        isi = ekspor.tabel(
            context.store.reader(), tempat(context, args), tahun(context, args), hari=hari_ini(context.store),
            saring=args.saring,
        )  # fmt: skip
        n = ekspor.simpan(path, isi)
        return Output((kata.N_BARIS.format(n=n, berkas=path),), {"berkas": str(path), "baris": n})

    return run


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "usulan"), "daftar usulan Musrenbang (F7)", _daftar_arguments, _daftar),
    Command(("cetak", "kabar-usulan"), "kabar usulan untuk dibawa RT", _kabar_arguments, _kabar),
    Command(("usulan", "xlsx"), "simpan daftar usulan sebagai .xlsx", _lembar_arguments("xlsx"), _lembar("xlsx")),
    Command(("usulan", "csv"), "simpan daftar usulan sebagai .csv", _lembar_arguments("csv"), _lembar("csv")),
)
