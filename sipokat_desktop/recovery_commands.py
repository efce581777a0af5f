"""``sipokat pulihkan`` and ``sipokat kunci``: backups put back, and the key of this computer's data."""

from __future__ import annotations

import argparse
from pathlib import Path

from sipokat_desktop import app, safety, unlock
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.storage import keys
from sipokat_desktop.storage.command import Output, no_arguments
from sipokat_desktop.storage.identity import write_atomically

FOTO_PULIH = (
    "Foto tidak ikut di dalam cadangan. {n} foto yang belum terkirim ke kota tidak ada di komputer ini; yang ada di "
    "komputer lain kantor ini datang lewat sinkron."
)
TERBUKA = "Data di komputer ini terbuka lagi. Buka Sipokat seperti biasa."
DIBUAT = "Kode pemulihan yang berlaku dibuat {kapan}."
BELUM = "Kode pemulihan belum pernah dibuat: sipokat kunci kode --keluaran F.pdf, lalu simpan lembarnya."
DI_GUDANG = "Data di komputer ini terkunci; kuncinya disimpan oleh sistem operasi untuk pemakai komputer ini."
DI_BERKAS = (
    "Data di komputer ini terkunci, tetapi komputer ini tidak mempunyai penyimpan kunci: kuncinya ada di berkas "
    "kunci.json, yang hanya dapat dibaca pemakai komputer ini."
)
KODE_BARU = "Kode pemulihan: {kode}. Cetak dan simpan di tempat terkunci; kode yang lama tidak berlaku lagi."


def _restore_arguments(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--kode", default="", metavar="KODE", help="kode pemulihan, untuk cadangan dari komputer lain")


def _restore(args: argparse.Namespace) -> Output:
    from sipokat_desktop.storage import photoqueue, salvage

    carried = safety.restore(args.data, args.file, args.kode)
    unread = salvage.take(args.data)
    foto = photoqueue.lost(args.data, unlock.key(args.data))
    return Output(
        (
            f"Data dipulihkan dari {args.file.name}. {carried} perubahan yang belum terkirim ikut dipertahankan.",
            *([unread] if unread else []),
            *([FOTO_PULIH.format(n=foto)] if foto else []),
        ),
        {"berkas": str(args.file), "dipertahankan": carried, "tidak_terbaca": unread, "foto_hilang": foto},
    )


def _code_argument(parser: Parser) -> None:
    parser.add_argument("kode", nargs="+", metavar="KODE", help="seperti tercetak; spasi dan tanda hubung boleh")


def _recover(args: argparse.Namespace) -> Output:
    keys.recover(args.data, " ".join(args.kode))
    return Output((TERBUKA,), {"terbuka": True})


def _paper_argument(parser: Parser) -> None:
    parser.add_argument("--keluaran", type=Path, metavar="F.pdf", help="lembar untuk dicetak dan disimpan")


def _code(office: app.Office, args: argparse.Namespace) -> Output:
    code, paper = office.new_recovery_code()
    if args.keluaran:
        write_atomically(args.keluaran, paper, private=True)
    return Output((KODE_BARU.format(kode=code),), {"kode": code, "berkas": str(args.keluaran or "")})


def _show(office: app.Office, _args: argparse.Namespace) -> Output:
    known = keys.load(office.store.folder)
    assert known is not None, "a store that is open has a key"
    kapan = tanggal.waktu(known.boxed, office.store.clock())
    lines = DI_GUDANG if known.name else DI_BERKAS, DIBUAT.format(kapan=kapan) if known.boxed else BELUM
    return Output(lines, {"penyimpan_kunci": bool(known.name), "kode_dibuat": known.boxed})


FIRST = (
    (("pulihkan",), "pulihkan data dari cadangan", _restore_arguments, _restore),
    (("kunci", "pulihkan"), "buka data dengan kode pemulihan", _code_argument, _recover),
)
"""What is done before the store is opened."""
COMMANDS = (
    (("kunci", "kode"), "buat kode pemulihan yang baru", _paper_argument, _code),
    (("kunci", "lihat"), "keadaan kunci data komputer ini", no_arguments, _show),
)
