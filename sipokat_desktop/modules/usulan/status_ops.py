"""The history of proposals: steps added to one or to many at once, corrected, taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import baca, rules, text
from .butir_ops import STATUS, milik, tulis_status
from .model import Status, Terpasang
from .status import DRAF, janggal, urut

_BARU = "~"
"""The id of a step that is not recorded yet: it stands behind the others of its day."""


def set_status(store: Store, ids: Sequence[str], isian: Mapping[str, str]) -> Done[Terpasang]:
    """Record a status (``status``, ``tanggal``, ``alasan``, ``dokumen``) of proposals as one act; of a merged one its
    survivor gets it. What does not follow from the history before is told and saved.

    Raises InputSalah for a wrong field or a proposal that is gone.
    """
    isi = rules.bersihkan_status(isian, hari_ini(store))

    def work(tx: Tx) -> Terpasang:
        milik(tx, ids)
        peta = baca.gabungan(tx.con)
        semua = milik(tx, list(dict.fromkeys(map(peta.tetap, ids))))
        kata = _peringatan(tx.con, [u.usulan_id for u in semua], isi, tx.act.at)
        sudah = tuple(u.judul for u in semua if not tulis_status(tx, u.usulan_id, u.lingkup, isi))
        return Terpasang(len(semua) - len(sudah), sudah, kata)

    return store.write("usulan.status", work)


def peringatan_status(con: sqlite.Connection, ids: Sequence[str], isian: Mapping[str, str]) -> tuple[str, ...]:
    """Return what would be odd about a typed status of these proposals, before it is saved; nothing while no day is
    typed or a field is wrong."""
    if not isian.get("tanggal", "").strip():
        return ()
    try:
        isi = rules.bersihkan_status(isian, date.max)
    except InputSalah:
        return ()
    peta = baca.gabungan(con)
    return _peringatan(con, list(dict.fromkeys(map(peta.tetap, ids))), isi, 0)


def ubah_status(store: Store, status_id: str, isian: Mapping[str, str]) -> Changes:
    """Correct a step of a history: another day or status makes it another step. Raises InputSalah for a wrong field."""

    def work(tx: Tx) -> None:
        lama = _langkah(tx, status_id)
        kini = {nama: str(lama[nama] or "") for nama in rules.ISIAN_STATUS}
        isi = rules.bersihkan_status(kini | dict(isian), hari_ini(store), awal=lama["status"] == DRAF)
        if all(isi[nama] == lama[nama] for nama in ("status", "tanggal")):
            tx.update(STATUS, status_id, isi)
            return
        tx.delete(STATUS, status_id)
        tulis_status(tx, str(lama["usulan_id"]), str(lama["lingkup"]), isi)

    return store.write("usulan.ubah_status", work).changes


def hapus_status(store: Store, status_id: str) -> Changes:
    """Take a step out of a history; the one before it holds again. Raises InputSalah when it is gone."""

    def work(tx: Tx) -> None:
        _langkah(tx, status_id)
        tx.delete(STATUS, status_id)

    return store.write("usulan.hapus_status", work).changes


def _langkah(tx: Tx, status_id: str) -> Fields:
    try:
        return tx.row(STATUS, status_id)
    except KeyError:
        raise InputSalah("", text.STATUS_TIDAK_ADA) from None


def _peringatan(con: sqlite.Connection, ids: Sequence[str], isi: Fields, kini: int) -> tuple[str, ...]:
    """Return what is odd about a history once the step ``isi`` stands in it, and was not before."""
    semua = baca.riwayat(con, ids)
    hasil: dict[str, None] = {}
    for id in ids:
        lama = semua.get(id, [])
        baru = Status(_BARU, id, str(isi["status"]), str(isi["tanggal"]), dicatat=kini or _terakhir(lama))
        dikenal = {satu.status_id for satu, _ in janggal(lama)}
        for satu, lain in janggal(urut([*lama, baru])):
            if satu.status_id not in dikenal:
                hasil[baca.kata_mundur(satu, lain)] = None
    return tuple(hasil)


def _terakhir(langkah: Sequence[Status]) -> int:
    return max((satu.dicatat for satu in langkah), default=0)
