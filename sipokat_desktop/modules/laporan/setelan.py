"""What an office has chosen for its reports: a synced row per setting, the same on its every computer."""

from __future__ import annotations

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx

from . import text
from .model import TIDAK, YA

TABEL, BIDANG_5 = "laporan_setelan", "bidang_5"


def bidang_5(con: Connection, lingkup: str) -> bool:
    """Tell whether a kelurahan enters reports of the optional field of activity."""
    row = con.execute(
        "SELECT nilai FROM laporan_setelan WHERE lingkup = ? AND kunci = ?", (lingkup, BIDANG_5)
    ).fetchone()
    return bool(row) and row[0] == YA


def bidang_dipakai(con: Connection, lingkup: str) -> dict[str, str]:
    """Return the fields of activity that entry offers: code and name."""
    pakai = bidang_5(con, lingkup)
    return {kode: nama for kode, nama in text.BIDANG.items() if pakai or kode != "5"}


def pakai_bidang_5(store: Store, lingkup: str, *, pakai: bool) -> Changes:
    """Offer the optional field of activity in a kelurahan, or no more; what was recorded under it stays."""

    def work(tx: Tx) -> None:
        row_id = derived_id(TABEL, lingkup, BIDANG_5)
        isi = {"kunci": BIDANG_5, "nilai": YA if pakai else TIDAK}
        if tx.has(TABEL, row_id):
            tx.update(TABEL, row_id, {"nilai": isi["nilai"]})
        else:
            tx.insert(TABEL, {**isi}, scope=lingkup, row_id=row_id)

    return store.write("laporan.setelan", work).changes
