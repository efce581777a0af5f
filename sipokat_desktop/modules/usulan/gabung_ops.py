"""Duplicates merged into one proposal, and parted again: nothing is thrown away, each keeps its history."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import many
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import baca, text
from .butir_ops import TABEL, milik


def gabungkan(store: Store, tetap_id: str, ids: Sequence[str]) -> Done[str]:
    """Merge proposals (and what was merged into them) into ``tetap_id``, which stands for all of them; returns it.

    Raises InputSalah where they are not of one kelurahan and year, or ``tetap_id`` stands under another one that is
    not among ``ids``.
    """
    return store.write("usulan.gabung", lambda tx: satukan(tx, tetap_id, ids))


def satukan(tx: Tx, tetap_id: str, ids: Sequence[str]) -> str:
    """Inside an act: as :func:`gabungkan`."""
    semua = milik(tx, [tetap_id, *ids])
    if len({u.usulan_id for u in semua}) < 2:
        raise InputSalah("", text.GABUNG_SATU)
    if len({(u.lingkup, u.tahun) for u in semua}) > 1:
        raise InputSalah("", text.GABUNG_BEDA)
    peta = baca.gabungan(tx.con)
    induk = peta.tetap(tetap_id)
    if induk != tetap_id and induk not in ids:
        nama = {u.usulan_id: u.judul for u in milik(tx, [tetap_id, induk])}
        raise InputSalah("", text.GABUNG_TERGABUNG.format(judul=nama[tetap_id], induk=nama[induk]))
    keluarga = dict.fromkeys(anggota for id in (tetap_id, *ids) for anggota in peta.kelompok(id))
    many.update(tx, TABEL, {id: {"gabung_id": None if id == tetap_id else tetap_id} for id in keluarga})
    return tetap_id


def pisahkan(store: Store, ids: Sequence[str]) -> Changes:
    """Let merged proposals stand on their own again; of one that stands for others all of these.

    Raises InputSalah where none of ``ids`` was merged.
    """

    def work(tx: Tx) -> None:
        milik(tx, ids)
        peta = baca.gabungan(tx.con)
        putus = {id for id in ids if id in peta.putus}
        lepas = {anggota for id in ids for anggota in ([id] if id in peta.induk else peta.anggota.get(id, ()))}
        lingkar = {satu[0] for satu in peta.lingkar if {*satu} & {*lepas, *ids}}
        if not lepas | putus | lingkar:
            raise InputSalah("", text.PISAH_TIDAK_ADA)
        tinggal = {id for satu in lepas for id in peta.anggota[peta.tetap(satu)]} - lepas
        ke: dict[str, Fields] = {id: {"gabung_id": peta.tetap(id)} for id in tinggal}
        many.update(tx, TABEL, ke | {id: {"gabung_id": None} for id in lepas | putus | lingkar})

    return store.write("usulan.pisah", work).changes
