"""The command of the Lembar rakor."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.arguments import berkas
from sipokat_desktop.storage.command import Command, Context, Output

from . import commands_rentang, rakor_rentang
from . import text_rakor as text


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--keluaran", required=True, type=berkas, metavar="F.pdf")
    commands_rentang.arguments(parser, biasa="bulan rakor yang wajar")


def _rakor(context: Context, args: Namespace) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    from . import lembar_rakor

    store, lingkup = context.store, commands_rentang.lingkup(context, args)
    jangka = commands_rentang.jangka(args, biasa=rakor_rentang.biasa(tanggal.wib(store.clock()).date()))
    pdf = lembar_rakor.pdf(store.reader(), store.modules, lingkup, jangka, sekarang=store.clock())
    simpan_pdf(args.keluaran, pdf)
    kata = text.TERSIMPAN.format(periode=jangka.nama, berkas=args.keluaran)
    return Output((kata,), {"berkas": str(args.keluaran), "dari": jangka.dari, "sampai": jangka.sampai})


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "lembar-rakor"), "lembar rakor satu halaman A4", _arguments, _rakor),
)
