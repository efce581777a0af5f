"""``sipokat-pusat pengguna``: the first people of Kominfo, and a way back in when nobody else can help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.arguments import Tree
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import InputSalah
from sync.server.database import Database
from sync.web.akun import orang, text
from sync.web.akun.orang import Akun, Baru
from sync.web.akun.peran import KECAMATAN, Peran
from sync.web.akun.sandi import Sandi

Opener = Callable[[argparse.Namespace], AbstractContextManager[Database]]
OLEH = "baris perintah server"


def add(tree: Tree, database: Opener) -> None:
    """Add ``pengguna tambah``, ``daftar``, ``sandi``, ``matikan`` and ``nyalakan``."""
    _tambah(tree, database)
    _daftar(tree, database)
    _sandi(tree, database)
    _matikan(tree, database)


def _satu(db: Database, login: str) -> Akun:
    akun = orang.bernama(db, login.lower())
    if akun is None:
        raise InputSalah("login", text.TAK_ADA.format(login=login))
    return akun


def _kata(akun: Akun, sandi: str, now: int) -> tuple[str, object]:
    sampai = tanggal.panjang(tanggal.wib(now + orang.SANDI_PERTAMA_MS).date())
    kalimat = f"Kata sandi pertama {akun.nama} (nama masuk {akun.login}): {sandi}\nBerlaku sampai {sampai}."
    return kalimat, {"id": akun.id, "login": akun.login, "sandi": sandi, "sampai": sampai}


def _tambah(tree: Tree, database: Opener) -> None:
    def run(args: argparse.Namespace) -> tuple[str, object]:
        peran, now = Peran(args.peran), now_ms()
        lingkup = wilayah.KOTA
        if peran in KECAMATAN:
            if not args.kecamatan:
                raise InputSalah("kecamatan", text.PERAN_SALAH)
            lingkup = wilayah.lingkup_kantor(wilayah.cari_kantor(args.kecamatan))
        with database(args) as db:
            baru = Baru(args.login.lower(), args.nama, peran, lingkup)
            return _kata(*orang.tambah(db, Sandi(), baru, oleh=OLEH, now=now), now)

    parser = tree.add(("pengguna", "tambah"), "orang yang masuk ke halaman web; kata sandi pertamanya tampil sekali")
    parser.add_argument("login", metavar="NAMA_MASUK")
    parser.add_argument("--nama", required=True, metavar="NAMA")
    parser.add_argument("--peran", required=True, choices=[peran.value for peran in Peran])
    parser.add_argument("--kecamatan", default="", metavar="KECAMATAN", help="untuk camat dan staf: kode atau nama")
    parser.set_defaults(run=run)


def _daftar(tree: Tree, database: Opener) -> None:
    def run(args: argparse.Namespace) -> tuple[str, object]:
        with database(args) as db:
            semua = orang.semua(db)
        lines = [
            f"{a.login}  {a.nama}  {a.peran.sebutan}  {a.orang.kantor}{'  DITUTUP' if a.dimatikan else ''}"
            for a in semua
        ]
        kosong = "Belum ada pengguna. Tambah: sipokat-pusat pengguna tambah NAMA_MASUK --nama NAMA --peran kominfo"
        return "\n".join(lines) or kosong, [a._asdict() for a in semua]

    tree.add(("pengguna", "daftar"), "orang yang dapat masuk ke halaman web").set_defaults(run=run)


def _sandi(tree: Tree, database: Opener) -> None:
    def run(args: argparse.Namespace) -> tuple[str, object]:
        with database(args) as db:
            akun, now = _satu(db, args.login), now_ms()
            return _kata(akun, orang.atur_ulang(db, Sandi(), akun.id, faktor=args.hp_hilang, now=now), now)

    parser = tree.add(("pengguna", "sandi"), "beri kata sandi pertama yang baru; semua perangkatnya dikeluarkan")
    parser.add_argument("login", metavar="NAMA_MASUK")
    parser.add_argument("--hp-hilang", action="store_true", help="kode HP juga dipasang dari awal")
    parser.set_defaults(run=run)


def _matikan(tree: Tree, database: Opener) -> None:
    def off(args: argparse.Namespace) -> tuple[str, object]:
        with database(args) as db:
            akun = _satu(db, args.login)
            orang.matikan(db, akun.id, now=now_ms())
        return f"{akun.nama} tidak dapat masuk lagi.", {"login": akun.login}

    def on(args: argparse.Namespace) -> tuple[str, object]:
        with database(args) as db:
            akun = _satu(db, args.login)
            orang.nyalakan(db, akun.id)
        return f"{akun.nama} dapat masuk lagi.", {"login": akun.login}

    for kata, run, bantuan in (("matikan", off, "tutup jalan masuk"), ("nyalakan", on, "buka lagi jalan masuk")):
        parser = tree.add(("pengguna", kata), f"{bantuan} seseorang")
        parser.add_argument("login", metavar="NAMA_MASUK")
        parser.set_defaults(run=run)
