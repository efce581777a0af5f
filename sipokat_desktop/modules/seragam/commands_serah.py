"""Hand-over, exchange, replacement and taking back on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.pilih_rt import pisah, posts
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import ops, queries, rules, text, text_perintah
from .commands_pilih import lingkup, mana, pilih_pengadaan
from .model import Barang, HasilSerah, Kuasa


def _cara_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--cara", default="", choices=rules.CARA, help="bawaan: menurut kantor ini")
    parser.add_argument("--tanggal", default="", metavar="HARI", help="bawaan: hari ini")
    parser.add_argument("--dari", default="", metavar="TEMPAT", help="bawaan: menurut caranya")
    mana(parser)


class _Cara(NamedTuple):
    cara: str
    dari: str


def _cara(context: Context, args: Namespace) -> _Cara:
    bawaan = "kecamatan" if wilayah.beberapa(context.kantor) else "kantor"
    dari = wilayah.lingkup_kantor(wilayah.cari_kantor(args.dari, "dari")) if args.dari else ""
    return _Cara(args.cara or bawaan, dari)


def _hari(args: Namespace) -> date | None:
    return tanggal.baca(args.tanggal) if args.tanggal else None


def _serah_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", nargs="?", default="", metavar="3,7", help="nomor RT yang menerima")
    parser.add_argument("--semua", action="store_true", help="semua yang belum menerima")
    parser.add_argument("--kecuali", default="", metavar="3,7", help="bersama --semua")
    parser.add_argument("--acara", default="", metavar="NAMA", help="bersama --cara simbolis")
    parser.add_argument("--kuasa", default="", metavar="NAMA", help="yang mengambilkan (satu RT)")
    parser.add_argument("--surat-kuasa", default="", metavar="NOMOR")
    parser.add_argument("--ukuran", default="", metavar="UKURAN", help="bila lain dari ukurannya (satu RT)")
    parser.add_argument("--model", default="", metavar="NAMA", help="bersama --ukuran")
    _cara_arguments(parser)


def _serah(context: Context, args: Namespace) -> Output:
    if bool(args.rt) == bool(args.semua):
        raise InputSalah("rt", text_perintah.RT_ATAU_SEMUA)
    p, cara = pilih_pengadaan(context, args), _cara(context, args)
    if args.semua:
        hasil = ops.serah_semua(
            context.store, p.pengadaan_id, lingkup=lingkup(context, args), hari=_hari(args), acara=args.acara,
            kecuali=posts(context, pisah(args.kecuali)), cara=cara.cara, dari=cara.dari,
        ).value  # fmt: skip
    else:
        jabatan = posts(context, pisah(args.rt))
        if len(jabatan) > 1 and (args.kuasa or args.ukuran):
            raise InputSalah("rt", text_perintah.SATU_RT)
        kuasa = {jabatan[0]: Kuasa(args.kuasa, args.surat_kuasa)} if args.kuasa else {}
        barang = {jabatan[0]: Barang(args.model, rules.baca_ukuran(args.ukuran))} if args.ukuran else {}
        hasil = ops.serah(
            context.store, p.pengadaan_id, jabatan, hari=_hari(args), acara=args.acara, kuasa=kuasa, barang=barang,
            cara=cara.cara, dari=cara.dari,
        ).value  # fmt: skip
    return _hasil(hasil)


def _hasil(hasil: HasilSerah) -> Output:
    """Say who received and who was passed over; with nobody at all the reason is an error."""
    if not hasil.diserahkan:
        raise InputSalah("rt", " ".join(d.kalimat for d in hasil.dilewati[:5]) or text.TAK_ADA_PENERIMA)
    lines = (text_perintah.DISERAHKAN.format(n=len(hasil.diserahkan)), *(d.kalimat for d in hasil.dilewati))
    lewat: list[Json] = [{"rt": d.rt, "nama": d.nama, "sebab": d.sebab, "kalimat": d.kalimat} for d in hasil.dilewati]
    return Output(lines, {"diserahkan": len(hasil.diserahkan), "dilewati": lewat})


def _tukar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", metavar="RT")
    parser.add_argument("ukuran", metavar="UKURAN", help="ukuran yang diserahkan")
    parser.add_argument("--model", default=None, metavar="NAMA")
    parser.add_argument("--alasan", default="")
    parser.add_argument("--ukuran-tetap", action="store_true", help="jangan ubah ukuran di Data RT")
    _cara_arguments(parser)


def _tukar(context: Context, args: Namespace) -> Output:
    p, (jabatan_id,), cara = pilih_pengadaan(context, args), posts(context, [args.rt]), _cara(context, args)
    ops.tukar(
        context.store, p.pengadaan_id, jabatan_id, ukuran=args.ukuran, model=args.model, alasan=args.alasan,
        hari=_hari(args), ubah_ukuran=not args.ukuran_tetap, cara=cara.cara, dari=cara.dari,
    )  # fmt: skip
    barang = rules.baca_ukuran(args.ukuran)
    return Output((text_perintah.TUKAR_DISIMPAN.format(rt=args.rt, barang=barang),), {"rt": args.rt, "ukuran": barang})


def _ganti_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", metavar="RT")
    parser.add_argument("--alasan", required=True, help="misalnya rusak, hilang, ketua baru")
    parser.add_argument("--ukuran", default="", metavar="UKURAN", help="bawaan: ukuran ketuanya")
    parser.add_argument("--model", default=None, metavar="NAMA")
    _cara_arguments(parser)


def _ganti(context: Context, args: Namespace) -> Output:
    p, (jabatan_id,), cara = pilih_pengadaan(context, args), posts(context, [args.rt]), _cara(context, args)
    id = ops.ganti(
        context.store, p.pengadaan_id, jabatan_id, alasan=args.alasan, ukuran=args.ukuran, model=args.model,
        hari=_hari(args), cara=cara.cara, dari=cara.dari,
    ).value  # fmt: skip
    barang = next(g for g in queries.gerak(context.store.reader(), p.pengadaan_id) if g.gerak_id == id).barang.kata
    return Output((text_perintah.GANTI_DISIMPAN.format(rt=args.rt, barang=barang),), {"rt": args.rt, "barang": barang})


def _batal_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("apa", metavar="RT|SURAT", help="nomor RT (catatan terakhirnya) atau nomor surat jalan")
    parser.add_argument("--alasan", required=True)
    mana(parser)


def _batal(context: Context, args: Namespace) -> Output:
    """Take back the last entry of an RT, or a whole delivery."""
    p, con = pilih_pengadaan(context, args), context.store.reader()
    kiriman = [k for k in queries.kiriman(con, p.pengadaan_id) if k.nomor.casefold() == args.apa.strip().casefold()]
    if len(kiriman) > 1:
        raise InputSalah("nomor", text.KIRIMAN_BEBERAPA.format(nomor=args.apa))
    if kiriman:
        ids = list(kiriman[0].gerak_ids)
    else:
        (jabatan_id,) = posts(context, [args.apa])
        pegang = queries.pegangan(con, p.pengadaan_id).get(jabatan_id, ())
        if not pegang:
            raise InputSalah("rt", text.BELUM_MENERIMA.format(rt=args.apa))
        ids = [pegang[-1].gerak_id]
    ops.batal(context.store, ids, alasan=args.alasan)
    return Output((text_perintah.BATAL_DISIMPAN.format(hal=args.apa),), {"dibatalkan": len(ids)})


COMMANDS: tuple[Command, ...] = (
    Command(("seragam", "serah"), "catat penyerahan kepada ketua RT", _serah_arguments, _serah),
    Command(("seragam", "tukar"), "tukar ukuran yang sudah diterima", _tukar_arguments, _tukar),
    Command(("seragam", "ganti"), "serahkan pengganti dengan alasan", _ganti_arguments, _ganti),
    Command(("seragam", "batal"), "batalkan catatan terakhir satu RT atau satu surat jalan", _batal_arguments, _batal),
)
