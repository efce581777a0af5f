"""Which office this computer belongs to, and the kelurahan that it shows: one of several where it is above others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah

if TYPE_CHECKING:
    from .store import Store

OWN, SHOWN = "lingkup", "kelurahan_tampil"
"""Settings: the scope of the office, and the kelurahan shown last where it looks after several."""
BELUM = "Kelurahan komputer ini belum diketahui. Daftarkan dengan kode kantor, atau sebutkan --kelurahan."
LAIN = "Komputer ini berisi data {kantor}, bukan {lain}."


def own(store: Store) -> str:
    """Return the scope of this office: a kelurahan code, ``kec:…`` or ``kota``; empty until it is known."""
    return store.setting(OWN)


def shown(store: Store) -> str:
    """Return the code of the kelurahan that pages show; empty until the office is known."""
    kantor = own(store)
    if not wilayah.beberapa(kantor):
        return kantor
    last, looked_after = store.setting(SHOWN), wilayah.kelurahan_dari(kantor)
    return last if last in looked_after else looked_after[0]


def show(store: Store, kelurahan: str) -> None:
    """Remember the kelurahan to show; raise InputSalah for one of another office."""
    store.set_setting(SHOWN, choose(store, kelurahan))


def choose(store: Store, text: str | None) -> str:
    """Return the kelurahan to work for; ``text`` (code or name) settles the office on a computer without one, and
    may then be a kecamatan or the city too.

    Raises InputSalah when it is unknown or not this office's.
    """
    kantor = own(store)
    if not text:
        if not kantor:
            raise InputSalah("kelurahan", BELUM)
        return shown(store)
    if not kantor:
        store.set_setting(OWN, wilayah.lingkup_kantor(wilayah.cari_kantor(text)))
        return shown(store)
    kode = wilayah.cari_kelurahan(text).kode
    if kode not in wilayah.kelurahan_dari(kantor):
        raise InputSalah("kelurahan", LAIN.format(kantor=wilayah.nama_kantor(kantor), lain=wilayah.nama(kode)))
    return kode
