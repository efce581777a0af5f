"""The roster on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import nik
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import impor_perintah, ops, queries, text
from .peran import peran_kantor


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
    parser.add_argument("peran", choices=tuple(text.SEMUA_PERAN), help="siapa yang menandatangani")
    parser.add_argument("--nama", required=True)
    parser.add_argument("--nip", default="")
    parser.add_argument("--pangkat", default="")
    parser.add_argument("--sebutan", default="", help="bila berbeda, misalnya “Plt. Lurah”")
    parser.add_argument("--mulai", default="", metavar="TANGGAL")


def _pejabat(context: Context, args: Namespace) -> Output:
    isian = {field: str(getattr(args, field)) for field in ("nama", "nip", "pangkat", "sebutan", "mulai")}
    sendiri = args.peran in peran_kantor(context.kantor)  # an office above others records its own signers
    ops.set_pejabat(context.store, context.kantor if sendiri else context.lingkup, args.peran, isian)
    return Output((f"{text.SEMUA_PERAN[args.peran]}: {args.nama}.",), {"peran": args.peran, "nama": args.nama})


COMMANDS = (
    *impor_perintah.COMMANDS,
    Command(("rt", "daftar"), "tampilkan ketua RT yang menjabat hari ini", _daftar_arguments, _daftar),
    Command(("rt", "pejabat"), "catat penanda tangan daftar", _pejabat_arguments, _pejabat),
)
