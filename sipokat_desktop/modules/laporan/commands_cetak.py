"""F5, and reports into and from a sheet, on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.arguments import berkas, keluaran
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.pilih_rt import pisah, posts
from sipokat_desktop.storage.command import Command, Context, Json, Output

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
        kertas=args.kertas, sekarang=store.clock(), foto_dari=store if args.foto else None,
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


def _impor_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="lembar .xlsx, .xls, .ods, atau .csv: RT, Tanggal, Bidang, Jenis, Uraian",
    )
    parser.add_argument("--pratinjau", action="store_true", help="tampilkan saja, jangan simpan")
    parser.add_argument("--lewati-bermasalah", action="store_true", help="catat baris yang baik saja")


def _impor(context: Context, args: Namespace) -> Output:
    from . import impor, text_impor

    store, lingkup = context.store, context.lingkup
    rencana = impor.rencana(store.reader(), impor.buka(args.file), lingkup=lingkup, hari=hari_ini(store))
    catatan = [
        text_impor.BARIS.format(baris=b.baris, rt=b.rt or "-", kata=b.kalimat) for b in rencana.baris if b.kalimat
    ]
    data: list[Json] = [{**b._asdict(), "fields": {**b.fields}} for b in rencana.baris]
    if args.pratinjau:
        return Output((rencana.kalimat, *catatan), {"kalimat": rencana.kalimat, "baris": data})
    salah = rencana.bermasalah
    if salah and not args.lewati_bermasalah:
        rincian = " ".join(text_impor.BARIS_SALAH.format(baris=b.baris, kata=b.kalimat) for b in salah[:5])
        raise InputSalah("berkas", text_impor.BELUM.format(salah=len(salah), rincian=rincian))
    n = impor.simpan(store, lingkup, rencana).value
    sama = sum(b.nasib == impor.SAMA for b in rencana.baris)
    return Output((text_impor.SELESAI.format(n=n, sama=sama), *catatan), {"dicatat": n, "sama": sama, "baris": data})


COMMANDS: tuple[Command, ...] = (
    Command(("cetak", "laporan-bulanan"), "laporan kegiatan bulanan RT (F5)", _bulanan_arguments, _bulanan),
    Command(("laporan", "xlsx"), "simpan daftar laporan sebagai .xlsx", _xlsx_arguments, _xlsx),
    Command(("laporan", "impor"), "catat laporan dari satu lembar", _impor_arguments, _impor),
)
