"""Events and sessions of an office: recorded, changed, closed, cancelled, deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage import many, references
from sipokat_desktop.storage.module import without_clash
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, text
from .kegiatan import kegiatan, kegiatan_terbuka, satu_kegiatan, satu_sesi, sesi
from .model import BATAL, SELESAI, TERBUKA, Kegiatan
from .undangan_sql import LEPAS

TABEL, SESI, UNDANGAN, HADIR = "bimtek_kegiatan", "bimtek_sesi", "bimtek_undangan", "bimtek_hadir"


def simpan_kegiatan(store: Store, lingkup: str, isian: Mapping[str, str], *, kegiatan_id: str = "") -> Done[str]:
    """Record an event of the office ``lingkup`` (its own scope), or change one; returns its id.

    Fields are :data:`rules.ISIAN_KEGIATAN`. Also a closed event takes its report texts. Raises InputSalah for a wrong
    field, an open event of that name, another office's event, one that is not here.
    """
    fields = rules.bersihkan_kegiatan(isian, baru=not kegiatan_id)

    def work(tx: Tx) -> str:
        lama = _milik(tx, satu_kegiatan(tx.con, kegiatan_id)) if kegiatan_id else None
        di = lama.lingkup if lama else lingkup
        _milik_kantor(tx, di)
        nama = str(fields.get("nama", lama.nama if lama else ""))
        if not lama or nama != lama.nama:
            _belum_ada(tx, di, nama, kegiatan_id)
        if not lama:
            return tx.insert(TABEL, {**fields, "keadaan": TERBUKA}, scope=di)
        tx.update(TABEL, kegiatan_id, fields)
        return kegiatan_id

    return store.write("bimtek.kegiatan", work)


def selesai(store: Store, kegiatan_id: str) -> Changes:
    """Close an event: it takes no session, invitation or attendance until it is opened again."""
    return _keadaan(store, "bimtek.selesai", kegiatan_id, SELESAI, {})


def buka_lagi(store: Store, kegiatan_id: str) -> Changes:
    """Open a closed or cancelled event again."""
    return _keadaan(store, "bimtek.buka", kegiatan_id, TERBUKA, {})


def batalkan(store: Store, kegiatan_id: str, *, alasan: str) -> Changes:
    """Say that an event does not take place, with the reason; everything recorded stays."""
    kata = alasan_.baca(teks(alasan, "alasan", 300) or "")
    return _keadaan(store, "bimtek.batal", kegiatan_id, BATAL, {"catatan": kata})


def hapus_kegiatan(store: Store, kegiatan_id: str) -> Changes:
    """Delete an event with its sessions; its invitations go with it and stand again when it comes back. Raises
    InputSalah once attendance, minutes or certificates are recorded, or a module stands on it (money was paid): such an
    event is cancelled or closed."""

    def work(tx: Tx) -> None:
        _milik(tx, satu_kegiatan(tx.con, kegiatan_id))
        sesi_ids = [s.sesi_id for s in sesi(tx.con, kegiatan_id)]
        rows = [(TABEL, kegiatan_id), *((SESI, id) for id in sesi_ids)]
        references.refuse_used(tx.con, tx.tables, rows, text.SARAN_BATALKAN)
        with without_clash(tx.con, store.modules, {TABEL: [kegiatan_id]}, text.TIDAK_DIHAPUS):
            many.update(tx, UNDANGAN, _lepas(tx, kegiatan_id))
            many.delete(tx, SESI, sesi_ids)
            tx.delete(TABEL, kegiatan_id)

    return store.write("bimtek.hapus", work).changes


def simpan_sesi(store: Store, kegiatan_id: str, isian: Mapping[str, str], *, sesi_id: str = "") -> Done[str]:
    """Record a session of an open event, or change one; returns its id. Fields are :data:`rules.ISIAN_SESI`.

    What overlaps is told by :func:`queries.peringatan_sesi` and never refused. Raises InputSalah for a wrong field,
    hours that do not fit, a kecamatan that the office does not look after, a closed or another office's event.
    """

    def work(tx: Tx) -> str:
        lama = satu_sesi(tx.con, sesi_id) if sesi_id else None
        k = _milik(tx, kegiatan_terbuka(tx.con, lama.kegiatan_id if lama else kegiatan_id))
        fields = rules.bersihkan_sesi(isian, k.lingkup, baru=not lama)
        mulai = fields.get("mulai", lama.mulai if lama else None)
        akhir = fields.get("selesai", lama.selesai if lama else None)
        rules.periksa_jam(str(mulai or ""), str(akhir or ""))
        if not lama:
            return tx.insert(SESI, {"kegiatan_id": kegiatan_id, **fields}, scope=k.lingkup)
        tx.update(SESI, sesi_id, fields)
        return sesi_id

    return store.write("bimtek.sesi", work)


def ulangi_sesi(store: Store, kegiatan_id: str, isian: Mapping[str, str], hari: Sequence[str]) -> Done[tuple[str, ...]]:
    """Record the same session of an open event on each of these days (ISO) as one act; returns their ids.

    ``isian`` is that of :func:`simpan_sesi` without the day. Raises InputSalah as that does.
    """

    def work(tx: Tx) -> tuple[str, ...]:
        k = _milik(tx, kegiatan_terbuka(tx.con, kegiatan_id))
        semua = [rules.bersihkan_sesi({**isian, "tanggal": satu}, k.lingkup, baru=True) for satu in hari]
        for fields in semua:
            rules.periksa_jam(str(fields.get("mulai") or ""), str(fields.get("selesai") or ""))
        return tuple(tx.insert(SESI, {"kegiatan_id": kegiatan_id, **fields}, scope=k.lingkup) for fields in semua)

    return store.write("bimtek.sesi", work)


def hapus_sesi(store: Store, sesi_id: str) -> Changes:
    """Delete a session; raises InputSalah once attendance or minutes of it are recorded."""

    def work(tx: Tx) -> None:
        _milik(tx, kegiatan_terbuka(tx.con, satu_sesi(tx.con, sesi_id).kegiatan_id))
        references.refuse_used(tx.con, tx.tables, [(SESI, sesi_id)], text.SARAN_SESI)
        tx.delete(SESI, sesi_id)

    return store.write("bimtek.hapus_sesi", work).changes


def _keadaan(store: Store, act: str, kegiatan_id: str, keadaan: str, lain: Fields) -> Changes:
    def work(tx: Tx) -> None:
        k = _milik(tx, satu_kegiatan(tx.con, kegiatan_id))
        if k.keadaan == keadaan:
            raise InputSalah("kegiatan", text.SUDAH_BEGITU.format(nama=k.nama, keadaan=k.kata_keadaan))
        if keadaan == SELESAI and not sesi(tx.con, kegiatan_id):
            raise InputSalah("kegiatan", text.SELESAI_TANPA_SESI)
        catatan = {"catatan": "\n".join(filter(None, (k.catatan, str(lain["catatan"]))))} if lain else {}
        tx.update(TABEL, kegiatan_id, {"keadaan": keadaan, **catatan})

    return store.write(act, work).changes


def _lepas(tx: Tx, kegiatan_id: str) -> dict[str, Fields]:
    """Return what lets the invitations go that stand while their event does not: rows that stay, so that nobody who
    changes one meanwhile disputes it."""
    rows = tx.con.execute("SELECT id FROM bimtek_undangan WHERE kegiatan_id = ? AND keadaan IS NULL", (kegiatan_id,))
    return {str(row[0]): {"keadaan": LEPAS} for row in rows}


def _milik(tx: Tx, k: Kegiatan) -> Kegiatan:
    """Return an event of this office; raise InputSalah for another office's."""
    _milik_kantor(tx, k.lingkup)
    return k


def _milik_kantor(tx: Tx, lingkup: str) -> None:
    if tx.own and tx.own != lingkup:
        raise InputSalah("kegiatan", text.KANTOR_LAIN.format(kantor=rules.nama_penyelenggara(lingkup)))


def _belum_ada(tx: Tx, lingkup: str, nama: str, kecuali: str) -> None:
    kunci = rules.kunci_nama(nama)
    for k in kegiatan(tx.con):
        if k.lingkup == lingkup and k.terbuka and k.kegiatan_id != kecuali and rules.kunci_nama(k.nama) == kunci:
            raise InputSalah("nama", text.KEGIATAN_SUDAH_ADA.format(nama=k.nama))
