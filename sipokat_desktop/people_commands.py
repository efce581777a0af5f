"""``sipokat orang``: who works at this computer, by the same rules as the settings of the window (keputusan/0053)."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Mapping

from sipokat_desktop import app, person_option
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import office as kantor
from sipokat_desktop.storage import people_text, users
from sipokat_desktop.storage.authority import LURAH, OPERATOR
from sipokat_desktop.storage.command import Json, Output
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.users import User

KABAG = "kabag"
"""How the head of the city-level office is typed."""
KOSONG = "Belum ada orang di komputer ini: sipokat orang tambah NAMA --pin-baru-dari BERKAS."
BELUM_DIPAKAI, NONAKTIF, TANPA_PIN = "belum mencatat apa pun", "tidak aktif", "tanpa PIN"
TERAKHIR = "terakhir mencatat {kapan}"
TAMBAH, PERAN, NAMA, CABUT, PULIH, PIN = (
    "{nama} ditambahkan sebagai {peran}.",
    "{nama} sekarang {peran}.",
    "{lama} sekarang bernama {nama}; yang dicatat dengan nama lama tetap miliknya.",
    "{nama} tidak dapat masuk lagi di komputer ini. Riwayatnya tetap; mengembalikannya: sipokat orang pulihkan.",
    "{nama} dapat masuk lagi dengan PIN-nya.",
    "PIN baru {nama} berlaku.",
)
PERAN_ASING = "Peran “{peran}” tidak ada di kantor ini. Pilih salah satu: {ada}."
DIRI_SENDIRI = (
    "{nama} yang menjalankan perintah ini, jadi belum dicabut. Jalankan atas nama orang lain: --oleh NAMA "
    "--pin-dari BERKAS."
)
PIN_BARU_BELUM = "PIN baru belum disebutkan. Tambahkan --pin-baru-dari BERKAS, atau - untuk mengetiknya."
PIN_LAMA = (
    "Sebutkan PIN {nama} yang sekarang: --oleh NAMA --pin-dari BERKAS; bila lupa, atas nama {kepala} atau dengan "
    "--kode KODE."
)
TANYA_BARU, TANYA_LAGI = "PIN baru {nama}: ", "PIN sekali lagi: "
PIN_BEDA = "PIN yang kedua berbeda. Belum ada yang diubah; ulangi perintahnya."


def _name_argument(parser: Parser) -> None:
    parser.add_argument("nama", metavar="NAMA")
    person_option.add(parser)


def add_new_pin(parser: Parser) -> None:
    """Add the option that names where a new PIN stands: never on the command line, which others see."""
    parser.add_argument(
        "--pin-baru-dari", default="", metavar="BERKAS", help="berkas dengan PIN baru di baris pertama; - untuk stdin"
    )


def _add_arguments(parser: Parser) -> None:
    _name_argument(parser)
    parser.add_argument("--peran", default=OPERATOR, metavar="PERAN", help="operator, bendahara, atau kepala kantor")
    add_new_pin(parser)


def _role_arguments(parser: Parser) -> None:
    parser.add_argument("nama", metavar="NAMA")
    parser.add_argument("peran", metavar="PERAN", help="operator, bendahara, atau lurah (camat, kabag)")
    person_option.add(parser)


def _rename_arguments(parser: Parser) -> None:
    parser.add_argument("nama", metavar="NAMA")
    parser.add_argument("baru", metavar="NAMA_BARU", help="nama yang benar; sama dengan Ubah di Pengaturan")
    person_option.add(parser)


def _pin_arguments(parser: Parser) -> None:
    _name_argument(parser)
    add_new_pin(parser)
    parser.add_argument("--kode", default="", metavar="KODE", help="kode pemulihan, bila PIN yang lama lupa")


def _list(office: app.Office, _args: argparse.Namespace) -> Output:
    people, last = users.everyone(office.store, all=True), users.last_acts(office.store)
    lines = tuple(_line(office.store, one, last.get(one.id, 0)) for one in people)
    data: list[Json] = [{**_data(office.store, one), "terakhir": last.get(one.id, 0)} for one in people]
    return Output(lines or (KOSONG,), {"orang": data})


def _line(store: Store, one: User, last: int) -> str:
    kapan = TERAKHIR.format(kapan=tanggal.waktu(last, store.clock())) if last else BELUM_DIPAKAI
    words = (one.name, users.roles(store)[one.role], *(() if one.active else (NONAKTIF,)))
    return " · ".join((*words, *(() if one.has_pin else (TANPA_PIN,)), kapan))


def _data(store: Store, one: User) -> Mapping[str, Json]:
    return {"nama": one.name, "peran": _typed(store, one.role), "ber_pin": one.has_pin, "aktif": one.active}


def _add(office: app.Office, args: argparse.Namespace) -> Output:
    store, role = office.store, _role(office.store, args.peran)
    new = users.add(store, name=args.nama, pin=_new_pin(args, args.nama), role=role)
    return Output((TAMBAH.format(nama=new.name, peran=users.roles(store)[role]),), dict(_data(store, new)))


def _give_role(office: app.Office, args: argparse.Namespace) -> Output:
    store = office.store
    who, role = users.named(store, args.nama, all=True), _role(office.store, args.peran)
    users.change(store, who.id, name=who.name, role=role, active=who.active)
    return _done(store, PERAN, who)


def _rename(office: app.Office, args: argparse.Namespace) -> Output:
    store, who = office.store, users.named(office.store, args.nama, all=True)
    users.change(store, who.id, name=args.baru, role=who.role, active=who.active)
    now = next(one for one in users.everyone(store, all=True) if one.id == who.id)
    return Output((NAMA.format(lama=who.name, nama=now.name),), dict(_data(store, now)))


def _switch_off(office: app.Office, args: argparse.Namespace) -> Output:
    who = users.named(office.store, args.nama, all=True)
    if who.active and who.name == office.store.user and len(users.everyone(office.store)) > 1:
        raise InputSalah("oleh", DIRI_SENDIRI.format(nama=who.name))
    users.change(office.store, who.id, name=who.name, role=who.role, active=False)
    return _done(office.store, CABUT, who)


def _switch_on(office: app.Office, args: argparse.Namespace) -> Output:
    who = users.named(office.store, args.nama, all=True)
    users.change(office.store, who.id, name=who.name, role=who.role)
    return _done(office.store, PULIH, who)


def _pin(office: app.Office, args: argparse.Namespace) -> Output:
    """One's own with the one of today; somebody else's with the word of the head or the recovery code."""
    store, who = office.store, users.named(office.store, args.nama, all=True)
    if args.kode:
        users.recover_pin(store, who.id, args.kode, _new_pin(args, who.name))
    elif not who.has_pin or (args.pelaku and who.name == store.user):
        users.change_pin(store, who.id, args.pin_pelaku, _new_pin(args, who.name))
    elif who.name == store.user:
        raise InputSalah("oleh", PIN_LAMA.format(nama=who.name, kepala=users.head(store)))
    else:
        users.reset_pin(store, who.id, _new_pin(args, who.name))
    return _done(store, PIN, who)


def _done(store: Store, said: str, who: User) -> Output:
    now = users.named(store, who.name, all=True)
    return Output((said.format(nama=now.name, peran=users.roles(store)[now.role]),), dict(_data(store, now)))


def _role(store: Store, typed: str) -> str:
    """Return the key of a role as it is typed: the head by the word of this office, or by what people call it."""
    known = {_typed(store, key): key for key in people_text.PERAN} | {users.head(store).casefold(): LURAH}
    found = known.get(" ".join(typed.casefold().split()))
    if found is None:
        ada = ", ".join(_typed(store, key) for key in people_text.PERAN)
        raise InputSalah("peran", PERAN_ASING.format(peran=typed, ada=ada))
    return found


def _typed(store: Store, role: str) -> str:
    """Return how a role is typed and told to machines in this office."""
    if role != LURAH:
        return role
    return KABAG if wilayah.adalah_kota(kantor.own(store)) else users.head(store).casefold()


def _new_pin(args: argparse.Namespace, name: str) -> str:
    """Return the new PIN, from a file, or typed twice at a terminal; it never stands on the command line."""
    if args.pin_baru_dari and not (args.pin_baru_dari == person_option.STDIN and sys.stdin.isatty()):
        return person_option.read_pin(args.pin_baru_dari)
    if not sys.stdin.isatty():
        raise InputSalah("pin", PIN_BARU_BELUM)
    pin = getpass.getpass(TANYA_BARU.format(nama=name))
    if getpass.getpass(TANYA_LAGI) != pin:
        raise InputSalah("pin", PIN_BEDA)
    return pin


Entry = tuple[tuple[str, ...], str, Callable[[Parser], None], Callable[[app.Office, argparse.Namespace], Output]]
COMMANDS: tuple[Entry, ...] = (
    (("orang",), "siapa yang bekerja di komputer ini", person_option.add, _list),
    (("orang", "tambah"), "tambah orang; PIN ditanyakan atau dari berkas", _add_arguments, _add),
    (("orang", "peran"), "beri seseorang peran lain", _role_arguments, _give_role),
    (("orang", "nama"), "betulkan nama seseorang; riwayatnya ikut", _rename_arguments, _rename),
    (("orang", "cabut"), "seseorang tidak dapat masuk lagi; riwayatnya tetap", _name_argument, _switch_off),
    (("orang", "pulihkan"), "seseorang dapat masuk lagi", _name_argument, _switch_on),
    (("orang", "pin"), "PIN baru; PIN tidak pernah di baris perintah", _pin_arguments, _pin),
)
