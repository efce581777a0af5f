"""Apa yang diubah kota?: what each sync changed on this PC, by record, with author and both sides."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.storage import history, naming
from sipokat_desktop.storage.answers import Meja
from sipokat_desktop.storage.history import Entry
from ui.kit.table_model import Baris

from . import text


class Change(NamedTuple):
    """One changed record: when it came, what it is, who changed it, and the lines of the panel."""

    kapan: str
    judul: str
    apa: str
    siapa: str
    baris: tuple[str, ...]
    tabel: str
    row_id: str


def changes(meja: Meja) -> dict[str, Change]:
    """Return the newest changes from outside, by a key of their own."""
    return {str(entry.no): _change(meja, entry) for entry in history.from_city(meja.con) if entry.table != "konflik"}


def rows(found: dict[str, Change]) -> list[Baris]:
    """Return them as rows; a sync is named once."""
    hasil: list[Baris] = []
    sebelum = ""
    for key, one in found.items():
        kapan = "" if one.kapan == sebelum else one.kapan
        hasil.append(Baris(key, (kapan, f"{one.judul} · {one.apa}", one.siapa)))
        sebelum = one.kapan
    return hasil


def _change(meja: Meja, entry: Entry) -> Change:
    siapa = " · ".join(filter(None, (entry.by, entry.origin))) or text.KOTA_PEMERINTAH
    gone = not any(value is not None for value in entry.after.values())
    fields = {**entry.before, **entry.after}
    names = [
        n for n in fields if entry.before.get(n) != entry.after.get(n) and naming.told(meja.tables, entry.table, n)
    ]
    ubah = text.KOTA_UBAH.format(n=len(names)) if entry.before else text.KOTA_BARU
    kapan = meja.kapan(entry.synced or entry.at)
    baris = tuple(_line(meja, entry, name, gone=gone) for name in names)
    judul = naming.row(meja.con, meja.tables, entry.table, entry.row_id)
    return Change(kapan, judul, text.KOTA_HAPUS if gone else ubah, siapa, baris, entry.table, entry.row_id)


def _line(meja: Meja, entry: Entry, name: str, *, gone: bool) -> str:
    isian = naming.field(meja.tables, entry.table, name)
    lama, baru = (meja.nilai(entry.table, name, side.get(name)) for side in (entry.before, entry.after))
    if gone or not entry.before:
        return text.KOTA_SATU.format(isian=isian, nilai=lama if gone else baru)
    return text.KOTA_BARIS.format(isian=isian, lama=lama, baru=baru)
