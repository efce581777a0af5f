"""The roster on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from sipokat_desktop.kernel import nik
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import impor, ops, queries, text


def _impor_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="lembar .xlsx, .xls, .ods, atau .csv")
    parser.add_argument("--kelurahan", metavar="KODE", help="kode atau nama kelurahan pemilik data")
    parser.add_argument("--lewati-bermasalah", action="store_true", help="simpan baris yang baik saja")


def _impor(context: Context, args: Namespace) -> Output:
    bacaan = impor.baca(args.file, ops.hari_ini(context.store))
    if bacaan.bermasalah and not args.lewati_bermasalah:
        raise InputSalah("berkas", _tolakan(bacaan))
    neraca = impor.simpan(context.store, context.lingkup, bacaan).value
    catatan = tuple(f"Baris {m.baris}: {m.pesan}" for m in neraca.masalah)
    return Output(
        (neraca.kalimat, *catatan),
        {
            "dibaca": neraca.dibaca, "baru": neraca.baru, "diubah": neraca.diubah, "sama": neraca.sama,
            "dilewati": neraca.dilewati, "diganti": neraca.diganti,
            "catatan": [{"baris": m.baris, "kolom": m.kolom, "pesan": m.pesan} for m in neraca.masalah],
        },
    )  # fmt: skip


def _tolakan(bacaan: impor.Bacaan) -> str:
    nomor = ", ".join(str(b) for b in sorted({m.baris for m in bacaan.bermasalah}))
    rincian = " ".join(f"Baris {m.baris}: {m.pesan}" for m in bacaan.bermasalah[:5])
    return (
        f"{len(bacaan.baik)} baris baik, {len({m.baris for m in bacaan.bermasalah})} bermasalah (baris {nomor}). "
        f"Belum ada yang disimpan. {rincian} Perbaiki, atau ulangi dengan --lewati-bermasalah."
    )


def _daftar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--samarkan", action="store_true", help="tutupi bagian tengah NIK")


def _daftar(context: Context, args: Namespace) -> Output:
    roster = queries.roster(context.store.reader(), lingkup=context.lingkup, hari=ops.hari_ini(context.store))
    lines = tuple(
        f"RT {b.nomor}  {b.nama or text.KOSONG:<32}  {nik.samarkan(b.nik):<18}  {b.tmt or '':<10}  {b.akhir_sk or ''}"
        for b in roster
    )
    data: list[Json] = [
        {
            "rt": b.nomor, "nama": b.nama, "nik": nik.samarkan(b.nik) if args.samarkan else b.nik, "tmt": b.tmt,
            "akhir_sk": b.akhir_sk, "sk": b.sk_nomor, "hp": b.hp, "alamat": b.alamat, "jabatan_id": b.jabatan_id,
        }
        for b in roster
    ]  # fmt: skip
    return Output(lines or ("Belum ada data RT. Impor lembar kantor: sipokat impor rt FILE",), data)


def _pejabat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("peran", choices=tuple(text.PERAN), help="siapa yang menandatangani")
    parser.add_argument("--nama", required=True)
    parser.add_argument("--nip", default="")
    parser.add_argument("--pangkat", default="")
    parser.add_argument("--sebutan", default="", help="bila berbeda, misalnya “Plt. Lurah”")
    parser.add_argument("--mulai", default="", metavar="TANGGAL")


def _pejabat(context: Context, args: Namespace) -> Output:
    isian = {field: str(getattr(args, field)) for field in ("nama", "nip", "pangkat", "sebutan", "mulai")}
    ops.set_pejabat(context.store, context.lingkup, args.peran, isian)
    return Output((f"{text.PERAN[args.peran]}: {args.nama}.",), {"peran": args.peran, "nama": args.nama})


COMMANDS = (
    Command(("impor", "rt"), "masukkan data ketua RT dari lembar kantor", _impor_arguments, _impor),
    Command(("rt", "daftar"), "tampilkan ketua RT yang menjabat hari ini", _daftar_arguments, _daftar),
    Command(("rt", "pejabat"), "catat penanda tangan daftar", _pejabat_arguments, _pejabat),
)
