"""``sipokat perbarui``: look for a newer version at the city or on a flash disk, and put it in."""

from __future__ import annotations

import argparse
from pathlib import Path

from sipokat_desktop import app
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.storage.command import Json, Output
from sipokat_desktop.updates import text

DIPASANG = (
    "Sipokat {versi} dipasang sekarang; tutup jendela Sipokat bila terbuka. Cadangan sudah dibuat dan data tetap aman."
)
PERIKSA = "Pasang dengan: sipokat perbarui"


def _arguments(parser: Parser) -> None:
    parser.add_argument("dari", type=Path, nargs="?", metavar="FOLDER", help="flashdisk; tanpa ini: dari kota")
    parser.add_argument("--periksa", action="store_true", help="lihat dan ambil saja, jangan pasang")


def _update(office: app.Office, args: argparse.Namespace) -> Output:
    updates = office.safety.updates
    if (refusal := updates.refusal) is not None:
        raise refusal
    offer = updates.from_folder(args.dari) if args.dari else updates.look()
    data: dict[str, Json] = {"versi": updates.version, "versi_baru": offer.versi if offer else "", "dipasang": False}
    if offer is None:
        return Output((text.TERBARU.format(versi=updates.version),), data)
    about = filter(None, (offer.catatan,))
    if args.periksa:
        return Output((text.SIAP.format(versi=offer.versi), *about, PERIKSA), data)
    updates.accept(True)
    updates.install_now()
    return Output((DIPASANG.format(versi=offer.versi), *about), {**data, "dipasang": True})


COMMANDS = ((("perbarui",), "pasang versi Sipokat yang baru", _arguments, _update),)
