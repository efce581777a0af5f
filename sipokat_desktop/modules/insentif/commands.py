"""Incentives on the command line, at the office and at the city."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.arguments import berkas
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Output, no_arguments

from . import (
    commands_audit,
    commands_cetak,
    commands_ketetapan,
    commands_kinerja,
    commands_kota,
    commands_rekap,
    commands_saldo,
    commands_siklus,
    commands_susun,
    ops,
    queries,
    text,
)
from .commands_siklus import angka, kalimat, ringkas


def _nomor(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="nomor daftar, misalnya INS-2026TW1-7QD-01")


def _kunci_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--lurah", metavar="NAMA", help="bila lurah belum dicatat sebagai penanda tangan")
    parser.add_argument("--alasan", default="", help="bila tetap dikunci walau ada yang salah")


def _kunci(context: Context, args: Namespace) -> Output:
    hari = hari_ini(context.store)
    tercatat = rt.pejabat(context.store.reader(), lingkup=context.lingkup, peran="lurah", hari=hari)
    lurah = args.lurah if args.lurah is not None else tercatat.nama if tercatat else "Lurah"
    ops.kunci(context.store, args.nomor, lurah=lurah, alasan=args.alasan)
    daftar = queries.cari_daftar(context.store.reader(), args.nomor)
    return Output((f"Dikunci oleh {lurah}.", kalimat(daftar)), ringkas(daftar))


def _terima_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--kecuali", metavar="3,7", help="nomor urut yang belum menerima")
    parser.add_argument("--hanya", metavar="3,7", help="nomor urut yang menerima")
    parser.add_argument("--tanggal", default="", metavar="HARI", help="bawaan: hari ini")
    parser.add_argument("--cara", default="", choices=("tunai", "transfer"), help="bawaan: menurut komponennya")
    parser.add_argument("--kuasa", default="", metavar="NOMOR", help="nomor surat kuasa")


def _terima(context: Context, args: Namespace) -> Output:
    kecuali, hanya = angka(args.kecuali, "--kecuali"), angka(args.hanya, "--hanya")
    dicatat = ops.terima(
        context.store, args.nomor, kecuali=kecuali, hanya=hanya, cara=args.cara, surat_kuasa=args.kuasa,
        hari=tanggal.baca(args.tanggal) if args.tanggal else None,
    ).value  # fmt: skip
    con = context.store.reader()
    daftar = queries.cari_daftar(con, args.nomor)
    sisa = (b for b in queries.baris(con, daftar_id=daftar.daftar_id) if b.no not in dicatat and b.no not in kecuali)
    menunggu = queries.menunggu(con, (b for b in sisa if not b.lunas and (not hanya or b.no in hanya)))
    data = ringkas(daftar) | {"dicatat": [*dicatat], "menunggu": [*menunggu]}
    tunda = (text.MENUNGGU.format(hal="; ".join(menunggu.values())),) if menunggu else ()
    return Output((f"{len(dicatat)} penerima dicatat sudah menerima.", *tunda, kalimat(daftar)), data)


def _batal_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("no", type=int, metavar="NO", help="nomor urut")
    parser.add_argument("--alasan", required=True)


def _batal(context: Context, args: Namespace) -> Output:
    ops.batal_terima(context.store, args.nomor, args.no, alasan=args.alasan)
    daftar = queries.cari_daftar(context.store.reader(), args.nomor)
    return Output((f"Catatan terima nomor urut {args.no} dibatalkan.", kalimat(daftar)), ringkas(daftar))


def _daftar(context: Context, _args: Namespace) -> Output:
    semua = queries.semua_daftar(context.store.reader(), lingkup=context.lingkup)
    lines = tuple(kalimat(d) for d in semua)
    return Output(
        lines or ("Belum ada daftar. Susun: sipokat insentif susun --periode 2026-TW1",), [ringkas(d) for d in semua]
    )


def _cetak_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--keluaran", required=True, type=berkas, metavar="F.pdf")
    parser.add_argument("--kertas", choices=("F4", "A4"), default="F4")
    parser.add_argument("--lengkap", action="store_true", help="bentuk mendatar dengan NIK, bruto, dan PPh 21")


def _cetak(context: Context, args: Namespace) -> Output:
    from . import prints

    halaman = prints.cetak(context.store, args.nomor, kertas=args.kertas, keluaran=args.keluaran, lengkap=args.lengkap)
    return Output(
        (f"Tersimpan di {args.keluaran} ({halaman} halaman {args.kertas}).",),
        {"berkas": str(args.keluaran), "halaman": halaman, "kertas": args.kertas},
    )


COMMANDS = (
    *commands_susun.COMMANDS,
    Command(("insentif", "kunci"), "kunci daftar atas nama lurah", _kunci_arguments, _kunci),
    Command(("insentif", "terima"), "catat penerima yang sudah menerima", _terima_arguments, _terima),
    Command(("insentif", "batal-terima"), "batalkan catatan terima satu baris", _batal_arguments, _batal),
    Command(("insentif", "daftar"), "tampilkan semua daftar", no_arguments, _daftar),
    *commands_siklus.COMMANDS,
    *commands_rekap.COMMANDS,
    *commands_ketetapan.COMMANDS,
    *commands_kinerja.COMMANDS,
    *commands_audit.COMMANDS,
    *commands_saldo.COMMANDS,
    Command(("cetak", "tanda-terima"), "simpan daftar tanda terima sebagai PDF", _cetak_arguments, _cetak),
    *commands_cetak.COMMANDS,
)

CITY_COMMANDS = commands_kota.CITY_COMMANDS
