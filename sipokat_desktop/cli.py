"""The same operations without a window: for scripts, IT staff and tests."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop import (
    app,
    backup_commands,
    files_commands,
    guide_commands,
    network_commands,
    people_commands,
    person_option,
    recovery_commands,
    update_commands,
)
from sipokat_desktop.kernel import clock, tanggal, wilayah
from sipokat_desktop.kernel.arguments import Parser, Tree, meant, terbaca
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import check, engine, sqlite, users
from sipokat_desktop.storage.command import Command, Context, Json, Output, no_arguments

if TYPE_CHECKING:
    from sync.client.session import Summary

FIRST = (*recovery_commands.FIRST, *guide_commands.FIRST)
Run = Callable[[app.Office, argparse.Namespace], Output]
KANTOR_BELUM, KELURAHAN_LAIN = "Kelurahan belum dipilih", "di komputer kecamatan atau kota: kelurahan yang dikerjakan"
FOTO = "{kirim} foto terkirim, {ambil} foto diterima, {sisa} foto belum terkirim."
FOTO_BELUM = "{n} foto belum terkirim."
FOTO_HILANG = "{n} foto tidak ada lagi di komputer ini dan belum sampai ke kota. Tambahkan foto itu lagi."


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns 0, 2 (wrong use or bad input) or 1 (the environment is in the way)."""
    try:
        terbaca(arguments)
        start = argparse.Namespace(data=app.default_folder(), json=False)
        args = _parser(arguments).parse_args(arguments, start)
        if not (hasattr(args, "run") or hasattr(args, "first")):
            return app.run_window(args.data)
        output = _whole(args)
    except InputSalah as exc:
        print(_sebaris(exc.pesan), file=sys.stderr)
        return 2
    except Gangguan as exc:
        print(_sebaris(exc.lengkap), file=sys.stderr)
        return 1
    print(json.dumps(output.data, ensure_ascii=False) if args.json else "\n".join(output.lines))
    return 0


def _sebaris(kata: str) -> str:
    """Return a sentence as one line, whatever was typed into it."""
    return " ".join(kata.splitlines())


def _parser(typed: Sequence[str]) -> Parser:
    """Build the parser of the commands that ``typed`` can mean: all hundreds take longer than most commands."""
    common = Parser(help=False)
    common.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="folder data")
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="jawaban untuk mesin")
    root = Parser(prog="sipokat", description="Sipokat Desktop. Tanpa perintah: membuka jendela.", parents=[common])
    tree, brought = Tree(root, common), [command for module in MODULES for command in module.commands()]
    names = [*(words for words, *_ in (*_COMMANDS, *FIRST)), *(command.words for command in brought)]
    wanted = meant(typed, names, flags=("--json",), valued="--data")
    for words, help_, add, run in (one for one in _COMMANDS if one[0] in wanted):
        sub = tree.add(words, help_)
        add(sub)
        sub.set_defaults(run=run)
    for words, help_, add, first in (one for one in FIRST if one[0] in wanted):
        sub = tree.add(words, help_)
        add(sub)
        sub.set_defaults(first=first)
    for command in (one for one in brought if one.words in wanted):
        _add(tree, command)
    return root


def _add(tree: Tree, command: Command) -> None:
    sub = tree.add(command.words, command.help)
    command.arguments(sub)
    person_option.add(sub)
    if not sub.offers("--kelurahan"):
        sub.add_argument("--kelurahan", metavar="NAMA", help=KELURAHAN_LAIN)
    sub.set_defaults(run=_module, command=command)


def _whole(args: argparse.Namespace) -> Output:
    """Run a command; a store with damaged pages is a Gangguan in words, not a traceback."""
    try:
        return _run(args)
    except sqlite.DatabaseError as exc:
        raise engine.damaged(args.data / "sipokat.db", exc) from exc


def _run(args: argparse.Namespace) -> Output:
    if first := getattr(args, "first", None):
        done: Output = first(args)
        return done
    with closing(app.Office(args.data)) as office:
        person_option.begin(office.store, args)
        run: Run = args.run
        return run(office, args)


def _module(office: app.Office, args: argparse.Namespace) -> Output:
    command: Command = args.command
    lingkup = office.choose_kelurahan(getattr(args, "kelurahan", None))
    return command.run(Context(office.store, lingkup, office.kantor), args)


def _enrol_arguments(parser: Parser) -> None:
    parser.add_argument("--server", default="", metavar="URL")
    parser.add_argument("--kode", default="", metavar="KODE")
    parser.add_argument("--undangan", type=Path, metavar="FILE")
    parser.add_argument("--luring", action="store_true", help="tanpa internet: daftar lewat berkas flashdisk")
    parser.add_argument("--nama", default="", help="nama Anda di komputer ini")
    parser.add_argument("--pin", default="", help="PIN Anda; terlihat pemakai lain, lebih aman --pin-baru-dari")
    people_commands.add_new_pin(parser)


def _enrol(office: app.Office, args: argparse.Namespace) -> Output:
    if not args.undangan and not (args.server and args.kode):
        raise InputSalah("kode", "Sebutkan --server URL dan --kode KODE, atau --undangan FILE.")
    if args.pin_baru_dari:
        args.pin = person_option.read_pin(args.pin_baru_dari)
    name = args.nama or getpass.getuser()
    if args.undangan and args.luring:
        return _enrol_by_file(office, args, name)
    if args.undangan:
        kantor = office.enrol_with(args.undangan, name=name, server=args.server)
    else:
        kantor = office.enrol(server=args.server, code=args.kode, name=name)
    _add_person(office, args)
    label = office.store.identity.label
    return Output(
        (f"Komputer ini terdaftar sebagai {label} {wilayah.nama_kantor(kantor)}.",),
        {**_office_data(office), "label": label, "perangkat": office.store.identity.device_id},
    )


def _add_person(office: app.Office, args: argparse.Namespace) -> None:
    """Add who is named, unless that is somebody who is here already."""
    if args.nama and args.nama not in {one.name for one in users.everyone(office.store, all=True)}:
        users.add(office.store, name=args.nama, pin=args.pin)


def _enrol_by_file(office: app.Office, args: argparse.Namespace, name: str) -> Output:
    kantor = office.enrol_by_file(args.undangan, name=name)
    _add_person(office, args)
    kalimat = f"Siap untuk {wilayah.nama_kantor(kantor)}. Berikutnya: sipokat berkas tulis FOLDER"
    return Output((kalimat,), {**_office_data(office), "label": "", "perangkat": ""})


def _office_data(office: app.Office) -> dict[str, Json]:
    return {
        "kantor": office.kantor, "nama_kantor": wilayah.nama_kantor(office.kantor) if office.kantor else "",
        "kelurahan": office.lingkup, "nama_kelurahan": wilayah.nama(office.lingkup),
    }  # fmt: skip


def _sync(office: app.Office, _args: argparse.Namespace) -> Output:
    summary = office.sync(all_photos=True)
    return Output(
        (
            f"{summary.sent} perubahan terkirim, {summary.received} data diterima, {summary.stuck} tertahan.",
            "Isi komputer ini dan kota sama." if summary.matching else "Isi komputer ini dan kota belum sama.",
            *_photo_lines(summary),
        ),
        {
            "terkirim": summary.sent, "diterima": summary.received, "tertahan": summary.stuck,
            "cocok": summary.matching, "putaran": summary.rounds, "bukti": summary.receipt,
            "isi": _receipt(office, summary.receipt), **_photo_data(summary),
        },
    )  # fmt: skip


def _photo_lines(summary: Summary) -> list[str]:
    """Say what became of photos, where there were any."""
    carried = summary.photos
    if carried is None or not (carried.sent or carried.fetched or carried.left):
        return []
    sebab = [carried.trouble.lengkap] if carried.trouble else []
    return [FOTO.format(kirim=carried.sent, ambil=carried.fetched, sisa=carried.left), *sebab]


def _photo_data(summary: Summary) -> dict[str, Json]:
    carried = summary.photos
    if carried is None:
        return {}
    return {
        "foto_terkirim": carried.sent, "foto_diterima": carried.fetched, "foto_belum_terkirim": carried.left,
        "foto_gangguan": carried.trouble.lengkap if carried.trouble else "",
    }  # fmt: skip


def _receipt(office: app.Office, no: int) -> Json:
    row = office.store.reader().execute("SELECT isi FROM sync_bukti WHERE no = ?", (no,)).fetchone()
    content: Json = json.loads(row[0]) if row else None
    return content


def _status(office: app.Office, _args: argparse.Namespace) -> Output:
    status = office.status()
    now = clock.now_ms()
    kapan = tanggal.waktu(status.last_sync, now) if status.last_sync else "belum pernah"
    data: dict[str, Json] = {
        **_office_data(office), "perangkat": status.label, "terdaftar": status.enrolled,
        "belum_terkirim": status.waiting, "tertahan": status.stuck, "sinkron_terakhir": status.last_sync,
        "gangguan": status.trouble, "cadangan_terakhir": status.last_backup,
        "foto_belum_terkirim": status.photos, "foto_hilang": status.photos_gone,
        "perlu_keputusan": [
            {
                "jenis": d.jenis, "nama": d.sebutan, "judul": d.judul, "kalimat": d.kalimat, "tabel": d.tabel,
                "baris": [*d.baris],
            }
            for d in status.decisions
        ],
    }  # fmt: skip
    lines = (
        f"{wilayah.nama_kantor(status.kantor) if status.kantor else KANTOR_BELUM} {status.label}".rstrip(),
        f"{status.waiting} perubahan belum terkirim. Sinkron terakhir: {kapan}.",
        *([FOTO_BELUM.format(n=status.photos)] if status.photos else []),
        *([FOTO_HILANG.format(n=status.photos_gone)] if status.photos_gone else []),
        *(f"Perlu keputusan: {d.sebutan} · {d.judul}. {d.kalimat}" for d in status.decisions),
        *filter(None, (status.trouble,)),
    )
    return Output(lines, data)


def _file_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _check(office: app.Office, _args: argparse.Namespace) -> Output:
    findings = office.check()
    data: list[Json] = [{"nama": f.name, "baik": f.ok, "kalimat": f.kalimat} for f in findings]
    if not all(f.ok for f in findings):
        damaged = any(f.name == check.DAMAGED.name and not f.ok for f in findings)
        advice = engine.PULIHKAN if damaged else "Buat cadangan dan hubungi petugas IT."
        raise Gangguan(" ".join(f.kalimat for f in findings if not f.ok), advice)
    return Output(tuple(f.kalimat for f in findings), {"baik": True, "hasil": data})


def _end_day(office: app.Office, _args: argparse.Namespace) -> Output:
    day = office.end_day(_say)
    if day.summary is None:
        raise Gangguan(
            f"Data sudah diperiksa dan dicadangkan ke {day.backup.name}, tetapi belum terkirim.", day.trouble
        )
    return Output(
        (
            f"Cadangan: {day.backup.name}.",
            f"{day.summary.sent} perubahan terkirim. Komputer boleh dimatikan.",
            *_photo_lines(day.summary),
        ),
        {
            "cadangan": str(day.backup), "terkirim": day.summary.sent, "cocok": day.summary.matching,
            "bukti": day.summary.receipt, "pemeriksaan": [{"nama": f.name, "baik": f.ok} for f in day.findings],
            **_photo_data(day.summary),
        },
    )  # fmt: skip


def _say(stage: str, _done: int, _total: int) -> None:
    if sys.stderr.isatty():
        print(f"{stage} …", file=sys.stderr)


_COMMANDS: tuple[tuple[tuple[str, ...], str, Callable[[Parser], None], Run], ...] = (
    (("daftar",), "daftarkan komputer ini ke kota", _enrol_arguments, _enrol),
    (("sinkron",), "kirim dan terima perubahan", no_arguments, _sync),
    (("status",), "keadaan komputer ini", no_arguments, _status),
    *backup_commands.COMMANDS,
    (("periksa",), "periksa keutuhan data", no_arguments, _check),
    *files_commands.COMMANDS,
    *recovery_commands.COMMANDS,
    (("akhiri-hari",), "periksa, cadangkan, kirim, simpan bukti", no_arguments, _end_day),
    *network_commands.COMMANDS,
    *people_commands.COMMANDS,
    *update_commands.COMMANDS,
)
