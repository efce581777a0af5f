"""``sipokat cadangkan``: a backup now and its second place; ``sipokat laporkan-masalah``: a file for who helps."""

from __future__ import annotations

import argparse
from pathlib import Path

from sipokat_desktop import app
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import secondplace
from sipokat_desktop.storage.command import Json, Output

FOTO = "Foto tidak ikut di dalam cadangan. {n} foto belum terkirim ke kota: sinkronkan dulu bila dapat."
KEDUA = "Mulai sekarang setiap cadangan disalin juga ke {folder}."
TANPA = "Cadangan tidak lagi disalin ke tempat kedua. Cadangan yang sudah ada di sana tetap ada."
LAPORAN = "Laporan masalah tersimpan di {file}. Isinya jumlah, versi, dan letak kesalahan; tanpa data orang."
SALAH_SATU = "Sebutkan --tempat-kedua FOLDER atau --tanpa, jangan keduanya."


def _arguments(parser: Parser) -> None:
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE")
    parser.add_argument("--tempat-kedua", type=Path, metavar="FOLDER", help="flashdisk atau folder bersama")
    parser.add_argument("--tanpa", action="store_true", help="tanpa tempat kedua")


def _backup(office: app.Office, args: argparse.Namespace) -> Output:
    words = _second_place(office, args)
    path = office.safety.backup(args.file)
    foto = office.status().photos
    place = office.safety.second_place()
    data: dict[str, Json] = {
        "berkas": str(path), "foto_belum_terkirim": foto, "tempat_kedua": place.folder, "gangguan": place.trouble,
    }  # fmt: skip
    kata = [FOTO.format(n=foto)] if foto else []
    gangguan = [place.trouble] if place.trouble and args.file is None else []
    return Output((*words, f"Cadangan tersimpan dan sudah diuji: {path}", *kata, *gangguan), data)


def _second_place(office: app.Office, args: argparse.Namespace) -> tuple[str, ...]:
    if args.tanpa and args.tempat_kedua:
        raise InputSalah("folder", SALAH_SATU)
    if args.tanpa:
        secondplace.remove(office.store.folder)
        return (TANPA,)
    if args.tempat_kedua:
        place = secondplace.choose(office.store.folder, args.tempat_kedua)
        return (KEDUA.format(folder=place.folder),)
    return ()


def _report_arguments(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="F.zip")


def _report(office: app.Office, args: argparse.Namespace) -> Output:
    office.report_problem(args.file)
    return Output((LAPORAN.format(file=args.file),), {"berkas": str(args.file)})


COMMANDS = (
    (("cadangkan",), "buat cadangan yang langsung diuji", _arguments, _backup),
    (("laporkan-masalah",), "tulis laporan masalah tanpa data orang", _report_arguments, _report),
)
