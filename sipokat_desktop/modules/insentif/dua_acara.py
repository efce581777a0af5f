"""One event paid to a post under two slots, before and after it was moved: the ways out in *Perlu keputusan*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Ask, Doubt, Doubtful, WayOut

from . import text, text_acara
from .sebutan import sebut_bayar, sebut_entri

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

KEMBALI, SALAH = "uang kegiatan kembali", "kegiatan salah catat"
"""The ways out."""
_LAIN_BULAN = """SELECT k.sumber, k.asal FROM insentif_komponen k JOIN insentif_ringkas_bulan r ON r.komponen_id = k.id
WHERE k.asal <> '' AND r.hidup > 0 GROUP BY k.sumber, k.asal HAVING count(DISTINCT k.id || r.bulan) > 1"""
"""Events that were paid in several months or through several components: seldom any, and told by the summary."""
_HIDUP = """SELECT m.jabatan_id, m.slot, m.id FROM insentif_mutasi m
WHERE m.komponen_id IN (SELECT id FROM insentif_komponen WHERE sumber = ? AND asal = ?) AND m.jenis = 'bayar'
      AND NOT EXISTS (SELECT 1 FROM insentif_mutasi b WHERE b.membalik = m.id) ORDER BY m.id"""


def _kelompok(con: sqlite.Connection) -> list[list[str]]:
    """Return the payments in force of a post (or of one head of it, where each has a slot of his own) for one event,
    where they do not all claim one slot."""
    hasil: list[list[str]] = []
    for acara in con.execute(_LAIN_BULAN).fetchall():
        per: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for jabatan_id, slot, id in con.execute(_HIDUP, acara):
            per[jabatan_id, *str(slot).split("|")[3:]].append((str(slot), str(id)))
        hasil += [[id for _, id in semua] for semua in per.values() if len({slot for slot, _ in semua}) > 1]
    return hasil


def cari(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the posts that were paid for one event under several slots."""
    return [_satu(con, semua) for semua in _kelompok(con)]


def _satu(con: sqlite.Connection, semua: Sequence[str]) -> Doubtful:
    kapan = con.execute(
        f"SELECT coalesce(max(waktu), 0) FROM riwayat WHERE row_id IN ({', '.join('?' * len(semua))})", semua
    ).fetchone()[0]
    rinci = tuple(sebut_bayar(con, id) for id in semua)
    return Doubtful(semua[0], sebut_bayar(con, semua[0]), text_acara.DUA_KATA.format(n=len(semua)), rinci, int(kapan))


def pilihan(con: sqlite.Connection, row_id: str) -> Sequence[tuple[str, str]]:
    """Return the payments (id, words) that belong together with one of them."""
    semua = next((satu for satu in _kelompok(con) if satu[0] == row_id), [])
    return [(id, f"{sebut_bayar(con, id)} · {sebut_entri(con, id)}") for id in semua]


def _entri(tx: Tx, row_id: str, isian: Mapping[str, str]) -> str:
    if isian["entri"] not in dict(pilihan(tx.con, row_id)):
        raise InputSalah("entri", text_acara.DUA_PILIH)
    return isian["entri"]


def kembali(tx: Tx, row_id: str, isian: Mapping[str, str]) -> None:
    """The money of one of them came back to the office on a day."""
    from .ganda import dikembalikan

    dikembalikan(tx, _entri(tx, row_id, isian), isian)


def salah(tx: Tx, row_id: str, isian: Mapping[str, str]) -> None:
    """The money went out once: one of them is a mistake."""
    from .ganda import salah_catat

    salah_catat(tx, _entri(tx, row_id, isian), isian)


_MANA = Ask("entri", text_acara.DUA_MANA, "pilihan", choices=pilihan)
_ALASAN = Ask("alasan", text.ALASAN, example=text.ALASAN_KEMBALI)


def _jalan() -> tuple[WayOut, ...]:
    return (
        WayOut(
            KEMBALI, text.KEMBALI, text.KEMBALI_ISI, (_MANA, Ask("tanggal", text.KEMBALI_TANGGAL, "tanggal"), _ALASAN),
            kembali,
        ),
        WayOut(SALAH, text.SALAH, text.SALAH_ISI, (_MANA, _ALASAN._replace(example=text.ALASAN_SALAH)), salah),
    )  # fmt: skip


KERAGUAN = (Doubt(text_acara.DUA_JENIS, text_acara.DUA_ATURAN, cari, _jalan),)
