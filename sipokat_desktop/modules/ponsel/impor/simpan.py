"""Saves a planned import of a register as one act."""

from __future__ import annotations

from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import backup, bulk, many
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from ..tulis import catat, keadaan
from ..unit_ops import tambah
from . import kata
from .banding import sidik
from .rencana import BarisRencana, Nasib, Neraca, Rencana

AKSI = "ponsel.impor"
_MAJU = 100
"""Rows between two words of progress."""


def simpan(store: Store, lingkup: str, rencana: Rencana, *, maju: Maju = diam) -> Done[Neraca]:
    """Record the new and the updated rows with their holders, all or nothing; one undo takes them back.

    Raises InputSalah when what the plan rests on changed since.
    """

    def work(tx: Tx) -> Neraca:
        if sidik(tx.con, lingkup) != rencana.sidik:
            raise InputSalah("berkas", kata.BERUBAH)
        with bulk.roomy(tx.con):
            _tulis(tx, rencana, maju)
        return rencana.neraca(act_id=tx.act.act_id, waktu=tx.act.at)

    backup.before_import(store, sum(satu.nasib in (Nasib.BARU, Nasib.DIUBAH) for satu in rencana.baris))
    return store.write(AKSI, work)


def _tulis(tx: Tx, rencana: Rencana, maju: Maju) -> None:
    many.update(
        tx, "ponsel_unit", {satu.unit_id: satu.isi for satu in rencana.baris if satu.nasib is Nasib.DIUBAH and satu.isi}
    )
    for ke, satu in enumerate(rencana.baris):
        if ke % _MAJU == 0:
            maju(ke, len(rencana.baris))
        unit_id = tambah(tx, rencana.lingkup, satu.isi) if satu.nasib is Nasib.BARU else satu.unit_id
        if satu.serah and satu.nasib in (Nasib.BARU, Nasib.DIUBAH):
            _serah(tx, unit_id, satu, rencana.berkas)


def _serah(tx: Tx, unit_id: str, satu: BarisRencana, berkas: str) -> None:
    assert satu.serah is not None
    serah = satu.serah
    catat(
        tx, keadaan(tx, unit_id), "serah", hari=serah.tanggal, nomor=serah.nomor, kepada=serah.kepada,
        lain={"alasan": kata.ALASAN.format(berkas=berkas)},
    )  # fmt: skip
