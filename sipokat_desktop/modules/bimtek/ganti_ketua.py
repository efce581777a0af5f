"""What a change of ketua RT means to invitations that stand: the name follows, the letter was written before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Holder, PostChange

from . import text
from .kegiatan import hari_peserta, sesi
from .model import TERBUKA
from .undangan_sql import DIUNDANG

_UNDANGAN = f"""SELECT k.id, k.nama, coalesce(u.nama, '') FROM bimtek_undangan u
JOIN bimtek_kegiatan k ON k.id = u.kegiatan_id WHERE u.jabatan_id = ? AND {DIUNDANG} AND k.keadaan = ?
ORDER BY k.id"""


def kata(con: sqlite.Connection, change: PostChange) -> tuple[str, ...]:
    """Return a sentence per event to which the post is invited under a name that the change takes from it."""
    return tuple(_kata(con, change))


def _kata(con: sqlite.Connection, change: PostChange) -> Iterator[str]:
    for kegiatan_id, acara, lama in con.execute(_UNDANGAN, (change.post, TERBUKA)).fetchall():
        semua = sesi(con, kegiatan_id)
        if not semua:
            continue
        hari = hari_peserta(semua, [change.scope], semua[0].hari)[change.scope]
        ketua = next((h for h in change.holders if _menjabat(h, hari)), None)
        bagian = {"acara": acara, "hari": tanggal.panjang(date.fromisoformat(hari)), "lama": lama}
        if ketua is None:
            yield text.GANTI_KOSONG.format(**bagian)
        elif ketua.name != lama:
            yield text.GANTI_NAMA.format(nama=ketua.name, **bagian)


def _menjabat(h: Holder, hari: str) -> bool:
    return (not h.first or h.first <= hari) and (not h.last or hari <= h.last)
