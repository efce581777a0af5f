"""Acts on the photos of a report: added, removed, put in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import many, photos
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import text
from .model import Diubah, FotoBaru
from .tulis import FOTO, TABEL, ada, akibat, tambah_foto

PALING_BANYAK = 12
"""Photos that one report may have."""


def siapkan_foto(store: Store, sumber: bytes | Path) -> FotoBaru:
    """Make a photo small and bare of where it was taken, and keep it beside the store; no row names it yet.

    It takes about a quarter of a second. Raises InputSalah for what is no photo, Gangguan when it cannot be kept.
    """
    from sipokat_desktop.imaging import pictures

    satu = pictures.prepare(sumber)
    kunci = photos.keep(store, satu.jpeg)
    return FotoBaru(kunci, satu.sidik, len(satu.jpeg), satu.width, satu.height, satu.day)


def tambah(store: Store, laporan_id: str, foto: Sequence[FotoBaru]) -> Done[Diubah]:
    """Add photos to a report, as one act; one that it has already is left out. What a verification was about changes
    with it (see :func:`~.catat_ops.ubah`). Raises InputSalah where the report is gone or would have too many."""
    baru = isian(foto)

    def work(tx: Tx) -> Diubah:
        lama = ada(tx, laporan_id)
        punya = dict(tx.con.execute("SELECT kunci, urutan FROM laporan_foto WHERE laporan_id = ?", (laporan_id,)))
        tambahan = [satu for satu in baru if satu["kunci"] not in punya]
        _cukup(len(punya) + len(tambahan))
        if not tambahan:
            return Diubah(False, False, (text.FOTO_SUDAH_ADA,) if baru else (), ())
        tambah_foto(tx, laporan_id, str(lama["lingkup"]), tambahan, max((n or 0 for n in punya.values()), default=0))
        return _akibat(tx, lama)

    return store.write("laporan.foto_tambah", work)


def hapus(store: Store, foto_ids: Collection[str]) -> Done[Diubah]:
    """Take photos off their reports, as one act; the files stay for an undo. Raises InputSalah where none is here."""

    def work(tx: Tx) -> Diubah:
        rows = many.rows(tx.con, FOTO, foto_ids)
        if not rows:
            raise InputSalah("foto", text.FOTO_TIDAK_ADA)
        many.delete(tx, FOTO, [*rows])
        milik = many.rows(tx.con, TABEL, {str(row["laporan_id"]) for row in rows.values()})
        semua = [_akibat(tx, lama) for lama in milik.values()]
        kata = dict.fromkeys(satu for hasil in semua for satu in hasil.kata)
        return Diubah(True, any(hasil.dicabut for hasil in semua), tuple(kata), ())

    return store.write("laporan.foto_hapus", work)


def urut(store: Store, laporan_id: str, foto_ids: Sequence[str]) -> Changes:
    """Put the photos of a report in this order; those that are not named follow as they were."""

    def work(tx: Tx) -> None:
        lain = [id for id in id_foto(tx.con, laporan_id) if id not in foto_ids]
        many.update(tx, FOTO, {id: {"urutan": ke} for ke, id in enumerate((*foto_ids, *lain), 1)})

    return store.write("laporan.foto_urut", work).changes


def id_foto(con: Connection, laporan_id: str) -> list[str]:
    """Return the ids of the photos of a report, in their order."""
    rows = con.execute("SELECT id FROM laporan_foto WHERE laporan_id = ? ORDER BY urutan, id", (laporan_id,))
    return [str(row[0]) for row in rows]


def isian(foto: Sequence[FotoBaru]) -> list[Fields]:
    """Return photos as their rows hold them, each once; raise InputSalah for too many."""
    per_kunci = {satu.kunci: satu for satu in foto}
    _cukup(len(per_kunci))
    return [
        {"kunci": f.kunci, "sidik": f.sidik, "ukuran": f.ukuran, "lebar": f.lebar, "tinggi": f.tinggi}
        for f in per_kunci.values()
    ]


def _cukup(banyak: int) -> None:
    if banyak > PALING_BANYAK:
        raise InputSalah("foto", text.FOTO_BANYAK.format(batas=PALING_BANYAK))


def _akibat(tx: Tx, lama: Fields) -> Diubah:
    ikut, hasil = akibat(tx, lama, (FOTO,))
    if ikut:
        tx.update(TABEL, str(lama["id"]), ikut)
    return hasil
