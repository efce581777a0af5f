"""``sipokat jaringan``: look at, set and test the way to the city without a window."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop import app
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.command import Json, Output, no_arguments

if TYPE_CHECKING:
    from sync.client.network import Network

APA = "Sebutkan yang diatur: --ca FILE, --tanpa-ca, atau --proksi sistem|tanpa|HOST:PORT."
KEDUANYA = "Pilih salah satu: --ca FILE atau --tanpa-ca."
TANPA_PROKSI = "--pengguna dan --sandi-dari hanya berlaku bersama --proksi HOST:PORT."
SANDI = "Kata sandi proksi belum disebutkan. Pakai --sandi-dari FILE (atau - untuk masukan baku)."
SANDI_TIADA = "Berkas kata sandi tidak dapat dibaca."
TANDA = {True: "baik", False: "GAGAL", None: "-"}
SELESAI = "Semua langkah berhasil. Komputer ini dapat mengirim ke kota."
PROKSI = {"sistem": "sesuai sistem", "tanpa": "tanpa proksi"}


def _set_arguments(parser: Parser) -> None:
    parser.add_argument("--ca", type=Path, metavar="FILE", help="hanya CA ini yang dipercaya (PEM)")
    parser.add_argument("--tanpa-ca", action="store_true", help="kembali ke CA umum")
    parser.add_argument("--proksi", metavar="PROKSI", help="sistem, tanpa, atau HOST:PORT")
    parser.add_argument("--pengguna", default="", metavar="NAMA", help="nama untuk proksi")
    parser.add_argument("--sandi-dari", metavar="FILE", help="berkas berisi kata sandi proksi; - untuk masukan baku")


def _set(office: app.Office, args: argparse.Namespace) -> Output:
    from sync.client import network

    if args.ca and args.tanpa_ca:
        raise InputSalah("ca", KEDUANYA)
    if (args.pengguna or args.sandi_dari) and args.proksi in (None, "sistem", "tanpa"):
        raise InputSalah("proksi", TANPA_PROKSI)
    if not (args.ca or args.tanpa_ca or args.proksi):
        raise InputSalah("", APA)
    new = network.Network() if args.tanpa_ca and args.proksi else _present(office, anew=bool(args.ca or args.tanpa_ca))
    if args.proksi in ("sistem", "tanpa"):
        new = network.Network(new.ca, args.proksi)
    elif args.proksi:
        new = network.manual(args.proksi, args.pengguna, _password(args), ca=new.ca)
    if args.ca or args.tanpa_ca:
        new = new._replace(ca=network.read_ca(args.ca) if args.ca else "")
    office.set_network(new)
    return _show(office, args)


def _present(office: app.Office, *, anew: bool) -> Network:
    """Return the settings as they are; damaged ones only where the CA is named anew."""
    from sync.client import network

    try:
        return office.network()
    except Gangguan:
        if not anew:
            raise
        return network.Network()


def _password(args: argparse.Namespace) -> str:
    if not args.pengguna:
        return ""
    if args.sandi_dari == "-" or (not args.sandi_dari and not sys.stdin.isatty()):
        line = sys.stdin.readline()
        if not line and not args.sandi_dari:
            raise InputSalah("sandi", SANDI)
        return line.rstrip("\r\n")
    if not args.sandi_dari:
        return getpass.getpass("Kata sandi proksi: ")
    try:
        return Path(args.sandi_dari).read_text(encoding="utf-8").splitlines()[0]
    except (OSError, UnicodeError, IndexError) as exc:
        raise InputSalah("sandi", SANDI_TIADA) from exc


def _show(office: app.Office, _args: argparse.Namespace) -> Output:
    from sync.client import tls

    now = office.network()
    owner, ends = tls.check_ca(now.ca) if now.ca else ("", 0)
    trusted = f"hanya CA kota ({owner}, berlaku sampai {tls.moment(ends)})" if now.ca else "CA umum"
    proxy = PROKSI.get(now.proxy, now.address) + (f", sebagai {now.user}" if now.user else "")
    data: dict[str, Json] = {
        "server": office.server, "ca": owner, "ca_sampai": ends, "proksi": now.proxy, "alamat_proksi": now.address,
        "pengguna_proksi": now.user,
    }  # fmt: skip
    server = office.server or "belum ditentukan"
    return Output((f"Server kota: {server}.", f"Sertifikat: {trusted}.", f"Proksi: {proxy}."), data)


def _test_arguments(parser: Parser) -> None:
    parser.add_argument("--server", default="", metavar="URL", help="server lain daripada yang sudah terdaftar")


def _test(office: app.Office, args: argparse.Namespace) -> Output:
    """Say every step; one that failed is also the failure of the command."""
    steps = office.test_network(args.server)
    data: list[Json] = [{"langkah": s.name, "baik": s.ok, "kalimat": s.kalimat, "saran": s.saran} for s in steps]
    lines = tuple(f"{TANDA[s.ok]:<6} {s.name}: {s.kalimat}" for s in steps)
    failed = next((s for s in steps if s.ok is False), None)
    if failed is None:
        return Output((*lines, SELESAI), {"baik": True, "langkah": data})
    print(json.dumps({"baik": False, "langkah": data}, ensure_ascii=False) if args.json else "\n".join(lines))
    raise Gangguan(failed.kalimat, failed.saran)


Entry = tuple[tuple[str, ...], str, Callable[[Parser], None], Callable[[app.Office, argparse.Namespace], Output]]
COMMANDS: tuple[Entry, ...] = (
    (("jaringan", "lihat"), "CA dan proksi yang dipakai", no_arguments, _show),
    (("jaringan", "setel"), "atur CA kota dan proksi", _set_arguments, _set),
    (("jaringan", "uji"), "uji sambungan ke server kota langkah demi langkah", _test_arguments, _test),
)
