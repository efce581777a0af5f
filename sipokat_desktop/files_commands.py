"""``sipokat berkas`` and ``sipokat bukti``: the exchange by file, and receipts that anybody can check."""

from __future__ import annotations

import argparse
from pathlib import Path

from sipokat_desktop import receipts
from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.storage.command import Json, Output

FOTO_SISA = "{n} foto tidak muat di berkas ini. Baca jawaban kota, lalu tulis berkas lagi."
LAMA = "Berkas itu lebih lama dari isi komputer ini; tidak ada yang berubah."


def write_arguments(parser: Parser) -> None:
    parser.add_argument("folder", type=Path, nargs="?", default=Path(), metavar="FOLDER", help="misalnya flashdisk")


def write(office: Office, args: argparse.Namespace) -> Output:
    """``sipokat berkas tulis``."""
    written = office.write_file(args.folder)
    foto = f" dan {written.photos} foto" if written.photos else ""
    sisa = [FOTO_SISA.format(n=written.photos_left)] if written.photos_left else []
    return Output(
        (f"{written.ops} perubahan{foto} ditulis ke {written.path}. Serahkan berkas ini ke Kominfo.", *sisa),
        {
            "berkas": str(written.path), "perubahan": written.ops, "foto": written.photos,
            "foto_belum_terkirim": written.photos_left,
        },
    )  # fmt: skip


def file_argument(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def read(office: Office, args: argparse.Namespace) -> Output:
    """``sipokat berkas baca``."""
    found = office.read_file(args.file)
    received = sum(map(len, found.rows.values()))
    same = {True: "Isi komputer ini dan kota sama.", False: "Isi komputer ini dan kota belum sama.", None: LAMA}
    return Output(
        (
            f"{found.answered} perubahan dijawab kota, {received} data diterima.",
            *filter(None, (found.note or same[found.matching],)),
        ),
        {
            "catatan": found.note,
            "dijawab": found.answered,
            "diterima": received,
            "cocok": found.matching,
            "bukti": found.receipt,
        },
    )


def export_arguments(parser: Parser) -> None:
    parser.add_argument("nomor", type=int, metavar="NOMOR")
    parser.add_argument("--keluaran", type=Path, required=True, metavar="FILE")


def export(office: Office, args: argparse.Namespace) -> Output:
    """``sipokat bukti simpan``."""
    receipts.export(office.store, args.nomor, args.keluaran)
    return Output((f"Bukti nomor {args.nomor} disimpan ke {args.keluaran}.",), {"berkas": str(args.keluaran)})


def check_arguments(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--kunci", default="", metavar="KUNCI", help="kunci kota, di komputer yang belum terdaftar")


def check(office: Office, args: argparse.Namespace) -> Output:
    """``sipokat bukti periksa``: works without the city and without internet."""
    proof = receipts.check(office.store, args.file, args.kunci)
    at = tanggal.wib(proof.at)
    kapan = f"{tanggal.panjang(at.date())} pukul {tanggal.jam_wib(proof.at)} WIB"
    sides: list[Json] = [{"tabel": name, "kantor": here, "kota": there} for name, here, there in proof.sides]
    return Output(
        (
            f"Bukti asli, ditandatangani kota pada {kapan} untuk {proof.label}.",
            f"{proof.acked} perubahan dari komputer itu sudah diterima kota.",
            *(f"{name}: {here} di kantor, {there} di kota" for name, here, there in proof.sides),
            "Isi kantor dan kota sama." if proof.matching else "Isi kantor dan kota berbeda.",
        ),
        {
            "asli": True, "perangkat": proof.label, "waktu": proof.at, "perubahan": proof.acked,
            "cocok": proof.matching, "isi": sides,
        },
    )  # fmt: skip


COMMANDS = (
    (("berkas", "tulis"), "tulis perubahan ke flashdisk untuk kota", write_arguments, write),
    (("berkas", "baca"), "baca jawaban kota dari flashdisk", file_argument, read),
    (("bukti", "simpan"), "simpan bukti sinkron sebagai berkas", export_arguments, export),
    (("bukti", "periksa"), "periksa keaslian bukti sinkron, tanpa internet", check_arguments, check),
)
