"""``sipokat-pusat pembaruan …``: what the release maker does with updates of the office program."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.arguments import Parser, Tree
from sipokat_desktop.kernel.errors import InputSalah

from . import text, text_pembaruan
from .args import Run, settings, with_database

if TYPE_CHECKING:
    from .gudang import Gudang


def update_commands(tree: Tree) -> None:
    """Add the commands."""
    _command(tree, "siapkan", "buat kunci dan gudang pembaruan", _prepare, keys=True)
    add = _command(tree, "tambah", "terbitkan berkas pemasangan versi baru", _add, keys=True)
    add.add_argument("file", type=Path, metavar="BERKAS")
    add.add_argument("--catatan", default="", metavar="TEKS", help="apa yang baru, satu kalimat untuk kantor")
    withdraw = _command(tree, "cabut", "tarik kembali sebuah versi", _withdraw, keys=True)
    withdraw.add_argument("versi", metavar="VERSI")
    renew = _command(tree, "perpanjang", "perpanjang tanda tangan, atau ganti kunci", _renew, keys=True)
    renew.add_argument("--kunci-baru", type=Path, metavar="FOLDER", help="buat kunci baru di folder ini")
    _command(tree, "daftar", "versi yang diterbitkan", _list)
    write = _command(tree, "tulis", "tulis versi terbaru ke flashdisk", _write)
    write.add_argument("ke", type=Path, metavar="FOLDER")


def _command(tree: Tree, word: str, help_: str, run: Run, *, keys: bool = False) -> Parser:
    sub = tree.add(("pembaruan", word), help_)
    sub.add_argument("--gudang", type=Path, metavar="FOLDER", help="gudang pembaruan; bawaannya menurut konfigurasi")
    if keys:
        sub.add_argument("--kunci", type=Path, required=True, metavar="FOLDER", help="folder kunci, di flashdisk")
        sub.add_argument("--sandi-dari", type=Path, metavar="FILE", help="berkas berisi kata sandi kunci")
    sub.set_defaults(run=run)
    return sub


def _store(args: argparse.Namespace) -> Gudang:
    from sync.server.database import Database

    from . import pembaruan_web
    from .gudang import Gudang

    chosen = args.gudang or settings(args).pembaruan
    if chosen:
        return Gudang(Path(chosen))
    here = with_database(args)
    with closing(Database(here.basis_data)) as db:
        return Gudang(pembaruan_web.folder_of(here, db))


def _password(args: argparse.Namespace) -> str:
    if args.sandi_dari is None:
        import getpass

        return getpass.getpass(text_pembaruan.SANDI_TANYA)
    try:
        file: Path = args.sandi_dari
        return file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as exc:
        raise InputSalah("sandi", text_pembaruan.SANDI_TAK_TERBACA.format(file=args.sandi_dari)) from exc


def _prepare(args: argparse.Namespace) -> tuple[str, object]:
    store = _store(args)
    root = store.prepare(args.kunci, _password(args))
    kata = text_pembaruan.DISIAPKAN.format(folder=store.folder, kunci=args.kunci)
    return kata, {"gudang": str(store.folder), "akar": str(root)}


def _add(args: argparse.Namespace) -> tuple[str, object]:
    version = _store(args).add(args.file, args.kunci, _password(args), args.catatan)
    return text_pembaruan.DITAMBAH.format(versi=version), {"versi": version}


def _withdraw(args: argparse.Namespace) -> tuple[str, object]:
    latest = _store(args).withdraw(args.versi, args.kunci, _password(args))
    kata = text_pembaruan.DICABUT.format(versi=args.versi, terbaru=latest or text_pembaruan.TIADA)
    return kata, {"versi": args.versi, "terbaru": latest}


def _renew(args: argparse.Namespace) -> tuple[str, object]:
    until = _store(args).renew(args.kunci, _password(args), args.kunci_baru)
    said = text_pembaruan.DIGANTI if args.kunci_baru else text_pembaruan.DIPERPANJANG
    return said.format(sampai=_day(until), kunci=args.kunci_baru), {"sampai": until}


def _list(args: argparse.Namespace) -> tuple[str, object]:
    store = _store(args)
    found, until = store.versions(), store.valid_until()
    lines = [
        text_pembaruan.BARIS.format(
            versi=one.versi, ukuran=text.ukuran(one.bita), berkas=one.berkas,
            terbaru=text_pembaruan.TERBARU if one.terbaru else "",
        )
        for one in found
    ] or [text_pembaruan.KOSONG]  # fmt: skip
    lines.append(text_pembaruan.BERLAKU.format(sampai=_day(until)))
    return "\n".join(lines), {"versi": [one._asdict() for one in found], "sampai": until}


def _write(args: argparse.Namespace) -> tuple[str, object]:
    folder, until = _store(args).write(args.ke)
    return text_pembaruan.DITULIS.format(folder=folder, sampai=_day(until)), {"folder": str(folder), "sampai": until}


def _day(ms: int) -> str:
    return tanggal.panjang(tanggal.wib(ms).date())
