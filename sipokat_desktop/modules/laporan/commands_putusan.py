"""Verification on the command line: the list with exceptions first, ya or tidak, the category, the settings."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import commands_pilih as pilih
from . import ops, text
from . import periksa as daftar_periksa
from . import text_perintah as kata
from .periksa import Diperiksa

_TARIK = "tarik"


def _verifikasi_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("putusan", choices=(*text.PUTUSAN, _TARIK))
    pilih.kode_arguments(parser, banyak=True)
    parser.add_argument("--catatan", default="", metavar="TEKS", help="wajib bila tidak")
    parser.add_argument("--kategori", default="", choices=("", *text.KATEGORI))


def _verifikasi(context: Context, args: Namespace) -> Output:
    store, ids = context.store, pilih.pilih_semua(context, args.kode)
    if args.putusan == _TARIK:
        n = ops.tarik_putusan(store, ids).value
        return Output((kata.DITARIK.format(n=n),), {"ditarik": n})
    hasil = ops.verifikasi(store, ids, args.putusan, catatan=args.catatan, kategori=args.kategori).value
    if hasil.dilewati and not hasil.tertulis + hasil.sudah:
        raise InputSalah("kode", hasil.dilewati[0].kalimat)
    awal = kata.DIVERIFIKASI.format(n=hasil.tertulis, putusan=args.putusan, sudah=hasil.sudah)
    lewat: list[Json] = [{"kode": pilih.kode(d.laporan_id), "kalimat": d.kalimat} for d in hasil.dilewati]
    lines = (awal, *(f"{pilih.kode(d.laporan_id)}  {d.kalimat}" for d in hasil.dilewati))
    return Output(lines, {"tertulis": hasil.tertulis, "sudah": hasil.sudah, "dilewati": lewat})


def _kategori_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kategori", choices=tuple(text.KATEGORI))
    pilih.kode_arguments(parser, banyak=True)


def _kategori(context: Context, args: Namespace) -> Output:
    n = ops.kategori(context.store, pilih.pilih_semua(context, args.kode), args.kategori).value
    return Output((kata.KATEGORI.format(n=n, kategori=args.kategori),), {"diubah": n})


def _periksa_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--bulan", default="", metavar="BULAN")
    parser.add_argument("--dari", default="", metavar="TANGGAL")
    parser.add_argument("--sampai", default="", metavar="TANGGAL")
    parser.add_argument("--semua", action="store_true", help="juga yang sudah diverifikasi")
    parser.add_argument("--kelurahan", metavar="NAMA")


def _periksa(context: Context, args: Namespace) -> Output:
    dari, sampai = pilih.rentang(args)
    siapa = ops.boleh_verifikasi(context.kantor)
    if not siapa:
        raise InputSalah("", text.KOTA_MEMBACA)
    semua = daftar_periksa.periksa(
        context.store.reader(), pilih.lingkup(context, args), hari=hari_ini(context.store), siapa=siapa, dari=dari,
        sampai=sampai, semua=args.semua,
    )  # fmt: skip
    ragu = sum(not satu.bersih for satu in semua)
    di = pilih.tempat(context, (satu.laporan for satu in semua))
    baris = [_baris(satu, di) for satu in semua]
    lines = (*baris, kata.PERIKSA.format(n=len(semua), ragu=ragu)) if semua else (kata.BERSIH,)
    laporan: list[Json] = [_data(satu) for satu in semua]
    return Output(lines, {"laporan": laporan, "ragu": ragu})


def _baris(satu: Diperiksa, di: Mapping[str, str]) -> str:
    return "  ".join(filter(None, (pilih.baris(satu.laporan, di), satu.alasan)))


def _data(satu: Diperiksa) -> dict[str, Json]:
    temuan: list[Json] = [{"jenis": t.jenis, "kalimat": t.kata, "lain": [*t.lain]} for t in satu.temuan]
    return {**pilih.data(satu.laporan), "temuan": temuan}


def _setelan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--keagamaan", required=True, choices=tuple(text.PUTUSAN), help="pakai bidang Keagamaan")


def _setelan(context: Context, args: Namespace) -> Output:
    ops.pakai_bidang_5(context.store, context.lingkup, pakai=args.keagamaan == "ya")
    return Output((kata.SETELAN.format(keadaan=kata.DIPAKAI[args.keagamaan]),), {"keagamaan": args.keagamaan == "ya"})


COMMANDS: tuple[Command, ...] = (
    Command(("laporan", "verifikasi"), "nyatakan ya atau tidak, atau tarik", _verifikasi_arguments, _verifikasi),
    Command(("laporan", "kategori"), "tetapkan kategori kinerja atau biasa", _kategori_arguments, _kategori),
    Command(("laporan", "periksa"), "yang menunggu verifikasi, yang ganjil dulu", _periksa_arguments, _periksa),
    Command(("laporan", "setelan"), "pakai atau lepas bidang Keagamaan", _setelan_arguments, _setelan),
)
