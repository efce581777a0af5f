"""Units deleted on one computer while another one handed them out: *Perlu keputusan* asks to bring them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.storage import dangling, sqlite
from sipokat_desktop.storage.manifest import Doubt, Doubtful, WayOut

from . import text
from .tabel import SERAH

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

TABEL, KEMBALI = "ponsel_unit", "barang_kembali"


def cari(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the deleted units with hand-overs that nothing has taken back."""
    return [_satu(con, satu) for satu in dangling.find(con, TABEL, SERAH, "unit_id")]


def _satu(con: sqlite.Connection, satu: dangling.Dangling) -> Doubtful:
    from .model import sebutan
    from .sebutan import sebut_serah

    nama = sebutan(*(str(satu.fields.get(isian) or "") for isian in ("barang", "merek", "tipe")))
    serah = tuple(sebut_serah(con, id) for id in satu.entries)
    return Doubtful(satu.row_id, nama, text.TERHAPUS_KATA.format(sebutan=nama, apa=serah[-1]), serah, satu.at)


def pulihkan(tx: Tx, unit_id: str, _isian: Mapping[str, str]) -> None:
    """Bring the unit back as it was; raises InputSalah where what it held is not here."""
    from sipokat_desktop.storage import trash

    trash.bring_back(tx, TABEL, unit_id)


def _jalan() -> tuple[WayOut, ...]:
    return (WayOut(KEMBALI, text.PULIHKAN, text.PULIHKAN_ISI, (), pulihkan),)


KERAGUAN = (Doubt(text.TERHAPUS, text.TERHAPUS_ATURAN, cari, _jalan),)
