"""A small event of Bimtek with who was there, for tests of what is paid by it."""

from __future__ import annotations

from collections.abc import Iterable

from sipokat_desktop.modules.bimtek import hadir_ops, kegiatan_ops
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.store import Store

NAMA = "Bimtek Ketua RT 2020"


def kegiatan(store: Store, lingkup: str, *hari: str, nama: str = NAMA) -> tuple[str, list[str]]:
    """Record an event of an office with a session on each day (``20/11/2020``); returns its id and theirs."""
    isian = {"nama": nama, "tempat": "Gedung Kesenian"}
    id = kegiatan_ops.simpan_kegiatan(store, lingkup, isian).value
    return id, [
        kegiatan_ops.simpan_sesi(
            store, id, {"judul": f"Materi {ke}", "tanggal": satu, "mulai": "08.00", "selesai": "12.00"}
        ).value
        for ke, satu in enumerate(hari, 1)
    ]


def jabatan(store: Store, lingkup: str) -> dict[str, str]:
    """The posts of a kelurahan by RT number without zeros."""
    return {m.nomor.lstrip("0"): m.jabatan_id for m in rt.masa(store.reader(), lingkup=lingkup)}


def hadir(store: Store, lingkup: str, sesi_id: str, nomor: Iterable[str], tanda: str = "hadir") -> None:
    """Record heads of RT (numbers) at a session, invited or not."""
    milik = jabatan(store, lingkup)
    hadir_ops.catat_banyak(store, sesi_id, [milik[n] for n in nomor], tanda, tetap=True)
