"""Of which days and of which office a command of module laporan is: its options, and what they mean."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Context

from . import rentang
from . import text_rakor as text
from .evaluasi_model import Rentang


def arguments(parser: ArgumentParser, *, biasa: str) -> None:
    """Add the options; ``biasa`` says which days are meant when none are named."""
    parser.add_argument("--tahun", metavar="TAHUN")
    parser.add_argument("--bulan", metavar="BULAN", help=f"misalnya 2026-03; tanpa rentang: {biasa}")
    parser.add_argument("--dari", metavar="HARI")
    parser.add_argument("--sampai", metavar="HARI")
    parser.add_argument("--kelurahan", metavar="NAMA", help="di komputer kecamatan atau kota: hanya satu kelurahan")
    parser.add_argument("--kecamatan", metavar="NAMA", help="di komputer kota: hanya satu kecamatan")


def jangka(args: Namespace, *, biasa: Rentang) -> Rentang:
    """Return the days asked for, else ``biasa``. Raises InputSalah."""
    if sum(map(bool, (args.tahun, args.bulan, args.dari or args.sampai))) > 1:
        raise InputSalah("", text.SATU_RENTANG)
    if args.tahun:
        return rentang.tahun(periode.baca_tahun(args.tahun))
    if args.bulan:
        return rentang.bulan(periode.baca_bulan(args.bulan))
    if not (args.dari or args.sampai):
        return biasa
    if not (args.dari and args.sampai):
        raise InputSalah("", text.DUA_UJUNG)
    dari, sampai = tanggal.baca(args.dari, "dari"), tanggal.baca(args.sampai, "sampai")
    if dari > sampai:
        raise InputSalah("sampai", text.TERBALIK)
    return rentang.hari(dari.isoformat(), sampai.isoformat())


def lingkup(context: Context, args: Namespace) -> str:
    """Return who is asked for: the named kelurahan or kecamatan, else this office's own. Raises InputSalah."""
    if args.kelurahan:
        return context.lingkup
    if not args.kecamatan:
        return context.kantor
    satu = wilayah.lingkup_kantor(wilayah.cari_kantor(f"kecamatan {args.kecamatan}", "kecamatan"))
    if satu != context.kantor and not wilayah.adalah_kota(context.kantor):
        raise InputSalah("kecamatan", text.BUKAN_WILAYAH.format(nama=wilayah.nama_kantor(satu)))
    return satu
