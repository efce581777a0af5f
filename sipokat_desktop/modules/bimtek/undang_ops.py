"""Invitations: posts invited many at a time, withdrawn, brought up to date after a change of head."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import groupby

from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.kernel.tenang import tanpa_sapuan
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import bulk, many
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, text, token, undangan
from .kegiatan import kegiatan_terbuka
from .kegiatan_ops import UNDANGAN
from .model import Calon, Dilewati, HasilSegarkan, HasilTarik, HasilUndang, Kegiatan, Lingkup, Undangan
from .undangan_sql import DITARIK


def id_undangan(kegiatan_id: str, jabatan_id: str) -> str:
    """Return the id of the one invitation of a post to an event, whichever PC invites."""
    return derived_id(UNDANGAN, kegiatan_id, jabatan_id)


def undang(
    store: Store, kegiatan_id: str, *, lingkup: Lingkup | None = None, jabatan_ids: Collection[str] | None = None,
    maju: Maju = diam, act: str = "bimtek.undang",
) -> Done[HasilUndang]:  # fmt: skip
    """Invite to an open event the posts of ``lingkup`` (None: all that this office looks after), or only those among
    ``jabatan_ids``; who is invited already stays so, a vacant post is passed over and told. ``maju(done, of)`` hears
    how far it is, and what it raises ends the act with nothing saved.

    Raises InputSalah for an event that is closed, not here, or whose invitations another office makes.
    """
    hari = hari_ini(store)

    def work(tx: Tx) -> HasilUndang:
        k = _boleh(tx, kegiatan_id)
        semua = _calon(tx, k, lingkup, hari)
        if jabatan_ids is not None:
            semua = _diminta(semua, jabatan_ids)
        baru = [c for c in semua if not c.undangan_id and not c.kosong]
        with tanpa_sapuan(), bulk.roomy(tx.con):
            ids = _tulis(tx, k, baru, maju)
        lewat = tuple(kosong(c) for c in semua if c.kosong and not c.undangan_id)
        return HasilUndang(tuple(ids), sum(bool(c.undangan_id) for c in semua), lewat)

    return store.write(act, work)


def tarik(store: Store, undangan_ids: Collection[str]) -> Done[HasilTarik]:
    """Withdraw invitations; those of posts with attendance recorded stay and are told.

    The row stays and says so: what another PC does meanwhile with the same invitation is no dispute. A withdrawal
    holds until somebody who sees it invites again; of two who do so unseen by each other the later one holds.
    """
    hari = hari_ini(store)

    def work(tx: Tx) -> HasilTarik:
        ada = many.rows(tx.con, UNDANGAN, undangan_ids)
        rows = {id: row for id, row in ada.items() if row["keadaan"] != DITARIK}
        hadir: set[tuple[str, str]] = set()
        for kegiatan_id in {str(row["kegiatan_id"]) for row in rows.values()}:
            _boleh(tx, kegiatan_id)
            hadir |= {(kegiatan_id, satu) for satu in undangan.tercatat(tx.con, kegiatan_id)}
        tetap = [id for id, row in rows.items() if (str(row["kegiatan_id"]), str(row["jabatan_id"])) in hadir]
        many.update(tx, UNDANGAN, {id: {"keadaan": DITARIK} for id in rows if id not in set(tetap)})
        lewat = [_tercatat(undangan.satu_undangan(tx.con, id, hari=hari)) for id in tetap]
        return HasilTarik(len(rows) - len(tetap), tuple(lewat))

    return store.write("bimtek.tarik", work)


def segarkan(store: Store, kegiatan_id: str, *, lingkup: Lingkup | None = None) -> Done[HasilSegarkan]:
    """Write on the invitations to an open event who heads the posts on the day that concerns them, where that changed
    since they were invited; the code stays."""
    hari = hari_ini(store)

    def work(tx: Tx) -> HasilSegarkan:
        k = _boleh(tx, kegiatan_id)
        semua = undangan.undangan(tx.con, k.kegiatan_id, lingkup=_area(tx, lingkup), hari=hari)
        ganti = {u.undangan_id: _isi_ketua(u) for u in semua if u.berganti}
        many.update(tx, UNDANGAN, ganti)
        tanpa = sum(u.kosong for u in semua)
        return HasilSegarkan(tuple(ganti), len(semua) - len(ganti) - tanpa, tanpa)

    return store.write("bimtek.segarkan", work)


def _boleh(tx: Tx, kegiatan_id: str) -> Kegiatan:
    k = kegiatan_terbuka(tx.con, kegiatan_id)
    if not rules.boleh_mengundang(k.lingkup, tx.own):
        raise InputSalah("kegiatan", text.UNDANG_KANTOR_LAIN.format(kantor=rules.nama_penyelenggara(k.lingkup)))
    return k


def _area(tx: Tx, lingkup: Lingkup | None) -> Lingkup:
    """Return the kelurahan that are meant, never more than this office looks after."""
    own = tx.own or wilayah.KOTA
    if lingkup is None:
        return own
    return undangan.terpilih(undangan.terpilih([*_semua_kelurahan(tx)], lingkup), own)


def _semua_kelurahan(tx: Tx) -> list[str]:
    return [str(row[0]) for row in tx.con.execute("SELECT DISTINCT lingkup FROM rt_jabatan ORDER BY 1")]


def _calon(tx: Tx, k: Kegiatan, lingkup: Lingkup | None, hari: date) -> list[Calon]:
    per_hari = undangan.hari_calon(tx.con, k.kegiatan_id, k.lingkup, lingkup=_area(tx, lingkup), hari=hari)
    return undangan.calon_hari(tx.con, k.kegiatan_id, per_hari)


def _diminta(semua: Iterable[Calon], jabatan_ids: Collection[str]) -> list[Calon]:
    wanted = set(jabatan_ids)
    ada = [c for c in semua if c.jabatan_id in wanted]
    if len(ada) != len(wanted):
        raise InputSalah("rt", text.RT_LUAR)
    return ada


def _tulis(tx: Tx, k: Kegiatan, baru: Sequence[Calon], maju: Maju) -> list[str]:
    """Write the invitations kelurahan by kelurahan; those withdrawn or deleted before come back."""
    ids: list[str] = []
    ditarik, dihapus = undangan.ditarik(tx.con, k.kegiatan_id), bulk.deleted(tx, UNDANGAN)
    for lingkup, semua in groupby(baru, key=lambda c: c.lingkup):
        rows = [baris(k, c, ditarik) for c in semua]
        lagi = {id: fields for id, fields in rows if id in ditarik}
        kembali = {id: (lingkup, fields) for id, fields in rows if id in dihapus and id not in lagi}
        if lagi:
            many.update(tx, UNDANGAN, lagi)
        if kembali:
            many.restore(tx, UNDANGAN, kembali)
        _tambah(tx, [row for row in rows if row[0] not in lagi and row[0] not in kembali], lingkup)
        ids += [id for id, _ in rows]
        maju(len(ids), len(baru))
    return ids


def _tambah(tx: Tx, rows: list[bulk.Row], lingkup: str) -> None:
    bulk.insert_many(tx, UNDANGAN, rows, scope=lingkup, told=lambda _n: None, gone=frozenset())


def baris(k: Kegiatan, c: Calon, ditarik: Collection[str] = ()) -> bulk.Row:
    """Return the invitation of a post: its id and fields; only one that is among ``ditarik`` says that it stands."""
    id = id_undangan(k.kegiatan_id, c.jabatan_id)
    ketua: Fields = {"masa_id": c.masa_id, "orang_id": c.orang_id, "nama": c.nama}
    lagi: Fields = {"keadaan": None} if id in ditarik else {}
    return id, {"kegiatan_id": k.kegiatan_id, "jabatan_id": c.jabatan_id, **ketua, "token": token.dari(id), **lagi}


def kosong(c: Calon) -> Dilewati:
    """Say that a post is passed over because nobody heads it."""
    return Dilewati(c.jabatan_id, c.rt, c.lingkup, text.RT_KOSONG.format(rt=c.rt, di=c.kelurahan))


def _isi_ketua(u: Undangan) -> Fields:
    return {"masa_id": u.masa_id, "orang_id": u.orang_id, "nama": u.nama}


def _tercatat(u: Undangan) -> Dilewati:
    return Dilewati(u.jabatan_id, u.rt, u.lingkup, text.SUDAH_TERCATAT.format(rt=u.rt, di=u.kelurahan))
