"""What is amiss between certificates and attendance: a mark that was taken back after it had earned one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Doubt, Doubtful, WayOut

from . import text_sertifikat as text
from .sertifikat import TERBIT

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

_TANPA = f"""SELECT t.id, coalesce(t.nama, ''), coalesce(t.nomor, ''), coalesce(k.nama, '') FROM {TERBIT} t
LEFT JOIN bimtek_kegiatan k ON k.id = t.kegiatan_id
WHERE NOT EXISTS (SELECT 1 FROM bimtek_hadir h WHERE h.jabatan_id = t.jabatan_id AND h.kegiatan_id = t.kegiatan_id
                  AND coalesce(h.masa_id, '') = coalesce(t.masa_id, '') AND h.tanda = 'hadir')
ORDER BY t.lingkup, t.id"""


def cari(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the certificates whose holders are not recorded as present any more."""
    return [
        Doubtful(str(id), nama, text.RAGU_KATA.format(nama=nama, nomor=nomor, kegiatan=kegiatan))
        for id, nama, nomor, kegiatan in con.execute(_TANPA)
    ]


def _tarik(tx: Tx, terbit_id: str, _isian: Mapping[str, str]) -> None:
    tx.delete(TERBIT, terbit_id)


def _jalan() -> tuple[WayOut, ...]:
    return (WayOut("tarik", text.RAGU_TARIK, text.RAGU_TARIK_ISI, (), _tarik),)


KERAGUAN: tuple[Doubt, ...] = (Doubt(text.RAGU, text.RAGU_ATURAN, cari, _jalan),)
"""For *Perlu keputusan*."""
