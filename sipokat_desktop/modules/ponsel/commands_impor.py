"""The import of a register of goods on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Json, Output

if TYPE_CHECKING:
    from .impor import Neraca, Rencana

_BELUM = (
    "{n} baris ditolak (baris {nomor}). Belum ada yang disimpan. {rincian} "
    "Perbaiki, atau ulangi dengan --lewati-bermasalah."
)
_DISEBUT = 20


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="lembar .xlsx, .xls, .ods, atau .csv")
    parser.add_argument("--lewati-bermasalah", action="store_true", help="simpan baris yang baik saja")
    parser.add_argument("--pratinjau", action="store_true", help="tampilkan saja, jangan simpan")


def _impor(context: Context, args: Namespace) -> Output:
    from . import impor

    berkas = impor.buka(args.file)
    pemetaan = impor.usul(berkas)
    if pemetaan.kurang:
        raise InputSalah("berkas", pemetaan.kurang[0])
    rencana = impor.banding(context.store, context.lingkup, berkas, pemetaan)
    if args.pratinjau:
        return Output((rencana.kalimat, *_baris(rencana)), _data(rencana, rencana.neraca()))
    salah = rencana.bermasalah
    if salah and not args.lewati_bermasalah:
        nomor = ", ".join(str(satu.letak.baris) for satu in salah[:_DISEBUT]) + (" …" if len(salah) > _DISEBUT else "")
        rincian = " ".join(f"Baris {satu.letak.baris}: {satu.alasan}" for satu in salah[:5])
        raise InputSalah("berkas", _BELUM.format(n=len(salah), nomor=nomor, rincian=rincian))
    neraca = impor.simpan(context.store, context.lingkup, rencana).value
    return Output((neraca.kalimat, *_baris(rencana)), _data(rencana, neraca))


def _baris(rencana: Rencana) -> list[str]:
    """Return a line for every row that needs a word."""
    from .impor import Berat, Nasib

    hasil = []
    for satu in rencana.baris:
        kata = [satu.alasan] if satu.nasib in (Nasib.DITOLAK, Nasib.DILEWATI) else []
        kata += [t.pesan for t in satu.tanda if t.berat >= Berat.RAGU and t.pesan not in kata]
        if kata:
            hasil.append(f"Baris {satu.letak.baris} ({satu.sebutan}): {' '.join(kata)}")
    return hasil


def _data(rencana: Rencana, neraca: Neraca) -> dict[str, Json]:
    return {
        **{nama: nilai for nama, nilai in neraca._asdict().items()},
        "baris": [
            {"lembar": b.lembar, "baris": b.letak.baris, "nasib": b.nasib.value, "alasan": b.alasan,
             "sebutan": b.sebutan, "tanda": [t.pesan for t in b.tanda]}
            for b in rencana.baris
        ],
    }  # fmt: skip


COMMANDS: tuple[Command, ...] = (
    Command(("barang", "impor"), "masukkan daftar barang dari lembar", _arguments, _impor),
)
