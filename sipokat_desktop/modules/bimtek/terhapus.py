"""Events and sessions deleted on one computer while an offline door recorded people: *Perlu keputusan* asks to bring
them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.storage import dangling
from sipokat_desktop.storage.manifest import Doubt, Doubtful, WayOut

from . import text
from .tabel import HADIR

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

KEGIATAN, SESI, KEMBALI = "bimtek_kegiatan", "bimtek_sesi", "kegiatan_kembali"


def cari_kegiatan(con: sqlite3.Connection) -> Sequence[Doubtful]:
    """Return the deleted events of which attendance is recorded."""
    return [_satu(satu, "nama") for satu in dangling.find(con, KEGIATAN, HADIR, "kegiatan_id")]


def cari_sesi(con: sqlite3.Connection) -> Sequence[Doubtful]:
    """Return the deleted sessions of events that are here, of which attendance is recorded."""
    ada = {str(row[0]) for row in con.execute(f"SELECT id FROM {KEGIATAN}")}
    semua = dangling.find(con, SESI, HADIR, "sesi_id")
    return [_satu(satu, "judul") for satu in semua if satu.fields.get("kegiatan_id") in ada]


def _satu(satu: dangling.Dangling, nama: str) -> Doubtful:
    judul = str(satu.fields.get(nama) or text.JUDUL)
    return Doubtful(satu.row_id, judul, text.TERHAPUS_KATA.format(nama=judul, n=len(satu.entries)), (), satu.at)


def _jalan(tabel: str) -> Callable[[], tuple[WayOut, ...]]:
    def pulihkan(tx: Tx, row_id: str, _isian: Mapping[str, str]) -> None:
        """Bring the row back with what the same deletion took; raises InputSalah where that is not here."""
        from sipokat_desktop.storage import trash

        trash.bring_back(tx, tabel, row_id)

    return lambda: (WayOut(KEMBALI, text.PULIHKAN, text.PULIHKAN_ISI, (), pulihkan),)


KERAGUAN: Mapping[str, tuple[Doubt, ...]] = {
    KEGIATAN: (Doubt(text.KEGIATAN_TERHAPUS, text.TERHAPUS_ATURAN, cari_kegiatan, _jalan(KEGIATAN)),),
    SESI: (Doubt(text.SESI_TERHAPUS, text.TERHAPUS_ATURAN, cari_sesi, _jalan(SESI)),),
}
"""For *Perlu keputusan*, by table."""
