"""F5 and the sheet of reports on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.arguments import berkas, keluaran
from sipokat_desktop.modules.rt.pilih_rt import pisah, posts
from sipokat_desktop.storage.command import Command, Context, Output

from . import commands_pilih as pilih
from . import text_cetak as kata


def _bulanan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("bulan", metavar="BULAN", help="misalnya 2026-04 atau April 2026")
    parser.add_argument("--rt", default="", metavar="3,7", help="kosong: semua RT, satu demi satu")
    parser.add_argument("--foto", action="store_true", help="dengan lembar foto di belakangnya")
    keluaran(parser)


def _bulanan(context: Context, args: Namespace) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    from . import bulanan

    store = context.store
    pdf = bulanan.cetak(
        store.reader(), context.lingkup, posts(context, pisah(args.rt)), periode.baca_bulan(args.bulan),
        kertas=args.kertas, sekarang=store.clock(), folder_foto=store.folder if args.foto else None,
    )  # fmt: skip
    simpan_pdf(args.keluaran, pdf)
    return Output((kata.TERSIMPAN.format(berkas=args.keluaran),), {"berkas": str(args.keluaran)})


def _xlsx_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=berkas, metavar="F.xlsx", help="berkas .xlsx yang ditulis")
    pilih.saring_arguments(parser)


def _xlsx(context: Context, args: Namespace) -> Output:
    from . import ekspor

    n = ekspor.simpan(context.store, pilih.saring(context, args), args.file)
    return Output((kata.XLSX_TERSIMPAN.format(n=n, berkas=args.file),), {"berkas": str(args.file), "laporan": n})


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "laporan-bulanan"), "laporan kegiatan bulanan RT (F5)", _bulanan_arguments, _bulanan),
    Command(("laporan", "xlsx"), "simpan daftar laporan sebagai .xlsx", _xlsx_arguments, _xlsx),
)
