"""The command of the Lembar rakor."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.arguments import berkas
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Output

from . import rakor_rentang, rentang
from . import text_rakor as text
from .evaluasi_model import Rentang


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--keluaran", required=True, type=berkas, metavar="F.pdf")
    parser.add_argument("--tahun", metavar="TAHUN")
    parser.add_argument("--bulan", metavar="BULAN", help="misalnya 2026-03; tanpa rentang: bulan rakor yang wajar")
    parser.add_argument("--dari", metavar="HARI")
    parser.add_argument("--sampai", metavar="HARI")
    parser.add_argument("--kelurahan", metavar="NAMA", help="di komputer kecamatan atau kota: hanya satu kelurahan")
    parser.add_argument("--kecamatan", metavar="NAMA", help="di komputer kota: hanya satu kecamatan")


def _rentang(context: Context, args: Namespace) -> Rentang:
    """Return the days asked for, else those that a meeting today is about. Raises InputSalah."""
    if sum(map(bool, (args.tahun, args.bulan, args.dari or args.sampai))) > 1:
        raise InputSalah("", text.SATU_RENTANG)
    if args.tahun:
        return rentang.tahun(periode.baca_tahun(args.tahun))
    if args.bulan:
        return rentang.bulan(periode.baca_bulan(args.bulan))
    hari = tanggal.wib(context.store.clock()).date()
    if not (args.dari or args.sampai):
        return rakor_rentang.biasa(hari)
    if not (args.dari and args.sampai):
        raise InputSalah("", text.DUA_UJUNG)
    dari, sampai = tanggal.baca(args.dari, "dari"), tanggal.baca(args.sampai, "sampai")
    if dari > sampai:
        raise InputSalah("sampai", text.TERBALIK)
    return rentang.hari(dari.isoformat(), sampai.isoformat())


def _lingkup(context: Context, args: Namespace) -> str:
    """Return whose sheet is asked for: the named kelurahan or kecamatan, else this office's own. Raises InputSalah."""
    if args.kelurahan:
        return context.lingkup
    if not args.kecamatan:
        return context.kantor
    lingkup = wilayah.lingkup_kantor(wilayah.cari_kantor(f"kecamatan {args.kecamatan}", "kecamatan"))
    if lingkup != context.kantor and not wilayah.adalah_kota(context.kantor):
        raise InputSalah("kecamatan", text.BUKAN_WILAYAH.format(nama=wilayah.nama_kantor(lingkup)))
    return lingkup


def _rakor(context: Context, args: Namespace) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    from . import lembar_rakor

    store, jangka = context.store, _rentang(context, args)
    pdf = lembar_rakor.pdf(store.reader(), store.modules, _lingkup(context, args), jangka, sekarang=store.clock())
    simpan_pdf(args.keluaran, pdf)
    kata = text.TERSIMPAN.format(periode=jangka.nama, berkas=args.keluaran)
    return Output((kata,), {"berkas": str(args.keluaran), "dari": jangka.dari, "sampai": jangka.sampai})


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "lembar-rakor"), "lembar rakor satu halaman A4", _arguments, _rakor),
)
