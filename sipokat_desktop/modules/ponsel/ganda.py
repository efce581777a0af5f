"""The ways out where two PCs handed one unit over differently: a mistake, one after the other, another unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Ask, WayOut
from sipokat_desktop.storage.tx import Tx

from . import rantai, susul, text
from .model import pengenal, sebutan
from .rantai import PEGANG, TABEL, Entri

SALAH, SESUDAH, LAIN = "serah_salah", "serah_sesudah", "serah_lain"
"""The keys of the ways out; also what the act is called after ``putuskan.``."""


def salah_catat(tx: Tx, entri: str, isian: Mapping[str, str]) -> None:
    """The hand-over did not take place: it is taken back with the reason, and with it what was recorded after it."""
    susul.batalkan(tx, _entri(tx.con, entri), isian["alasan"].strip())


def sesudah(tx: Tx, entri: str, _isian: Mapping[str, str]) -> None:
    """Both took place: this one is recorded again behind the other. Raises InputSalah where it cannot follow it."""
    try:
        susul.susulkan(tx, _entri(tx.con, entri))
    except InputSalah as exc:
        raise InputSalah("", text.TAK_DAPAT_DISUSULKAN.format(sebab=exc.pesan)) from exc


def barang_lain(tx: Tx, entri: str, isian: Mapping[str, str]) -> None:
    """Another unit went out: the hand-over is recorded on that one. Raises InputSalah when it is held meanwhile."""
    satu, unit_id = _entri(tx.con, entri), isian["unit_id"]
    if satu.jenis not in PEGANG:
        raise InputSalah("", text.BUKAN_PENYERAHAN)
    if unit_id not in dict(barang_bebas(tx.con, entri)):
        raise InputSalah("unit_id", text.BARANG_TAK_BEBAS)
    susul.pindahkan(tx, satu, unit_id, text.DIPINDAHKAN.format(sebutan=dict(barang_bebas(tx.con, entri))[unit_id]))


def barang_bebas(con: sqlite.Connection, entri: str) -> Sequence[tuple[str, str]]:
    """Return the units (id, words) of the office that nobody holds: what may have gone out in place of another."""
    row = con.execute(f"SELECT lingkup, unit_id FROM {TABEL} WHERE id = ?", (entri,)).fetchone()
    if row is None:
        return ()
    semua = rantai.entri_tempat(con, [str(row[0])])
    units = con.execute(
        """SELECT id, barang, merek, tipe, coalesce(imei1, imei2), seri, nup, sim FROM ponsel_unit
           WHERE lingkup = ? AND id <> ? AND coalesce(kondisi, '') <> 'hilang'
           ORDER BY barang, merek, tipe, imei1, id""",
        (row[0], row[1]),
    )
    return [
        (str(u[0]), " · ".join(filter(None, (sebutan(*u[1:4]), pengenal(imei=u[4], seri=u[5], nup=u[6], sim=u[7])))))
        for u in units.fetchall()
        if _bebas(rantai.posisi(semua.get(u[0], ())))
    ]


def _bebas(posisi: rantai.Posisi) -> bool:
    if len(posisi.ujung) > 1 or posisi.putus or posisi.menunggu:
        return False
    return posisi.kini is None or not posisi.kini.pemegang


def _entri(con: sqlite.Connection, entri: str) -> Entri:
    row = con.execute(f"SELECT unit_id FROM {TABEL} WHERE id = ?", (entri,)).fetchone()
    return next(e for e in rantai.entri(con, [str(row[0])])[str(row[0])] if e.id == entri)


JALAN_KELUAR: tuple[WayOut, ...] = (
    WayOut(SALAH, text.SALAH, text.SALAH_ISI, (Ask("alasan", text.ALASAN, example=text.ALASAN_CONTOH),), salah_catat),
    WayOut(SESUDAH, text.SESUDAH, text.SESUDAH_ISI, (), sesudah),
    WayOut(
        LAIN,
        text.LAIN,
        text.LAIN_ISI,
        (Ask("unit_id", text.LAIN_BARANG, "pilihan", choices=barang_bebas),),
        barang_lain,
    ),
)
