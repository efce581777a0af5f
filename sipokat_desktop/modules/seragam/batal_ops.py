"""Taking back what was recorded, with the reason; and a replacement made the first hand-over that it follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx, replacement_id

from . import rules, stok, text
from .langkah import TABEL, alasan_wajib
from .masalah import rantai
from .pemakai import pegangan
from .pengadaan import terbuka
from .tempat import RT, sebut_tempat


def batal(store: Store, gerak_ids: Sequence[str], *, alasan: str) -> Changes:
    """Take back movements by adding reversals: hand-overs, deliveries, exchanges, adjustments; one act.

    Raises InputSalah without a reason, for a movement that is gone or taken back already, one that a later exchange
    or replacement follows, and where a place would be left below zero.
    """
    kata = alasan_wajib(alasan)

    def work(tx: Tx) -> None:
        semua = [_satu(tx, id) for id in dict.fromkeys(gerak_ids)]
        _tanpa_lanjutan(tx.con, semua)
        for pengadaan_id in dict.fromkeys(str(g["pengadaan_id"]) for g in semua):
            p = terbuka(tx.con, pengadaan_id)
            milik = [g for g in semua if g["pengadaan_id"] == pengadaan_id]
            _cukup(tx.con, pengadaan_id, milik, satuan=p.satuan)
        for g in semua:
            tx.reverse(TABEL, str(g["id"]), kata)

    return store.write("seragam.batal", work).changes


def sambung(store: Store, gerak_id: str, *, alasan: str = "") -> Changes:
    """Make an exchange or replacement the first hand-over of its post, which was taken back: what it gave out stays
    with the post. What an exchange brought back had come back with the first hand-over already, so the place loses it
    again; a shortage that this uncovers is told. Raises InputSalah where the post has a first hand-over."""

    kata = teks(alasan, "alasan") or text.ALASAN_SAMBUNG

    def work(tx: Tx) -> None:
        lama = _satu(tx, gerak_id)
        jabatan_id, pengadaan_id = str(lama["jabatan_id"]), str(lama["pengadaan_id"])
        terbuka(tx.con, pengadaan_id)
        buruk = rantai(pegangan(tx.con, pengadaan_id).get(jabatan_id, ()))
        if not buruk.tanpa_awal or gerak_id not in (satu.gerak_id for satu in buruk.yatim):
            raise InputSalah("", text.BUKAN_YATIM)
        tx.reverse(TABEL, gerak_id, kata)
        isi: Fields = {k: v for k, v in lama.items() if k not in ("id", "lingkup")}
        isi |= {
            "jenis": "serah", "slot": rules.slot_rt(pengadaan_id, jabatan_id), "model_kembali": None,
            "ukuran_kembali": None,
        }  # fmt: skip
        tx.append(TABEL, isi, scope=str(lama["lingkup"]), row_id=replacement_id(TABEL, gerak_id))

    return store.write("seragam.sambung", work).changes


def _satu(tx: Tx, gerak_id: str) -> Fields:
    if not tx.has(TABEL, gerak_id):
        raise InputSalah("", text.GERAK_TIDAK_ADA)
    return tx.row(TABEL, gerak_id)


def _tanpa_lanjutan(con: sqlite.Connection, semua: Iterable[Fields]) -> None:
    """Raise InputSalah where an entry that stays follows one of these."""
    pergi = {str(g["id"]): g for g in semua}
    for id, g in pergi.items():
        if g["ke"] != RT:
            continue
        pegang = pegangan(con, str(g["pengadaan_id"])).get(str(g["jabatan_id"]), ())
        if any(satu.slot.endswith(f"|{id}") and satu.gerak_id not in pergi for satu in pegang):
            row = con.execute("SELECT nomor FROM rt_jabatan WHERE id = ?", (g["jabatan_id"],)).fetchone()
            raise InputSalah("", text.ADA_SESUDAHNYA.format(rt=row[0] if row else "?"))


def _cukup(con: sqlite.Connection, pengadaan_id: str, semua: Iterable[Mapping[str, object]], *, satuan: str) -> None:
    """Raise InputSalah where taking these back leaves a place below zero, more than it is."""
    gudang = stok.gudang(con, pengadaan_id)
    for (di, barang), tambah in stok.akibat(semua).items():
        sisa = gudang.ada.get((di, barang), 0) - tambah
        if tambah > 0 and sisa < 0 and rules.terlihat(gudang.kantor, di):
            kata = {"barang": barang.kata, "tempat": sebut_tempat(di), "n": -sisa, "satuan": satuan}
            raise InputSalah("", text.KURANG_BILA_BATAL.format(**kata))
