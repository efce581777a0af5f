"""The papers of a Bimtek on the command line: attendance list, invitations, minutes of a session, report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel.arguments import keluaran
from sipokat_desktop.storage.command import Command, Context, Output

from . import text_cetak as text
from .commands_pilih import kegiatan_mana, lingkup, pilih_kegiatan, pilih_sesi, sesi_mana, siapa_mana

_KOSONG, _TANDA = "kosong", "tanda"


def _hadir_arguments(parser: ArgumentParser) -> None:
    _notulen_arguments(parser)
    siapa_mana(parser)
    parser.add_argument("--isi", choices=(_KOSONG, _TANDA), default=_KOSONG, help="untuk diparaf, atau dengan tandanya")


def _undangan_arguments(parser: ArgumentParser) -> None:
    _laporan_arguments(parser)
    siapa_mana(parser)
    parser.add_argument("--dua", action="store_true", help="dua undangan pada satu halaman")


def _notulen_arguments(parser: ArgumentParser) -> None:
    sesi_mana(parser)
    keluaran(parser)


def _laporan_arguments(parser: ArgumentParser) -> None:
    kegiatan_mana(parser)
    keluaran(parser)


def _hadir(context: Context, args: Namespace) -> Output:
    from . import prints

    pdf = prints.daftar_hadir(
        context.store.reader(), pilih_sesi(context, args).sesi_id, lingkup=lingkup(context, args), kertas=args.kertas,
        sekarang=context.store.clock(), kosong=args.isi == _KOSONG,
    )  # fmt: skip
    return _simpan(args, pdf)


def _undangan(context: Context, args: Namespace) -> Output:
    from . import prints

    pdf = prints.undangan(
        context.store.reader(), pilih_kegiatan(context, args).kegiatan_id, lingkup=lingkup(context, args),
        kertas=args.kertas, sekarang=context.store.clock(), dua=args.dua,
    )  # fmt: skip
    return _simpan(args, pdf)


def _notulen(context: Context, args: Namespace) -> Output:
    from . import prints

    sesi_id, kini = pilih_sesi(context, args).sesi_id, context.store.clock()
    return _simpan(args, prints.notulen(context.store.reader(), sesi_id, kertas=args.kertas, sekarang=kini))


def _laporan(context: Context, args: Namespace) -> Output:
    from . import prints

    kegiatan_id, kini = pilih_kegiatan(context, args).kegiatan_id, context.store.clock()
    return _simpan(args, prints.laporan(context.store.reader(), kegiatan_id, kertas=args.kertas, sekarang=kini))


def _simpan(args: Namespace, pdf: bytes) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    simpan_pdf(args.keluaran, pdf)
    return Output((text.TERSIMPAN.format(berkas=args.keluaran),), {"berkas": str(args.keluaran)})


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "hadir"), "daftar hadir satu sesi Bimtek (F10)", _hadir_arguments, _hadir),
    Command(("cetak", "undangan"), "undangan Bimtek berkode QR (F12)", _undangan_arguments, _undangan),
    Command(("cetak", "notulen"), "notulen satu sesi Bimtek (F14)", _notulen_arguments, _notulen),
    Command(("cetak", "laporan-bimtek"), "laporan kegiatan Bimtek (F15)", _laporan_arguments, _laporan),
)
