"""Carries out a plan: one act, one transaction, and only on the data that the plan was compared with."""

from __future__ import annotations

from collections.abc import Callable

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import new_id
from sipokat_desktop.kernel.tenang import tanpa_sapuan
from sipokat_desktop.storage import backup, bulk
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from .. import ekspor, pengenal
from . import kata, simpanan
from .daftar import catatan_neraca
from .hasil import Maju, diam
from .nasib import ISIAN_TABEL
from .neraca import Neraca
from .pemetaan import Pemetaan, setelan_ingatan
from .rencana import BarisRencana, Nasib, Rencana, neraca_dari
from .simpanan import Simpanan

AKSI = "rt.impor"
ROSTER_UTUH = 5
"""Columns that are read in the sheet of a roster, not in a list of phone numbers."""
_DITULIS = (Nasib.BARU, Nasib.DIUBAH, Nasib.GANTI)


def simpan(store: Store, lingkup: str, rencana: Rencana, *, maju: Maju = diam) -> Done[Neraca]:
    """Commit a plan and return the balance; rows with problems and skipped rows are not written.

    Raises InputSalah, with nothing saved, when the data has changed since the plan was made; what ``maju`` raises
    also ends the act with nothing saved.
    """

    def work(tx: Tx) -> Neraca:
        ada = simpanan.baca(tx.con, lingkup, rencana.hari)
        if rencana.lingkup != lingkup or ada.sidik != rencana.sidik:
            raise InputSalah("berkas", kata.BERUBAH)
        with tanpa_sapuan(), bulk.roomy(tx.con):
            _tulis(tx, lingkup, [satu for satu in rencana.baris if satu.nasib in _DITULIS], ada, maju)
        neraca = neraca_dari(rencana, act_id=tx.act.act_id, waktu=tx.act.at)
        setelan = setelan_ingatan(rencana.pemetaan) | _urutan_kantor(rencana.pemetaan)
        if tx.touched:
            setelan |= catatan_neraca(neraca, tx.act.by)
        tx.con.executemany("INSERT OR REPLACE INTO setelan VALUES (?, ?)", setelan.items())
        return neraca

    backup.before_import(store, sum(satu.nasib in _DITULIS for satu in rencana.baris))
    return store.write(AKSI, work)


def _urutan_kantor(pemetaan: Pemetaan) -> dict[str, str]:
    """Return the setting with which the export follows this sheet, unless it holds too little to be the roster."""
    dipakai = [satu for satu in pemetaan.lembar if satu.dipakai and satu.baris_judul is not None]
    terbesar = max(dipakai, key=lambda satu: sum(bool(k.isian) for k in satu.kolom), default=None)
    if terbesar is None or sum(bool(k.isian) for k in terbesar.kolom) < ROSTER_UTUH:
        return {}
    return ekspor.ingat_kolom((k.judul, k.isian) for k in terbesar.kolom if k.judul)


def _tulis(tx: Tx, lingkup: str, baris: list[BarisRencana], ada: Simpanan, maju: Maju) -> None:
    """Write new posts, people and terms in sets, then what changes field by field."""
    jabatan, orang, masa = _baru(baris, lingkup, ada)
    semua = len(jabatan) + len(orang) + len(masa) + len(baris)
    sudah = 0
    for tabel, rows in (("rt_jabatan", jabatan), ("rt_orang", orang), ("rt_masa", masa)):
        bulk.insert_many(tx, tabel, rows, scope=lingkup, told=_dari(maju, sudah, semua))
        sudah += len(rows)
    for ke, satu in enumerate(baris):
        if ke % 500 == 0:
            maju(sudah + ke, semua)
        _ubah(tx, satu)


def _dari(maju: Maju, sudah: int, semua: int) -> Callable[[int], object]:
    return lambda n: maju(sudah + n, semua)


def _baru(
    baris: list[BarisRencana], lingkup: str, ada: Simpanan
) -> tuple[list[bulk.Row], list[bulk.Row], list[bulk.Row]]:
    """Return the rows to add, per table; a new person or term gets its id here, the same on every PC."""
    jabatan: dict[str, Fields] = {}
    orang: dict[str, Fields] = {}
    masa: dict[str, Fields] = {}
    bagian = _pembagi()
    # Each table in the order of its ids: the indexes then grow at their end, not everywhere.
    for kerja, satu in sorted(((x.kerja, x) for x in baris if x.kerja), key=lambda dua: dua[0].jabatan_id):
        isi = satu.isi
        milik = bagian(tuple(isi))
        if kerja.jabatan_baru and kerja.jabatan_id not in jabatan:
            jabatan[kerja.jabatan_id] = {isian: isi[isian] for isian in milik[0]}
        if kerja.masa_id or not isi.get("nama"):
            continue
        sesudah = kerja.tutup or ada.sebelum(kerja.jabatan_id, isi.get("tmt"))
        orang_id = kerja.orang_id
        if not orang_id:
            orang_id = _bebas(pengenal.id_orang(lingkup, isi, sesudah), ada.orang, orang)
            orang[orang_id] = {isian: isi[isian] for isian in milik[1]}
        term = {isian: isi[isian] for isian in milik[2]}
        term["jabatan_id"], term["orang_id"] = kerja.jabatan_id, orang_id
        masa[_bebas(pengenal.id_masa(sesudah), ada.masa, masa)] = term
    return list(jabatan.items()), sorted(orang.items(), key=_id), sorted(masa.items(), key=_id)


def _id(row: bulk.Row) -> str:
    return row[0]


def _bebas(id_: str, ada: dict[str, Fields], baru: dict[str, Fields]) -> str:
    """Return the id, or another one where a row has it already."""
    return new_id() if id_ in ada or id_ in baru else id_


def _pembagi() -> Callable[[tuple[str, ...]], tuple[tuple[str, ...], ...]]:
    """Return what tells which of a row's fields belong to post, person and term; rows mostly have the same fields."""
    ingat: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}

    def bagi(isian: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        if isian not in ingat:
            ingat[isian] = tuple(tuple(f for f in sorted(isian) if f in milik) for milik in ISIAN_TABEL.values())
        return ingat[isian]

    return bagi


def _ubah(tx: Tx, satu: BarisRencana) -> None:
    """Change what differs; end the term of a head who is replaced."""
    kerja = satu.kerja
    if kerja is None:
        return
    if kerja.tutup and kerja.akhir:
        tx.update("rt_masa", kerja.tutup, {"akhir_nyata": kerja.akhir, "alasan_akhir": "habis_masa"})
    if kerja.jabatan:
        tx.update("rt_jabatan", kerja.jabatan_id, kerja.jabatan)
    if kerja.orang:
        tx.update("rt_orang", kerja.orang_id, kerja.orang)
    if kerja.masa:
        tx.update("rt_masa", kerja.masa_id, kerja.masa)
