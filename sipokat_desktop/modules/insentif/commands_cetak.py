"""The papers and files around a payment list on the command line: .pdf, .xlsx or .csv by the suffix of the file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.arguments import berkas, keluaran
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Json, Output
from sipokat_desktop.storage.sqlite import Connection

from . import text_cetak as text

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table

Pdf = Callable[[], bytes]
Tabel = Callable[[], "Table"]


def _nomor(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="nomor daftar, misalnya INS-2026TW1-7QD-01")


def _satu_daftar(parser: ArgumentParser) -> None:
    _nomor(parser)
    keluaran(parser)


def _satu_daftar_xlsx(parser: ArgumentParser) -> None:
    _nomor(parser)
    keluaran(parser, "F.pdf|F.xlsx")


def _transfer_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--keluaran", required=True, type=berkas, metavar="F.xlsx|F.csv")


def _rekap_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("periode", metavar="PERIODE", help="2026-TW1 atau 2026-01")
    parser.add_argument("--komponen", default="", metavar="NAMA", help="bawaan: semua")
    parser.add_argument("--kecamatan", action="store_true", help="semua kelurahan di komputer ini, bukan satu saja")
    keluaran(parser, "F.pdf|F.xlsx")


def _tahun_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("tahun", type=periode.baca_tahun, metavar="TAHUN")
    keluaran(parser, "F.pdf|F.xlsx")


def _kartu_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", metavar="RT", help="nomor RT, misalnya 03")
    keluaran(parser, "F.pdf|F.xlsx")


def _umur_arguments(parser: ArgumentParser) -> None:
    keluaran(parser, "F.pdf|F.xlsx")


def _tersimpan(keluaran: Path, **data: Json) -> Output:
    return Output((text.TERSIMPAN.format(berkas=keluaran),), {"berkas": str(keluaran), **data})


def _tulis(args: Namespace, pdf: Pdf | None, tabel: Tabel | None = None) -> Output:
    """Write the PDF or the sheet, as the suffix of --keluaran says; another suffix is refused."""
    from sipokat_desktop.printing.output import simpan_pdf, tulis_utuh

    tujuan: Path = args.keluaran
    akhiran = tujuan.suffix.lower()
    if akhiran == ".pdf" and pdf is not None:
        simpan_pdf(tujuan, pdf())
        return _tersimpan(tujuan, kertas=args.kertas)
    if akhiran == ".xlsx" and tabel is not None:
        from sipokat_desktop.exporting import workbook

        lembar = tabel()
        return _tersimpan(tujuan, baris=tulis_utuh(tujuan, lambda berkas: workbook.write(berkas, lembar)))
    boleh = " atau ".join(satu for satu, ada in ((".pdf", pdf), (".xlsx", tabel)) if ada is not None)
    raise InputSalah("keluaran", text.AKHIRAN_SALAH.format(akhiran=boleh))


def _con(context: Context) -> tuple[Connection, int]:
    return context.store.reader(), context.store.clock()


def _kwitansi(context: Context, args: Namespace) -> Output:
    from . import kwitansi

    con, kini = _con(context)
    return _tulis(args, lambda: kwitansi.pratinjau(con, args.nomor, kertas=args.kertas, sekarang=kini))


def _kelengkapan(context: Context, args: Namespace) -> Output:
    from . import kelengkapan

    con, kini = _con(context)
    return _tulis(args, lambda: kelengkapan.pratinjau(con, args.nomor, kertas=args.kertas, sekarang=kini))


def _uang(context: Context, args: Namespace) -> Output:
    from . import kas, uang_cetak

    con, kini = _con(context)
    k = kas.dari_daftar(con, args.nomor)
    hasil = _tulis(
        args, lambda: uang_cetak.pratinjau(con, args.nomor, kertas=args.kertas, sekarang=kini),
        lambda: uang_cetak.tabel(con, args.nomor),
    )  # fmt: skip
    ambil = ", ".join(f"{rupiah.titik(n)} × {banyak}" for n, banyak in k.ambil)
    data: Json = {"berkas": str(args.keluaran), "total": k.total, "ambil": {str(n): banyak for n, banyak in k.ambil}}
    return Output((*hasil.lines, text.UANG_KALIMAT.format(jumlah=rupiah.uang(k.total), ambil=ambil or "-")), data)


def _transfer(context: Context, args: Namespace) -> Output:
    from . import transfer

    t = transfer.tulis(context.store.reader(), args.nomor, args.keluaran)
    kalimat = text.TRANSFER_KALIMAT.format(n=len(t.baris), jumlah=rupiah.uang(t.total))
    hasil = _tersimpan(args.keluaran, baris=len(t.baris), total=t.total)
    return Output((*hasil.lines, kalimat), hasil.data)


def _daftar(context: Context, args: Namespace) -> Output:
    from . import tabel_daftar

    return _tulis(args, None, lambda: tabel_daftar.tabel(context.store.reader(), args.nomor))


def _daftar_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--keluaran", required=True, type=berkas, metavar="F.xlsx")


def _rekap(context: Context, args: Namespace) -> Output:
    from . import queries, rekap, rekap_cetak

    con, kini = _con(context)
    k = queries.pilih_komponen(con, lingkup=context.lingkup, nama=args.komponen) if args.komponen else None
    lingkup = rt.kelurahan(con) if args.kecamatan else [context.lingkup]
    isi = rekap.kecamatan(con, periode=args.periode, komponen_id=k.komponen_id if k else "", lingkup=lingkup)

    def pdf() -> bytes:
        from sipokat_desktop.printing import grid
        from sipokat_desktop.printing.paper import Kertas

        lembar = rekap_cetak.lembar_kecamatan(con, isi, lingkup=lingkup, sekarang=kini)
        return grid.gambar([lembar], Kertas[args.kertas])

    return _tulis(args, pdf, lambda: rekap.tabel_kecamatan(isi))


def _rekap_rt(context: Context, args: Namespace) -> Output:
    from . import rekap, rekap_cetak

    con, kini = _con(context)
    return _tulis(
        args,
        lambda: rekap_cetak.rekap_rt(con, tahun=args.tahun, lingkup=context.lingkup, kertas=args.kertas, sekarang=kini),
        lambda: rekap.tabel_rt(rekap.rt_tahun(con, tahun=args.tahun, lingkup=[context.lingkup])),
    )


def _kartu(context: Context, args: Namespace) -> Output:
    from . import kartu, kartu_cetak

    con, kini = _con(context)
    id, hari = kartu.cari_jabatan(con, lingkup=context.lingkup, nomor=args.rt), hari_ini(context.store)
    return _tulis(
        args, lambda: kartu_cetak.kartu(con, id, hari=hari, kertas=args.kertas, sekarang=kini),
        lambda: kartu.tabel(kartu.susun(con, id, hari=hari)),
    )  # fmt: skip


def _umur(context: Context, args: Namespace) -> Output:
    from . import umur, umur_cetak

    con, kini = _con(context)
    hari, lingkup = hari_ini(context.store), [context.lingkup]
    return _tulis(
        args, lambda: umur_cetak.umur(con, lingkup=lingkup, hari=hari, kertas=args.kertas, sekarang=kini),
        lambda: umur.tabel(umur.hitung(con, lingkup=lingkup, hari=hari)),
    )  # fmt: skip


COMMANDS = (
    Command(("cetak", "kwitansi"), "simpan kwitansi tiap penerima (F2) sebagai PDF", _satu_daftar, _kwitansi),
    Command(("cetak", "kelengkapan"), "simpan daftar kelengkapan SPJ (F4) sebagai PDF", _satu_daftar, _kelengkapan),
    Command(("cetak", "uang"), "pecahan uang yang diambil dan isi tiap amplop", _satu_daftar_xlsx, _uang),
    Command(("cetak", "transfer"), "simpan berkas transfer bank", _transfer_arguments, _transfer),
    Command(("cetak", "daftar"), "simpan satu daftar ke Excel", _daftar_arguments, _daftar),
    Command(("cetak", "rekap"), "simpan rekap satu periode (F3)", _rekap_arguments, _rekap),
    Command(("cetak", "rekap-rt"), "simpan rekap setahun tiap RT", _tahun_arguments, _rekap_rt),
    Command(("cetak", "kartu"), "simpan kartu insentif satu RT", _kartu_arguments, _kartu),
    Command(("cetak", "umur"), "simpan daftar yang belum dibayar", _umur_arguments, _umur),
)
