"""Purchases deleted on one computer while another one moved their pieces: *Perlu keputusan* asks to bring them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.storage import dangling, sqlite
from sipokat_desktop.storage.manifest import Doubt, Doubtful, WayOut

from . import text
from .tabel import GERAK

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

TABEL, KEMBALI = "seragam_pengadaan", "pengadaan_kembali"


def cari(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the deleted purchases with movements that nothing has taken back."""
    return [_satu(con, satu) for satu in dangling.find(con, TABEL, GERAK, "pengadaan_id")]


def _satu(con: sqlite.Connection, satu: dangling.Dangling) -> Doubtful:
    from .sebutan import sebut_gerak

    nama = str(satu.fields.get("nama") or text.JUDUL)
    gerak = tuple(sebut_gerak(con, id) for id in satu.entries)
    return Doubtful(satu.row_id, nama, text.TERHAPUS_KATA.format(nama=nama, n=len(gerak)), gerak, satu.at)


def pulihkan(tx: Tx, pengadaan_id: str, _isian: Mapping[str, str]) -> None:
    """Bring the purchase back with what it held; raises InputSalah where that is not here."""
    from sipokat_desktop.storage import trash

    trash.bring_back(tx, TABEL, pengadaan_id)


def _jalan() -> tuple[WayOut, ...]:
    return (WayOut(KEMBALI, text.PULIHKAN, text.PULIHKAN_ISI, (), pulihkan),)


KERAGUAN = (Doubt(text.TERHAPUS, text.TERHAPUS_ATURAN, cari, _jalan),)
