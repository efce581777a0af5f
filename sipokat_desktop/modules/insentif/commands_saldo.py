"""The opening balance on the command line: import past payments, list the imports, take one back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Json, Output, no_arguments

from . import komponen

if TYPE_CHECKING:
    from .saldo_awal import Neraca, Rencana

_BELUM = (
    "{baik} baris baik, {salah} bermasalah (baris {nomor}). Belum ada yang disimpan. {rincian} "
    "Perbaiki, atau ulangi dengan --lewati-bermasalah."
)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="lembar .xlsx, .xls, .ods, atau .csv")
    parser.add_argument("--komponen", default="", metavar="NAMA", help="untuk baris yang tidak menyebut komponen")
    parser.add_argument("--periode", default="", metavar="PERIODE", help="2020-TW1 atau 2020, bila lembar tak menyebut")
    parser.add_argument("--tanggal", default="", metavar="TANGGAL", help="tanggal bayar untuk baris tanpa tanggal")
    parser.add_argument("--lewati-bermasalah", action="store_true", help="simpan baris yang baik saja")
    parser.add_argument("--pratinjau", action="store_true", help="tampilkan saja, jangan simpan")


def _saldo(context: Context, args: Namespace) -> Output:
    from . import saldo_awal

    berkas = saldo_awal.buka(args.file)
    pilihan = saldo_awal.Pilihan(periode=args.periode.strip())
    if args.komponen:
        k = komponen.pilih_komponen(context.store.reader(), lingkup=context.lingkup, nama=args.komponen)
        pilihan = pilihan.dengan(komponen_id=k.komponen_id)
    if args.tanggal:
        pilihan = pilihan.dengan(tanggal=tanggal.baca(args.tanggal).isoformat())
    pemetaan = saldo_awal.usul(berkas, context.store, context.lingkup)
    rencana = saldo_awal.banding(context.store, context.lingkup, berkas, pemetaan, pilihan)
    if args.pratinjau:
        return Output((rencana.kalimat, *rencana.catatan, *_baris(rencana)), _data(rencana, rencana.neraca))
    if rencana.bermasalah and not args.lewati_bermasalah:
        raise InputSalah("berkas", _tolakan(rencana))
    neraca = saldo_awal.simpan(context.store, context.lingkup, rencana).value
    daftar = tuple(f"Daftar {nomor}" for nomor in neraca.daftar)
    return Output((neraca.kalimat, *daftar, *rencana.catatan, *_baris(rencana)), _data(rencana, neraca))


def _baris(rencana: Rencana) -> list[str]:
    """Return a line for every row that needs a word."""
    from .saldo_awal import Berat, Nasib

    hasil: list[str] = []
    for satu in rencana.baris:
        kata = [] if satu.nasib in (Nasib.DICATAT, Nasib.SAMA) else [satu.alasan]
        kata += [t.pesan for t in satu.tanda if t.berat >= Berat.RAGU and t.pesan not in kata]
        if kata:
            hasil.append(f"Baris {satu.letak.baris} ({satu.sebutan}): {' '.join(kata)}")
    return hasil


def _data(rencana: Rencana, neraca: Neraca) -> dict[str, Json]:
    return {
        "dibaca": neraca.dibaca, "dicatat": neraca.dicatat, "sama": neraca.sama, "dilewati": neraca.dilewati,
        "rupiah": neraca.rupiah, "daftar": [*neraca.daftar], "masa_baru": neraca.masa_baru, "act_id": neraca.act_id,
        "baris": [
            {"lembar": b.lembar, "baris": b.letak.baris, "nasib": b.nasib.value, "alasan": b.alasan,
             "sebutan": b.sebutan, "jumlah": b.jumlah, "usul": b.usul, "tanda": [t.pesan for t in b.tanda]}
            for b in rencana.baris
        ],
    }  # fmt: skip


def _tolakan(rencana: Rencana) -> str:
    salah = rencana.bermasalah
    return _BELUM.format(
        baik=len(rencana.baris) - len(salah), salah=len(salah),
        rincian=" ".join(f"Baris {satu.letak.baris}: {satu.alasan}" for satu in salah[:5]),
        nomor=", ".join(str(satu.letak.baris) for satu in salah[:20]) + (" …" if len(salah) > 20 else ""),
    )  # fmt: skip


def _batalkan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("impor", nargs="?", default="", metavar="IMPOR", help="kode impor; tanpa kode: yang terakhir")
    parser.add_argument("--alasan", default="", help="alasan pembatalan")


def _batalkan(context: Context, args: Namespace) -> Output:
    from . import saldo_awal
    from .saldo_awal import kata

    act_id = str(args.impor)
    if not act_id:
        semua = [satu for satu in saldo_awal.daftar_impor(context.store) if not satu.dibatalkan]
        if not semua:
            raise InputSalah("impor", kata.BELUM_ADA)
        act_id = semua[0].act_id
    hasil = saldo_awal.batalkan(context.store, act_id, alasan=args.alasan).value
    return Output(
        (hasil.kalimat, *hasil.tetap), {"dibalik": hasil.dibalik, "daftar": hasil.daftar, "tetap": [*hasil.tetap]}
    )


def _daftar(context: Context, _args: Namespace) -> Output:
    from . import saldo_awal
    from .saldo_awal import kata

    semua = saldo_awal.daftar_impor(context.store)
    lines = tuple(
        f"{satu.act_id}  {tanggal.panjang(tanggal.wib(satu.waktu).date())} {tanggal.jam_wib(satu.waktu)}  "
        f"{satu.berkas}  {'dibatalkan' if satu.dibatalkan else satu.neraca.kalimat}"
        for satu in semua
    )
    data: list[Json] = [
        {"act_id": satu.act_id, "waktu": satu.waktu, "oleh": satu.oleh, "berkas": satu.berkas,
         "dibatalkan": satu.dibatalkan, "rupiah": satu.neraca.rupiah, "daftar": [*satu.neraca.daftar]}
        for satu in semua
    ]  # fmt: skip
    return Output(lines or (kata.BELUM_ADA,), data)


COMMANDS = (
    Command(("insentif", "saldo-awal"), "masukkan pembayaran lama sebagai saldo awal", _arguments, _saldo),
    Command(("insentif", "saldo-daftar"), "tampilkan impor saldo awal", no_arguments, _daftar),
    Command(("insentif", "saldo-batalkan"), "batalkan satu impor saldo awal", _batalkan_arguments, _batalkan),
)
