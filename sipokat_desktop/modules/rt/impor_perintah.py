"""The import on the command line: bring a sheet in, look first, list the imports, take one back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Json, Output, no_arguments

if TYPE_CHECKING:
    from .impor import BarisRencana, Neraca, Rencana

_TIDAK_ADA = "Belum ada impor dalam 30 hari terakhir."
_BELUM = (
    "{baik} baris baik, {salah} bermasalah (baris {nomor}). Belum ada yang disimpan. {rincian} "
    "Perbaiki, atau ulangi dengan --lewati-bermasalah."
)


def _impor_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="lembar .xlsx, .xls, .ods, atau .csv")
    parser.add_argument("--kelurahan", metavar="KODE", help="kode atau nama kelurahan pemilik data")
    parser.add_argument("--lewati-bermasalah", action="store_true", help="simpan baris yang baik saja")
    parser.add_argument("--pratinjau", action="store_true", help="tampilkan saja, jangan simpan")
    parser.add_argument("--neraca", type=Path, metavar="BERKAS", help="tulis neraca ke berkas .txt atau .csv")


def _impor(context: Context, args: Namespace) -> Output:
    from . import impor

    berkas = impor.buka(args.file)
    rencana = impor.banding(context.store, context.lingkup, berkas, impor.usul(berkas, context.store))
    if args.pratinjau:
        return Output((rencana.kalimat, *rencana.catatan, *_baris(rencana)), _data(rencana, rencana.neraca))
    if rencana.bermasalah and not args.lewati_bermasalah:
        raise InputSalah("berkas", _tolakan(rencana))
    neraca = impor.simpan(context.store, context.lingkup, rencana).value
    if args.neraca:
        neraca.tulis(args.neraca)
    return Output((neraca.kalimat, *rencana.catatan, *_baris(rencana)), _data(rencana, neraca))


def _baris(rencana: Rencana) -> list[str]:
    """Return a line for every row that needs a word: replaced, changed, skipped, in doubt."""
    from .impor import Berat, Nasib

    hasil: list[str] = []
    for satu in rencana.baris:
        kata = [] if satu.nasib in (Nasib.BARU, Nasib.SAMA) else [satu.alasan]
        kata += [tanda.pesan for tanda in satu.tanda if tanda.berat >= Berat.RAGU and tanda.pesan not in kata]
        if kata:
            hasil.append(f"Baris {satu.letak.baris}: {' '.join(kata)}")
    return hasil


def _data(rencana: Rencana, neraca: Neraca) -> dict[str, Json]:
    return {
        "dibaca": neraca.dibaca, "baru": neraca.baru, "diubah": neraca.diubah, "sama": neraca.sama,
        "dilewati": neraca.dilewati, "diganti": neraca.diganti, "act_id": neraca.act_id,
        "catatan": [satu for baris in rencana.baris for satu in _catatan(baris)],
        "berkas": list(rencana.catatan), "tak_ada": list(rencana.tak_ada),
    }  # fmt: skip


def _catatan(baris: BarisRencana) -> list[Json]:
    hasil: list[Json] = [
        {
            "lembar": baris.lembar, "baris": baris.letak.baris, "kolom": tanda.isian, "huruf": tanda.huruf,
            "berat": tanda.berat.name.lower(), "pesan": tanda.pesan,
        }
        for tanda in baris.tanda
    ]  # fmt: skip
    if not hasil and baris.nasib.value in ("dilewati", "ganti ketua", "diubah"):
        hasil.append({"lembar": baris.lembar, "baris": baris.letak.baris, "kolom": "", "pesan": baris.alasan})
    return hasil


def _tolakan(rencana: Rencana) -> str:
    salah = rencana.bermasalah
    rincian = " ".join(f"Baris {satu.letak.baris}: {satu.alasan}" for satu in salah[:5])
    return _BELUM.format(
        baik=len(rencana.baris) - len(salah), salah=len(salah), rincian=rincian,
        nomor=", ".join(str(satu.letak.baris) for satu in salah[:20]) + (" …" if len(salah) > 20 else ""),
    )  # fmt: skip


def _batalkan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("impor", nargs="?", default="", metavar="IMPOR", help="kode impor; tanpa kode: yang terakhir")


def _batalkan(context: Context, args: Namespace) -> Output:
    from . import impor

    act_id = str(args.impor)
    if not act_id:
        semua = [satu for satu in impor.daftar_impor(context.store) if not satu.dibatalkan]
        if not semua:
            raise InputSalah("impor", _TIDAK_ADA)
        act_id = semua[0].act_id
    hasil = impor.batalkan(context.store, act_id).value
    return Output((hasil.kalimat, *hasil.tetap), {"dibatalkan": hasil.dibatalkan, "tetap": list(hasil.tetap)})


def _daftar(context: Context, _args: Namespace) -> Output:
    from . import impor

    semua = impor.daftar_impor(context.store)
    lines = tuple(
        f"{satu.act_id}  {tanggal.panjang(tanggal.wib(satu.waktu).date())} {tanggal.jam_wib(satu.waktu)}  "
        f"{satu.berkas}  {'dibatalkan' if satu.dibatalkan else satu.neraca.kalimat}"
        for satu in semua
    )
    data: list[Json] = [
        {
            "act_id": satu.act_id, "waktu": satu.waktu, "oleh": satu.oleh, "berkas": satu.berkas,
            "dibatalkan": satu.dibatalkan, "dibaca": satu.neraca.dibaca, "baru": satu.neraca.baru,
            "diubah": satu.neraca.diubah, "sama": satu.neraca.sama, "dilewati": satu.neraca.dilewati,
        }
        for satu in semua
    ]  # fmt: skip
    return Output(lines or (_TIDAK_ADA,), data)


COMMANDS = (
    Command(("impor", "rt"), "masukkan data ketua RT dari lembar kantor", _impor_arguments, _impor),
    Command(("impor", "daftar"), "tampilkan impor 30 hari terakhir", no_arguments, _daftar),
    Command(("impor", "batalkan"), "batalkan satu impor", _batalkan_arguments, _batalkan),
)
