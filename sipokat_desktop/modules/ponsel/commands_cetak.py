"""The papers of registered goods on the command line: minutes, statement, damage or loss."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from sipokat_desktop.kernel.arguments import keluaran
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Output

from . import queries
from . import text_cetak as text
from .commands_cari import cari

_Pdf = Callable[[Context, str, str], bytes]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="nomor berita acara, misalnya BAST-2026-7QD-01")
    keluaran(parser)


def _kejadian_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="BARANG", help="IMEI, nomor seri, atau NUP")
    keluaran(parser)


def _bast(context: Context, nomor: str, kertas: str) -> bytes:
    from . import prints

    return prints.bast(context.store.reader(), _serah(context, nomor), kertas=kertas, sekarang=context.store.clock())


def _pernyataan(context: Context, nomor: str, kertas: str) -> bytes:
    from . import prints

    serah = _serah(context, nomor)
    return prints.pernyataan(context.store.reader(), serah, kertas=kertas, sekarang=context.store.clock())


def _kejadian(context: Context, kunci: str, kertas: str) -> bytes:
    from . import prints

    con, unit = context.store.reader(), cari(context, kunci)
    semua = queries.kejadian_unit(con, unit.unit_id)
    if not semua:
        raise InputSalah("nomor", text.TANPA_KEJADIAN.format(barang=unit.sebutan))
    return prints.kejadian(con, semua[-1].kejadian_id, kertas=kertas, sekarang=context.store.clock())


def _serah(context: Context, nomor: str) -> str:
    """Return the first hand-over on a BAST that still stands; raise InputSalah where there is none."""
    semua = queries.serah_bernomor(context.store.reader(), nomor.strip())
    if not semua:
        raise InputSalah("nomor", text.NOMOR_TIDAK_ADA.format(nomor=nomor))
    return next((s for s in semua if not s.dibatalkan), semua[0]).serah_id


def _perintah(pdf: _Pdf) -> Callable[[Context, Namespace], Output]:
    def jalan(context: Context, args: Namespace) -> Output:
        from sipokat_desktop.printing.output import simpan_pdf

        simpan_pdf(args.keluaran, pdf(context, args.nomor, args.kertas))
        return Output((text.TERSIMPAN.format(berkas=args.keluaran),), {"berkas": str(args.keluaran)})

    return jalan


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "bast"), "berita acara serah terima barang", _arguments, _perintah(_bast)),
    Command(("cetak", "pernyataan"), "surat pernyataan tanggung jawab", _arguments, _perintah(_pernyataan)),
    Command(("cetak", "kejadian"), "berita acara kerusakan atau kehilangan", _kejadian_arguments, _perintah(_kejadian)),
)
