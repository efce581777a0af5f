"""What is amiss between attendance marks that each stand rightly: two doors that say different things of a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Ask, Doubt, Doubtful, WayOut

from . import text_hadir
from .tanda_sql import BERBEDA

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

    from .tanda import Catatan

TABEL, PILIH = "bimtek_hadir", "tanda benar"
_DATANG = ("hadir", "diwakili")
BEDA = f"""SELECT r.sesi_id, r.jabatan_id FROM bimtek_rangkap r CROSS JOIN bimtek_hadir h
ON h.sesi_id = r.sesi_id AND h.jabatan_id = r.jabatan_id WHERE h.tanda <> ''
GROUP BY r.sesi_id, r.jabatan_id HAVING {BERBEDA}"""
"""Whose marks contradict each other: looked for among those who were ever recorded more than once."""


def cari(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the people whose marks in a session contradict each other; an office that does not record attendance at
    an event is not asked about it either."""
    per: dict[str, list[str]] = defaultdict(list)
    for sesi_id, jabatan_id in con.execute(BEDA).fetchall():
        per[str(sesi_id)].append(str(jabatan_id))
    return [satu for sesi_id in per if _ditanya(con, sesi_id) for satu in _semua(con, sesi_id, per[sesi_id])]


def _ditanya(con: sqlite.Connection, sesi_id: str) -> bool:
    from . import rules

    row = con.execute(
        """SELECT s.lingkup, coalesce((SELECT nilai FROM setelan WHERE kunci = 'lingkup'), '')
           FROM bimtek_sesi s WHERE s.id = ?""",
        (sesi_id,),
    ).fetchone()
    return row is None or rules.boleh_mengundang(str(row[0]), str(row[1]))


def _semua(con: sqlite.Connection, sesi_id: str, jabatan: Sequence[str]) -> list[Doubtful]:
    from . import hadir_queries
    from .tanda import SISA

    marks = hadir_queries.catatan(con, sesi_id, jabatan)
    pasti = {id: [m for m in marks.get(id, ()) if m.cara != SISA] for id in jabatan}
    return [_satu(con, sesi_id, id, semua) for id, semua in pasti.items() if semua]


def _satu(con: sqlite.Connection, sesi_id: str, jabatan_id: str, marks: Sequence[Catatan]) -> Doubtful:
    from . import hadir_kata
    from .tanda import berlaku

    siapa, sesi = hadir_kata.siapa(con, sesi_id, jabatan_id), hadir_kata.sesi(con, sesi_id)
    kini = berlaku(marks)
    kata = text_hadir.BEDA_KATA.format(siapa=siapa, macam=hadir_kata.tercatat(kini), sesi=sesi)
    if len(kini.macam) == 1:
        nama = " dan ".join(sorted({m.nama for m in marks if m.nama}))
        kata = text_hadir.BEDA_ORANG.format(siapa=siapa, tanda=hadir_kata.tercatat(kini), nama=nama, sesi=sesi)
    ids = [m.hadir_id for m in marks]
    rinci = tuple(hadir_kata.sebut_catatan(m) for m in sorted(marks, key=lambda m: (m.pukul, m.hadir_id)))
    return Doubtful(min(ids), siapa, kata, rinci, _sejak(con, ids))


def _sejak(con: sqlite.Connection, ids: Sequence[str]) -> int:
    row = con.execute(
        f"SELECT coalesce(max(waktu), 0) FROM riwayat WHERE row_id IN ({', '.join('?' * len(ids))})", list(ids)
    ).fetchone()
    return int(row[0])


def pilihan(con: sqlite.Connection, hadir_id: str) -> Sequence[tuple[str, str]]:
    """Return the marks that were given to the person of a mark, in words; where two terms are named, one for each."""
    row = con.execute("SELECT sesi_id, jabatan_id FROM bimtek_hadir WHERE id = ?", (hadir_id,)).fetchone()
    marks = _pasti(con, *map(str, row)) if row else []
    dua = len({m.masa_id for m in marks if m.tanda in _DATANG} - {""}) > 1
    return [(kunci, _kata(m, nama=dua)) for kunci, m in {_kunci(m, dua=dua): m for m in marks}.items()]


def _pasti(con: sqlite.Connection, sesi_id: str, jabatan_id: str) -> list[Catatan]:
    from . import hadir_queries
    from .tanda import SISA, TANDA

    marks = hadir_queries.catatan(con, sesi_id, [jabatan_id]).get(jabatan_id, ())
    urut = sorted((m for m in marks if m.cara != SISA), key=lambda m: (not m.pukul, m.pukul, m.hadir_id))
    return sorted(urut, key=lambda m: TANDA.index(m.tanda) if m.tanda in TANDA else len(TANDA))


def _kunci(satu: Catatan, *, dua: bool) -> str:
    return f"{satu.tanda}|{satu.masa_id}" if dua and satu.tanda in _DATANG else satu.tanda


def _kata(satu: Catatan, *, nama: bool) -> str:
    kata = text_hadir.BEDA_PILIHAN.get(satu.tanda, satu.tanda)
    return text_hadir.BEDA_SIAPA.format(pilihan=kata, nama=satu.nama) if nama and satu.tanda in _DATANG else kata


def putuskan(tx: Tx, hadir_id: str, isian: Mapping[str, str]) -> None:
    """One mark is right: the others go, and the right one is said once more, so that somebody who decides otherwise at
    the same time does not leave the person without any.

    Raises InputSalah for a mark that nobody gave, and in an office that does not record attendance at this event.
    """
    from sipokat_desktop.storage import many

    from . import hadir_ops, kegiatan
    from .tanda import PUTUSAN

    row = tx.row(TABEL, hadir_id)
    hadir_ops.boleh(tx.own, kegiatan.satu_sesi(tx.con, str(row["sesi_id"])))
    semua = _pasti(tx.con, str(row["sesi_id"]), str(row["jabatan_id"]))
    dua = "|" in isian["tanda"]
    benar = [m for m in semua if _kunci(m, dua=dua) == isian["tanda"]]
    if not benar:
        raise InputSalah("tanda", text_hadir.BEDA_BUKAN)
    lagi = tx.row(TABEL, benar[0].hadir_id) | {"cara": PUTUSAN}
    many.delete(tx, TABEL, [m.hadir_id for m in semua if m not in benar])
    tx.insert(TABEL, {k: v for k, v in lagi.items() if k not in ("id", "lingkup")}, scope=str(lagi["lingkup"]))


def _jalan() -> tuple[WayOut, ...]:
    tanya = Ask("tanda", text_hadir.BEDA_TANYA, "pilihan", choices=pilihan)
    return (WayOut(PILIH, text_hadir.BEDA_JALAN, text_hadir.BEDA_JALAN_ISI, (tanya,), putuskan),)


KERAGUAN: tuple[Doubt, ...] = (Doubt(text_hadir.BEDA_JENIS, text_hadir.BEDA_ATURAN, cari, _jalan),)
"""For *Perlu keputusan*."""
