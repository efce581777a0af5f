"""Proposals recorded, changed, deleted, and tied to what heads of RT did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import activities, many, references, sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import baca, rules, text
from .model import Usulan
from .status import DRAF, berlaku

TABEL, STATUS, DASAR = "usulan_butir", "usulan_status", "usulan_dasar"
_BOLEH_HAPUS = (DRAF, "lurah")


def buat(store: Store, lingkup: str, isian: Mapping[str, str]) -> Done[str]:
    """Record a proposal of a kelurahan as a draft; returns its id. Inputs are :data:`rules.ISIAN` and ``tanggal``, the
    day it was proposed (today where empty); an empty ``pengusul`` becomes the head of the RT on that day.

    Raises InputSalah for a wrong field or an RT that is not there.
    """
    isi = dict(isian)
    langkah = rules.bersihkan_status({"status": DRAF, "tanggal": isi.pop("tanggal", "")}, hari_ini(store), awal=True)
    fields = rules.bersihkan(isi, baru=True)

    def work(tx: Tx) -> str:
        _cocok(tx, lingkup, fields)
        if not fields.get("pengusul"):
            fields["pengusul"] = ketua(tx.con, lingkup, fields.get("jabatan_id"), str(langkah["tanggal"]))
        usulan_id = tx.insert(TABEL, fields, scope=lingkup)
        tulis_status(tx, usulan_id, lingkup, langkah)
        return usulan_id

    return store.write("usulan.buat", work)


def ubah(store: Store, usulan_id: str, isian: Mapping[str, str]) -> Changes:
    """Change the fields of ``isian``; with another RT the proposer becomes who headed that one on the day of proposing,
    where none is typed. Raises InputSalah for a wrong field, a proposal that is gone, or another year for one that is
    merged."""
    fields = rules.bersihkan(isian, baru=False)

    def work(tx: Tx) -> None:
        lama = ada(tx, usulan_id)
        _cocok(tx, str(lama["lingkup"]), {**lama, **fields})
        if fields.get("tahun", lama["tahun"]) != lama["tahun"] and len(baca.gabungan(tx.con).kelompok(usulan_id)) > 1:
            raise InputSalah("tahun", text.TAHUN_GABUNGAN)
        if fields.get("jabatan_id", lama["jabatan_id"]) != lama["jabatan_id"] and "pengusul" not in fields:
            hari = _diusulkan(tx.con, usulan_id) or hari_ini(store).isoformat()
            fields["pengusul"] = ketua(tx.con, str(lama["lingkup"]), fields["jabatan_id"], hari)
        tx.update(TABEL, usulan_id, fields)

    return store.write("usulan.ubah", work).changes


def hapus(store: Store, ids: Sequence[str]) -> Changes:
    """Delete proposals that were recorded by mistake, with their history and links.

    Raises InputSalah where others are merged into one, or one went further than the lurah.
    """

    def work(tx: Tx) -> None:
        for u in milik(tx, ids):
            _boleh_hapus(tx.con, u)
        status, dasar = (_milik(tx.con, tabel, ids) for tabel in (STATUS, DASAR))
        rows = [(TABEL, id) for id in ids]
        references.refuse_used(tx.con, tx.tables, rows, text.HAPUS_PISAHKAN, besides=[(STATUS, id) for id in status])
        many.delete(tx, STATUS, status)
        many.delete(tx, DASAR, dasar)
        many.delete(tx, TABEL, ids)

    return store.write("usulan.hapus", work).changes


def hubungkan(store: Store, usulan_id: str, kegiatan: Iterable[tuple[str, str]]) -> Changes:
    """Say which activities (module and id, storage/activities.py) a proposal is based on; those that are linked stay.

    Raises InputSalah for an activity that is not here.
    """

    def work(tx: Tx) -> None:
        lingkup = str(ada(tx, usulan_id)["lingkup"])
        for sumber, asal in kegiatan:
            satu = activities.activity(tx.con, sumber, asal)
            if satu is None:
                raise InputSalah("dasar", text.DASAR_TIDAK_ADA)
            id = derived_id(DASAR, usulan_id, sumber, asal)
            if not tx.has(DASAR, id):
                isi: Fields = {"usulan_id": usulan_id, "sumber": sumber, "asal": asal}
                tx.insert(DASAR, isi | {"judul": satu.judul, "hari": satu.hari}, scope=lingkup, row_id=id)

    return store.write("usulan.dasar", work).changes


def lepaskan(store: Store, dasar_ids: Sequence[str]) -> Changes:
    """Take activities away from what a proposal is based on."""
    return store.write("usulan.lepas_dasar", lambda tx: many.delete(tx, DASAR, dasar_ids)).changes


def ada(tx: Tx, usulan_id: str) -> Fields:
    """Return the row of a proposal; raise InputSalah when it is gone."""
    try:
        return tx.row(TABEL, usulan_id)
    except KeyError:
        raise InputSalah("", text.TIDAK_ADA) from None


def milik(tx: Tx, ids: Sequence[str]) -> list[Usulan]:
    """Return the proposals ``ids``, at least one; raise InputSalah when one is gone."""
    semua = baca.menurut_id(tx.con, ids)
    if not ids:
        raise InputSalah("", text.PILIH_DULU)
    if len(semua) < len(set(ids)):
        raise InputSalah("", text.TIDAK_ADA)
    return semua


def tulis_status(tx: Tx, usulan_id: str, lingkup: str, isi: Fields) -> bool:
    """Inside an act: add a step to a history; tell whether it was new or says more than before. Its id follows from
    proposal, status and day, so that two computers that record one step give one row."""
    id = derived_id(STATUS, usulan_id, str(isi["status"]), str(isi["tanggal"]))
    if tx.has(STATUS, id):
        return tx.update(STATUS, id, {nama: isi[nama] for nama in ("alasan", "dokumen") if isi[nama]})
    terisi: Fields = {nama: nilai for nama, nilai in isi.items() if nilai is not None}
    tx.insert(STATUS, {"usulan_id": usulan_id, **terisi, "dicatat": tx.act.at}, scope=lingkup, row_id=id)
    return True


def ketua(con: sqlite.Connection, lingkup: str, jabatan_id: object, hari: str) -> str | None:
    """Return who heads an RT on a day (ISO), None where nobody does or no RT is named."""
    if not jabatan_id:
        return None
    semua = rt.roster(con, lingkup=lingkup, hari=date.fromisoformat(hari))
    return next((b.nama for b in semua if b.jabatan_id == jabatan_id and b.masa_id), None)


def _cocok(tx: Tx, lingkup: str, fields: Fields) -> None:
    """Raise InputSalah for an RT of another kelurahan, or a volume that says no unit."""
    jabatan_id = fields.get("jabatan_id")
    if jabatan_id:
        row = tx.con.execute("SELECT 1 FROM rt_jabatan WHERE id = ? AND lingkup = ?", (jabatan_id, lingkup))
        if row.fetchone() is None:
            raise InputSalah("jabatan_id", text.RT_TIDAK_ADA)
    if fields.get("volume") is not None and not fields.get("satuan"):
        raise InputSalah("satuan", text.SATUAN_KOSONG)


def _diusulkan(con: sqlite.Connection, usulan_id: str) -> str:
    """Return the day (ISO) on which a proposal was made, empty where it is not known."""
    return next((s.tanggal for s in baca.riwayat(con, [usulan_id]).get(usulan_id, ()) if s.status == DRAF), "")


def _boleh_hapus(con: sqlite.Connection, u: Usulan) -> None:
    langkah = [s for s in baca.riwayat(con, [u.usulan_id]).get(u.usulan_id, ()) if s.status not in _BOLEH_HAPUS]
    akhir = berlaku(langkah)
    if akhir:
        hari = tanggal.panjang(date.fromisoformat(akhir.tanggal))
        raise InputSalah("", text.HAPUS_RIWAYAT.format(judul=u.judul, status=akhir.kata, tanggal=hari))


def _milik(con: sqlite.Connection, tabel: str, ids: Sequence[str]) -> list[str]:
    rows = con.execute(
        f"SELECT id FROM {tabel} WHERE usulan_id IN (SELECT value FROM json_each(?))", (json.dumps([*ids]),)
    )
    return [str(row[0]) for row in rows.fetchall()]
