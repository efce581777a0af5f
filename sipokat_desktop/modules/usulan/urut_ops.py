"""The order of a kelurahan's list, and what is unfinished carried to a later year."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import many, sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import baca, text
from .butir_ops import TABEL, ketua, milik, tulis_status
from .model import Usulan
from .status import DRAF, TIDAK_DIBAWA

_DIBAWA = (
    "jabatan_id", "kategori", "judul", "uraian", "lokasi", "volume", "satuan", "biaya", "manfaat", "kk", "prioritas",
    "opd", "catatan",
)  # fmt: skip
"""What a proposal keeps when it is made again."""


def urutkan(store: Store, lingkup: str, tahun: int, ids: Sequence[str]) -> Changes:
    """Give the proposals of a list the priorities 1, 2, 3 … in this order; those left out keep their order behind.

    Raises InputSalah for one that is not on the list.
    """

    def work(tx: Tx) -> None:
        urutan = _tetap(tx.con, lingkup, tahun)
        kini = {u.usulan_id: u for u in urutan}
        if not {*ids} <= kini.keys():
            raise InputSalah("", text.TIDAK_ADA)
        dipilih = list(dict.fromkeys(ids))
        belakang = [u.usulan_id for u in urutan if u.usulan_id not in set(dipilih) and u.prioritas is not None]
        _nomori(tx, [*dipilih, *belakang])

    return store.write("usulan.urut", work).changes


def naik(store: Store, usulan_id: str) -> Changes:
    """Move a proposal one place up on its list; raises InputSalah for the first one."""
    return _geser(store, usulan_id, -1)


def turun(store: Store, usulan_id: str) -> Changes:
    """Move a proposal one place down on its list; raises InputSalah for the last one."""
    return _geser(store, usulan_id, 1)


def _geser(store: Store, usulan_id: str, jarak: int) -> Changes:
    """Change places with the neighbour; those above the lower of both get numbers where they have none."""

    def work(tx: Tx) -> None:
        (u,) = milik(tx, [usulan_id])
        semua = _tetap(tx.con, u.lingkup, u.tahun)
        ids = [satu.usulan_id for satu in semua]
        ke = ids.index(u.induk_id or usulan_id)
        lain = ke + jarak
        if not 0 <= lain < len(ids):
            raise InputSalah("", text.URUT_SAMA.format(ujung=text.ATAS if jarak < 0 else text.BAWAH))
        ids[ke], ids[lain] = ids[lain], ids[ke]
        bernomor = sum(satu.prioritas is not None for satu in semua)
        _nomori(tx, ids[: max(bernomor, ke + 1, lain + 1)])

    return store.write("usulan.urut", work).changes


def usulkan_lagi(store: Store, lingkup: str, dari: int, ke: int, ids: Sequence[str] = ()) -> Done[list[str]]:
    """Make a year's proposals again in a later year as drafts of today, each with what is merged into it and a link to
    the earlier one; returns the new survivors. Without ``ids`` all that are open and not in the RKPD. Those that were
    made again already, also on another computer, are left out.

    Raises InputSalah for a year that is not later, or when nothing is left to be made again.
    """
    if periode.baca_tahun(str(ke)) <= dari:
        raise InputSalah("tahun", text.LAGI_TAHUN.format(tahun=dari))

    def work(tx: Tx) -> list[str]:
        diminta = {*map(baca.gabungan(tx.con).tetap, ids)}
        semua = [u for u in _tetap(tx.con, lingkup, dari) if (u.usulan_id in diminta if ids else _perlu(u))]
        hari = hari_ini(store).isoformat()
        hasil = [baru for u in semua if (baru := _lagi(tx, u, ke, hari))]
        if not hasil:
            raise InputSalah("", text.LAGI_TIDAK_ADA.format(dari=dari, ke=ke))
        return hasil

    return store.write("usulan.lagi", work)


def _perlu(u: Usulan) -> bool:
    return u.terbuka and u.status not in TIDAK_DIBAWA


def _lagi(tx: Tx, u: Usulan, ke: int, hari: str) -> str:
    """Make a survivor and what is merged into it again; return its new id, "" where it was made again before."""
    baru = id_lagi(u.usulan_id, ke)
    if tx.has(TABEL, baru):
        return ""
    for id in (u.usulan_id, *u.anggota):
        lama = tx.row(TABEL, id)
        isi: Fields = {nama: lama[nama] for nama in _DIBAWA}
        isi |= {"tahun": ke, "dari_id": id, "gabung_id": None if id == u.usulan_id else baru}
        isi["pengusul"] = ketua(tx.con, u.lingkup, lama["jabatan_id"], hari) or lama["pengusul"]
        satu = id_lagi(id, ke)
        if not tx.has(TABEL, satu):
            terisi: Fields = {nama: nilai for nama, nilai in isi.items() if nilai is not None}
            tx.insert(TABEL, terisi, scope=u.lingkup, row_id=satu)
            tulis_status(tx, satu, u.lingkup, {"status": DRAF, "tanggal": hari, "alasan": None, "dokumen": None})
    return baru


def id_lagi(usulan_id: str, tahun: int) -> str:
    """Return the id that a proposal made again in a year has, whichever computer does it."""
    return derived_id(TABEL, "lagi", usulan_id, str(tahun))


def _tetap(con: sqlite.Connection, lingkup: str, tahun: int) -> list[Usulan]:
    return [u for u in baca.semua(con, lingkup=[lingkup], tahun=tahun) if not u.induk_id]


def _nomori(tx: Tx, ids: Sequence[str]) -> None:
    many.update(tx, TABEL, {id: {"prioritas": ke} for ke, id in enumerate(ids, 1)})
